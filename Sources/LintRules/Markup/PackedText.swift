import LintText

/// A text without its spaces, with signs of full width, dashes and quotation marks as those of ASCII
/// that they stand for, in small letters, with `i` for the Turkish `ı` and `İ`, and without the Korean "is"
/// in dotted names: two names that differ in this alone are one name.
struct PackedText {
  private(set) var bytes: [UInt8] = []
  /// Where the character of each byte begins in the text.
  private var starts: [Int] = []

  init(_ text: Span<UInt8>) {
    bytes.reserveCapacity(text.count)
    starts.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if !byte.isSpace { add(byte, index) }
        index += 1
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      if scalar == 0xC785, text.hasCopula(at: index) {
        index += 9
        continue
      }
      if let plain = Self.plain(scalar) {
        if plain != 0x20 { add(plain, index) }
      } else {
        for offset in 0..<length { add(text[index + offset], index) }
      }
      index += length
    }
  }

  private mutating func add(_ byte: UInt8, _ start: Int) {
    bytes.append(byte.lowercased)
    starts.append(start)
  }

  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xA0, 0x202F, 0x3000, 0x200B: 0x20
    case 0x130, 0x131: 0x69
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x201C...0x201F, 0xAB, 0xBB: 0x22
    case 0x2018, 0x2019: 0x27
    case 0x3002: 0x2E
    case 0x3001: 0x2C
    case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21).lowercased
    default: nil
    }
  }

  /// The first range in the text that this was made of, at or after an index, of a name that stands by itself there, but for
  /// what was left out.
  func range(of name: [UInt8], in text: Span<UInt8>, from first: Int = 0) -> Range<Int>? {
    var start = starts.partitionPoint { $0 < first }
    while let found = bytes.span.firstRange(of: name.span, from: start) {
      start = found.lowerBound + 1
      let last = starts[found.upperBound - 1]
      let range = starts[found.lowerBound]..<last + text.scalar(at: last).length
      // `100 % 1` holds no `%1`.
      let isNumber =
        name[0] == 0x25 && found.lowerBound > 0 && bytes[found.lowerBound - 1].isDigit
      if text.isWhole(range), !isNumber { return range }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the Korean "is" stands at an index with a full stop and Latin letters behind it: a machine
  /// takes the dots of a name for ends of sentences.
  fileprivate func hasCopula(at index: Int) -> Bool {
    guard has("\u{C785}\u{B2C8}\u{B2E4}.", at: index) else { return false }
    var next = index + 10
    if next < count, self[next] == 0x20 { next += 1 }
    return next < count && self[next].isLetterOrDigit
  }
}
