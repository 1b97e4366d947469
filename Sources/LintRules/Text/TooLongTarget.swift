import LintCore
import LintText

/// A translation that is many times as long as its source.
struct TooLongTarget: Rule {
  private static let long = Message(
    "long", "{0} letters for {1} of the source, the last of them '{2}'")

  private let languages: Languages

  /// How many times its expected length a target may have.
  private static let most = 6
  /// Letters that come on top, for what a language must say in more words: `15` may be a day.
  private static let allowance = 16
  /// The same where the source is one word, for that may be a short name that is written out: `API`
  /// becomes four words.
  private static let allowanceForName = 48
  /// Letters for each hundred of the source where a language was not measured: as many as in the one that
  /// takes most.
  private static let unmeasured = 123

  init(_ languages: Languages) {
    self.languages = languages
  }

  let info = RuleInfo(
    id: "too-long-target", family: "text",
    finds: "a target that is many times as long as a translation of its source can be.",
    why: """
      An engine that loses its way says the same again and again, or a whole paragraph was put where a \
      sentence or a label belongs. Compare the two and take out what the source does not say. A \
      target counts as too long from six times the length that is usual for its language on, and \
      16 letters more; 48, where the source is one word, which may be a short name that is written out.
      """,
    precision: "The 2 findings on real pages, all that there were in 238,566 segments, were true.",
    severity: .warning, issueType: .length, messages: [long],
    fails: [
      Example(
        "A word without end.",
        .segment(
          source: "Open the lid.",
          target:
            "⟦Apri il coperchio coperchi coperchi coperchi coperchi coperchi coperchi coperchi "
            + "coperchi coperchi coperchi coperchi coperchi coperchi coperchi coperchi coperchi "
            + "coperchi coperchi coperchi.⟧")),
      Example(
        "A sentence where a piece of one belongs.", locale: "de-DE",
        .segment(
          source: "Like lids.",
          target: "⟦wie bei den Deckeln den Hinweisen auf der Innenseite folgen und auch diese "
            + "wieder sorgfältig schließen⟧")),
      Example(
        "A mark without end.", locale: "ja-JP",
        .segment(
          source: "Open the lid.",
          target: "⟦ふたを開けます"
            + "。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。⟧"
        )
      ),
    ],
    passes: [
      Example(
        "A short form that is written out.",
        .segment(
          source: "UBOTN",
          target: "Rete universale di osservazione e telemetria delle arnie per apicoltori")),
      Example(
        "A source that is code, and a target that explains it.",
        .segment(
          source: "`hive --open --lid=north --angle=30 --wait`",
          target: "`hive --open --lid=north --angle=30 --wait` apre il coperchio e aspetta")),
      Example(
        "Twice as long.",
        .segment(
          source: "Open the lid.", target: "Apri adesso il coperchio dell'arnia, lentamente.")),
    ])

  func check(on kind: PageKind) -> Check? {
    let usual = languages.index(of: kind.locale).flatMap { languages.lengths[$0] }
    return .segments(.always, SegmentLook(usual: usual ?? Self.unmeasured))
  }

  private struct SegmentLook: SegmentCheck {
    /// Letters that a translation has for each hundred of its source.
    let usual: Int

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      // By bytes first, which need not be counted: a letter has one at least.
      guard
        (segment.target.count - TooLongTarget.allowance) * 100
          > segment.source.count * usual * TooLongTarget.most
      else { return }
      let trimmed = segment.target.trimmed
      let source = segment.source.prose.countOfLetters
      let target = trimmed.prose.countOfLetters
      let allowance =
        segment.source.trimmed.bytes.contains(where: \.isSpace)
        ? TooLongTarget.allowance : TooLongTarget.allowanceForName
      // What has hardly a letter may stand for anything: `&`, `-`.
      guard source >= 3, (target - allowance) * 100 > source * usual * TooLongTarget.most else {
        return
      }
      report(
        trimmed, TooLongTarget.long, String(target), String(source), end(of: trimmed))
    }

    /// What the target ends with, a word or 24 bytes of it.
    private func end(of text: borrowing Text) -> String {
      let prose = text.bytes
      var start = prose.count
      while start > 0, prose.count - start < 24 { start -= text.bytes.scalar(before: start).length }
      return text[start..<prose.count].string
    }
  }
}
