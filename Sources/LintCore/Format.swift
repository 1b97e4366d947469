import LintText

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
}

extension Format {
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
