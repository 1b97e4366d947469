import LintCore
import LintRules
import LintWorkspace
import SideBySide

@testable import LintWorkspace
@testable import loclint

/// What must hold of `--diff`: whoever applies it has the mended page.
struct DifferenceChecks {
  private static let linter = Linter(
    formats: [SideBySideMarkdown()], rules: RuleLibrary.builtIn.rules.map { ($0, $0.info.severity) }
  )

  func check(_ input: [UInt8]) throws(Violation) {
    let page = PageInput(input)
    try check(page.bytes, mended(page), page.path)
    // Fixes are few; a byte that is changed here and there is a difference anywhere.
    var changed = page.bytes
    let step = Int(input.mixed % 97) + 1
    for index in stride(from: step / 2, to: changed.count, by: step * step)
    where changed[index] != 0x0A {
      changed[index] = changed[index] == 0x78 ? 0x79 : 0x78
    }
    try check(page.bytes, changed, page.path)
  }

  private func mended(_ page: PageInput) -> [UInt8] {
    func lint(_ bytes: [UInt8]) -> FileReport {
      Self.linter.lint(bytes, of: page.file, as: SideBySideMarkdown())
    }
    return FixApplier(upTo: .suggested, lint: lint).apply(to: page.bytes, lint(page.bytes)).bytes
  }

  private func check(_ old: [UInt8], _ new: [UInt8], _ path: String) throws(Violation) {
    let patch = UnifiedDifference(path: path).text(old, new)
    guard old != new else {
      return try Violation.unless(patch.isEmpty, "a difference where there is none")
    }
    try Violation.unless(
      try Self.applied(patch, to: old) == new, "a difference applied gives another page")
  }

  /// Lines with their ends.
  private static func lines(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in bytes {
      line.append(byte)
      if byte == 0x0A {
        lines.append(line)
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Applies a patch as strictly as can be: every context line is looked at.
  private static func applied(_ patch: [UInt8], to old: [UInt8]) throws(Violation) -> [UInt8] {
    let before = lines(old)
    var result: [[UInt8]] = []
    var place = 0
    var rest = lines(patch)[...]
    for head in ["diff --git ", "--- ", "+++ "] {
      guard rest.popFirst()?.starts(with: head.utf8) == true else {
        throw Violation("the head '\(head)' is missing")
      }
    }
    while let line = rest.popFirst() {
      guard line.starts(with: "@@ -".utf8),
        let start = Int(String(decoding: line.dropFirst(4).prefix { $0 != 0x2C }, as: UTF8.self)),
        start - 1 >= place, start - 1 <= before.count
      else { throw Violation("no hunk: \(String(decoding: line, as: UTF8.self))") }
      result += before[place..<start - 1]
      place = start - 1
      while let line = rest.first, line.first != 0x40 {
        rest.removeFirst()
        var text = Array(line.dropFirst())
        if rest.first?.first == 0x5C {
          rest.removeFirst()
          text.removeLast()
        }
        switch line.first {
        case 0x20, 0x2D:
          guard place < before.count, before[place] == text else {
            throw Violation("a hunk does not fit line \(place + 1)")
          }
          place += 1
          if line.first == 0x20 { result.append(text) }
        case 0x2B: result.append(text)
        default: throw Violation("a line of a hunk has no mark")
        }
      }
    }
    return Array((result + before[place...]).joined())
  }
}
