import LintText

/// Finds the placeholders of a message.
package struct ArgumentScanner {
  private let dialects: MessageDialects
  package private(set) var arguments: [MessageArgument] = []
  /// Percent signs that begin no placeholder and are not doubled, though the program reads them as such.
  package private(set) var broken: [Range<Int>] = []
  /// Percent signs that are doubled, and those before a space and a letter, which are text nearly always.
  private(set) var doubled = 0
  private(set) var spaced: [Range<Int>] = []
  /// The number of the next value without one, with a percent sign and in braces.
  private var next = 1
  private var nextInBraces = 0

  package init(_ text: Span<UInt8>, _ dialects: MessageDialects, isMarkdown: Bool = false) {
    self.dialects = dialects
    guard !dialects.isEmpty else { return }
    let percent: UInt8 = dialects.isDisjoint(with: .percent) ? 0x24 : 0x25
    let brace: UInt8 = dialects.isDisjoint(with: .braces) ? 0x24 : 0x7B
    var index = 0
    while let found = text.firstIndex(ofAny: percent, brace, 0x24, 0x24, from: index) {
      switch text[found] {
      case 0x25: index = readPercent(text, found)
      case 0x7B: index = readBrace(text, found)
      default: index = readDollar(text, found)
      }
    }
    guard dialects == .unsaid, !arguments.isEmpty, text.firstIndex(of: 0x60) != nil else { return }
    // What stands in code is an example of one.
    let code =
      isMarkdown ? MarkdownMessage(text).code : RSTScanner(text).inlines.map(\.range)
    var next = 0
    arguments.removeAll { argument in
      while next < code.count, code[next].upperBound <= argument.range.lowerBound { next += 1 }
      return next < code.count && code[next].lowerBound <= argument.range.lowerBound
    }
  }

  /// Adds one with a name, or with a number that is written.
  private mutating func add(
    _ range: Range<Int>, _ sign: UInt8, _ text: Span<UInt8>, _ name: Range<Int>,
    _ kind: UInt16 = 0, isDoubled: Bool = false
  ) -> Int {
    var key = Hash64()
    key.add(sign)
    if isDoubled { key.add(sign) }
    for index in name { key.add(text[index]) }
    arguments.append(
      MessageArgument(range: range, sign: sign, key: key.value, name: name, kind: kind))
    return range.upperBound
  }

  /// Adds one that has no name and takes the next value.
  private mutating func addNext(
    _ range: Range<Int>, _ sign: UInt8, _ number: Int, _ kind: UInt16 = 0
  ) -> Int {
    var key = Hash64()
    key.add(sign)
    var scale = 1
    while number / scale > 9 { scale *= 10 }
    while scale > 0 {
      key.add(UInt8(0x30 + number / scale % 10))
      scale /= 10
    }
    arguments.append(
      MessageArgument(range: range, sign: sign, key: key.value, name: 0..<0, kind: kind))
    return range.upperBound
  }

  /// Adds one with a percent sign, by its name or number if it has one.
  private mutating func addPercent(
    _ range: Range<Int>, _ text: Span<UInt8>, _ name: Range<Int>?, _ kind: UInt16
  ) -> Int {
    if let name { return add(range, 0x25, text, name, kind) }
    defer { next += 1 }
    return addNext(range, 0x25, next, kind)
  }

  // MARK: Percent signs

  /// - Returns: where to go on.
  private mutating func readPercent(_ text: Span<UInt8>, _ start: Int) -> Int {
    if text.has("%%", at: start), dialects != .unsaid, !dialects.contains(.qt) {
      doubled += 1
      return start + 2
    }
    if let end = readNamed(text, start) { return end }
    if dialects == .unsaid || dialects.isDisjoint(with: .percent.subtracting(.unsaid)) {
      return start + 1
    }
    if dialects.contains(.qt) { return readQt(text, start) }
    return readConversion(text, start, from: start + 1, name: nil)
  }

  /// `%(name)s`, `%<name>s`, `%{name}`.
  private mutating func readNamed(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 1 < text.count else { return nil }
    let close: UInt8
    switch text[start + 1] {
    case 0x28 where !dialects.isDisjoint(with: [.python, .javaScript, .unsaid]): close = 0x29
    case 0x3C where dialects.contains(.ruby): close = 0x3E
    case 0x7B where !dialects.isDisjoint(with: [.ruby, .unsaid]): close = 0x7D
    default: return nil
    }
    guard let end = text.endOfName(from: start + 2), end < text.count, text[end] == close else {
      return nil
    }
    let name = start + 2..<end
    if close == 0x7D { return add(start..<end + 1, 0x25, text, name) }
    return readConversion(text, start, from: end + 1, name: name)
  }

  /// What stands behind the percent sign, or behind a name.
  private mutating func readConversion(
    _ text: Span<UInt8>, _ start: Int, from first: Int, name: Range<Int>?
  ) -> Int {
    var index = first
    var number: Range<Int>?
    if name == nil, !dialects.contains(.python), let end = text.endOfDigits(from: index),
      text.has("$", at: end)
    {
      number = index..<end
      index = end + 1
    }
    // A percent sign, a space and a letter are text nearly always: `50% of`.
    let hasSpace = name == nil && text.has(" ", at: index)
    var hasSpaceFlag = false
    while index < text.count, text[index].isPrintfFlag {
      if text[index] == 0x20 { hasSpaceFlag = true }
      index += 1
    }
    if text.has("*", at: index) {
      _ = addPercent(start..<start, text, nil, 1)
      index += 1
    } else if let end = text.endOfDigits(from: index) {
      index = end
    }
    var hasPrecision = false
    if text.has(".", at: index) {
      hasPrecision = true
      index += 1
      if text.has("*", at: index) {
        _ = addPercent(start..<start, text, nil, 1)
        index += 1
      } else if let end = text.endOfDigits(from: index) {
        index = end
      }
    }
    var length: UInt16 = 0
    // No macro has a longer name.
    if text.has("<PRI", at: index),
      let end = text.extracting(..<min(index + 24, text.count)).firstIndex(of: 0x3E, from: index)
    {
      index = end + 1
      return hasSpace
        ? index : addPercent(start..<index, text, name ?? number, 0x6400 | UInt16(0x50))
    }
    while index < text.count, text[index].isPrintfLength, length < 0x1000 {
      length = length << 4 ^ UInt16(text[index] & 0x0F)
      index += 1
    }
    guard index < text.count, isConversion(text[index]) else {
      if hasSpace {
        spaced.append(start..<start + 1)
      } else if number == nil || name != nil {
        broken.append(start..<min(max(index, start + 1) + 1, text.count))
      }
      return start + 1
    }
    if hasSpace {
      spaced.append(start..<index + 1)
      return start + 1
    }
    var end = index + 1
    let letter = text[index]
    if dialects.contains(.javaPrintf), letter | 0x20 == 0x74, end < text.count { end += 1 }
    if (letter == 0x6D && dialects.contains(.c)) || (letter == 0x6E && dialects == .javaPrintf) {
      return add(start..<end, 0x25, text, index..<index + 1)
    }
    if let name, dialects == .unsaid { return add(start..<end, 0x25, text, name) }
    return addPercent(
      start..<end, text, name ?? number,
      // Of `%(name) selected` the first letter of the word is the conversion.
      kind(letter, length, hasPrecision: hasPrecision)
        | (hasSpaceFlag && letter == 0x73 && dialects.contains(.python) ? 0x40 : 0))
  }

  private func isConversion(_ letter: UInt8) -> Bool {
    guard letter.isLetter else { return letter == 0x40 && dialects.contains(.objectiveC) }
    switch letter {
    // d i o u x X e E f F g G a A c s S p n r
    case 0x64, 0x69, 0x6F, 0x75, 0x78, 0x58, 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x61, 0x41, 0x63,
      0x73, 0x53:
      return true
    case 0x70, 0x6E, 0x43, 0x6D: return !dialects.isDisjoint(with: [.c, .objectiveC, .perl, .ruby])
    case 0x72: return !dialects.isDisjoint(with: [.python, .unsaid])
    case 0x62, 0x42: return dialects.isDisjoint(with: [.python, .c, .objectiveC])
    case 0x68, 0x48, 0x74, 0x54: return dialects.contains(.javaPrintf)
    case 0x6A, 0x4F: return dialects.contains(.javaScript)
    case 0x71: return dialects.contains(.perl)
    default: return false
    }
  }

  /// A number that is the same for conversions that print the same values.
  private func kind(_ letter: UInt8, _ length: UInt16, hasPrecision: Bool) -> UInt16 {
    guard !dialects.isDisjoint(with: .typed) else {
      return dialects.isDisjoint(with: .turning) ? 0 : Self.kindOfValue(letter)
    }
    var letter = letter
    switch letter {
    case 0x64, 0x69: letter = 0x64
    case 0x6F, 0x75, 0x78, 0x58: letter = dialects.contains(.python) ? 0x64 : 0x75
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47,
      0x61 where !dialects.contains(.python), 0x41:
      letter = 0x66
    default: break
    }
    let isText = letter == 0x73 && hasPrecision && dialects.contains(.python)
    return UInt16(letter) << 8 | (dialects.contains(.python) ? 0 : length & 0x7F)
      | (isText ? 0x80 : 0)
  }

  /// A text, a whole number or one with a point; 0 for what is none of these.
  private static func kindOfValue(_ letter: UInt8) -> UInt16 {
    switch letter {
    case 0x73: 0x7300
    case 0x64, 0x69, 0x75, 0x6F, 0x78, 0x58: 0x6400
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47: 0x6600
    default: 0
    }
  }

  private mutating func readQt(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    if text.has("n", at: index) { return add(start..<index + 1, 0x25, text, index..<index + 1) }
    if text.has("L", at: index) { index += 1 }
    if text.has("n", at: index) { return add(start..<index + 1, 0x25, text, index..<index + 1) }
    guard let end = text.endOfDigits(from: index), text[index] != 0x30 || end > index + 1 else {
      return start + 1
    }
    let last = min(end, index + 2)
    return add(start..<last, 0x25, text, index..<last)
  }

  // MARK: Braces

  private mutating func readBrace(_ text: Span<UInt8>, _ start: Int) -> Int {
    if text.has("{{", at: start) { return readDoubled(text, start) }
    let first = start + 1
    if text.has("}", at: first) {
      guard !dialects.isDisjoint(with: [.pythonBraces, .numberedBraces, .unsaid]) else {
        return first + 1
      }
      defer { nextInBraces += 1 }
      return addNext(start..<first + 1, 0x7B, nextInBraces)
    }
    // What a format says behind the name is not compared.
    var end = first
    while end < text.count, end - first < 64, text[end] != 0x7D, text[end] != 0x7B,
      text[end] != 0x0A
    { end += 1 }
    guard end < text.count, text[end] == 0x7D else { return first }
    var nameEnd = first
    while nameEnd < end, text[nameEnd] != 0x3A, text[nameEnd] != 0x21, text[nameEnd] != 0x2C {
      nameEnd += 1
    }
    let name = text.extracting(first..<nameEnd)
    if dialects.isDisjoint(with: [.pythonBraces, .perlBraces, .unsaid]) {
      // Java's and .NET's have numbers, .NET's names in some libraries.
      guard name.endOfName(from: 0) == name.count else { return first }
    }
    if dialects.isDisjoint(with: .braces.subtracting(.unsaid)) {
      guard name.isPlainName, nameEnd == end else { return first }
    }
    return add(start..<end + 1, 0x7B, text, first..<nameEnd)
  }

  /// `{{name}}`; where braces are doubled to be braces, nothing.
  private mutating func readDoubled(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard dialects.isDisjoint(with: [.pythonBraces, .numberedBraces]) else { return start + 2 }
    var first = start + 2
    while text.has(" ", at: first) { first += 1 }
    guard let end = text.endOfName(from: first) else { return start + 2 }
    var close = end
    while text.has(" ", at: close) { close += 1 }
    guard text.has("}}", at: close) else { return start + 2 }
    return add(start..<close + 2, 0x7B, text, first..<end, isDoubled: true)
  }

  // MARK: Dollar signs

  private mutating func readDollar(_ text: Span<UInt8>, _ start: Int) -> Int {
    if text.has("${", at: start), !dialects.isDisjoint(with: [.shell, .unsaid]),
      let end = text.endOfName(from: start + 2), text.has("}", at: end)
    {
      return add(start..<end + 1, 0x24, text, start + 2..<end)
    }
    guard dialects.contains(.shell), start + 1 < text.count,
      text[start + 1].isLetter || text[start + 1] == 0x5F
    else { return start + 1 }
    var end = start + 1
    while end < text.count, text[end].isLetterOrDigit || text[end] == 0x5F { end += 1 }
    return add(start..<end, 0x24, text, start + 1..<end)
  }
}

extension UInt8 {
  fileprivate var isPrintfFlag: Bool {
    self == 0x2D || self == 0x2B || self == 0x20 || self == 0x23 || self == 0x30 || self == 0x27
  }

  /// h l q j z t L
  fileprivate var isPrintfLength: Bool {
    switch self {
    case 0x68, 0x6C, 0x71, 0x6A, 0x7A, 0x4C: true
    default: false
    }
  }
}

extension Span<UInt8> {
  fileprivate func endOfDigits(from start: Int) -> Int? {
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return end > start ? end : nil
  }

  /// Behind a name of letters, digits, `_`, `.` and `-`, and of letters of any script.
  fileprivate func endOfName(from start: Int) -> Int? {
    var end = start
    while end < count, self[end].isWordByte || self[end] == 0x2E || self[end] == 0x2D { end += 1 }
    return end > start ? end : nil
  }

  /// Whether it is a name or a number as programs have them: of ASCII alone.
  fileprivate var isPlainName: Bool {
    guard !isEmpty else { return false }
    for index in indices {
      guard self[index].isLetterOrDigit || self[index] == 0x5F || self[index] == 0x2E else {
        return false
      }
    }
    return true
  }
}
