import LintCore
import LintText

/// A rule that reports lines of a page with all that a finding can carry out of it.
struct EchoRule: DocumentRule {
  private static let message = Message("echo", "'{0}' stands beside '{1}', not '{2}'")

  let info = RuleInfo(
    id: "echo", family: "echoes", finds: "each line.", why: "It is `there`.", severity: .error,
    issueType: .other, messages: [Self.message], fails: [])

  /// Lines that it reports; a reporter lists some ten or a hundred.
  private static let most = 24

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let bytes = document.bytes
    var last = ByteRange(document.start, document.start)
    var start = document.start
    for _ in 0..<Self.most where start < bytes.count {
      let end = bytes.span.firstIndex(of: 0x0A, from: start) ?? bytes.count
      let line = ByteRange(start, end)
      let words = document.text(line).string
      let fix = Fix(.suggested, "Take it out.", [Fix.Edit(line, Array(bytes[last.range]))])
      report(
        line, Self.message, words, document.text(last).string, String(words.reversed()),
        related: Finding.Related(last), fix: fix)
      last = line
      start = end + 1
    }
  }
}
