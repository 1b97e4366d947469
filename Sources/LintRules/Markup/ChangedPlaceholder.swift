import LintCore
import LintText
import Messages

/// A placeholder that the translation lost or altered.
struct ChangedPlaceholder: SegmentRule {
  private static let missing = Message("missing", "the placeholder '{0}' is missing")
  private static let changed = Message("changed", "the placeholder '{0}' became '{1}'")
  private static let added = Message("added", "the source has no placeholder '{0}'")

  let info = RuleInfo(
    id: "changed-placeholder", family: "markup",
    finds:
      "`{0}`, `${x}`, `$(x)`, `{{x}}`, `%VAR%`, `%s` and shortcodes that are missing, changed or added.",
    why: """
      A program puts a value in the place of these, or the reader's own system does: `% TEMP%` with a \
      space, or with its name translated, is no variable any more. Copy the placeholder from the \
      source; letter case and order are free, and of a shortcode the arguments that hold words. `--fix` \
      copies the one that alone was changed, and mends one that has spaces in it or another percent \
      sign.
      """,
    precision: "Of 50 findings read on real pages, 49 were true and 1 was doubtful.",
    severity: .warning, profiles: [.messages: .default], issueType: .inconsistentEntities,
    fixable: .safe, messages: [missing, changed, added],
    fails: [
      Example(
        "A space was put in.",
        .segment(source: "Open %TEMP% first.", target: "Apri prima ⟦% TEMP%⟧.")),
      Example(
        "Spaces in several.",
        .segment(
          source: "{0} of {0} in $(Hive)", target: "⟦{ 0 }⟧ di ⟦{ 0}⟧ in ⟦$ (Hive)⟧")),
      Example(
        "The name was translated.",
        .segment(
          source: "Open %ProgramFiles%\\Hive.", target: "Apri ⟦%Programmi%⟧\\Hive.")),
      Example(
        "One of two is lost.",
        .segment(source: "{0} of {1} hives", target: "⟦{0} alveari⟧")),
      Example("One too many.", .segment(source: "{0} hives", target: "{0} alveari ⟦{1}⟧")),
      Example(
        "A form of printf with a space in it.",
        .segment(source: "Opened %1$s.", target: "Aperto ⟦% 1$s⟧.")),
      Example(
        "Its name was translated.",
        .segment(source: "Lost: %(hive)s", target: "Perso: ⟦%(alveare)s⟧")),
      Example(
        "The percent sign of another script.", locale: "ar-SA",
        .segment(source: "Opened %1$s.", target: "تم فتح ⟦٪1$s⟧.")),
      Example(
        "An argument of a shortcode that is a name.",
        .segment(
          source: "A {{< tip id=\"frame-lifter\" >}}",
          target: "Un ⟦{{< tip id=\"solleva-telai\" >}}⟧")),
      Example(
        "In code, where the source is a file of its own.",
        .pair(
          source: "Run `hive -n <lid_name>` or open `%HIVE%\\bin`.\n",
          target: "Esegui `⟦hive -n <lid_name⟧` o apri `⟦%ALVEARE%\\bin⟧`.\n")),
      Example(
        "A letter for a number.",
        .segment(source: "Open {0} now.", target: "Apri ⟦{O}⟧ adesso.")),
      Example(
        "Numbers that are one too high.",
        .segment(source: "Hive {0}, lid {1}", target: "Alveare ⟦{1}⟧, coperchio ⟦{2}⟧")),
      Example(
        "The space stands in it, and none before it.", locale: "es-ES",
        .segment(source: "It saved %d hives.", target: "Guardó⟦% d⟧ colmenas.")),
      Example(
        "The letter behind a name is lost.", fileExtension: "po",
        .file(
          "#, python-format\nmsgid \"%(hive)s selected\"\nmsgstr \"⟦%(hive) r⟧osso\"\n")),
      Example(
        "Of a plural form that stands for all numbers.", locale: "zh-CN", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=1; plural=0;\\n"

          #, python-format
          msgid "One lid"
          msgid_plural "%(count)s lids"
          msgstr[0] "⟦个盖子⟧"

          """)),
      Example(
        "Another bracket.", fileExtension: "po",
        .file("#, python-brace-format\nmsgid \"Open {lid}\"\nmsgstr \"Apri ⟦{lid]⟧\"\n")),
      Example(
        "Names in braces, where the source is a file of its own.",
        .pair(
          source: "Open {lidId}.\n\nOpen {lid}.\n\nRead [it](lid.md){target=\"_blank\"}.\n",
          target:
            "Apri ⟦{idCoperchio}⟧.\n\nApri ⟦{ lid}⟧.\n\n⟦Leggi [questo](lid.md).⟧\n")),
      Example(
        "A macro with words in it.",
        .pair(
          source: "{{HiveRef(\"Lid API\")}}{{Secure}}\n\nOpen {{Lid(\"a b\", \"the lid\")}}.\n",
          target:
            "⟦{{HivRef(\"Lid API\")}}⟧{{Secure}}\n\nApri {{lid(\"a b\", \"il coperchio\")}}.\n")),
      Example(
        "Values in another order without their numbers.", fileExtension: "po",
        .file("#, c-format\nmsgid \"%d of %s\"\nmsgstr \"Di ⟦%s⟧ ⟦%d⟧\"\n")),
      Example(
        "A percent sign that stands for itself.", fileExtension: "po",
        .file("#, c-format\nmsgid \"%d %% free\"\nmsgstr \"%d libero (⟦%)⟧\"\n")),
    ],
    passes: [
      Example(
        "Letter case differs.", .segment(source: "%Temp% and %HOME%", target: "%HOME% e %TEMP%")),
      Example(
        "A backslash keeps markup away.",
        .segment(source: "$(Hive\\_Home)", target: "$(Hive_Home)")),
      Example("It became code.", .segment(source: "Open %TEMP%.", target: "Apri `%TEMP%`.")),
      Example(
        "In code, what the reader puts in has a name of their language.",
        .pair(
          source: "Run `hive -n <name>` or `{lid}`.\n",
          target: "Esegui `hive -n <nome>` o `{coperchio}`.\n")),
      Example(
        "A percent sign.", .segment(source: "100% of 20% or 5%", target: "100% del 20% o 5%")),
      Example(
        "Spaces beside a name.",
        .segment(source: "{{ hive.name }}, ${ lid }", target: "{{hive.name}}, ${lid}")),
      Example(
        "A picture of a date.",
        .segment(source: "Shown as \"{{m/d/yy}}\".", target: "Mostrato come \"{{g/m/aa}}\".")),
      Example(
        "An argument of a shortcode that holds words.",
        .segment(
          source: "{{< tip text=\"Lift it\" >}}", target: "{{< tip text=\"Solleva\" >}}")),
      Example(
        "In braces, too.",
        .pair(
          source: "Replace {name}, {lid_id} and {lid number}.\n",
          target: "Sostituisci {nome}, {id_coperchio} e { numero del coperchio}.\n")),
      Example(
        "A byte of an address.",
        .segment(source: "See hub/%E4%BD%A0.", target: "Vedi hub/%E4%BD%A1.")),
      Example(
        "A percent sign before a word.",
        .segment(source: "100% sure, or 5 %s", target: "100 % sicuro, o 5 %s")),
      Example(
        "A percent sign that looks like a form.", locale: "fr-FR",
        .segment(source: "100% of it", target: "100 %d'ici")),
      Example(
        "The form of one need not say the number.", fileExtension: "po",
        .file(
          """
          msgid ""
          msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

          #, c-format
          msgid "%d lid of %s"
          msgid_plural "%d lids of %s"
          msgstr[0] "Un coperchio di %2$s"
          msgstr[1] "%d coperchi di %s"

          """)),
      Example(
        "Numbers for what has none, and a value that is said twice.", fileExtension: "po",
        .file("#, c-format\nmsgid \"%s of %s\"\nmsgstr \"Di %2$s: %1$s, %1$s\"\n")),
      Example(
        "Nobody says that it is a format.", fileExtension: "po",
        .file("msgid \"10% darker, 5%s\"\nmsgstr \"10 % più scuro, 5 % di\"\n")),
      Example(
        "A flag says that it is none.", fileExtension: "po",
        .file("#, no-python-format\nmsgid \"%(lid)s\"\nmsgstr \"%(coperchio)s\"\n")),
      Example(
        "A flag keeps the check off.", fileExtension: "po",
        .file(
          "#, python-format, ignore-python-format\nmsgid \"%(lid)s\"\nmsgstr \"Coperchio\"\n")),
      Example(
        "A macro with words of its own.",
        .pair(
          source: "See {{ref(\"Lid\")}} now.\n",
          target: "Vedi ora {{ref(\"Lid\", \"il coperchio\")}}.\n")),
    ])

  let needs: SegmentTraits = .differentInlines

  func check(on kind: PageKind) -> Check? {
    guard kind.holdsMessages else { return .segments(needs, self) }
    let messages = PlaceholderPass.Messages(
      missing: Self.missing, changed: Self.changed, added: Self.added)
    return .pass(.inlines) { PlaceholderPass($0, messages) }
  }

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard !segment.target.isBlank else { return }
    if shared.sourceFile != nil { reportDamagedCode(segment, &report) }
    guard let difference = shared.difference(of: .placeholders, segment) else { return }
    var budget = SearchBudget(segment)
    // What the other half has in code or in an address is neither lost nor added.
    var rarerInTarget: Remembered<Bool> = Remembered()
    let renamed = Self.renamed(difference, segment)
    let missing = difference.missing.filter { index in
      if renamed.sources.contains(index) { return false }
      let text = segment.source[segment.sourceInlines[index].content]
      return rarerInTarget.value(of: text.bytes) {
        budget.allows(segment.source) && budget.allows(segment.target)
          && Self.isRarer(text.bytes, in: segment.target.bytes, than: segment.source.bytes)
      }
    }
    var rarerInSource: Remembered<Bool> = Remembered()
    let extra = difference.extra.filter { index in
      if renamed.targets.contains(index) { return false }
      let text = segment.target[segment.targetInlines[index].content]
      // Some languages write the percent sign before the number or a word; only the source tells.
      if missing.isEmpty, PrintfForm.end(text.bytes, at: 0, before: text.count) != nil {
        return false
      }
      return rarerInSource.value(of: text.bytes) {
        budget.allows(segment.source) && budget.allows(segment.target)
          && Self.isRarer(text.bytes, in: segment.source.bytes, than: segment.target.bytes)
      }
    }
    let changes = PlaceholderChanges(missing, extra, segment)
    for change in changes.pairs {
      let (right, wrong) = (
        segment.sourceInlines[change.source], segment.targetInlines[change.target]
      )
      if Shortcode.saySame(segment.source[right.range].bytes, segment.target[wrong.range].bytes) {
        continue
      }
      let isCertain = changes.isShifted || difference.isProved(change, in: segment)
      report(
        wrong.range, Self.changed, segment.source[right.content].string,
        segment.target[wrong.content].string, related: Finding.Related(right.range),
        fix: isCertain
          ? Fix(
            .safe, "Copy the placeholder from the source.",
            // Of a macro the arguments stay.
            right.content == right.range || wrong.content == wrong.range
              ? [.copy(segment.source[right.range], over: wrong.range)]
              : [.copy(segment.source[right.content], over: wrong.content)]) : nil)
    }
    let left = changes.missing
    var counts: [[UInt8]: Int] = [:]
    for source in left {
      counts[segment.source[segment.sourceInlines[source].range].bytes.lowercased, default: 0] += 1
    }
    // Where each stands with spaces in it, and whether all of these are the source's.
    var spaced: [[UInt8]: (places: ArraySlice<ByteRange>, areSources: Bool)] = [:]
    // Whether the target has any braces, once one of the source's may have another name in them.
    var hasBraces: Bool?
    for source in left {
      let right = segment.sourceInlines[source]
      let placeholder = segment.source[right.range]
      let key = placeholder.bytes.lowercased
      if spaced[key] == nil {
        let places =
          budget.allows(segment.target) ? Self.spaced(placeholder, segment.target) : []
        spaced[key] = (places[...], places.count <= counts[key] ?? 0)
      }
      guard let place = spaced[key]?.places.popFirst() else {
        if budget.allows(segment.target),
          Shortcode.hasWithText(placeholder.bytes, in: segment.target.bytes)
        {
          continue
        }
        if right.freedom.contains(.mayRename) {
          let isRenamed = hasBraces ?? Self.hasBraces(segment.target.prose)
          hasBraces = isRenamed
          if isRenamed { continue }
        }
        if left.count == 1, changes.extra.isEmpty, budget.allows(segment.target),
          let braces = Self.onlyBraces(in: segment, for: placeholder.bytes)
        {
          report(
            segment.target[braces], Self.changed, segment.source[right.content].string,
            segment.target[braces].string, related: Finding.Related(right.range),
            // A letter for a digit; of a whole word it is not certain.
            fix: braces.count <= 4
              ? Fix(
                .safe, "Copy the placeholder from the source.",
                [.copy(placeholder, over: segment.target[braces].range)]) : nil)
          continue
        }
        report(
          segment.target.trimmed, Self.missing, segment.source[right.content].string,
          related: Finding.Related(right.range))
        continue
      }
      let wrong =
        place.lower - segment.target.range.lower..<place.upper - segment.target.range.lower
      report(
        place, Self.changed, segment.source[right.content].string, segment.target[wrong].string,
        related: Finding.Related(right.range),
        fix: spaced[key]?.areSources == true
          ? Self.closedUp(right.range, place, segment) : nil)
    }
    for target in changes.extra {
      let wrong = segment.targetInlines[target]
      // People set attributes of their own, and put a name into braces.
      if Self.isName(segment.target[wrong.range].bytes) { continue }
      report(wrong.range, Self.added, segment.target[wrong.content].string)
    }
  }

  /// The words in braces that stand for something and have another name in the reader's language: as many of
  /// the source as of the target.
  private static func renamed(_ difference: InlineDifference, _ segment: borrowing Segment)
    -> (sources: Set<Int>, targets: Set<Int>)
  {
    let targets = difference.extra.filter {
      segment.targetInlines[$0].freedom.contains(.mayRename)
    }
    guard !targets.isEmpty else { return ([], []) }
    let sources = difference.missing.filter {
      segment.sourceInlines[$0].freedom.contains(.mayRename)
    }
    let count = min(sources.count, targets.count)
    return (Set(sources.prefix(count)), Set(targets.prefix(count)))
  }

  /// Whether a placeholder is braces around a name or attributes.
  private static func isName(_ placeholder: Span<UInt8>) -> Bool {
    placeholder.count > 2 && placeholder[0] == 0x7B && !placeholder[1].isDigit
      && placeholder[1] != 0x7B && placeholder[1] != 0x25
  }

  /// Whether a text has braces around anything.
  private static func hasBraces(_ prose: Span<UInt8>) -> Bool {
    guard let start = prose.firstIndex(of: 0x7B) else { return false }
    return prose.firstIndex(of: 0x7D, from: start) != nil
  }

  private func reportDamagedCode(
    _ segment: borrowing Segment, _ report: inout Findings
  ) {
    for (source, target) in DamagedCode(segment).list {
      let (right, wrong) = (segment.sourceInlines[source], segment.targetInlines[target])
      report(
        wrong.content, Self.changed, segment.source[right.content].string,
        segment.target[wrong.content].string, related: Finding.Related(right.range),
        fix: Fix(
          .safe, "Copy the code from the source.",
          [.copy(segment.source[right.content], over: wrong.content)]))
    }
  }

  /// What stands in the only braces of a target that no placeholder is, where the source has none besides
  /// its placeholders: `{O}` for `{0}`.
  private static func onlyBraces(in segment: borrowing Segment, for placeholder: Span<UInt8>)
    -> Range<Int>?
  {
    guard placeholder[0] == 0x7B, placeholder[placeholder.count - 1] == 0x7D,
      !segment.source.prose.contains("{"),
      let start = segment.target.prose.firstIndex(of: 0x7B),
      let close = segment.target.prose.firstIndex(of: 0x7D, from: start),
      close - start <= 16, segment.target.prose.firstIndex(of: 0x7B, from: start + 1) == nil
    else { return nil }
    return start..<close + 1
  }

  /// A fix that closes up a placeholder, and sets the space that went into it before it again.
  private static func closedUp(
    _ right: ByteRange, _ place: ByteRange, _ segment: borrowing Segment
  ) -> Fix? {
    let placeholder = segment.source[right]
    let start = place.lower - segment.target.range.lower
    let edit = Fix.Edit.copy(placeholder, over: place)
    let sourceStart = right.lower - segment.source.range.lower
    var edits = [edit]
    // `{ 0 }` has spaces of its own; that of `% d` is the one that stood before it.
    if place.count == right.count + 1, start > 0, sourceStart > 0,
      segment.source.bytes[sourceStart - 1].isSpace,
      segment.target.bytes[start - 1].isTextLetterOrDigit
    {
      let before = segment.target.bytes.scalar(before: start).value
      // Prefixes of Hebrew and Arabic stand before it without a space.
      if (0x590..<0x900).contains(before) { return nil }
      if before < 0x590, before != 0xA0 {
        edits = [Fix.Edit(ByteRange(place.lower, place.lower), [0x20]), edit]
      }
    }
    return Fix(.safe, "Close up the placeholder.", edits)
  }

  /// Where a target has the placeholder with spaces in it or with another percent sign.
  private static func spaced(_ placeholder: borrowing Text, _ target: borrowing Text)
    -> [ByteRange]
  {
    var found: [ByteRange] = []
    let prose = target.prose
    let isWord = placeholder.bytes[placeholder.count - 1].isLetterOrDigit
    var start = 0
    while start < prose.count {
      guard let end = spacedEnd(prose, start, placeholder.bytes),
        // `100 % sure` holds no `%s`.
        !(start > 0 && placeholder.bytes[0] == 0x25 && isBehindDigit(prose, start)),
        !(isWord && end < prose.count && prose[end].isTextLetterOrDigit)
      else {
        start += 1
        continue
      }
      found.append(target[start..<end].range)
      start = end
    }
    return found
  }

  /// Whether a digit stands before an index, spaces aside.
  private static func isBehindDigit(_ prose: Span<UInt8>, _ index: Int) -> Bool {
    var before = index
    while before > 0, index - before < 4, prose[before - 1].isSpace { before -= 1 }
    return before > 0 && prose[before - 1].isDigit
  }

  /// The index where a placeholder with spaces in it ends that begins at `start`.
  private static func spacedEnd(_ prose: Span<UInt8>, _ start: Int, _ placeholder: Span<UInt8>)
    -> Int?
  {
    var (end, other) = (start, 0)
    while other < placeholder.count {
      guard end < prose.count else { return nil }
      if prose[end].lowercased == placeholder[other].lowercased {
        (end, other) = (end + 1, other + 1)
      } else if placeholder[other] == 0x25, let length = otherPercentSign(prose, at: end) {
        (end, other) = (end + length, other + 1)
      } else if other > 0, prose[end] == 0x20 {
        end += 1
      } else if other > 0, prose.has("\u{A0}", at: end) {
        end += 2
      } else {
        return nil
      }
    }
    return end - start > placeholder.count ? end : nil
  }

  /// The length of an Arabic or full-width percent sign.
  private static func otherPercentSign(_ prose: Span<UInt8>, at index: Int) -> Int? {
    prose.has("٪", at: index) ? 2 : prose.has("％", at: index) ? 3 : nil
  }

  /// Whether a name stands less often in one text than in another, code and addresses included.
  private static func isRarer(
    _ name: Span<UInt8>, in text: Span<UInt8>, than other: Span<UInt8>
  ) -> Bool {
    count(text, name) < count(other, name)
  }

  /// How often a name stands in a text, letter case and backslashes aside.
  private static func count(_ bytes: Span<UInt8>, _ name: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while start < bytes.count {
      if bytes[start].lowercased == name[0].lowercased, ends(bytes, start, name) { count += 1 }
      start += 1
    }
    return count
  }

  /// Whether a name stands at `start`, letter case and backslashes aside.
  private static func ends(_ bytes: Span<UInt8>, _ start: Int, _ name: Span<UInt8>) -> Bool {
    var (index, other) = (start, 0)
    while other < name.count {
      if name[other] == 0x5C {
        other += 1
        continue
      }
      guard index < bytes.count else { return false }
      if bytes[index] == 0x5C {
        index += 1
        continue
      }
      guard bytes[index].lowercased == name[other].lowercased else { return false }
      index += 1
      other += 1
    }
    return true
  }
}
