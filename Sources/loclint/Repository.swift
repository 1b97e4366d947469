import Glibc
import LintCore

/// The version-controlled folder that loclint was started in.
struct Repository {
  /// Canonical.
  let root: String

  /// The nearest folder, from the working folder upwards, that holds a `.git`: a folder, or a file
  /// in a linked work tree; `nil` when there is none.
  init?(around folder: String = ".") {
    guard var candidate = FileFinder.canonical(folder) else { return nil }
    while unsafe access(candidate == "/" ? "/.git" : candidate + "/.git", F_OK) != 0 {
      guard candidate != "/", let slash = candidate.lastIndex(of: "/") else { return nil }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
    root = candidate
  }
}
