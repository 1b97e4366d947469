import LintCore
import LintText
internal import Markdown

/// The source of a page, put together again from the pairs, by the hashes of its lines.
///
/// Left out is what a translation may change outside of pairs: alternative texts, titles, and the anchors that
/// the tools put before headings; and white space.
struct SourceLines {
  /// A line that holds anything: where it lies in the page, and what it says.
  struct Line {
    let range: ByteRange
    let hash: UInt32
  }

  let lines: [Line]

  /// `nil` for a page whose pairs can't all be read: other rules tell of it.
  init?(_ document: borrowing Document) {
    guard document.damage.isEmpty, !document.hasTranslatedFrontMatter else { return nil }
    let bytes = document.bytes.span
    let start = document.frontMatter?.range.upper ?? document.start
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    // Where pieces of the text come from.
    var pieces: [Piece] = []
    func add(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      pieces.append(Piece(at: text.count, from: range.lowerBound))
      text.append(bytes.extracting(range))
    }
    var offset = start
    for record in document.records where record.range.lower >= offset {
      add(offset..<record.range.lower)
      add(record.source.range)
      offset = record.range.upper
    }
    add(offset..<bytes.count)
    lines = Self.lines(text.span, pieces)
  }

  private struct Piece {
    let at: Int
    let from: Int
  }

  private static func lines(_ text: Span<UInt8>, _ pieces: [Piece]) -> [Line] {
    var lines: [Line] = []
    var piece = 0
    /// The offset in the page of one in the text; offsets come in rising order.
    func origin(_ offset: Int) -> Int {
      while piece + 1 < pieces.count, pieces[piece + 1].at <= offset { piece += 1 }
      return pieces[piece].from + offset - pieces[piece].at
    }
    var start = 0
    while start < text.count {
      let end = text.firstIndex(of: 0x0A, from: start) ?? text.count
      let line = text.extracting(start..<end)
      let content = line.trimmedRange
      if let hash = hash(line) {
        let lower = origin(start + content.lowerBound)
        let upper = origin(start + content.upperBound - 1) + 1
        lines.append(Line(range: ByteRange(lower, max(upper, lower)), hash: hash))
      }
      start = end + 1
    }
    return lines
  }

  /// `nil` for a line without anything.
  private static func hash(_ line: Span<UInt8>) -> UInt32? {
    var hash = Hash64()
    var isEmpty = true
    var index = 0
    let closes = line.contains("![") ? closingBrackets(line) : []
    while index < line.count {
      if let end = endOfFreePart(line, at: index, closes) {
        index = end
        continue
      }
      if !line[index].isSpace {
        hash.add(line[index])
        isEmpty = false
      }
      index += 1
    }
    return isEmpty ? nil : UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }

  /// The end of a part that each locale may have as it likes, which begins at an index.
  private static func endOfFreePart(_ line: Span<UInt8>, at index: Int, _ closes: [Int32]) -> Int? {
    switch line[index] {
    case 0x21 where line.has("![", at: index):
      // Brackets in an alternative text are balanced.
      let close = Int(closes[index + 1])
      return close > 0 && line.has("](", at: close) ? close : nil
    case 0x3C where line.has("<a name=\"", at: index):
      guard let quote = line.firstIndex(of: 0x22, from: index + 9),
        line.has("\"></a>", at: quote)
      else { return nil }
      return quote + 6
    // What is literal is escaped where the writer's parser thought so.
    case 0x5C where line.has("\\*", at: index): return index + 1
    case 0x22:
      // The value of an attribute, or a title behind an address.
      guard isFreeText(line, before: index) else { return nil }
      return line.firstIndex(of: 0x22, from: index + 1).map { $0 + 1 }
    default: return nil
    }
  }

  /// For each opening bracket the index of the one that closes it, else 0: found for all at once, for a line may
  /// hold nothing but brackets.
  private static func closingBrackets(_ line: Span<UInt8>) -> [Int32] {
    var closes = [Int32](repeating: 0, count: line.count)
    var open: [Int] = []
    var index = 0
    while index < line.count {
      switch line[index] {
      case 0x5C: index += 1
      case 0x5B: open.append(index)
      case 0x5D:
        if let bracket = open.popLast() { closes[bracket] = Int32(truncatingIfNeeded: index) }
      default: break
      }
      index += 1
    }
    return closes
  }

  private static func isFreeText(_ line: Span<UInt8>, before quote: Int) -> Bool {
    if quote >= 5, line.has("alt=", at: quote - 4) { return true }
    if quote >= 9, line.has("alt-text=", at: quote - 9) { return true }
    if quote >= 6, line.has("title=", at: quote - 6) { return true }
    var index = quote
    while index > 0, line[index - 1] == 0x20 { index -= 1 }
    guard index < quote, index > 0 else { return false }
    // An address in round brackets: `](image.png "title")`.
    while index > 0, !line[index - 1].isSpace, line[index - 1] != 0x28 { index -= 1 }
    return index > 1 && line.has("](", at: index - 2)
  }
}
