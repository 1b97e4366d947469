import LintText

/// Finds the inline markup of a text in reStructuredText.
package struct RSTScanner {
  package private(set) var inlines: [RSTInline] = []
  /// Roles with a space between name and text: `` :class: `name` ``.
  package private(set) var split: [(range: Range<Int>, role: Range<Int>)] = []
  /// Backticks that open and close nothing, but for those between two letters, which are apostrophes.
  package private(set) var loose: [Int] = []

  /// Whether all that looks like markup is markup.
  package var isSound: Bool {
    loose.isEmpty && split.isEmpty && inlines.allSatisfy { $0.isBounded && $0.isWhole }
  }

  package init(_ text: Span<UInt8>) {
    var index = 0
    while let found = text.firstIndex(ofAny: 0x60, 0x7C, 0x3A, 0x5D, from: index) {
      switch text[found] {
      case 0x60: index = readBacktick(text, found, role: nil)
      case 0x3A: index = readColon(text, found)
      case 0x7C: index = readBar(text, found)
      default: index = readBracket(text, found)
      }
    }
  }

  private mutating func readBacktick(_ text: Span<UInt8>, _ start: Int, role: Range<Int>?) -> Int {
    let first = role.map { $0.lowerBound - 1 } ?? start
    if start > 0, text[start - 1] == 0x5C { return start + 1 }
    if role == nil, text.has("``", at: start) {
      guard let end = text.firstRange(of: "``", from: start + 2), end.lowerBound > start + 2 else {
        addLoose(text, start)
        return start + 2
      }
      // The last two of several close it.
      var close = end.upperBound
      while text.has("`", at: close) { close += 1 }
      add(.literal, text, start..<close, start + 2..<close - 2)
      return close
    }
    var close = start + 1
    while let found = text.firstIndex(of: 0x60, from: close), text[found - 1] == 0x5C {
      close = found + 1
    }
    guard let end = text.firstIndex(of: 0x60, from: close), end > start + 1,
      !text[start + 1].isSpace
    else {
      addLoose(text, start)
      return start + 1
    }
    // The first of two closes nothing: what begins within a word is an apostrophe.
    if role == nil, text.has("``", at: end), start > 0, text[start - 1].isWordByte,
      text[start + 1].isWordByte
    {
      return start + 1
    }
    if let role {
      add(.role, text, first..<end + 1, start + 1..<end, role: role)
      return end + 1
    }
    if text.has("_", at: end + 1) {
      let close = text.has("__", at: end + 1) ? end + 3 : end + 2
      add(.link, text, start..<close, start + 1..<end)
      return close
    }
    add(.plain, text, start..<end + 1, start + 1..<end)
    return end + 1
  }

  private mutating func readColon(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    // Names are of letters of any script (docutils, `simplename`), which a translator's may be.
    var isASCII = true
    while end < text.count {
      if text[end] >= 0x80 {
        let scalar = text.scalar(at: end)
        guard scalar.value.isLetterBesideMarkup else { break }
        isASCII = false
        end += scalar.length
      } else if text[end] == 0x3A {
        // A domain and a role: `:c:func:`.
        guard isASCII, end > start + 1, end + 1 < text.count, text[end + 1].isLetter else { break }
        end += 1
      } else if text[end].isRoleByte {
        end += 1
      } else {
        break
      }
    }
    let isNamed = start + 1 < text.count && (text[start + 1].isLetter || text[start + 1] >= 0x80)
    guard end > start + 1, text.has(":", at: end), isNamed, isASCII || text.has("`", at: end + 1)
    else {
      // Where no colon ends them, none of the names in between is one of a role.
      return text.has(":", at: end) ? start + 1 : max(end, start + 1)
    }
    let role = start + 1..<end
    if text.has("`", at: end + 1), !text.has("``", at: end + 1) {
      return readBacktick(text, end + 1, role: role)
    }
    var next = end + 1
    while next < text.count, text[next].isSpace || text.has("\u{A0}", at: next) {
      next += text[next] == 0xC2 ? 2 : 1
    }
    if next > end + 1, text.has("`", at: next), !text.has("``", at: next),
      let close = text.firstIndex(of: 0x60, from: next + 1)
    {
      split.append((start..<close + 1, role))
    }
    return end + 1
  }

  private mutating func readBar(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end].isRoleByte || text[end] == 0x20 { end += 1 }
    guard end > start + 1, text.has("|", at: end), text[start + 1] != 0x20, text[end - 1] != 0x20
    else { return start + 1 }
    add(.substitution, text, start..<end + 1, start + 1..<end)
    return end + 1
  }

  /// `[1]_`, `[#name]_`, `[*]_`, from its closing bracket on.
  private mutating func readBracket(_ text: Span<UInt8>, _ close: Int) -> Int {
    guard text.has("]_", at: close) else { return close + 1 }
    var start = close
    while start > 0, close - start < 64,
      text[start - 1].isRoleByte || text[start - 1] == 0x23
        || text[start - 1] == 0x2A
    { start -= 1 }
    guard start > 0, start < close, text[start - 1] == 0x5B else { return close + 1 }
    add(.footnote, text, start - 1..<close + 2, start..<close)
    return close + 2
  }

  private mutating func addLoose(_ text: Span<UInt8>, _ start: Int) {
    if start > 0, text[start - 1].isWordByte, start + 1 < text.count, text[start + 1].isWordByte {
      return
    }
    loose.append(start)
  }

  private mutating func add(
    _ kind: RSTInline.Kind, _ text: Span<UInt8>, _ range: Range<Int>, _ content: Range<Int>,
    role: Range<Int> = 0..<0
  ) {
    let before = range.lowerBound > 0 ? text.scalar(before: range.lowerBound).value : 0x20
    let after = range.upperBound < text.count ? text.scalar(at: range.upperBound).value : 0x20
    inlines.append(
      RSTInline(
        kind: kind, range: range, content: content, role: role,
        isBounded: !before.isLetterBesideMarkup && !after.isLetterBesideMarkup,
        isWhole: kind != .literal || isWhole(text, content)))
  }
}

/// Whether a literal's content is that of one: there is no space at its ends, and no backtick in it, but for
/// one that it shows alone, or behind a backslash.
private func isWhole(_ text: Span<UInt8>, _ content: Range<Int>) -> Bool {
  let inner = text.extracting(content)
  guard !inner[0].isSpace, !inner[inner.count - 1].isSpace else { return false }
  guard let backtick = inner.firstIndex(of: 0x60) else { return true }
  return inner.count == 1 || inner.count == 2 && backtick == 1 && inner[0] == 0x5C
}

extension UInt8 {
  /// A byte of a role's name, a substitution's or a footnote's.
  fileprivate var isRoleByte: Bool {
    isLetterOrDigit || self == 0x2D || self == 0x2B || self == 0x2E || self == 0x5F
  }
}

extension UInt32 {
  /// A letter or digit, so that markup can't begin behind it nor end before it; of other characters some let it.
  fileprivate var isLetterBesideMarkup: Bool {
    if self < 0x80 { return UInt8(truncatingIfNeeded: self).isLetterOrDigit }
    switch self {
    case 0xC0...0x24F where self != 0xD7 && self != 0xF7: return true
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x386, 0x388...0x481, 0x48A...0x52F:
      return true
    case 0x531...0x556, 0x561...0x587, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D3: return true
    case 0x904...0x939, 0x985...0x9B9, 0xE01...0xE30, 0x10A0...0x10FF, 0x1E00...0x1EFF: return true
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x3105...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF:
      return true
    case 0xAC00...0xD7A3, 0x20000...0x2FFFF: return true
    default: return false
    }
  }
}
