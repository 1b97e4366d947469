import LintCore
import LintText

/// What declared rules of every kind have in common.
struct DeclaredRule: Sendable {
  let info: RuleInfo
  let locales: LocaleFilter
  /// Whether code, markup and addresses are hidden from its patterns.
  let looksAtProse: Bool

  /// The bytes of a text that patterns search: its prose, or all of it.
  @_lifetime(copy text)
  func bytes(of text: borrowing Text) -> Span<UInt8> {
    looksAtProse ? text.prose : text.bytes
  }

  /// A check of all segments of a page; `nil` where the rule's locales don't take the page.
  ///
  /// - Parameter make: Makes what looks at the segments of one page; called once for each page that
  ///   has segments.
  func check<Look: DeclaredLook & ~Copyable>(
    on kind: PageKind, _ make: @escaping @Sendable () -> Look
  ) -> Check? {
    guard locales.takes(kind.locale) else { return nil }
    return .pass(.always) { document in
      document.records.isEmpty ? nil : DeclaredPass(make())
    }
  }
}

/// What one rule keeps for one page to look at its segments by patterns: matchers, which no other
/// thread may use meanwhile, and the steps that are left for the page.
protocol DeclaredLook: ~Copyable, SendableMetatype {
  /// Reports what is wrong with a segment.
  mutating func look(_ segment: borrowing Segment, _ report: inout Findings) throws(Matches.Runaway)
}

/// Looks at the segments of a page until there are no more or a pattern gives up.
private final class DeclaredPass<Look: DeclaredLook & ~Copyable>: PagePass {
  private var look: Look
  private var hasGivenUp = false

  init(_ look: consuming Look) {
    self.look = look
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard !hasGivenUp else { return }
    do throws(Matches.Runaway) {
      try look.look(segment, &report)
    } catch {
      // It would give up on the next segment too, and take its time again.
      hasGivenUp = true
      report.giveUp(at: segment.target.range, error.sentence)
    }
  }
}

extension Matches.Runaway {
  /// Why the rule gave up on a page, as a clause for the user.
  var sentence: String { "its pattern takes too long here (\(message))" }
}

extension Matches {
  /// The words of the last match and of its groups, as arguments of a message; empty for a group
  /// that took no part.
  func arguments(_ text: borrowing Text, groups: Int) -> [String] {
    (0...groups).map { index in group(index).map { text[$0].string } ?? "" }
  }
}
