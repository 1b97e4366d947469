/// A YAML file with its name, for messages.
package struct YAMLSource: Sendable {
  package let path: String
  /// Without a byte order mark, which would count as an indentation.
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// - Parameter offset: In bytes from the start of `text`.
  package func mistake(_ message: String, at offset: Int) -> PlacedError {
    PlacedError(path: path, text: text, offset: offset, message)
  }

  /// The offset in the file of a byte of a scalar's value; the start of the scalar where escapes or
  /// line breaks make its value differ from what is written.
  package func offset(of byte: Int, in node: YAMLNode) -> Int {
    guard let value = node.string else { return node.range.lowerBound }
    let written = Array(text.utf8)[node.range]
    for start in [0, 1] where written.dropFirst(start).starts(with: value.utf8) {
      return node.range.lowerBound + start + byte
    }
    return node.range.lowerBound
  }
}
