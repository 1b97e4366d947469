import Glibc
import LintCore

/// A file that a report is written to: it appears when it is complete, or not at all.
struct ReportFile: Sendable {
  let descriptor: Int32
  /// As the user wrote it.
  let path: String
  /// What is to be replaced: `path` without links.
  private let target: String
  /// What is written until then; `nil` for a device or a pipe, which can't be replaced.
  private let temporary: String?

  init(_ path: String) throws(FileError) {
    self.path = path
    target = FileFinder.canonical(path) ?? path
    guard !FileFinder.isFolder(target) else { throw FileError(reason: "is a folder") }
    if Self.isSpecial(target) {
      temporary = nil
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(number: errno) }
    } else {
      let created = try Self.createTemporary(beside: target)
      temporary = created.path
      descriptor = created.descriptor
    }
  }

  /// Makes an empty file in the folder of another.
  static func createTemporary(beside target: String, mode: mode_t = 0o666) throws(FileError) -> (
    path: String, descriptor: Int32
  ) {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    // In a container a killed run may have had the same number and left its files behind.
    for number in 0..<1000 {
      let path = "\(folder).loclint-\(getpid())-\(number).tmp"
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (path, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw FileError(number: errno)
  }

  /// Puts the file in its place.
  ///
  /// - Parameter failure: The error number of what went wrong while it was written.
  func finish(_ failure: Int32?) throws(FileError) {
    var failure = failure
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let temporary, failure == nil, unsafe rename(temporary, target) != 0 { failure = errno }
    guard let failure else { return }
    if let temporary { unsafe unlink(temporary) }
    throw FileError(number: failure)
  }

  /// Leaves everything as it was.
  func discard() {
    close(descriptor)
    if let temporary { unsafe unlink(temporary) }
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
