package import LintCore
import LintText

/// What paths that were given lead to.
package struct Paths {
  /// A file to read, or a path that can't be used with the reason, in path order.
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let file: SourceFile
    /// `nil` for a file that can be tried.
    package let problem: String?
    /// What standard input holds, where that stands for the file; `nil` for a file that is opened.
    package var bytes: [UInt8]? = nil
  }

  /// - Parameters:
  ///   - working: The folder that files are shown from.
  ///   - formats: Know which names are documents'.
  ///   - exclusion: Tells of a folder what of it is left out, by canonical paths; what git ignores is.
  package init(
    _ paths: [String], from working: String = ".", for formats: [any Format],
    excluding exclusion: @escaping (String) -> (String) -> Bool = { _ in { _ in false } }
  ) {
    let root = Repository(around: working)?.root
    let ignored =
      paths.contains(where: FileFinder.isFolder)
      ? root.map { Git(root: $0).ignored } ?? [] : []
    var finder = FileFinder(
      root: root, from: working,
      exclusion: { folder in
        let isExcluded = exclusion(folder)
        return { ignored.contains($0) || isExcluded($0) }
      }
    ) {
      formats.format(of: $0) != nil
    }
    for path in paths { finder.add(path) }
    finder.sort()
    let working = FileFinder.canonical(working) ?? "/"
    let problems = finder.problems.map { problem in
      let absolute = problem.path.hasPrefix("/") ? problem.path : "\(working)/\(problem.path)"
      return Entry(
        file: SourceFile(
          path: problem.path,
          repositoryPath: FileFinder.relative(Self.normal(absolute), to: root ?? working)),
        problem: problem.reason)
    }
    // Files are in order already and problems are few, so that this is quick; a sort is stable.
    entries = (finder.files.map { Entry(file: $0, problem: nil) } + problems).sorted {
      $0.file.path.precedes($1.file.path)
    }
  }

  /// Standard input, which stands for a file that need not exist.
  package init(_ bytes: [UInt8], as path: String) {
    let working = FileFinder.canonical(".") ?? "/"
    let file = Self.file(path, from: working, root: Repository()?.root ?? working)
    entries = [Entry(file: file, problem: nil, bytes: bytes)]
  }

  /// A file that need not exist.
  ///
  /// - Parameters:
  ///   - working: The canonical folder that the path is seen from, if it is not absolute.
  ///   - root: The canonical folder that repository paths begin at.
  static func file(_ path: String, from working: String, root: String) -> SourceFile {
    let absolute = absolute(path, from: working)
    return SourceFile(
      path: FileFinder.relative(absolute, to: working),
      repositoryPath: FileFinder.relative(throughLinks(absolute), to: root))
  }

  /// An absolute path, without `.` and `..`.
  static func absolute(_ path: String, from working: String) -> String {
    normal(path.hasPrefix("/") ? path : "\(working)/\(path)")
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

  /// The same, where the first path may be a misspelt command, one word that names no file, with a hint.
  package func hinting(at commands: [String], among paths: [String]) -> Paths {
    guard let path = paths.first, !path.contains("/"), !path.contains("."),
      let meant = Spelling.closest(to: path, among: commands), FileFinder.canonical(path) == nil
    else { return self }
    return Paths(
      entries.map { entry in
        guard entry.file.path == path, let problem = entry.problem else { return entry }
        return Entry(
          file: entry.file, problem: problem + " (did you mean the command '\(meant)'?)")
      })
  }

  private init(_ entries: [Entry]) { self.entries = entries }

  /// Only files of a kind, and paths that can't be used.
  func filtered(_ isTaken: (SourceFile) -> Bool) -> Paths {
    Paths(entries.filter { $0.problem != nil || isTaken($0.file) })
  }

  /// Only files that have changed, and paths that can't be used.
  package func filtered(_ changes: Changes) -> Paths {
    Paths(entries.filter { $0.problem != nil || changes.contain($0.file) })
  }

  /// The paths in a list: with NUL between them if there is one, else one on a line.
  package static func list(_ bytes: [UInt8]) -> [String] {
    let hasNUL = bytes.contains(0)
    return bytes.split(separator: hasNUL ? 0 : 0x0A).compactMap { word in
      let word = !hasNUL && word.last == 0x0D ? word.dropLast() : word
      return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }
  }

  /// An absolute path without `.` and `..`, by its letters alone: what it names need not exist.
  package static func normal(_ path: String) -> String {
    if isNormal(path.utf8Span.span) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether no part of an absolute path is empty, `.` or `..`: nearly all are so, and to take one apart
  /// and put it together again takes 10,000 instructions.
  private static func isNormal(_ path: Span<UInt8>) -> Bool {
    guard path.count > 1, path[0] == 0x2F, path[path.count - 1] != 0x2F else {
      return path.count == 1 && path[0] == 0x2F
    }
    for index in path.indices where path[index] == 0x2F {
      guard path[index + 1] != 0x2F else { return false }
      if path[index + 1] == 0x2E {
        // A name may begin with dots, but these.
        let rest = path.extracting((index + 1)...)
        let end = rest.firstIndex(of: 0x2F, from: 0) ?? rest.count
        if end == 1 || end == 2 && rest[1] == 0x2E { return false }
      }
    }
    return true
  }
}
