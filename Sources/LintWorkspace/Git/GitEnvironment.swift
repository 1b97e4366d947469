/// What git is run with: what it needs of the environment, and nothing that leads it elsewhere.
///
/// `GIT_DIR` and its like are set where loclint runs in a hook, `GIT_EXTERNAL_DIFF` names a program,
/// `GIT_TRACE` a file to write to. So what is passed on is listed, not what is left out.
package struct GitEnvironment {
  /// `NAME=value`.
  package let variables: [String]

  /// `HOME` and XDG because `safe.directory` stands in files there, which containers need; the
  /// number of sudo's user because git trusts what belongs to them.
  private static let kept = [
    "HOME", "XDG_CONFIG_HOME", "USER", "LOGNAME", "SUDO_UID", "TMPDIR", "LANG", "LANGUAGE",
  ]
  /// Of those, what git reads files below: a relative one would be a folder of the repository.
  private static let folders = ["HOME", "XDG_CONFIG_HOME", "TMPDIR"]

  /// - Parameter root: The folder that holds `.git`.
  package init(root: String) {
    var variables = ["PATH=" + Self.folders(of: System.variable("PATH")).joined(separator: ":")]
    variables += System.variables.filter(Self.isKept)
    variables += [
      // `core.worktree` may name any folder. `GIT_DIR` would do too, but with it git no longer asks
      // whose the repository is.
      "GIT_WORK_TREE=\(root)",
      // Nothing is written, so no hook hears of it.
      "GIT_OPTIONAL_LOCKS=0",
      // Objects that a partial clone lacks would be fetched, by programs that it names: no protocol
      // is allowed, and newer versions don't even try.
      "GIT_ALLOW_PROTOCOL=", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0",
    ]
    // Not another repository above, if `.git` is none.
    if let slash = root.lastIndex(of: "/"), slash > root.startIndex {
      variables.append("GIT_CEILING_DIRECTORIES=\(root[..<slash])")
    }
    self.variables = variables
  }

  private static func isKept(_ variable: String) -> Bool {
    guard let equals = variable.firstIndex(of: "=") else { return false }
    let name = String(variable[..<equals])
    if name.hasPrefix("LC_") { return true }
    guard kept.contains(name) else { return false }
    return !folders.contains(name) || variable[equals...].hasPrefix("=/")
  }

  /// The path of git; `nil` when it is not installed.
  ///
  /// An empty or relative folder of `PATH` means the working folder, where a page's writer may have
  /// put a `git`.
  static var program: String? {
    folders(of: System.variable("PATH")).map { "\($0)/git" }.first {
      System.isProgram($0) && !FileFinder.isFolder($0)
    }
  }

  private static func folders(of path: String) -> [String] {
    let path = path.isEmpty ? "/usr/local/bin:/usr/bin:/bin" : path
    return path.split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
  }
}
