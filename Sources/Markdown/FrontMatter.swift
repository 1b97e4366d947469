package import LintCore
package import LintText

/// The block of YAML before a document's text.
package struct FrontMatter: Sendable {
  /// What the YAML parser refused.
  package struct Problem: Sendable {
    /// From the byte that it names to the end of the line; from the first byte when it names none.
    package let range: ByteRange
    package let message: String

    package init(range: ByteRange, message: String) {
      self.range = range
      self.message = message
    }
  }

  /// From the opening `---` to the end of the closing one, or of the last line that belongs to it.
  package let range: ByteRange
  /// What stands between the two.
  package let content: ByteRange
  /// Whether a closing `---` was found; without one, `entries` is empty.
  package let isClosed: Bool
  /// Its top-level keys in file order, up to what the parser refused.
  package let entries: [Attribute]
  package let problem: Problem?

  package init(
    range: ByteRange, content: ByteRange, isClosed: Bool, entries: [Attribute], problem: Problem?
  ) {
    self.range = range
    self.content = content
    self.isClosed = isClosed
    self.entries = entries
    self.problem = problem
  }
}

extension FrontMatter {
  /// What a page of Microsoft Learn says of its locale.
  package func contentLocale(_ bytes: Span<UInt8>) -> ByteRange? {
    entries.first(named: "ms.contentlocale", in: bytes)?.value
  }

  /// Whether such a page says that a machine has translated it.
  package func saysMachine(_ bytes: Span<UInt8>) -> Bool {
    guard let value = entries.first(named: "ms.translationtype", in: bytes)?.value else {
      return false
    }
    return value.count == 2 && bytes.has("MT", at: value.lower)
  }

  /// What a document says of itself with it.
  package var attributes: Attributes {
    Attributes(
      entries, place: ByteRange(range.lower, range.lower + 3),
      isWhole: isClosed && problem == nil)
  }
}
