/// A text as YAML writes it in one line.
public enum YAMLScalar {
  /// The text as it is where nothing else could be read from it, else between quotes.
  public static func text(_ word: String) -> String {
    isPlain(word) ? word : quoted(word)
  }

  /// Between double quotes, whatever it holds.
  public static func quoted(_ word: String) -> String {
    var text = "\""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case _ where isShown(scalar): text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return text + "\""
  }

  /// Letters, digits and what never stands for anything between them; nothing that is a word of YAML.
  private static func isPlain(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, isWordSign(first) || first == "/" else {
      return false
    }
    return word.unicodeScalars.allSatisfy { isWordSign($0) || "/.-+=".unicodeScalars.contains($0) }
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(word.lowercased())
  }

  private static func isWordSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || scalar == "_"
  }

  /// Whether a scalar may stand between quotes: no control, no end of a line, nothing that turns the
  /// direction of what follows.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      false
    default: true
    }
  }
}
