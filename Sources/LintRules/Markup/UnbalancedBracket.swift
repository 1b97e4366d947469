import LintCore
import LintText

/// A bracket without its partner.
struct UnbalancedBracket: SegmentRule {
  private static let unbalanced = Message("unbalanced", "'{0}' has no partner")

  let info = RuleInfo(
    id: "unbalanced-bracket", family: "markup",
    finds: "`(` or `[` without its partner, where the source's are balanced.",
    why: """
      The reader looks for the other end of the aside and does not find it. Add the bracket that is \
      lost, or take out the one that is left over.
      """,
    severity: .warning, profile: .strict, profiles: [.messages: .default],
    issueType: .typographical, messages: [unbalanced],
    fails: [
      Example(
        "The closing one is lost.",
        .segment(source: "The hub (or lamp) blinks.", target: "L'hub ⟦(⟧o la spia lampeggia.")),
      Example(
        "One is left over.",
        .segment(source: "Select **Next**.", target: "Seleziona **Avanti**⟦)⟧.")),
    ],
    passes: [
      Example("Balanced.", .segment(source: "The hub (or lamp)", target: "L'hub (o la spia)")),
      Example("The source's are not.", .segment(source: "a) Open", target: "a) Apri")),
      Example(
        "Wide and narrow ones pair.", locale: "zh-CN",
        .segment(source: "The hub (lamp)", target: "集线器（灯)")),
      Example(
        "It stands where a placeholder's brace should.",
        .segment(source: "Open {lid}.", target: "Apri {lid).")),
      Example("A list's letter.", .segment(source: "1. Open", target: "1) Apri")),
    ])

  let needs: SegmentTraits = .targetBrackets

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    // Rules for links report a link that came apart.
    guard !(segment.source == segment.target), shared.difference(of: .links, segment) == nil,
      let found = Self.lone(segment.target), Self.lone(segment.source) == nil
    else { return }
    report(segment.target[found], Self.unbalanced, segment.target[found].string)
  }

  /// Brackets of one kind that are open.
  private struct Open {
    /// The outermost of them, which is the last to find its partner.
    private(set) var first: Range<Int>?
    private var depth = 0

    mutating func open(_ range: Range<Int>) {
      if depth == 0 { first = range }
      depth += 1
    }

    /// Returns whether one was open.
    mutating func close() -> Bool {
      guard depth > 0 else { return false }
      depth -= 1
      if depth == 0 { first = nil }
      return true
    }
  }

  /// The first bracket without a partner.
  private static func lone(_ text: borrowing Text) -> Range<Int>? {
    let prose = text.prose
    var round = Open()
    var square = Open()
    for block in stride(from: 0, to: prose.count, by: 64) {
      var brackets = prose.brackets(from: block)
      while brackets != 0 {
        let index = block + brackets.trailingZeroBitCount
        brackets &= brackets &- 1
        guard let (kind, length) = bracket(prose, at: index) else { continue }
        let range = index..<index + length
        switch kind {
        case .openRound: round.open(range)
        case .openSquare: square.open(range)
        case .closeRound:
          if !round.close(), !isListMark(prose, index), !closesBrace(prose, index) { return range }
        case .closeSquare:
          if !square.close(), !closesBrace(prose, index) { return range }
        }
      }
    }
    return round.first ?? square.first
  }

  private enum Kind { case openRound, closeRound, openSquare, closeSquare }

  @inline(__always)
  private static func bracket(_ prose: Span<UInt8>, at index: Int) -> (Kind, Int)? {
    switch prose[index] {
    case 0x28: return (.openRound, 1)
    case 0x29: return (.closeRound, 1)
    case 0x5B: return (.openSquare, 1)
    case 0x5D: return (.closeSquare, 1)
    case 0xEF:
      if prose.has("（", at: index) { return (.openRound, 3) }
      if prose.has("）", at: index) { return (.closeRound, 3) }
      if prose.has("［", at: index) { return (.openSquare, 3) }
      return prose.has("］", at: index) ? (.closeSquare, 3) : nil
    default: return nil
    }
  }

  /// Whether a bracket stands where a placeholder's brace should, `{name)`, which is reported as that.
  private static func closesBrace(_ prose: Span<UInt8>, _ index: Int) -> Bool {
    var before = index
    while before > 0, prose[before - 1].isWordByte { before -= 1 }
    return before < index && before > 0 && prose[before - 1] == 0x7B
  }

  /// Whether a `)` belongs to `1)` or `a)` at the start of a line, or to `:)` or `-)`.
  private static func isListMark(_ prose: Span<UInt8>, _ index: Int) -> Bool {
    if index > 0, prose[index - 1] == 0x3A || prose[index - 1] == 0x2D { return true }
    var before = index
    while before > 0, prose[before - 1].isLetterOrDigit { before -= 1 }
    guard index - before <= 2, index > before else { return false }
    return before == 0 || prose[before - 1] == 0x0A
  }
}
