import LintText

/// A place where a file is no PO file.
struct PODamage: Sendable {
  /// What would be right there.
  enum Expected: Sendable {
    case keyword
    case string
    case closingQuote
    case id
    case target
    case targetOfPlural
    case targetOfOne
    case targetInOrder
    case idBeforePlural
    case number
    case charset
    case utf8
    case escape
    case byteOrderMark

    /// In words.
    var text: String {
      switch self {
      case .keyword: "a keyword, a comment or a string in quotes"
      case .string: "a string in double quotes"
      case .closingQuote: "a closing quote before the end of the line"
      case .id: "msgid"
      case .target: "msgstr"
      case .targetOfPlural: "msgstr[0]"
      case .targetOfOne: "msgstr without a number"
      case .targetInOrder: "the next form of the plural, from msgstr[0] on"
      case .idBeforePlural: "msgid before msgid_plural"
      case .number: "a number in brackets"
      case .charset: "a charset that is known, such as UTF-8"
      case .utf8: "UTF-8, in which the file is written"
      case .escape: "an escape that is known, such as \\n, or two backslashes"
      case .byteOrderMark: "a byte order mark: the file is UTF-16"
      }
    }
  }

  let range: ByteRange
  let expected: Expected
}
