public import LintText

/// The block of YAML before a document's text.
public struct FrontMatter: Sendable {
  /// One top-level key with its value.
  public struct Entry: Sendable {
    public enum Style: Sendable {
      case plain
      case quoted
      /// A block scalar (`|`, `>`), a list or a nested mapping.
      case other
    }

    public let key: ByteRange
    /// The value without its quotes; empty where none is written.
    public let value: ByteRange
    public let style: Style

    public init(key: ByteRange, value: ByteRange, style: Style) {
      self.key = key
      self.value = value
      self.style = style
    }
  }

  /// What the YAML parser refused.
  public struct Problem: Sendable {
    /// From the byte that it names to the end of the line; from the first byte when it names none.
    public let range: ByteRange
    public let message: String

    public init(range: ByteRange, message: String) {
      self.range = range
      self.message = message
    }
  }

  /// From the opening `---` to the end of the closing one, or of the last line that belongs to it.
  public let range: ByteRange
  /// What stands between the two.
  public let content: ByteRange
  /// Whether a closing `---` was found; without one, `entries` is empty.
  public let isClosed: Bool
  /// In file order, up to what the parser refused.
  public let entries: [Entry]
  public let problem: Problem?

  public init(
    range: ByteRange, content: ByteRange, isClosed: Bool, entries: [Entry], problem: Problem?
  ) {
    self.range = range
    self.content = content
    self.isClosed = isClosed
    self.entries = entries
    self.problem = problem
  }
}

extension Document {
  /// The first front-matter entry with this key.
  public func metadata(_ key: StaticString) -> FrontMatter.Entry? {
    frontMatter?.entry(key, in: bytes.span)
  }
}

extension FrontMatter {
  /// The first entry with this key.
  ///
  /// - Parameter bytes: those of the whole file.
  public func entry(_ key: StaticString, in bytes: Span<UInt8>) -> Entry? {
    let length = key.utf8CodeUnitCount
    return entries.first { $0.key.count == length && bytes.has(key, at: $0.key.lower) }
  }
}
