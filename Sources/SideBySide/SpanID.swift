internal import LintCore
import LintText

/// What joins the two halves of a segment: `28c26-103`, a prefix and a number.
struct SpanID: Hashable, Sendable {
  /// Where the ID is written, without its quotes.
  let range: ByteRange
  /// The five hexadecimal digits as a number; `nil` in an ID that is not well formed.
  let prefix: UInt32?
  let number: UInt32
  /// Whether the number belongs to the series of whole paragraphs: `28c26-p103`.
  let isParagraph: Bool

  /// Reads an ID of the commonest form, `28c26-103`, where it begins; `nil` where none of three digits
  /// stands there with `close` behind it.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, before close: StaticString) {
    guard start >= 0, bytes.has(close, at: start + 9) else { return nil }
    // Unchecked, for `close` stands behind these bytes, so that they are there.
    let last = unsafe bytes[unchecked: start + 8]
    let some = unsafe bytes.withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    // The first byte is the lowest: five hexadecimal digits, looked at in one step, the hyphen, two digits.
    let ones: UInt64 = 0x01_01_01_01_01
    let (low, high) = (ones &* 0x0F, ones &* 0xF0)
    // `a` to `f` are 0x61 to 0x66: 1 to 6 in the low bits, and 9 more.
    let isLetter = (some >> 6) & ones
    let values = (some & low) &+ isLetter &* 9
    // The high bits are those of a digit or of such a letter; just the letters are ten or more, none 16.
    let wrong =
      ((some ^ ((ones &+ isLetter) &* 0x30)) & high)
      | ((values | ((values &+ ones &* 6) ^ (isLetter << 4))) & (ones << 4))
    let rest = UInt32(truncatingIfNeeded: some >> 40) ^ 0x30_30_2D
    guard wrong == 0, last.isDigit, rest & 0xF0_F0_FF == 0,
      (rest &+ 0x06_06_00) & 0xF0_F0_00 == 0
    else { return nil }
    let four = UInt32(truncatingIfNeeded: values)
    let first = ((four & 0x0F) << 16) | ((four & 0x0F00) << 4)
    let third = ((four >> 8) & 0x0F00) | ((four >> 20) & 0xF0)
    let prefix = first | third | UInt32(truncatingIfNeeded: values >> 32)
    let number = (rest >> 8 & 0x0F) &* 100 &+ (rest >> 16) &* 10 &+ UInt32(last & 0x0F)
    range = ByteRange(start, start + 9)
    self.prefix = prefix
    self.number = number
    isParagraph = false
  }

  /// The same ID, of nine bytes, where it is written once more with `close` behind it; `nil` where it is
  /// not.
  @inline(__always)
  func again(_ bytes: Span<UInt8>, from start: Int, before close: StaticString) -> SpanID? {
    guard start >= 0, range.count == 9, bytes.has(close, at: start + 9) else { return nil }
    let first = range.lower
    // Both lie inside: `close` stands behind the one, and the other was read.
    let isSame = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: first, as: UInt64.self)
        == $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        && $0[first + 8] == $0[start + 8]
    }
    return isSame ? SpanID(self, at: ByteRange(start, start + 9)) : nil
  }

  private init(_ other: SpanID, at range: ByteRange) {
    self.range = range
    prefix = other.prefix
    number = other.number
    isParagraph = other.isParagraph
  }

  /// Reads an ID: five lower-case hexadecimal digits, `-`, an optional `p`, three to nine digits.
  init(_ bytes: Span<UInt8>, at range: ByteRange) {
    self.range = range
    var index = 0
    var prefix: UInt32 = 0
    while index < 5, index < bytes.count, bytes[index].isLowercaseHex {
      let byte = bytes[index]
      prefix = prefix << 4 | UInt32(byte.isDigit ? byte & 0x0F : byte - 0x57)
      index += 1
    }
    var isWellFormed = index == 5 && bytes.has("-", at: 5)
    index = 6
    let isParagraph = isWellFormed && bytes.has("p", at: 6)
    if isParagraph { index = 7 }
    let digits = index
    var number: UInt32 = 0
    while isWellFormed, index < bytes.count, index < digits + 9, bytes[index].isDigit {
      number = number * 10 + UInt32(bytes[index] & 0x0F)
      index += 1
    }
    // The format pads to three digits and no further.
    isWellFormed = isWellFormed && index == bytes.count && index - digits >= 3
    if isWellFormed, index - digits > 3, bytes[digits] == 0x30 { isWellFormed = false }
    self.prefix = isWellFormed ? prefix : nil
    self.number = isWellFormed ? number : 0
    self.isParagraph = isWellFormed && isParagraph
  }

  var isWellFormed: Bool { prefix != nil }

  /// What joins the halves: of `28c26-103`, `103` stays when a rewrite of the file changes the prefix.
  var key: SegmentKey {
    SegmentKey(range, lasting: isWellFormed ? ByteRange(range.lower + 6, range.upper) : .none)
  }

  /// Whether both name the same segment, wherever they are written.
  func matches(_ other: SpanID) -> Bool {
    prefix == other.prefix && number == other.number && isParagraph == other.isParagraph
  }
}
