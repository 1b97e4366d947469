/// The segments of one page as a gettext catalogue, which checkers of PO files read.
struct POFile {
  private(set) var text =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    + "\"Content-Transfer-Encoding: 8bit\\n\"\n"

  /// Adds a segment. Its ID is the context, so that sentences that occur twice stay two messages.
  mutating func add(id: String, source: some Collection<UInt8>, target: some Collection<UInt8>) {
    // An empty message would be a second header.
    guard !source.isEmpty else { return }
    text += "\nmsgctxt \(Self.quoted(id.utf8))\n"
    text += "msgid \(Self.quoted(source))\nmsgstr \(Self.quoted(target))\n"
  }

  /// A string of C, all on one line; what is not UTF-8 is replaced, for a catalogue has to be.
  static func quoted(_ bytes: some Collection<UInt8>) -> String {
    var text = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
