package import LintCore
import LintText
import Markdown

/// What differs between the work tree and where it left a revision.
package struct Changes: Sendable {
  /// By their paths from the root of the repository: the lines that were touched; `nil` for all.
  private let files: [String: [ClosedRange<Int>]?]
  /// Whether lines were asked for.
  private let hasLines: Bool
  /// Those that are there no more, or have another path: by their paths from the root of the repository.
  package let deleted: [String]
  private let base: String
  private let root: String

  /// Asks git; what is not committed counts too, as do files that git does not know yet.
  ///
  /// - Parameter wantsLines: Whether to ask for lines, which takes longer.
  package init(since revision: String, wantsLines: Bool, in repository: Repository?)
    throws(UsageError)
  {
    guard let repository else {
      throw UsageError("--changed-since wants a git repository, and this is none", isInHelp: false)
    }
    let git = Git(root: repository.root)
    let base = try Self.mergeBase(revision, git)
    var files: [String: [ClosedRange<Int>]?] = [:]
    let names = try Self.output(
      git.compare([
        "diff", "--name-only", "-z", "--find-renames", "--diff-filter=d", base, "--",
      ]))
    for name in Self.words(names) { files.updateValue(nil, forKey: name) }
    if wantsLines {
      for name in files.keys { files.updateValue([], forKey: name) }
      let patch = try Self.output(
        git.compare([
          "diff", "--unified=0", "--no-color", "--text", "--find-renames", "--diff-filter=d",
          "--src-prefix=a/", "--dst-prefix=b/", base, "--",
        ]))
      for (name, lines) in Self.touchedLines(patch) { files.updateValue(lines, forKey: name) }
    }
    let new = try Self.output(
      git.run(["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]))
    for name in Self.words(new) { files.updateValue(nil, forKey: name) }
    self.files = files
    self.base = base
    root = repository.root
    hasLines = wantsLines
    deleted = Self.words(
      try Self.output(
        git.compare(["diff", "--name-only", "-z", "--no-renames", "--diff-filter=D", base, "--"])))
  }

  /// Whether a file is among those that differ.
  package func contain(_ file: SourceFile) -> Bool { files[file.repositoryPath] != nil }

  /// The lines of a file that were touched, from 1; `nil` for all of them. Of a page that is looked at because its
  /// source has changed there are none.
  package func lines(of file: SourceFile) -> [ClosedRange<Int>]? {
    guard let lines = files[file.repositoryPath] else { return hasLines ? [] : nil }
    return lines
  }

  /// The former addresses that files which differ told of before: pages in their front matter, files of redirections
  /// everywhere.
  func formerNames() -> Set<UInt32> {
    let objects = GitObjects(root: root, mostBytes: Redirections.mostBytes)
    var names: Set<UInt32> = []
    for path in Array(files.keys) + deleted {
      let name = path.split(separator: "/").last?.lowercased() ?? ""
      let isPage = LinkedPath.isPage(name)
      guard isPage || Redirections.isOne(name), let id = objects.id(of: path, at: base),
        let bytes = objects.blob(id)
      else { continue }
      let former =
        isPage
        ? FormerNames(ofPage: bytes.span, from: bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0)
        : Redirections.names(bytes, in: path)
      names.formUnion(former.pages)
    }
    return names
  }

  /// What is made of the content that files had before, one at a time: together they may be as large as the
  /// repository.
  ///
  /// - Parameters:
  ///   - paths: From the root of the repository.
  ///   - most: The size of the largest that is read.
  ///   - body: is given the index of a path and the content.
  /// - Returns: `nil` for one that was not there, or is too large.
  func former<Value>(
    _ paths: [String], atMost most: Int, _ body: (Int, [UInt8]) -> Value?
  ) -> [Value?] {
    let objects = GitObjects(root: root, mostBytes: most)
    return paths.enumerated().map { index, path in
      objects.id(of: path, at: base).flatMap { objects.blob($0) }.flatMap { body(index, $0) }
    }
  }

  private static func mergeBase(_ revision: String, _ git: Git) throws(UsageError) -> String {
    if case .failure(let failure) = git.run(["rev-parse", "--git-dir"]) {
      throw UsageError(
        failure.status == nil
          ? "--changed-since wants git, which can't be run: \(failure.reason)"
          : "git can't read the repository: \(failure.reason)", isInHelp: false)
    }
    let hint =
      git.ask("rev-parse", "--is-shallow-repository") == "true"
      ? "; the history here is shallow, `git fetch --unshallow` completes it" : ""
    // A revision can't begin with a hyphen, an option does.
    guard !revision.hasPrefix("-"),
      let commit = git.ask("rev-parse", "--verify", "--quiet", "\(revision)^{commit}")
    else { throw UsageError("git knows no revision '\(revision)'\(hint)", isInHelp: false) }
    guard git.ask("rev-parse", "--verify", "--quiet", "HEAD") != nil else {
      throw UsageError("nothing has been committed yet", isInHelp: false)
    }
    guard let base = git.ask("merge-base", commit, "HEAD") else {
      throw UsageError(
        "'\(revision)' and what is checked out have no commit in common\(hint)", isInHelp: false)
    }
    return base
  }

  private static func output(_ answer: Result<[UInt8], Git.Failure>) throws(UsageError) -> [UInt8] {
    switch answer {
    case .success(let output): return output
    case .failure(let failure):
      throw UsageError("git can't tell what has changed: \(failure.reason)", isInHelp: false)
    }
  }

  private static func words(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a patch: for each file the lines that were put in, and, where lines were
  /// taken out, those before and behind.
  package static func touchedLines(_ patch: [UInt8]) -> [String: [ClosedRange<Int>]] {
    var files: [String: [ClosedRange<Int>]] = [:]
    var name: String?
    var hunk: Hunk?
    for line in patch.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // Lines of a hunk may look like heads.
      if let name, hunk?.isOver == false, line.first != 0x5C {
        if let lines = hunk?.take(line) { files[name, default: []].append(lines) }
      } else if line.starts(with: "+++ ".utf8) {
        name = fileName(line.dropFirst(4))
      } else if line.starts(with: "@@ ".utf8), name != nil {
        hunk = Hunk(line.split(separator: 0x20))
      }
    }
    return files
  }

  /// What is left of a hunk: `@@ -12,3 +14,2 @@` and the lines below.
  private struct Hunk {
    private var oldLines: Int
    private var newLines: Int
    /// The number of the next line as it is now.
    private var next: Int
    private var added = 0
    private var hasRemoved = false

    init?(_ fields: [ArraySlice<UInt8>]) {
      guard fields.count > 2, let old = Self.side(fields[1]), let new = Self.side(fields[2]) else {
        return nil
      }
      (oldLines, newLines) = (old.count, new.count)
      next = new.count > 0 ? max(new.start, 1) : new.start + 1
    }

    var isOver: Bool { oldLines <= 0 && newLines <= 0 }

    /// Takes the next line.
    ///
    /// - Returns: The lines that were touched, when a run of changes ends with this line.
    mutating func take(_ line: ArraySlice<UInt8>) -> ClosedRange<Int>? {
      switch line.first {
      case 0x2B:
        newLines -= 1
        next += 1
        added += 1
        return isOver ? touched() : nil
      case 0x2D:
        oldLines -= 1
        hasRemoved = true
        return isOver ? touched() : nil
      default:
        // None was asked for, but git can be told otherwise from outside.
        oldLines -= 1
        newLines -= 1
        let touched = touched()
        next += 1
        return touched
      }
    }

    private mutating func touched() -> ClosedRange<Int>? {
      defer { (added, hasRemoved) = (0, false) }
      if added > 0 { return next - added...next - 1 }
      return hasRemoved ? max(next - 1, 1)...next : nil
    }

    /// `-12,3`: where a side begins, and how many lines it has; no file has more than 32 bits count.
    private static func side(_ field: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
      let numbers = field.dropFirst().split(separator: 0x2C).compactMap {
        UInt32(String(decoding: $0, as: UTF8.self)).map(Int.init)
      }
      guard let first = numbers.first else { return nil }
      return (first, numbers.count > 1 ? numbers[1] : 1)
    }
  }

  /// `b/docs/a.md`, or the same in quotes with C escapes.
  private static func fileName(_ field: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    if field.first == 0x22 {
      var rest = field.dropFirst()
      while let byte = rest.popFirst(), byte != 0x22 {
        guard byte == 0x5C, let escaped = rest.popFirst() else {
          bytes.append(byte)
          continue
        }
        switch escaped {
        case 0x61: bytes.append(0x07)
        case 0x62: bytes.append(0x08)
        case 0x74: bytes.append(0x09)
        case 0x6E: bytes.append(0x0A)
        case 0x76: bytes.append(0x0B)
        case 0x66: bytes.append(0x0C)
        case 0x72: bytes.append(0x0D)
        case 0x30...0x37:
          let digits = [escaped] + rest.prefix(2)
          rest = rest.dropFirst(2)
          bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 & 7) }))
        default: bytes.append(escaped)
        }
      }
    } else {
      // A tab follows a name that holds a space.
      bytes = Array(field.prefix { $0 != 0x09 })
    }
    guard bytes.starts(with: "b/".utf8) else { return nil }
    return String(decoding: bytes.dropFirst(2), as: UTF8.self)
  }
}
