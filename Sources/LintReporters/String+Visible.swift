import LintCore

/// What comes out of documents is written by strangers: a report shows it so that it can neither
/// act on a terminal or a build agent nor look like something else.
extension String {
  /// The longest that a report shows of an argument, in characters as people count them.
  static let longestArgument = 80

  /// This string on one line, with characters that can't be seen written as Swift writes them
  /// (`\n`, `\u{202E}`), and unable to command a build agent.
  var visible: String {
    guard needsCare else { return self }
    var shown = ""
    var last: Unicode.Scalar = " "
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "#", last == "#", rest.beginsAgentCommand {
        shown += "\\u{23}"
      } else if scalar.isSeen {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += scalar.escaped
      }
      last = scalar
    }
    return shown
  }

  /// The same, cut between two characters when it is long.
  func visible(longest: Int) -> String {
    guard utf8.count > longest else { return visible }
    // A character can hold any number of combining marks, so scalars are bounded first.
    let bounded = String(unicodeScalars.prefix(16 * longest))
    guard bounded.utf8.count < utf8.count || bounded.count > longest else { return visible }
    return String(bounded.prefix(longest - 1)).visible + "…"
  }

  /// This path for the start of a line in a log, where `::` would be a command, and for programs
  /// that take `-` for an option.
  var pathForLogs: String {
    guard let first = unicodeScalars.first,
      first == ":" || first == "#" || first == "-" || first.properties.isWhitespace
    else { return visible }
    return "./" + visible
  }

  /// This string without spaces at the ends or doubled in between, as `xs:token` wants it.
  var asToken: String {
    unicodeScalars.split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  /// Whether anything has to be written otherwise; most strings have nothing.
  private var needsCare: Bool {
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if !scalar.isSeen || (scalar == "#" && last == "#") { return true }
      last = scalar
    }
    return false
  }
}

extension Substring.UnicodeScalarView {
  /// Whether `[` or `vso[` comes first: after `##` that is what the agents of GitHub and Azure take
  /// for a command, wherever in a line of a log it stands.
  fileprivate var beginsAgentCommand: Bool {
    first == "[" || starts(with: "vso[".unicodeScalars)
  }
}

extension Unicode.Scalar {
  /// Whether people can see this character, and it leaves the order of what follows alone.
  ///
  /// ZERO WIDTH JOINER and NON-JOINER, which shape what people read in Persian and Hindi and join
  /// emoji, count as seen, and so do variation selectors.
  fileprivate var isSeen: Bool {
    switch value {
    case 0x20...0x7E: true
    case 0...0x1F, 0x7F...0x9F,  // controls
      0x00AD, 0x034F, 0x115F...0x1160, 0x180E, 0x200B, 0x3164, 0xFFA0,  // without width
      0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional controls
      0x2028...0x2029,  // separators of lines and paragraphs
      0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF,  // formatting
      0xFDD0...0xFDEF:  // noncharacters
      false
    default: value & 0xFFFE != 0xFFFE  // more of them
    }
  }

  fileprivate var escaped: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}
