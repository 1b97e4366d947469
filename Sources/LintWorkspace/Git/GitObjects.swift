import LintCore
import Synchronization

/// Objects of a repository, from one process of git for all of them.
///
/// It is asked for nothing but a name of 7 to 64 hexadecimal digits, with a path behind it or not.
final class GitObjects: Sendable {
  /// A file as a commit has it.
  struct Blob {
    /// What git calls its content.
    let id: String
    let bytes: [UInt8]
  }

  fileprivate struct Connection {
    let child: System.Child
    /// What has been read and not used.
    var rest: [UInt8] = []
    var start = 0

    init(_ child: System.Child) {
      self.child = child
    }
  }

  private struct State {
    var connection: Connection?
    /// Whether there is no git, or it has gone.
    var isClosed = false
  }

  private let root: String
  private let mostBytes: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - root: The folder that holds `.git`.
  ///   - mostBytes: The size of the largest file that is read.
  init(root: String, mostBytes: Int) {
    self.root = root
    self.mostBytes = mostBytes
  }

  /// The file of a name; `nil` where git has none, it is something else, or is too large.
  ///
  /// - Parameter path: From the root on, of a commit; `nil` where the name is the file's own.
  func blob(_ name: String, _ path: String? = nil) -> Blob? {
    guard (7...64).contains(name.utf8.count),
      name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      path?.utf8.allSatisfy({ $0 != 0x0A && $0 != 0 }) ?? true
    else { return nil }
    let request = Array("\(name)\(path.map { ":" + $0 } ?? "")\n".utf8)
    return state.withLock { state in
      guard !state.isClosed,
        var connection = state.connection
          ?? Git(root: root).launch(["cat-file", "--batch"])
          .map({ Connection($0) })
      else {
        state.isClosed = true
        return nil
      }
      state.connection = nil
      do throws(FileError) {
        let blob = try connection.answer(to: request, atMost: mostBytes)
        state.connection = connection
        return blob
      } catch {
        System.end(connection.child)
        state.isClosed = true
        return nil
      }
    }
  }

  deinit {
    state.withLock { if let connection = $0.connection { System.end(connection.child) } }
  }
}

extension GitObjects.Connection {
  /// What git has of a name.
  fileprivate mutating func answer(to request: [UInt8], atMost most: Int) throws(FileError)
    -> GitObjects.Blob?
  {
    try System.send(request, to: child)
    // `<id> blob <size>`, or `<name> missing`.
    let words = try line().split(separator: 0x20)
    guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { return nil }
    let isWanted = words[1].elementsEqual("blob".utf8) && size <= most
    let bytes = try take(size, isKept: isWanted)
    _ = try take(1, isKept: false)
    return isWanted
      ? GitObjects.Blob(id: String(decoding: words[0], as: UTF8.self), bytes: bytes) : nil
  }

  private mutating func line() throws(FileError) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      if start == rest.count { try fill() }
      let byte = rest[start]
      start += 1
      if byte == 0x0A { return line }
      line.append(byte)
      guard line.count < 1 << 14 else { throw FileError(reason: "git answers something else") }
    }
  }

  private mutating func take(_ count: Int, isKept: Bool) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    if isKept { bytes.reserveCapacity(count) }
    var left = count
    while left > 0 {
      if start == rest.count { try fill() }
      let end = min(start + left, rest.count)
      if isKept { bytes += rest[start..<end] }
      left -= end - start
      start = end
    }
    return bytes
  }

  private mutating func fill() throws(FileError) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = try System.read(child.output, into: &piece)
    guard count > 0 else { throw FileError(reason: "git has ended") }
    rest = Array(piece[..<count])
    start = 0
  }
}
