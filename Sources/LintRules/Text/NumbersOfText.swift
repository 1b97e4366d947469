import LintCore
import LintText

/// The numbers of a translation, in the digits of any script and with the separators of any locale.
struct NumbersOfText {
  struct Run {
    let range: Range<Int>
    /// The digits of the whole run.
    let digits: DigitString
  }

  /// Digits with separators of one locale between them, in their order.
  private(set) var runs: [Run] = []
  /// The digits of each run, and of each part of it: a separator may also part two numbers.
  private var known = KnownDigits()
  /// So many parts of a run are put together in all ways.
  private static let mostParts = 5

  init(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      // Digits of other scripts begin with few bytes, and no other byte of a character is one of these.
      switch bytes[index] {
      case 0x30...0x39, 0xD9, 0xDB, 0xE0, 0xE1, 0xEF:
        let (first, length) = Self.digit(bytes, at: index)
        index = first == nil ? index + length : readRun(bytes, from: index)
      default: index += 1
      }
    }
  }

  func has(_ digits: DigitString) -> Bool { known.contains(digits) }

  private mutating func readRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
    // The first parts, and all digits.
    var parts: [DigitString] = []
    var (all, part) = (DigitString(), DigitString())
    var isFraction = false
    var index = start
    var end = start
    while index < bytes.count {
      let (digit, length) = Self.digit(bytes, at: index)
      if let digit {
        if part.count == 0 { isFraction = digit == 0x30 && all.count > 0 }
        part.append(digit)
        all.append(digit)
        index += length
        end = index
        continue
      }
      let next = Self.afterSeparator(bytes, at: index)
      // Most runs are one number.
      if next == nil, parts.isEmpty { break }
      add(part, isFraction, to: &parts)
      part = DigitString()
      guard let next else { break }
      index = next
    }
    if !parts.isEmpty { add(part, isFraction, to: &parts) }
    runs.append(Run(range: start..<end, digits: all))
    known.insert(all)
    guard (2...Self.mostParts).contains(parts.count) else { return max(end, start + 1) }
    for first in parts.indices where known.contains(parts[first]) {
      var joined = parts[first]
      for next in parts[(first + 1)...] {
        joined = joined.followed(by: next)
        known.insert(joined)
      }
    }
    return max(end, start + 1)
  }

  /// Notes a part of a run. No number begins with a zero that digits follow: it is the fraction of another.
  private mutating func add(
    _ part: DigitString, _ isFraction: Bool, to parts: inout [DigitString]
  ) {
    guard part.count > 0 else { return }
    if parts.count <= Self.mostParts { parts.append(part) }
    if !(isFraction && part.count > 1) { known.insert(part) }
  }

  /// The index behind a separator of digits, if a digit follows; a space separates groups of three.
  private static func afterSeparator(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    // A backslash keeps `2\.1` at the start of a line from being a list.
    let start = bytes[index] == 0x5C && index + 1 < bytes.count ? index + 1 : index
    let (value, length) = bytes.scalar(at: start)
    let next = start + length
    guard next < bytes.count, digit(bytes, at: next).0 != nil else { return nil }
    switch value {
    case 0x2C, 0x2E, 0x27, 0x2019, 0x66B, 0x66C, 0xB7, 0xFF0C, 0xFF0E: return next
    case 0x20, 0xA0, 0x202F, 0x2009:
      var (end, digits) = (next, 0)
      while end < bytes.count, digits < 4 {
        let (digit, length) = digit(bytes, at: end)
        guard digit != nil else { break }
        digits += 1
        end += length
      }
      return digits == 3 ? next : nil
    default: return nil
    }
  }

  /// A decimal digit of any script as one of ASCII, and its length.
  private static func digit(_ bytes: Span<UInt8>, at index: Int) -> (UInt8?, Int) {
    if bytes[index] < 0x80 { return (bytes[index].isDigit ? bytes[index] : nil, 1) }
    let (value, length) = bytes.scalar(at: index)
    for zero in zeros where value >= zero && value < zero + 10 {
      return (UInt8(value - zero) + 0x30, length)
    }
    return (nil, length)
  }

  /// Arabic, Persian, Devanagari, Bengali, Gujarati, Gurmukhi, Tamil, Telugu, Kannada, Malayalam, Thai,
  /// Lao, Burmese, Khmer and full width.
  private static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x966, 0x9E6, 0xAE6, 0xA66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040,
    0x17E0, 0xFF10,
  ]
}

/// Numbers by their digits. The first few are compared one by one: to hash one takes longer.
private struct KnownDigits {
  private var few: [DigitString] = []
  private var more: Set<DigitString>?

  private static let mostCompared = 8

  func contains(_ digits: DigitString) -> Bool {
    few.contains(digits) || more?.contains(digits) == true
  }

  mutating func insert(_ digits: DigitString) {
    if few.contains(digits) { return }
    if few.count < Self.mostCompared {
      few.append(digits)
    } else {
      if more == nil { more = [] }
      more?.insert(digits)
    }
  }
}
