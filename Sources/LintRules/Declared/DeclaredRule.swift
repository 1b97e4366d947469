import LintCore
import LintText

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

  /// A look at the segments of each page of the rule's locales.
  ///
  /// - Parameter make: what looks at one page.
  func check<Look: DeclaredLook & ~Copyable>(
    on kind: PageKind, _ make: @escaping @Sendable () -> Look
  ) -> Check? {
    guard locales.takes(kind.locale) else { return nil }
    return .pass(.always) { document in
      document.records.isEmpty ? nil : DeclaredPass(make())
    }
  }
}

/// Looks at the segments of one page by patterns, with what that needs: matchers and the steps that are
/// left for the page.
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
  /// A clause for the user.
  var sentence: String { "its pattern takes too long here (\(message))" }
}

extension Matches {
  /// The last match and its groups, for a message.
  func arguments(_ text: borrowing Text, groups: Int) -> [String] {
    (0...groups).map { index in group(index).map { text[$0].string } ?? "" }
  }
}
