import LintCore
import LintText

/// A translation that is far too short for its source.
struct TruncatedTarget: Rule {
  private static let short = Message(
    "short", "{0} letters for {1} of the source: is something missing?")

  private let languages: Languages

  /// Letters of the shortest source whose translation is measured.
  private static let longEnough = 50

  init(_ languages: Languages) {
    self.languages = languages
  }

  let info = RuleInfo(
    id: "truncated-target", family: "text",
    finds: "a target that is far shorter than translations into its language are.",
    why: """
      A part of the sentence was lost, and with it perhaps the condition or the warning. Compare \
      the two and complete the translation. A target counts as too short below two fifths of the \
      length that is usual for its language, or below three fifths where the source ends with a \
      mark and the target breaks off with a letter. Sources that are mostly names or code are left \
      alone.
      """,
    precision: "The 3 findings on real pages, all that there were in 238,566 segments, were true.",
    severity: .warning, profile: .strict, issueType: .omission, messages: [short],
    fails: [
      Example(
        "Half of the sentence is missing.",
        .segment(
          source: "Close the lid before the rain begins, because the sensors must stay dry.",
          target: "⟦Chiudere il coperchio.⟧")),
      Example(
        "The sentence breaks off.",
        .segment(
          source: "Close the lid before the rain begins, because the sensors must stay dry.",
          target: "⟦Chiudere il coperchio prima che la⟧")),
    ],
    passes: [
      Example(
        "A language that says it in fewer letters.", locale: "zh-CN",
        .segment(
          source: "Close the lid before the rain begins, because the sensors must stay dry.",
          target: "下雨前请盖上盖子，因为传感器必须保持干燥。")),
      Example(
        "A name that is shorter.",
        .segment(
          source: "Universal Beehive Observation and Telemetry Network for Beekeepers (UBOTN) 1.0",
          target: "Servizi UBOTN 1.0")),
      Example(
        "A Korean noun phrase.", locale: "ko-KR",
        .segment(
          source: "Values of the lamp that use the settings of the hub in the lid.",
          target: "덮개 허브 설정을 사용하는 등 값")),
      Example(
        "A list of products.",
        .segment(
          source:
            "for Hive Lantern, Hive Lantern Hub, Hive Lantern Lid, Hive Lantern Panel and all "
            + "that is in the box",
          target: "per tutta la famiglia Hive")),
      Example(
        "A short source.",
        .segment(source: "What is it that you can do with it?", target: "A cosa serve?")),
    ])

  func check(on kind: PageKind) -> Check? {
    guard let language = languages.index(of: kind.locale), let length = languages.lengths[language]
    else { return nil }
    // Headings and items of a list are noun phrases in Korean, with no mark at the end and much
    // shorter than sentences: what has no mark does not break off.
    return .segments(
      .always, SegmentLook(rule: self, usual: length, endsWithMarks: kind.language != "ko"))
  }

  private struct SegmentLook: SegmentCheck {
    let rule: TruncatedTarget
    /// Letters that a translation has for each hundred of its source, in the page's language.
    let usual: Int
    let endsWithMarks: Bool

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      rule.check(segment, usual, endsWithMarks, &report)
    }
  }

  private func check(
    _ segment: borrowing Segment, _ usual: Int, _ endsWithMarks: Bool, _ report: inout Findings
  ) {
    // By bytes, which need not be counted: too short a source, or so long a target that it has as
    // many letters as the source even at three bytes each.
    guard segment.source.count >= Self.longEnough, segment.target.count < segment.source.count * 3
    else { return }
    let source = segment.source.prose.countOfLetters
    let target = segment.target.prose.countOfLetters
    guard source >= Self.longEnough, target > 0 else { return }
    let percent = target * 10_000 / (source * usual)
    guard percent < 60, percent < 40 || (endsWithMarks && breaksOff(segment)),
      isText(segment.source.prose)
    else { return }
    report(segment.target.trimmed, Self.short, String(target), String(source))
  }

  /// Whether the source ends with a mark and the target with a letter.
  private func breaksOff(_ segment: borrowing Segment) -> Bool {
    let (source, target) = (segment.source.trimmed.prose, segment.target.trimmed.prose)
    guard source.count > 0, target.count > 0, ".:!?".utf8.contains(source[source.count - 1]) else {
      return false
    }
    let last = target.scalar(before: target.count).value
    return Unicode.Scalar(last)?.properties.isAlphabetic ?? false
  }

  /// Whether a source has five words in lower case, and more of them than others, and so is no list
  /// of names.
  private func isText(_ prose: Span<UInt8>) -> Bool {
    var (count, others, index) = (0, 0, 0)
    while let word = languages.nextWord(prose, &index) {
      if !word.isCapitalized, word.isPlain(in: prose) { count += 1 } else { others += 1 }
    }
    return count >= 5 && count > others
  }
}
