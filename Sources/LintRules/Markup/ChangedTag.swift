import LintCore

/// HTML that the translation of a message lost, changed or made up.
struct ChangedTag: Rule {
  let info = RuleInfo(
    id: "changed-tag", family: "markup",
    finds:
      "tags of HTML that a message lacks or its source does not have, and addresses and names in them that were changed.",
    why: """
      A program puts the message into a page: without its tag a link is plain text, and a tag that is never closed takes in \
      all that follows. Copy the tags from the source. Bold type, emphasis and raised letters may be dropped, and a link may \
      lead to a page in the language. `--fix` copies attributes.
      """,
    precision: "All 6 findings in 80,291 entries were true.",
    severity: .warning, profile: nil, profiles: [.messages: .default], issueType: .markup,
    fixable: .safe, messages: ChangedHTMLTag.all,
    fails: [
      Example(
        "A tag of a message.", fileExtension: "po",
        .file(
          "msgid \"Remove the <meta name=\\\"a\\\"> tag.\"\n"
            + "msgstr \"⟦Togli l’etichetta.⟧\"\n")),
      Example(
        "A backslash that a program would read.", fileExtension: "po",
        .file(
          "msgid \"See <a href=\\\"/lid\\\">it</a>.\"\n"
            + "msgstr \"Vedi <a ⟦href=\\\\\\\"/lid\\\\\\\"⟧>lì</a>.\"\n")),
      Example(
        "A tag that the source has not.", fileExtension: "po",
        .file("msgid \"Red, blue\"\nmsgstr \"Rosso,⟦<br>⟧blu\"\n")),
      Example(
        "An address is lost.", fileExtension: "po",
        .file(
          "msgid \"Open <a href=\\\"/lid\\\">it</a>.\"\nmsgstr \"Apri⟦<a>⟧lo</a>.\"\n")),
      Example(
        "A letter of a site's name is lost.", fileExtension: "po",
        .file(
          "msgid \"<a href=\\\"https://hive.example/lid\\\">Open</a>\"\n"
            + "msgstr \"<a ⟦href=\\\"https://hve.example/lid\\\"⟧>Apri</a>\"\n")),
      Example(
        "A closing tag before its partner.", fileExtension: "po",
        .file("msgid \"Save <u>it</u> now.\"\nmsgstr \"Salva⟦</u>⟧ ora<u>.\"\n")),
      Example(
        "Another key.", fileExtension: "po",
        .file("msgid \"Press <kbd>F5</kbd>.\"\nmsgstr \"Premi <kbd>⟦F6⟧</kbd>.\"\n")),
    ],
    passes: [
      Example(
        "In a message the page of another language, and words in angle brackets.",
        fileExtension: "po",
        .file(
          "msgid \"<a href=\\\"https://hive.example/en/lid\\\">Open</a> <name>\"\n"
            + "msgstr \"<a href=\\\"https://hive.example/it/lid\\\">Apri</a> <nome>\"\n")),
      Example(
        "A page of the site in the language.", fileExtension: "po",
        .file(
          "msgid \"See <a href=\\\"/docs/en/lid\\\">it</a> <a href=\\\"help-en.html\\\">now</a>\"\n"
            + "msgstr \"Vedi <a href=\\\"/docs/it/lid\\\">lì</a> <a href=\\\"help-it.html\\\">ora</a>\"\n"
        )),
    ])

  func check(on kind: PageKind) -> Check? {
    kind.holdsMessages ? .segments(.inlines, ChangedHTMLTag(isOfMessages: true)) : nil
  }
}
