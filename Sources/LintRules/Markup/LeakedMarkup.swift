import LintCore
import LintText

/// A mark that a translation engine puts in for markup while it works, left in the text.
struct LeakedMarkup: SegmentRule {
  private static let mark = Message("mark", "'{0}' is a mark of the translation engine")
  private static let entity = Message("entity", "'{0}' is a broken character reference")
  private static let doubled = Message(
    "doubled", "'{0}' stands in brackets of its own within a link's")
  private static let emptied = Message("emptied", "'{0}' is empty: its code or link has moved out")

  let info = RuleInfo(
    id: "leaked-markup", family: "markup",
    finds:
      "a translation engine's own marks, brackets that it doubles or empties, and character references with a space in them.",
    why: """
      The engine puts marks such as `<2>` and `{1&gt;…&lt;1}` in the place of names and markup, and \
      takes them out again; one that is left over stands where a name was lost. Put the name of the \
      source there. `& lt;` is the reader's `& lt;`: write `&lt;`. `--fix` puts the source in the place of a mark that is \
      all of the target.
      """,
    precision: "Of 39 findings on real pages, all that there were, 39 were true.",
    severity: .warning, profiles: [.messages: .default], issueType: .markup, fixable: .safe,
    messages: [mark, entity, doubled, emptied],
    fails: [
      Example(
        "A number in angle brackets.",
        .segment(source: "Open the Hive panel", target: "Apri il pannello ⟦<2>⟧")),
      Example(
        "Braces around a name.",
        .segment(source: "HiveLantern", target: "⟦{1&gt;⟧HiveLantern⟦&lt;1}⟧")),
      Example(
        "A tag of the exchange format.",
        .segment(source: "The `Hub` reads it.", target: "⟦ph x=\"1\" /&gt;⟧ lo legge.")),
      Example(
        "A number sign and a code.",
        .segment(source: "Hive notification", target: "⟦#A0⟧ Notifica dell'alveare")),
      Example(
        "Such a mark in the place of a name.",
        .segment(source: "HiveLantern", target: "⟦#A12⟧")),
      Example(
        "A space in a character reference.",
        .segment(source: "a &lt; b", target: "a ⟦& lt;⟧ b")),
      Example(
        "A space behind its name.",
        .segment(source: "a &gt; b", target: "a ⟦&gt ;⟧ b")),
      Example(
        "A tag of the exchange format with a number.",
        .segment(source: "Open the Hive", target: "Apri ⟦<g id=\"1\">⟧Hive⟦</g>⟧")),
      Example(
        "The tags that a text was given to a model in.",
        .segment(
          source: "Open the Hive",
          target: "⟦<text_to_translate>⟧Apri Hive⟦</text_to_translate>⟧")),
      Example(
        "Doubled brackets with spaces.",
        .segment(source: "See [the guide](a.md).", target: "Vedi [ ⟦[la guida]⟧ ](a.md).")),
      Example(
        "Doubled brackets.",
        .segment(source: "See [the guide](a.md).", target: "Vedi [⟦[la guida]⟧](a.md).")),
      Example(
        "Emptied parentheses.",
        .segment(
          source: "Set it to `dim` (`F2`).", target: "Impostalo ⟦( )⟧ su `dim` `F2`.")),
    ],
    passes: [
      Example("A call.", .segment(source: "Use (`dim`).", target: "Usa dim() e (`dim`).")),
      Example(
        "The source's are empty, too.",
        .segment(source: "Write () or (`dim`).", target: "Scrivi () o (`dim`).")),
      Example(
        "The source's are doubled, too.",
        .segment(source: "See [[1]](a.md).", target: "Vedi [[1]](a.md).")),
      Example("An ampersand and a list.", .segment(source: "R&D; other", target: "R & S; altro")),
      Example("The source has it too.", .segment(source: "Type <2>.", target: "Scrivi <2>.")),
      Example(
        "A colour.", .segment(source: "Paint it red.", target: "Coloralo di #A0B1C2, o #A01234.")),
      Example("Code is text.", .segment(source: "Type 2.", target: "Scrivi `<2>`.")),
      Example("A sentence with an ampersand.", .segment(source: "R & D; lt", target: "R & S; lt")),
    ])

  let needs: SegmentTraits = [.targetMarkup, .targetNumberSign, .targetBrackets]

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    if shared.traits.contains(.targetNumberSign) { reportNumbers(segment, &report) }
    if shared.traits.isSuperset(of: [.targetBrackets, .inlines]) {
      EmptiedBrackets(doubled: Self.doubled, emptied: Self.emptied).check(segment, &report)
    }
    if shared.traits.contains(.targetMarkup) { reportMarks(segment, &report) }
  }

  private func reportMarks(_ segment: borrowing Segment, _ report: inout Findings) {
    let bytes = segment.target.bytes
    var budget = SearchBudget(segment)
    var inSource: Remembered<Bool> = Remembered()
    var code = CodeRanges()
    var index = 0
    // `ph x=` begins with a letter, of which there are too many; it is found by its `=`.
    while let found = bytes.firstIndex(ofAny: 0x3C, 0x7B, 0x26, 0x3D, from: index) {
      index = found + 1
      let isEquals = bytes[found] == 0x3D
      let start = isEquals ? found - 4 : found
      guard !isEquals || bytes.has("ph x=", at: start),
        let (end, message) = Self.mark(bytes, at: start),
        Self.isLeaked(bytes.extracting(start..<end), message, segment, &inSource, &budget),
        !code.contains(segment.target.range.lower + start, segment.targetInlines)
      else { continue }
      report(segment.target[start..<end], message, segment.target[start..<end].string)
      index = end
    }
  }

  /// Reports `#A0`, `#A1` and so on, which the engine that wrote them puts in the place of names.
  private func reportNumbers(_ segment: borrowing Segment, _ report: inout Findings) {
    let bytes = segment.target.bytes
    var code = CodeRanges()
    // The source has none at all; it is looked at once.
    var isSources: Bool?
    var index = 0
    while let found = bytes.firstRange(of: "#A", from: index) {
      let end = Self.skipDigits(bytes, found.upperBound)
      index = found.upperBound
      guard end > index, end <= index + 2,
        end == bytes.count || !bytes[end].isWordByte && bytes[end] != 0x2D,
        found.lowerBound == 0 || !bytes[found.lowerBound - 1].isTextLetterOrDigit
      else { continue }
      let known = isSources ?? segment.source.bytes.contains("#A")
      isSources = known
      if known { return }
      let mark = segment.target[found.lowerBound..<end]
      guard !code.contains(mark.range.lower, segment.targetInlines) else { continue }
      // A mark and nothing else stands for all of the source.
      let fix =
        segment.target.trimmed.range == mark.range
        ? Fix(
          .safe, "Write what the source has.", [.copy(segment.source.trimmed, over: mark.range)])
        : nil
      report(mark, Self.mark, mark.string, fix: fix)
    }
  }

  /// Whether a mark is none of the source's own.
  private static func isLeaked(
    _ mark: Span<UInt8>, _ message: Message, _ segment: borrowing Segment,
    _ inSource: inout Remembered<Bool>, _ budget: inout SearchBudget
  ) -> Bool {
    let source = segment.source.bytes
    return !inSource.value(of: mark) {
      !budget.allows(segment.source) || source.contains(mark)
        || (message == entity && !isReference(mark, in: source))
    }
  }

  private static func mark(_ bytes: Span<UInt8>, at index: Int) -> (end: Int, Message)? {
    switch bytes[index] {
    case 0x3C:  // <2>, <g id="2"> or </g>
      if let end = exchangeTag(bytes, at: index) { return (end, mark) }
      let end = skipDigits(bytes, index + 1)
      return end > index + 1 && end <= index + 3 && bytes.has(">", at: end) ? (end + 1, mark) : nil
    case 0x7B:  // {1&gt; or {1>
      let end = skipDigits(bytes, index + 1)
      guard end > index + 1 else { return nil }
      if bytes.has("&gt;", at: end) { return (end + 4, mark) }
      return bytes.has(">", at: end) ? (end + 1, mark) : nil
    case 0x70:  // ph x="1" />
      guard bytes.has("ph x=\"", at: index) else { return nil }
      let end = skipDigits(bytes, index + 6)
      if bytes.has("\" /&gt;", at: end) { return (end + 7, mark) }
      return bytes.has("\" />", at: end) ? (end + 4, mark) : nil
    default:  // &lt;1} or & lt;
      if bytes.has("&lt;", at: index) {
        let end = skipDigits(bytes, index + 4)
        return end > index + 4 && bytes.has("}", at: end) ? (end + 1, mark) : nil
      }
      return brokenReference(bytes, at: index).map { ($0, entity) }
    }
  }

  /// The index where a tag of the exchange format ends: `<g id="2">`, `</g>`, `<x id="2"/>`.
  private static func exchangeTag(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    for tag in ["</g>", "</bpt>", "</ept>", "<text_to_translate>", "</text_to_translate>"]
      as [StaticString] where bytes.has(tag, at: index)
    {
      return index + tag.utf8CodeUnitCount
    }
    for tag in exchangeTags where bytes.has(tag, at: index) {
      let end = skipDigits(bytes, index + tag.utf8CodeUnitCount)
      for close in ["\">", "\"/>", "\" />"] as [StaticString] where bytes.has(close, at: end) {
        return end + close.utf8CodeUnitCount
      }
    }
    return nil
  }

  private static let exchangeTags: [StaticString] = [
    "<g id=\"", "<x id=\"", "<bx id=\"", "<ex id=\"", "<bpt id=\"", "<ept id=\"", "<ph id=\"",
  ]

  /// The index where `& name;` or `& #1;` ends.
  private static func brokenReference(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    for reference in ["&lt ;", "&gt ;", "&amp ;", "&quot ;", "&nbsp ;"] as [StaticString]
    where bytes.has(reference, at: index) {
      return index + reference.utf8CodeUnitCount
    }
    guard bytes.has("& ", at: index) else { return nil }
    var end = index + 2
    while end < bytes.count, end < index + 12,
      bytes[end].isLetterOrDigit || bytes[end] == 0x23
    {
      end += 1
    }
    return end > index + 3 && bytes.has(";", at: end) ? end + 1 : nil
  }

  /// Whether `& name;` was a character reference: the source has it without the space, or it is one
  /// of those whose names no sentence has.
  private static func isReference(_ broken: Span<UInt8>, in source: Span<UInt8>) -> Bool {
    // `&lt ;` is one of these names.
    guard broken[1] == 0x20 else { return true }
    let name = broken.extracting(2..<broken.count)
    for known in ["lt;", "gt;", "amp;", "quot;", "nbsp;"] as [StaticString]
    where name.elementsEqual(known) {
      return true
    }
    var start = 0
    while let found = source.firstIndex(of: 0x26, from: start) {
      let end = found + 1 + name.count
      if end <= source.count, source.extracting(found + 1..<end).elementsEqual(name) { return true }
      start = found + 1
    }
    return false
  }

  private static func skipDigits(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end
  }

  /// Tells which offsets lie in code. They must be asked for in rising order, so that each inline
  /// is looked at once.
  private struct CodeRanges {
    private var next = 0
    private var end = 0

    mutating func contains(_ offset: Int, _ inlines: Span<Inline>) -> Bool {
      while next < inlines.count, inlines[next].range.lower <= offset {
        if inlines[next].kind == .code { end = max(end, inlines[next].range.upper) }
        next += 1
      }
      return offset < end
    }
  }
}
