/// A mistake in a file that loclint reads besides pages: a configuration, rule, glossary or list.
/// It ends the run before any page is read.
public struct PlacedError: Error, Equatable, CustomStringConvertible {
  /// The file's path as messages show it.
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// In characters, counted from 1; 0 when only the line is known.
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
    let before = text.utf8.prefix(offset)
    let end = before.lastIndex { $0 == 0x0A || $0 == 0x0D }
    let line = before[(end.map(before.index(after:)) ?? before.startIndex)...]
    self.init(
      path: path, line: before.lineEnds + 1,
      column: String(decoding: line, as: UTF8.self).count + 1,
      message)
  }

  /// `path:line:column: message`, without the column when it is not known.
  public var description: String {
    "\(path):\(line):" + (column > 0 ? "\(column):" : "") + " \(message)"
  }
}

extension Sequence<UInt8> {
  /// How many lines end, as editors count them: neither YAML's separators nor Unicode's end one.
  package var lineEnds: Int {
    var count = 0
    var last: UInt8 = 0
    for byte in self {
      if byte == 0x0D || byte == 0x0A && last != 0x0D { count += 1 }
      last = byte
    }
    return count
  }
}
