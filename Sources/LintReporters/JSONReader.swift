import LintCore
import LintText

/// Why a text is not JSON.
struct JSONError: Error, Equatable {
  /// A clause: "a comma or '}' is missing".
  let message: String
  /// From 1; the column counts characters of Unicode.
  let line: Int
  let column: Int
}

/// Reads JSON as RFC 8259 has it and nothing else: no comments, no comma after the last element, no
/// key twice, no byte order mark.
///
/// It is loclint's own, for the only JSON library is in Foundation, which takes time at the start
/// and makes the program larger.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// Levels that values may nest: a SARIF file of loclint's has a tenth of them, and more could be
  /// a stranger's way to use up the stack.
  private static let greatestDepth = 200

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a text that holds one value.
  ///
  /// - Throws: The first fault, with its line and column.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    if bytes.span.has("\u{FEFF}", at: 0) {
      throw reader.error("a byte order mark stands before the text")
    }
    reader.skipSpace()
    let value = try reader.readValue()
    reader.skipSpace()
    guard reader.index == bytes.count else {
      throw reader.error("something follows the end of the value")
    }
    return value
  }

  private mutating func readValue() throws(JSONError) -> JSONValue {
    switch byte {
    case nil: throw error("a value is missing")
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .truth(true))
    case UInt8(ascii: "f"): return try readWord("false", .truth(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), .some(0x30...0x39): return try readNumber()
    default: throw error("a value can't begin like this")
    }
  }

  private mutating func readObject() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      guard byte == UInt8(ascii: "\"") else { throw error("a key in quotation marks is missing") }
      let start = index
      let key = try readString()
      guard keys.insert(key).inserted else { throw error("a key stands here twice", at: start) }
      skipSpace()
      guard take(":") else { throw error("a colon is missing") }
      skipSpace()
      members.append(JSONValue.Member(key: key, value: try readValue()))
      skipSpace()
      if take("}") { break }
      guard take(",") else { throw error("a comma or '}' is missing") }
      skipSpace()
    }
    return .object(members)
  }

  private mutating func readArray() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try readValue())
      skipSpace()
      if take("]") { break }
      guard take(",") else { throw error("a comma or ']' is missing") }
      skipSpace()
    }
    return .array(elements)
  }

  private mutating func enter() throws(JSONError) {
    guard depth < Self.greatestDepth else { throw error("arrays and objects are nested too deep") }
    depth += 1
    index += 1
  }

  private mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONError)
    -> JSONValue
  {
    guard bytes.span.has(word, at: index) else { throw error("a value can't begin like this") }
    index += word.utf8CodeUnitCount
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = index
    _ = take("-")
    if take("0") {
      if byte?.isDigit == true { throw error("a number can't begin with 0") }
    } else {
      try readDigits()
    }
    if take(".") { try readDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try readDigits()
    }
    return .number(String(bytes.span.extracting(start..<index)))
  }

  private mutating func readDigits() throws(JSONError) {
    guard byte?.isDigit == true else { throw error("a digit is missing") }
    while byte?.isDigit == true { index += 1 }
  }

  private mutating func readString() throws(JSONError) -> String {
    let opening = index
    index += 1
    var string = ""
    var start = index
    while true {
      switch byte {
      case nil: throw error("a string is never closed", at: opening)
      case UInt8(ascii: "\""):
        string += try text(start..<index)
        index += 1
        return string
      case UInt8(ascii: "\\"):
        string += try text(start..<index)
        string.unicodeScalars.append(try readEscape())
        start = index
      case .some(0..<0x20): throw error("a control character stands in a string")
      default: index += 1
      }
    }
  }

  private func text(_ range: Range<Int>) throws(JSONError) -> String {
    let run = bytes.span.extracting(range)
    let text = unsafe run.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) }
    guard let text else { throw error("a string is not UTF-8", at: range.lowerBound) }
    return text
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let letter = byte else { throw error("a string is never closed") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error("an escape is none of JSON's", at: start)
    }
    var value = try readHexadecimal(start)
    if (0xD800..<0xDC00).contains(value), bytes.span.has("\\u", at: index) {
      index += 2
      let low = try readHexadecimal(start)
      if (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error("half of a surrogate pair is missing", at: start)
    }
    return scalar
  }

  private mutating func readHexadecimal(_ start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = byte, let number = Self.number(ofHexadecimal: digit) else {
        throw error("an escape wants four hexadecimal digits", at: start)
      }
      value = value << 4 | number
      index += 1
    }
    return value
  }

  private static func number(ofHexadecimal digit: UInt8) -> UInt32? {
    if digit.isDigit { return UInt32(digit & 0x0F) }
    let letter = digit | 0x20
    return (0x61...0x66).contains(letter) ? UInt32(letter - 0x57) : nil
  }

  /// The next byte to read; `nil` at the end.
  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func error(_ message: String, at offset: Int? = nil) -> JSONError {
    var line = 1
    var column = 1
    for before in 0..<(offset ?? index) {
      if bytes[before] == 0x0A {
        line += 1
        column = 1
      } else if bytes[before] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(message: message, line: line, column: column)
  }
}
