internal import LintCore
import LintText
internal import Markdown

/// Finds the pairs of spans in side-by-side Markdown.
///
/// A pair is `<span data-ttu-id="ID">T</span><span class="sxs-lookup"><span data-stu-id="ID">S</span></span>`.
/// T and S may hold spans of their own, balanced or not, so pairs are told by their delimiters and
/// not by balancing tags: T ends at the first opening of a source half; S ends at the first
/// `</span></span>`, and reaches one `</span>` further for each span that it leaves open.
///
/// Nearly all pairs are written by a tool, all alike and without spans of their own: these are read in
/// one go (`regularPair`), and the rules above are asked for the others only.
struct SpanScanner: ~Escapable {
  private let bytes: Span<UInt8>
  /// Where each `<` stands.
  private let angles: ByteMatches
  private(set) var pairs: [SpanPair] = []
  private(set) var irregularities: [Irregularity] = []

  private static let openTag: StaticString = "<span data-ttu-id=\""
  private static let closeTag: StaticString = "</span>"
  private static let middle: StaticString = "</span><span class=\"sxs-lookup\"><span data-stu-id=\""
  /// Bytes of `middle` before the tag of the source half.
  private static let wrapperEnd = 32

  /// Scans the text from `start` on.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, from start: Int) {
    self.bytes = bytes
    angles = ByteMatches(of: 0x3C, in: bytes)
    // A pair has six angles or more, and a hundred bytes.
    pairs.reserveCapacity(min(angles.count / 6, bytes.count / 100))
    scan(from: start)
    orderIrregularities()
  }

  /// Whether it is certain where the halves of a pair begin and end: nothing irregular stands inside
  /// the pair, and no half that never closes runs into it.
  func isCertain(_ index: Int) -> Bool {
    guard !irregularities.isEmpty else { return true }
    let range = pairs[index].range
    let next = irregularities.partitionPoint { $0.range.lowerBound < range.lowerBound }
    if next < irregularities.count, irregularities[next].range.lower < range.upper { return false }
    guard next > 0, irregularities[next - 1].kind == .unclosedHalf else { return true }
    let open = irregularities[next - 1]
    let isOfPairBefore =
      index > 0 && open.range.lowerBound < pairs[index - 1].range.upperBound
    return isOfPairBefore || !open.line.overlaps(range)
  }

  private mutating func scan(from start: Int) {
    var position = start
    var gap = start
    while let angle = angles.next(from: position) {
      position = angle + 1
      if let pair = regularPair(at: angle) {
        findEscapedMarkup(gap, angle)
        pairs.append(pair)
        position = pair.range.upper
        gap = position
        continue
      }
      guard let tag = SpanTag(bytes, at: angle) else { continue }
      guard tag.state != .escaped else {
        note(.escapedMarkup, tag.range)
        position = tag.range.upper
        continue
      }
      findEscapedMarkup(gap, angle)
      if tag.state == .broken { note(.brokenTag, tag.range) }
      position = tag.side == .target ? scanTarget(tag) : scanStraySource(tag)
      gap = position
    }
    findEscapedMarkup(gap, bytes.count)
  }

  /// The pair that begins here, where it is as the format writes it: two IDs of the commonest form that
  /// are the same, and no tag of a span within the halves.
  ///
  /// Where it gives up, nothing was passed over that the slower ways do not pass over, too.
  private func regularPair(at angle: Int) -> SpanPair? {
    guard bytes.has(Self.openTag, at: angle),
      let id = SpanID(bytes, from: angle + 19, before: "\">"),
      let middle = nextOfSpan(from: angle + 30), bytes.has(Self.middle, at: middle),
      let sourceID = id.again(bytes, from: middle + 51, before: "\">"),
      let close = nextOfSpan(from: middle + 62), bytes.has("</span></span>", at: close)
    else { return nil }
    return SpanPair(
      id: id, sourceID: sourceID, range: ByteRange(angle, close + 14),
      target: ByteRange(angle + 30, middle), source: ByteRange(middle + 62, close))
  }

  /// Where the next tag of a span begins, an opening or a closing one.
  private func nextOfSpan(from start: Int) -> Int? {
    var position = start
    while let angle = angles.next(from: position) {
      if bytes.has("</span", at: angle) || bytes.has("<span", at: angle) { return angle }
      position = angle + 1
    }
    return nil
  }

  /// Reads a pair from its target half on; returns where to go on.
  private mutating func scanTarget(_ tag: SpanTag) -> Int {
    let start = tag.range.upper
    var opened = 0
    var closed = 0
    var lastClose = start
    var wrapper: Int?
    var code = CodeTracker(from: start)
    var position = start
    while let angle = angles.next(from: position) {
      position = angle + 1
      guard bytes.has("span", at: angle + (bytes.has("</", at: angle) ? 2 : 1)) else { continue }
      if bytes.has(Self.middle, at: angle) {
        let source = SpanTag(bytes, at: angle + Self.wrapperEnd)
        if let source, source.state != .escaped {
          if source.state == .broken { note(.brokenTag, source.range) }
          return scanSource(source, after: tag, target: ByteRange(start, angle))
        }
      }
      if bytes.has(Self.closeTag, at: angle) {
        closed += 1
        lastClose = angle
      } else if let next = SpanTag(bytes, at: angle) {
        guard next.side == .source, next.state != .escaped else {
          findEscapedMarkup(start, angle)
          note(closed > opened ? .targetWithoutSource : .unclosedHalf, tag.range)
          return angle
        }
        if next.state == .broken { note(.brokenTag, next.range) }
        noteSeparator(
          from: closed > opened ? lastClose + 7 : nil, wrapper: wrapper, target: tag, source: next)
        return scanSource(
          next, after: tag,
          target: ByteRange(
            start, closed > opened ? lastClose : wrapper ?? endOfLine(start, before: angle)))
      } else if bytes.has("<span class=\"sxs-lookup\"", at: angle) {
        wrapper = angle
      } else if !code.isLiteral(angle, in: bytes) {
        opened += 1
      }
    }
    findEscapedMarkup(start, bytes.count)
    note(closed > opened ? .targetWithoutSource : .unclosedHalf, tag.range)
    return bytes.count
  }

  /// Says what is wrong between two halves that belong together but are not joined as they should be.
  private mutating func noteSeparator(
    from end: Int?, wrapper: Int?, target: SpanTag, source: SpanTag
  ) {
    guard let end else {
      note(.unclosedHalf, target.range)
      return
    }
    let stop = wrapper.flatMap { $0 >= end ? $0 : nil } ?? source.range.lower
    let between = ByteRange(end, stop)
    if !bytes.extracting(between.range).trimmedRange.isEmpty {
      note(.textBetweenHalves, between)
    } else if stop == source.range.lower {
      note(.missingWrapper, source.range)
    } else if let close = bytes.firstIndex(of: 0x3E, from: stop), close + 1 < source.range.lower {
      let inside = ByteRange(close + 1, source.range.lower)
      if !bytes.extracting(inside.range).trimmedRange.isEmpty { note(.textBetweenHalves, inside) }
    }
  }

  /// Reads the source half that follows a target half; returns where to go on.
  private mutating func scanSource(_ tag: SpanTag, after target: SpanTag, target text: ByteRange)
    -> Int
  {
    // A target half that ends at the source of another pair has swallowed what is left of its own.
    if !target.id.matches(tag.id) { findEscapedMarkup(text.lower, text.upper) }
    let source = endOfSource(tag)
    pairs.append(
      SpanPair(
        id: target.id, sourceID: tag.id,
        range: ByteRange(target.range.lower, source.close),
        target: text, source: ByteRange(tag.range.upper, source.end)))
    return source.next
  }

  /// Passes over a source half that no target half precedes.
  private mutating func scanStraySource(_ tag: SpanTag) -> Int {
    note(.sourceWithoutTarget, tag.range)
    return endOfSource(tag).next
  }

  /// Where the text of a source half ends, where its markup does, and where to go on.
  private mutating func endOfSource(_ tag: SpanTag) -> (end: Int, close: Int, next: Int) {
    let start = tag.range.upper
    var opened = 0
    var closed = 0
    var lastClose = start
    var code = CodeTracker(from: start)
    var position = start
    while let angle = angles.next(from: position) {
      position = angle + 1
      if bytes.has(Self.closeTag, at: angle) {
        guard bytes.has(Self.closeTag, at: angle + 7) else {
          closed += 1
          lastClose = angle
          continue
        }
        var run = 2
        while bytes.has(Self.closeTag, at: angle + 7 * run) { run += 1 }
        let end = angle + 7 * min(max(opened - closed, 0), run - 2)
        return (end, end + 14, end + 14)
      }
      guard bytes.has("<span", at: angle) else { continue }
      if SpanTag(bytes, at: angle) != nil {
        note(.unclosedHalf, tag.range)
        return closed > opened
          ? (lastClose, lastClose + 7, angle) : unclosedEnd(start, before: angle, next: angle)
      }
      if !code.isLiteral(angle, in: bytes) { opened += 1 }
    }
    note(.unclosedHalf, tag.range)
    return closed > opened
      ? (lastClose, lastClose + 7, bytes.count)
      : unclosedEnd(start, before: bytes.count, next: bytes.count)
  }

  /// A half that nothing closes is taken to end with its line.
  private func unclosedEnd(_ start: Int, before limit: Int, next: Int)
    -> (end: Int, close: Int, next: Int)
  {
    let end = endOfLine(start, before: limit)
    return (end, end, next)
  }

  /// Finds tags whose brackets or quotes became character references, outside the pairs.
  private mutating func findEscapedMarkup(_ start: Int, _ end: Int) {
    var index = start
    // Mostly a line end or two.
    guard end - start > 6 else { return }
    while let name = bytes.extracting(index..<end).firstRange(of: "tu-id=") {
      let after = index + name.upperBound
      index += name.lowerBound
      let isBracketEscaped = bytes.has("&lt;span data-", at: index - 15)
      if isBracketEscaped || bytes.has("&", at: after) || bytes.has("\\", at: after) {
        note(
          .escapedMarkup, ByteRange(max(start, index - (isBracketEscaped ? 15 : 12)), after))
      }
      index = after
    }
  }

  private mutating func note(_ kind: Irregularity.Kind, _ range: ByteRange) {
    irregularities.append(Irregularity(kind, range: range, line: range))
  }

  /// Puts the irregularities in order and finds their lines. Escaped markup explains all else that is
  /// odd on its line, and is told once.
  private mutating func orderIrregularities() {
    guard !irregularities.isEmpty else { return }
    // Of two that begin alike the longer comes first: a tag, before what the search found at its
    // name.
    irregularities.sort { left, right in
      left.range.lowerBound != right.range.lowerBound
        ? left.range.lowerBound < right.range.lowerBound
        : left.range.upperBound > right.range.upperBound
    }
    var line = ByteRange.none
    var lines: [ByteRange] = []
    for found in irregularities {
      if found.range.lower >= line.upper {
        line = wrappedLine(around: found.range.lower, from: line.upper)
      }
      lines.append(line)
    }
    let escaped = Set(
      zip(irregularities, lines).filter { $0.0.kind == .escapedMarkup }.map(\.1))
    var told: Set<ByteRange> = []
    irregularities = zip(irregularities, lines).compactMap { found, line in
      if found.kind == .escapedMarkup, !told.insert(line).inserted { return nil }
      return Irregularity(
        found.kind, range: found.range, line: line,
        isOnEscapedLine: found.kind != .escapedMarkup && escaped.contains(line))
    }
  }

  /// The line that holds an offset, with those before and behind that once were one line with it:
  /// what is reported once a line is then reported as often as before somebody wrapped it.
  private func wrappedLine(around offset: Int, from limit: Int) -> ByteRange {
    var start = startOfLine(offset, from: limit)
    while start > limit, let before = lineBefore(start, from: limit),
      isContinued(before), continues(start)
    {
      start = before
    }
    var end = endOfLine(offset, before: bytes.count)
    var lineStart = startOfLine(offset, from: limit)
    while isContinued(lineStart) {
      let next = startOfNextLine(end)
      guard next < bytes.count, continues(next) else { break }
      lineStart = next
      end = endOfLine(next, before: bytes.count)
    }
    return ByteRange(start, end)
  }

  /// Whether the next line can belong to a line: not when it is blank, a heading, a row of a table or
  /// a directive.
  private func isContinued(_ start: Int) -> Bool {
    let first = firstOfLine(start)
    guard first < bytes.count, !isLineEnd(first) else { return false }
    return bytes[first] != 0x23 && bytes[first] != 0x7C && !bytes.has(":::", at: first)
      && !bytes.has("```", at: first)
  }

  /// Whether a line goes on with what the one before it says: it is not blank, and begins no block.
  private func continues(_ start: Int) -> Bool {
    let first = firstOfLine(start)
    guard first < bytes.count else { return false }
    let byte = bytes[first]
    if byte.isTextLetter { return true }
    switch byte {
    case 0x3C: return !HTMLComment.begins(bytes, at: first)
    case 0x26, 0x28, 0x22, 0x5C: return true
    case 0x5B: return !bytes.has("[!", at: first)
    case 0x2A, 0x60: return first + 1 < bytes.count && bytes[first + 1].isLetter
    default: return false
    }
  }

  private func firstOfLine(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  private func startOfLine(_ offset: Int, from limit: Int) -> Int {
    var start = offset
    while start > limit, !isLineEnd(start - 1) { start -= 1 }
    return start
  }

  /// Where the line before the one that begins at `start` begins; `nil` where there is none.
  private func lineBefore(_ start: Int, from limit: Int) -> Int? {
    var end = start - 1
    if end > limit, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return end > limit ? startOfLine(end, from: limit) : nil
  }

  private func startOfNextLine(_ end: Int) -> Int {
    bytes.has("\r\n", at: end) ? end + 2 : end + 1
  }

  private func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  private func endOfLine(_ start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit, !isLineEnd(end) { end += 1 }
    return end
  }
}
