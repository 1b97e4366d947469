import LintCore
import LintText

/// What comes out of documents is written by strangers: a report shows it so that it can neither
/// act on a terminal or a build agent nor look like something else.
extension String {
  /// The longest that a report shows of an argument, in characters as people count them.
  static let longestArgument = 80

  /// This string on one line, with characters that can't be seen written as Swift writes them
  /// (`\n`, `\u{202E}`), and unable to command a build agent.
  var visible: String { visible(keeping: "") }

  /// The same but for characters that the format of a report has its own escapes for.
  func visible(keeping kept: String) -> String {
    let text = utf8Span.span
    guard !text.showsItself else { return self }
    var shown: [UInt8] = []
    shown.append(visibly: text, keeping: Array(kept.utf8))
    return String(shown.span)
  }

  /// The same, cut between two characters when it is long.
  func visible(longest: Int) -> String {
    guard utf8.count > longest else { return visible }
    // A character can hold any number of combining marks, so scalars are bounded first.
    let bounded = String(unicodeScalars.prefix(16 * longest))
    guard bounded.utf8.count < utf8.count || bounded.count > longest else { return visible }
    return String(bounded.prefix(longest - 1)).visible + "…"
  }

  /// The same for the start of a line, where `::` would be a command to a build agent, also after
  /// white space.
  var visibleAtStart: String {
    let shown = visible
    let blank = shown.unicodeScalars.prefix { $0.properties.isWhitespace }
    let rest = shown.unicodeScalars[blank.endIndex...]
    guard rest.starts(with: "::".unicodeScalars) else { return shown }
    return String(blank) + "\\u{3A}" + String(rest.dropFirst())
  }

  /// This path for the start of a line, where `::` would be a command to a build agent, and for
  /// programs that take `-` for an option.
  var pathForLogs: String {
    guard let first = unicodeScalars.first,
      first == ":" || first == "#" || first == "-" || first.properties.isWhitespace
    else { return visible }
    return "./" + visible
  }

  /// This string without spaces at the ends or doubled in between, as `xs:token` wants it.
  var asToken: String {
    let text = utf8Span.span
    let hasOthers = text.indices.contains { index in
      text[index] == 0x20
        && (index == 0 || index == text.count - 1 || text[index - 1] == 0x20)
    }
    guard hasOthers else { return self }
    return unicodeScalars.split(separator: " ").map { String($0) }.joined(separator: " ")
  }
}

extension [UInt8] {
  /// Puts text behind these bytes as `String.visible` shows it.
  ///
  /// - Parameter kept: Characters of ASCII that are left as they are.
  mutating func append(visibly text: Span<UInt8>, keeping kept: [UInt8] = []) {
    append(visibly: text, in: 0..<text.count, showsItself: text.showsItself, keeping: kept)
  }

  /// The same with a part of a text, of which it is known whether all of it shows itself.
  mutating func append(
    visibly text: Span<UInt8>, in part: Range<Int>, showsItself: Bool, keeping kept: [UInt8] = []
  ) {
    guard !showsItself else { return append(text.extracting(part)) }
    var index = part.lowerBound
    while index < part.upperBound {
      let (value, length) = text.scalar(at: index)
      if let escape = text.escape(of: value, at: index), !kept.contains(text[index]) {
        append(contentsOf: escape.utf8)
      } else {
        append(text.extracting(index..<index + length))
      }
      index += length
    }
  }

  /// The same with a string.
  mutating func append(visibly text: String) { append(visibly: text.utf8Span.span) }

  /// Shows what comes from an offset on in the same way.
  mutating func showVisibly(from start: Int) {
    guard !span.extracting(start...).showsItself else { return }
    let text = Array(self[start...])
    removeSubrange(start...)
    append(visibly: text.span)
  }
}

extension Span<UInt8> {
  /// Whether these bytes, which are UTF-8, hold nothing that `String.visible` would change: all can be
  /// seen, and no `##` may begin a command.
  var showsItself: Bool {
    var index = 0
    while true {
      index = firstSpecial(0x23, 0x23, 0x23, from: index)
      guard index < count else { return true }
      if self[index] == 0x23 {
        if index + 1 < count, self[index + 1] == 0x23 { return false }
        index += 1
      }
      // Where the text is not ASCII, most that follows is not.
      while index < count, self[index] >= 0x80 {
        let (value, length) = scalar(at: index)
        guard Unicode.Scalar(value)?.isShown == true else { return false }
        index += length
      }
      guard index == count || self[index] &- 0x20 < 0x5F else { return false }
    }
  }

  /// What stands for a character of UTF-8 in a report, as Swift writes it: `\n`, `\u{202E}`; `nil` when it
  /// shows itself.
  ///
  /// - Parameter index: Where it begins.
  func escape(of value: UInt32, at index: Int) -> String? {
    if value == 0x23 {
      let isCommand = index > 0 && self[index - 1] == 0x23 && beginsAgentCommand(at: index + 1)
      return isCommand ? "\\u{23}" : nil
    }
    guard let scalar = Unicode.Scalar(value), !scalar.isShown else { return nil }
    switch value {
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    default: return "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }

  /// Whether `[` or a word and `[` comes first: after `##` that is what the agents of GitHub and
  /// Azure (`##vso[`) take for a command, wherever in a line of a log it stands.
  private func beginsAgentCommand(at start: Int) -> Bool {
    var index = start
    while index < count, self[index].isLetter { index += 1 }
    return index < count && self[index] == 0x5B
  }
}

extension Span<UInt8> {
  /// Whether all scalars of a text are such as neither combine with others nor are another's equal.
  var hasLettersAlone: Bool {
    var index = 0
    while true {
      index = firstSpecial(0x7F, 0x7F, 0x7F, from: index)
      guard index < count else { return true }
      let (value, length) = scalar(at: index)
      guard let scalar = Unicode.Scalar(value), scalar.isPlain || scalar.isCommonLetter,
        !(0xE31...0xE3A).contains(value)
      else { return false }
      index += length
    }
  }
}

extension Unicode.Scalar {
  /// Whether people can see this character, and it leaves the order of what follows alone.
  var isShown: Bool {
    if isPlain || isCommonLetter { return true }
    switch self {
    // Joiners make letters and emoji look as they should.
    case "\u{200C}", "\u{200D}": return true
    // Letters and marks that show nothing.
    case "\u{34F}", "\u{115F}"..."\u{1160}", "\u{3164}", "\u{FFA0}": return false
    // Arabic and other number signs are format characters that are seen.
    case "\u{600}"..."\u{605}", "\u{6DD}", "\u{70F}", "\u{890}"..."\u{891}", "\u{8E2}",
      "\u{110BD}", "\u{110CD}":
      return true
    // Selectors after the first sixteen, with tags and what is not assigned: whole hidden texts have
    // been written in them.
    case "\u{E0000}"..."\u{E0FFF}": return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
      .paragraphSeparator:
      return false
    default:
      return true
    }
  }

  /// Whether this is one of the many that are one column wide and harmless: Latin, Cyrillic and
  /// typographical punctuation. A short cut, and no more than that.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027: true
    default: false
    }
  }

  /// Whether this is a letter of a script that many pages are written in, or stands beside such letters.
  /// A short cut, as Unicode's tables are slow.
  var isCommonLetter: Bool {
    switch value {
    case 0x3A3...0x3FF, 0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939, 0xE01...0xE3A,
      0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }
}
