/// The version-controlled folder that loclint was started in.
package struct Repository {
  /// Canonical.
  package let root: String

  /// The nearest folder, from the working folder upwards, that holds a `.git`: a folder, or a file
  /// in a linked work tree; `nil` when there is none.
  package init?(around folder: String = ".") {
    guard var candidate = FileFinder.canonical(folder) else { return nil }
    while !System.isThere(candidate == "/" ? "/.git" : candidate + "/.git") {
      guard candidate != "/", let slash = candidate.lastIndex(of: "/") else { return nil }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
    root = candidate
  }
}
