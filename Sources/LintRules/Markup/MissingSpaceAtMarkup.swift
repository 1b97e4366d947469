import LintCore
import LintText

/// A word that has grown together with the markup beside it.
struct MissingSpaceAtMarkup: Rule {
  private static let after = Message("after", "no space stands between '{0}' and '{1}'")
  private static let before = Message("before", "no space stands between '{1}' and '{0}'")

  let info = RuleInfo(
    id: "missing-space-at-markup", family: "markup",
    finds:
      "a word without a space between it and bold type, a link, code or a tag, as in `**OK**in het vak`.",
    why: """
      Machine translation takes markup out and puts it back without the spaces around it, so that \
      two words read as one, and a name cannot be told from what follows it. Put the space in: \
      `--fix` does so where the source has one there, `--fix=suggested` elsewhere.
      """,
    precision: """
      Of 233 findings read on real pages, 232 were true and one doubtful: a link in the wrong place.
      """,
    severity: .warning, issueType: .whitespace, fixable: .suggested, messages: [after, before],
    fails: [
      Example(
        "After bold type.", locale: "nl-NL",
        .segment(
          source: "Select **Dim** in the panel.", target: "Kies **Dimmen**⟦in⟧ het paneel.")),
      Example(
        "After a link.", locale: "nl-NL",
        .segment(
          source: "See [the guide](a.md) for more.", target: "Zie [de gids](a.md)⟦voor⟧ meer.")
      ),
      Example(
        "On both sides.",
        .segment(source: "Select **Dim** now.", target: "⟦Seleziona⟧**Attenua**⟦ora⟧.")),
      Example(
        "After an address in angle brackets.",
        .segment(
          source: "The <https://hive.example/lid> page opens.",
          target: "<https://hive.example/lid>⟦apre⟧ la pagina.")),
      Example(
        "Before code.", .segment(source: "Set `dim` here.", target: "Qui ⟦imposta⟧`dim`.")),
      Example(
        "Before a tag.",
        .segment(source: "Press <kbd>F2</kbd> first.", target: "Prima ⟦premi⟧<kbd>F2</kbd>.")),
      Example(
        "A function word where the source has a comma.", locale: "fr-FR",
        .segment(
          source: "Set `dim`, then go on.", target: "Réglez `dim`⟦puis⟧ continuez.")),
      Example(
        "A word of one letter, where the source has the same.",
        .segment(source: "Set `dim` or `glow`.", target: "Imposta `dim`⟦o⟧ `glow`.")),
      Example(
        "A word that could be an ending, where the source has the same.", locale: "fi-FI",
        .segment(source: "Select **Dim** and wait.", target: "Valitse **Himmennä**⟦ja⟧ odota.")),
      Example(
        "An article behind a verb.",
        .segment(source: "**Open** the door.", target: "**Apri**⟦la⟧ porta.")),
      Example(
        "A preposition of Arabic behind code.", locale: "ar-SA",
        .segment(source: "Open `lid.yml` in the hive.", target: "افتح `lid.yml`⟦في⟧ الخلية.")),
      Example(
        "An article that could be an ending, behind a comma.", locale: "hu-HU",
        .segment(
          source: "Open [the lid,](lid.md) then the hive.",
          target: "Nyissa ki [a fedelet,](lid.md)⟦a⟧ kaptár előtt.")),
      Example(
        "A word that could be an ending, where the source has it.", locale: "nl-NL",
        .segment(
          source: "Lift **Lid** and **Frame** out.", target: "Til **Deksel**⟦en⟧ **Raam** eruit.")),
      Example(
        "Signs at the ends of code, where the source is a file of its own.",
        .pair(
          source: "The folder `lids/` is in `/hive`.\n",
          target: "La cartella `lids/`⟦sta⟧ ⟦in⟧`/hive`.\n")),
      Example(
        "A Hindi word, where the source is a file of its own.", locale: "hi-IN",
        .pair(source: "In `lid.yml`, set it.\n", target: "`lid.yml`⟦में⟧ इसे सेट करें।\n")),
      Example(
        "An Arabic word that is no prefix, likewise.", locale: "ar-SA",
        .pair(source: "Run `hive open` now.\n", target: "⟦شغّل⟧`hive open` الآن.\n")),
      Example(
        "A French word before an apostrophe, where the source is a file of its own.",
        locale: "fr-FR",
        .pair(source: "The `lid` is not open.\n", target: "Le `lid`⟦n⟧'est pas ouvert.\n")),
      Example(
        "A German preposition that is an ending, too, likewise.", locale: "de-DE",
        .pair(source: "Use `lid` in your hive.\n", target: "Nutze `lid`⟦in⟧ deinem Stock.\n")),
      Example(
        "A Dutch verb of three letters, likewise.", locale: "nl-NL",
        .pair(source: "Use `lid` to open it.\n", target: "Met `lid`⟦kun⟧ je openen.\n")),
      Example(
        "The beginning of a Persian verb, likewise.", locale: "fa-IR",
        .pair(source: "Use `lid` to open it.\n", target: "با `lid`⟦می⟧‌توانید باز کنید.\n")),
      Example(
        "Such signs, in another order.",
        .pair(
          source: "What `${hive}` is, and `lid`.\n", target: "Che sono `lid` ⟦e⟧`${hive}`.\n")),
    ],
    passes: [
      Example(
        "There are spaces.",
        .segment(source: "Select **Dim** now.", target: "Seleziona **Attenua** ora.")),
      Example(
        "The source has none either.",
        .segment(source: "Set `lamp`s to red.", target: "Imposta `lamp`s su rosso.")),
      Example(
        "Japanese sets none.", locale: "ja-JP",
        .segment(source: "Select **Dim** now.", target: "すぐに**調光**を選択します。")),
      Example(
        "A Turkish ending.", locale: "tr-TR",
        .segment(source: "Write to `hive` first.", target: "Önce `hive`ye yazın.")),
      Example(
        "A Turkish ending that is a particle, too.", locale: "tr-TR",
        .segment(source: "It is in `hive` now.", target: "Şimdi `hive`da.")),
      Example(
        "A German compound.", locale: "de-DE",
        .segment(source: "A `Dim` key", target: "Ein `Dim`schlüssel")),
      Example(
        "An ending.", locale: "sv-SE",
        .segment(source: "The `Hive` is full.", target: "`Hive`en är full.")),
      Example(
        "An ending that is a preposition, too.", locale: "cs-CZ",
        .segment(source: "In **Hive** select it.", target: "V **Hive**u ho vyberte.")),
      Example(
        "A Polish ending that is a preposition, too.", locale: "pl-PL",
        .segment(source: "In **Hive** there is wax.", target: "W **Ulu**ze jest wosk.")),
      Example(
        "A Turkish ending that is a word for or, too.", locale: "tr-TR",
        .segment(source: "Write to **Lid** now.", target: "Şimdi **Kova**ya yazın.")),
      Example(
        "A Bulgarian article.", locale: "bg-BG",
        .segment(source: "Open **Settings** now.", target: "Отворете **Настройки**те сега.")),
      Example(
        "A Dutch plural.", locale: "nl-NL",
        .segment(source: "The **Hive** items are here.", target: "De **Korf**en zijn hier.")),
      Example(
        "A Spanish plural.", locale: "es-ES",
        .segment(source: "The **net** items are here.", target: "Las **red**es están aquí.")),
      Example(
        "An ending, and behind it the word for and.", locale: "hr-HR",
        .segment(source: "In **Hive** and `lid` now.", target: "U **Košnic**i i `lid` sada.")),
      Example(
        "Bold type for a prefix.", locale: "es-ES",
        .segment(source: "Turn it **off** now.", target: "**Des**activar ahora.")),
      Example(
        "Tags that stand the wrong way round.", locale: "fr-FR",
        .segment(source: "Open <b>help</b> now.", target: "Ouvrez </b>l’aide<b> ici.")),
      Example(
        "An Indonesian pronoun.", locale: "id-ID",
        .segment(source: "Select its **Lid** now.", target: "Pilih **Tutup**nya sekarang.")),
      Example(
        "An Italian pronoun.",
        .segment(source: "**Open** it now.", target: "**Apri**lo ora.")),
      Example(
        "An ordinal.", locale: "pt-BR",
        .segment(source: "The **n**-th hive", target: "A **n**ésima colmeia")),
      Example(
        "A Swedish compound, where the source ends.", locale: "sv-SE",
        .segment(source: "See [Hives](a.md).", target: "Se [Bikupor](a.md)sidan.")),
      Example(
        "A tag that should end.", locale: "fr-FR",
        .segment(source: "It is <b>bold</b>.", target: "C’est <b>gras<b>.")),
      Example(
        "A hyphen or an apostrophe joins them.",
        .segment(source: "The `dim` mode of **Hive**", target: "Modo-`dim` dell'**Hive**")),
      Example(
        "A Hebrew prefix.", locale: "he-IL",
        .segment(source: "Open in **Hive** now.", target: "פתח עכשיו ב**Hive** .")),
      Example(
        "Arabic prefixes.", locale: "ar-SA",
        .pair(source: "Open it with `hive` now.\n", target: "افتحه وبال`hive` الآن.\n")),
      Example(
        "The space stands in the markup.",
        .segment(
          source: "See [the guide](a.md) for more.", target: "Vedi [la guida ](a.md)per altro.")
      ),
      Example(
        "A part of a word.",
        .segment(source: "It is **im**possible.", target: "È **im**possibile.")),
      Example(
        "A power.", .segment(source: "m<sup>2</sup> of it", target: "m<sup>2</sup>di questo")),
    ])

  func check(on kind: PageKind) -> Check? {
    guard !kind.language.isEmpty, !Self.unspaced.contains(kind.language) else { return nil }
    return .segments(
      .inlines,
      MarkupNeighbours(
        words: NeighbourWords(language: kind.language), after: Self.after, before: Self.before))
  }

  /// Languages that set no spaces between words, and Korean, which sets none before particles.
  private static let unspaced: Set<String> = [
    "bo", "dz", "hak", "ja", "km", "ko", "lo", "my", "nan", "th", "wuu", "yue", "zh",
  ]
}
