import LintCore

/// What reports say of a file that could not be read: not a finding, for it is not the file's fault
/// alone, and not nothing, for the run is not complete.
enum UnreadableFile {
  static let id = "unreadable-file"
  /// With the path and what stood in the way.
  static let message = Message("unreadable", "file '{0}' could not be read: '{1}'")
  static let finds = "Files that loclint was told to check and could not read."
  static let why = """
    The results are incomplete. Check that the file exists, that it is an ordinary file and that it \
    can be read by the user who runs loclint.
    """
}
