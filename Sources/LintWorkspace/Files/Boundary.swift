/// The folder that what a configuration names stays inside: who wrote it may be a stranger.
package struct Boundary: Sendable {
  /// The option of the command line that lets a configuration read outside.
  package static let permission = "allow-outside"

  /// Canonical: the repository that the configuration lies in, or else its folder.
  package let root: String
  /// Whether the command line lets it read outside. Nothing lets it write there.
  let allowsOutside: Bool
  private let isRepository: Bool

  /// - Parameter folder: That of the configuration, canonical.
  package init(around folder: String, allowsOutside: Bool) {
    let repository = Repository(around: folder)
    root = repository?.root ?? folder
    isRepository = repository != nil
    self.allowsOutside = allowsOutside
  }

  /// Why a file may not be read; `nil` when it may.
  ///
  /// - Parameter canonical: The same path without links, where it is known.
  package func obstacle(toReading path: String, at canonical: String? = nil) -> String? {
    if let fault = Self.fault(in: path) { return fault }
    guard !allowsOutside else { return nil }
    if let inside = pathInside(path, at: canonical) {
      // A checkout may keep its token there.
      return Self.leadIntoGit(inside.split(separator: "/")) ? Self.inGit("read") : nil
    }
    return "\(outside), where only --\(Self.permission) lets "
      + "a configuration read"
  }

  /// Why a file may not be written, as far as its path tells; `nil` when it may.
  package func obstacle(toWriting path: String) -> String? {
    if let fault = Self.fault(in: path) { return fault }
    guard let inside = pathInside(path) else {
      return "\(outside), where a configuration may not write"
    }
    return Self.leadIntoGit(inside.split(separator: "/")) ? Self.inGit("write") : nil
  }

  /// Whether one of the names on a way is git's own folder, whatever the letter case: some file systems
  /// don't tell `.git` from `.GIT`.
  static func leadIntoGit(_ names: [some StringProtocol]) -> Bool {
    names.contains { $0.lowercased() == ".git" }
  }

  /// That something is in there, as a clause.
  static func inGit(_ verb: String) -> String {
    "lies in .git, where a configuration may not \(verb)"
  }

  /// That something is not inside, as a clause.
  package var outside: String {
    "lies outside of the " + (isRepository ? "repository" : "folder of the configuration")
  }

  /// Whether a path leads inside, through links; nothing need be there.
  package func contains(_ path: String) -> Bool { pathInside(path) != nil }

  private func pathInside(_ path: String, at canonical: String? = nil) -> String? {
    let canonical =
      canonical ?? FileFinder.canonical(path)
      ?? Paths.throughLinks(
        path.hasPrefix("/") ? path : "\(FileFinder.canonical(".") ?? "/")/\(path)")
    let inside = FileFinder.relative(canonical, to: root)
    return inside.hasPrefix("/") ? nil : inside
  }

  /// Why a path is no path: the system reads it up to a NUL byte, and what is checked here is all
  /// of it.
  private static func fault(in path: String) -> String? {
    path.utf8.contains(0) ? "holds a NUL byte" : nil
  }
}
