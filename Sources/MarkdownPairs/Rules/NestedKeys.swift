import LintCore
import LintText

/// The keys with values below a key of front matter, where a page has as many lines of them as its source:
///
/// ```yaml
/// sidebar:
///   order: 3
/// ```
struct NestedKeys {
  /// Of the source and of the page, line by line; one of the two may have another name.
  private(set) var pairs: [(right: Attribute, wrong: Attribute)] = []

  /// No page has more lines of them.
  private static let most = 200

  /// What stands on the same lines below two keys of the same name; none where lists or levels differ.
  init(
    below right: Attribute, _ source: Span<UInt8>, and wrong: Attribute, _ bytes: Span<UInt8>
  ) {
    guard let rights = Self.lines(of: right.value, source),
      let wrongs = Self.lines(of: wrong.value, bytes),
      rights.count > 1 || Self.isBelow(right, source), rights.count == wrongs.count
    else { return }
    var found: [(right: Attribute, wrong: Attribute)] = []
    for (line, other) in zip(rights, wrongs) {
      guard Self.mark(source.extracting(line.range)) == Self.mark(bytes.extracting(other.range))
      else { return }
      if let right = Self.attribute(source, line), let wrong = Self.attribute(bytes, other) {
        found.append((right, wrong))
      }
    }
    pairs = found
  }

  /// The lines of a value with the space that they begin with, and without their ends; `nil` where they are too many.
  private static func lines(of value: ByteRange, _ bytes: Span<UInt8>) -> [ByteRange]? {
    var start = value.lower
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    var lines: [ByteRange] = []
    while start < value.upper {
      guard lines.count < most else { return nil }
      var end = min(bytes.endOfLine(from: start), value.upper)
      let next = end
      while end > start, bytes[end - 1].isSpace { end -= 1 }
      lines.append(ByteRange(start, end))
      start = next
    }
    return lines
  }

  /// Whether a value stands on the lines below its key.
  private static func isBelow(_ attribute: Attribute, _ bytes: Span<UInt8>) -> Bool {
    bytes.extracting(attribute.name.upper..<attribute.value.lower).contains("\n")
  }

  /// How deep a line stands, and whether it begins an item of a list.
  private static func mark(_ line: Span<UInt8>) -> [UInt8] {
    var end = 0
    while end < line.count, line[end] == 0x20 { end += 1 }
    if line.has("- ", at: end) { end += 2 }
    return [UInt8](line.extracting(..<end))
  }

  /// A key with its value on a line; `nil` for other lines.
  private static func attribute(_ bytes: Span<UInt8>, _ line: ByteRange) -> Attribute? {
    let start = line.lower + mark(bytes.extracting(line.range)).count
    var colon = start
    while colon < line.upper,
      bytes[colon].isLetterOrDigit || bytes[colon] >= 0x80 || "_-.".utf8.contains(bytes[colon])
    {
      colon += 1
    }
    guard colon > start, colon < line.upper, bytes[colon] == 0x3A else { return nil }
    var (lower, upper) = (colon + 1, line.upper)
    guard lower == upper || bytes[lower] == 0x20 else { return nil }
    while lower < upper, bytes[lower] == 0x20 { lower += 1 }
    if upper - lower > 1, bytes[lower] == bytes[upper - 1],
      bytes[lower] == 0x22 || bytes[lower] == 0x27
    {
      (lower, upper) = (lower + 1, upper - 1)
    }
    return Attribute(name: ByteRange(start, colon), value: ByteRange(lower, upper))
  }
}
