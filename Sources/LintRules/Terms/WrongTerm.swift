import LintCore
import LintText

/// A term of the source whose translation is none of those that a glossary allows.
struct WrongTerm: Rule {
  private static let wrong = Message("wrong", "'{0}' is not translated as '{1}'")

  private let glossary: Glossary?

  let info: RuleInfo

  /// - Parameter glossary: `nil` for a rule that knows only the terms of its examples.
  init(_ glossary: Glossary? = nil) {
    self.glossary = glossary
    info = RuleInfo(
      id: "wrong-term", family: "terms",
      finds: "a term of a glossary whose translation is none of those that the glossary allows.",
      why: """
        The reader can't tell that two words mean one thing, and does not find what the product calls \
        otherwise. Use a translation that the glossary allows, or add one to the glossary. Give \
        glossaries with `--glossary`.
        """,
      severity: .warning, profile: nil, profiles: [.glossary: .default], required: .glossary,
      issueType: .terminology, messages: [Self.wrong],
      fails: [
        Example(
          "Another word than the glossary's.",
          .segment(source: "Open the hive.", target: "⟦Apri lo sciame.⟧")),
        Example(
          "The term stayed in the source language.",
          .segment(source: "Two hives are open.", target: "Due ⟦hives⟧ sono aperte.")),
      ],
      passes: [
        Example(
          "With another ending.", .segment(source: "Open the hives.", target: "Apri le arnie.")),
        Example(
          "A longer term has its own translation.",
          .segment(source: "Open the hive lid.", target: "Apri il coperchio.")),
        Example(
          "Inside code and addresses.",
          .segment(
            source: "Run `hive` in [it](hive.md).", target: "Esegui `hive` in [essa](hive.md).")),
        Example(
          "A part of a name.", .segment(source: "The hive-name key", target: "La chiave hive-name")),
      ])
  }

  func check(on kind: PageKind) -> Check? {
    guard let table = (glossary ?? .ofExamples).table(for: kind.locale) else { return nil }
    return .pass(.always) { _ in Pass(table) }
  }

  private final class Pass: PagePass {
    private let table: TermTable
    private var known: [Int: TermTable.Term?] = [:]

    init(_ table: TermTable) {
      self.table = table
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard !segment.target.trimmed.isEmpty else { return }
      let terms = table.terms(of: segment, &known)
      if terms.isEmpty { return }
      var target = TermTarget(table.glossary)
      for (term, range) in terms {
        WrongTerm.check(term, at: range, in: segment, &target, WrongTerm.wrong, &report)
      }
    }
  }

  /// Reports a term if the target has none of its allowed translations; if it has a forbidden one,
  /// `ForbiddenTerm` reports that instead.
  static func check(
    _ term: TermTable.Term, at range: ByteRange, in segment: borrowing Segment,
    _ target: inout TermTarget, _ message: Message, _ report: inout Findings
  ) {
    guard !term.allowed.isEmpty, !target.holdsTranslation(of: term, in: segment.target),
      target.forbiddenRanges(of: term, in: segment.target).isEmpty
    else { return }
    let source = segment.source[range].string
    let kept = target.kept(term, segment.target)
    let shown = kept.map { segment.target[$0].range } ?? segment.target.trimmed.range
    report(shown, message, source, term.advice, related: Finding.Related(range))
  }
}

extension Glossary {
  /// The terms of the rules' examples.
  static let ofExamples = Glossary([
    Row(locale: nil, source: "hive*", targets: ["arnia", "arnie"], forbidden: ["alveare"]),
    Row(locale: nil, source: "hive lid", targets: ["coperchio"], forbidden: []),
    Row(locale: nil, source: "", targets: [], forbidden: ["cliccare"]),
  ])
}
