import Glibc
import LintCore
import LintWorkspace

/// Files and folders, without Foundation: the memory that it takes would be counted for every child.
enum Files {
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try SourceFile(path: path).read()
    } catch {
      throw Failure("\(path): \(error)")
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var output = Output(descriptor: descriptor)
    output.write(text)
    output.flush()
    if let number = output.failure { throw failure(path, number) }
  }

  /// How many bytes a file has; 0 when there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes a folder and those that it lies in.
  static func makeFolder(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure(path)
    }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Hands over the lines of a file one by one, without their ends.
  static func eachLine(of path: String, _ body: (String) -> Void) throws(Failure) {
    guard let stream = unsafe fopen(path, "re") else { throw failure(path) }
    defer { unsafe fclose(stream) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { unsafe free(line) }
    while true {
      let count = unsafe getline(&line, &room, stream)
      guard count > 0, let start = unsafe line else { return }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
      let end = unsafe bytes.last == 0x0A ? count - 1 : count
      unsafe body(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  /// The path of a program that can be run: in one of these folders, else in those of `PATH`.
  static func program(_ name: String, in folders: [String] = []) -> String? {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? ""
    return (folders + path.split(separator: ":").map(String.init)).map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 && !FileFinder.isFolder($0) }
  }

  private static func failure(_ path: String, _ number: Int32 = errno) -> Failure {
    Failure("\(path): \(unsafe String(cString: strerror(number)))")
  }
}
