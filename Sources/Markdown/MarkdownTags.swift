internal import LintCore
import LintText

/// The grammar of what stands between angle brackets: CommonMark 0.31 § 6.5 and § 6.6.
enum MarkdownTags {
  /// The end of `<scheme:…>` at `index`.
  ///
  /// Only the schemes of the web, of mail and of cross references count: `<xs:element>` is a name.
  static func endOfAutolink(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    guard
      bytes.has("<http:", at: index) || bytes.has("<https:", at: index)
        || bytes.has("<xref:", at: index) || bytes.has("<mailto:", at: index)
        || bytes.has("<ftp:", at: index)
    else { return endOfMailAddress(bytes, index, end) }
    var position = index + 1
    while position < end, bytes[position] > 0x20, bytes[position] != 0x3C, bytes[position] != 0x3E {
      position += 1
    }
    return position < end && bytes[position] == 0x3E ? position + 1 : nil
  }

  /// The end of `<name@host>`.
  private static func endOfMailAddress(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    var position = index + 1
    var at: Int?
    while position < end {
      let byte = bytes[position]
      if byte == 0x40, at == nil, position > index + 1 {
        at = position
      } else if byte == 0x3E {
        return at.map { position > $0 + 1 } == true ? position + 1 : nil
      } else if !byte.isLetterOrDigit, byte != 0x2E, byte != 0x2D,
        at != nil || (byte != 0x5F && byte != 0x2B)
      {
        return nil
      }
      position += 1
    }
    return nil
  }

  /// The end of a tag, comment, declaration or processing instruction at `index`.
  static func endOfTag(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    guard index + 2 < end else { return nil }
    switch bytes[index + 1] {
    case 0x2F:  // </name>
      guard bytes[index + 2].isLetter else { return nil }
      let name = endOfName(bytes, index + 2, end)
      let close = skipSpace(bytes, name, end)
      return close < end && bytes[close] == 0x3E ? close + 1 : nil
    case 0x21:  // <!-- comment -->, <!DOCTYPE …>
      if HTMLComment.begins(bytes, at: index) {
        return HTMLComment.end(bytes, from: index + 4, before: end)
      }
      guard bytes[index + 2].isLetter else { return nil }
      var position = index + 3
      while position < end, bytes[position] != 0x3E, bytes[position] != 0x3C { position += 1 }
      return position < end && bytes[position] == 0x3E ? position + 1 : nil
    case 0x3F:  // <? instruction ?>
      var position = index + 2
      while position < end, bytes[position] != 0x3C {
        if bytes.has("?>", at: position), position + 2 <= end { return position + 2 }
        position += 1
      }
      return nil
    case let byte where byte.isLetter:
      return endOfOpenTag(bytes, endOfName(bytes, index + 1, end), end)
    default:
      return nil
    }
  }

  /// `(space name (= value)?)* space? /? >`
  private static func endOfOpenTag(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var position = start
    while true {
      let next = skipSpace(bytes, position, end)
      guard next < end else { return nil }
      if bytes[next] == 0x3E { return next + 1 }
      if bytes[next] == 0x2F { return next + 1 < end && bytes[next + 1] == 0x3E ? next + 2 : nil }
      guard next > position, let attribute = endOfAttribute(bytes, next, end) else { return nil }
      position = attribute
    }
  }

  /// `name (= value)?`
  private static func endOfAttribute(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, bytes[start].isLetter || bytes[start] == 0x5F || bytes[start] == 0x3A else {
      return nil
    }
    let name = endOfAttributeName(bytes, start, end)
    let equals = skipSpace(bytes, name, end)
    guard equals < end, bytes[equals] == 0x3D else { return name }
    return endOfValue(bytes, skipSpace(bytes, equals + 1, end), end)
  }

  /// The value of an attribute, without its quotes, of the opening tag that is there.
  static func value(
    of name: StaticString, _ bytes: Span<UInt8>, in tag: Range<Int>
  ) -> ByteRange? {
    let end = tag.upperBound
    var index = endOfName(bytes, tag.lowerBound + 1, end)
    while true {
      let start = skipSpace(bytes, index, end)
      guard let close = endOfAttribute(bytes, start, end) else { return nil }
      index = close
      let written = endOfAttributeName(bytes, start, end)
      let equals = skipSpace(bytes, written, end)
      guard bytes[equals] == 0x3D, bytes.extracting(start..<written).equalsIgnoringCase(name) else {
        continue
      }
      let value = skipSpace(bytes, equals + 1, end)
      let isQuoted = bytes[value] == 0x22 || bytes[value] == 0x27
      return isQuoted ? ByteRange(value + 1, close - 1) : ByteRange(value, close)
    }
  }

  private static func endOfValue(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let quote = bytes[start]
    var position = start + 1
    if quote == 0x22 || quote == 0x27 {
      while position < end, bytes[position] != quote { position += 1 }
      return position < end ? position + 1 : nil
    }
    position = start
    while position < end, !bytes[position].isSpace, !"\"'=<>`".utf8.contains(bytes[position]) {
      position += 1
    }
    return position > start ? position : nil
  }

  private static func endOfName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end,
      bytes[position].isLetterOrDigit || bytes[position] == 0x2D
    {
      position += 1
    }
    return position
  }

  private static func endOfAttributeName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end,
      bytes[position].isLetterOrDigit || bytes[position] == 0x2D
        || bytes[position] == 0x5F || bytes[position] == 0x2E || bytes[position] == 0x3A
    {
      position += 1
    }
    return position
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, bytes[position].isSpace { position += 1 }
    return position
  }
}
