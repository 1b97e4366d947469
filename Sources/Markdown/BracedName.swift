internal import LintCore
import LintText

/// Braces around a name, around attributes of what stands before them, or in MDX around an expression.
struct BracedName {
  let inline: Inline

  /// In bytes; what is longer is text between two unrelated braces.
  private static let longest = 80

  /// - Parameter index: of the opening brace.
  init?(_ bytes: Span<UInt8>, at index: Int, before end: Int, isExpression: Bool) {
    // A space that went into `${name}` makes no other name of it.
    if index > 1, bytes[index - 1] == 0x20, "$%#@".utf8.contains(bytes[index - 2]) { return nil }
    var close = index + 1
    let limit = min(end, close + Self.longest)
    while close < limit, !Self.endsName(bytes[close]) { close += 1 }
    guard close < limit, bytes[close] == 0x7D else { return nil }
    let content = bytes.extracting(index + 1..<close)
    let freedom: Inline.Freedom
    if isExpression {
      guard Self.isExpression(content) else { return nil }
      freedom = []
    } else if Self.isName(content) {
      freedom = Self.isWord(content) ? .mayRename : []
    } else if Self.isAttributes(content) {
      freedom = Self.holdsWords(content) ? .mayRename : []
    } else {
      return nil
    }
    let range = ByteRange(index, close + 1)
    inline = Inline(.placeholder, range: range, content: range, freedom: freedom)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == 0x7D || byte == 0x7B || byte == 0x60 || byte == 0x0A || byte == 0x0D
  }

  /// Not a comment, and no text in quotes: `{/* id */}`, `{" "}`.
  private static func isExpression(_ content: Span<UInt8>) -> Bool {
    let text = content.extracting(content.trimmedRange)
    return !text.isEmpty && text[0] != 0x2F && text[0] != 0x22 && text[0] != 0x27 && text[0] != 0x23
  }

  /// Letters, digits and what joins them, with single spaces between words.
  private static func isName(_ content: Span<UInt8>) -> Bool {
    guard !content.isEmpty, content[0].isTextLetter || content[0] == 0x5F,
      content[content.count - 1] != 0x20
    else { return false }
    return content.indices.allSatisfy { index in
      let byte = content[index]
      return byte.isTextLetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x2E
        || byte == 0x20 && content[index - 1] != 0x20
    }
  }

  /// Whether a name is a word, or several, and none that a program knows: `{host}`, `{host_name}`, not
  /// `{hostName}`, `{host1}`.
  private static func isWord(_ name: Span<UInt8>) -> Bool {
    name.indices.allSatisfy { index in
      let byte = name[index]
      return byte.isTextLetter && !(byte.isUppercase && index > 0 && name[index - 1].isLowercase)
        || byte == 0x20 || byte == 0x5F || byte == 0x2D
    }
  }

  /// `.class`, `: .class`, `key=value`; those that name a place are the rules' for anchors.
  private static func isAttributes(_ content: Span<UInt8>) -> Bool {
    let text = content.extracting(content.trimmedRange)
    guard text.count > 1, text.firstIndex(of: 0x23) == nil else { return false }
    return (text[0] == 0x2E || text[0] == 0x3A) && (text[1].isLetter || text[1] == 0x20)
      || text[0].isLetter && text.firstIndex(of: 0x3D) != nil
  }

  /// Whether a value may be for readers.
  private static func holdsWords(_ attributes: Span<UInt8>) -> Bool {
    var isQuoted = false
    for index in attributes.indices {
      let byte = attributes[index]
      if byte == 0x22 { isQuoted.toggle() }
      if byte >= 0x80 || isQuoted && byte == 0x20 { return true }
    }
    return attributes.contains("title=") || attributes.contains("alt=")
  }
}
