import LintCore
import LintText

/// The marks that a merge leaves where it could not decide.
struct MergeConflict: DocumentRule {
  private static let mark = Message("mark", "the merge conflict mark '{0}'")

  let info = RuleInfo(
    id: "merge-conflict", family: "characters",
    finds: "`<<<<<<< ` and `>>>>>>> ` at the start of a line, and `=======` between the two.",
    why: """
      Two versions of the same lines stand one below the other with the marks between them, and the \
      reader gets it all. Decide for one of the two and delete the other and the marks.
      """,
    severity: .error, profiles: [.messages: .default], issueType: .markup, messages: [mark],
    fails: [
      Example(
        "A conflict.",
        .body(
          """
          ⟦<<<<<<< ⟧HEAD
          {{pair:103}}
          ⟦=======⟧
          {{pair:104}}
          ⟦>>>>>>> ⟧handback
          """))
    ],
    passes: [
      Example("A heading underlined with equals signs.", .body("{{pair:103}}\n=======\n")),
      Example(
        "Code that shows a conflict.",
        .body("```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```\n")),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let bytes = document.bytes.span
    guard
      document.suspects.contains(where: {
        bytes.has("<<<<<<< ", at: $0) || bytes.has(">>>>>>> ", at: $0)
      })
    else { return }
    var fence: (byte: UInt8, length: Int)?
    var isInside = false
    var line = document.start
    while line < bytes.count {
      let end = bytes.firstIndex(of: 0x0A, from: line) ?? bytes.count
      if let mark = Self.fence(bytes, line, end) {
        if let open = fence {
          if mark.byte == open.byte, mark.length >= open.length { fence = nil }
        } else {
          fence = mark
        }
      } else if fence == nil {
        check(document.text(ByteRange(line, end)), &isInside, &report)
      }
      line = end + 1
    }
  }

  private func check(_ line: borrowing Text, _ isInside: inout Bool, _ report: inout Findings) {
    let length: Int
    if line.bytes.has("<<<<<<< ", at: 0) {
      isInside = true
      length = 8
    } else if line.bytes.has(">>>>>>> ", at: 0) {
      isInside = false
      length = 8
    } else if isInside, line.bytes.has("=======", at: 0), line[7..<line.count].isBlank {
      length = 7
    } else {
      return
    }
    report(line[0..<length], Self.mark, line[0..<7].string)
  }

  /// The run of backticks or tildes that opens or closes a code fence on a line.
  private static func fence(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (
    byte: UInt8, length: Int
  )? {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x3E { index += 1 }
    guard index < end, bytes[index] == 0x60 || bytes[index] == 0x7E else { return nil }
    let byte = bytes[index]
    var length = 0
    while index + length < end, bytes[index + length] == byte { length += 1 }
    guard length >= 3 else { return nil }
    // A line of code between backticks is no fence.
    if byte == 0x60, bytes.extracting(index + length..<end).firstIndex(of: 0x60) != nil {
      return nil
    }
    return (byte, length)
  }
}
