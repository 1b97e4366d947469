import LintCore
import LintText

/// A version number that was written as a decimal of the locale.
struct LocalizedVersion: Rule {
  private static let once = Message("once", "the version '{0}' became '{1}'")
  private static let often = Message(
    "often", "the version '{0}' became '{1}' ({2} times in this file)")

  let info = RuleInfo(
    id: "localized-version", family: "markup",
    finds:
      "a version number written with the locale's decimal comma or full stop, `3,0` for `3.0`; once a version and file.",
    why: """
      A version is a name, not a number: `HiveLantern 3,0` does not exist, and a reader who searches \
      for it finds nothing. Write the version as the source does. Only numbers that the source \
      proves to be versions are looked at: after a product's name, `version` or `v`, with two dots, \
      or with a suffix such as `.x` and `-beta`. `--fix` mends every occurrence in the file.
      """,
    precision: "Of 64 findings read on real pages, 64 were true.",
    severity: .note, issueType: .inconsistentEntities, fixable: .safe, messages: [once, often],
    fails: [
      Example(
        "After a product's name.",
        .segment(source: "Use HiveLantern 3.0 here.", target: "Usa qui HiveLantern ⟦3,0⟧.")),
      Example(
        "In bold type, at the beginning.",
        .segment(source: "Lantern **4.4** (beta)", target: "Lantern **⟦4,4⟧** (beta)")),
      Example(
        "After the word.",
        .segment(source: "From version 2.5 on", target: "Dalla versione ⟦2,5⟧ in poi")),
      Example(
        "Twice in a file is one finding.",
        .body(
          "{{pair:103|Hub v2.5 and|Hub v⟦2,5⟧ e}} {{pair:104|Hub v2.5 or|Hub v2,5 o}}\n")),
      Example(
        "Two dots.", .segment(source: "Get 2.5.1 now.", target: "Prendi ora ⟦2,5,1⟧.")),
      Example(
        "The link beside it has it right.",
        .segment(
          source: "For Hub 4.4, see [Hub 4.4](hub.md).",
          target: "Per Hub ⟦4,4⟧ vedi [Hub 4.4](hub.md).")),
      Example(
        "A full stop of Chinese.", locale: "zh-CN",
        .segment(source: "From version 16.0.4 on", target: "自版本 ⟦16.0。4⟧ 起")),
      Example(
        "A full stop of Chinese, which makes no decimal, so that any number is one.",
        locale: "zh-CN",
        .segment(source: "the list of lanterns - 5.3", target: "灯笼列表-⟦5。3⟧")),
      Example(
        "Behind a name that goes on.", locale: "zh-CN",
        .segment(source: "lantern3.1", target: "lantern ⟦3。1⟧")),
      Example(
        "A suffix.", .segment(source: "the 3.1-beta build", target: "la build ⟦3,1-beta⟧")),
    ],
    passes: [
      Example("A number.", .segment(source: "Keep 34.5 degrees.", target: "Tieni 34,5 gradi.")),
      Example("The version.", .segment(source: "Hub 3.0", target: "Hub 3.0")),
      Example(
        "Both, for both are there.",
        .segment(source: "Hub 3.5 weighs 3.5 kg.", target: "Hub 3.5 pesa 3,5 kg.")),
      Example(
        "A version that the source has once more in an address.", locale: "zh-TW",
        .pair(
          source: "[n](https://hive.example/2.6.1) to 2.6.1 and on.\n",
          target: "[n](https://hive.example/2.6.1) 2.6.1，並引進。\n")),
      Example(
        "A sentence ends between two numbers.", locale: "zh-CN",
        .segment(source: "It takes 3. 5 lamps blink.", target: "需要3。5盏灯闪烁。")),
      Example(
        "A word that begins a sentence is no product.",
        .segment(source: "About 3.5 hives", target: "Circa 3,5 alveari")),
    ])

  /// In bytes; no version is longer. A version is compared at each byte of the target, so longer
  /// runs of digits and dots would take the square of their length.
  private static let longest = 64

  private struct Change {
    let right: ByteRange
    let wrong: ByteRange
    var count = 1
    /// The edits that mend all occurrences so far; `nil` when they are not certain for one of them.
    var edits: [Fix.Edit]?

    mutating func add(_ more: [Fix.Edit]?) {
      if let more { edits?.append(contentsOf: more) } else { edits = nil }
    }
  }

  /// The changes of a page, in order of the first occurrence.
  private struct Changes {
    private(set) var list: [Change] = []
    /// The index in `list` of each version, by its bytes.
    private var indices: [[UInt8]: Int] = [:]

    /// Notes one more occurrence of a version.
    ///
    /// - Parameters:
    ///   - isFirst: Whether it is the first of its segment. Where the source has the version once
    ///     more, the same ranges are found; they have their edits.
    ///   - edits: The edits for all occurrences in the segment.
    mutating func add(
      _ version: borrowing Text, _ wrong: ByteRange, isFirst: Bool, _ edits: [Fix.Edit]?
    ) {
      let key = Array(version.bytes)
      guard let index = indices[key] else {
        indices[key] = list.count
        list.append(Change(right: version.range, wrong: wrong, edits: edits))
        return
      }
      list[index].count += 1
      if isFirst { list[index].add(edits) }
    }

    /// Whether a place is one of a version's already, by its first edit or by another one.
    func holds(_ version: borrowing Text, at wrong: ByteRange) -> Bool {
      guard let index = indices[Array(version.bytes)] else { return false }
      let edits = list[index].edits ?? []
      let place = edits.partitionPoint { $0.range.lower < wrong.lower }
      return list[index].wrong == wrong
        || place < edits.count && edits[place].range.lower == wrong.lower
    }
  }

  /// What a version of a source has become in its target.
  private struct Localized {
    let range: Range<Int>
    let edits: [Fix.Edit]?
  }

  func check(on kind: PageKind) -> Check? {
    .sum(.sourceDecimal) { _ in Versions() }
  }

  /// The localized versions of one page.
  private final class Versions: PageSum {
    private var changes = Changes()

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      LocalizedVersion.find(in: segment, &changes)
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      for change in changes.list {
        let (right, wrong) = (document.text(change.right), document.text(change.wrong))
        let fix = change.edits.map {
          Fix(
            forEachOccurrence: .safe, "Write the version as the source does, wherever it stands.",
            $0)
        }
        if change.count == 1 {
          report(
            wrong, LocalizedVersion.once, right.string, wrong.string,
            related: Finding.Related(change.right), fix: fix, subject: right.string)
        } else {
          report(
            wrong, LocalizedVersion.often, right.string, wrong.string, String(change.count),
            related: Finding.Related(change.right), fix: fix, subject: right.string)
        }
      }
    }
  }

  private static func find(in segment: borrowing Segment, _ changes: inout Changes) {
    let prose = segment.source.prose
    let firstLetter = prose.firstLetter
    var budget = SearchBudget(segment)
    var known: Remembered<Localized?> = Remembered()
    // Most versions stand in the target as they are, or not at all. To see that again for a few
    // versions takes less time than to remember it.
    var quick = SearchBudget.unremembered
    var plain: Set<[UInt8]>?
    var index = 0
    while let dot = prose.firstIndex(of: 0x2E, from: index) {
      index = dot + 1
      guard let number = Self.number(prose, around: dot) else { continue }
      index = number.upperBound
      guard number.count <= Self.longest, isVersion(prose, number, firstLetter) else { continue }
      let version = segment.source[number]
      if quick > 0 {
        quick -= 1
        if Self.localized(version.bytes, in: segment.target, segment.source) == nil { continue }
      }
      var isFirst = false
      let localized = known.value(of: version.bytes) {
        isFirst = true
        guard budget.allows(segment.target),
          let found = Self.localized(version.bytes, in: segment.target, segment.source)
        else { return nil }
        let numbers = plain ?? plainNumbers(prose, firstLetter)
        plain = numbers
        // Where it is there as a version, a plain number became this.
        if numbers.contains(Array(version.bytes)), segment.target.bytes.contains(version.bytes) {
          return nil
        }
        // Where the source has the same digits as a plain number too, either may have become this.
        let isCertain = !numbers.contains(Array(version.bytes)) && budget.allows(segment.target)
        return Localized(range: found, edits: isCertain ? Self.edits(version, segment.target) : nil)
      }
      guard let localized else { continue }
      changes.add(
        version, segment.target[localized.range].range, isFirst: isFirst, localized.edits)
    }
    findFullStops(in: segment, firstLetter, &budget, &changes)
  }

  /// Finds numbers with a full stop of Chinese or Japanese between digits, which no number of these
  /// languages has: that the source has it with a dot is enough, whether it is a version or not.
  private static func findFullStops(
    in segment: borrowing Segment, _ firstLetter: Int, _ budget: inout SearchBudget,
    _ changes: inout Changes
  ) {
    let (prose, source) = (segment.target.prose, segment.source.prose)
    var index = 0
    while let stop = prose.firstIndex(of: 0xE3, from: index) {
      index = stop + 1
      guard isFullStop(prose, stop), let range = number(prose, aroundFullStop: stop) else {
        continue
      }
      index = range.upperBound
      let number = dotted(prose.extracting(range))
      guard budget.allows(segment.source), budget.allows(segment.target),
        let original = standing(number.span, in: segment.source.bytes),
        count(number.span, in: segment.source.bytes) > count(number.span, in: segment.target.bytes)
      else { continue }
      // The others were looked for above.
      if let dot = source.firstIndex(of: 0x2E, from: original.lowerBound),
        Self.number(source, around: dot) == original, isVersion(source, original, firstLetter)
      {
        continue
      }
      let (version, wrong) = (segment.source[original], segment.target[range])
      // The source may have it as a version, and in an address before that.
      if changes.holds(version, at: wrong.range) { continue }
      changes.add(version, wrong.range, isFirst: true, [.copy(version, over: wrong.range)])
    }
  }

  private static func isFullStop(_ prose: Span<UInt8>, _ index: Int) -> Bool {
    prose.has("。", at: index) && index > 0 && prose[index - 1].isDigit
      && index + 3 < prose.count && prose[index + 3].isDigit
  }

  /// Digits with dots or wide full stops between them, not more than `longest` bytes.
  private static func number(_ prose: Span<UInt8>, aroundFullStop stop: Int) -> Range<Int>? {
    var start = stop
    while start > 0, stop - start <= longest, isDecimal(prose[start - 1]) { start -= 1 }
    while start < stop, prose[start] == 0x2E { start += 1 }
    var end = stop
    while end < prose.count, end - start <= longest {
      if isFullStop(prose, end) {
        end += 3
      } else if prose[end].isDigit
        || (prose[end] == 0x2E && end + 1 < prose.count && prose[end + 1].isDigit)
      {
        end += 1
      } else {
        break
      }
    }
    return end - start <= longest ? start..<end : nil
  }

  private static func isDecimal(_ byte: UInt8) -> Bool { byte.isDigit || byte == 0x2E }

  /// A number with dots for its wide full stops.
  private static func dotted(_ number: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < number.count {
      let isByte = isDecimal(number[index])
      bytes.append(isByte ? number[index] : 0x2E)
      index += isByte ? 1 : 3
    }
    return bytes
  }

  /// Where a number first stands by itself.
  private static func standing(_ number: Span<UInt8>, in bytes: Span<UInt8>) -> Range<Int>? {
    var start = 0
    while let found = bytes.firstRange(of: number, from: start) {
      start = found.upperBound
      if isAlone(found, bytes) { return found }
    }
    return nil
  }

  private static func isAlone(_ number: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    (number.lowerBound == 0 || !isNumeral(bytes[number.lowerBound - 1]))
      && (number.upperBound == bytes.count || !bytes[number.upperBound].isDigit)
  }

  /// The numbers of a source that nothing proves to be versions.
  private static func plainNumbers(_ prose: Span<UInt8>, _ firstLetter: Int) -> Set<[UInt8]> {
    var numbers: Set<[UInt8]> = []
    var index = 0
    while let dot = prose.firstIndex(of: 0x2E, from: index) {
      index = dot + 1
      guard let number = Self.number(prose, around: dot) else { continue }
      index = number.upperBound
      if number.count <= Self.longest, !isVersion(prose, number, firstLetter) {
        numbers.insert(Array(prose.extracting(number)))
      }
    }
    return numbers
  }

  /// The edits that turn every occurrence in a target, which has none with dots, into the source's
  /// version.
  private static func edits(_ version: borrowing Text, _ target: borrowing Text) -> [Fix.Edit] {
    var edits: [Fix.Edit] = []
    var start = 0
    while let found = commas(version.bytes, in: target.prose, from: start) {
      let end = end(of: version.bytes, in: target.prose, at: found.lowerBound) ?? found.upperBound
      let wrong = target[found.lowerBound..<end]
      edits.append(.copy(version, over: wrong.range))
      start = found.upperBound
    }
    return edits
  }

  /// Digits with dots between them, around the first of the dots.
  private static func number(_ prose: Span<UInt8>, around dot: Int) -> Range<Int>? {
    var start = dot
    while start > 0, prose[start - 1].isDigit { start -= 1 }
    guard start < dot,
      start == 0 || !prose[start - 1].isWordByte || prose.has("v", at: start - 1)
        || prose.has("V", at: start - 1)
    else { return nil }
    var end = dot
    while end + 1 < prose.count, prose[end] == 0x2E, prose[end + 1].isDigit {
      end += 1
      while end < prose.count, prose[end].isDigit { end += 1 }
    }
    return end > dot ? start..<end : nil
  }

  /// Whether more than one dot, what is written next to it or the word before it proves a number to
  /// be a version.
  ///
  /// - Parameter firstLetter: The index of the first letter of the source.
  private static func isVersion(_ prose: Span<UInt8>, _ number: Range<Int>, _ firstLetter: Int)
    -> Bool
  {
    var dots = 0
    for index in number where prose[index] == 0x2E { dots += 1 }
    if dots >= 2 || prose.has(".x", at: number.upperBound) { return true }
    if prose.has("-", at: number.upperBound), number.upperBound + 1 < prose.count,
      prose[number.upperBound + 1].isLetter, Self.isSuffix(prose, number.upperBound + 1)
    {
      return true
    }
    if number.lowerBound > 0, prose[number.lowerBound - 1].isLetter { return true }
    // Marks of bold type may stand between the word and the number.
    var end = number.lowerBound
    while end > 0, prose[end - 1] == 0x20 || prose[end - 1] == UInt8.blank { end -= 1 }
    guard end < number.lowerBound else { return false }
    var start = end
    while start > 0, prose[start - 1].isLetterOrDigit { start -= 1 }
    let word = prose.extracting(start..<end)
    for known in ["version", "versions", "v", "release"] as [StaticString]
    where word.equalsIgnoringCase(known) {
      return true
    }
    return isProduct(
      word, isFirst: start <= firstLetter, isMeasure: isMeasure(prose, number.upperBound))
  }

  private static func isSuffix(_ prose: Span<UInt8>, _ start: Int) -> Bool {
    for known in ["beta", "alpha", "rc", "RC", "preview", "pre", "rtm", "RTM"] as [StaticString]
    where prose.has(known, at: start) {
      return true
    }
    return false
  }

  /// Whether a word may be the name of a product: it is capitalised, and if it is the first of the
  /// sentence, it has another capital or a digit, or no unit follows the number.
  private static func isProduct(_ word: Span<UInt8>, isFirst: Bool, isMeasure: Bool) -> Bool {
    guard word.count >= 2, word[0].isUppercase else { return false }
    guard isFirst else { return true }
    return !isMeasure
      || word.extracting(1..<word.count).contains { $0.isUppercase || $0.isDigit }
  }

  /// Whether a word in lower case or `%` follows, as after a number of things.
  private static func isMeasure(_ prose: Span<UInt8>, _ end: Int) -> Bool {
    var next = end
    while next < prose.count, prose[next] == 0x20 || prose[next] == UInt8.blank { next += 1 }
    return next < prose.count
      && (prose[next].isLowercase || prose[next] == 0x25)
  }

  /// The range of the number with other signs for its dots; `nil` where the target has it with dots as
  /// often as the source.
  private static func localized(
    _ number: Span<UInt8>, in target: borrowing Text, _ source: borrowing Text
  ) -> Range<Int>? {
    // Nearly all versions stand in the target as often.
    if target.bytes.contains(number),
      count(number, in: target.bytes) >= count(number, in: source.bytes)
    {
      return nil
    }
    return commas(number, in: target.prose, from: 0)
  }

  /// How often a number stands by itself, in code and addresses too.
  private static func count(_ number: Span<UInt8>, in bytes: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let found = bytes.firstRange(of: number, from: start) {
      start = found.upperBound
      if isAlone(found, bytes) { count += 1 }
    }
    return count
  }

  /// The next range, at or after `first`, of a number with commas for its dots. It may begin at
  /// `first` whatever is before.
  private static func commas(
    _ number: Span<UInt8>, in prose: Span<UInt8>, from first: Int
  ) -> Range<Int>? {
    var start = first
    while start + number.count <= prose.count {
      if prose[start] == number[0], start == first || !isNumeral(prose[start - 1]),
        let end = end(of: number, in: prose, at: start), end == prose.count || !prose[end].isDigit
      {
        return start..<(isSuffixed(prose, end) ? suffixEnd(prose, end) : end)
      }
      start += 1
    }
    return nil
  }

  /// Where a number ends that has a comma for each of its dots, or a full stop or comma of full width
  /// for at least one.
  private static func end(of number: Span<UInt8>, in prose: Span<UInt8>, at start: Int) -> Int? {
    var (end, commas, dots, wide) = (start, 0, 0, 0)
    for index in number.indices {
      guard end < prose.count else { return nil }
      if number[index] != 0x2E {
        guard prose[end] == number[index] else { return nil }
        end += 1
      } else if prose[end] == 0x2C {
        commas += 1
        end += 1
      } else if prose[end] == 0x2E {
        dots += 1
        end += 1
      } else if prose.has("。", at: end) || prose.has("．", at: end) || prose.has("，", at: end) {
        wide += 1
        end += 3
      } else {
        return nil
      }
    }
    return wide > 0 || (commas > 0 && dots == 0) ? end : nil
  }

  private static func isNumeral(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == 0x2C || byte == 0x2E
  }

  private static func isSuffixed(_ prose: Span<UInt8>, _ end: Int) -> Bool {
    prose.has("-", at: end) && isSuffix(prose, end + 1)
  }

  private static func suffixEnd(_ prose: Span<UInt8>, _ end: Int) -> Int {
    var stop = end + 1
    while stop < prose.count, prose[stop].isLetterOrDigit { stop += 1 }
    return stop
  }
}

extension Span<UInt8> {
  /// The index of the first letter of ASCII; `count` where there is none.
  fileprivate var firstLetter: Int {
    var index = 0
    while index < count, !self[index].isLetter { index += 1 }
    return index
  }
}
