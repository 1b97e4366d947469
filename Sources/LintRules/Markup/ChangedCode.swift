import LintCore
import LintText
import Messages

/// Code that the translation lost or altered.
struct ChangedCode: SegmentRule {
  private static let missing = Message("missing", "the code '{0}' is missing")
  private static let changed = Message("changed", "the code '{0}' became '{1}'")
  private static let fused = Message("fused", "two pieces of code have run together: '{0}'")

  let info = RuleInfo(
    id: "changed-code", family: "markup",
    finds: "code spans that are missing, changed or fused.",
    why: """
      The reader copies what stands in code, and it must work. Copy the code from the source, letter \
      by letter, between its own backticks; two pieces of code beside each other need a space, a \
      comma or a word between them. Where one piece alone differs, `--fix` copies it.
      """,
    precision: "Of 50 findings read on real pages, 50 were true.",
    severity: .error, profiles: [.pair: .strict, .messages: .default],
    issueType: .inconsistentEntities,
    fixable: .safe, messages: [missing, changed, fused],
    fails: [
      Example(
        "The word between two pieces of code was moved.",
        .segment(
          source: "`Owner` and `Hive` are set.", target: "⟦`Owner``Hive`⟧ sono impostati.")),
      Example(
        "The code is gone.",
        .segment(source: "Set `interval` first.", target: "⟦Imposta prima l'intervallo.⟧")),
      Example(
        "A space was put in.",
        .segment(
          source: "Open `http://a.example;http://b.example`.",
          target: "Apri ⟦`http://a.example; http://b.example`⟧.")),
      Example(
        "The words are there, but not as code.",
        .segment(source: "Run `lantern sync`.", target: "Esegui ⟦lantern sync⟧.")),
      Example(
        "In a message that is written in Markdown.", fileExtension: "po",
        .file(
          "#, md-text\nmsgid \"Set `lid`.\"\nmsgstr \"Imposta ⟦`coperchio`⟧.\"\n")),
    ],
    passes: [
      Example(
        "The order differs.",
        .segment(source: "From `a` to `b`", target: "Fino a `b` da `a`")),
      Example(
        "A line break in code is a space.",
        .body("{{pair:103|Run `lantern sync`.|Esegui `lantern\nsync`.}}")),
      Example("Letter case differs.", .segment(source: "Set `True`.", target: "Imposta `true`.")),
      Example(
        "Named twice in the source, and once here.",
        .segment(
          source: "Use `-lid`, or what equals `-lid`.", target: "Usa `-lid` o un equivalente.")),
      Example("Code was added around a name.", .segment(source: "Path", target: "`Path`")),
      Example(
        "An empty target is told as that.", .segment(source: "`a`", target: "")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(on kind: PageKind) -> Check? {
    kind.holdsMessages ? .markdownMessages(needs, self) : .segments(needs, self)
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard let difference = shared.difference(of: .code, segment), !segment.target.isBlank else {
      return
    }
    guard !difference.missing.isEmpty else { return }
    if let fused = Self.fusedCode(segment, difference.extra) {
      // There `fused-code` tells it.
      if shared.sourceFile != nil { return }
      report(
        fused.range, Self.fused, segment.target[fused.content].string,
        related: Finding.Related(segment.source.range))
      return
    }
    let only = difference.onlyChange(in: segment, .code)
    // There `changed-placeholder` tells these.
    let damaged = shared.sourceFile == nil ? [] : DamagedCode(segment).list
    for (source, target) in difference.changed
    where !damaged.contains(where: { $0.target == target }) {
      let (right, wrong) = (segment.sourceInlines[source], segment.targetInlines[target])
      report(
        wrong.range, Self.changed, segment.source[right.content].string,
        segment.target[wrong.content].string, related: Finding.Related(right.range),
        fix: only == nil ? nil : Self.fix(right, wrong, in: segment))
    }
    var budget = SearchBudget(segment)
    var words: Remembered<Range<Int>?> = Remembered()
    for source in difference.lost {
      let right = segment.sourceInlines[source]
      let code = segment.source[right.content]
      // The code may stand there as words of the text, and then the finding is there.
      let word = words.value(of: code.trimmed.bytes) {
        budget.allows(segment.target) ? segment.target.bytes.firstWord(code.trimmed.bytes) : nil
      }
      let range = word ?? segment.target.bytes.trimmedRange
      report(
        segment.target[range], Self.missing, code.string, related: Finding.Related(right.range))
    }
  }

  /// Copies code, unless the translation may only have moved its backticks: then words of the one
  /// stand outside the other.
  private static func fix(_ right: Inline, _ wrong: Inline, in segment: borrowing Segment) -> Fix? {
    let (source, target) = (segment.source[right.content], segment.target[wrong.content])
    guard !isElsewhere(source, lackedBy: target, in: segment.target, wrong.range),
      !isElsewhere(target, lackedBy: source, in: segment.source, right.range)
    else { return nil }
    return Fix(
      .safe, "Copy the code from the source.",
      [.copy(segment.source[right.range], over: wrong.range)])
  }

  /// Whether a word of `code` that `other` lacks stands in the text around the range of `other`.
  private static func isElsewhere(
    _ code: borrowing Text, lackedBy other: borrowing Text, in text: borrowing Text,
    _ range: ByteRange
  ) -> Bool {
    let before = text[0..<range.lower - text.range.lower]
    let after = text[range.upper - text.range.lower..<text.count]
    var index = 0
    while index < code.count {
      let start = index
      while index < code.count, code.bytes[index].isWordByte { index += 1 }
      let word = code.bytes.extracting(start..<index)
      if word.count >= 2, other.bytes.firstWord(word) == nil,
        before.bytes.firstWord(word) != nil || after.bytes.firstWord(word) != nil
      {
        return true
      }
      if index == start { index += 1 }
    }
    return false
  }

  /// The first code of the target that has two backticks in a row inside: two spans of code without
  /// anything between them are read as one.
  static func fusedCode(_ segment: borrowing Segment, _ extra: [Int]) -> Inline? {
    for index in extra {
      let inline = segment.targetInlines[index]
      if segment.target[inline.content].bytes.contains("``") { return inline }
    }
    return nil
  }
}
