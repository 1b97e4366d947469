internal import CScan
package import LintCore
package import LintText

/// Finds the code, links, tags, placeholders and emphasis of Markdown text, half by half.
///
/// It follows CommonMark 0.31 § 6: code, autolinks and tags bind first, then brackets, then emphasis
/// by the rules for delimiter runs. Time grows with the text and with nothing else.
package struct MarkdownInlines {
  /// All inlines so far, those of one half in the order of their starts.
  package private(set) var list: [Inline] = []
  /// The file's bytes with what is no prose blanked.
  package private(set) var prose: [UInt8]
  /// A bit for each byte of the file that is a byte of markup.
  private let markup: [UInt64]

  /// An opening bracket that may yet begin a link.
  private struct Bracket {
    let offset: UInt32
    /// How many delimiter runs stood before it.
    let delimiters: Int32
    var isActive = true
  }

  private var brackets: [Bracket] = []
  private var emphasis = EmphasisDelimiters()
  /// Where the last run of backticks of each length begins in the half; a longer run is no code.
  private var lastRuns: [Int] = []
  private var hasLastRuns = false
  /// The offset of the last `]` of the half, one before its start for none; a `[` behind it is
  /// text.
  private var lastClosingBracket: Int?
  private var hasEscapedStar = false
  /// Where the last bracket stands that was met in the half, whatever became of it.
  private var lastBracket = -1
  /// The labels that the page defines, once they were asked for.
  private var labels: ReferenceLabels?
  /// Where the last address without brackets ends.
  private var endOfAddress = 0
  private var end = 0

  private static let longestRun = 32
  /// In bytes; no sentence is as long. In a longer half, room for all escapes is made at once: an
  /// array that grows holds its elements twice for a moment, and 28 bytes for each `\*` are much as
  /// it is.
  private static let longHalf = 1 << 16
  /// So many open brackets are kept without a look at whether any of them will be closed.
  private static let fewBrackets = 16

  /// What braces around a name are.
  package enum Braces: Sendable {
    /// Text, but around numbers.
    case text
    /// What a reader or a program puts something in for, and attributes: `{name}`, `{width=100}`.
    case names
    /// Expressions of MDX.
    case expressions
  }

  private let braces: Braces

  /// - Parameter bytes: those of the whole file, in which all halves lie.
  package init(prose bytes: Span<UInt8>, braces: Braces = .text) {
    self.braces = braces
    let words = (bytes.count + 63) / 64
    markup = unsafe [UInt64](unsafeUninitializedCapacity: words) { place, count in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let to = place.baseAddress else { return }
        unsafe scan_all_markup(from, bytes.count, to)
        count = words
      }
    }
    // Copied as one piece; a copy that Swift makes when the first byte is blanked goes byte by
    // byte.
    prose = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { place, count in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let to = place.baseAddress else { return }
        unsafe scan_copy(from, bytes.count, to)
        count = bytes.count
      }
    }
  }

  /// Reads one half; returns the indices of its inlines in `list`.
  package mutating func read(_ bytes: Span<UInt8>, in half: ByteRange) -> Range<Int> {
    let first = list.count
    end = half.upper
    // Half of all halves have no markup at all.
    guard let markup = nextMarkup(from: half.lower) else { return first..<first }
    return read(bytes, in: half, at: markup)
  }

  /// Reads a half whose first byte of markup stands at `markup`.
  @inline(never)
  private mutating func read(_ bytes: Span<UInt8>, in half: ByteRange, at markup: Int)
    -> Range<Int>
  {
    let first = list.count
    if half.count > Self.longHalf {
      list.reserveCapacity(first + bytes.extracting(half.range).count(of: 0x5C))
    }
    scan(bytes, from: half.lower, at: markup)
    emphasis.match(bytes, from: 0, into: &list)
    if hasEscapedStar { readUnescaped(bytes, in: half) }
    guard list.count > first else { return first..<first }
    sort(from: first)
    for index in first..<list.count { blank(list[index]) }
    return first..<list.count
  }

  private mutating func start() {
    hasLastRuns = false
    lastClosingBracket = nil
    hasEscapedStar = false
    lastBracket = -1
    endOfAddress = 0
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    emphasis.removeAll()
  }

  /// Reads all markup from the first byte of it on.
  private mutating func scan(_ bytes: Span<UInt8>, from start: Int, at first: Int) {
    self.start()
    var index = first
    while true {
      let end = readMarkup(bytes, at: index, start)
      guard let next = nextMarkup(from: end) else { return }
      index = next
    }
  }

  /// The next byte of markup in the half.
  @inline(__always)
  private func nextMarkup(from start: Int) -> Int? {
    var word = start >> 6
    guard start < end else { return nil }
    var mask = markup[word] & (UInt64.max << UInt64(start & 63))
    while mask == 0 {
      word += 1
      guard word << 6 < end else { return nil }
      mask = markup[word]
    }
    let index = word << 6 + mask.trailingZeroBitCount
    return index < end ? index : nil
  }

  /// Reads what begins at `index`; returns where to go on.
  private mutating func readMarkup(_ bytes: Span<UInt8>, at index: Int, _ lower: Int) -> Int {
    switch bytes[index] {
    case 0x5C:  // \
      guard index + 1 < end, bytes[index + 1].isPunctuation else { return index + 1 }
      let isStar = bytes[index + 1] == 0x2A
      if isStar { hasEscapedStar = true }
      list.append(
        Inline(
          .escape, range: ByteRange(index, index + 2),
          content: isStar ? ByteRange(index + 1, index + 2) : .none))
      return index + 2
    case 0x60:  // `
      return readCode(bytes, at: index)
    case 0x3C:  // <
      return readAngle(bytes, at: index)
    case 0x5B:  // [
      lastBracket = index
      guard
        brackets.count < Self.fewBrackets
          || index < lastClosingBracket ?? findLastClosingBracket(bytes, lower)
      else { return index + 1 }
      brackets.append(
        Bracket(
          offset: UInt32(truncatingIfNeeded: index),
          delimiters: Int32(truncatingIfNeeded: emphasis.count)))
      return index + 1
    case 0x5D:  // ]
      return readClosingBracket(bytes, at: index, lower)
    case 0x2A, 0x5F:  // * _
      return emphasis.add(bytes, at: index, in: ByteRange(lower, end))
    case 0x3A:  // :
      return readBareAddress(bytes, at: index, lower)
    default:  // { $ %
      return readPlaceholder(bytes, at: index, lower)
    }
  }

  private mutating func readCode(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let open = CodeSpan.endOfRun(bytes, at: index, before: end)
    let length = open - index
    guard length <= Self.longestRun else { return open }
    // Until a run is left open, each search ends where the next one begins.
    guard !hasLastRuns || lastRuns[length] > index else { return open }
    guard let close = CodeSpan.close(bytes, from: open, length: length, before: end) else {
      findLastRuns(bytes, from: index)
      return open
    }
    list.append(
      Inline(
        .code, range: ByteRange(index, close.upperBound),
        content: ByteRange(open, close.lowerBound)))
    return close.upperBound
  }

  private mutating func findLastRuns(_ bytes: Span<UInt8>, from start: Int) {
    lastRuns = Array(repeating: 0, count: Self.longestRun + 1)
    var index = start
    while index < end {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let next = CodeSpan.endOfRun(bytes, at: index, before: end)
      if next - index <= Self.longestRun { lastRuns[next - index] = index }
      index = next
    }
    hasLastRuns = true
  }

  private mutating func readAngle(_ bytes: Span<UInt8>, at index: Int) -> Int {
    if let close = MarkdownTags.endOfAutolink(bytes, at: index, before: end) {
      list.append(
        Inline(
          .autolink, range: ByteRange(index, close), content: ByteRange(index + 1, close - 1),
          destination: ByteRange(index + 1, close - 1)))
      return close
    }
    if let close = MarkdownTags.endOfTag(bytes, at: index, before: end) {
      list.append(
        Inline(
          .tag, range: ByteRange(index, close), content: ByteRange(index + 1, close - 1)))
      return close
    }
    return index + 1
  }

  private mutating func findLastClosingBracket(_ bytes: Span<UInt8>, _ lower: Int) -> Int {
    var index = end - 1
    while index >= lower, bytes[index] != 0x5D { index -= 1 }
    lastClosingBracket = index
    return index
  }

  private mutating func readClosingBracket(_ bytes: Span<UInt8>, at index: Int, _ lower: Int)
    -> Int
  {
    let innermost = lastBracket
    lastBracket = index
    guard let opener = brackets.popLast(), opener.isActive else { return index + 1 }
    let bracket = Int(opener.offset)
    guard index + 1 < end, bytes[index + 1] == 0x28,
      let (destination, close) = MarkdownLinkTail.read(bytes, at: index + 1, before: end)
    else {
      let text = ByteRange(bracket + 1, index)
      guard let (label, close) = reference(bytes, text, isLabel: innermost == bracket) else {
        return index + 1
      }
      addLink(bytes, opener, lower, text: text, destination: label, end: close, isReference: true)
      return close
    }
    addLink(
      bytes, opener, lower, text: ByteRange(bracket + 1, index), destination: destination,
      end: close, isReference: false)
    return close
  }

  private mutating func addLink(
    _ bytes: Span<UInt8>, _ opener: Bracket, _ lower: Int, text: ByteRange,
    destination: ByteRange, end close: Int, isReference: Bool
  ) {
    let bracket = Int(opener.offset)
    let isImage = Self.isImage(bytes, bracket, lower)
    emphasis.match(bytes, from: Int(opener.delimiters), into: &list)
    list.append(
      Inline(
        isReference ? .reference : isImage ? .image : .link,
        range: ByteRange(bracket - (isImage ? 1 : 0), close), content: text,
        destination: destination))
    if !isImage {
      // A link holds no other link. What is inactive already has only inactive ones before it.
      var before = brackets.count - 1
      while before >= 0 {
        if Self.isLink(bytes, Int(brackets[before].offset), lower) {
          guard brackets[before].isActive else { break }
          brackets[before].isActive = false
        }
        before -= 1
      }
    }
  }

  /// The label of a reference link whose text this is, if the page defines it, and where the link ends.
  ///
  /// - Parameter isLabel: Whether the text may be a label itself: no bracket stands in it.
  private mutating func reference(_ bytes: Span<UInt8>, _ text: ByteRange, isLabel: Bool)
    -> (label: ByteRange, end: Int)?
  {
    let known = labels ?? ReferenceLabels(bytes)
    labels = known
    guard !known.isEmpty else { return nil }
    let next = text.upper + 1
    if next < end, bytes[next] == 0x5B {
      let limit = min(end, next + ReferenceLabels.longest + 2)
      var stop = next + 1
      while stop < limit, bytes[stop] != 0x5B, bytes[stop] != 0x5D { stop += 1 }
      if stop < limit, bytes[stop] == 0x5D {
        let label = stop == next + 1 ? text : ByteRange(next + 1, stop)
        guard isLabel || stop > next + 1, known.has(bytes.extracting(label.range)) else {
          return nil
        }
        return (label, stop + 1)
      }
    }
    guard isLabel, known.has(bytes.extracting(text.range)) else { return nil }
    return (text, next)
  }

  private static func isImage(_ bytes: Span<UInt8>, _ bracket: Int, _ lower: Int) -> Bool {
    bracket > lower && bytes[bracket - 1] == 0x21
  }

  /// Whether a bracket could begin a link's text; `[!INCLUDE[title](file)]` holds a link and is none.
  private static func isLink(_ bytes: Span<UInt8>, _ bracket: Int, _ lower: Int) -> Bool {
    !isImage(bytes, bracket, lower) && !bytes.has("[!", at: bracket)
  }

  /// An address without brackets is no link, but no prose either.
  private mutating func readBareAddress(_ bytes: Span<UInt8>, at index: Int, _ lower: Int) -> Int {
    // Within an address that was found before, all is blanked.
    guard index >= endOfAddress, bytes.has("://", at: index) else { return index + 1 }
    var start = index
    while start > lower, bytes[start - 1].isLetter { start -= 1 }
    guard start < index else { return index + 1 }
    var stop = index + 3
    while stop < end, !bytes[stop].isSpace, bytes[stop] != 0x3C, bytes[stop] != 0x29,
      bytes[stop] != 0x5D, bytes[stop] != 0x60, bytes[stop] != 0x2A, bytes[stop] < 0x80
    {
      stop += 1
    }
    blank(start..<stop)
    endOfAddress = stop
    // Markup inside the address is read as ever.
    return index + 1
  }

  private mutating func readPlaceholder(_ bytes: Span<UInt8>, at index: Int, _ lower: Int) -> Int {
    if bytes[index] == 0x24, let math = MarkdownMath.read(bytes, at: index, in: lower..<end) {
      list.append(math)
      return math.range.upper
    }
    guard let close = MarkdownPlaceholders.end(bytes, at: index, before: end) else {
      guard braces != .text, bytes[index] == 0x7B, index == lower || bytes[index - 1] != 0x7B else {
        return index + 1
      }
      if let macro = BracedMacro(bytes, at: index, before: end) {
        list.append(macro.inline)
        return macro.inline.range.upper
      }
      guard
        let named = BracedName(bytes, at: index, before: end, isExpression: braces == .expressions)
      else { return index + 1 }
      list.append(named.inline)
      return named.inline.range.upper
    }
    list.append(
      Inline(
        .placeholder, range: ByteRange(index, close), content: ByteRange(index, close)))
    return close
  }

  /// Reads the half once more as if nothing kept its asterisks from being markup, and adds what they
  /// would make: tools that write this format escape each asterisk that they took for text, rightly
  /// or wrongly.
  private mutating func readUnescaped(_ bytes: Span<UInt8>, in half: ByteRange) {
    var plain: [UInt8] = []
    // The offset in the file of each byte of `plain`.
    var offsets: [UInt32] = []
    plain.reserveCapacity(half.count)
    offsets.reserveCapacity(half.count)
    var index = half.lower
    while index < half.upper {
      if bytes[index] == 0x5C, index + 1 < half.upper, bytes[index + 1] == 0x2A { index += 1 }
      plain.append(bytes[index])
      offsets.append(UInt32(index))
      index += 1
    }
    var inlines = MarkdownInlines(prose: plain.span)
    for inline in inlines.list[inlines.read(plain.span, in: ByteRange(0, plain.count))] {
      let kind: Inline.Kind
      switch inline.kind {
      case .strong: kind = .unescapedStrong
      case .emphasis: kind = .unescapedEmphasis
      case .literalDelimiters where inline.range.count >= 2: kind = .unescapedLiteral
      default: continue
      }
      let first = Int(offsets[inline.range.lower])
      let isEscaped = first > half.lower && bytes[first - 1] == 0x5C
      list.append(
        Inline(
          kind,
          range: ByteRange(isEscaped ? first - 1 : first, Int(offsets[inline.range.upper - 1]) + 1))
      )
    }
  }

  /// Puts the inlines from `first` on in order; links come in after what they hold.
  private mutating func sort(from first: Int) {
    guard list.count - first > 1,
      !(first + 1..<list.count).allSatisfy({ !Self.precedes(list[$0], list[$0 - 1]) })
    else { return }
    list[first...].sort(by: Self.precedes)
  }

  /// By start; what holds another comes before it.
  private static func precedes(_ left: Inline, _ right: Inline) -> Bool {
    left.range.lowerBound != right.range.lowerBound
      ? left.range.lowerBound < right.range.lowerBound
      : left.range.upperBound > right.range.upperBound
  }

  private mutating func blank(_ inline: Inline) {
    switch inline.kind {
    case .code, .role, .autolink, .tag, .placeholder:
      blank(inline.range.range)
    case .literalDelimiters, .unescapedStrong, .unescapedEmphasis, .unescapedLiteral:
      // Whoever reads the page sees these as they stand.
      break
    case .math:
      // A formula that a space has spoilt is prose, and its source must look the same then.
      break
    case .link, .image, .reference, .emphasis, .strong:
      blank(inline.range.lower..<inline.content.lower)
      blank(inline.content.upper..<inline.range.upper)
    case .escape:
      blank(inline.range.lower..<inline.range.lower + 1)
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    unsafe prose.withUnsafeMutableBufferPointer { prose in
      unsafe prose.extracting(range).update(repeating: UInt8.blank)
    }
  }
}
