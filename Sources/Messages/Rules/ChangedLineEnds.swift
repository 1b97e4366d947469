package import LintCore
import LintText

/// A message that begins or ends with a line break where its source has none, or the other way round.
package struct ChangedLineEnds: MessageRule {
  private static let lostFirst = Message(
    "lost-first", "the source begins with a line break, '{0}' does not")
  private static let lostLast = Message(
    "lost-last", "the source ends with a line break, '{0}' does not")
  private static let addedFirst = Message(
    "added-first", "a line break stands before '{0}', the source has none there")
  private static let addedLast = Message(
    "added-last", "a line break stands behind '{0}', the source has none there")

  package let info = RuleInfo(
    id: "changed-line-ends", family: "messages",
    finds: "a line break at the beginning or end of a message that only one of the halves has.",
    why: """
      Programs print messages one after the other: without its line break one runs into the next, and with one \
      more there is an empty line. `msgfmt -c` refuses to compile such a file. Begin and end the translation as \
      the source does; `--fix` does so.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .formatting, fixable: .safe, messages: [lostFirst, lostLast, addedFirst, addedLast],
    fails: [
      Example(
        "Lost at the end.", fileExtension: "po",
        .file("msgid \"Opened.\\n\"\nmsgstr \"Aperto⟦.⟧\"\n")),
      Example(
        "Added at the beginning.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"⟦\\n⟧Aperto.\"\n")),
      Example(
        "Lost at the beginning.", fileExtension: "po",
        .file("msgid \"\\nOpened.\"\nmsgstr \"⟦A⟧perto.\"\n")),
      Example(
        "Added at the end.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"Aperto.⟦\\n⟧\"\n")),
      Example(
        "Hidden behind a space.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"Aperto.⟦\\n\u{A0}⟧\"\n")),
      Example(
        "Hidden before the text.", fileExtension: "po",
        .file("msgid \"Opened.\"\nmsgstr \"⟦\u{A0}\\n⟧Aperto.\"\n")),
    ],
    passes: [
      Example(
        "Line breaks inside are free.", fileExtension: "po",
        .file("msgid \"Open\\nthe lid.\\n\"\nmsgstr \"Apri il coperchio.\\n\"\n"))
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    let (source, target) = (segment.source.bytes, segment.target.bytes)
    guard !source.isEmpty, !target.isEmpty else { return }
    let first = Self.spaces(atStartOf: target)
    let last = max(first, target.count - Self.spaces(atEndOf: target))
    let inner = target.extracting(first..<last)
    let words = inner.extracting(inner.trimmedRange)
    if Self.begins(source) != Self.begins(target) {
      let end = first < target.count ? first + target.scalar(at: first).length : first
      report(
        segment.target[0..<end],
        Self.begins(source) ? Self.lostFirst : Self.addedFirst,
        String(words.extracting(words.firstWord)),
        fix: Self.fix(
          segment.target, Self.begins(source) ? 0..<0 : 0..<Self.endOfBreaks(target)))
    }
    if Self.ends(source) != Self.ends(target) {
      let start = last > 0 ? last - target.scalar(before: last).length : 0
      report(
        segment.target[start..<target.count], Self.ends(source) ? Self.lostLast : Self.addedLast,
        String(words.extracting(words.lastWord)),
        fix: Self.fix(
          segment.target,
          Self.ends(source)
            ? target.count..<target.count : Self.startOfBreaks(target)..<target.count))
    }
  }

  /// Puts a line break in, or takes out those that the target has; `nil` where nothing else would be left.
  private static func fix(_ target: borrowing Text, _ breaks: Range<Int>) -> Fix? {
    guard breaks.count < target.count else { return nil }
    // What is shown as `\\n` or `/n` was one: who put it there knows which.
    if breaks.isEmpty,
      target.bytes.has("\\n", at: target.count - 2) || target.bytes.has("/n", at: target.count - 2)
        || target.bytes.has("\\n", at: 0)
    {
      return nil
    }
    let place = ByteRange(
      target.range.lower + breaks.lowerBound, target.range.lower + breaks.upperBound)
    return breaks.isEmpty
      ? Fix(.safe, "Put the line break in.", [Fix.Edit(place, [0x0A])])
      : Fix(.safe, "Take the line break out.", [Fix.Edit(place, [])])
  }

  /// Behind the line breaks that a text begins with, and no-break spaces among them.
  private static func endOfBreaks(_ text: Span<UInt8>) -> Int {
    var end = 0
    while end < text.count, text[end] == 0x0A || text.has("\u{A0}", at: end) {
      end += text[end] == 0x0A ? 1 : 2
    }
    return end
  }

  private static func startOfBreaks(_ text: Span<UInt8>) -> Int {
    var start = text.count
    while start > 0, text[start - 1] == 0x0A || text.has("\u{A0}", at: start - 2) {
      start -= text[start - 1] == 0x0A ? 1 : 2
    }
    return start
  }

  private static func begins(_ text: Span<UInt8>) -> Bool {
    text.has("\n", at: spaces(atStartOf: text))
  }

  private static func ends(_ text: Span<UInt8>) -> Bool {
    let end = text.count - spaces(atEndOf: text)
    return end > 0 && text[end - 1] == 0x0A
  }

  /// The bytes of no-break spaces, which stand before a line break unseen.
  private static func spaces(atStartOf text: Span<UInt8>) -> Int {
    var end = 0
    while text.has("\u{A0}", at: end) { end += 2 }
    return end
  }

  private static func spaces(atEndOf text: Span<UInt8>) -> Int {
    var start = text.count
    while start >= 2, text.has("\u{A0}", at: start - 2) { start -= 2 }
    return text.count - start
  }
}
