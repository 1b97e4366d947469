import LintCore

/// What the paths of a command line lead to.
struct Paths {
  /// A file to read, or a path that can't be used with the reason, in path order.
  let entries: [Entry]

  struct Entry: Sendable {
    let file: SourceFile
    /// `nil` for a file that can be tried.
    let problem: String?
  }

  /// - Parameter linter: Knows which names are documents'.
  init(_ paths: [String], for linter: Linter) {
    let root = Repository()?.root
    var finder = FileFinder(root: root) { linter.format(of: $0) != nil }
    for path in paths { finder.add(path) }
    finder.sort()
    let working = FileFinder.canonical(".") ?? "/"
    let problems = finder.problems.map { problem in
      let absolute = problem.path.hasPrefix("/") ? problem.path : "\(working)/\(problem.path)"
      return Entry(
        file: SourceFile(
          path: problem.path,
          repositoryPath: FileFinder.relative(Self.normal(absolute), to: root ?? working)),
        problem: problem.reason + Self.hint(problem.path, among: paths))
    }
    // Both are small in number or in order already, and a sort is stable.
    entries = (finder.files.map { Entry(file: $0, problem: nil) } + problems).sorted {
      $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
    }
  }

  /// An absolute path without `.` and `..`, by its letters alone: what it names need not exist.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The one word on a command line that names nothing may be a misspelt command.
  private static func hint(_ path: String, among paths: [String]) -> String {
    guard path == paths.first, !path.contains("/"), !path.contains("."),
      let meant = Spelling.closest(to: path, among: Subcommand.allCases.map(\.rawValue)),
      FileFinder.canonical(path) == nil
    else { return "" }
    return " (did you mean the command '\(meant)'?)"
  }
}
