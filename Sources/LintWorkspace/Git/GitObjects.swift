import LintCore
import LintReporters
import LintText
import Synchronization

/// Objects of a repository, from one process of git for all of them.
///
/// It is asked for nothing but a name of 7 to 64 hexadecimal digits, as that of a commit for its folder, too.
/// Which file a path names is looked up here, in folders that are kept: git would read a commit and
/// all folders on the way anew for each page, which took four times as long as the page itself.
final class GitObjects: Sendable {
  fileprivate struct Connection {
    let child: System.Child
    var trees = GitTrees()
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

  /// What git calls the content of a file; `nil` where a commit has none of that path, or a link.
  ///
  /// - Parameters:
  ///   - path: From the root on.
  ///   - commit: Its name, whole or abbreviated.
  func id(of path: String, at commit: String) -> String? {
    guard Self.isName(commit) else { return nil }
    return ask { connection throws(FileError) in
      try connection.id(of: path, at: commit, atMost: mostBytes)
    }
  }

  /// Whether there is a commit of that name, whole or abbreviated.
  func holds(_ commit: String) -> Bool {
    guard Self.isName(commit) else { return false }
    return ask { connection throws(FileError) in
      try connection.folder(of: commit, atMost: mostBytes)
    } != nil
  }

  /// The content of a file by what git calls it; `nil` where git has none, or it is too large.
  func blob(_ id: String) -> [UInt8]? {
    guard Self.isName(id) else { return nil }
    return ask { connection throws(FileError) in
      try connection.object(id, "blob", atMost: mostBytes)?.bytes
    }
  }

  /// What git calls bytes as the content of a file, in as many digits as another name has.
  static func id(of bytes: [UInt8], like other: String) -> String {
    let object = Array("blob \(bytes.count)\0".utf8) + bytes
    return other.utf8.count == 64 ? Digest.sha256(object.span) : Digest.sha1(object.span)
  }

  private static func isName(_ name: String) -> Bool {
    (7...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private func ask<Answer>(
    _ question: (inout Connection) throws(FileError) -> Answer?
  ) -> Answer? {
    state.withLock { state in
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
        let answer = try question(&connection)
        state.connection = connection
        return answer
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
  /// What git calls the content of a file of a commit.
  fileprivate mutating func id(of path: String, at commit: String, atMost most: Int)
    throws(FileError) -> String?
  {
    var folder = try folder(of: commit, atMost: most)
    let names = path.utf8.split(separator: 0x2F)
    for (index, name) in names.enumerated() {
      guard let id = folder else { return nil }
      if !trees.holds(id) {
        guard let tree = try object(id, "tree", atMost: most) else { return nil }
        trees.keep(tree.bytes, of: id)
      }
      let isLast = index == names.count - 1
      let entry = trees.entry(Array(name), of: id, isLast ? .file : .folder)
      if isLast { return entry }
      folder = entry
    }
    return nil
  }

  /// What git calls the folder of a commit.
  fileprivate mutating func folder(of commit: String, atMost most: Int) throws(FileError) -> String?
  {
    if let known = trees.root(of: commit) { return known }
    guard let tree = try object("\(commit)^{tree}", "tree", atMost: most) else { return nil }
    trees.keep(tree.bytes, of: tree.id)
    trees.keep(root: tree.id, of: commit)
    return tree.id
  }

  /// An object of a kind; `nil` where git has none of that name and kind, or it is too large.
  fileprivate mutating func object(_ name: String, _ kind: StaticString, atMost most: Int)
    throws(FileError) -> (id: String, bytes: [UInt8])?
  {
    try System.send(Array("\(name)\n".utf8), to: child)
    // `<id> <kind> <size>`, or `<name> missing`.
    let words = try line().split(separator: 0x20)
    guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { return nil }
    let isWanted = words[1].elementsEqual(kind.description.utf8) && size <= most
    let bytes = try take(size, isKept: isWanted)
    _ = try take(1, isKept: false)
    return isWanted ? (String(decoding: words[0], as: UTF8.self), bytes) : nil
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
