import LintText

/// The lines of a code block that say something to a machine, without comments, texts in quotes and white
/// space.
struct CodeLines {
  struct Line {
    let range: ByteRange
    let code: [UInt8]
  }

  private(set) var list: [Line] = []

  init(_ bytes: Span<UInt8>, _ lines: ArraySlice<ByteRange>) {
    var isInComment = false
    for line in lines {
      let code = Self.code(bytes, line, &isInComment)
      if !code.isEmpty { list.append(Line(range: line, code: code)) }
    }
  }

  /// The first two lines that differ, unless only the end of one is lost.
  func firstDifference(
    _ bytes: Span<UInt8>, from other: CodeLines, _ source: Span<UInt8>
  ) -> (ByteRange, ByteRange)? {
    for (line, right) in zip(list, other.list) where line.code != right.code {
      if right.code.count - line.code.count <= 3, right.code.starts(with: line.code) { continue }
      return (line.range, right.range)
    }
    return nil
  }

  private static func code(
    _ bytes: Span<UInt8>, _ line: ByteRange, _ isInComment: inout Bool
  ) -> [UInt8] {
    var code: [UInt8] = []
    var quote: UInt8?
    var index = line.lower
    while index < line.upper {
      let byte = bytes[index]
      if isInComment {
        if bytes.has("*/", at: index) || bytes.has("-->", at: index) { isInComment = false }
        index += isInComment ? 1 : bytes.has("*/", at: index) ? 2 : 3
        continue
      }
      if let open = quote {
        if byte == 0x5C { index += 1 } else if byte == open { quote = nil }
        index += 1
        continue
      }
      switch byte {
      case 0x22, 0x27, 0x60:
        // An apostrophe is one only where it is closed.
        if bytes.extracting(index + 1..<line.upper).firstIndex(of: byte) != nil { quote = byte }
        code.append(byte)
      case 0x23 where index == line.lower || bytes[index - 1].isSpace: return code
      case 0x2F where bytes.has("//", at: index) && !bytes.has(":", at: index - 1): return code
      case 0x2D where bytes.has("-- ", at: index): return code
      case 0x2F where bytes.has("/*", at: index), 0x3C where bytes.has("<!--", at: index):
        isInComment = true
      default: if !byte.isSpace { code.append(byte) }
      }
      index += 1
    }
    return code
  }
}
