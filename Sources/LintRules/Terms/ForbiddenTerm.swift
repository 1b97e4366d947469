import LintCore
import LintText

/// A translation that a glossary forbids.
struct ForbiddenTerm: Rule {
  private static let forbidden = Message("forbidden", "'{0}' is forbidden for '{1}'; use '{2}'")
  private static let unwanted = Message("unwanted", "'{0}' is a forbidden term")

  private let glossary: Glossary?

  let info: RuleInfo

  /// - Parameter glossary: `nil` for a rule that knows only the terms of its examples.
  init(_ glossary: Glossary? = nil) {
    self.glossary = glossary
    info = RuleInfo(
      id: "forbidden-term", family: "terms",
      finds: "a translation that a glossary forbids, or a word that it forbids everywhere.",
      why: """
        The word is out of date, means something else, or is not how the product speaks. Use the \
        translation that the message names. Give glossaries with `--glossary`.
        """,
      severity: .warning, profile: nil, profiles: [.glossary: .default], required: .glossary,
      issueType: .terminology,
      messages: [Self.forbidden, Self.unwanted],
      fails: [
        Example(
          "A forbidden translation.",
          .segment(source: "Open the hive.", target: "Apri l'⟦alveare⟧.")),
        Example(
          "A word that is never wanted.",
          .segment(source: "Press Next.", target: "⟦Cliccare⟧ su Avanti.")),
      ],
      passes: [
        Example(
          "The word stands for something else.",
          .segment(source: "The honeycomb is full.", target: "L'alveare è pieno.")),
        Example("An allowed one.", .segment(source: "Open the hive.", target: "Apri l'arnia.")),
      ])
  }

  func check(on kind: PageKind) -> Check? {
    guard let table = (glossary ?? .ofExamples).table(for: kind.locale) else { return nil }
    return .pass(.always) { _ in Pass(table) }
  }

  private final class Pass: PagePass {
    private let table: TermTable
    private var terms: [Int: TermTable.Term?] = [:]
    private var words: [Int: Bool] = [:]

    init(_ table: TermTable) {
      self.table = table
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let found = table.glossary.forbidden.isEmpty ? [] : table.terms(of: segment, &terms)
      if !found.isEmpty {
        var target = TermTarget(table.glossary)
        for (term, range) in found {
          ForbiddenTerm.check(
            term, at: range, in: segment, &target, ForbiddenTerm.forbidden, &report)
        }
      }
      for range in table.unwanted(in: segment.target, &words) {
        report(segment.target[range], ForbiddenTerm.unwanted, segment.target[range].string)
      }
    }
  }

  /// Reports each forbidden translation of a term in the target.
  static func check(
    _ term: TermTable.Term, at range: ByteRange, in segment: borrowing Segment,
    _ target: inout TermTarget, _ message: Message, _ report: inout Findings
  ) {
    let ranges = target.forbiddenRanges(of: term, in: segment.target)
    if ranges.isEmpty { return }
    let advice = term.advice
    for found in ranges {
      report(
        segment.target[found], message, segment.target[found].string, segment.source[range].string,
        advice, related: Finding.Related(range))
    }
  }
}
