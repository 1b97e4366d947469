import LintCore
import LintText

/// A comma or full stop that stands twice, or that has lost what it stood behind.
struct DoubledMark: Rule {
  private static let doubled = Message(
    "doubled", "'{0}' stands there; the source has no such thing")
  private static let lone = Message(
    "lone", "'{0}' stands alone: no code or link stands before it as in the source")

  let info = RuleInfo(
    id: "doubled-mark", family: "text",
    finds:
      "two commas or full stops in a row, or a comma that stands alone, where the source has none.",
    why: """
      Machine translation moves names and code out of a list and leaves the commas behind: `, , and`. \
      The reader cannot tell what was listed. Put each name back before its comma. A full stop that \
      stands twice is a slip: `--fix` takes one away where the source ends with one.
      """,
    precision: """
      Of 150 findings read on real pages, 147 were true and three doubtful: of a comma behind a space, \
      where the markup before it was lost and not moved.
      """,
    severity: .warning, issueType: .typographical, fixable: .safe, messages: [doubled, lone],
    fails: [
      Example(
        "Commas without what they part.",
        .segment(
          source: "Values are `dim`, `glow`, and `off`.",
          target: "I valori⟦,,⟧ sono `dim` `glow` `off`.")
      ),
      Example(
        "With a space.",
        .segment(
          source: "Choose `dim`, `glow`, or `off`.", target: "Scegli `dim` ⟦, ,⟧ o `glow` `off`.")),
      Example(
        "One comma.",
        .segment(
          source: "The values are `dim`, and `off`.", target: "I valori sono ⟦,⟧ e `dim` `off`.")),
      Example(
        "A full stop twice.", .segment(source: "Open the lid.", target: "Apri il coperchio⟦..⟧")),
      Example(
        "A full stop twice, where commas are others.", locale: "ar-SA",
        .segment(source: "Open the lid.", target: "افتح الغطاء⟦..⟧")),
      Example(
        "In Japanese.", locale: "ja-JP",
        .segment(
          source: "Use `dim`, `glow`, or `off`.", target: "⟦、、⟧または `dim` `glow` `off` を使用します。")),
    ],
    passes: [
      Example(
        "Once each.", .segment(source: "Use `dim`, or `off`.", target: "Usa `dim`, o `off`.")),
      Example("The source has it, too.", .segment(source: "Write a,,b.", target: "Scrivi a,,b.")),
      Example("An ellipsis.", .segment(source: "Wait…", target: "Attendi...")),
      Example(
        "A folder above and a range.",
        .segment(source: "From .. to 5", target: "Da .. a 1..5 in ../hive")),
      Example(
        "Commas in code.", .segment(source: "Use commas.", target: "Usa `a,,b` e `, ,`.")),
      Example(
        "A space before a comma, where all is in its place.",
        .segment(source: "The lid, and the hive.", target: "Il coperchio , e l'arnia.")),
    ])

  func check(on kind: PageKind) -> Check? {
    let pairs = Self.ownCommas[kind.language] ?? []
    // Commas of their own are looked for where markup may have moved away from one.
    return .segments(
      pairs.isEmpty ? .targetDoubledMarks : [.targetDoubledMarks, .inlines],
      DoubledMarks(
        pairs: pairs, doubled: Self.doubled, lone: Self.lone))
  }
}

extension DoubledMark {
  /// Two marks of the languages that do not write the comma of ASCII.
  private static let ownCommas: [String: [StaticString]] = [
    "ja": ["、、", "。、", "。。", ".."], "zh": ["，，", "、、", "。。", ".."],
    "ar": ["،،", ".."], "fa": ["،،", ".."], "ur": ["،،", ".."], "ps": ["،،", ".."],
    "ckb": ["،،", ".."],
  ]
}

/// Looks for marks that stand twice or alone in one segment.
private struct DoubledMarks: SegmentCheck {
  /// One of these stands in whatever is doubled; empty where the needs tell.
  let pairs: [StaticString]
  let doubled: Message
  let lone: Message

  private enum Mark {
    case comma, stop
  }

  /// A mark and how many bytes it has: `,`, `.`, `、`, `。`, `，`, `،`.
  private static func mark(_ bytes: Span<UInt8>, _ index: Int) -> (Mark, Int)? {
    switch bytes[index] {
    case 0x2C: (.comma, 1)
    case 0x2E: (.stop, 1)
    case 0xE3:
      bytes.has("、", at: index) ? (.comma, 3) : bytes.has("。", at: index) ? (.stop, 3) : nil
    case 0xEF: bytes.has("，", at: index) ? (.comma, 3) : nil
    case 0xD8: bytes.has("،", at: index) ? (.comma, 2) : nil
    default: nil
    }
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let prose = segment.target.prose
    var sourceMarks: SourceMarks?
    if !pairs.isEmpty {
      let marks = SourceMarks(segment)
      guard marks.hasMarkupBeforeComma || pairs.contains(where: { prose.contains($0) })
      else { return }
      sourceMarks = marks
    }
    var hasStops: Bool?
    var index = 0
    while let start = firstMark(prose, from: index) {
      guard let (kind, length) = Self.mark(prose, start) else {
        index = start + 1
        continue
      }
      var end = start + length
      var count = 1
      var isMixed = false
      var next = end
      // Commas may have spaces between them.
      while true {
        while kind == .comma, next < prose.count, prose[next] == 0x20 { next += 1 }
        guard next < prose.count, let (other, width) = Self.mark(prose, next),
          other == kind || (length == 3 && width == 3)
        else { break }
        if other != kind { isMixed = true }
        next += width
        end = next
        count += 1
      }
      index = end
      guard count > 1 || kind == .comma else { continue }
      let marks = sourceMarks ?? SourceMarks(segment)
      sourceMarks = marks
      if count > 1 {
        guard
          kind == .comma || isMixed
            ? !marks.hasCommas : count == 2 && isStop(segment, start, end, &hasStops)
        else { continue }
        report(
          segment.target[start..<end], doubled, segment.target[start..<end].string,
          fix: kind == .stop && !isMixed ? fix(segment, start, end) : nil)
      } else if marks.hasMarkupBeforeComma, Self.isLone(prose, start, end) {
        report(segment.target[start..<end], lone, segment.target[start..<end].string)
      }
    }
  }

  /// Where the first comma or full stop begins, and perhaps other characters; those of other scripts are
  /// found by a byte that few others have: 80 of `、` and `。`, 8C of `，` and `،`.
  private func firstMark(_ prose: Span<UInt8>, from start: Int) -> Int? {
    guard !pairs.isEmpty else {
      return prose.firstIndex(ofAny: 0x2C, 0x2E, 0x2C, 0x2E, from: start)
    }
    var index = start
    while let found = prose.firstIndex(ofAny: 0x2C, 0x2E, 0x80, 0x8C, from: index) {
      switch prose[found] {
      case 0x2C, 0x2E: return found
      case 0x80 where found > start && prose[found - 1] == 0xE3: return found - 1
      case 0x8C where found > start && prose[found - 1] == 0xD8: return found - 1
      case 0x8C where found > start + 1 && prose[found - 2] == 0xEF: return found - 2
      default: index = found + 1
      }
    }
    return nil
  }

  /// Whether two full stops end a sentence: behind a word, and before a space, a quotation mark or the end.
  private func isStop(
    _ segment: borrowing Segment, _ start: Int, _ end: Int, _ hasStops: inout Bool?
  ) -> Bool {
    let prose = segment.target.prose
    guard start > 0, !prose[start - 1].isSpace, prose[start - 1] != 0x2E,
      end == prose.count || prose[end].isGap || prose[end] == 0x22 || prose[end] == 0x29
        || prose[end] == 0x2A
    else { return false }
    // Whether the source has two full stops in a row, or an ellipsis, is found once.
    let source = segment.source.bytes
    let known = hasStops ?? (source.contains("..") || source.contains("…"))
    hasStops = known
    return !known
  }

  /// Takes the second full stop away, where the source ends with one.
  private func fix(_ segment: borrowing Segment, _ start: Int, _ end: Int) -> Fix? {
    let half = (start + end) / 2
    let source = segment.source.bytes
    let last = source.trimmedRange.upperBound - 1
    guard segment.target.trimmed.range.upper == segment.target.range.lower + end,
      last >= 0, source[last] == 0x2E
    else { return nil }
    return Fix(.safe, "Delete one of the two.", [Fix.Edit(segment.target[half..<end].range)])
  }

  /// Whether a comma stands behind a space that stands behind a word, or at the beginning.
  private static func isLone(_ prose: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // Arabic and Chinese commas with a space before them mostly are slips of the keyboard.
    guard prose[start] == 0x2C ? end == prose.count || prose[end].isSpace : prose[start] == 0xE3
    else { return false }
    var before = start
    while before > 0, prose[before - 1] == 0x20 { before -= 1 }
    if before == 0 { return true }
    return before < start && prose[before - 1].isTextLetterOrDigit
  }
}

/// Which marks a source has that would excuse those of its translation.
private struct SourceMarks {
  /// Two commas with nothing between them.
  let hasCommas: Bool
  /// Whether code or a link stands right before a comma, and no space before any.
  let hasMarkupBeforeComma: Bool

  init(_ segment: borrowing Segment) {
    let prose = segment.source.prose
    var hasCommas = false
    var hasSpaced = false
    var hasMarkup = false
    var index = 0
    while let comma = prose.firstIndex(of: 0x2C, from: index) {
      index = comma + 1
      while index < prose.count, prose[index] == 0x20 { index += 1 }
      if index < prose.count, prose[index] == 0x2C { hasCommas = true }
      guard comma > 0, !prose[comma - 1].isSpace else {
        hasSpaced = true
        continue
      }
      if prose[comma - 1] == UInt8.blank { hasMarkup = true }
    }
    self.hasCommas = hasCommas
    hasMarkupBeforeComma = hasMarkup && !hasSpaced
  }
}
