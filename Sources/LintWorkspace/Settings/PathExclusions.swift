/// What the command line leaves out of a run.
struct PathExclusions: Sendable {
  private let globs: [Glob]
  /// The folder that they are seen from.
  private let working: String

  init(_ globs: [Glob], from working: String) {
    self.globs = globs
    self.working = working
  }

  /// Whether a file or folder is left out.
  ///
  /// - Parameter orFolders: Whether it is, too, if a folder above it is.
  func contains(_ canonical: String, orFolders: Bool) -> Bool {
    guard !globs.isEmpty else { return false }
    let path = FileFinder.relative(canonical, to: working)
    return globs.contains { $0.matches(path, orFolders: orFolders) }
  }
}
