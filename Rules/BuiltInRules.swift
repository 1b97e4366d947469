/// The files of this folder, which the build writes into the program.
public enum BuiltInRules {
  /// What a file holds, by its path below `Rules/`.
  public static func contents(of path: String) -> String? {
    files.first { $0.path == path }?.contents
  }
}
