import LintCore
import LintText

/// A reference link that leads nowhere any more.
struct ChangedReferenceLink: SegmentRule {
  private static let missing = Message("missing", "the link with the label '{0}' is missing")
  private static let changed = Message("changed", "the label '{0}' of a link became '{1}'")
  private static let bare = Message("bare", "the link shows its label '{0}' instead of its words")

  let info = RuleInfo(
    id: "changed-reference-link", family: "links",
    finds: "`[words][label]` whose label was changed, or that the target has lost.",
    why: """
      The label is what joins the link with the line `[label]: address` further down. When it is \
      translated, lost or parted from the words, the reader sees brackets in the middle of the sentence \
      and nothing to click. Keep the label of the source behind the translated words; also where the \
      source has `[label]` or `[label][]`, whose words are the label: `[etichetta][label]`. `--fix` does \
      so where one link alone differs.
      """,
    precision: "Of 8 findings on real pages, all that there were, 8 were true.",
    severity: .error, issueType: .markup, fixable: .safe, messages: [missing, changed, bare],
    fails: [
      Example(
        "The label was translated.",
        .body(
          "{{pair:103|Open [the hive][HivePage].|Apri [l'alveare][⟦PaginaAlveare⟧].}}\n\n[HivePage]: hive.md\n"
        )),
      Example(
        "The link became words.",
        .body(
          "{{pair:103|Open [the hive][HivePage].|⟦Apri l'alveare.⟧}}\n\n[HivePage]: hive.md\n")),
      Example(
        "The label of another link.",
        .body(
          "{{pair:103|Open [it][Hive].|Apri [lo][⟦Lid⟧].}}\n\n[Hive]: hive.md\n[Lid]: lid.md\n")),
      Example(
        "A space before the label.",
        .body(
          "{{pair:103|Open [the hive][HivePage].|Apri [l'alveare] ⟦[HivePage]⟧.}}\n\n[HivePage]: hive.md\n"
        )),
      Example(
        "The words were the label.",
        .body("{{pair:103|See the [guide][].|Vedi la [guida]⟦[]⟧.}}\n\n[guide]: guide.md\n")),
      Example(
        "The words alone were the label.",
        .body("{{pair:103|See the [guide].|Vedi la ⟦[guida]⟧.}}\n\n[guide]: guide.md\n")),
    ],
    passes: [
      Example(
        "The same label, in another letter case.",
        .body(
          "{{pair:103|Open [the hive][HivePage].|Apri [l'alveare][hivepage].}}\n\n[HivePage]: hive.md\n"
        )),
      Example(
        "Words that were the label, with the label behind them.",
        .body("{{pair:103|See the [guide].|Vedi la [guida][guide].}}\n\n[guide]: guide.md\n")),
      Example(
        "The address stands in the sentence.",
        .body(
          "{{pair:103|Open [the hive][h].|Apri [l'alveare](hive.md).}}\n\n[h]: hive.md\n")),
      Example(
        "Brackets without a definition are text.",
        .segment(source: "Read a[in][out].", target: "Leggi a[in] [out].")),
      Example(
        "One that the source has twice.",
        .body(
          "{{pair:103|[Hive][h] counts, [Hive][h] opens.|[Hive][h] conta e apre.}}\n\n[h]: hive.md\n"
        )),
    ])

  let needs: SegmentTraits = .inlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard segment.sourceInlines.contains(where: { $0.kind == .reference }), !segment.target.isBlank
    else { return }
    Self.reportBare(segment, isPair: shared.sourceFile != nil, &report)
    guard let difference = shared.difference(of: .references, segment) else { return }
    let only = difference.onlyChange(in: segment, .references)
    // A page of its own defines its labels itself, in its own language.
    for (source, target) in shared.sourceFile == nil ? difference.changed : [] {
      let (right, wrong) = (segment.sourceInlines[source], segment.targetInlines[target])
      let label = segment.source[right.destination]
      report(
        wrong.destination, Self.changed, label.string, segment.target[wrong.destination].string,
        related: Finding.Related(right.range),
        fix: only == nil || wrong.isBareReference
          ? nil : Self.fix(label, over: wrong.destination))
    }
    guard !difference.lost.isEmpty,
      // One with its address in it leads somewhere; whether it is the same is not known here.
      shared.difference(of: .links, segment)?.added.count ?? 0 < difference.lost.count
    else { return }
    var remains = LooseReferences(segment.target).list[...]
    // Which of several is which nobody knows; and words of several links may have run together.
    let isOne =
      remains.count == 1 && difference.lost.count == 1
      && segment.sourceInlines.count { $0.kind == .reference } == 1
    if remains.count != difference.lost.count { remains = [] }
    var budget = SearchBudget(segment)
    for source in difference.lost {
      let right = segment.sourceInlines[source]
      let label = segment.source[right.destination]
      if let wrong = remains.popFirst() {
        report(
          wrong.place, Self.changed, label.string,
          segment.target[wrong.label.range(from: segment.target.range.lower)].string,
          related: Finding.Related(right.range),
          fix: isOne && (wrong.hasLabel || right.isBareReference) ? Self.fix(label, wrong) : nil)
      } else {
        report(
          shared.sourceFile != nil && budget.allows(segment.target)
            && budget.allows(segment.source)
            ? LostLinkPlace.text(for: right, segment) : segment.target.trimmed,
          Self.missing, label.string, related: Finding.Related(right.range))
      }
    }
  }

  private static func fix(_ label: borrowing Text, over range: ByteRange) -> Fix {
    Fix(.safe, "Copy the label from the source.", [.copy(label, over: range)])
  }

  private static func fix(_ label: borrowing Text, _ wrong: LooseReferences.Piece) -> Fix {
    if wrong.hasLabel { return fix(label, over: wrong.label) }
    let text = [0x5B] + Array(label.bytes) + [0x5D]
    return Fix(
      .safe, "Put the label of the source behind the words.",
      [Fix.Edit(ByteRange(wrong.end, wrong.hasBrackets ? wrong.end + 2 : wrong.end), text)])
  }

  /// Reports labels that stand alone, where the source has words before them.
  ///
  /// - Parameter isPair: Whether the source is a file of its own: there labels behind words that stand in brackets
  ///   and lead nowhere are told, too, where the source has none such.
  private static func reportBare(
    _ segment: borrowing Segment, isPair: Bool, _ report: inout Findings
  ) {
    guard segment.targetInlines.contains(where: { $0.isBareReference }) else { return }
    // Those that the source has alone, and those behind words.
    var (bare, worded): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
    for index in segment.sourceInlines.indices {
      let right = segment.sourceInlines[index]
      guard right.kind == .reference else { continue }
      let label = segment.source[right.destination].bytes.lowercased
      if right.isBareReference { bare.insert(label) } else { worded.insert(label) }
    }
    let hasGap = segment.source.bytes.contains("] [")
    for index in segment.targetInlines.indices where segment.targetInlines[index].isBareReference {
      let link = segment.targetInlines[index]
      let label = segment.target[link.destination]
      let key = label.bytes.lowercased
      let fix = closingUp(link, segment.target)
      guard
        worded.contains(key) && !bare.contains(key)
          || isPair && fix != nil && (worded.contains(key) || bare.contains(key)) && !hasGap
      else { continue }
      report(link.range, Self.bare, label.string, fix: fix)
    }
  }

  /// Takes the spaces out between words in brackets and the label in brackets behind them.
  private static func closingUp(_ link: Inline, _ target: borrowing Text) -> Fix? {
    let end = link.range.lower - target.range.lower
    var start = end
    while start > 0, target.prose[start - 1] == 0x20 { start -= 1 }
    guard start < end, start > 1, target.prose[start - 1] == 0x5D else { return nil }
    var open = start - 1
    while open > 0, target.prose[open] != 0x5B {
      open -= 1
      if target.prose[open] == 0x5D { return nil }
    }
    guard target.prose[open] == 0x5B, start - open > 2 else { return nil }
    return Fix(
      .safe, "Take out the spaces before the label.", [Fix.Edit(target[start..<end].range)])
  }
}

extension Inline {
  /// Whether it is a reference link whose words are its label.
  fileprivate var isBareReference: Bool { kind == .reference && destination == content }
}

extension ByteRange {
  /// The same as indices of a text that begins at an offset.
  fileprivate func range(from start: Int) -> Range<Int> { lower - start..<upper - start }
}
