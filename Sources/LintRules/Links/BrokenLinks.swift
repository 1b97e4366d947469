import LintCore
import LintText

/// Finds what is left in a target of links whose syntax was taken apart. It is for one segment:
/// what was found for one of its links is kept for the others.
struct BrokenLinks {
  private var budget: SearchBudget
  private var loose: Remembered<Range<Int>?> = Remembered()
  /// A piece of some link, or `nil` for none; outer `nil` until it is looked for.
  private var fragment: ByteRange??

  init(_ segment: borrowing Segment) {
    budget = SearchBudget(segment)
  }

  /// The remains of a link to a destination that the target lacks; `nil` when it is simply gone.
  mutating func remains(of link: Inline, in segment: borrowing Segment) -> ByteRange? {
    let target = segment.target
    if let found = looseRange(of: segment.source[link.destination].bytes, in: segment) {
      return Self.wholeLink(around: found, in: target)
    }
    if let fragment { return fragment }
    let found = Self.fragment(in: segment).map {
      ByteRange(target.range.lower + $0.lowerBound, target.range.lower + $0.upperBound)
    }
    fragment = .some(found)
    return found
  }

  /// The range in the target of a destination outside links, in any letter case and perhaps with
  /// spaces or backslashes put in.
  private mutating func looseRange(of destination: Span<UInt8>, in segment: borrowing Segment)
    -> Range<Int>?
  {
    loose.value(of: destination) { Self.looseRange(of: destination, in: segment, &budget) }
  }

  private static func looseRange(
    of destination: Span<UInt8>, in segment: borrowing Segment, _ budget: inout SearchBudget
  ) -> Range<Int>? {
    guard destination.count >= 4, budget.allows(segment.target) else { return nil }
    let bytes = segment.target.bytes
    var start = 0
    while start + destination.count <= bytes.count {
      defer { start += 1 }
      guard bytes[start].lowercased == destination[0].lowercased else { continue }
      guard let end = end(of: destination, in: bytes, from: start, &budget) else { continue }
      let range = ByteRange(
        segment.target.range.lower + start, segment.target.range.lower + end)
      // A parenthesis tells the rest of a link from an address that stands in the text.
      let isInParentheses =
        bytes.has("(", at: start - 1) || bytes.has("( ", at: start - 2) || bytes.has(")", at: end)
      // What stands inside another link's address or in code is no remains.
      if isInParentheses, budget.allows(segment.targetInlines.count),
        !isDestination(range, in: segment.targetInlines)
      {
        return start..<end
      }
    }
    return nil
  }

  /// Takes out the spaces that keep a link of the source from being one; `nil` when more is wrong.
  mutating func closingUp(_ link: Inline, in segment: borrowing Segment) -> Fix? {
    let (target, destination) = (segment.target, segment.source[link.destination])
    guard let found = looseRange(of: destination.bytes, in: segment) else { return nil }
    return Self.closingUp(link, destination, found, target)
  }

  private static func closingUp(
    _ link: Inline, _ destination: borrowing Text, _ found: Range<Int>, _ target: borrowing Text
  ) -> Fix? {
    var open = found.lowerBound
    while open > 0, target.bytes[open - 1] == 0x20 { open -= 1 }
    guard target.bytes.has("(", at: open - 1) else { return nil }
    var bracket = open - 1
    while bracket > 0, target.bytes[bracket - 1] == 0x20 { bracket -= 1 }
    guard target.bytes.has("]", at: bracket - 1), words(endAt: bracket - 1, of: link, in: target)
    else { return nil }
    // A title may follow.
    var end = found.upperBound
    while target.bytes.has(" ", at: end) { end += 1 }
    if !target.bytes.has(")", at: end) {
      guard end > found.upperBound, target.bytes.has("\"", at: end) else { return nil }
      end = found.upperBound
    }
    return Fix(
      .safe, "Take the spaces out of the link.",
      [
        Fix.Edit(
          target[bracket..<end].range, [0x28] + Array(destination.bytes))
      ])
  }

  /// Whether the words of a link stand before a closing bracket, with their opening one.
  private static func words(endAt bracket: Int, of link: Inline, in target: borrowing Text) -> Bool
  {
    var index = bracket
    while index > 0 {
      index -= 1
      switch target.bytes[index] {
      case 0x5B: return target.bytes.has("!", at: index - 1) == (link.kind == .image)
      case 0x5D, 0x28, 0x29, 0x0A: return false
      default: break
      }
    }
    return false
  }

  private static func end(
    of destination: Span<UInt8>, in bytes: Span<UInt8>, from start: Int,
    _ budget: inout SearchBudget
  ) -> Int? {
    guard budget.isLeft else { return nil }
    let (end, isWhole) = bytes.reach(
      of: destination, from: start, mayPutIn: { byte, _ in byte == 0x20 || byte == 0x5C },
      mayLeaveOut: { $0 == 0x5C })
    // Most comparisons end within eight bytes; what goes on is taken from the budget.
    budget.spend(max(end - start - 8, 0))
    return isWhole ? end : nil
  }

  private static func isDestination(_ range: ByteRange, in inlines: Span<Inline>) -> Bool {
    inlines.contains { $0.isLink && $0.destination.overlaps(range) }
  }

  /// From the opening bracket before a destination to the parenthesis after it.
  private static func wholeLink(around found: Range<Int>, in target: borrowing Text) -> ByteRange {
    var start = found.lowerBound
    if target.bytes.has("](", at: start - 2) { start -= 2 }
    var index = found.lowerBound
    while index > 0, found.lowerBound - index < 200 {
      index -= 1
      if target.bytes[index] == 0x5B {
        start = index > 0 && target.bytes[index - 1] == 0x21 ? index - 1 : index
        break
      }
      // The remains end where another link does.
      if target.bytes[index] == 0x29 { break }
    }
    var end = found.upperBound
    if target.bytes.has(")", at: end) { end += 1 }
    return ByteRange(target.range.lower + start, target.range.lower + end)
  }

  /// A `](` or a `] (` that is part of no link, where the source has none.
  private static func fragment(in segment: borrowing Segment) -> Range<Int>? {
    for literal in ["](", "] ("] as [StaticString] {
      guard
        let found = firstFragment(literal, segment.target, segment.targetInlines),
        firstFragment(literal, segment.source, segment.sourceInlines) == nil
      else { continue }
      return found
    }
    return nil
  }

  /// The first `literal` of a text that neither belongs to a link nor stands in code, after a
  /// backslash or in a tag.
  static func firstFragment(
    _ literal: StaticString, _ text: borrowing Text, _ inlines: Span<Inline>
  ) -> Range<Int>? {
    var start = 0
    var next = 0
    // Where the words of the innermost link around `offset` end, and those of the links around it.
    var end = 0
    var outerEnds: [Int] = []
    // The last code, escape or tag: no link begins or ends in one, and they don't nest.
    var cover = ByteRange.none
    while let found = text.bytes.firstRange(of: literal, from: start) {
      start = found.upperBound
      let offset = text.range.lower + found.lowerBound
      while next < inlines.count, inlines[next].range.lower <= offset {
        let inline = inlines[next]
        next += 1
        switch inline.kind {
        case .link, .image:
          if end > inline.range.lower { outerEnds.append(end) }
          end = inline.content.upper
        case .reference:
          // What follows the label in parentheses is text.
          if end > inline.range.lower { outerEnds.append(end) }
          end = inline.range.upper - 1
        case .code, .escape, .tag: cover = inline.range
        default: break
        }
      }
      while end < offset, let outer = outerEnds.popLast() { end = outer }
      if end == offset || offset < cover.upper { continue }
      return found
    }
    return nil
  }
}
