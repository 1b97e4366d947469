import LintCore
import LintText

/// An option, a path or another word that is typed as it is, and that a translation changed.
struct ChangedLiteral: Rule {
  private static let changed = Message("changed", "'{0}' became '{1}'")
  private static let missing = Message("missing", "'{0}' is missing")

  let info = RuleInfo(
    id: "changed-literal", family: "markup",
    finds:
      "an option, command, address, path, registry key, GUID or call in running text that was changed or lost.",
    why: """
      The reader types it, searches for it or copies it, and nothing answers. Such words have one form \
      in every language: write what the source has; in code, translation leaves them alone. Letter \
      case, backslashes before punctuation and endings of the language make no difference, and what has \
      become code is there. A verb, a hyphen and a noun are a command where the noun has a capital inside, \
      somebody runs it, or the page has it in code or with other verbs. `--fix` writes the source's form \
      where one place alone can be what became of it.
      """,
    precision:
      "Of 442 findings read on real pages, 438 were true and 4 doubtful: words for what the reader fills in.",
    severity: .warning, profiles: [.messages: .strict], issueType: .inconsistentEntities,
    fixable: .safe,
    messages: [changed, missing], fails: failing, passes: passing)

  func check(on kind: PageKind) -> Check? {
    let endings = Endings(language: kind.language)
    let joinsNouns = Self.joiningNouns.contains(kind.language)
    return .sum([.sourceMark, .sourceJoint]) { _ in
      Literals(endings: endings, joinsNouns: joinsNouns)
    }
  }

  /// Languages that set a hyphen between the nouns of a compound: `Anforderungs-ID` is no command.
  private static let joiningNouns: Set<String> = [
    "af", "da", "de", "et", "fi", "fo", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv",
  ]

  /// Whether something stands in brackets, which the reader is to fill in.
  fileprivate static func isBracketed(_ source: borrowing Text, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < source.count else { return false }
    switch (source.bytes[range.lowerBound - 1], source.bytes[range.upperBound]) {
    case (0x5B, 0x5D), (0x7B, 0x7D), (0x3C, 0x3E), (0x3B, 0x26): return true
    default: return false
    }
  }

  /// The literals of one page.
  private final class Literals: PageSum {
    private let endings: Endings
    private let joinsNouns: Bool
    /// Each run of a target is compared with so many ranges that are known; no sentence has more.
    private static let mostTaken = 64
    /// Segments that lack what may be a command, which is told once all of the page has been seen.
    private var open: [Int] = []
    private var commands: PageCommands?

    init(endings: Endings, joinsNouns: Bool) {
      self.endings = endings
      self.joinsNouns = joinsNouns
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let names = shared.lostNames(segment)
      let addresses =
        shared.traits.contains(.sourceMark) ? BareAddresses.lost(in: segment) : []
      if !names.isEmpty || !addresses.isEmpty {
        let lost = lost(in: segment, names, addresses)
        if !lost.literals.isEmpty, !segment.target.isBlank {
          check(lost.literals, lost.search, segment, &shared, &report)
        }
      }
      guard segment.source.prose.firstIndex(of: 0x22) != nil else { return }
      for change in QuotedValues.changed(in: segment) {
        let (source, wrong) = (segment.source[change.source], segment.target[change.target])
        ChangedLiteral.report(source, wrong, source.string, change.isProven, &report)
      }
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      if open.isEmpty { return }
      commands = PageCommands(document)
      for index in open {
        let segment = document.segment(index)
        var shared = SharedWork()
        let lost = lost(
          in: segment, shared.lostNames(segment), BareAddresses.lost(in: segment))
        check(lost.literals, lost.search, segment, &shared, &report)
      }
    }

    /// The literals of a source that its target lacks.
    private func lost(
      in segment: borrowing Segment, _ names: [Range<Int>], _ addresses: [Range<Int>]
    ) -> (literals: [LostLiteral], search: LiteralSearch?) {
      var literals: [LostLiteral] = []
      var search: LiteralSearch?
      var mentions = LiteralContext.Mentions()
      for range in names {
        let isBracketed = ChangedLiteral.isBracketed(segment.source, range)
        let isAlone = segment.source.bytes.trimmedRange == range
        // Few names are literals, and few have escapes.
        let written = segment.source.prose.extracting(range)
        guard
          written.firstIndex(of: UInt8.blank) != nil
            || Literal(in: written, isBracketed: isBracketed, isAlone: isAlone) != nil
        else { continue }
        let name = PlainName(segment.source, range)
        guard
          let literal = Literal(in: name.bytes.span, isBracketed: isBracketed, isAlone: isAlone)
        else { continue }
        let plain = Array(name.bytes[literal.range])
        let place = name.range(of: literal.range)
        let standing = LiteralContext.standing(
          of: literal, plain.span, place, segment, &mentions)
        if standing == .words { continue }
        add(literal.kind, plain, place, standing, segment, &search, &literals)
      }
      for range in addresses {
        let name = PlainName(segment.source, range)
        let isFilledIn = FilledIn.isIn(name.bytes.span, isAddress: true)
        add(
          .address, name.bytes, range, isFilledIn ? .ifParted : .literal, segment, &search,
          &literals)
      }
      return (literals, search)
    }

    private func add(
      _ kind: Literal.Kind, _ plain: [UInt8], _ range: Range<Int>,
      _ standing: LiteralContext.Standing, _ segment: borrowing Segment,
      _ kept: inout LiteralSearch?, _ literals: inout [LostLiteral]
    ) {
      var search = kept ?? LiteralSearch(segment)
      defer { kept = search }
      let literal = LostLiteral(kind, plain, range, standing, in: segment.source)
      if search.lacks(literal.small, kind, segment, endings) { literals.append(literal) }
    }

    private func check(
      _ literals: [LostLiteral], _ found: LiteralSearch?, _ segment: borrowing Segment,
      _ shared: inout SharedWork, _ report: inout Findings
    ) {
      guard var search = found else { return }
      var parted: [Range<Int>?] = []
      for literal in literals { parted.append(search.spaced(literal.small, segment)) }
      let others = literals.indices.filter { parted[$0] == nil }.map { literals[$0] }
      let isAll =
        others.count == 1 && literals.count == 1
        && segment.source[others[0].range].range == segment.source.trimmed.range
        && segment.target.isPlain(segment.targetInlines)
      let fates =
        isAll || others.isEmpty
        ? []
        : search.fates(
          of: others, besides: parted.compactMap(\.self).prefix(Self.mostTaken), segment, endings)
      // A command that is not known to be one waits for the rest of the page.
      if commands == nil, isOpen(others, fates, isAll) {
        open.append(segment.index)
        return
      }
      var remains = LiteralRemains(segment)
      var next = 0
      for (literal, range) in zip(literals, parted) {
        if let range {
          reportParted(literal, range, segment, &shared, &report)
          continue
        }
        let fate = isAll ? Self.wholeTarget(of: segment) : fates[next]
        next += 1
        if isMeant(literal, fate, segment) {
          reportLost(
            literal, remains.place(of: literal, fate.place, segment), segment, &shared, &report)
        }
      }
    }

    /// Where the source says nothing else, all of the target is what became of it.
    private static func wholeTarget(of segment: borrowing Segment) -> LiteralFate {
      let range = segment.target.bytes.trimmedRange
      return LiteralFate(
        place: LiteralPlace(range: range, isProven: true, isLikeEnd: false), hasShape: true)
    }

    private func isOpen(_ literals: [LostLiteral], _ fates: [LiteralFate], _ isAll: Bool) -> Bool {
      literals.indices.contains { index in
        literals[index].standing == .ifKnown
          && (isAll || !isHalfTranslated(fates[index]))
      }
    }

    /// Whether the target has the noun behind a hyphen, and another verb before it.
    private func isHalfTranslated(_ fate: LiteralFate) -> Bool {
      !joinsNouns && fate.place?.isLikeEnd == true
    }

    private func isMeant(
      _ literal: LostLiteral, _ fate: LiteralFate, _ segment: borrowing Segment
    ) -> Bool {
      switch literal.standing {
      case .literal: true
      case .words, .ifParted: false
      case .ifShaped: fate.hasShape || segment.target.hasGluedDash
      case .ifKnown:
        isHalfTranslated(fate) || commands?.has(literal.plain.span) == true
      }
    }

    /// Reports a literal that stands there with spaces in it.
    private func reportParted(
      _ literal: LostLiteral, _ range: Range<Int>, _ segment: borrowing Segment,
      _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let wrong = segment.target[range]
      // `Open ()` is what languages with a space before parentheses write.
      if literal.kind == .call, wrong.isCall(of: literal.plain) { return }
      if literal.standing == .ifKnown, commands?.has(literal.plain.span) != true { return }
      let name = String(decoding: literal.plain, as: UTF8.self)
      shared.tell(range)
      ChangedLiteral.report(segment.source[literal.range], wrong, name, true, &report)
    }

    private func reportLost(
      _ literal: LostLiteral, _ place: LiteralPlace?, _ segment: borrowing Segment,
      _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let name = String(decoding: literal.plain, as: UTF8.self)
      let source = segment.source[literal.range]
      if let place {
        let wrong = segment.target[place.range]
        shared.tell(place.range)
        // A compound that has the verb alone may have other words before it: `Push-Vorgang`.
        let isProven =
          place.isProven && (place.isLikeEnd || !joinsNouns || !literal.isOrdinaryCommand)
        ChangedLiteral.report(source, wrong, name, isProven, &report)
      } else {
        report(
          segment.target.trimmed, ChangedLiteral.missing, name,
          related: Finding.Related(source.range))
      }
    }
  }

  private static func report(
    _ source: borrowing Text, _ wrong: borrowing Text, _ name: String, _ isProven: Bool,
    _ report: inout Findings
  ) {
    report(
      wrong, changed, name, wrong.string, related: Finding.Related(source.range),
      fix: isProven
        ? Fix(.safe, "Write it as the source does.", [.copy(source, over: wrong.range)]) : nil)
  }
}

extension Text {
  /// Whether it is a call, in any letter case, with a space before the parentheses.
  fileprivate func isCall(of call: [UInt8]) -> Bool {
    count == call.count + 1
      && bytes.extracting(0..<count - 3).equalsIgnoringCase(call.span.extracting(0..<count - 3))
  }

  /// Whether a dash that is no hyphen stands directly before a letter, behind a gap.
  fileprivate var hasGluedDash: Bool {
    var start = 0
    while let found = bytes.firstRange(of: "\u{2014}", from: start)
      ?? bytes.firstRange(of: "\u{2013}", from: start)
    {
      start = found.upperBound
      if start < count, prose[start].isTextLetter,
        found.lowerBound == 0 || prose[found.lowerBound - 1].isGap
      {
        return true
      }
    }
    return false
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
        .segment(
          source: "Open-HiveLid fails.", target: "⟦L'apertura dell'alveare non riesce.⟧")),
      Example(
        "A function word behind it.",
        .segment(
          source: "Run Clear-Hive on the hub.", target: "Esegui ⟦Svuota-Hive⟧ nell'hub.")),
      Example(
        "Called a command, with an article.",
        .segment(source: "Run the Clear-Hive command.", target: "Esegui il comando ⟦Svuota-Hive⟧.")),
      Example(
        "In other letters, with the sign of an option.", locale: "ru-RU",
        .segment(source: "Set -LidState there.", target: "Задайте там ⟦-Лидстате⟧.")),
      Example(
        "A call in other letters.", locale: "ru-RU",
        .segment(source: "Then call OpenBeeLid().", target: "Затем вызовите ⟦опенбилид⟧.")),
      Example(
        "Letters of several bytes.", locale: "ru-RU",
        .segment(source: "Use the --force switch.", target: "Задайте там ⟦--форсировать⟧.")),
      Example(
        "Of two places, nothing tells which it became.",
        .segment(
          source: "Run Open-HiveLid here.", target: "⟦Esegui Apri-HiveLid o Avvia-HiveLid.⟧")),
      Example(
        "A script without spaces: nothing tells where the name begins.", locale: "ja-JP",
        .segment(source: "Set max_hive_age now.", target: "⟦今すぐ最大_hive_ageを設定します。⟧")),
      Example(
        "A word of Korean begins behind a space.", locale: "ko-KR",
        .segment(source: "Run Get-HiveLid now.", target: "지금 ⟦가져오기-HiveLid⟧를 실행하세요.")),
      Example(
        "The ending of the language stays.", locale: "hu-HU",
        .segment(source: "Run Get-HiveLid here.", target: "Futtassa itt a ⟦Lekérés-HiveLid⟧et.")),
      Example(
        "An ordinary noun, where somebody runs it.",
        .segment(source: "Run Clear-Hive here.", target: "Esegui qui ⟦Svuota-Hive⟧.")),
      Example(
        "An ordinary noun that the page has with other verbs.",
        .body(
          """
          {{pair:103|Run Get-Hive first.|Prima esegui Get-Hive.}}
          {{pair:104|Clear-Hive fails.|⟦Lo svuotamento dell'alveare non riesce.⟧}}

          """)),
      Example(
        "A command that a line of code on the page begins with.",
        .file(
          """
          ---
          title: Panel
          {{keys}}
          ms.contentlocale: it-IT
          ---
          ```powershell
          Open-Lid
          ```

          {{pair:101|After Open-Lid the light is green.|⟦Dopo l'apertura la luce è verde.⟧}}

          """)),
      Example(
        "With a slash, called an option.",
        .segment(source: "Use the /quiet switch.", target: "Usa l'opzione ⟦/zitto⟧.")),
      Example(
        "An article before it.",
        .segment(source: "In /etc/hive/lid now.", target: "Nell'⟦/etc/alveare/lid⟧ ora.")),
      Example(
        "In the folder of whoever reads.",
        .segment(source: "Edit ~/hive/lids now.", target: "Modifica ora ⟦~/alveare/lids⟧.")),
      Example(
        "On a server.",
        .segment(source: "Open \\\\\\\\hive\\lids.", target: "Apri \\⟦\\\\\\alveare\\lids⟧.")),
      Example(
        "An address without a scheme.",
        .segment(
          source: "See www.hive.example/lids there.", target: "Vedi lì ⟦www.hive.example/coperchi⟧."
        )
      ),
      Example(
        "Its first part stands, and a word of the same length.", locale: "ru-RU",
        .segment(source: "Set FK_Lids there.", target: "Задайте там ⟦FK \\_ лидс⟧.")),
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
        "A language in an address.", locale: "nl-BE",
        .segment(
          source:
            "See https://hive.example/watch?v=1&hl=en and https://docs.hive.example/manual/en/lid/.",
          target:
            "Zie https://hive.example/watch?v=1&hl=nl en https://docs.hive.example/manual/nl/lid/.")
      ),
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
        "Ordinary words with capitals.",
        .segment(
          source: "Save-As, Start-Menu, Request-ID, Clear-Text",
          target: "Salva con nome, menu Start, ID richiesta, testo in chiaro")),
      Example(
        "The noun behind it is what is run.", locale: "de-DE",
        .body(
          """
          {{pair:103|Run the Push-Deploy operation.|Führen Sie den Push-Vorgang aus.}}
          {{pair:104|Run the Copy-Hive and Move-Hive jobs.|Führen Sie die Kopier- und Verschiebeaufträge aus.}}

          """)),
      Example(
        "An article, and nothing that is called a command.",
        .segment(source: "Run a Test-Deployment.", target: "Esegui una distribuzione di prova.")),
      Example(
        "A command of a menu.",
        .segment(
          source: "Run the Show-All command on the menu.", target: "Esegui Mostra tutto dal menu.")),
      Example(
        "PowerShell is spoken of.",
        .segment(
          source: "Open PowerShell from the Start-Menu.", target: "Apri PowerShell dal menu Start.")
      ),
      Example(
        "Words of everyday life, as in examples.",
        .segment(
          source: "Use D:\\Backup\\January, /home/user/music and customer_surname.",
          target: "Usa D:\\Backup\\Gennaio, /home/utente/musica e cognome_cliente.")),
      Example(
        "A function of whoever reads.",
        .segment(source: "Call myFunction() then.", target: "Poi chiama miaFunzione().")),
      Example(
        "A compound of German.", locale: "de-DE",
        .segment(source: "The Update-Manager", target: "Der Aktualisierungs-Manager")),
      Example(
        "An ending of Hungarian.", locale: "hu-HU",
        .segment(
          source: "Run Get-HiveLid in max_size.", target: "Futtassa: Get-HiveLidet, max_sizeban.")),
      Example(
        "A path that the reader fills in.",
        .segment(
          source: "Type /path/to/file or first_last.",
          target: "Scrivi /percorso/del/file o nome_cognome.")),
      Example(
        "Addresses of examples.",
        .segment(
          source: "Mail you@yourhive.example or user@domain.com.",
          target: "Scrivi a tu@iltuoalveare.example o utente@dominio.com.")),
      Example(
        "Emphasis.",
        .segment(source: "_some_words_ here", target: "_alcune_parole_ qui")),
      Example(
        "A slash for a rate.",
        .segment(source: "10 GB, /month", target: "10 GB, /mese")),
      Example(
        "A dash without a space behind it.",
        .segment(source: "Honey --and more", target: "Miele — e altro")),
      Example(
        "Letters of mathematics.",
        .segment(source: "With \\rho\\ there.", target: "Con rho lì.")),
      Example(
        "An article of an encyclopedia.",
        .segment(
          source: "See https://en.hive.example/wiki/Lid there.",
          target: "Vedi lì https://it.hive.example/wiki/Coperchio.")),
      Example(
        "A method without its parentheses.",
        .segment(source: "Call OpenLid() then.", target: "Poi chiama `OpenLid`.")),
      Example(
        "A dash of two hyphens.",
        .segment(source: "**Lid**--the cover", target: "**Coperchio**: la copertura")),
      Example(
        "A space before parentheses.",
        .segment(source: "Call OpenLid() then.", target: "Poi chiama OpenLid ().")),
    ]
  }
}
