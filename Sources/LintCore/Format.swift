public import LintText

/// A way to read a kind of file.
public protocol Format: Sendable {
  /// The name that people know it by.
  var name: String { get }
  /// How the names of its files end, without the dot, in lower case.
  var fileExtensions: [String] { get }

  /// Reads a file. Whatever the bytes are, the result is a document: what is wrong with them is
  /// for rules to report.
  ///
  /// - Parameter page: what is known of it before it is read.
  func read(_ bytes: consuming [UInt8], _ page: Page) -> Document

  /// The part of a text that stays when a file of this format is written anew, by which a baseline
  /// knows a finding again.
  func lasting(_ text: [UInt8]) -> [UInt8]

  /// Reads a unit: a file and, where that is a file of its own, its source; one document for each of the
  /// file's locales.
  ///
  /// - Parameters:
  ///   - source: the source's file as this format has read it.
  ///   - page: what is known of the file before it is read.
  func read(_ bytes: consuming [UInt8], from source: SourceText?, _ page: Page) -> Unit

  /// A comment that says something, as a line of a file has it; `nil` where files have none.
  func comment(_ text: String) -> String?

  /// The rules that only this format has.
  ///
  /// - Parameter settings: what a configuration says of a rule of this name.
  func rules(settings: (String) -> RuleSettings) -> [any Rule]

  /// Reads a source that stands in a file of its own, once for all its locales; `nil` in a format whose
  /// files hold both.
  func readSource(_ bytes: consuming [UInt8], of file: SourceFile) -> SourceText?

  /// Whether its texts have escapes, so that an edit must be encoded.
  var hasEscapes: Bool { get }

  /// Whether its files hold messages of programs rather than pages: rules may be in other profiles there.
  var holdsMessages: Bool { get }

  /// The locale that a file's own word for it names.
  func locale(_ name: Span<UInt8>) -> LocaleTag?

  /// The locales that a path names in the way of this format's files, besides those that folders name.
  func locales(inPath path: String) -> [LocaleTag]

  /// A text as it is written into the file; `nil` where it can't be written there.
  ///
  /// - Parameters:
  ///   - text: what an edit puts in, without escapes.
  ///   - range: what it replaces, in `file`: part of a translation, no escape cut in two.
  func encoded(_ text: [UInt8], at range: ByteRange, in file: Span<UInt8>) -> [UInt8]?
}

extension Format {
  public func read(_ bytes: consuming [UInt8], from source: SourceText?, _ page: Page) -> Unit {
    Unit(read(bytes, page))
  }

  public func comment(_ text: String) -> String? { nil }

  public func rules(settings: (String) -> RuleSettings) -> [any Rule] { [] }

  public func readSource(_ bytes: consuming [UInt8], of file: SourceFile) -> SourceText? { nil }

  public var hasEscapes: Bool { false }

  public var holdsMessages: Bool { false }

  public func locale(_ name: Span<UInt8>) -> LocaleTag? { LocaleTag(name) }

  public func locales(inPath path: String) -> [LocaleTag] { [] }

  public func encoded(_ text: [UInt8], at range: ByteRange, in file: Span<UInt8>) -> [UInt8]? {
    text
  }

  public func lasting(_ text: [UInt8]) -> [UInt8] { text }
}

extension [any Format] {
  /// The format that reads a file of this name: the first that knows how it ends.
  public func format(of path: String) -> (any Format)? {
    let bytes = path.utf8
    guard let dot = bytes.lastIndex(of: 0x2E), !bytes[dot...].contains(0x2F) else { return nil }
    let ending = path[bytes.index(after: dot)...].utf8Span.span
    return first { format in
      format.fileExtensions.contains { $0.utf8Span.span.equalsIgnoringCase(ending) }
    }
  }
}
