import LintText

/// Makes UTF-8 of a file in another charset.
enum POCharset {
  /// What is known of a file's charset.
  enum Reading {
    /// It is UTF-8, or as good as that.
    case utf8
    /// It is UTF-8 beyond ASCII, and the header names something else.
    case misnamed(ByteRange)
    /// The same text in UTF-8.
    case transcoded([UInt8])
    /// The same of UTF-16 that doesn't say that it is.
    case unmarked([UInt8])
    /// The header names a charset that nobody knows here, and the file has bytes that are not UTF-8.
    case unknown(ByteRange)
  }

  static func read(_ bytes: Span<UInt8>) -> Reading {
    let isMarked = bytes.has("\u{FEFF}", at: 0)
    if bytes.count >= 2 {
      if bytes[0] == 0xFF, bytes[1] == 0xFE { return .transcoded(utf16(bytes, from: 2, low: 0)) }
      if bytes[0] == 0xFE, bytes[1] == 0xFF { return .transcoded(utf16(bytes, from: 2, low: 1)) }
    }
    if let low = lowByteOfUTF16(bytes) { return .unmarked(utf16(bytes, from: 0, low: low)) }
    guard let name = name(bytes) else { return .utf8 }
    let plain = bytes.extracting(name.range).lowercased.filter(\.isLetterOrDigit)
    if ["utf8", "ascii", "usascii", "charset"].contains(where: { plain.elementsEqual($0.utf8) }) {
      return .utf8
    }
    // Of seven bits, with escapes that say what the letters behind them stand for.
    if plain.starts(with: "iso2022".utf8), bytes.contains(where: { $0 == 0x1B }) {
      return .unknown(name)
    }
    if isMarked || bytes.isUTF8 {
      let text = bytes.extracting((isMarked ? 3 : 0)..<bytes.count)
      return text.contains { $0 >= 0x80 } ? .misnamed(name) : .utf8
    }
    for charset in CharsetTables.all
    where charset.names.contains(where: { plain.span.elementsEqual($0) }) {
      return .transcoded(text(bytes, charset.characters))
    }
    return .unknown(name)
  }

  /// Which byte of two is the lower one in a file that begins as UTF-16 does, with four characters of ASCII.
  private static func lowByteOfUTF16(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count >= 8 else { return nil }
    for low in [0, 1]
    where stride(from: 0, to: 8, by: 2).allSatisfy({
      bytes[$0 + 1 - low] == 0 && bytes[$0 + low] != 0 && bytes[$0 + low] < 0x80
    }) {
      return low
    }
    return nil
  }

  /// Where the header names the charset.
  private static func name(_ bytes: Span<UInt8>) -> ByteRange? {
    // A header stands at the top.
    guard let found = bytes.extracting(0..<min(bytes.count, 1 << 16)).firstRange(of: "charset=")
    else { return nil }
    var end = found.upperBound
    // The name may go on in the next string.
    while true {
      while end < bytes.count,
        bytes[end].isLetterOrDigit || bytes[end] == 0x2D || bytes[end] == 0x5F
      { end += 1 }
      guard let next = startOfNextString(bytes, from: end) else { break }
      end = next
    }
    return end > found.upperBound ? ByteRange(found.upperBound, end) : nil
  }

  /// Where the string behind the one that ends at an offset begins; `nil` where none follows at once.
  private static func startOfNextString(_ bytes: Span<UInt8>, from end: Int) -> Int? {
    guard end < bytes.count, bytes[end] == 0x22 else { return nil }
    var index = end + 1
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    return index < bytes.count && bytes[index] == 0x22 ? index + 1 : nil
  }

  private static func text(_ bytes: Span<UInt8>, _ characters: [UInt16]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        text.append(byte)
      } else {
        append(UInt32(characters[Int(byte) - 0x80]), to: &text)
      }
    }
    return text
  }

  /// - Parameter low: which byte of two is the lower one.
  private static func utf16(_ bytes: Span<UInt8>, from start: Int, low: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8
    }
    var index = start
    while index + 1 < bytes.count {
      let first = unit(index)
      index += 2
      if (0xD800..<0xDC00).contains(first), index + 1 < bytes.count,
        (0xDC00..<0xE000).contains(unit(index))
      {
        append(0x10000 + (first - 0xD800) << 10 + (unit(index) - 0xDC00), to: &text)
        index += 2
      } else {
        append((0xD800..<0xE000).contains(first) ? 0xFFFD : first, to: &text)
      }
    }
    if index < bytes.count { append(0xFFFD, to: &text) }
    return text
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800: text += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
    case ..<0x10000:
      text += [
        UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ]
    default:
      text += [
        UInt8(0xF0 | scalar >> 18), UInt8(0x80 | scalar >> 12 & 0x3F),
        UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ]
    }
  }
}
