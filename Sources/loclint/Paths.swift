import LintCore
import LintText

/// What the paths of a command line lead to.
struct Paths {
  /// A file to read, or a path that can't be used with the reason, in path order.
  let entries: [Entry]

  struct Entry: Sendable {
    let file: SourceFile
    /// `nil` for a file that can be tried.
    let problem: String?
    /// What standard input holds, where that stands for the file; `nil` for a file that is opened.
    var bytes: [UInt8]? = nil
  }

  /// - Parameters:
  ///   - linter: Knows which names are documents'.
  ///   - isExcluded: Whether a file or folder below a path is left out, by its canonical path; what
  ///     git ignores is.
  init(
    _ paths: [String], for linter: Linter,
    excluding isExcluded: @escaping (String) -> Bool = { _ in false }
  ) {
    let root = Repository()?.root
    let ignored =
      paths.contains(where: FileFinder.isFolder)
      ? root.map { Git(root: $0).ignored } ?? [] : []
    var finder = FileFinder(root: root, excludes: { ignored.contains($0) || isExcluded($0) }) {
      linter.format(of: $0) != nil
    }
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
    // Files are in order already and problems are few, so that this is quick; a sort is stable.
    entries = (finder.files.map { Entry(file: $0, problem: nil) } + problems).sorted {
      $0.file.path.precedes($1.file.path)
    }
  }

  /// Standard input, which stands for a file that need not exist.
  init(_ bytes: [UInt8], as path: String) {
    let working = FileFinder.canonical(".") ?? "/"
    let absolute = Self.normal(path.hasPrefix("/") ? path : "\(working)/\(path)")
    let file = SourceFile(
      path: FileFinder.relative(absolute, to: working),
      repositoryPath: FileFinder.relative(
        Self.throughLinks(absolute), to: Repository()?.root ?? working))
    entries = [Entry(file: file, problem: nil, bytes: bytes)]
  }

  /// An absolute path without links, as far as its folders exist: editors give paths as their users
  /// came to them.
  static func throughLinks(_ path: String) -> String {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      if let found = FileFinder.canonical(String(folder)) {
        return normal(found + path[folder.endIndex...])
      }
      folder = folder[..<slash]
    }
    return path
  }

  private init(_ entries: [Entry]) { self.entries = entries }

  /// Only files that have changed, and paths that can't be used.
  func filtered(_ changes: Changes) -> Paths {
    Paths(entries.filter { $0.problem != nil || changes.contain($0.file) })
  }

  /// The paths in a list: with NUL between them if there is one, else one on a line.
  static func list(_ bytes: [UInt8]) -> [String] {
    let hasNUL = bytes.contains(0)
    return bytes.split(separator: hasNUL ? 0 : 0x0A).compactMap { word in
      let word = !hasNUL && word.last == 0x0D ? word.dropLast() : word
      return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
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

  /// A hint where the first path may be a misspelt command: one word that names no file.
  private static func hint(_ path: String, among paths: [String]) -> String {
    guard path == paths.first, !path.contains("/"), !path.contains("."),
      let meant = Spelling.closest(to: path, among: Subcommand.allCases.map(\.rawValue)),
      FileFinder.canonical(path) == nil
    else { return "" }
    return " (did you mean the command '\(meant)'?)"
  }
}

extension Configuration {
  /// What paths lead to, without what is excluded.
  func documents(below paths: [String], for linter: Linter) -> Paths {
    Paths(paths, for: linter, excluding: { excludes($0) })
  }
}
