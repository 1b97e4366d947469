import LintCore
import LintText

/// An option, a path or another word that is typed as it is, and that a translation changed.
struct ChangedLiteral: SegmentRule {
  private static let changed = Message("changed", "'{0}' became '{1}'")
  private static let missing = Message("missing", "'{0}' is missing")

  let info = RuleInfo(
    id: "changed-literal", family: "markup",
    finds:
      "an option, command, address, path, registry key, GUID or call in running text that was changed or lost.",
    why: """
      The reader types it, searches for it or copies it, and nothing answers. Such words have one form \
      in every language: write what the source has; in code, translation leaves them alone. Letter \
      case and backslashes before punctuation make no difference, and what has become code is there. \
      `--fix` writes the source's form where it is certain what became of it.
      """,
    precision:
      "Of 424 findings read on real pages, 418 were true and 6 doubtful: words for what the reader fills in.",
    severity: .warning, issueType: .inconsistentEntities, fixable: .safe,
    messages: [changed, missing], fails: failing, passes: passing)

  let needs: SegmentTraits = [.sourceMark, .sourceJoint]

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let lost = shared.lostNames(segment)
    var search: LiteralSearch?
    for range in lost {
      let name = PlainName(segment.source, range)
      guard
        let literal = Literal(
          in: name.bytes.span, isBracketed: Self.isBracketed(segment.source, range),
          isAlone: segment.source.trimmed.range == segment.source[range].range),
        Self.isMeant(literal, segment, name.range(of: literal.range))
      else { continue }
      check(
        literal.kind, Array(name.bytes[literal.range]), name.range(of: literal.range), segment,
        &search, &report)
    }
    for range in BareAddresses.lost(in: segment) {
      let name = PlainName(segment.source, range)
      check(.address, name.bytes, range, segment, &search, &report)
    }
    for change in QuotedValues.changed(in: segment) {
      let (source, wrong) = (segment.source[change.source], segment.target[change.target])
      report(
        wrong, Self.changed, source.string, wrong.string, related: Finding.Related(source.range),
        fix: change.isProven
          ? Fix(.safe, "Write it as the source does.", [.copy(source, over: wrong.range)]) : nil)
    }
  }

  /// Reports a literal that the target lacks.
  private func check(
    _ kind: Literal.Kind, _ plain: [UInt8], _ range: Range<Int>, _ segment: borrowing Segment,
    _ kept: inout LiteralSearch?, _ report: inout Findings
  ) {
    var search = kept ?? LiteralSearch(segment)
    defer { kept = search }
    let literal = plain.span.lowercased
    guard search.lacks(literal, kind, segment), !segment.target.isBlank else { return }
    let (name, source) = (String(decoding: plain, as: UTF8.self), segment.source[range])
    let change = change(of: literal, kind, source, segment, &search)
    guard let change else {
      report(
        segment.target.trimmed, Self.missing, name, related: Finding.Related(source.range))
      return
    }
    let wrong = segment.target[change.range]
    // `Open ()` is what languages with a space before parentheses write.
    if kind == .call, change.isSpaced, wrong.isCall(of: plain) { return }
    report(
      wrong, Self.changed, name, wrong.string, related: Finding.Related(source.range),
      fix: change.isProven
        ? Fix(.safe, "Write it as the source does.", [.copy(source, over: wrong.range)]) : nil)
  }

  private func change(
    of literal: [UInt8], _ kind: Literal.Kind, _ source: borrowing Text,
    _ segment: borrowing Segment, _ search: inout LiteralSearch
  ) -> (range: Range<Int>, isProven: Bool, isSpaced: Bool)? {
    if let range = search.spaced(literal, segment) { return (range, true, true) }
    // Where the source says nothing else, all of the target is what became of it.
    if source.range == segment.source.trimmed.range, segment.target.isPlain(segment.targetInlines) {
      return (segment.target.bytes.trimmedRange, true, false)
    }
    return search.similar(literal, kind, segment).map { ($0.range, $0.isProven, false) }
  }

  /// Whether something stands in brackets, which the reader is to fill in.
  private static func isBracketed(_ source: borrowing Text, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < source.count else { return false }
    switch (source.bytes[range.lowerBound - 1], source.bytes[range.upperBound]) {
    case (0x5B, 0x5D), (0x7B, 0x7D), (0x3C, 0x3E), (0x3B, 0x26): return true
    default: return false
    }
  }

  /// Whether what stands around a literal lets it be one.
  private static func isMeant(
    _ literal: Literal, _ segment: borrowing Segment, _ range: Range<Int>
  ) -> Bool {
    let source = segment.source[0..<segment.source.count]
    switch literal.kind {
    // Two hyphens behind code or bold type are a dash.
    case .option:
      return range.lowerBound == 0 || source.prose[range.lowerBound - 1] != UInt8.blank
        || !segment.sourceInlines.contains { $0.range.upper == source[range].range.lower }

    // `proof /draft` is two words; `"/draft"`, `**/draft**` and `/draft:on` are options.
    case .slashOption:
      guard range.upperBound == source.count || source.bytes[range.upperBound] != 0x3A else {
        return true
      }
      var start = range.lowerBound
      while start > 0, source.bytes[start - 1].isSpace { start -= 1 }
      return start == 0 || !source.prose[start - 1].isTextLetterOrDigit
    // `C:\Program Files` goes on behind the space, and has names in other languages.
    case .path:
      return !source.bytes.has(" Files", at: range.upperBound)
    default: return true
    }
  }
}

extension Text {
  /// Whether it is a call, in any letter case, with a space before the parentheses.
  fileprivate func isCall(of call: [UInt8]) -> Bool {
    count == call.count + 1
      && bytes.extracting(0..<count - 3).equalsIgnoringCase(call.span.extracting(0..<count - 3))
  }

  /// Whether there is no markup but for escapes.
  fileprivate func isPlain(_ inlines: Span<Inline>) -> Bool {
    !inlines.contains { $0.kind != .escape && $0.kind != .literalDelimiters && !$0.isUnescaped }
  }
}

/// A name without the backslashes of its escapes.
private struct PlainName {
  private(set) var bytes: [UInt8] = []
  private var offsets: [Int] = []

  init(_ source: borrowing Text, _ range: Range<Int>) {
    bytes.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count)
    for index in range where !source.isEscape(at: index) {
      bytes.append(source.bytes[index])
      offsets.append(index)
    }
  }

  /// The range in the source of a part of `bytes`, which is not empty.
  func range(of part: Range<Int>) -> Range<Int> {
    offsets[part.lowerBound]..<offsets[part.upperBound - 1] + 1
  }
}

extension ChangedLiteral {
  private static var failing: [Example] {
    [
      Example(
        "An option.",
        .segment(source: "Use the -Lantern option.", target: "Usa l'opzione ⟦-Lanterna⟧.")),
      Example(
        "Marks of the language around an option's value.",
        .segment(
          source: "Run it with -Lantern \"green\".",
          target: "Eseguilo con ⟦-Lantern «green»⟧.")),
      Example(
        "Alone in a cell.", .segment(source: "--dry-run", target: "⟦--prova a secco⟧")),
      Example(
        "With a slash.", .segment(source: "Type **/quiet**.", target: "Scrivi **⟦/zitto⟧**.")),
      Example(
        "A command.",
        .segment(source: "Run Get-Lantern first.", target: "Prima esegui ⟦Ottieni-Lantern⟧.")),
      Example(
        "A command that became words.",
        .segment(source: "Open-Hive fails.", target: "⟦L'apertura dell'alveare non riesce.⟧")),
      Example(
        "A path.",
        .segment(source: "Edit /etc/hive/lid now.", target: "Modifica ora ⟦/etc/alveare/lid⟧.")),
      Example(
        "A path of Windows.",
        .segment(source: "See C:\\hive\\lids here.", target: "Vedi qui ⟦C:\\alveare\\lids⟧.")),
      Example(
        "A registry key.",
        .segment(
          source: "Open HKEY_LOCAL_MACHINE\\Hive.",
          target: "Apri ⟦HKEY\\_LOCALE\\_MACHINE\\Hive⟧.")),
      Example(
        "Spaces in a name.",
        .segment(source: "Set max\\_lids there.", target: "Imposta lì ⟦max \\_ lids⟧.")),
      Example(
        "A call.", .segment(source: "Then call OpenLid().", target: "Poi chiama ⟦ApriLid()⟧.")),
      Example(
        "A digit of a GUID.",
        .segment(
          source: "It is 0000110a-0000-1000-8000-00805f9b34fb here.",
          target: "Qui è ⟦0000110a-0000-1000-8000-00805f9b34fc⟧.")),
      Example(
        "An error code.",
        .segment(source: "Error 0x80070005 is told.", target: "Segnala l'errore ⟦0x80070050⟧.")),
      Example(
        "An address in the text.",
        .segment(
          source: "Visit https://hive.example/lid soon.",
          target: "Visita presto ⟦https://alveare.example/lid⟧.")),
      Example(
        "A mail address.",
        .segment(
          source: "Write to keeper@hive.example.", target: "Scrivi a ⟦custode@hive.example⟧.")),
      Example(
        "An argument of a message.",
        .segment(source: "The lid %1 opens.", target: "Il coperchio ⟦% 1⟧ si apre.")),
      Example(
        "The code of a language.", .segment(source: "en-US", target: "⟦it-IT⟧")),
      Example(
        "A keyword.",
        .segment(source: "The .INPUTS keyword", target: "La parola chiave ⟦. INPUTS⟧")),
    ]
  }

  private static var passing: [Example] {
    [
      Example(
        "Marks around a word.",
        .segment(source: "Set -Lantern to \"green\".", target: "Imposta -Lantern su «verde».")),
      Example(
        "It stands in code, in another letter case.",
        .segment(source: "Use the -Lantern option.", target: "Usa l'opzione `-lantern`.")),
      Example(
        "Words with hyphens.",
        .segment(
          source: "Add-Ins, Read-Only and Drop-Down -or- two",
          target: "Componenti aggiuntivi, sola lettura e a discesa -oppure- due")),
      Example(
        "What the reader fills in.",
        .segment(
          source: "Type [HIVE_NAME] and YOUR_NAME.", target: "Scrivi [NOME_ALVEARE] e TUO_NOME.")),
      Example(
        "An alternative.", .segment(source: "proof /draft", target: "prova /bozza")),
      Example(
        "A folder with a name in each language.",
        .segment(source: "C:\\Program Files\\Hive", target: "C:\\Programmi\\Hive")),
      Example(
        "An address of the language.",
        .segment(
          source: "See https://hive.example/en-us/lid there.",
          target: "Vedi lì https://hive.example/it-it/lid.")),
      Example(
        "The address became a link.",
        .segment(
          source: "See https://hive.example/lid there.",
          target: "Vedi [lì](https://hive.example/lid).")),
      Example(
        "An ending of files.",
        .segment(source: "a .ZIP file", target: "un file ZIP")),
      Example(
        "A dash of two hyphens.",
        .segment(source: "**Lid**--the cover", target: "**Coperchio**: la copertura")),
      Example(
        "A space before parentheses.",
        .segment(source: "Call OpenLid() then.", target: "Poi chiama OpenLid ().")),
    ]
  }
}
