public import LintText

/// A link, code span, tag, placeholder or emphasis inside one half of a segment.
public struct Inline: Sendable {
  public enum Kind: UInt8, Sendable {
    /// A code span; `content` is what stands between the backticks.
    case code
    /// `[content](destination "title")`.
    case link
    /// `![content](destination "title")`.
    case image
    /// `<https://…>`, `<xref:…>`; `destination` is what stands between the brackets.
    case autolink
    /// An HTML tag, comment or processing instruction.
    case tag
    /// `{0}`, `${name}`, `$(name)`, `{{name}}`, `%NAME%`.
    case placeholder
    /// `*content*` or `_content_`.
    case emphasis
    /// `**content**` or `__content__`.
    case strong
    /// Delimiters of emphasis that open and close nothing, and so are read as they stand.
    case literalDelimiters
    /// A backslash and the character that it keeps from being markup; `content` is the character
    /// where that is an asterisk, and empty elsewhere.
    case escape
    /// In a half with escaped asterisks: bold type, emphasis and runs of two or more asterisks that
    /// open and close nothing, as they would be without those backslashes.
    case unescapedStrong
    case unescapedEmphasis
    case unescapedLiteral
  }

  public let kind: Kind
  /// The whole of it, markup included.
  public let range: ByteRange
  /// What stands inside the markup.
  public let content: ByteRange
  /// The address of a link, image or autolink; empty elsewhere.
  public let destination: ByteRange

  public init(
    _ kind: Kind, range: ByteRange, content: ByteRange = .none, destination: ByteRange = .none
  ) {
    self.kind = kind
    self.range = range
    self.content = content
    self.destination = destination
  }

  /// Whether it is there only in a reading without backslashes.
  public var isUnescaped: Bool {
    kind == .unescapedStrong || kind == .unescapedEmphasis || kind == .unescapedLiteral
  }

  /// Whether it leads somewhere: a link, an image or an autolink.
  public var isLink: Bool { kind == .link || kind == .image || kind == .autolink }
}
