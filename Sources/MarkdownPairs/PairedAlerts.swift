import LintText
import Markdown

/// What quotes begin with: `[!NOTE]`.
enum PairedAlerts {
  /// The labels of a page's quotes that no quote of its source begins with.
  static func changed(
    _ blocks: Blocks, _ bytes: Span<UInt8>, _ others: Blocks, _ original: Span<UInt8>
  ) -> [ByteRange] {
    let (ours, theirs) = (firstLines(blocks, bytes), firstLines(others, original))
    let labels = theirs.filter { isLabel($0, original) }
    guard !ours.isEmpty, !theirs.isEmpty else { return [] }
    let known = Set(labels.map { word(original.extracting($0.range)) })
    return ours.enumerated().filter { index, line in
      if isLabel(line, bytes) { return !known.contains(word(bytes.extracting(line.range))) }
      // The same letters, and marks that are lost or parted: `[NOTE]`, `[! NOTE]`.
      return ours.count == theirs.count && isLabel(theirs[index], original)
        && letters(bytes.extracting(line.range))
          == letters(original.extracting(theirs[index].range))
    }.map { withoutTitle($0.element, bytes) }
  }

  /// A label without the title behind it: `[!NOTE] Wax`.
  private static func withoutTitle(_ line: ByteRange, _ bytes: Span<UInt8>) -> ByteRange {
    let end = bytes.extracting(line.range).firstIndex(of: 0x5D)
    return end.map { ByteRange(line.lower, line.lower + $0 + 1) } ?? line
  }

  private static func isLabel(_ line: ByteRange, _ bytes: Span<UInt8>) -> Bool {
    bytes.has("[!", at: line.lower) || bytes.has("\\[!", at: line.lower)
      || bytes.has("[！", at: line.lower)
  }

  /// The letters of a label, and not of the title behind it: `[!NOTE] Wax`.
  private static func letters(_ line: Span<UInt8>) -> [UInt8] {
    let label = line.extracting(..<(line.firstIndex(of: 0x5D) ?? line.count))
    return [UInt8](label).filter(\.isLetter).map(\.lowercased)
  }

  /// What the first line of each quote says.
  private static func firstLines(_ blocks: Blocks, _ bytes: Span<UInt8>) -> [ByteRange] {
    var lines: [ByteRange] = []
    for block in blocks.list where isQuote(block) {
      // Of quotes that begin on one line the outermost: its marks are passed over with theirs.
      if let parent = block.parent.map({ blocks.list[$0] }), isQuote(parent),
        bytes.extracting(parent.range.lower..<block.range.lower)
          .firstIndex(ofAny: 0x0A, 0x0D, 0x0A, 0x0D, from: 0) == nil
      {
        continue
      }
      var start = block.range.lower
      while start < block.range.upper, bytes[start] == 0x3E || bytes[start] == 0x20 { start += 1 }
      var end = start
      while end < block.range.upper, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      while end > start, bytes[end - 1].isSpace { end -= 1 }
      lines.append(ByteRange(start, end))
    }
    return lines
  }

  private static func isQuote(_ block: Block) -> Bool {
    block.kind == .quote || block.kind == .alert
  }

  /// The first word of a label in small letters.
  private static func word(_ label: Span<UInt8>) -> [UInt8] {
    [UInt8](label.extracting(0..<(label.firstIndex(of: 0x20) ?? label.count))).map(\.lowercased)
  }
}
