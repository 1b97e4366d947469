import LintText

/// Block quotes of a page that show what a program prints, and so may stay in its language: those that
/// no alert (`[!NOTE]`) and no bold word (`**Note:**`) announces.
///
/// It must be asked for offsets in rising order, for it goes through the page once.
struct SampleQuotes {
  /// Where the next line begins.
  private var offset = 0
  private var isQuote = false
  private var isSample = false

  init() {}

  /// Whether a line of such a quote holds an offset.
  mutating func hold(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    while offset <= place, offset < bytes.count { readLine(bytes) }
    return isSample
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
