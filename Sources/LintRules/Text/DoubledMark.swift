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
    severity: .warning, profiles: [.messages: .default], issueType: .typographical, fixable: .safe,
    messages: [doubled, lone],
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
        "A full stop twice, with a space.",
        .segment(source: "Open the lid.", target: "Apri il coperchio⟦. .⟧")),
      Example(
        "A full stop twice, where commas are others.", locale: "ar-SA",
        .segment(source: "Open the lid.", target: "افتح الغطاء⟦..⟧")),
      Example(
        "A Chinese comma.", locale: "zh-CN",
        .segment(source: "Open the lid, then wait.", target: "打开盖子⟦，，⟧然后等待。")),
      Example(
        "A Japanese full stop.", locale: "ja-JP",
        .segment(source: "Open the lid.", target: "ふたを開けます⟦。。⟧")),
      Example(
        "A Hindi full stop.", locale: "hi-IN",
        .segment(source: "Open the lid.", target: "ढक्कन खोलें⟦।।⟧")),
      Example(
        "A question mark of full width.", locale: "zh-CN",
        .segment(source: "Is the lid open?", target: "盖子打开了吗⟦？？⟧")),
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
        "An abbreviation, and the sentence's full stop.", locale: "de-DE",
        .segment(source: "Built in 44 B.C.", target: "Gebaut 44 v. Chr..")),
      Example(
        "A company's name, and the sentence's full stop.",
        .segment(source: "Made by Hive Inc.", target: "Prodotto da Hive Inc..")),
      Example(
        "A name with a full stop behind a sentence.",
        .segment(
          source: "Lift it. .hive files are wax.", target: "Alzalo. .hive sono file di cera.")),
      Example(
        "An ellipsis with spaces.", .segment(source: "Wait…", target: "Attendi. . .")),
      Example(
        "A Japanese ellipsis.", locale: "ja-JP",
        .segment(source: "Wait", target: "待ちます。。。")),
      Example(
        "Marks that are spoken of.", locale: "zh-CN",
        .segment(source: "Type “，，”.", target: "键入“，，”。")),
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
    let pairs = Self.ownPairs[kind.language] ?? []
    return .segments(
      pairs.isEmpty ? .targetDoubledMarks : .always,
      DoubledMarks(pairs: pairs, doubled: Self.doubled, lone: Self.lone))
  }
}

extension DoubledMark {
  /// Two marks of the languages that do not write those of ASCII.
  private static let ownPairs: [String: [StaticString]] = [
    "ja": chinese, "zh": chinese, "yue": chinese,
    "ar": arabic, "fa": arabic, "ur": arabic, "ps": arabic, "ckb": arabic, "sd": arabic,
    "ug": arabic,
    "as": danda, "bho": danda, "bn": danda, "brx": danda, "doi": danda, "hi": danda, "mai": danda,
    "mni": danda, "ne": danda, "or": danda, "pa": danda, "sat": danda,
    "am": ["።።", "፣፣"], "ti": ["።።", "፣፣"], "hy": ["։։"], "km": ["។។"], "my": ["။။", "၊၊"],
  ]
  private static let chinese: [StaticString] = [
    "。。", "、、", "，，", "。、", "、。", "。，", "，。", "？？",
  ]
  private static let arabic: [StaticString] = ["،،", "؟؟", "۔۔"]
  private static let danda: [StaticString] = ["।।"]
}

/// Looks for marks that stand twice or alone in one segment.
private struct DoubledMarks: SegmentCheck {
  /// One of these stands in whatever is doubled; empty where the needs tell.
  let pairs: [StaticString]
  let doubled: Message
  let lone: Message

  private enum Mark {
    case comma, stop, question
  }

  /// A mark and how many bytes it has: `,`, `.`, and those of other scripts.
  private static func mark(_ bytes: Span<UInt8>, _ index: Int) -> (Mark, Int)? {
    switch bytes[index] {
    case 0x2C: (.comma, 1)
    case 0x2E: (.stop, 1)
    case 0xE3:
      bytes.has("、", at: index) ? (.comma, 3) : bytes.has("。", at: index) ? (.stop, 3) : nil
    case 0xEF:
      bytes.has("，", at: index)
        ? (.comma, 3) : bytes.has("？", at: index) ? (.question, 3) : nil
    case 0xD8:
      bytes.has("،", at: index) ? (.comma, 2) : bytes.has("؟", at: index) ? (.question, 2) : nil
    case 0xD6: bytes.has("։", at: index) ? (.stop, 2) : nil
    case 0xDB: bytes.has("۔", at: index) ? (.stop, 2) : nil
    case 0xE0: bytes.has("।", at: index) ? (.stop, 3) : nil
    case 0xE1:
      bytes.has("።", at: index) || bytes.has("។", at: index) || bytes.has("။", at: index)
        ? (.stop, 3) : bytes.has("፣", at: index) || bytes.has("၊", at: index) ? (.comma, 3) : nil
    default: nil
    }
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let prose = segment.target.prose
    var sourceMarks: SourceMarks?
    if !pairs.isEmpty, !shared.traits.contains(.targetDoubledMarks),
      !mayHavePair(prose)
    {
      // A comma alone is looked for where markup may have moved away from it.
      guard shared.traits.contains(.inlines) else { return }
      let marks = SourceMarks(segment)
      guard marks.hasMarkupBeforeComma else { return }
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
      // Commas may have spaces between them, full stops one.
      while true {
        while kind == .comma, next < prose.count, prose[next] == 0x20 { next += 1 }
        // What stands before a letter begins a name, as in `. .NET`.
        if kind == .stop, prose.has(" .", at: next),
          next + 2 >= prose.count || !prose[next + 2].isLetter
        {
          next += 1
        }
        guard next < prose.count, let (other, width) = Self.mark(prose, next),
          other == kind || (length == 3 && width == 3 && kind != .question && other != .question)
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
            ? !marks.hasCommas && (length == 1 || !isSources(segment, start, end, isMixed: isMixed))
            : count == 2 && isEnd(kind, segment, start, end, &hasStops)
        else { continue }
        report(
          segment.target[start..<end], doubled, segment.target[start..<end].string,
          fix: kind == .stop && !isMixed ? fix(segment, start, end) : nil)
      } else if marks.hasMarkupBeforeComma, Self.isLone(prose, start, end) {
        report(segment.target[start..<end], lone, segment.target[start..<end].string)
      }
    }
  }

  /// Whether one of the pairs may stand in a text.
  private func mayHavePair(_ prose: Span<UInt8>) -> Bool {
    // Of those of Chinese and Japanese there are many, and one look tells that none is there.
    if pairs.count > Self.fewPairs, !prose.mayHavePairOfMarks { return false }
    return pairs.contains { prose.contains($0) }
  }

  private static let fewPairs = 4

  /// Where the first mark begins, and perhaps other characters; only few segments of scripts with marks
  /// of their own are looked at.
  private func firstMark(_ prose: Span<UInt8>, from start: Int) -> Int? {
    guard !pairs.isEmpty else {
      return prose.firstIndex(ofAny: 0x2C, 0x2E, 0x2C, 0x2E, from: start)
    }
    var index = start
    while index < prose.count, Self.mark(prose, index) == nil { index += 1 }
    return index < prose.count ? index : nil
  }

  /// Whether the source has the same marks, or an ellipsis, which equal ones may stand for.
  private func isSources(
    _ segment: borrowing Segment, _ start: Int, _ end: Int, isMixed: Bool
  ) -> Bool {
    let source = segment.source.bytes
    return source.contains(segment.target.prose.extracting(start..<end))
      || !isMixed && (source.contains("…") || source.contains("..."))
  }

  /// Whether two marks that end a sentence are none of the source's.
  private func isEnd(
    _ kind: Mark, _ segment: borrowing Segment, _ start: Int, _ end: Int, _ hasStops: inout Bool?
  ) -> Bool {
    guard kind == .question else { return isStop(segment, start, end, &hasStops) }
    let source = segment.source.bytes
    return source.contains("?") && !source.contains("??") && !source.contains("?!")
      && !isSources(segment, start, end, isMixed: false)
  }

  /// Whether two full stops end a sentence: behind a word, and before a space, a quotation mark or the end.
  private func isStop(
    _ segment: borrowing Segment, _ start: Int, _ end: Int, _ hasStops: inout Bool?
  ) -> Bool {
    let prose = segment.target.prose
    guard start > 0, !prose[start - 1].isSpace, prose[start - 1] != 0x2E,
      // Most other scripts set no space behind it.
      prose[start] != 0x2E || end == prose.count || prose[end].isGap || prose[end] == 0x22
        || prose[end] == 0x29 || prose[end] == 0x2A,
      end - start != 2 || !prose.hasAbbreviation(before: start)
    else { return false }
    // Whether the source has two full stops in a row, or an ellipsis, is found once.
    let source = segment.source.bytes
    let known =
      hasStops
      ?? (source.contains("..") || source.contains("…") || source.contains("。。")
        || source.contains(". .")
        || source.hasAbbreviation(before: source.trimmedRange.upperBound - 1))
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

extension Span<UInt8> {
  /// Words that end with a full stop of their own, behind which that of the sentence may be meant.
  private static var abbreviations: [StaticString] {
    [
      "approx", "asst", "bros", "co", "corp", "dept", "dr", "ed", "enz", "esq", "est", "etc",
      "excl",
      "ext", "fig", "inc", "incl", "jr", "lic", "ltd", "ltda", "max", "min", "misc", "no", "op",
      "resp",
      "seq", "sr", "usw", "vol", "vs",
    ]
  }

  /// Whether the full stop at an index ends an abbreviation: `Inc.`, `B.C.`, `v. Chr.`
  fileprivate func hasAbbreviation(before stop: Int) -> Bool {
    guard stop > 0 else { return false }
    var start = stop
    while start > 0, stop - start <= 12, !self[start - 1].isSpace { start -= 1 }
    let word = extracting(start..<stop)
    if word.firstIndex(of: 0x2E).map({ $0 <= 4 && !word.contains("..") }) == true {
      return word.count <= 8
    }
    if Self.abbreviations.contains(where: { word.equalsIgnoringCase($0) }) { return true }
    // `v. Chr`: one or two letters with a full stop before it.
    guard word.count <= 4, start >= 3, self[start - 1].isSpace, self[start - 2] == 0x2E else {
      return false
    }
    return start == 3
      || self[start - 3].isTextLetter
        && (start == 4 || self[start - 4].isSpace || start == 5 || self[start - 5].isSpace)
  }
}
