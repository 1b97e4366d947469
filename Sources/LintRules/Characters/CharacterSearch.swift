import LintCore
import LintText

/// Finds characters that damage a page, without those that the source has, too.
enum CharacterSearch {
  /// Calls `body` with each run of characters that `matches`, outside source halves, and with the
  /// index of its segment. Runs in target halves whose source has such a character are left out.
  static func runs(
    in document: borrowing Document, _ matches: (UInt32) -> Bool,
    _ body: (ByteRange, _ record: Int?) -> Void
  ) {
    let bytes = document.bytes.span
    var end = document.start
    for index in document.suspects where index >= end {
      guard isMatch(bytes, index, matches) else { continue }
      end = index
      while end < bytes.count, isMatch(bytes, end, matches) { end += bytes.scalar(at: end).length }
      let range = ByteRange(index, end)
      let record = document.indexOfRecord(at: range)
      // On a damaged line, what is in no segment may be the rest of a source.
      if record.map({ isExcused(range, $0, document, matches) })
        ?? document.isDamaged(near: range)
      {
        continue
      }
      body(range, record)
    }
    runsOfEscapes(in: document, matches, body)
  }

  /// The same for characters that escapes have written.
  private static func runsOfEscapes(
    in document: borrowing Document, _ matches: (UInt32) -> Bool,
    _ body: (ByteRange, _ record: Int?) -> Void
  ) {
    for offset in document.escapedSuspects {
      let (value, length) = document.scalar(at: offset)
      guard matches(value), let index = document.indexOfRecord(atEscape: offset) else { continue }
      let record = document.records[index]
      if !record.isCertain || hasMatch(in: record.source, document, matches) { continue }
      body(ByteRange(offset, offset + length), index)
    }
  }

  private static func isMatch(
    _ bytes: Span<UInt8>, _ index: Int, _ matches: (UInt32) -> Bool
  ) -> Bool {
    let (value, length) = bytes.scalar(at: index)
    // A byte that begins no character is read as U+FFFD too, but with a length of 1.
    return matches(value) && (value != 0xFFFD || length == 3)
  }

  private static func isExcused(
    _ range: ByteRange, _ index: Int, _ document: borrowing Document,
    _ matches: (UInt32) -> Bool
  ) -> Bool {
    let record = document.records[index]
    if document.place(of: record.source).overlaps(range) { return true }
    guard document.place(of: record.target).overlaps(range) else { return false }
    // The source may have had it in the part that the damage cut off.
    if !document.records[index].isCertain { return true }
    return hasMatch(in: record.source, document, matches)
  }

  private static func hasMatch(
    in half: ByteRange, _ document: borrowing Document, _ matches: (UInt32) -> Bool
  ) -> Bool {
    let text = document.text(half)
    for index in document.suspects(in: half)
    where isMatch(text.bytes, index - half.lower, matches) {
      return true
    }
    return false
  }

  /// The name of a scalar for people: `U+0097`.
  static func name(_ value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
