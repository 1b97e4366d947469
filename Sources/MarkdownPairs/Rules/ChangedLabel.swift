import LintCore
import LintText

/// A label of what a product shows, `[!UICONTROL Save]`, whose mark was damaged.
struct ChangedLabel: PairRule {
  private static let changed = Message("changed", "the mark '{0}' became '{1}'")

  let info = RuleInfo(
    id: "changed-label", family: "markup",
    finds: "`[!UICONTROL Save]` or `[!DNL Hive]` whose key word or sign is not the source's.",
    why: """
      The publisher puts in what the product shows in the reader's language, or keeps the words as they \
      are. Of a mark that it doesn't know the reader sees the brackets. Write the mark as the source does: \
      a bracket, an exclamation mark and the key word in capitals; `--fix` does so.
      """,
    precision: "No page of those read has one; of 3,000 labels none was reported wrongly.",
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, fixable: .safe, messages: [changed],
    fails: [
      Example(
        "A space in it.",
        .pair(
          source: "Press **[!UICONTROL Open]**.\n", target: "Premi **⟦[! UICONTROL ⟧Open]**.\n")),
      Example(
        "The key word was translated.",
        .pair(
          source: "Press [!UICONTROL Open] in [!DNL Hive].\n",
          target: "In [!DNL Hive] premi ⟦[!CONTROLLOUI ⟧Open].\n")),
      Example(
        "The sign is lost.",
        .pair(source: "Press [!UICONTROL Open].\n", target: "Premi ⟦[UICONTROL ⟧Open].\n")),
    ],
    passes: [
      Example(
        "Words of the label are for translating, and it may be said once.",
        .pair(
          source: "[!UICONTROL Open] and [!UICONTROL Open] again.\n",
          target: "[!UICONTROL Apri], due volte.\n")),
      Example(
        "Brackets that the source has, too.",
        .pair(source: "[UICONTROL x] is [!DNL Hive].\n", target: "[UICONTROL x] è [!DNL Hive].\n")),
    ])

  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings) {
    guard let original = document.source?.bytes else { return }
    let (bytes, source) = (document.bytes.span, original.span)
    for partners in pair.alignment.pairs {
      let (leaf, other) = (pair.target.list[partners.target], pair.source.list[partners.source])
      guard leaf.isText, pair.isComparable(partners.target) else { continue }
      let theirs = Self.marks(source, other.content)
      guard theirs.contains(where: { $0.isWhole }) else { continue }
      let ours = Self.marks(bytes, leaf.content)
      // Key words that the page has less often, each as often as it lacks it.
      var lacking = theirs.filter(\.isWhole)
      for mark in ours where mark.isWhole {
        if let place = lacking.firstIndex(where: {
          source.extracting($0.word.range).elementsEqual(bytes.extracting(mark.word.range))
        }) {
          lacking.remove(at: place)
        }
      }
      let known = Set(theirs.map { [UInt8](source.extracting($0.range.range)) })
      for mark in ours where !known.contains([UInt8](bytes.extracting(mark.range.range))) {
        let word = bytes.extracting(mark.word.range)
        let same = lacking.firstIndex {
          source.extracting($0.word.range).equalsIgnoringCase(word)
        }
        // Another key word is one that was translated; without its sign it is text.
        guard let place = same ?? (mark.isWhole && lacking.count == 1 ? 0 : nil) else { continue }
        let right = lacking.remove(at: place)
        let text = source.extracting(right.range.range)
        report(
          mark.range, Self.changed, String(text), String(bytes.extracting(mark.range.range)),
          related: Finding.Related(right.range.inSource),
          fix: Fix(
            .safe, "Write the mark as the source does.", [Fix.Edit(mark.range, [UInt8](text))]))
      }
    }
  }

  private struct Mark {
    /// From the bracket to the space behind the key word.
    let range: ByteRange
    let word: ByteRange
    /// Whether the sign stands behind the bracket, and the key word behind the sign.
    let isWhole: Bool
  }

  /// What labels begin with in a text, whole or damaged.
  private static func marks(_ bytes: Span<UInt8>, _ range: ByteRange) -> [Mark] {
    var marks: [Mark] = []
    let text = bytes.extracting(0..<range.upper)
    var index = range.lower
    while let open = text.firstIndex(of: 0x5B, from: index), marks.count < 64 {
      index = open + 1
      var next = open + 1
      while next < range.upper, text[next] == 0x20 { next += 1 }
      let hasSign = text.has("!", at: next)
      if hasSign { next += 1 }
      if text.has("！", at: next) { next += 3 }
      while next < range.upper, text[next] == 0x20 { next += 1 }
      let word = next
      while next < range.upper, text[next].isLetterOrDigit || text[next] >= 0x80 { next += 1 }
      guard next - word >= 2, text.has(" ", at: next) else { continue }
      let isWhole = hasSign && word == open + 2
      if !isWhole, text.extracting(word..<next).contains(where: { !$0.isUppercase }) { continue }
      marks.append(
        Mark(
          range: ByteRange(open, next + 1), word: ByteRange(word, next), isWhole: isWhole))
    }
    return marks
  }
}
