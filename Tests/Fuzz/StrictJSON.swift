/// Tells whether bytes are one JSON text, as RFC 8259 has it and nothing else.
///
/// It shares nothing with the reader of the program, for one checks the other.
struct StrictJSON {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func check(_ bytes: [UInt8]) throws(Violation) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Violation("JSON that is not UTF-8")
    }
    var checker = StrictJSON(bytes)
    try checker.value(depth: 0)
    checker.space()
    guard checker.index == bytes.count else { throw checker.violation("something follows") }
  }

  /// One text on each line.
  static func check(lines: [UInt8]) throws(Violation) {
    guard lines.isEmpty || lines.last == 0x0A else { throw Violation("the last line has no end") }
    for line in lines.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    where !lines.isEmpty {
      try check(Array(line))
    }
  }

  private func violation(_ text: String) -> Violation { Violation("JSON, byte \(index): \(text)") }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func space() {
    while let byte, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  private mutating func take(_ text: String) throws(Violation) {
    guard bytes[index...].starts(with: text.utf8) else { throw violation("'\(text)' is missing") }
    index += text.utf8.count
  }

  private mutating func value(depth: Int) throws(Violation) {
    guard depth < 100 else { throw violation("too deep") }
    space()
    switch byte {
    case UInt8(ascii: "{"):
      try list("}", depth) { checker, depth throws(Violation) in
        try checker.string()
        checker.space()
        try checker.take(":")
        try checker.value(depth: depth)
      }
    case UInt8(ascii: "["):
      try list("]", depth) { checker, depth throws(Violation) in
        try checker.value(depth: depth)
      }
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try take("true")
    case UInt8(ascii: "f"): try take("false")
    case UInt8(ascii: "n"): try take("null")
    default: try number()
    }
  }

  private mutating func list(
    _ close: Unicode.Scalar, _ depth: Int,
    element: (inout StrictJSON, Int) throws(Violation) -> Void
  ) throws(Violation) {
    index += 1
    space()
    if byte == UInt8(ascii: close) {
      index += 1
      return
    }
    while true {
      space()
      try element(&self, depth + 1)
      space()
      if byte == UInt8(ascii: close) {
        index += 1
        return
      }
      try take(",")
    }
  }

  private mutating func string() throws(Violation) {
    try take("\"")
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw violation("a control character") }
      index += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      guard let escaped = self.byte else { break }
      index += 1
      if escaped == UInt8(ascii: "u") {
        for _ in 0..<4 {
          guard let digit = self.byte, Unicode.Scalar(digit).properties.isASCIIHexDigit else {
            throw violation("an escape without digits")
          }
          index += 1
        }
      } else if !"\"\\/bfnrt".utf8.contains(escaped) {
        throw violation("an escape that JSON has not")
      }
    }
    try take("\"")
  }

  private mutating func number() throws(Violation) {
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Violation) {
    guard let byte, (0x30...0x39).contains(byte) else { throw violation("no value") }
    while let byte = self.byte, (0x30...0x39).contains(byte) { index += 1 }
  }
}
