import LintCore
import LintText
import Markdown

/// Finds the lines of a page where what only its source has should stand.
///
/// What stands in a block of the source belongs into the line of that block's partner that is as far down.
/// What stands between two blocks, or is a block of its own, belongs behind the partner of the block before, and
/// behind as many lines as stand between them in the source: these hold shortcodes, tags and definitions.
/// Asked for from top to bottom, so that no line is passed twice.
struct LostPlaces {
  private let sources: [Leaf]
  private let targets: [Leaf]
  /// For each leaf of the source its partner.
  private let partners: [Int?]
  /// How many leaves of the source begin before what was asked for last.
  private var next = 0
  /// The last of them that has a partner.
  private var last: Int?
  /// Whether the search goes on in that leaf; `nil` before it is begun.
  private var isReady: Bool?
  /// Where the search for the next line goes on, in the source and in the page, and where the line of the source
  /// ends.
  private var source = 0
  private var target = 0
  private var stop = 0
  /// Where the page's next leaf with a partner begins.
  private var end = 0
  /// In the leaf of the source and its partner: how many lines end in each, and in what was passed of it.
  private var all = (source: 0, target: 0)
  private var passed = (source: 0, target: 0)
  private var line: ByteRange

  init(_ document: borrowing Document, _ pair: PairDetail, _ partners: LeafPartners) {
    let (bytes, original) = (document.bytes.span, pair.original.bytes)
    sources = pair.source.list
    targets = pair.target.list
    self.partners = partners.targets
    source = pair.original.textStart
    stop = original.span.endOfLine(from: source)
    target = document.frontMatter?.range.upper ?? document.start
    end = bytes.count
    let first = targets.indices.first { partners.sources[$0] != nil } ?? 0
    if targets.indices.contains(first) { end = targets[first].range.lower }
    // Where nothing stands before it, the end of the front matter, or the first line of all.
    if let frontMatter = document.frontMatter {
      line = Self.lastLine(of: frontMatter.range, bytes)
    } else if let leaf = targets.first {
      line = LeafPartners.firstLine(of: leaf.range, bytes)
    } else {
      line = ByteRange(target, target)
    }
  }

  /// The line for what begins at an offset of the source.
  mutating func place(
    of offset: Int, _ original: Span<UInt8>, _ bytes: Span<UInt8>
  ) -> ByteRange {
    while next < sources.count, sources[next].range.lower <= offset {
      if partners[next] != nil {
        last = next
        isReady = nil
      }
      next += 1
    }
    guard let last, let partner = partners[last] else {
      passBehind(to: offset, original, bytes)
      return line
    }
    let (own, other) = (targets[partner].range, sources[last].range)
    let isInside = offset < other.upper
    // Whatever stands in a block stands before what follows it, so that each is begun once.
    if isReady != isInside {
      isReady = isInside
      line = Self.lastLine(of: own, bytes)
      if isInside {
        all = (Self.feeds(original, other.range), Self.feeds(bytes, own.range))
        (source, target, passed) = (other.lower, own.lower, (0, 0))
      } else {
        source = original.endOfLine(from: max(other.upper - 1, 0))
        target = bytes.endOfLine(from: max(own.upper - 1, 0))
        stop = original.endOfLine(from: source)
        end = nextPartner(behind: last, bytes.count)
      }
    }
    if isInside {
      passInside(to: offset, original, own, bytes)
    } else {
      passBehind(to: offset, original, bytes)
    }
    return line
  }

  /// Goes on to the line of a block that is as far down in it as an offset is in its partner.
  private mutating func passInside(
    to offset: Int, _ original: Span<UInt8>, _ own: ByteRange, _ bytes: Span<UInt8>
  ) {
    while source < offset {
      if original[source] == 0x0A { passed.source += 1 }
      source += 1
    }
    let wanted = all.source == 0 ? 0 : (passed.source * all.target + all.source / 2) / all.source
    while passed.target < wanted, target < own.upper {
      target = min(bytes.endOfLine(from: target), own.upper)
      passed.target += 1
    }
    let start = target
    line = Self.trimmed(bytes, start..<min(bytes.endOfLine(from: start), own.upper))
  }

  /// Goes on to the line behind a block, not counting empty ones, that is as far down as an offset of the
  /// source is behind its partner.
  private mutating func passBehind(
    to offset: Int, _ original: Span<UInt8>, _ bytes: Span<UInt8>
  ) {
    while stop <= offset, source < stop {
      if !Self.isBlank(original, source..<stop) { passLine(bytes) }
      source = stop
      stop = original.endOfLine(from: source)
    }
  }

  private mutating func passLine(_ bytes: Span<UInt8>) {
    while target < end {
      let range = target..<min(bytes.endOfLine(from: target), end)
      target = range.upperBound
      guard Self.isBlank(bytes, range) else {
        line = Self.trimmed(bytes, range)
        return
      }
    }
  }

  /// Where the page's leaf begins that belongs to the next of the source.
  private func nextPartner(behind leaf: Int, _ count: Int) -> Int {
    guard let own = partners[leaf] else { return count }
    var index = leaf + 1
    // Leaves that lie in the same line, as cells do, are no end.
    while index < partners.count {
      if let partner = partners[index] {
        return partner > own ? targets[partner].range.lower : targets[own].range.upper
      }
      index += 1
    }
    return count
  }

  private static func feeds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] == 0x0A { count += 1 }
    return count
  }

  private static func lastLine(of range: ByteRange, _ bytes: Span<UInt8>) -> ByteRange {
    let text = trimmed(bytes, range.range)
    var lower = text.upper
    while lower > text.lower, bytes[lower - 1] != 0x0A { lower -= 1 }
    return trimmed(bytes, lower..<text.upper)
  }

  private static func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { bytes[$0].isSpace }
  }

  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange {
    let inner = bytes.extracting(range).trimmedRange
    return ByteRange(range.lowerBound + inner.lowerBound, range.lowerBound + inner.upperBound)
  }
}
