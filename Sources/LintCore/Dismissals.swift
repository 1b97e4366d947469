import LintText

/// The findings that somebody has looked at and left as they are, each with a reason.
///
/// A file that translators hand back is written anew and loses its comments, so this list stands beside it, and
/// knows a finding by what a hand-back keeps: rule, file, key of the segment, words; and where sentences were put
/// in before it, which moves the numbers that are keys, by the text of its source. It has no number for
/// equals, unlike a baseline: what is right about a word is right wherever it stands in its segment.
public struct Dismissals: Sendable {
  /// A line that is no dismissal.
  public struct Mistake: Error, Sendable {
    /// From 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int
    /// A clause.
    public let reason: String
  }

  /// What is said of a finding.
  public struct Entry: Sendable {
    public let reason: String
    /// The text of the source that the finding stands beside, as `PlacedFinding.sourceWords` has it; empty in
    /// lists that did not say it yet, and for a finding outside of segments.
    public let source: String
    /// Where it stands in the list, from 1.
    public let line: Int
  }

  private static let heading = """
    # Findings that stay as they are, one on a line: rule, file, key of the segment, words, reason, source.
    # `loclint dismiss` writes this file, `loclint --dismissed` reads it.

    """

  private static let fields = ["rule", "file", "key of the segment", "words", "reason", "source"]
  /// Lists without sources are as good, as long as no sentence is put in.
  private static let fewest = 5

  /// By path as lines have it, and by `key` there.
  private var files: [String: [String: Entry]] = [:]
  /// Former names of rules that the list holds; in the entries the present ones replace them.
  public private(set) var formerNames: Set<String> = []

  public init() {}

  /// Reads a list; lines that begin with `#` and empty ones are passed over, and of two that are equal but for
  /// the reason the last counts.
  ///
  /// - Parameter renamed: the present name of a rule for each former one.
  /// - Throws: The first line that has not the five or six fields of a dismissal.
  public init(_ bytes: [UInt8], renamed: [String: String] = [:]) throws(Mistake) {
    // Editors put a byte order mark there.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      let fields = try Self.fields(of: line, index + 1)
      var rule = fields[0]
      if let present = renamed[rule] {
        formerNames.insert(rule)
        rule = present
      }
      let source = fields.count > Self.fewest ? fields[5] : ""
      let key = Self.key(rule: rule, escaped: fields[2], words: fields[3], source: source)
      files[fields[1], default: [:]][key] = Entry(
        reason: Baseline.unescaped(fields[4]), source: source, line: index + 1)
    }
  }

  private static func fields(of line: ArraySlice<UInt8>, _ number: Int) throws(Mistake) -> [String]
  {
    var fields: [String] = []
    var column = 1
    for part in line.split(separator: 0x09, omittingEmptySubsequences: false) {
      guard fields.count < Self.fields.count else {
        throw Mistake(line: number, column: column, reason: "there is more behind the source")
      }
      let name = Self.fields[fields.count]
      guard let field = String(validating: part, as: UTF8.self) else {
        throw Mistake(line: number, column: column, reason: "the \(name) is not UTF-8")
      }
      let isEmpty = name == "reason" ? field.allSatisfy(\.isWhitespace) : field.isEmpty
      guard !isEmpty || ["words", "key of the segment", "source"].contains(name) else {
        throw Mistake(line: number, column: column, reason: "the \(name) is empty")
      }
      fields.append(field)
      column += field.count + 1
    }
    guard fields.count >= fewest else {
      let missing = Self.fields[fields.count]
      throw Mistake(
        line: number, column: column - 1,
        reason:
          "no \(missing): a dismissal has rule, file, number, words and reason, separated by tabs")
    }
    return fields
  }

  /// What a file's entries are known by.
  ///
  /// - Parameter escaped: What lasts of the key of the segment, as `Baseline.escaped` makes it.
  static func key(rule: String, escaped: String, words: String, source: String) -> String {
    source.isEmpty ? "\(rule)\t\(escaped)\t\(words)" : "\(rule)\t\(escaped)\t\(words)\t\(source)"
  }

  /// Those of a file by `key`; `nil` where there are none.
  ///
  /// - Parameter path: as `Baseline.escaped` makes it.
  func entries(of path: String) -> [String: Entry]? { files[path] }
}

extension Dismissals {
  /// A dismissal with all that a line says.
  public struct Line: Sendable {
    public let rule: String
    /// As `Baseline.escaped` makes it.
    public let path: String
    /// What `FileReport.dismissed` calls it.
    public let key: String
    public let entry: Entry
  }

  /// All of them, by file.
  public var lines: [Line] {
    files.flatMap { path, entries in
      entries.map { key, entry in
        // By bytes: what combines with a tab makes another character of it.
        let rule = String(decoding: key.utf8.prefix { $0 != 0x09 }, as: UTF8.self)
        return Line(rule: rule, path: path, key: key, entry: entry)
      }
    }
  }

  public var isEmpty: Bool { files.isEmpty }

  /// The list as it is written to a file: sorted by bytes, so that it is the same on every machine,
  /// and a dismissal more is one line more in a difference.
  public var text: String {
    Self.heading
      + lines.map { line in
        let source = line.entry.source.isEmpty ? "" : "\t" + line.entry.source
        let rest = String(
          decoding: line.key.utf8.dropFirst(line.rule.utf8.count).dropLast(source.utf8.count),
          as: UTF8.self)
        return
          "\(line.rule)\t\(line.path)\(rest)\t\(Baseline.escaped(line.entry.reason))\(source)\n"
      }.sorted { $0.precedes($1) }.joined()
  }

  /// The reason that a finding is dismissed for; `nil` where it is not.
  public func reason(_ finding: PlacedFinding, rule: String, path: String) -> String? {
    files[Baseline.escaped(path)].flatMap { entries in
      DismissedFindings(entries).key(of: finding, rule).flatMap { entries[$0]?.reason }
    }
  }

  /// Dismisses a finding and all that equal it; one that is dismissed gets another reason.
  ///
  /// - Parameter path: Relative to the root of the repository.
  public mutating func dismiss(
    _ finding: PlacedFinding, rule: String, path: String, reason: String
  ) {
    let path = Baseline.escaped(path)
    // What has moved, or did not tell its source yet, is written as it is now.
    if let entries = files[path], let former = DismissedFindings(entries).key(of: finding, rule) {
      files[path]?[former] = nil
    }
    files[path, default: [:]][Self.key(of: finding, rule)] = Entry(
      reason: reason, source: finding.sourceWords, line: 0)
  }

  /// What joins equal findings of a file.
  public static func key(of finding: PlacedFinding, _ rule: String) -> String {
    key(
      rule: rule, escaped: Baseline.escaped(finding.number), words: finding.words,
      source: finding.sourceWords)
  }
}
