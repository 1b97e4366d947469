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
