/// What may be printed where people and runners read: no command, nothing that acts on a terminal.
enum TextGrammar {
  static func check(_ bytes: [UInt8]) throws(Violation) {
    for line in try lines(bytes) { try check(line: line) }
  }

  /// The lines of a text of UTF-8, without control characters but for the ends of lines.
  static func lines(_ bytes: [UInt8]) throws(Violation) -> [Substring] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Violation("a text that is not UTF-8")
    }
    for scalar in text.unicodeScalars
    where scalar != "\n" && scalar.value >= 0x7F || scalar.value < 0x20 {
      guard scalar != "\n" else { continue }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate:
        throw Violation("U+\(String(scalar.value, radix: 16)) in a text")
      default: break
      }
      try Violation.unless(
        !isBidiControl(scalar), "U+\(String(scalar.value, radix: 16)) turns a text round")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: true)
  }

  private static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether an agent would take no line for a command of its own.
  static func check(line: Substring) throws(Violation) {
    let scalars = line.unicodeScalars
    try Violation.unless(
      !scalars.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars),
      "a line commands GitHub: \(line)")
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let rest = scalars[index...]
      if rest.starts(with: "##".unicodeScalars) {
        let word = rest.dropFirst(2).drop { $0.isASCII && $0.properties.isAlphabetic }
        try Violation.unless(word.first != "[", "a line commands an agent: \(line)")
      }
      index = scalars.index(after: index)
    }
  }
}
