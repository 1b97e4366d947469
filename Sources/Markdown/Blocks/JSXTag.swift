import LintText

/// The grammar of tags and expressions in JSX, as far as to find their ends: strings, comments and
/// braces may hold whatever else ends them.
enum JSXTag {
  /// The end of the tag at an index: `<Name attribute="…" other={…} {...rest} />`, `</Name>`, `<>`.
  static func end(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start] == 0x3C else { return nil }
    var index = start + 1
    if bytes[index] == 0x2F { index += 1 }
    guard index < bytes.count, bytes[index].isLetter || bytes[index] == 0x3E || bytes[index] == 0x5F
    else { return nil }
    while index < bytes.count {
      switch bytes[index] {
      case 0x3E:  // >
        return index + 1
      case 0x22, 0x27:  // " '
        guard let close = bytes.firstIndex(of: bytes[index], from: index + 1) else { return nil }
        index = close + 1
      case 0x7B:  // {
        guard let close = endOfBraces(bytes, index) else { return nil }
        index = close
      case 0x3C:  // <
        return nil
      default:
        index += 1
      }
    }
    return nil
  }

  /// The end of the expression in braces at an index.
  static func endOfBraces(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 0x7B else { return nil }
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x7B:  // {
        depth += 1
      case 0x7D:  // }
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x22, 0x27, 0x60:  // " ' `
        guard let close = endOfString(bytes, index) else { return nil }
        index = close
        continue
      case 0x2F where bytes.has("/*", at: index):
        guard let close = bytes.firstRange(of: "*/", from: index + 2) else { return nil }
        index = close.upperBound
        continue
      default:
        break
      }
      index += 1
    }
    return nil
  }

  private static func endOfString(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return index < bytes.count ? index + 1 : nil
  }
}
