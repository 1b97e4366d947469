/// The files around pages, as rules ask for them that look where links lead.
///
/// Paths are those of files in reports (`SourceFile.repositoryPath`), or absolute.
public protocol FileTree: Sendable {
  /// Whether a file is there, in any letter case.
  func hasFile(_ path: String) -> Bool
  /// Whether a folder is there, in any letter case.
  func hasFolder(_ path: String) -> Bool
}
