import LintCore
import LintText

/// A number of a source that its translation keeps.
struct SourceNumber {
  enum Kind {
    case number
    /// `10.0.17763`
    case version
    /// From 1900 to 2099 behind a name, which a translation may leave out.
    case yearOfName
  }

  let range: Range<Int>
  let digits: DigitString
  /// How many of the last digits are a fraction that is zero.
  let zeros: Int
  let kind: Kind
  /// Whether it stands where a translation keeps it: alone, with a unit or sign, beside `x`, or as the
  /// number of an article (`KB4012345`); not in a name, time or ordinal, nor before a unit that is
  /// converted or a word that scales it.
  let isKept: Bool

  /// The next number at or after `start`: a run of digits with separators between them.
  init?(_ text: borrowing Text, from start: Int) {
    let prose = text.prose
    guard let lower = prose.firstIndex(in: 0x30...0x39, from: start) else { return nil }
    var (upper, digits, fraction, dots, zeros) = (lower, DigitString(), 0, 0, 0)
    while upper < prose.count {
      if prose[upper].isDigit {
        digits.append(prose[upper])
        if dots > 0 { fraction += 1 }
        zeros = prose[upper] == 0x30 ? zeros + 1 : 0
        upper += 1
      } else if prose[upper] == 0x2E, upper + 1 < prose.count, prose[upper + 1].isDigit {
        dots += 1
        upper += 1
      } else if prose[upper] == 0x2C, dots == 0, Self.isGroup(prose, at: upper + 1) {
        upper += 1
      } else {
        break
      }
    }
    range = lower..<upper
    self.digits = digits
    self.zeros = dots == 1 && zeros >= fraction ? fraction : 0
    let isYear =
      dots == 0 && digits.count == 4 && upper - lower == 4
      && (prose.has("19", at: lower) || prose.has("20", at: lower))
    kind =
      dots >= 2 ? .version : isYear && Self.isNamed(prose, before: lower) ? .yearOfName : .number
    isKept =
      Self.isFree(text, before: lower, digits.count) && Self.isFree(text, after: upper)
      && !Self.isScaledOrConverted(prose, after: upper)
      // A decade.
      && !(isYear && prose[lower + 3] == 0x30 && prose.has("s", at: upper))
  }

  /// Three digits and no more.
  private static func isGroup(_ prose: Span<UInt8>, at index: Int) -> Bool {
    var end = index
    while end < prose.count, end < index + 4, prose[end].isDigit { end += 1 }
    return end == index + 3
  }

  private static func isFree(_ text: borrowing Text, before index: Int, _ digits: Int) -> Bool {
    guard index > 0 else { return true }
    let prose = text.prose
    let byte = prose[index - 1]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x24, 0x28, 0x3C, 0x3D, 0x3E, 0x5B, 0x7E: return true
    case UInt8.blank:
      // `*201*`, `[201](…)`; beside code it is part of that.
      return "*_[(]".utf8.contains(text.bytes[index - 1])
    case 0x23:  // #
      return index == 1 || prose[index - 2].isGap || prose[index - 2] == 0x28
    case 0x2B, 0x2D:  // + -
      // A sign, or the other end of a range.
      return index == 1 || prose[index - 2].isGap || prose[index - 2] == 0x28
        || (prose[index - 2].isDigit && !hasSecondHyphen(prose, before: index - 1))
    case 0x78, 0x58:  // x X
      return index > 1 && prose[index - 2].isDigit
    case 0x41...0x5A:
      // KB4012345
      return digits >= 5 && index > 1 && prose[index - 2].isUppercase
    default:
      return prose.has("×", at: index - 2) || prose.has("–", at: index - 3)
    }
  }

  /// Whether digits and a hyphen stand before a hyphen: a date or a number of a phone.
  private static func hasSecondHyphen(_ prose: Span<UInt8>, before hyphen: Int) -> Bool {
    var index = hyphen
    while index > 0, hyphen - index < 8, prose[index - 1].isDigit { index -= 1 }
    return index > 0 && prose[index - 1] == 0x2D
  }

  private static func isFree(_ text: borrowing Text, after index: Int) -> Bool {
    let prose = text.prose
    guard index < prose.count else { return true }
    switch prose[index] {
    case 0x20:
      // `24 x 7`, `10 to the 5th`
      if prose.has(" x ", at: index) || prose.has(" X ", at: index) {
        return index + 3 < prose.count && prose[index + 3].isDigit && isWide(prose, before: index)
      }
      return !prose.has(" th ", at: index)
    case 0x09, 0x0A, 0x0D, 0x21, 0x22, 0x25, 0x29, 0x2B, 0x3B, 0x3F, 0x5D: return true
    case 0x2C, 0x2E, 0x3A: return index + 1 == prose.count || prose[index + 1].isSpace
    case 0x2D:  // -
      return index + 1 < prose.count && prose[index + 1].isLetterOrDigit
        && !hasSecondHyphen(prose, from: index + 1)
    case UInt8.blank: return "*_])".utf8.contains(text.bytes[index])
    case 0x78, 0x58:  // x X
      return index + 1 < prose.count && prose[index + 1].isDigit && isWide(prose, before: index)
    default:
      return prose.has("°", at: index) || prose.has("×", at: index) || prose.has("–", at: index)
        || isUnit(prose, at: index)
    }
  }

  private static func hasSecondHyphen(_ prose: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < prose.count, index < start + 8, prose[index].isDigit { index += 1 }
    return index > start && index < prose.count && prose[index] == 0x2D
  }

  /// Whether a number has three digits or more: `640 x 480`, not `24x7` or `2x2`.
  private static func isWide(_ prose: Span<UInt8>, before end: Int) -> Bool {
    end >= 3 && prose[end - 1].isDigit && prose[end - 2].isDigit && prose[end - 3].isDigit
  }

  /// A unit directly behind a number: up to three letters, `GB`, `ms`; no ordinal, no half of a day, and
  /// no letter that scales (`10K`) or belongs to a name (`3D`).
  private static func isUnit(_ prose: Span<UInt8>, at start: Int) -> Bool {
    var end = start
    while end < prose.count, end < start + 4, prose[end].isLetter { end += 1 }
    guard (1...3).contains(end - start), end == prose.count || !prose[end].isWordByte else {
      return false
    }
    let unit = prose.extracting(start..<end)
    if unit.count == 1 { return unit[0] == 0x73 || unit[0] == 0x6D || unit[0] == 0x67 }  // s m g
    for other in ["st", "nd", "rd", "th", "am", "pm", "mm", "in", "ft", "lb", "oz", "mph", "bn"]
      as [StaticString]
    where unit.equalsIgnoringCase(other) {
      return false
    }
    return true
  }

  /// Whether a name, or a sign of rights, stands before a year.
  private static func isNamed(_ prose: Span<UInt8>, before index: Int) -> Bool {
    guard index >= 2, prose[index - 1] == 0x20 else { return false }
    var start = index - 1
    while start > 0, !prose[start - 1].isGap { start -= 1 }
    return prose[start].isUppercase || prose.has("©", at: start) || prose.has("(c)", at: start)
  }

  /// Whether a word follows that other languages put into the number, or a unit that they convert.
  private static func isScaledOrConverted(_ prose: Span<UInt8>, after index: Int) -> Bool {
    var start = index
    while start < prose.count, start < index + 2, prose[start] == 0x20 || prose[start] == 0x2D {
      start += 1
    }
    if prose.has("°F", at: start) || prose.has("\"", at: index) && isInch(prose, at: index) {
      return true
    }
    var end = start
    while end < prose.count, end < start + 12, prose[end].isLetter { end += 1 }
    let word = prose.extracting(start..<end)
    for other in [
      "hundred", "thousand", "million", "billion", "trillion", "millions", "billions", "inch",
      "inches", "in", "foot", "feet", "ft", "yard", "yards", "mile", "miles", "mph", "pound",
      "pounds", "lb", "lbs", "ounce", "ounces", "oz", "gallon", "gallons", "acre", "acres",
      "fahrenheit", "point", "points", "pt",
    ] as [StaticString] where word.equalsIgnoringCase(other) {
      // "10 in the box" is no length.
      return !word.equalsIgnoringCase("in") || !prose.has(" ", at: end)
    }
    return false
  }

  /// Whether a quotation mark behind a number is the sign of inches: none opened before it.
  private static func isInch(_ prose: Span<UInt8>, at index: Int) -> Bool {
    var isOpen = false
    var before = 0
    while before < index, before < 400 {
      if prose[before] == 0x22 { isOpen.toggle() }
      before += 1
    }
    return !isOpen && index < 400
  }
}
