import LintCore
import LintText

/// The values behind options in straight quotation marks, `-Name "x"`, around which a target writes the marks of
/// its language: whoever types them has another value, or an error.
enum QuotedValues {
  struct Change {
    /// From the option to the closing mark.
    let source: Range<Int>
    let target: Range<Int>
    /// Whether nothing but the marks has changed.
    let isProven: Bool
  }

  /// Bytes of a value.
  private static let longest = 256

  static func changed(in segment: borrowing Segment) -> [Change] {
    let source = segment.source.prose
    var changes: [Change] = []
    var budget = SearchBudget(segment)
    var place = 0
    var index = 0
    while let open = source.firstIndex(of: 0x22, from: index) {
      index = open + 1
      guard let start = option(before: open, in: source),
        let close = source.firstIndex(of: 0x22, from: open + 1), close - open <= longest
      else { continue }
      index = close + 1
      guard budget.allows(segment.target) else { break }
      let option = source.extracting(start..<open - 1)
      guard let found = segment.target.prose.firstRange(of: option, from: place) else { continue }
      place = found.upperBound
      guard let change = quoted(in: segment.target.prose, after: found.upperBound) else { continue }
      let value = segment.target.prose.extracting(change.value)
      changes.append(
        Change(
          source: start..<close + 1, target: found.lowerBound..<change.end,
          isProven: value.elementsEqual(source.extracting(open + 1..<close))))
    }
    return changes
  }

  /// Where an option begins that ends with a space before a mark.
  private static func option(before mark: Int, in prose: Span<UInt8>) -> Int? {
    guard mark >= 3, prose[mark - 1] == 0x20, prose[mark - 2].isLetterOrDigit else { return nil }
    var start = mark - 2
    while start > 0, mark - start < longest,
      prose[start - 1].isLetterOrDigit || prose[start - 1] == 0x2D
    {
      start -= 1
    }
    let isOption =
      prose[start] == 0x2D && mark - start >= 4 && (start == 0 || prose[start - 1] == 0x20)
    return isOption ? start : nil
  }

  /// A value in marks of a language that stands at or behind a gap, without the gaps within the marks, and where it
  /// ends.
  private static func quoted(in prose: Span<UInt8>, after start: Int) -> (
    value: Range<Int>, end: Int
  )? {
    var lower = behindGap(in: prose, from: start)
    let open = prose.lengthOfQuote(at: lower)
    guard open > 0 else { return nil }
    lower = behindGap(in: prose, from: lower + open)
    var upper = lower
    var close = 0
    while upper < prose.count, upper - lower <= longest {
      close = prose[upper] == 0x22 ? 1 : prose.lengthOfQuote(at: upper)
      if close > 0 { break }
      upper += 1
    }
    guard close > 0 else { return nil }
    let end = upper + close
    while upper > lower, prose[upper - 1] == 0x20 { upper -= 1 }
    if upper - lower >= 2, prose.has("\u{A0}", at: upper - 2) { upper -= 2 }
    return (lower..<upper, end)
  }

  /// The index behind white space, no-break spaces included.
  private static func behindGap(in prose: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < prose.count {
      if prose[index] == 0x20 {
        index += 1
      } else if prose.has("\u{A0}", at: index) {
        index += 2
      } else if prose.has("\u{202F}", at: index) {
        index += 3
      } else {
        break
      }
    }
    return index
  }
}

extension Span<UInt8> {
  /// How many bytes a quotation mark takes that is not ASCII; 0 where none stands.
  fileprivate func lengthOfQuote(at index: Int) -> Int {
    guard index + 1 < count, self[index] >= 0xC2 else { return 0 }
    // « and ».
    if self[index] == 0xC2 { return self[index + 1] == 0xAB || self[index + 1] == 0xBB ? 2 : 0 }
    guard index + 2 < count else { return 0 }
    switch (self[index], self[index + 1], self[index + 2]) {
    // From ‘ to ‟, ‹ and ›, from 「 to 』, and the wide one.
    case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9...0xBA), (0xE3, 0x80, 0x8C...0x8F),
      (0xEF, 0xBC, 0x82):
      return 3
    default: return 0
    }
  }
}
