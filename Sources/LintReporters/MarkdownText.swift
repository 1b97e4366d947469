import LintCore

/// What strangers wrote, as it may stand in a table of GitHub's Markdown.
enum MarkdownText {
  /// A code span: nothing in it is markup, an address, an emoji or a person's name.
  static func code(_ text: String) -> String {
    let shown = text.visible
    guard !shown.isEmpty else { return "" }
    var longest = 0
    var run = 0
    for byte in shown.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let isPadded =
      shown.hasPrefix("`") || shown.hasSuffix("`") || shown.hasPrefix(" ") && shown.hasSuffix(" ")
    let pad = isPadded ? " " : ""
    return "\(fence)\(pad)\(withoutCells(shown))\(pad)\(fence)"
  }

  /// A message with each argument as a code span instead of its quotes.
  static func sentence(_ message: Message, _ arguments: [String]) -> String {
    var text = ""
    var rest = message.template[...]
    while let open = rest.firstRange(of: "'{"),
      let close = rest[open.upperBound...].firstRange(of: "}'")
    {
      text += escaped(String(rest[..<open.lowerBound]))
      if let index = Int(rest[open.upperBound..<close.lowerBound]), index < arguments.count {
        let argument = arguments[index].visible(longest: String.longestArgument)
        text += argument.isEmpty ? "''" : code(argument)
      }
      rest = rest[close.upperBound...]
    }
    return text + escaped(String(rest))
  }

  /// Text of a rule, in which code spans stay what they are.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else { return escaped(text) }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? escaped(String(part)) : code(String(part))
    }.joined()
  }

  /// Text without markup: a backslash before all punctuation that can begin some.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.visible.unicodeScalars {
      if "\\`*_{}[]<>()#+!|~&$@:".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// A table ends a cell at a bar even in a code span.
  private static func withoutCells(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }
}
