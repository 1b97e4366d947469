import LintCore
import LintText
import LintWorkspace

/// Where a finding begins, as reports write it: `docs/a.md:12`, or with the column behind it.
struct FindingPlace: CustomStringConvertible {
  let path: String
  let line: Int
  let column: Int?

  var description: String { "\(path):\(line)" + (column.map { ":\($0)" } ?? "") }

  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.reversed().prefix(2).prefix { Self.number($0) != nil }
    guard !numbers.isEmpty, parts.count > numbers.count else {
      throw UsageError("'\(text)' is no place: it wants a file and a line, PATH:LINE")
    }
    path = parts.dropLast(numbers.count).joined(separator: ":")
    guard !path.isEmpty else {
      throw UsageError("'\(text)' is no place: it names no file")
    }
    line = Self.number(parts[parts.count - numbers.count]) ?? 1
    column = numbers.count == 2 ? Self.number(parts[parts.count - 1]) : nil
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0
    else { return nil }
    return number
  }

  /// Whether a finding begins there.
  func holds(_ finding: PlacedFinding) -> Bool {
    finding.start.line == line && column.map { $0 == finding.start.column } ?? true
  }
}
