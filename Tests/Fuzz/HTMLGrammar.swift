/// Tells whether a page opens no element but those that the reporter writes, and closes each.
struct HTMLGrammar {
  private static let empty: Set<String> = [
    "meta", "br", "hr", "input", "img", "link", "col", "wbr",
  ]
  /// What could load or run something; none of it has a place in a report but one style and script.
  private static let forbidden: Set<String> = [
    "iframe", "object", "embed", "base", "img", "math", "link", "video", "audio",
  ]
  private static let raw: Set<String> = ["script", "style", "title"]

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var open: [String] = []
  private var scripts = 0

  static func check(_ bytes: [UInt8], marks: [String] = []) throws(Violation) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Violation("a page that is not UTF-8")
    }
    var checker = HTMLGrammar(Array(text.unicodeScalars))
    try checker.run()
  }

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func run() throws(Violation) {
    while index < scalars.count {
      if scalars[index] == "<" { try tag() } else { index += 1 }
    }
    try Violation.unless(open.isEmpty, "elements are never closed: \(open)")
    try Violation.unless(scripts == 1, "\(scripts) scripts in a page")
  }

  private mutating func word() -> String {
    let start = index
    while index < scalars.count, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil
        || scalars[index] == "-"
    {
      index += 1
    }
    var word = ""
    word.unicodeScalars.append(contentsOf: scalars[start..<index])
    return word
  }

  private mutating func tag() throws(Violation) {
    index += 1
    guard index < scalars.count else { throw Violation("a page ends in a tag") }
    if scalars[index] == "!" {
      index += 1
      try Violation.unless(word() == "DOCTYPE" && open.isEmpty, "a page holds a declaration")
      while index < scalars.count, scalars[index] != ">" { index += 1 }
      return
    }
    let closes = scalars[index] == "/"
    if closes { index += 1 }
    let name = word()
    try Violation.unless(!name.isEmpty, "a raw '<' at \(index)")
    try Violation.unless(!Self.forbidden.contains(name), "a page holds <\(name)>")
    if closes {
      try Violation.unless(open.popLast() == name, "</\(name)> closes another element")
    } else {
      try attributes(of: name)
      if name == "script" { scripts += 1 }
      // As elements of drawings are.
      let isClosed = scalars[index - 1] == "/"
      if !Self.empty.contains(name), !isClosed { open.append(name) }
    }
    guard index < scalars.count, scalars[index] == ">" else {
      throw Violation("the tag <\(name)> is never closed")
    }
    index += 1
    if !closes, Self.raw.contains(name) { skip(to: "</\(name)>") }
  }

  private mutating func skip(to end: String) {
    let end = Array(end.unicodeScalars)
    while index < scalars.count, !scalars[index...].starts(with: end) { index += 1 }
  }

  private mutating func attributes(of element: String) throws(Violation) {
    while index < scalars.count, scalars[index] != ">" {
      let isEnd = scalars[index] == "/" && index + 1 < scalars.count && scalars[index + 1] == ">"
      if isEnd || scalars[index].properties.isWhitespace {
        index += 1
        continue
      }
      let name = word()
      try Violation.unless(
        !name.isEmpty && !name.hasPrefix("on") && !name.hasSuffix("action"),
        "<\(element)> has an odd attribute '\(name)'")
      guard index < scalars.count, scalars[index] == "=" else { continue }
      index += 1
      guard index < scalars.count, scalars[index] == "\"" else {
        throw Violation("<\(element) \(name)> has a value without quotes")
      }
      let start = index + 1
      index = start
      while index < scalars.count, scalars[index] != "\"" { index += 1 }
      if name == "href" || name == "src" {
        var value = ""
        value.unicodeScalars.append(contentsOf: scalars[start..<min(index, scalars.count)])
        try Violation.unless(
          value.hasPrefix("#") || value.hasPrefix("https://"), "a page links to \(value)")
      }
      index += 1
    }
  }
}
