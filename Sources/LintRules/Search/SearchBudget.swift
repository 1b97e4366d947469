import LintCore

/// How many bytes a rule may search in one segment for the names of its other half.
///
/// No sentence comes near it. A page made to be slow, with thousands of names in one segment, would
/// else take time by the square of its length; there a rule stops reporting.
struct SearchBudget {
  /// Bytes for any segment.
  static let least = 200_000
  /// Bytes more for each byte of both halves.
  static let factor = 24

  private var left: Int

  /// How many names of a segment a rule looks for before it remembers what it found; a sentence has
  /// fewer.
  static let unremembered = 8

  /// - Parameter factor: Less than the usual one where each byte costs more than a search does.
  init(_ segment: borrowing Segment, factor: Int = Self.factor) {
    left = Self.least + factor * (segment.source.count + segment.target.count)
  }

  var isLeft: Bool { left >= 0 }

  /// Takes what one search through a text costs, and tells whether that much was left.
  mutating func allows(_ text: borrowing Text) -> Bool { allows(text.count) }

  /// The same for a search through a list of that many elements.
  mutating func allows(_ count: Int) -> Bool {
    spend(count + 16)
    return isLeft
  }

  /// Takes the cost of work that is done already.
  mutating func spend(_ count: Int) { left -= count }
}
