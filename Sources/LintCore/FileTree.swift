/// The files around pages, as rules ask for them that look where links lead.
///
/// Paths are those of files in reports (`SourceFile.repositoryPath`), or absolute.
public protocol FileTree: Sendable {
  /// Whether a file is there, in any letter case.
  func hasFile(_ path: String) -> Bool
  /// Whether a folder is there, in any letter case.
  func hasFolder(_ path: String) -> Bool
  /// Whether a publisher's file says that readers of a page that is not there are sent elsewhere.
  func redirects(_ path: String) -> Bool
}
