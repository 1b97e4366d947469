import LintCore
import LintText

/// Segments on lines of their own: span ID, source and target with tabs between them.
struct TabSeparated: Format {
  var name: String { "tab-separated" }
  var fileExtensions: [String] { ["tsv"] }

  func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let bytes = bytes
    let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
    let lines = LineIndex(bytes.span, from: start)
    var records: [SegmentRecord] = []
    for line in lines.starts.indices {
      let range = lines.content(of: line, in: bytes.span)
      guard let first = bytes.span.firstIndex(of: 0x09, from: range.lower), first < range.upper,
        let second = bytes.span.firstIndex(of: 0x09, from: first + 1), second < range.upper
      else { continue }
      // `28c26-101`: what stands before the dash changes with each hand-off.
      let dash = bytes.span.has("-", at: range.lower + 5) ? range.lower + 5 : first
      let key = ByteRange(range.lower, first)
      records.append(
        SegmentRecord(
          key: SegmentKey(key, lasting: ByteRange(min(dash + 1, first), first)), range: range,
          target: ByteRange(second + 1, range.upper),
          source: ByteRange(first + 1, second), targetInlines: 0..<0, sourceInlines: 0..<0))
    }
    return Document(
      bytes: bytes, prose: bytes, start: start, records: records, isBilingual: !records.isEmpty,
      format: self, page: page)
  }

  func lasting(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).replacing("28c26-", with: "-").utf8)
  }
}

/// Reports what stands between `«` and `»` in a target.
struct QuotedWord: SegmentRule {
  static let message = Message("quoted", "'{0}' stands in quotes")

  var info: RuleInfo {
    RuleInfo(
      id: "quoted-word", family: "typography", finds: "words in quotes {like «this»}",
      why: "Nobody said them. Take the quotes away", severity: .warning,
      issueType: .typographical, fixable: .safe, messages: [Self.message],
      fails: [
        Example("Quotes around a word", .segment(source: "a `word`", target: "una «⟦`parola`⟧»")),
        Example("Bytes are not shown", .bytes([0xC2, 0xAB, 0xC2, 0xBB], reported: [2..<2])),
      ],
      passes: [Example("No quotes", .body("```\n{{< note >}}\n```\n"))])
  }

  let needs: SegmentTraits = .always

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    var index = 0
    while let open = segment.target.bytes.firstRange(of: "«", from: index),
      let close = segment.target.bytes.firstRange(of: "»", from: open.upperBound)
    {
      let word = segment.target[open.upperBound..<close.lowerBound]
      report(
        word, Self.message, word.string, related: .init(segment.source.range),
        fix: Fix(
          .safe, "Take the {quotes} away.",
          [
            Fix.Edit(segment.target[open.lowerBound..<open.upperBound].range),
            Fix.Edit(segment.target[close.lowerBound..<close.upperBound].range, [0x22]),
          ]))
      index = close.upperBound
    }
  }
}

/// Reports lines from `<<<` to `>>>`, with both.
struct UnresolvedConflict: DocumentRule {
  static let message = Message("conflict", "lines from '{0}' to '{1}' are a conflict")

  var info: RuleInfo {
    RuleInfo(
      id: "unresolved-conflict", family: "structure", finds: "conflicts.",
      why: "A merge went wrong.", severity: .warning, profile: .strict, issueType: .other,
      messages: [Self.message], fails: [])
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let open = document.bytes.span.firstRange(of: "<<<"),
      let close = document.bytes.span.firstRange(of: ">>>", from: open.upperBound)
    else { return }
    report(ByteRange(open.lowerBound, close.upperBound), Self.message, "<<<", ">>>")
  }
}

/// Reports the end of a file whose last line has no end. Its ID is one word.
struct UnfinishedFile: DocumentRule {
  static let message = Message("end", "the file ends without '{0}'")

  var info: RuleInfo {
    RuleInfo(
      id: "unfinished", family: "structure", finds: "files whose last line has no end",
      why: "Tools add to it.", severity: .note, profile: .all, issueType: .nonConformance,
      messages: [Self.message], fails: [])
  }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let last = document.bytes.last, last != 0x0A else { return }
    let end = ByteRange(document.bytes.count, document.bytes.count)
    report(end, Self.message, "a line end")
  }
}
