import LintCore
import LintText

/// Looks for what became of names in the prose of one target.
struct IdentifierSearch {
  private var budget: SearchBudget
  private var packed: PackedText?

  init(_ segment: borrowing Segment) {
    budget = SearchBudget(segment)
  }

  var isLeft: Bool { budget.isLeft }

  mutating func allows(_ text: borrowing Text) -> Bool { budget.allows(text) }

  mutating func allows(_ count: Int) -> Bool { budget.allows(count) }

  /// The first range, at or after `start`, of a name in another form.
  mutating func range(
    of name: Span<UInt8>, _ kind: IdentifierKind, in target: borrowing Text, from start: Int
  ) -> Range<Int>? {
    let prose = target.prose
    switch kind {
    case .mixedCase:
      return Self.otherCase(name, in: prose, from: start) ?? Self.split(
        name, in: prose, from: start)
        ?? apart(name, kind, in: prose, start)
    case .capitals:
      return Self.mixedCapitals(name, in: prose, from: start) ?? apart(name, kind, in: prose, start)
    case .dotted, .signs, .generic:
      return apart(name, kind, in: prose, start)
    }
  }

  /// The range of a name with white space in it, or with a letter of Turkish.
  private mutating func apart(
    _ name: Span<UInt8>, _ kind: IdentifierKind, in prose: Span<UInt8>, _ first: Int
  ) -> Range<Int>? {
    let mayBeApart = kind == .dotted || kind.isOfSigns
    guard mayBeApart || prose.has(dotlessIn: first) else { return nil }
    if packed == nil { packed = PackedText(prose) }
    let small = name.lowercased
    var start = first
    while let found = packed?.range(of: small, in: prose, from: start) {
      start = found.lowerBound + 1
      let text = prose.extracting(found)
      // Letter case alone is no change of these.
      guard found.count > name.count || text.contains(where: { $0 >= 0x80 }) else { continue }
      guard mayBeApart || !text.contains(where: \.isSpace) else { continue }
      // In capitals `İ` is how Turkish writes a word with `i`; `ı` among them is always wrong.
      if kind == .capitals, !text.contains("\u{131}"), !text.contains(where: \.isLowercase) {
        continue
      }
      // A sentence begins behind the full stop.
      if name[0] == 0x2E, name[1].isLowercase, text.firstLetterIsCapital,
        name.count(of: 0x2E) == 1
      {
        continue
      }
      return found
    }
    return nil
  }

  /// Whether the target has a name in code that the source has there less often: it became code.
  mutating func isInCode(_ name: Span<UInt8>, _ segment: borrowing Segment) -> Bool {
    guard budget.allows(segment.target), segment.target.bytes.contains(name),
      budget.allows(segment.source)
    else { return false }
    return Self.count(name, in: segment.target, segment.targetInlines, &budget)
      > Self.count(name, in: segment.source, segment.sourceInlines, &budget)
  }

  /// How many spans of code hold a name.
  private static func count(
    _ name: Span<UInt8>, in text: borrowing Text, _ inlines: Span<Inline>,
    _ budget: inout SearchBudget
  ) -> Int {
    var found = 0
    var index = 0
    while index < inlines.count, budget.allows(0) {
      if inlines[index].kind == .code, text[inlines[index].content].bytes.contains(name) {
        found += 1
      }
      index += 1
    }
    return found
  }

  /// The range of `HiveSet` and `Lid` where the brackets of `HiveSet<Lid>` stand around both.
  static func moved(_ name: Span<UInt8>, in prose: Span<UInt8>) -> Range<Int>? {
    guard let parts = name.genericParts,
      let outer = prose.firstWord(name.extracting(parts.outer)),
      let inner = prose.firstWord(name.extracting(parts.inner)),
      outer.upperBound <= inner.lowerBound,
      inner.lowerBound - outer.upperBound <= 8
    else { return nil }
    let hasOpen = prose.has("&lt;", at: outer.lowerBound - 4)
    let hasClose = prose.has("&gt;", at: inner.upperBound)
    return hasOpen && hasClose ? outer.lowerBound - 4..<inner.upperBound + 4 : nil
  }

  /// The range of the name with a space before each of its capitals: `Hive Lantern`.
  private static func split(
    _ name: Span<UInt8>, in prose: Span<UInt8>, from start: Int
  ) -> Range<Int>? {
    guard name[0].isUppercase else { return nil }
    var hump = 1
    while hump < name.count, !name[hump].isUppercase { hump += 1 }
    guard hump > 2, hump < name.count else { return nil }
    var start = start
    while let first = prose.firstRange(of: name.extracting(0..<hump), from: start) {
      start = first.upperBound
      guard first.lowerBound == 0 || !isNameByte(prose[first.lowerBound - 1]),
        let end = prose.endOfSplit(name, at: first.lowerBound), !goesOn(prose, end),
        !EnglishWords.isCompound(name)
      else { continue }
      return first.lowerBound..<end
    }
    return nil
  }

  /// The range of the name in another letter case, by itself.
  private static func otherCase(
    _ name: Span<UInt8>, in prose: Span<UInt8>, from start: Int
  ) -> Range<Int>? {
    var start = start
    while let found = prose.firstRangeIgnoringCase(
      of: name, from: start,
      where: { range in
        (range.lowerBound == 0 || !isNameByte(prose[range.lowerBound - 1]))
          && !goesOn(prose, range.upperBound)
      })
    {
      start = found.upperBound
      let text = prose.extracting(found)
      if text.elementsEqual(name) { continue }
      // A sentence begins with a capital, whatever the name does.
      let isSentenceStart =
        isFirst(prose, found.lowerBound)
        && text.extracting(1..<text.count).elementsEqual(name.extracting(1..<name.count))
      return isSentenceStart || isAllCapitals(text) ? nil : found
    }
    return nil
  }

  /// The range of capitals of which a part became small letters: `HapI`, not `Hapi` or `hapi`.
  private static func mixedCapitals(
    _ name: Span<UInt8>, in prose: Span<UInt8>, from start: Int
  ) -> Range<Int>? {
    guard name.count >= 3 else { return nil }
    return prose.firstRangeIgnoringCase(of: name, from: start) { range in
      prose.isWhole(range) && prose.extracting(range).isMixed
    }
  }

  /// Whether a name goes on at `end`; a dot that ends a sentence, and a hyphen of a compound, are none
  /// of it.
  private static func goesOn(_ prose: Span<UInt8>, _ end: Int) -> Bool {
    guard end < prose.count, isNameByte(prose[end]), prose[end] != 0x2D else { return false }
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
    !word.contains(where: \.isLowercase)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2E || byte == 0x2D
      || byte == 0x2F || byte == 0x40
  }
}

extension Span<UInt8> {
  /// Whether a capital stands behind a small letter.
  fileprivate var isMixed: Bool {
    var index = 1
    while index < count {
      if self[index].isUppercase, self[index - 1].isLowercase { return true }
      index += 1
    }
    return false
  }

  fileprivate var firstLetterIsCapital: Bool { first(where: \.isLetter)?.isUppercase ?? false }

  /// Whether `ı` or `İ` stands at or after an index.
  fileprivate func has(dotlessIn start: Int) -> Bool {
    firstRange(of: "\u{131}", from: start) != nil || firstRange(of: "\u{130}", from: start) != nil
  }
}

extension Span<UInt8> {
  /// Where a name ends that stands at an index with a space before each capital behind a small letter;
  /// each of its parts has three letters at least.
  fileprivate func endOfSplit(_ name: Span<UInt8>, at start: Int) -> Int? {
    var end = start
    var part = 0
    for index in name.indices {
      if index > 0, name[index].isUppercase, !name[index - 1].isUppercase {
        guard part > 2, end < count, self[end] == 0x20 else { return nil }
        end += 1
        part = 0
      }
      guard end < count, self[end] == name[index] else { return nil }
      end += 1
      part += 1
    }
    return part > 2 ? end : nil
  }
}
