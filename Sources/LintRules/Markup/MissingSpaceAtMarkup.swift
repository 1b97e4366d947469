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
      Of 225 findings read on real pages, 224 were true and one doubtful: a link in the wrong place.
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
        "A hyphen or an apostrophe joins them.",
        .segment(source: "The `dim` mode of **Hive**", target: "Modo-`dim` dell'**Hive**")),
      Example(
        "A Hebrew prefix.", locale: "he-IL",
        .segment(source: "Open in **Hive** now.", target: "פתח עכשיו ב**Hive** .")),
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
