/// The way to a file that is to be written, walked folder by folder.
///
/// Below the root of a repository no link is followed: whoever wrote the pages may have planted it.
/// Each folder is opened in the one before, so that nothing can be put in the way later. Above and
/// beside repositories links are the user's own, as `/var/run` is, and are followed, save those that
/// anybody could have put into a folder that all may write to.
package struct WritePath {
  /// Where the way ends: a folder, and a name in it.
  package struct Destination: Sendable {
    let folder: OpenFolder
    /// What the file is called in it.
    let name: String
    /// What has that name; `nil` when nothing has.
    let status: FileStatus?
    /// The folders on the way, by what they are called and what they are.
    fileprivate let way: [(name: String, identity: FileIdentity)]

    /// The folders below another one that the way leads through, and the file; `nil` when it does
    /// not lead there.
    func names(below folder: FileIdentity) -> [String]? {
      guard let root = way.lastIndex(where: { $0.identity == folder }) else { return nil }
      return way[(root + 1)...].map(\.name) + [name]
    }

    /// Whether the way leads through a folder.
    func leads(through folder: FileIdentity) -> Bool {
      way.contains { $0.identity == folder }
    }

    func isSame(as other: Destination) -> Bool {
      folder.identity == other.folder.identity && name.utf8.elementsEqual(other.name.utf8)
    }
  }

  private struct Step {
    let name: String
    let folder: OpenFolder
    /// Whether strangers' files lie in it.
    let isRoot: Bool
  }

  /// As many as Linux follows in one path.
  private static let mostLinks = 40

  private let roots: [FileIdentity]
  private var steps: [Step] = []
  private var rest: [Substring] = []
  private var links = 0

  /// - Parameter roots: Folders that strangers' files lie in; one that holds a `.git` is one.
  private init(roots: [FileIdentity]) throws(FileError) {
    self.roots = roots
    try enterTop()
  }

  /// Goes the whole way.
  ///
  /// - Throws: Why nothing may be written there.
  static func destination(of path: String, roots: [FileIdentity]) throws(FileError) -> Destination {
    guard !path.isEmpty else { throw FileError(reason: "is no path") }
    guard !path.utf8.contains(0) else { throw FileError(reason: "holds a NUL byte") }
    let last = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !["", ".", ".."].contains(last) else { throw FileError(reason: "is a folder") }
    var walk = try WritePath(roots: roots)
    walk.rest = path.split(separator: "/").reversed()
    if !path.hasPrefix("/") {
      guard let working = FileFinder.canonical(".") else { throw FileError.missing }
      walk.rest += working.split(separator: "/").reversed()
    }
    return try walk.end()
  }

  private mutating func end() throws(FileError) -> Destination {
    while let part = rest.popLast() {
      guard part != "." else { continue }
      guard part != ".." else {
        if steps.count > 1 { steps.removeLast() }
        continue
      }
      let name = String(part)
      let status = try folder.status(of: name)
      if let status, status.kind == .link {
        try follow(name, status)
      } else if rest.isEmpty {
        return Destination(
          folder: folder, name: name, status: status,
          way: steps.map { ($0.name, $0.folder.identity) })
      } else {
        try enter(name)
      }
    }
    throw FileError(reason: "is a folder")
  }

  private var folder: OpenFolder { steps[steps.count - 1].folder }

  private mutating func enterTop() throws(FileError) {
    steps = []
    try add(try OpenFolder(), "")
  }

  private mutating func enter(_ name: String) throws(FileError) {
    try add(try folder.folder(name), name)
  }

  private mutating func add(_ folder: OpenFolder, _ name: String) throws(FileError) {
    let isRoot = roots.contains(folder.identity) || (try? folder.status(of: ".git")) != nil
    steps.append(Step(name: name, folder: folder, isRoot: isRoot))
  }

  private mutating func follow(_ name: String, _ link: FileStatus) throws(FileError) {
    let path = "/" + (steps.dropFirst().map(\.name) + [name]).joined(separator: "/")
    guard !steps.contains(where: \.isRoot), try !isAnybodys(link) else {
      let shown = FileFinder.relative(path, to: FileFinder.canonical(".") ?? "/")
      throw FileError(
        reason: "leads through the symbolic link '\(shown)', and nothing is written through it")
    }
    links += 1
    guard links <= Self.mostLinks else { throw FileError.tooManyLinks }
    let target = try folder.target(ofLink: name)
    if target.hasPrefix("/") { try enterTop() }
    rest += target.split(separator: "/").reversed()
  }

  /// Whether a link lies in a folder like `/tmp` and belongs neither to the user nor to the folder's
  /// owner: the system's own protection asks the same.
  private func isAnybodys(_ link: FileStatus) throws(FileError) -> Bool {
    let status = try System.status(of: folder.descriptor)
    return status.isSharedByAll && link.user != System.user && link.user != status.user
  }
}
