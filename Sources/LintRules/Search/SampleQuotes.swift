import LintText

/// Block quotes of a page that show what a program prints, and so may stay in its language: those that
/// no alert (`[!NOTE]`) and no bold word (`**Note:**`) announces.
///
/// It must be asked for offsets in rising order. Only the quotes that hold one are read, from their
/// first lines on.
struct SampleQuotes {
  /// Where the next line begins.
  private var offset = 0
  private var isQuote = false
  private var isSample = false

  init() {}

  /// Whether a line of such a quote holds an offset.
  mutating func hold(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    guard place < bytes.count else { return false }
    guard offset <= place else { return isSample }
    var start = startOfLine(bytes, place)
    while start > offset, Self.beginsQuote(bytes, start) { start = startOfLine(bytes, start - 1) }
    if start > offset {
      isQuote = false
      isSample = false
      offset = start
    }
    while offset <= place, offset < bytes.count { readLine(bytes) }
    return isSample
  }

  /// Where the line begins that holds an offset, or what was not read yet.
  private func startOfLine(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    var start = place
    while start > offset, !bytes.endsLine(at: start - 1) { start -= 1 }
    return start
  }

  private static func beginsQuote(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    var index = line
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == 0x3E
  }

  private mutating func readLine(_ bytes: Span<UInt8>) {
    var index = offset
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    if index < bytes.count, bytes[index] == 0x3E {
      index += 1
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      let isAnnounced =
        bytes.has("[!", at: index) || (!isQuote && isBold(bytes, index))
      isSample = isQuote ? isSample && !isAnnounced : !isAnnounced
      isQuote = true
    } else {
      isQuote = false
      isSample = false
    }
    offset = bytes.endOfLine(from: offset)
  }

  /// Whether the text of a line begins in bold, behind the tags that it begins with.
  private func isBold(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x3C {
      while index < bytes.count, bytes[index] != 0x3E, bytes[index] != 0x0A { index += 1 }
      index += 1
    }
    return bytes.has("**", at: index) || bytes.has("__", at: index)
  }
}

extension Span<UInt8> {
  /// Whether a line ends behind an offset, as `endOfLine` has it.
  fileprivate func endsLine(at index: Int) -> Bool {
    self[index] == 0x0A || (self[index] == 0x0D && !(index + 1 < count && self[index + 1] == 0x0A))
  }
}
