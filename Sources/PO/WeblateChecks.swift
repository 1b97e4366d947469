import LintText

/// What Weblate's flags `ignore-…` call its checks ("Customizing behavior using flags", "Checks and fixups").
enum WeblateChecks {
  /// The rules that look for the same; `nil` for a check that has none here, and none for all.
  static func rules(for name: Span<UInt8>) -> [String]? {
    if name.elementsEqual("all-checks") { return [] }
    if let known = known.first(where: { name.elementsEqual($0.name) }) { return known.rules }
    return name.has("-format", at: name.count - 7) ? ["changed-placeholder"] : nil
  }

  private static let icu = [
    "changed-placeholder", "malformed-message", "missing-plural-form", "unused-plural-form",
  ]

  private static let known: [(name: StaticString, rules: [String])] = [
    ("placeholders", ["changed-placeholder"]),
    ("icu-message-format", icu), ("icu-message-format-syntax", icu),
    ("begin-newline", ["changed-line-ends"]), ("end-newline", ["changed-line-ends"]),
    ("begin-space", ["lost-edge-space"]), ("end-space", ["lost-edge-space"]),
    ("max-length", ["too-long-for-limit"]),
    ("rst-references", ["changed-role", "broken-role", "changed-inline-markup"]),
    ("rst-syntax", ["changed-role", "broken-role", "changed-inline-markup"]),
    ("xml-tags", ["changed-tag"]), ("xml-invalid", ["changed-tag"]),
    ("safe-html", ["changed-tag"]), ("bbcode", ["unbalanced-bracket"]),
    ("url", ["changed-inline-markup"]), ("duplicate", ["doubled-word"]),
    ("double-space", ["doubled-mark"]), ("punctuation-spacing", ["doubled-mark"]),
    ("end-stop", ["missing-end-punctuation"]), ("end-colon", ["missing-end-punctuation"]),
    ("end-question", ["missing-end-punctuation"]),
    ("end-exclamation", ["missing-end-punctuation"]),
    ("end-ellipsis", ["missing-end-punctuation"]),
    ("end-semicolon", ["missing-end-punctuation"]),
    ("zero-width-space", ["invisible-character"]),
    ("plurals", ["wrong-plural-count"]), ("same", ["untranslated-segment"]),
    ("inconsistent", ["inconsistent-translation"]), ("reused", ["inconsistent-translation"]),
    ("check-glossary", ["wrong-term", "forbidden-term"]),
  ]
}
