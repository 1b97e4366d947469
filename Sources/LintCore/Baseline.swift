/// The findings of old that a run leaves out: a list of fingerprints, one on a line.
public struct Baseline: Sendable {
  /// A line that is no fingerprint.
  public struct Mistake: Error, Sendable {
    /// From 1.
    public let line: Int
  }

  private static let heading = """
    # Findings that loclint leaves out, one on a line: rule, file, number of the span, words, which of
    # equals. `loclint --write-baseline` makes this file, `loclint --baseline` reads it.

    """

  public private(set) var entries: Set<String>

  public init(_ entries: Set<String> = []) {
    self.entries = entries
  }

  /// Reads a list; lines that begin with `#` and empty ones say nothing.
  public init(_ text: String) throws(Mistake) {
    entries = []
    // Editors put a byte order mark there.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 5, !fields[0].isEmpty, !fields[1].isEmpty,
        !fields[4].isEmpty, fields[4].allSatisfy(\.isDigit)
      else { throw Mistake(line: index + 1) }
      entries.insert(String(decoding: line, as: UTF8.self))
    }
  }

  /// The list as it is written to a file: sorted by bytes, so that it is the same everywhere and two
  /// branches' lists merge.
  public var text: String {
    Self.heading
      + entries.sorted { $0.precedes($1) }.map { $0 + "\n" }.joined()
  }

  /// The rule and the path of an entry.
  public static func origin(of entry: String) -> (rule: String, path: String) {
    let fields = entry.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    return (String(fields[0]), fields.count > 1 ? String(fields[1]) : "")
  }

  /// The entry of a finding.
  public static func entry(of finding: PlacedFinding, in file: FileReport, _ run: Run) -> String {
    finding.fingerprint(rule: run.rules[finding.rule].info, path: path(of: file))
  }

  /// The path of a file as entries have it: what would end a field or a line is escaped.
  public static func path(of file: FileReport) -> String {
    var path = ""
    for scalar in file.repositoryPath.unicodeScalars {
      switch scalar {
      case "\t": path += "\\t"
      case "\n": path += "\\n"
      case "\r": path += "\\r"
      case "\\": path += "\\\\"
      default: path.unicodeScalars.append(scalar)
      }
    }
    return path
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
