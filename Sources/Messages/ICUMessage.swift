import LintText

/// A text in ICU's grammar of messages (ICU, "MessageFormat" and "MessagePattern"; UTS 35 part 9).
///
/// Apostrophes are read in ICU's default mode: one begins quoted text only before a brace, before `#` in a plural and
/// before `|` in a choice; two are one, everywhere.
package struct ICUMessage {
  package enum Kind: Sendable {
    /// `{name}`
    case none
    case number, spellout, ordinal, duration
    case date, time
    case choice, plural, selectOrdinal, select
    /// `{name, list}`
    case other
    /// `#`
    case numberSign

    /// Whether messages stand in it.
    package var isComplex: Bool {
      switch self {
      case .choice, .plural, .selectOrdinal, .select: true
      default: false
      }
    }

    package var isPlural: Bool { self == .plural || self == .selectOrdinal }
  }

  package struct Argument: Sendable {
    /// From brace to brace.
    package fileprivate(set) var range: Range<Int>
    /// Of `#` that of the plural whose number it is.
    package let name: Range<Int>
    package let kind: Kind
    /// What stands for the kind: `number`.
    package let type: Range<Int>
    /// Behind it, up to the closing brace.
    package fileprivate(set) var style: Range<Int> = 0..<0
    /// By their indices in `branches`.
    package fileprivate(set) var branches: [Int] = []
    /// All that stand in it, at any depth, by their indices in `arguments`.
    package fileprivate(set) var inner: Range<Int>
    /// What is taken from the number before a category is looked for.
    package fileprivate(set) var offset = 0
  }

  /// A part of a complex argument: `one {# lid}`.
  package struct Branch: Sendable {
    /// The argument, by its index in `arguments`.
    package let argument: Int
    /// `one`, `=1`, `female`; of a choice its limit.
    package let selector: Range<Int>
    /// The number of `=1`; `nil` for a keyword and for what is no whole number.
    package let number: Int?
    package let isExact: Bool
    package let isOther: Bool
    /// What stands between its braces.
    package fileprivate(set) var content: Range<Int> = 0..<0
    /// All that stand in it, by their indices in `arguments`.
    package fileprivate(set) var inner: Range<Int> = 0..<0
  }

  /// What must stand where something else does.
  package enum Expected: Sendable {
    case name, type, commaOrBrace, comma, openingBrace, closingBrace, selector, number, separator
    case closingQuote, offset, depth

    package var text: String {
      switch self {
      case .name: "the name of an argument"
      case .type: "number, date, plural, select…"
      case .commaOrBrace: ", or }"
      case .comma: ","
      case .openingBrace: "{"
      case .closingBrace: "}"
      case .selector: "a keyword or ="
      case .number: "a number"
      case .separator: "# or <"
      case .closingQuote: "'"
      case .offset: "offset: before all keywords"
      case .depth: "fewer braces in each other"
      }
    }
  }

  package struct Fault: Sendable {
    /// What stands there; empty at the end.
    package let range: Range<Int>
    package let expected: Expected
  }

  /// In the order in which they begin.
  package private(set) var arguments: [Argument] = []
  package private(set) var branches: [Branch] = []
  /// Where it is no message; `nil` in one that is.
  package private(set) var fault: Fault?
  /// Quoted text, with its apostrophes.
  package private(set) var quoted: [Range<Int>] = []

  /// What a message stands in.
  private enum Parent {
    case none, plural, choice, select
  }

  package init(_ text: Span<UInt8>) {
    _ = readMessage(text, 0, in: .none, 0..<0, depth: 0)
  }

  /// Whether it has an argument with messages in it, which nothing has by chance.
  package var isComplex: Bool { arguments.contains { $0.kind.isComplex } }

  /// Whether a text is one, and has an argument with messages in it.
  package static func isComplex(_ text: Span<UInt8>) -> Bool {
    // Nearly no text has these: nothing is read twice.
    guard let brace = text.firstIndex(of: 0x7B), text.firstIndex(of: 0x2C, from: brace) != nil,
      text.containsIgnoringCase("plural".utf8Span.span)
        || text.containsIgnoringCase("select".utf8Span.span)
    else { return false }
    let message = ICUMessage(text)
    return message.fault == nil
      && message.arguments.contains { $0.kind.isComplex && $0.kind != .choice }
  }

  // MARK: Messages

  /// - Parameter number: the name of the plural that it stands in.
  /// - Returns: where it ends; `nil` at a fault.
  private mutating func readMessage(
    _ text: Span<UInt8>, _ start: Int, in parent: Parent, _ number: Range<Int>, depth: Int
  ) -> Int? {
    let sign: UInt8 = parent == .plural ? 0x23 : parent == .choice ? 0x7C : 0x7B
    var index = start
    while index < text.count {
      switch text[index] {
      case 0x27: index = readApostrophe(text, index, sign)
      case 0x7B:
        guard let end = readArgument(text, index, depth: depth) else { return nil }
        index = end
      // Outside of braces it is text.
      case 0x7D where depth > 0: return index
      case 0x7C where parent == .choice: return index
      case 0x23 where parent == .plural:
        arguments.append(
          Argument(
            range: index..<index + 1, name: number, kind: .numberSign, type: 0..<0,
            inner: arguments.count + 1..<arguments.count + 1))
        index += 1
      default: index += 1
      }
    }
    return depth == 0 ? index : fail(text, text.count, .closingBrace)
  }

  /// Passes over an apostrophe and what it quotes; what has no end is quoted up to that of the message.
  private mutating func readApostrophe(_ text: Span<UInt8>, _ start: Int, _ sign: UInt8) -> Int {
    guard start + 1 < text.count else { return start + 1 }
    let next = text[start + 1]
    if next == 0x27 { return start + 2 }
    guard next == 0x7B || next == 0x7D || next == sign else { return start + 1 }
    let end = Self.endOfQuote(text, start + 1) ?? text.count
    quoted.append(start..<end)
    return end
  }

  /// Behind the apostrophe that ends quoted text, in which two are one.
  private static func endOfQuote(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    while let found = text.firstIndex(of: 0x27, from: index) {
      guard text.has("''", at: found) else { return found + 1 }
      index = found + 2
    }
    return nil
  }

  // MARK: Arguments

  /// - Returns: where to go on behind its closing brace.
  private mutating func readArgument(_ text: Span<UInt8>, _ start: Int, depth: Int) -> Int? {
    guard depth < MessageLimits.depth else { return fail(text, start, .depth) }
    let first = text.endOfPatternSpace(from: start + 1)
    let end = text.endOfPatternName(from: first)
    guard end > first, !text.isBadNumber(first..<end) else { return fail(text, first, .name) }
    var index = text.endOfPatternSpace(from: end)
    let name = first..<end
    if text.has("}", at: index) {
      add(start..<index + 1, name, .none, 0..<0)
      return index + 1
    }
    guard text.has(",", at: index) else {
      return fail(text, index, index < text.count ? .commaOrBrace : .closingBrace)
    }
    index = text.endOfPatternSpace(from: index + 1)
    let typeStart = index
    while index < text.count, text[index].isLetter { index += 1 }
    guard index > typeStart else { return fail(text, typeStart, .type) }
    let type = typeStart..<index
    let kind = Self.kind(text.extracting(type))
    index = text.endOfPatternSpace(from: index)
    if text.has("}", at: index), !kind.isComplex {
      add(start..<index + 1, name, kind, type)
      return index + 1
    }
    guard text.has(",", at: index) else {
      return fail(text, index, kind.isComplex ? .comma : .commaOrBrace)
    }
    let argument = arguments.count
    add(start..<index + 1, name, kind, type)
    let style = index + 1
    let close: Int? =
      switch kind {
      case .choice: readChoice(text, style, argument, depth: depth)
      case .plural, .selectOrdinal, .select: readBranches(text, style, argument, depth: depth)
      default: readStyle(text, style)
      }
    guard let close else { return nil }
    arguments[argument].range = start..<close + 1
    arguments[argument].style = style..<close
    arguments[argument].inner = argument + 1..<arguments.count
    return close + 1
  }

  private mutating func add(
    _ range: Range<Int>, _ name: Range<Int>, _ kind: Kind, _ type: Range<Int>
  ) {
    arguments.append(
      Argument(
        range: range, name: name, kind: kind, type: type,
        inner: arguments.count + 1..<arguments.count + 1))
  }

  private static func kind(_ word: Span<UInt8>) -> Kind {
    // ICU knows those with messages in any letter case, and others in small letters.
    if word.equalsIgnoringCase("plural") { return .plural }
    if word.equalsIgnoringCase("select") { return .select }
    if word.equalsIgnoringCase("selectordinal") { return .selectOrdinal }
    if word.equalsIgnoringCase("choice") { return .choice }
    if word.elementsEqual("number") { return .number }
    if word.elementsEqual("date") { return .date }
    if word.elementsEqual("time") { return .time }
    if word.elementsEqual("spellout") { return .spellout }
    if word.elementsEqual("ordinal") { return .ordinal }
    if word.elementsEqual("duration") { return .duration }
    return .other
  }

  /// - Returns: the closing brace behind a style, whose own braces are in pairs where they are not quoted.
  private mutating func readStyle(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var (index, open) = (start, 0)
    while index < text.count {
      switch text[index] {
      case 0x27:
        guard let end = Self.endOfQuote(text, index + 1) else {
          return fail(text, index, .closingQuote)
        }
        index = end
      case 0x7B:
        open += 1
        index += 1
      case 0x7D:
        guard open > 0 else { return index }
        open -= 1
        index += 1
      default: index += 1
      }
    }
    return fail(text, text.count, .closingBrace)
  }

  /// - Returns: the closing brace behind the branches of a plural or a select.
  private mutating func readBranches(
    _ text: Span<UInt8>, _ start: Int, _ argument: Int, depth: Int
  ) -> Int? {
    let isPlural = arguments[argument].kind.isPlural
    var index = start
    var isFirst = true
    while true {
      index = text.endOfPatternSpace(from: index)
      guard index < text.count else { return fail(text, index, .closingBrace) }
      if text[index] == 0x7D {
        return arguments[argument].branches.isEmpty ? fail(text, index, .selector) : index
      }
      var end: Int
      var number: Int?
      let isExact = isPlural && text[index] == 0x3D
      if isExact {
        end = text.endOfNumber(from: index + 1)
        guard end > index + 1 else { return fail(text, index + 1, .number) }
        number = text.wholeNumber(index + 1..<end)
      } else {
        end = text.endOfPatternName(from: index)
        guard end > index else { return fail(text, index, .selector) }
        if isPlural, text.has(":", at: end), text.extracting(index..<end).elementsEqual("offset") {
          guard isFirst else { return fail(text, index, .offset) }
          let value = text.endOfPatternSpace(from: end + 1)
          end = text.endOfNumber(from: value)
          guard end > value else { return fail(text, value, .number) }
          arguments[argument].offset = text.wholeNumber(value..<end) ?? 0
          (index, isFirst) = (end, false)
          continue
        }
      }
      isFirst = false
      let selector = index..<end
      index = text.endOfPatternSpace(from: end)
      guard text.has("{", at: index) else { return fail(text, index, .openingBrace) }
      guard
        let close = readBranch(
          text, index + 1, argument, selector, number, isExact: isExact,
          isPlural ? .plural : .select, depth: depth)
      else { return nil }
      index = close + 1
    }
  }

  private mutating func readBranch(
    _ text: Span<UInt8>, _ start: Int, _ argument: Int, _ selector: Range<Int>, _ number: Int?,
    isExact: Bool, _ parent: Parent, depth: Int
  ) -> Int? {
    let branch = branches.count
    branches.append(
      Branch(
        argument: argument, selector: selector, number: number, isExact: isExact,
        isOther: !isExact && text.extracting(selector).elementsEqual("other")))
    arguments[argument].branches.append(branch)
    let first = arguments.count
    guard
      let close = readMessage(
        text, start, in: parent, arguments[argument].name, depth: depth + 1)
    else { return nil }
    branches[branch].content = start..<close
    branches[branch].inner = first..<arguments.count
    return close
  }

  /// - Returns: the closing brace behind the parts of a choice: `0#none|1#one|1<{n}`.
  private mutating func readChoice(
    _ text: Span<UInt8>, _ start: Int, _ argument: Int, depth: Int
  ) -> Int? {
    var index = start
    while true {
      index = text.endOfPatternSpace(from: index)
      let end = text.endOfNumber(from: index)
      guard end > index else { return fail(text, index, .number) }
      let limit = index..<end
      index = text.endOfPatternSpace(from: end)
      guard text.has("#", at: index) || text.has("<", at: index) || text.has("≤", at: index) else {
        return fail(text, index, .separator)
      }
      guard
        let close = readBranch(
          text, index + text.scalar(at: index).length, argument, limit, nil, isExact: true,
          .choice, depth: depth)
      else { return nil }
      if text[close] == 0x7D { return close }
      index = close + 1
    }
  }

  /// Notes a fault; only the first one counts, for behind it nothing is certain.
  private mutating func fail(_ text: Span<UInt8>, _ index: Int, _ expected: Expected) -> Int? {
    guard fault == nil else { return nil }
    var end = index
    while end < text.count, !text[end].isSpace, end == index || !text[end].isPatternSign {
      end += text.scalar(at: end).length
    }
    if end == index, index < text.count { end += 1 }
    fault = Fault(range: index..<end, expected: expected)
    return nil
  }
}

extension UInt8 {
  /// `{`, `}`, `,`
  fileprivate var isPatternSign: Bool { self == 0x7B || self == 0x7D || self == 0x2C }
}

extension Span<UInt8> {
  /// Behind white space as patterns have it (UAX 31, `Pattern_White_Space`).
  fileprivate func endOfPatternSpace(from start: Int) -> Int {
    var index = start
    while index < count {
      let scalar = scalar(at: index)
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029: index += scalar.length
      default: return index
      }
    }
    return index
  }

  /// Behind what is neither white space nor a sign (UAX 31, `Pattern_Syntax`).
  fileprivate func endOfPatternName(from start: Int) -> Int {
    var index = start
    while index < count {
      let scalar = scalar(at: index)
      guard !scalar.value.isPatternSyntaxOrSpace else { return index }
      index += scalar.length
    }
    return index
  }

  /// Behind a number, perhaps with a sign and a fraction, or the sign of infinity.
  fileprivate func endOfNumber(from start: Int) -> Int {
    var index = start
    if has("-", at: index) || has("+", at: index) { index += 1 }
    if has("∞", at: index) { return index + 3 }
    let digits = index
    while index < count,
      self[index].isDigit || self[index] == 0x2E || self[index] | 0x20 == 0x65 && index > digits
    { index += 1 }
    return index > digits ? index : start
  }

  /// `nil` where it has a fraction or is longer than any that counts.
  fileprivate func wholeNumber(_ range: Range<Int>) -> Int? {
    let isNegative = has("-", at: range.lowerBound)
    let start = range.lowerBound + (isNegative || has("+", at: range.lowerBound) ? 1 : 0)
    guard start < range.upperBound, range.upperBound - start <= 9 else { return nil }
    var number = 0
    for index in start..<range.upperBound {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return isNegative ? -number : number
  }

  /// Whether a name is all digits and begins with 0, though it is not 0, or is longer than a number can be.
  fileprivate func isBadNumber(_ range: Range<Int>) -> Bool {
    for index in range where !self[index].isDigit { return false }
    return range.count > 1 && self[range.lowerBound] == 0x30 || range.count > 9
  }
}

extension UInt32 {
  fileprivate var isPatternSyntaxOrSpace: Bool {
    switch self {
    case 0x09...0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7E, 0x85: true
    case 0..<0xA1: false
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7: true
    case 0x200E...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x245F, 0x2500...0x2775: true
    case 0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020, 0x3030: true
    case 0xFD3E, 0xFD3F, 0xFE45, 0xFE46: true
    default: false
    }
  }
}
