import LintCore

/// A half of a segment without the other.
struct UnpairedSpan: SpanRule {
  private static let target = Message("target", "the target half '{0}' has no source half")
  private static let source = Message("source", "the source half '{0}' has no target half")
  private static let between = Message("between", "between the two halves stands '{0}'")
  private static let wrapper = Message(
    "wrapper", "the source half '{0}' is not inside its '<span class=\"sxs-lookup\">'")

  let info = RuleInfo(
    id: "unpaired-span", family: "spans",
    finds: "a target half without its source half, or the reverse; text between the two.",
    why: """
      The hand-back tools join a translation with its source by the two halves of the pair. Without \
      one of them the sentence is lost at the next hand-back, and until then a lone source half \
      shows its English on the published page. Put the missing half back, exactly as the hand-off \
      had it, or delete the other one too; nothing but white space may stand between the halves.
      """,
    severity: .error, issueType: .markup, messages: [target, source, between, wrapper],
    fails: [
      Example(
        "The source half was deleted.",
        .body(
          """
          ⟦<span data-ttu-id="7e0c1-103">⟧Apri il pannello.</span>

          {{pair:104}}
          """)),
      Example(
        "The target half was deleted.",
        .body(
          """
          {{pair:103}} <span class="sxs-lookup">⟦<span data-stu-id="7e0c1-104">⟧Open the panel.</span></span>
          """)),
      Example(
        "A translator typed outside the half.",
        .body(
          """
          <span data-ttu-id="7e0c1-103">Apri il pannello.</span>⟦ Poi chiudilo. ⟧<span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open the panel.</span></span>
          """)),
      Example(
        "The span that hides the source was deleted.",
        .body(
          """
          <span data-ttu-id="7e0c1-103">Apri il pannello.</span>⟦<span data-stu-id="7e0c1-103">⟧Open the panel.</span></span>
          """)),
    ],
    passes: [
      Example(
        "Spans of the text itself nest.",
        .segment(
          source: "See <span id=\"top\"></span>here.", target: "Vedi <span id=\"top\"></span>qui.")),
      Example(
        "A span in code is text.",
        .segment(source: "Use `<span>` here.", target: "Usa `<span>` qui.")),
      Example(
        "A line with escaped markup is told once, by the rule for that.",
        .body(
          """
          <span data-ttu-id=&quot;7e0c1-103&quot;>Apri.</span><span class="sxs-lookup"><span data-stu-id="7e0c1-103">Open.</span></span>
          """)),
    ])

  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings
  ) {
    for found in detail.irregularities where !found.isOnEscapedLine {
      switch found.kind {
      case .targetWithoutSource:
        report(found.range, Self.target, document.text(found.range).string)
      case .sourceWithoutTarget:
        report(found.range, Self.source, document.text(found.range).string)
      case .textBetweenHalves:
        report(found.range, Self.between, document.text(found.range).trimmed.string)
      case .missingWrapper:
        report(found.range, Self.wrapper, document.text(found.range).string)
      default:
        break
      }
    }
  }
}
