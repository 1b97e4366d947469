import LintCore
import LintText

/// Markup of a pair whose quotes or brackets were turned into character references.
struct EscapedSpanMarkup: SpanRule {
  private static let escaped = Message("escaped", "the markup '{0}' is escaped")

  let info = RuleInfo(
    id: "escaped-span-markup", family: "spans",
    finds: "span markup whose quotes or brackets became `&quot;` or `&lt;`, once a line.",
    why: """
      Escaped markup is text: the reader sees the span tags, and the English beside the \
      translation, in the middle of the page, and the hand-back tools do not see the pair. Some \
      program that handled the file escaped its quotes. Turn `&quot;` back into `"` (and `&lt;` \
      into `<`) in all tags of the line, as `--fix` does, and look for the program.
      """,
    precision: """
      Of 45 findings read on real pages, 45 were true.
      """,
    severity: .error, issueType: .markup, fixable: .safe, messages: [escaped],
    fails: [
      Example(
        "The quotes of both halves.",
        .body(
          """
          ⟦<span data-ttu-id=&quot;7e0c1-103&quot;>⟧Apri.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-103&quot;>Open.</span></span>
          """)),
      Example(
        "The escape begins in the middle of a tag.",
        .body(
          """
          {{pair:103}} ⟦<span data-ttu-id="7e0c1-104&quot;>⟧Apri.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-104&quot;>Open.</span></span>
          """)),
      Example(
        "A line that was wrapped is one still.",
        .body(
          """
          ⟦<span data-ttu-id=&quot;7e0c1-103&quot;>⟧Apri.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-103&quot;>Open
          it.</span></span>
          <span data-ttu-id=&quot;7e0c1-104&quot;>Chiudi.</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-104&quot;>Close
          it.</span></span>
          """)),
      Example(
        "The brackets too.",
        .body(
          """
          ⟦&lt;span data-ttu-id=⟧&quot;7e0c1-103&quot;&gt;Apri.&lt;/span&gt;
          """)),
    ],
    passes: [
      Example(
        "Escaped text that is not a pair's.",
        .segment(source: "Write &lt;span&gt; here.", target: "Scrivi &lt;span&gt; qui."))
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    for found in detail.irregularities where found.kind == .escapedMarkup {
      let edits = Self.edits(document.text(found.line))
      report(
        found.range, Self.escaped, document.text(found.range).string,
        fix: edits.isEmpty
          ? nil : Fix(.safe, "Take the escapes out of the span tags of the line.", edits))
    }
  }

  /// The edits that make the span tags of a line tags again; none where they are not certain.
  private static func edits(_ line: borrowing Text) -> [Fix.Edit] {
    var edits: [Fix.Edit] = []
    var escapedTags = 0
    var index = 0
    while index < line.count {
      let isEscaped = line.bytes.has("&lt;span ", at: index)
      guard
        isEscaped || line.bytes.has("<span ", at: index) || line.bytes.has("<a name=", at: index),
        let end = endOfTag(line.bytes, index + (isEscaped ? 4 : 1))
      else {
        index += 1
        continue
      }
      let tag = line[index..<end]
      index = end
      guard
        tag.bytes.has("<a name=", at: 0) || tag.bytes.contains("data-ttu-id=")
          || tag.bytes.contains("data-stu-id=")
          || tag.bytes.contains("sxs-lookup")
      else { continue }
      if isEscaped { escapedTags += 1 }
      appendReferences(of: tag, to: &edits)
    }
    appendTitles(of: line, to: &edits)
    guard escapedTags > 0 else { return edits }
    // Where more brackets are escaped, the text may show a tag, which has to be.
    guard count(of: "&lt;", in: line.bytes) == 2 * escapedTags else { return [] }
    var closings: [Fix.Edit] = []
    index = 0
    while let found = line.bytes.firstRange(of: "&lt;/span&gt;", from: index) {
      appendReferences(of: line[found], to: &closings)
      index = found.upperBound
    }
    return closings.count == 2 * escapedTags ? edits + closings : []
  }

  /// Turns the `&quot;` around link titles into quotation marks: there they can't be text.
  private static func appendTitles(of line: borrowing Text, to edits: inout [Fix.Edit]) {
    var index = 0
    while let link = line.bytes.firstRange(of: "](", from: index) {
      index = link.upperBound
      while index < line.count, !line.bytes[index].isSpace, line.bytes[index] != 0x29 { index += 1 }
      guard line.bytes.has(" ", at: index) else { continue }
      while line.bytes.has(" ", at: index) { index += 1 }
      if line.bytes.has("&quot;", at: index) {
        edits.append(Fix.Edit(line[index..<index + 6].range, [0x22]))
        index += 6
      } else if !line.bytes.has("\"", at: index) {
        continue
      }
      guard let end = line.bytes.firstRange(of: "&quot;)", from: index),
        !line.bytes.extracting(index..<end.lowerBound).contains("\")")
      else { continue }
      edits.append(Fix.Edit(line[end.lowerBound..<end.upperBound - 1].range, [0x22]))
    }
  }

  private static func count(of literal: StaticString, in bytes: Span<UInt8>) -> Int {
    var (count, index) = (0, 0)
    while let found = bytes.firstRange(of: literal, from: index) {
      count += 1
      index = found.upperBound
    }
    return count
  }

  /// The index behind the end of a tag whose brackets may be escaped.
  private static func endOfTag(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != 0x3C, !bytes.has("&lt;", at: index) {
      if bytes[index] == 0x3E { return index + 1 }
      if bytes.has("&gt;", at: index) { return index + 4 }
      index += 1
    }
    return nil
  }

  private static let references: [(StaticString, UInt8)] = [
    ("&quot;", 0x22), ("&#34;", 0x22), ("\\\"", 0x22), ("&lt;", 0x3C), ("&gt;", 0x3E),
  ]

  /// Turns each character reference in a tag into its character.
  private static func appendReferences(of tag: borrowing Text, to edits: inout [Fix.Edit]) {
    var index = 0
    while index < tag.count {
      guard let (name, byte) = references.first(where: { tag.bytes.has($0.0, at: index) }) else {
        index += 1
        continue
      }
      let end = index + name.utf8CodeUnitCount
      edits.append(Fix.Edit(tag[index..<end].range, [byte]))
      index = end
    }
  }
}
