/// A mistake in a file that tells loclint what to do; the run ends before it begins.
public struct PlacedError: Error, Equatable, CustomStringConvertible {
  public let path: String
  /// From 1.
  public let line: Int
  /// In characters, from 1; 0 when only the line is known.
  public let column: Int
  /// A clause, without a full stop.
  public let message: String

  public init(path: String, line: Int, column: Int, _ message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// - Parameter offset: In bytes of `text`.
  package init(path: String, text: String, offset: Int, _ message: String) {
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    let lines = before.split(omittingEmptySubsequences: false) { $0.isNewline }
    self.init(path: path, line: lines.count, column: (lines.last?.count ?? 0) + 1, message)
  }

  public var description: String {
    "\(path):\(line):" + (column > 0 ? "\(column):" : "") + " \(message)"
  }
}
