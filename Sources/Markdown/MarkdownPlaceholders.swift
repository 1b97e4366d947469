internal import LintCore
import LintText

/// The placeholders that documentation holds outside code: `{0}`, `${x}`, `$(x)`, `{{x}}`, `%VAR%`.
enum MarkdownPlaceholders {
  /// Bytes that a placeholder's name may have; longer is text between two unrelated signs.
  private static let longest = 80

  /// The end of the placeholder at `index`, which holds `{`, `$` or `%`.
  static func end(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    switch bytes[index] {
    case 0x7B where bytes.has("{{", at: index):
      return close(bytes, from: index + 2, with: "}}", before: end)
    case 0x7B:
      return numbered(bytes, from: index + 1, before: end)
    case 0x24 where bytes.has("${", at: index):
      return close(bytes, from: index + 2, with: "}", before: end)
    case 0x24 where bytes.has("$(", at: index):
      return close(bytes, from: index + 2, with: ")", before: end)
    case 0x25:
      return variable(bytes, from: index + 1, before: end)
    default:
      return nil
    }
  }

  /// The end of a name without spaces, code and braces.
  private static func close(
    _ bytes: Span<UInt8>, from start: Int, with close: StaticString, before end: Int
  ) -> Int? {
    var position = start
    let limit = min(end, start + longest)
    while position < limit, !bytes[position].isSpace, bytes[position] != 0x60,
      bytes[position] != 0x7B
    {
      if bytes.has(close, at: position) {
        let stop = position + close.utf8CodeUnitCount
        return position > start && stop <= end ? stop : nil
      }
      position += 1
    }
    return nil
  }

  /// `{0}`, `{0:N2}`, `{0,10}`.
  private static func numbered(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    var position = start
    while position < end, bytes[position].isDigit { position += 1 }
    guard position > start, position - start <= 2, position < end else { return nil }
    if bytes[position] == 0x7D { return position + 1 }
    guard bytes[position] == 0x3A || bytes[position] == 0x2C else { return nil }
    return close(bytes, from: position + 1, with: "}", before: end)
  }

  /// `%VAR%`; a letter must follow the first sign, so that `50%` and `%20` are none.
  private static func variable(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    guard start < end, bytes[start].isLetter || bytes[start] == 0x5F else { return nil }
    var position = start
    let limit = min(end, start + longest)
    while position < limit, isNameByte(bytes[position]) { position += 1 }
    guard position < limit, bytes[position] == 0x25, position - start >= 2 else { return nil }
    return position + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    // A name that was translated is a placeholder still; it is a changed one.
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x28 || byte == 0x29
      || byte == 0x5C || byte == 0x2E || byte >= 0x80
  }
}
