import LintText

extension Literal.Kind {
  /// Whether a sign stands first, which nothing of the literal precedes.
  var isBegunBySign: Bool {
    switch self {
    case .option, .slashOption, .keyword, .argument, .path: true
    default: false
    }
  }

  /// Whether a language may join an ending to its letters.
  var mayHaveEnding: Bool {
    switch self {
    case .option, .slashOption, .command, .path, .lowLine, .call, .registryKey: true
    case .address, .argument, .identifier, .hexadecimal, .mail, .keyword, .locale: false
    }
  }

  /// Whether so few words have its signs that the only run that has them is what became of it.
  var isToldByShape: Bool {
    switch self {
    case .option, .slashOption, .keyword, .argument, .path, .call, .lowLine, .registryKey,
      .identifier,
      .hexadecimal, .address, .locale:
      true
    case .command, .mail: false
    }
  }

  /// Whether a byte may stand inside a translation of a literal.
  func allows(_ byte: UInt8) -> Bool {
    if byte.isTextLetterOrDigit { return true }
    switch self {
    case .option: return byte == 0x2D || byte == 0x5F
    case .command, .locale, .identifier: return byte == 0x2D
    case .lowLine, .call: return byte == 0x5F || byte == 0x2E
    case .mail: return byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x40
    case .path: return ".-_/\\:$%~".utf8.contains(byte)
    case .registryKey: return ".-_\\:".utf8.contains(byte)
    case .slashOption, .argument, .hexadecimal, .keyword: return false
    case .address: return true
    }
  }

  /// Whether a run of a target may be a literal of this kind that was translated.
  func mayHave(_ token: Span<UInt8>) -> Bool {
    let last = token.count - 1
    switch self {
    case .option: return token[0] == 0x2D && (token[1].isTextLetter || token[1] == 0x2D)
    case .slashOption: return token[0] == 0x2F && token[1].isTextLetter
    case .keyword: return token[0] == 0x2E && token[1].isTextLetter
    case .command: return token.firstIndex(of: 0x2D).map { $0 > 0 && $0 < last } ?? false
    case .call: return token.count > 2 && token.has("()", at: token.count - 2)
    case .lowLine: return token.firstIndex(of: 0x5F).map { $0 > 0 && $0 < last } ?? false
    case .mail: return token.firstIndex(of: 0x40) != nil
    case .path:
      return token.count > 2
        && (token[0] == 0x2F || token[0] == 0x5C || token[0] == 0x7E || token.has(":\\", at: 1))
    case .registryKey: return token.has("hkey", at: 0) || token.contains("\\")
    case .address:
      return token.contains("://") || token.has("http", at: 0) || token.has("www.", at: 0)
    case .argument: return token[0] == 0x25
    case .identifier: return token.count > 24 && token.count(of: 0x2D) == 4
    case .hexadecimal: return token.has("0x", at: 0)
    case .locale: return token.count == 5 && token[2] == 0x2D
    }
  }
}
