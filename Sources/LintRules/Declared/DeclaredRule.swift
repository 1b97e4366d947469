import LintCore

/// What declared rules of every kind have in common.
struct DeclaredRule: Sendable {
  let info: RuleInfo
  let locales: LocaleFilter
  /// Whether code, markup and addresses are hidden from its patterns.
  let looksAtProse: Bool

  /// What a pattern is given to look at.
  @_lifetime(copy text)
  func bytes(of text: borrowing Text) -> Span<UInt8> {
    looksAtProse ? text.prose : text.bytes
  }

  /// Goes through the segments of a page of the rule's locales until there are no more or a pattern
  /// gives up.
  func check(
    _ document: borrowing Document, _ report: inout Findings,
    _ look: (borrowing Segment, inout Findings) throws(Matches.Runaway) -> Void
  ) {
    guard !document.records.isEmpty, locales.takes(document) else { return }
    for index in document.records.indices {
      let segment = document.segment(index)
      do throws(Matches.Runaway) {
        try look(segment, &report)
      } catch {
        // It would give up on the next segment too, and take its time again.
        report.giveUp(at: segment.target.range, error.sentence)
        return
      }
    }
  }
}

extension Matches.Runaway {
  /// A clause for the user.
  var sentence: String { "its pattern takes too long here (\(message))" }
}

extension Matches {
  /// The last match and its groups, for a message.
  func arguments(_ text: borrowing Text, groups: Int) -> [String] {
    (0...groups).map { index in group(index).map { text[$0].string } ?? "" }
  }
}
