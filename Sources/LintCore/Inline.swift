public import LintText

/// A link, code span, tag, placeholder or emphasis inside one half of a segment.
public struct Inline: Sendable {
  public enum Kind: UInt8, Sendable {
    /// A code span; `content` is what stands between the backticks.
    case code
    /// `[content](destination "title")`.
    case link
    /// `[content][label]`, `[label][]` or `[label]`, of text or of an image, whose label the page defines;
    /// `destination` is the label.
    case reference
    /// `![content](destination "title")`.
    case image
    /// `<https://…>`, `<xref:…>`; `destination` is what stands between the brackets.
    case autolink
    /// An HTML tag, comment or processing instruction.
    case tag
    /// `{0}`, `${name}`, `$(name)`, `{{name}}`, `{{< name >}}`, `%NAME%`, `%s`, `%1$s`, `%(name)s`; where the
    /// source is a file of its own `{name}`, too.
    case placeholder
    /// `:role:`content``.
    case role
    /// `$content$` or `$$content$$`.
    case math
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

  /// What a translation may do with an inline besides moving it.
  public struct Freedom: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// It may be there more often than in the source.
    public static let mayRepeat = Freedom(rawValue: 1)
    /// It may be missing.
    public static let mayDrop = Freedom(rawValue: 2)
    /// It may have another name: a word that stands for something has one in the reader's language.
    public static let mayRename = Freedom(rawValue: 4)
  }

  public let kind: Kind
  public let freedom: Freedom
  /// The whole of it, markup included.
  public let range: ByteRange
  /// What stands inside the markup.
  public let content: ByteRange
  /// The address of a link, image or autolink, the label of a reference; empty elsewhere.
  public let destination: ByteRange

  public init(
    _ kind: Kind, range: ByteRange, content: ByteRange = .none, destination: ByteRange = .none,
    freedom: Freedom = []
  ) {
    self.kind = kind
    self.freedom = freedom
    self.range = range
    self.content = content
    self.destination = destination
  }

  /// The same in an area that begins so many bytes further down.
  public func moved(by distance: Int) -> Inline {
    // What is not there has a range without bytes at 0, and keeps it.
    func moved(_ range: ByteRange) -> ByteRange {
      range == .none ? .none : range.moved(by: distance)
    }
    return Inline(
      kind, range: range.moved(by: distance), content: moved(content),
      destination: moved(destination), freedom: freedom)
  }

  /// Whether it is there only in a reading without backslashes.
  public var isUnescaped: Bool {
    kind == .unescapedStrong || kind == .unescapedEmphasis || kind == .unescapedLiteral
  }

  /// What a translation keeps of it: where a link leads, what stands in code or a placeholder, all of a
  /// role, a tag or a formula; empty for what a translation need not keep.
  public var identity: ByteRange {
    switch kind {
    case .link, .image, .autolink, .reference: destination
    case .code, .placeholder: content
    case .role, .tag, .math: range
    default: .none
    }
  }

  /// Whether a translation keeps what it stands for.
  var isKept: Bool {
    switch kind {
    case .code, .link, .image, .autolink, .reference, .tag, .placeholder, .role, .math: true
    default: false
    }
  }

  /// Whether it leads somewhere: a link, an image or an autolink.
  public var isLink: Bool { kind == .link || kind == .image || kind == .autolink }
}
