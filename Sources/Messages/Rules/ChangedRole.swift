package import LintCore
import LintText

/// A role of reStructuredText that leads somewhere else than its source's.
package struct ChangedRole: MessageRule {
  private static let changed = Message("changed", "'{0}' became '{1}'")
  private static let missing = Message("missing", "the role '{0}' is missing")

  package let info = RuleInfo(
    id: "changed-role", family: "messages",
    finds:
      "a reference of reStructuredText, `:class:` and the like, whose target is lost or changed.",
    why: """
      What stands in a role is the name of something: a space that machine translation put in, a translated word \
      or another letter case, and the reference leads nowhere and shows no link. Copy the name from the source. \
      What is shown may be translated where it stands before the name in angle brackets. `--fix` copies the target \
      where one alone was changed.
      """,
    precision: "All 17 findings in 18,894 entries of a manual were true.",
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .markup, fixable: .safe, messages: [changed, missing],
    fails: [
      Example(
        "A space in it.", fileExtension: "po",
        .file(
          "msgid \"Use :func:`hive.open`.\"\nmsgstr \"Usa ⟦:func:`hive. open`⟧.\"\n")),
      Example(
        "A space behind the mark for a short name.", fileExtension: "po",
        .file(
          "msgid \"Use :meth:`~hive.open`.\"\nmsgstr \"Usa ⟦:meth:`~ hive.open`⟧.\"\n")),
      Example(
        "Its name lost a letter.", fileExtension: "po",
        .file("msgid \"Use :func:`open`.\"\nmsgstr \"Usa ⟦:fun:`open`⟧.\"\n")),
      Example(
        "It is lost.", fileExtension: "po",
        .file("msgid \"See :issue:`12345`.\"\nmsgstr \"⟦Vedi 12345.⟧\"\n")),
      Example(
        "The target behind the words was translated.", fileExtension: "po",
        .file(
          "msgid \"See the :ref:`guide <hive-guide>`.\"\n"
            + "msgstr \"Vedi ⟦:ref:`la guida <guida-hive>`⟧.\"\n")),
      Example(
        "The name of a role, which was translated.", fileExtension: "po",
        .file(
          "msgid \"See :func:`~hive.open` and :ref:`lid`.\"\n"
            + "msgstr \"Смотри ⟦:функция:`~hive.open`⟧ и :ref:`lid`.\"\n")),
    ],
    passes: [
      Example(
        "Words before a target, and another order.", fileExtension: "po",
        .file(
          "msgid \"The :meth:`open` method of :ref:`hives <hive>`\"\n"
            + "msgstr \"Degli :ref:`alveari <hive>` il metodo :meth:`open`\"\n")),
      Example(
        "A term is translated.", fileExtension: "po",
        .file("msgid \"A :term:`lid`.\"\nmsgstr \"Un :term:`coperchio`.\"\n")),
      Example(
        "Another kind of object, and another letter case of the role.", fileExtension: "po",
        .file(
          "msgid \":meth:`open` of :PEP:`8`\"\nmsgstr \":func:`open` di :pep:`8`\"\n")),
      Example(
        "A dot that says where a name is looked for.", fileExtension: "po",
        .file("msgid \"Call :meth:`open`.\"\nmsgstr \"Chiama :meth:`.open`.\"\n")),
      Example(
        "How much of a name is shown.", fileExtension: "po",
        .file("msgid \"Call :func:`~hive.open`.\"\nmsgstr \"Chiama :func:`hive.open()`.\"\n")),
      Example(
        "A name that is said twice.", fileExtension: "po",
        .file(
          "msgid \"If :data:`lid` is open.\"\n"
            + "msgstr \"Se :data:`lid` è aperto, :data:`lid` si vede.\"\n")),
    ])

  package let needs: SegmentTraits = .differentInlines

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard !detail.keepsMarkup(segment.index), !detail.isMarkdown(segment.index) else { return }
    let roles = RoleDifference(segment)
    guard !roles.missing.isEmpty else { return }
    for change in roles.changed.prefix(MessageLimits.lost) {
      let (right, wrong) = (change.source, change.target)
      let isOnlyOne = roles.changed.count == 1 && roles.lost.isEmpty
      let place = segment.target[wrong.inline.range]
      report(
        place, Self.changed, segment.source[right.inline.range].string, place.string,
        related: Finding.Related(segment.source[right.inline.range].range),
        fix: isOnlyOne ? Self.fix(right, wrong, segment) : nil)
    }
    for role in roles.lost {
      let right = segment.source[role.inline.range]
      report(
        segment.target.trimmed, Self.missing, right.string,
        related: Finding.Related(right.range))
    }
  }

  /// Copies what differs, the name or what the role leads to.
  private static func fix(
    _ right: RSTRoles.Role, _ wrong: RSTRoles.Role, _ segment: borrowing Segment
  ) -> Fix {
    if right.name == wrong.name {
      return Fix(
        .safe, "Copy the target from the source.",
        [.copy(segment.source[right.target], over: segment.target[wrong.target].range)])
    }
    return Fix(
      .safe, "Copy the name of the role from the source.",
      [
        .copy(
          segment.source[right.inline.role], over: segment.target[wrong.inline.role].range)
      ])
  }
}
