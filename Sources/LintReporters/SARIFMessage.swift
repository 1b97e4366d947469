import LintCore
import LintText

/// A message as SARIF has it: a text, and the template and arguments that it was made of.
///
/// In texts a literal brace is doubled (SARIF 2.1.0, § 3.11.5); in arguments it is not.
struct SARIFMessage {
  /// The message with its arguments filled in.
  let text: String
  let id: String
  let arguments: [String]

  /// - Parameter longest: characters of an argument to show.
  init(_ message: Message, _ arguments: [String], longest: Int = String.longestArgument) {
    self.arguments = arguments.map { $0.visible(longest: longest).withoutLinks }
    id = message.id
    text = message.text(self.arguments.map(\.withDoubledBraces)) + "."
  }

  /// The template as `messageStrings` has it.
  static func template(of message: Message) -> String { message.template + "." }

  func write(to json: inout JSONWriter) {
    json.object("message") { json in
      json.member("text", text)
      json.member("id", id)
      if !arguments.isEmpty { json.strings("arguments", arguments) }
    }
  }
}

extension String {
  /// This string as a literal part of a SARIF text.
  var withDoubledBraces: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return self
    }
    var doubled = ""
    for scalar in unicodeScalars {
      if scalar == "{" || scalar == "}" { doubled.unicodeScalars.append(scalar) }
      doubled.unicodeScalars.append(scalar)
    }
    return doubled
  }

  /// This string with no `](` in it, which would make a link of a message (§ 3.11.6).
  ///
  /// Readers of SARIF look for a link in ways of their own, some of which overlook a backslash
  /// before a bracket. None takes `]\(` for one, and Markdown shows it as `](`.
  fileprivate var withoutLinks: String {
    guard utf8Span.span.contains("](") else { return self }
    var broken = ""
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == "(", last == "]" { broken += "\\" }
      broken.unicodeScalars.append(scalar)
      last = scalar
    }
    return broken
  }
}
