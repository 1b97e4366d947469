import LintCore
import LintText

/// How literals, substitutions, footnotes and addresses of links in a target differ from those of its source.
///
/// Only what is never right: names of substitutions and footnotes are the page's, literals and addresses may be others
/// in another language, but not the same with spaces or another dash in them.
struct MarkupDifference {
  /// What was changed into what.
  private(set) var changed: [(source: Range<Int>, target: Range<Int>)] = []
  /// Of the source, what the target has not.
  private(set) var missing: [Range<Int>] = []
  /// Links of the target that lack the underscore behind them, with a link of the source.
  private(set) var unlinked: [(source: Range<Int>, target: Range<Int>)] = []
  /// Backticks of the target that open and close nothing, where the source has none such.
  private(set) var loose: [Int] = []

  init(_ source: Span<UInt8>, _ target: Span<UInt8>) {
    let scanned = RSTScanner(source)
    let sources = scanned.inlines
    guard sources.contains(where: { Self.isCompared($0.kind) || $0.kind == .role }) else { return }
    let found = RSTScanner(target)
    let targets = found.inlines
    if scanned.isSound {
      loose = found.loose
    }
    for kind in [RSTInline.Kind.substitution, .footnote] {
      compareNames(
        sources.filter { $0.kind == kind && $0.isBounded }, targets.filter { $0.kind == kind },
        source, target)
    }
    compareSqueezed(
      sources.filter { $0.kind == .literal }.map(\.content),
      targets.filter { $0.kind == .literal }.map(\.content), source, target, isAddress: false)
    compareSqueezed(
      sources.compactMap { Self.address(source, $0) },
      targets.compactMap { Self.address(target, $0) }, source, target, isAddress: true)
    guard scanned.isSound else { return }
    compareLiterals(sources, found, source, target)
    compareLinks(sources, targets, target)
    findLostLinks(sources, found, source, target)
    compareAlmostEqual(
      sources.filter { $0.kind == .literal }.map(\.content),
      targets.filter { $0.kind == .literal }.map(\.content), source, target
    ) { $0.isCode && $1.isCode && ($0.isMisspelt(as: $1, isName: true) || $0.isTurned(in: $1)) }
    compareAlmostEqual(
      sources.compactMap { Self.address(source, $0) },
      targets.compactMap { Self.address(target, $0) }, source, target
    ) { $0.isAddressMisspelt(as: $1) }
  }

  /// How the addresses of a target that stand in its text, in no markup and no tag, differ from those of its source.
  init(addressesOf source: Span<UInt8>, _ target: Span<UInt8>) {
    compareAlmostEqual(
      Self.bareAddresses(source), Self.bareAddresses(target), source, target
    ) { $0.isAddressMisspelt(as: $1) }
  }

  /// The addresses in the text of a source of which the target has none.
  init(lostAddressesOf source: Span<UInt8>) { missing = Self.bareAddresses(source) }

  private static func isCompared(_ kind: RSTInline.Kind) -> Bool {
    switch kind {
    case .literal, .substitution, .footnote, .link: true
    case .role, .plain: false
    }
  }

  /// Finds what the source has as literals, between backticks that make no literal of it: one too few or too many, or
  /// a letter right beside them.
  private mutating func compareLiterals(
    _ sources: [RSTInline], _ found: RSTScanner, _ source: Span<UInt8>, _ target: Span<UInt8>
  ) {
    let isDamaged = !found.isSound || found.inlines.contains { $0.kind == .plain }
    let kept = Set(
      found.inlines.filter { $0.kind == .literal }.map {
        Self.plainKey(target.extracting($0.content))
      })
    let hasPlain = sources.contains { $0.kind == .plain }
    // A literal whose words were translated is one still.
    let isFewer =
      found.inlines.count { $0.kind == .literal } < sources.count { $0.kind == .literal }
    let told = Set(changed.map(\.source.lowerBound))
    var seen: Set<UInt64> = []
    // The longest first, for a shorter one may be a part of what is left of it.
    let literals = sources.filter {
      $0.kind == .literal && !told.contains($0.content.lowerBound)
    }.sorted { $0.content.count > $1.content.count }
    var taken: [Range<Int>] = []
    for literal in literals {
      let content = source.extracting(literal.content)
      guard seen.count < MessageLimits.lost, seen.insert(Hash64(of: content).value).inserted
      else { continue }
      let isKept = kept.contains(Self.plainKey(content))
      let mayBeBare =
        !isKept
        && (content.isNameInCode
          || isFewer && content.isNoShortWord
            && Self.firstBare(content, source, sources) == nil)
      guard isDamaged || mayBeBare else { continue }
      var index = 0
      while let range = target.firstRange(of: content, from: index) {
        index = range.upperBound
        guard
          let wrong = Self.broken(target, range, found.inlines, hasPlain: hasPlain)
            ?? (mayBeBare && found.loose.isEmpty ? Self.bare(target, range, found.inlines) : nil)
        else { continue }
        if taken.contains(where: { $0.overlaps(wrong) }) { continue }
        taken.append(wrong)
        changed.append((literal.range, wrong))
        break
      }
    }
  }

  /// A literal's content with its backticks, where they make none of it.
  private static func broken(
    _ target: Span<UInt8>, _ range: Range<Int>, _ inlines: [RSTInline], hasPlain: Bool
  ) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, range.lowerBound - start < 3, target[start - 1] == 0x60 { start -= 1 }
    while end < target.count, end - range.upperBound < 3, target[end] == 0x60 { end += 1 }
    let (left, right) = (range.lowerBound - start, end - range.upperBound)
    guard left + right > 0 else { return nil }
    let next = inlines.partitionPoint { $0.range.upperBound <= range.lowerBound }
    let around =
      next < inlines.count && inlines[next].range.lowerBound <= range.lowerBound
      ? inlines[next] : nil
    if left == 2, right == 2 {
      return around.map { !$0.isBounded && $0.content == range } ?? false ? start..<end : nil
    }
    // In other markup it is a part of that.
    if let around, around.isWhole, around.content != range { return nil }
    if left == 1, right == 1 {
      // `:role:`x`` and `` `x`_ `` are something else.
      guard !hasPlain, around?.kind == .plain else { return nil }
      let isOfRole = start > 0 && (target[start - 1] == 0x3A || target[start - 1].isWordByte)
      return isOfRole ? nil : start..<end
    }
    guard left > 0 || start == 0 || target[start - 1].isSpace || target[start - 1] == 0x28,
      right > 0 || target.mayEndWord(at: end),
      !(start > 0 && target[start - 1] == 0x3A)
    else { return nil }
    return start..<end
  }

  /// Finds what differs from the source's in one letter, or in two that changed places.
  private mutating func compareAlmostEqual(
    _ sources: [Range<Int>], _ targets: [Range<Int>], _ source: Span<UInt8>, _ target: Span<UInt8>,
    _ isMisspelt: (Span<UInt8>, Span<UInt8>) -> Bool
  ) {
    let told = Set(changed.map(\.source.lowerBound))
    let known = Set(sources.map { Hash64(of: source.extracting($0)).value })
    let kept = Set(targets.map { Hash64(of: target.extracting($0)).value })
    let lost = sources.filter {
      !told.contains($0.lowerBound) && !kept.contains(Hash64(of: source.extracting($0)).value)
    }
    let extra = targets.filter { !known.contains(Hash64(of: target.extracting($0)).value) }
    // Of many nobody knows which became which.
    guard lost.count <= 8, extra.count <= 8 else { return }
    for right in lost {
      let near = extra.filter { wrong in
        isMisspelt(source.extracting(right), target.extracting(wrong))
      }
      guard near.count == 1 else { continue }
      changed.append((right, near[0]))
    }
  }

  /// Where a text first has a literal's content between spaces or marks.
  private static func firstBare(
    _ content: Span<UInt8>, _ text: Span<UInt8>, _ inlines: [RSTInline]
  ) -> Range<Int>? {
    var index = 0
    while let range = text.firstRange(of: content, from: index) {
      index = range.upperBound
      if let bare = bare(text, range, inlines) { return bare }
    }
    return nil
  }

  /// A literal's content, where it stands between spaces or marks and not in any markup.
  private static func bare(
    _ target: Span<UInt8>, _ range: Range<Int>, _ inlines: [RSTInline]
  ) -> Range<Int>? {
    let next = inlines.partitionPoint { $0.range.upperBound <= range.lowerBound }
    guard next == inlines.count || inlines[next].range.lowerBound >= range.upperBound,
      range.lowerBound == 0 || target[range.lowerBound - 1].isSpace
        || target[range.lowerBound - 1] == 0x28,
      target.mayEndWord(at: range.upperBound)
    else { return nil }
    return range
  }

  /// Finds links without the underscore that makes them ones.
  private mutating func compareLinks(
    _ sources: [RSTInline], _ targets: [RSTInline], _ target: Span<UInt8>
  ) {
    guard let link = sources.first(where: { $0.kind == .link }),
      !sources.contains(where: { $0.kind == .plain })
    else { return }
    for inline in targets
    where inline.kind == .plain && target[inline.content.upperBound - 1] == 0x3E
      && target.extracting(inline.content).contains("://")
    {
      unlinked.append((link.range, inline.range))
    }
  }

  /// Finds links of which nothing is left where the target has fewer, neither their address nor their text.
  private mutating func findLostLinks(
    _ sources: [RSTInline], _ found: RSTScanner, _ source: Span<UInt8>, _ target: Span<UInt8>
  ) {
    let links = sources.filter { $0.kind == .link }
    let others = found.inlines.filter { $0.kind == .link }
    // What lost its underscore or a backtick is told of already.
    guard links.count > others.count, links.count <= MessageLimits.lost, unlinked.isEmpty,
      found.isSound
    else { return }
    var fewer = links.count - others.count
    var kept = others.map { Self.plainKey(target.extracting(Self.place($0, target))) }
    for link in links where fewer > 0 {
      let place = source.extracting(Self.place(link, source))
      if let index = kept.firstIndex(of: Self.plainKey(place)) {
        kept.remove(at: index)
        continue
      }
      // An address is said once, or in another way; a name may be another role's.
      guard target.firstRange(of: place, from: 0) == nil || !place.contains("://"),
        !place.isEmpty
      else { continue }
      missing.append(link.range)
      fewer -= 1
    }
  }

  /// Where a link leads: to its address, or to what has its text as a name.
  private static func place(_ link: RSTInline, _ text: Span<UInt8>) -> Range<Int> {
    let content = link.content
    guard text[content.upperBound - 1] == 0x3E else { return content }
    var open = content.upperBound - 1
    while open > content.lowerBound, text[open] != 0x3C { open -= 1 }
    return text[open] == 0x3C ? open + 1..<content.upperBound - 1 : content
  }

  private mutating func compareNames(
    _ sources: [RSTInline], _ targets: [RSTInline], _ source: Span<UInt8>, _ target: Span<UInt8>
  ) {
    guard !sources.isEmpty else { return }
    let keys = sources.map { Hash64(of: source.extracting($0.content)).value }
    let targetKeys = targets.map { Hash64(of: target.extracting($0.content)).value }
    let (known, kept) = (Set(keys), Set(targetKeys))
    var extra = targets.indices.filter { !known.contains(targetKeys[$0]) }.makeIterator()
    var seen: Set<UInt64> = []
    for index in sources.indices
    where !kept.contains(keys[index]) && seen.insert(keys[index]).inserted {
      if let wrong = extra.next() {
        changed.append((sources[index].range, targets[wrong].range))
      } else if !source.extracting(sources[index].content).elementsEqual("nbsp") {
        // That one only keeps words together.
        missing.append(sources[index].range)
      }
    }
  }

  private mutating func compareSqueezed(
    _ sources: [Range<Int>], _ targets: [Range<Int>], _ source: Span<UInt8>,
    _ target: Span<UInt8>, isAddress: Bool
  ) {
    guard !sources.isEmpty, !targets.isEmpty else { return }
    func key(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
      Self.key(text.extracting(range), isAddress: isAddress)
    }
    func plain(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
      Self.plainKey(text.extracting(range))
    }
    let known = Set(sources.map { plain(source, $0) })
    let kept = Set(targets.map { plain(target, $0) })
    var bySqueezed: [UInt64: Range<Int>] = [:]
    for range in sources.reversed() where !kept.contains(plain(source, range)) {
      bySqueezed[key(source, range)] = range
    }
    guard !bySqueezed.isEmpty else { return }
    for range in targets where !known.contains(plain(target, range)) {
      guard let right = bySqueezed.removeValue(forKey: key(target, range)),
        isAddress
          ? source.extracting(right).leadsElsewhere(than: target.extracting(range))
          : source.extracting(right).isBroken(by: target.extracting(range))
      else { continue }
      changed.append((right, range))
    }
  }

  /// The address of a link with words.
  private static func address(_ text: Span<UInt8>, _ inline: RSTInline) -> Range<Int>? {
    let content = inline.content
    guard inline.kind == .link, text[content.upperBound - 1] == 0x3E else { return nil }
    var open = content.upperBound - 1
    while open > content.lowerBound, text[open] != 0x3C { open -= 1 }
    guard text[open] == 0x3C else { return nil }
    let address = text.extracting(open + 1..<content.upperBound - 1)
    return address.contains("://") ? open + 1..<content.upperBound - 1 : nil
  }

  /// Addresses that stand in a text by themselves: those in markup and in tags are compared with these.
  private static func bareAddresses(_ text: Span<UInt8>) -> [Range<Int>] {
    var addresses: [Range<Int>] = []
    var index = 0
    while let found = text.firstRange(of: "://", from: index) {
      var (lower, upper) = (found.lowerBound, found.upperBound)
      while lower > index, text[lower - 1].isLetterOrDigit { lower -= 1 }
      while upper < text.count, text[upper] > 0x20, text[upper] != 0x3E, text[upper] != 0x22,
        text[upper] != 0x60, text[upper] != 0x29
      { upper += 1 }
      index = upper
      if lower > 0, !text[lower - 1].isSpace, text[lower - 1] != 0x28 { continue }
      while upper > found.upperBound, text[upper - 1].endsSentence { upper -= 1 }
      addresses.append(lower..<upper)
    }
    return addresses
  }

  /// The same for texts that differ in spaces alone, of addresses also in dashes and letter case.
  private static func key(_ text: Span<UInt8>, isAddress: Bool) -> UInt64 {
    var key = Hash64()
    for index in text.indices where !text[index].isSpace {
      if isAddress, text[index] == 0x5F {
        key.add(UInt8(0x2D))
      } else {
        key.add(isAddress ? text[index].lowercased : text[index])
      }
    }
    return key.value
  }

  /// The same for texts that differ only in how much space is between words: lines are broken anywhere.
  private static func plainKey(_ text: Span<UInt8>) -> UInt64 {
    var key = Hash64()
    var isSpace = false
    for index in text.indices {
      if text[index].isSpace {
        isSpace = true
      } else {
        if isSpace { key.add(UInt8(0x20)) }
        isSpace = false
        key.add(text[index])
      }
    }
    if isSpace { key.add(UInt8(0x20)) }
    return key.value
  }
}

extension Span<UInt8> {
  /// Whether a word may end at an index: white space follows, or a mark and white space.
  func mayEndWord(at index: Int) -> Bool {
    guard index < count, !self[index].isSpace else { return true }
    switch self[index] {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x21, 0x3F:
      return index + 1 == count || self[index + 1].isSpace || self[index + 1] == 0x2E
    default: return false
    }
  }

  /// Whether it is code beyond doubt, which no text has as a word: a name with an underscore, or a call.
  fileprivate var isNameInCode: Bool {
    count > 2 && isCode && firstIndex(ofAny: 0x5F, 0x28, 0x5F, 0x28) != nil
  }

  /// Whether no language has it as a word or a sign of its own that stands there by chance: it has four bytes, or a capital or a
  /// sign beside something else.
  fileprivate var isNoShortWord: Bool {
    count > 3
      || contains { !($0.isLetter && $0.lowercased == $0) && $0 < 0x80 }
        && (count > 1 || self[0].isLetterOrDigit)
  }

  /// Whether two letters of a word changed places in another text: no language's word is another's so, but for endings as in
  /// `filter` and `filtre`.
  fileprivate func isTurned(in other: Span<UInt8>) -> Bool {
    guard let slip = Slip(from: self, to: other), slip.right.count == 2,
      extracting(slip.right).allSatisfy(\.isLetter)
    else { return false }
    var (first, last) = (slip.right.lowerBound, slip.right.upperBound)
    while first > 0, self[first - 1].isLetter { first -= 1 }
    while last < count, self[last].isLetter { last += 1 }
    // In `__str__` and `main_lid()` no language has an ending.
    let isInName = last < count && (self[last] == 0x5F || self[last] == 0x28)
    return isInName ? last - first > 2 : last - first > 3 && last > slip.right.upperBound
  }

  /// Whether it is what a program has as a name, a call or the like: of ASCII alone and without spaces.
  fileprivate var isCode: Bool {
    for index in indices where self[index] <= 0x20 || self[index] > 0x7E { return false }
    return true
  }

  /// Whether another text differs in one letter within a word of six bytes or more, or in two letters that changed
  /// places: so that it is neither another language's name, nor an ending, nor another number or letter case.
  ///
  /// - Parameter isName: whether the word must be one that nobody translates: beside it stands what names of programs
  ///   have, or it is called.
  fileprivate func isMisspelt(as other: Span<UInt8>, isName: Bool) -> Bool {
    guard let slip = Slip(from: self, to: other) else { return false }
    let (start, end) = (slip.right.lowerBound, slip.right.upperBound)
    guard extracting(slip.right).allSatisfy(\.isLetter) else { return false }
    var (first, last) = (start, end)
    while first > 0, self[first - 1].isLetter { first -= 1 }
    while last < count, self[last].isLetter { last += 1 }
    guard start > first, last > end, last - first >= 6 else { return false }
    return !isName || first > 0 && self[first - 1] == 0x5F
      || last < count && (self[last] == 0x5F || self[last] == 0x28)
  }
}

extension UInt8 {
  /// What ends a sentence, or a part of one, behind an address.
  fileprivate var endsSentence: Bool {
    switch self {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27: true
    default: false
    }
  }
}
