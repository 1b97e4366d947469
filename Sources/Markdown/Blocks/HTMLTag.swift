import LintText

/// The grammar of an HTML tag: CommonMark 0.31.2 § 6.6.
enum HTMLTag {
  /// The end of the open or closing tag that begins at an index.
  static func end(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start] == 0x3C else { return nil }
    let isClosing = bytes[start + 1] == 0x2F
    var index = start + (isClosing ? 2 : 1)
    guard index < bytes.count, bytes[index].isLetter else { return nil }
    while index < bytes.count, bytes[index].isLetterOrDigit || bytes[index] == 0x2D { index += 1 }
    if isClosing {
      index = spaces(bytes, index)
      return index < bytes.count && bytes[index] == 0x3E ? index + 1 : nil
    }
    while true {
      let next = spaces(bytes, index)
      guard next > index, let end = attribute(bytes, next) else {
        index = next
        break
      }
      index = end
    }
    if index < bytes.count, bytes[index] == 0x2F { index += 1 }
    return index < bytes.count && bytes[index] == 0x3E ? index + 1 : nil
  }

  /// The value of an attribute, without its quotes, of the opening tag that is there.
  static func value(
    of name: StaticString, _ bytes: Span<UInt8>, in tag: Range<Int>
  ) -> ByteRange? {
    let bytes = bytes.extracting(0..<tag.upperBound)
    var index = tag.lowerBound + 1
    while bytes[index].isLetterOrDigit || bytes[index] == 0x2D { index += 1 }
    while true {
      let start = spaces(bytes, index)
      guard let end = attribute(bytes, start) else { return nil }
      index = end
      let written = bytes.extracting(start..<end)
      guard let equals = written.firstIndex(of: 0x3D),
        bytes.extracting(start..<start + written.extracting(0..<equals).trimmedRange.upperBound)
          .equalsIgnoringCase(name)
      else { continue }
      let value = spaces(bytes, start + equals + 1)
      let isQuoted = bytes[value] == 0x22 || bytes[value] == 0x27
      return isQuoted ? ByteRange(value + 1, end - 1) : ByteRange(value, end)
    }
  }

  private static func spaces(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    return index
  }

  /// The end of an attribute with its value.
  private static func attribute(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, isNameStart(bytes[start]) else { return nil }
    var index = start + 1
    while index < bytes.count,
      isNameStart(bytes[index]) || bytes[index].isDigit || bytes[index] == 0x2E
        || bytes[index] == 0x2D
    {
      index += 1
    }
    let equals = spaces(bytes, index)
    guard equals < bytes.count, bytes[equals] == 0x3D else { return index }
    return value(bytes, spaces(bytes, equals + 1))
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == 0x5F || byte == 0x3A
  }

  private static func value(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    if quote == 0x22 || quote == 0x27 {
      return bytes.firstIndex(of: quote, from: start + 1).map { $0 + 1 }
    }
    var index = start
    while index < bytes.count, !bytes[index].isSpace, !isValueEnd(bytes[index]) { index += 1 }
    return index > start ? index : nil
  }

  private static func isValueEnd(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x3D || byte == 0x3C || byte == 0x3E || byte == 0x60
  }
}
