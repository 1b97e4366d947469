import LintText

/// The findings that a run leaves out because a file lists them: fingerprints, one on a line.
public struct Baseline: Sendable {
  /// A line that is no fingerprint.
  public struct Mistake: Error, Sendable {
    /// From 1.
    public let line: Int
  }

  private static let heading = """
    # Findings that loclint leaves out, one on a line: rule, file, key of the segment, words, which of
    # equals, a hash of the source. `loclint --write-baseline` makes this file, `loclint --baseline` reads it.

    """

  /// Fingerprints as `line` makes them, with the present names of rules.
  public private(set) var entries: Set<String>
  /// Former names of rules that the list holds; in `entries` the present ones replace them.
  public private(set) var formerNames: Set<String> = []

  public init(_ entries: Set<String> = []) {
    self.entries = entries
  }

  /// Reads a list; lines that begin with `#` and empty ones are passed over.
  ///
  /// - Parameter renamed: the present name of a rule for each former one.
  /// - Throws: The first line that has not the five or six fields of a fingerprint.
  public init(_ text: String, renamed: [String: String] = [:]) throws(Mistake) {
    entries = []
    // Editors put a byte order mark there.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 5 || (fields.count == 6 && !fields[5].isEmpty),
        !fields[0].isEmpty, !fields[1].isEmpty, !fields[4].isEmpty,
        fields[4].allSatisfy(\.isDigit)
      else { throw Mistake(line: index + 1) }
      let rule = renamed.isEmpty ? "" : String(decoding: fields[0], as: UTF8.self)
      if let present = renamed[rule] {
        formerNames.insert(rule)
        entries.insert(present + String(decoding: line[fields[0].endIndex...], as: UTF8.self))
      } else {
        entries.insert(String(decoding: line, as: UTF8.self))
      }
    }
  }

  /// The list as it is written to a file: sorted by bytes, so that it is the same on every machine,
  /// and git merges the lists of two branches line by line.
  public var text: String {
    Self.heading
      + entries.sorted { $0.precedes($1) }.map { $0 + "\n" }.joined()
  }

  /// The rule and the path of an entry.
  public static func origin(of entry: String) -> (rule: String, path: String) {
    // By bytes: what combines with a tab makes another character of it.
    let fields = entry.utf8.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
    return (
      String(decoding: fields[0], as: UTF8.self),
      fields.count > 1 ? String(decoding: fields[1], as: UTF8.self) : ""
    )
  }

  /// What a run does with a list.
  public struct Use: Sendable {
    /// By the path of the file; `nil` for a list that is being made: it takes all.
    private let files: [String: BaselineFindings]?

    /// Leaves out what a list holds.
    public static func leavingOut(_ baseline: Baseline) -> Use {
      Use(
        files: Dictionary(grouping: baseline.entries) { Baseline.origin(of: $0).path }
          .mapValues { BaselineFindings($0) })
    }

    /// Lists all that is found, and leaves it out.
    public static let listing = Use(files: nil)

    var isListing: Bool { files == nil }

    /// - Parameter path: as `escaped` makes it.
    func findings(of path: String) -> BaselineFindings? { files?[path] }
  }

  /// The line of a finding: its entry, and a hash of the source that it stands beside, by which it is known again
  /// when sentences were put in before it, which moves the numbers that are keys.
  ///
  /// - Parameter source: As `hash` makes it.
  static func line(_ entry: String, source: String) -> String {
    source.isEmpty ? entry : "\(entry)\t\(source)"
  }

  /// What findings have in common that stand beside the same source.
  static func likeness(rule: String, source: String, words: String) -> String {
    "\(rule)\t\(source)\t\(words)"
  }

  /// A source as lines have it; empty where there is none.
  ///
  /// - Parameter source: As `FindingIdentity.source` makes it.
  static func hash(of source: String) -> String {
    guard !source.isEmpty else { return "" }
    let hash = String(Hash64(of: source.utf8Span.span).value, radix: 16)
    return String(repeating: "0", count: 16 - hash.utf8.count) + hash
  }

  /// The entry of a finding: separated by tabs, and without a line number, so that it outlives edits
  /// elsewhere in the file.
  ///
  /// - Parameters:
  ///   - path: as `escaped` makes it.
  ///   - number: what lasts of the key of its segment.
  static func entry(rule: String, path: String, number: String, words: String, ordinal: Int)
    -> String
  {
    var entry = ""
    entry.reserveCapacity(
      rule.utf8.count + path.utf8.count + number.utf8.count + words.utf8.count + 16)
    for field in [rule, path, escaped(number), words] {
      entry += field
      entry += "\t"
    }
    entry += String(ordinal)
    return entry
  }

  /// A path relative to the root of the repository, or a key, as entries have it: what would end a field
  /// or a line is escaped.
  public static func escaped(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 == 0x5C || $0 <= 0x0D }) else { return path }
    var escaped = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The path of a file, from the path in an entry.
  public static func unescaped(_ path: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in path.unicodeScalars {
      guard isEscaped || scalar != "\\" else {
        isEscaped = true
        continue
      }
      switch scalar {
      case "t" where isEscaped: result += "\t"
      case "n" where isEscaped: result += "\n"
      case "r" where isEscaped: result += "\r"
      default: result.unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    return result
  }
}
