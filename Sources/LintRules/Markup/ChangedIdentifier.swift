import LintCore
import LintText

/// A name whose letters changed their case, or whose parts came apart.
struct ChangedIdentifier: Rule {
  private static let once = Message("once", "the name '{0}' became '{1}'")
  private static let often = Message(
    "often", "the name '{0}' became '{1}' ({2} times in this file)")

  let info = RuleInfo(
    id: "changed-identifier", family: "markup",
    finds:
      "a name whose letter case changed, or one with dots or other signs that was taken apart; once a file.",
    why: """
      The reader searches for the name, or types it, and fails where case or a space counts; a \
      product's name in the wrong case looks careless everywhere. Write it as the source does. Names \
      that are always code should stand in code, where translation leaves them alone. `--fix` \
      mends every occurrence in the file.
      """,
    precision: "Of 160 findings read on real pages, 155 were true.",
    severity: .note, profiles: [.messages: .default], issueType: .inconsistentEntities,
    fixable: .safe, messages: [once, often],
    fails: [
      Example(
        "The letter case.",
        .segment(source: "Connect HiveLantern first.", target: "Collega prima ⟦hivelantern⟧.")),
      Example(
        "Twice in the file is one finding.",
        .body(
          "{{pair:103|The 3Bees hub|Hub ⟦3bees⟧}} {{pair:104|Use the 3Bees hub|Usa l'hub 3bees}}\n")
      ),
      Example(
        "A file name.",
        .segment(source: "Open hives.json.", target: "Apri ⟦hives. json⟧.")),
      Example(
        "A space in a part of it, too.",
        .segment(source: "Use Hivesoft.Lantern here.", target: "Usa qui ⟦hive soft. Lantern⟧.")),
      Example(
        "A name that became words.",
        .segment(source: "Use HiveLantern there.", target: "Usa lì ⟦Hive Lantern⟧.")),
      Example(
        "An ending of files.",
        .segment(source: "the .hivepkg file", target: "il file⟦. hivepkg⟧")),
      Example(
        "A pattern of file names.", .segment(source: "all *.hive files", target: "i file ⟦*. hive⟧")
      ),
      Example(
        "A path from here.",
        .segment(source: "Open ./hives.json first.", target: "Apri prima ⟦./ hives. json⟧.")),
      Example(
        "A generic name.",
        .segment(source: "a HiveSet&lt;Lid&gt; there", target: "lì un ⟦HiveSet&lt; Lid&gt;⟧")),
      Example(
        "Its bracket moved.",
        .segment(source: "a HiveSet&lt;Lid&gt; opens", target: "un⟦&lt;HiveSet Lid&gt;⟧ apre")),
      Example(
        "An arrow.", .segment(source: "File -&gt; New", target: "File ⟦- &gt;⟧ Nuovo")),
      Example(
        "A scope.", .segment(source: "Call Hive::Open now.", target: "Chiama ora ⟦Hive:: Open⟧.")),
      Example(
        "Capitals that became small in part.",
        .segment(source: "Use HAPI there.", target: "Lì usa ⟦HapI⟧.")),
      Example(
        "A letter of Turkish.", locale: "tr-TR",
        .segment(source: "Open the INI file.", target: "⟦INı⟧ dosyasını açın.")),
      Example(
        "A letter of Turkish in a name with one capital.", locale: "tr-TR",
        .segment(source: "Open Beewind.", target: "⟦Beewınd⟧ uygulamasını açın.")),
      Example(
        "Spaces in a generic name of short words.",
        .segment(source: "a Set&lt;Lid&gt; there", target: "lì un ⟦Set&lt; Lid &gt;⟧")),
      Example(
        "A word of Korean in a dotted name.", locale: "ko-KR",
        .segment(source: "Use Hive.Lids there.", target: "거기서 ⟦Hive 입니다. Lids⟧를 사용합니다.")),
      Example(
        "A compound that is code.",
        .segment(source: "The HomePage class", target: "La classe ⟦homepage⟧")),
      Example(
        "Before a hyphen.",
        .segment(source: "The HiveLantern hub", target: "L'⟦hivelantern⟧-hub")),
      Example(
        "A dotted name.",
        .segment(source: "Use Hive.Data.Reader here.", target: "Usa qui ⟦Hive. Data. Reader⟧.")),
    ],
    passes: [
      Example(
        "The same name.",
        .segment(source: "Connect HiveLantern.", target: "Collega HiveLantern.")),
      Example(
        "The name is there besides.",
        .segment(
          source: "HiveLantern reads hivelantern.log.",
          target: "HiveLantern legge hivelantern.log.")),
      Example(
        "A word of the language.", .segment(source: "MacOS and iPad", target: "macOS e iPad")),
      Example(
        "A compound that languages have borrowed.",
        .segment(source: "The HomePage and WiFi", target: "La homepage e il Wifi")),
      Example(
        "Capitals of Turkish.", locale: "tr-TR",
        .segment(source: "DISK and LIMIT", target: "DİSK ve LİMİT")),
      Example(
        "A name of Turkish.", locale: "tr-TR",
        .segment(source: "Yildiz and Kit", target: "Yıldız ve Kıt")),
      Example(
        "It became code.",
        .segment(source: "Use Hive.Data, a hive", target: "Usa `Hive.Data`, un hive. data")),
      Example(
        "A sentence begins behind the full stop.",
        .segment(source: "The .config lid", target: "È il coperchio. Config è lì.")),
      Example(
        "Capitals in a heading, and a word.",
        .segment(source: "PIN or HAPI", target: "Pin o hapi")),
      Example(
        "A sentence ends where the next one begins.",
        .segment(source: "Use hive.Data is there.", target: "Usa hive. Data è lì.")),
    ])

  private struct Change {
    let range: ByteRange
    let source: ByteRange
    var count = 1
    /// The edits that mend all occurrences so far; `nil` when they are not certain for one of them.
    var edits: [Fix.Edit]?
    /// Whether it may be a word that languages have borrowed: `HomePage`.
    var isWord: Bool

    mutating func add(_ more: [Fix.Edit]?) {
      if let more { edits?.append(contentsOf: more) } else { edits = nil }
    }
  }

  /// What a name of a source has become in its target.
  private struct Found {
    let range: Range<Int>
    let edits: [Fix.Edit]?
  }

  func check(on kind: PageKind) -> Check? {
    let isTurkic = kind.language == "tr" || kind.language == "az"
    return .sum(
      isTurkic ? .always : [.sourceJoint, .sourceMark, .sourceCapitals, .targetMarkup]
    ) { _ in Changes(isTurkic: isTurkic) }
  }

  /// The changed names of one page.
  private final class Changes: PageSum {
    /// By the names in lower case, in order of the first occurrence.
    private var changes: [(name: [UInt8], change: Change)] = []
    /// The index in `changes` of each name.
    private var known: [[UInt8]: Int] = [:]
    /// How many names a page is searched for, whether they are code there.
    private static let mostWords = 16
    /// Whether the target's language has a letter without a dot.
    private let isTurkic: Bool

    init(isTurkic: Bool) {
      self.isTurkic = isTurkic
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      if isTurkic {
        for name in DotlessName.all(in: segment) {
          add(
            segment.source[name.source], segment.target[name.target].range,
            [.copy(segment.source[name.source], over: segment.target[name.target].range)])
        }
      }
      if shared.traits.contains(.targetMarkup) { checkGenerics(segment, shared.told) }
      let lost = shared.lostNames(segment)
      if lost.isEmpty { return }
      var search = IdentifierSearch(segment)
      var known: Remembered<Found?> = Remembered()
      for range in lost {
        if let kind = IdentifierKind(segment.source.prose.extracting(range)) {
          check(range, kind, segment, shared.told, &search, &known)
          continue
        }
        // A name in a compound, or one of several between slashes.
        var parts = NameParts(segment.source.prose.extracting(range))
        while let part = parts.next() {
          let place = range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
          let name = segment.source.prose.extracting(place)
          guard let kind = IdentifierKind(name), !kind.isOfSigns else { continue }
          check(place, kind, segment, shared.told, &search, &known)
        }
      }
    }

    /// Looks at names such as `Set&lt;Hive&gt;`, which nothing but their brackets tells from words.
    private func checkGenerics(_ segment: borrowing Segment, _ told: [Range<Int>]) {
      let source = segment.source.prose
      guard var open = source.firstRange(of: "&lt;", from: 0) else { return }
      var search = IdentifierSearch(segment)
      var known: Remembered<Found?> = Remembered()
      while search.allows(64) {
        if let range = source.plainGeneric(around: open),
          search.allows(segment.target),
          !segment.target.prose.contains(source.extracting(range))
        {
          check(range, .generic, segment, told, &search, &known)
        }
        guard let next = source.firstRange(of: "&lt;", from: open.upperBound) else { return }
        open = next
      }
    }

    private func check(
      _ range: Range<Int>, _ kind: IdentifierKind, _ segment: borrowing Segment,
      _ told: [Range<Int>], _ search: inout IdentifierSearch, _ known: inout Remembered<Found?>
    ) {
      let name = segment.source[range]
      var isFirst = false
      let found = known.value(of: name.bytes) {
        isFirst = true
        return ChangedIdentifier.find(name, kind, segment, &search)
      }
      guard let found, !told.contains(where: { $0.overlaps(found.range) }) else { return }
      // Where the source has the name once more, the same ranges are found; they have their edits.
      let isWord =
        kind == .mixedCase && (name.bytes[0].isUppercase || name.bytes[1].isUppercase)
        && EnglishWords.isCompound(name.prose)
        && segment.target.prose.extracting(found.range).isOrdinaryWord
        && !CodeNouns.stand(beside: range, in: segment.source.prose)
      add(name, segment.target[found.range].range, isFirst ? found.edits : [], isWord: isWord)
    }

    /// Notes one more occurrence of a name.
    private func add(
      _ name: borrowing Text, _ wrong: ByteRange, _ edits: [Fix.Edit]?, isWord: Bool = false
    ) {
      let key = name.bytes.lowercased
      guard let index = known[key] else {
        known[key] = changes.count
        let change = Change(range: wrong, source: name.range, edits: edits, isWord: isWord)
        changes.append((key, change))
        return
      }
      if !isWord { changes[index].change.isWord = false }
      changes[index].change.count += 1
      changes[index].change.add(edits)
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      var budget = Self.mostWords
      for (name, change) in changes {
        if change.isWord {
          budget -= 1
          guard budget >= 0, document.hasAsCode(document.text(change.source)) else { continue }
        }
        let subject = String(decoding: name, as: UTF8.self)
        let (right, wrong) = (
          document.text(change.source).string, document.text(change.range).string
        )
        let fix = change.edits.map {
          Fix(
            forEachOccurrence: .safe, "Write the name as the source does, wherever it stands.", $0)
        }
        if change.count == 1 {
          report(
            change.range, ChangedIdentifier.once, right, wrong,
            related: Finding.Related(change.source), fix: fix, subject: subject)
        } else {
          report(
            change.range, ChangedIdentifier.often, right, wrong, String(change.count),
            related: Finding.Related(change.source), fix: fix, subject: subject)
        }
      }
    }
  }

  /// What a name that the target's prose lacks has become there; `nil` when it is simply gone.
  private static func find(
    _ name: borrowing Text, _ kind: IdentifierKind, _ segment: borrowing Segment,
    _ search: inout IdentifierSearch
  ) -> Found? {
    guard search.allows(segment.target),
      let range = search.range(of: name.prose, kind, in: segment.target, from: 0),
      !search.isInCode(name.bytes, segment),
      kind != .capitals || !segment.source.bytes.contains(segment.target[range].bytes)
    else {
      return kind == .generic && search.allows(segment.target)
        ? IdentifierSearch.moved(name.prose, in: segment.target.prose)
          .map { Found(range: $0, edits: nil) } : nil
    }
    return Found(range: range, edits: edits(name, kind, segment, &search))
  }

  /// The edits that turn every occurrence in a target into the source's name; `nil` where the
  /// source also has the name as the target writes it, which may then be meant.
  private static func edits(
    _ name: borrowing Text, _ kind: IdentifierKind, _ segment: borrowing Segment,
    _ search: inout IdentifierSearch
  ) -> [Fix.Edit]? {
    // Whether the source has the name in some form; taken to be so when the budget is used up.
    var inSource: Remembered<Bool> = Remembered()
    var edits: [Fix.Edit] = []
    var start = 0
    while search.allows(segment.target),
      let found = search.range(of: name.prose, kind, in: segment.target, from: start)
    {
      let wrong = segment.target[found]
      let isMeant = inSource.value(of: wrong.bytes) {
        !search.allows(segment.source) || segment.source.bytes.contains(wrong.bytes)
      }
      guard !isMeant else { return nil }
      // The dot of `file. hive` has gone to the word before it.
      let isGlued =
        name.bytes[0] == 0x2E && found.lowerBound > 0
        && segment.target.prose.scalar(before: found.lowerBound).value.isWordScalar
      edits.append(Fix.Edit(wrong.range, (isGlued ? [0x20] : []) + Array(name.bytes)))
      start = found.upperBound
    }
    return search.isLeft ? edits : nil
  }
}

extension Document {
  /// Whether the page has a name as code: between backticks, or before or behind a dot or a parenthesis.
  func hasAsCode(_ name: borrowing Text) -> Bool {
    let page = bytes.span
    var start = 0
    while let found = page.firstRange(of: name.bytes, from: start) {
      start = found.upperBound
      let before = found.lowerBound > 0 ? page[found.lowerBound - 1] : 0x20
      let after = found.upperBound < page.count ? page[found.upperBound] : 0x20
      let next = found.upperBound + 1 < page.count ? page[found.upperBound + 1] : 0x20
      if before == 0x60 || after == 0x60 || before == 0x2E || after == 0x28
        || (after == 0x2E && next.isLetterOrDigit)
      {
        return true
      }
    }
    return false
  }
}

extension Span<UInt8> {
  /// Whether a word is written as dictionaries have it: small, but for its first letter.
  fileprivate var isOrdinaryWord: Bool {
    !extracting(1..<count).contains { !$0.isLowercase }
  }

  /// The range of `Set&lt;Hive&gt;` around its first bracket, if both names are words with one capital.
  fileprivate func plainGeneric(around open: Range<Int>) -> Range<Int>? {
    var (lower, upper) = (open.lowerBound, open.upperBound)
    while lower > 0, self[lower - 1].isLetterOrDigit { lower -= 1 }
    while upper < count, self[upper].isLetterOrDigit { upper += 1 }
    guard open.lowerBound - lower >= 2, open.lowerBound - lower <= 40, self[lower].isUppercase,
      upper > open.upperBound, upper - open.upperBound <= 40, has("&gt;", at: upper),
      extracting(lower..<open.lowerBound).isOrdinaryWord,
      extracting(open.upperBound..<upper).isOrdinaryWord,
      lower == 0 || !(self[lower - 1] == 0x2E || self[lower - 1] >= 0x80)
    else { return nil }
    return lower..<upper + 4
  }
}
