import LintCore
import LintText

/// A formula that the translation lost or altered.
struct ChangedMath: SegmentRule {
  private static let missing = Message("missing", "the formula '{0}' is missing")
  private static let changed = Message("changed", "the formula '{0}' became '{1}'")

  let info = RuleInfo(
    id: "changed-math", family: "markup",
    finds: "formulas between dollar signs that are missing or changed.",
    why: """
      A space behind the dollar sign that opens, or before the one that closes, makes a formula text: \
      the reader sees dollar signs and backslashes. Copy the formula from the source. `--fix` does so \
      where nothing but spaces differs.
      """,
    precision: "Of 60 findings read on real pages, 60 were true.",
    severity: .error, issueType: .inconsistentEntities, fixable: .safe,
    messages: [missing, changed],
    fails: [
      Example(
        "A space before the sign that closes.",
        .segment(source: "It weighs $x + y$ grams.", target: "Pesa ⟦$x + y $⟧ grammi.")),
      Example(
        "Spaces within.",
        .segment(source: "A hive of $2^n$ bees", target: "Un alveare di ⟦$ 2 ^ n $⟧ api")),
      Example(
        "Another formula.",
        .segment(source: "At most $a_i$.", target: "Al massimo ⟦$a_j$⟧.")),
      Example(
        "It is gone.", .segment(source: "A lid of $\\ket{0}$.", target: "⟦Un coperchio.⟧")),
    ],
    passes: [
      Example(
        "A decimal comma.", locale: "fr-FR",
        .segment(source: "Take $0.5$ of it.", target: "Prenez-en $0{,}5$.")),
      Example(
        "A decimal comma, and words.", locale: "pl-PL",
        .segment(
          source: "Take $1.5x$ of it $\\text{if } x$.",
          target: "Weź $1{,}5x$ z tego $\\text{jeśli } x$.")),
      Example(
        "The same.", .segment(source: "From $a$ to $b^2$", target: "Fino a $b^2$ da $a$")),
      Example("Money.", .segment(source: "Pay $5 or $6.", target: "Paga 5 $ o 6 $.")),
      Example(
        "A word to fill in.", .segment(source: "Write $token$.", target: "Scrivi $ token $.")),
      Example(
        "Words within a formula.",
        .segment(
          source: "So $a = \\text{bees}$.", target: "Quindi $a = \\text{api}$.")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .math, segment), !difference.missing.isEmpty,
      !segment.target.isBlank
    else { return }
    let isOne = difference.missing.count == 1 && difference.extra.count == 1
    var budget = SearchBudget(segment)
    // Where the search for each formula goes on: the target may have spoilt it several times.
    var ends: [[UInt8]: Int] = [:]
    for (number, source) in difference.missing.enumerated() {
      let right = segment.sourceInlines[source]
      let formula = segment.source[right.range]
      guard Self.isFormula(segment.source[right.content].bytes) else { continue }
      let key = Array(formula.bytes)
      if budget.allows(segment.target),
        let found = Self.spaced(formula.bytes, segment.target.bytes, from: ends[key] ?? 0, &budget)
      {
        ends[key] = found.upperBound
        let wrong = segment.target[found]
        report(
          wrong, Self.changed, formula.string, wrong.string, related: Finding.Related(right.range),
          fix: Fix(
            .safe, "Copy the formula from the source.", [.copy(formula, over: wrong.range)]))
      } else if difference.extra.count == difference.missing.count,
        Self.isTranslated(
          formula, segment.target[segment.targetInlines[difference.extra[number]].range])
      {
        continue
      } else if isOne {
        let wrong = segment.target[segment.targetInlines[difference.extra[0]].range]
        report(
          wrong, Self.changed, formula.string, wrong.string, related: Finding.Related(right.range))
      } else {
        report(
          segment.target.trimmed, Self.missing, formula.string,
          related: Finding.Related(right.range))
      }
    }
  }

  /// Whether a formula may be another one in the target's language: words in it, or a decimal comma.
  private static func isTranslated(_ formula: borrowing Text, _ other: borrowing Text) -> Bool {
    formula.bytes.contains("text") && other.bytes.contains("text")
      || withPoints(formula.bytes) == withPoints(other.bytes)
  }

  /// The same with a full stop for each decimal comma, `0,5` or `0{,}5`.
  private static func withPoints(_ formula: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < formula.count {
      let length = formula.has("{,}", at: index) ? 3 : formula[index] == 0x2C ? 1 : 0
      let end = index + length
      let isDecimal =
        length > 0 && index > 0 && formula[index - 1].isDigit && end < formula.count
        && formula[end].isDigit
      result.append(isDecimal ? 0x2E : formula[index])
      index += isDecimal ? length : 1
    }
    return result
  }

  /// Whether what stands between dollar signs is mathematics: it has a command or a power, or none of
  /// its words has more than one letter; `$token$` is a word to fill in.
  private static func isFormula(_ content: Span<UInt8>) -> Bool {
    var (letters, longest, isMath, hasSign) = (0, 0, false, false)
    for index in content.indices {
      let byte = content[index]
      if byte == 0x5C || byte == 0x5E { isMath = true }
      if byte == 0x23 || byte == 0x60 || byte == 0x0A { return false }
      letters = byte.isLetter ? letters + 1 : 0
      longest = max(longest, letters)
      if byte.isLetterOrDigit { hasSign = true }
    }
    return isMath || (longest <= 1 && hasSign)
  }

  /// The first place from `start` on where a formula stands with other spaces in it.
  private static func spaced(
    _ formula: Span<UInt8>, _ target: Span<UInt8>, from start: Int, _ budget: inout SearchBudget
  ) -> Range<Int>? {
    var index = start
    while let lower = target.firstIndex(of: 0x24, from: index) {
      guard budget.isLeft else { return nil }
      let end = spacedEnd(formula, target, lower)
      budget.spend(max(end.reached - lower - 8, 0))
      if end.isWhole, !target.extracting(lower..<end.reached).elementsEqual(formula) {
        return lower..<end.reached
      }
      index = lower + 1
    }
    return nil
  }

  /// How far a formula goes on at an index, spaces aside.
  private static func spacedEnd(_ formula: Span<UInt8>, _ target: Span<UInt8>, _ start: Int) -> (
    reached: Int, isWhole: Bool
  ) {
    var (end, other) = (start, 0)
    while other < formula.count {
      if formula[other] == 0x20 {
        other += 1
      } else if end < target.count, target[end] == 0x20 {
        end += 1
      } else if end < target.count, target[end].lowercased == formula[other].lowercased {
        (end, other) = (end + 1, other + 1)
      } else {
        return (end, false)
      }
    }
    return (end, true)
  }
}
