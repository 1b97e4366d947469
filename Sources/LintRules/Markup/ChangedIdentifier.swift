import LintCore
import LintText

/// A name whose letters changed their case, or whose parts came apart.
struct ChangedIdentifier: Rule {
  private static let once = Message("once", "the name '{0}' became '{1}'")
  private static let often = Message(
    "often", "the name '{0}' became '{1}' ('{2}' times in this file)")

  let info = RuleInfo(
    id: "changed-identifier", family: "markup",
    finds:
      "a mixed-case name whose letter case changed, or a dotted name that was taken apart; once a file.",
    why: """
      The reader searches for the name, or types it, and fails where case or a space counts; a \
      product's name in the wrong case looks careless everywhere. Write it as the source does. Names \
      that are always code should stand in code, where translation leaves them alone. `--fix` \
      mends every occurrence in the file.
      """,
    precision: "Of 45 findings read on real pages, 43 were true.",
    severity: .note, issueType: .inconsistentEntities, fixable: .safe, messages: [once, often],
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
        "A sentence ends where the next one begins.",
        .segment(source: "Use hive.Data is there.", target: "Usa hive. Data è lì.")),
    ])

  private struct Change {
    let range: ByteRange
    let source: ByteRange
    var count = 1
    /// The edits that mend all occurrences so far; `nil` when they are not certain for one of them.
    var edits: [Fix.Edit]?

    mutating func add(_ more: [Fix.Edit]?) {
      if let more { edits?.append(contentsOf: more) } else { edits = nil }
    }
  }

  /// In bytes; no sentence has longer names. A name is compared at each byte of the target, so
  /// longer ones would take the square of their length.
  private static let longest = 256

  /// What a name of a source has become in its target.
  private struct Found {
    let range: Range<Int>
    let edits: [Fix.Edit]?
  }

  func check(on kind: PageKind) -> Check? {
    .sum(.sourceJoint) { _ in Changes() }
  }

  /// The changed names of one page.
  private final class Changes: PageSum {
    /// In order of the first occurrence.
    private var order: [[UInt8]] = []
    private var changes: [[UInt8]: Change] = [:]

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      var budget = SearchBudget(segment)
      var known: Remembered<Found?> = Remembered()
      // Most names stand in the target as they are, or not at all. To see that again for a few
      // names takes less time than to remember it.
      var quick = SearchBudget.unremembered
      var tokens = Tokens(segment.source.prose)
      while let token = tokens.nextName() {
        let name = segment.source[token]
        guard name.count <= ChangedIdentifier.longest, let kind = Kind(name.bytes) else { continue }
        if quick > 0 {
          quick -= 1
          if ChangedIdentifier.range(of: name.bytes, kind, in: segment.target) == nil { continue }
        }
        var isFirst = false
        let found = known.value(of: name.bytes) {
          isFirst = true
          return ChangedIdentifier.find(name, kind, segment, &budget)
        }
        guard let found else { continue }
        // Where the source has the name once more, the same ranges are found; they have their
        // edits.
        add(name, segment.target[found.range].range, isFirst ? found.edits : [])
      }
    }

    /// Notes one more occurrence of a name.
    private func add(_ name: borrowing Text, _ wrong: ByteRange, _ edits: [Fix.Edit]?) {
      let key = name.bytes.lowercased
      if changes[key] == nil {
        order.append(key)
        changes[key] = Change(range: wrong, source: name.range, edits: edits)
      } else {
        changes[key]!.count += 1
        changes[key]!.add(edits)
      }
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      for key in order {
        let subject = String(decoding: key, as: UTF8.self)
        let change = changes[key]!
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

  /// What a name that the target lacks has become there; `nil` when it is simply gone.
  private static func find(
    _ name: borrowing Text, _ kind: Kind, _ segment: borrowing Segment,
    _ budget: inout SearchBudget
  ) -> Found? {
    guard budget.allows(segment.target),
      let range = range(of: name.bytes, kind, in: segment.target)
    else { return nil }
    return Found(range: range, edits: edits(name, kind, segment, &budget))
  }

  private static func range(
    of name: Span<UInt8>, _ kind: Kind, in target: borrowing Text
  ) -> Range<Int>? {
    guard !occurs(name, in: target) else { return nil }
    return kind == .mixedCase ? otherCase(name, in: target) : takenApart(name, in: target)
  }

  /// The edits that turn every occurrence in a target into the source's name; `nil` where the
  /// source also has the name as the target writes it, which may then be meant.
  private static func edits(
    _ name: borrowing Text, _ kind: Kind, _ segment: borrowing Segment,
    _ budget: inout SearchBudget
  ) -> [Fix.Edit]? {
    guard budget.allows(segment.target) else { return nil }
    // Whether the source has the name in some form; taken to be so when the budget is used up.
    var inSource: Remembered<Bool> = Remembered()
    var edits: [Fix.Edit] = []
    var start = 0
    while start < segment.target.count {
      let rest = segment.target[start..<segment.target.count]
      guard
        let found = kind == .mixedCase
          ? otherCase(name.bytes, in: rest, isStart: start == 0)
          : takenApart(name.bytes, in: rest)
      else { break }
      let wrong = rest[found]
      let isMeant = inSource.value(of: wrong.bytes) {
        !budget.allows(segment.source) || segment.source.bytes.contains(wrong.bytes)
      }
      guard !isMeant else { return nil }
      edits.append(.copy(name, over: wrong.range))
      start += found.upperBound
    }
    return edits
  }

  private enum Kind {
    case mixedCase
    case dotted

    init?(_ name: Span<UInt8>) {
      guard name.count >= 4 else { return nil }
      if CutFileName.dot(of: name) != nil {
        self = .dotted
        return
      }
      var hasInnerCapital = false
      var hasLower = false
      var hasDigit = false
      var dots = 0
      var index = 0
      while index < name.count {
        let byte = name[index]
        if byte.isUppercase {
          if index > 0 { hasInnerCapital = true }
        } else if byte.isLetter {
          hasLower = true
        } else if byte.isDigit {
          hasDigit = true
        } else if byte == 0x2E, index > 0, index + 1 < name.count, name[index + 1].isUppercase,
          name[index - 1].isLetter
        {
          dots += 1
        } else {
          return nil
        }
        index += 1
      }
      if dots > 0 {
        // `end.Start` of two sentences looks like a name, but names begin with a capital, too.
        guard name[0].isUppercase else { return nil }
        self = .dotted
      } else if !hasLower {
        return nil
      } else if hasInnerCapital || (hasDigit && !name[name.count - 1].isDigit && name[0].isDigit) {
        self = .mixedCase
      } else {
        return nil
      }
    }
  }

  /// Whether the name stands in the target as it is, in code and addresses too.
  private static func occurs(_ name: Span<UInt8>, in target: borrowing Text) -> Bool {
    target.bytes.contains(name)
  }

  /// The range of the name in another letter case, by itself and in prose.
  ///
  /// - Parameter isStart: Whether a sentence begins where the target does.
  private static func otherCase(
    _ name: Span<UInt8>, in target: borrowing Text, isStart: Bool = true
  ) -> Range<Int>? {
    let prose = target.prose
    let found = prose.firstRangeIgnoringCase(of: name) { range in
      (range.lowerBound == 0 || !isNameByte(prose[range.lowerBound - 1]))
        && !goesOn(prose, range.upperBound)
    }
    guard let found else { return nil }
    // A sentence begins with a capital, whatever the name does.
    let isSentenceStart =
      isStart && isFirst(prose, found.lowerBound)
      && prose.extracting(found.dropFirst()).elementsEqual(name.extracting(1..<name.count))
    return isSentenceStart || isAllCapitals(prose.extracting(found)) ? nil : found
  }

  /// Whether a name goes on at `end`; a dot that ends a sentence is none of it.
  private static func goesOn(_ prose: Span<UInt8>, _ end: Int) -> Bool {
    guard end < prose.count, isNameByte(prose[end]) else { return false }
    return prose[end] != 0x2E
      || (end + 1 < prose.count && (prose[end + 1].isLetterOrDigit))
  }

  private static func isFirst(_ prose: Span<UInt8>, _ start: Int) -> Bool {
    var index = start - 1
    while index >= 0 {
      if prose[index].isTextLetterOrDigit { return false }
      index -= 1
    }
    return true
  }

  /// Whether a word has no small letter of ASCII, as in a heading in capitals.
  private static func isAllCapitals(_ word: Span<UInt8>) -> Bool {
    var index = 0
    while index < word.count {
      if word[index].isLowercase { return false }
      index += 1
    }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2E || byte == 0x2D
      || byte == 0x2F || byte == 0x40
  }

  /// The range of the name with white space beside its dots.
  private static func takenApart(_ name: Span<UInt8>, in target: borrowing Text) -> Range<Int>? {
    let prose = target.prose
    let first = name[0].lowercased
    var start = 0
    while start < prose.count {
      if prose[start].lowercased == first,
        start == 0 || !prose[start - 1].isWordByte,
        let end = end(of: name, in: prose, from: start)
      {
        return start..<end
      }
      start += 1
    }
    return nil
  }

  private static func end(of name: Span<UInt8>, in prose: Span<UInt8>, from start: Int) -> Int? {
    let (end, isWhole) = prose.reach(of: name, from: start) { byte, index in
      byte.isSpace && (name[index - 1] == 0x2E || name[index] == 0x2E)
    }
    return isWhole && end - start > name.count && (end == prose.count || !prose[end].isWordByte)
      ? end : nil
  }
}
