import LintText

/// What a text has as markup of reStructuredText, and its addresses, as a number that is the same in any order of them.
public struct MarkupDigest: Equatable, Sendable {
  private var sum: UInt64 = 0
  /// Whether all that looks like markup is markup.
  public private(set) var isSound = true

  public init() {}

  mutating func add(_ scanner: RSTScanner, _ text: Span<UInt8>) {
    if !scanner.isSound { isSound = false }
    for inline in scanner.inlines {
      var key = Hash64(of: text.extracting(inline.content))
      key.add(inline.kind.rawValue)
      for index in inline.role { key.add(text[index]) }
      sum &+= key.value
    }
  }

  mutating func add(address: Range<Int>, _ text: Span<UInt8>) {
    sum &+= Hash64(of: text.extracting(address)).value
  }
}
