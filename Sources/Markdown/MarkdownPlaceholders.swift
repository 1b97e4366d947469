internal import LintCore
import LintText

/// The placeholders that documentation holds outside code: `{0}`, `${x}`, `$(x)`, `{{x}}`, `{{< x >}}`,
/// `{% x %}`, `%VAR%`, and `%s` with its like (`PrintfForm`).
enum MarkdownPlaceholders {
  /// Bytes that a placeholder's name may have; longer is text between two unrelated signs.
  private static let longest = 80
  /// The same for a shortcode with its arguments.
  private static let longestCode = 400

  /// The end of the placeholder at `index`, which holds `{`, `$` or `%`.
  static func end(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    switch bytes[index] {
    case 0x7B where bytes.has("{{<", at: index):
      return shortcode(bytes, from: index + 3, with: ">}}", before: end)
    case 0x7B where bytes.has("{{%", at: index):
      return shortcode(bytes, from: index + 3, with: "%}}", before: end)
    case 0x7B where bytes.has("{{", at: index):
      return template(bytes, from: index + 2, with: "}}", before: end).flatMap {
        isDatePicture(bytes, index + 2..<$0 - 2) ? nil : $0
      }
    case 0x7B where bytes.has("{%", at: index):
      return shortcode(bytes, from: index + 2, with: "%}", before: end)
    case 0x7B:
      return numbered(bytes, from: index + 1, before: end)
    case 0x24 where bytes.has("${", at: index):
      return template(bytes, from: index + 2, with: "}", before: end)
    case 0x24 where bytes.has("$(", at: index):
      return close(bytes, from: index + 2, with: ")", before: end)
    case 0x25:
      return variable(bytes, from: index + 1, before: end)
        ?? PrintfForm.end(bytes, at: index, before: end)
    default:
      return nil
    }
  }

  /// The end of a name without spaces, code and braces.
  private static func close(
    _ bytes: Span<UInt8>, from start: Int, with close: StaticString, before end: Int,
    isSpaced: Bool = false
  ) -> Int? {
    var position = start
    let limit = min(end, start + longest)
    while position < limit, !bytes[position].isSpace, bytes[position] != 0x60,
      bytes[position] != 0x7B
    {
      if bytes.has(close, at: position) {
        let stop = position + close.utf8CodeUnitCount
        return position > start && stop <= end && !isSpaced ? stop : nil
      }
      position += 1
    }
    guard isSpaced, position > start, position < limit, bytes[position] == 0x20 else { return nil }
    while position < limit, bytes[position] == 0x20 { position += 1 }
    let stop = position + close.utf8CodeUnitCount
    return bytes.has(close, at: position) && stop <= end ? stop : nil
  }

  /// The end of a name that may have spaces around it, on both sides: on one alone a translation has put
  /// it in.
  private static func template(
    _ bytes: Span<UInt8>, from start: Int, with literal: StaticString, before end: Int
  ) -> Int? {
    var name = start
    let limit = min(end, start + longest)
    while name < limit, bytes[name] == 0x20 { name += 1 }
    return close(bytes, from: name, with: literal, before: end, isSpaced: name > start)
  }

  /// The end of a name with arguments, which no brace and no line feed is in.
  private static func shortcode(
    _ bytes: Span<UInt8>, from start: Int, with close: StaticString, before end: Int
  ) -> Int? {
    var position = start
    let limit = min(end, start + longestCode)
    while position < limit, bytes[position] != 0x7B, bytes[position] != 0x0A {
      if bytes.has(close, at: position) {
        let stop = position + close.utf8CodeUnitCount
        return position > start && stop <= end ? stop : nil
      }
      guard bytes[position] != 0x7D else { return nil }
      position += 1
    }
    return nil
  }

  /// Whether a name is a picture of a date or time in any language, `m/d/yy`: each run of its letters is
  /// one letter, and signs part two runs or more.
  private static func isDatePicture(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    var runs = 0
    for index in name {
      let letter = bytes[index].lowercased
      guard letter.isLetter else {
        guard "/-:., ".utf8.contains(letter) else { return false }
        continue
      }
      if index > name.lowerBound, bytes[index - 1].isLetter {
        guard bytes[index - 1].lowercased == letter else { return false }
      } else {
        runs += 1
      }
    }
    return runs >= 2
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
    guard position < limit, bytes[position] == 0x25, position - start >= 2,
      !isInAddress(bytes, start..<position)
    else { return nil }
    return position + 1
  }

  /// Whether a name is a byte of an address, `%E4%BD`, and another follows; `%CD%` alone is a variable.
  private static func isInAddress(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    name.count == 2 && isHex(bytes[name.lowerBound]) && isHex(bytes[name.lowerBound + 1])
      && name.upperBound + 2 < bytes.count && isHex(bytes[name.upperBound + 1])
      && isHex(bytes[name.upperBound + 2])
  }

  private static func isHex(_ byte: UInt8) -> Bool { byte.isDigit || byte.lowercased &- 0x61 < 6 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    // A name that was translated is a placeholder still; it is a changed one.
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x28 || byte == 0x29
      || byte == 0x5C || byte == 0x2E || byte >= 0x80
  }
}
