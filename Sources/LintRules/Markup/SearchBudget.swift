import LintCore

/// How many bytes a rule may search in one segment for the names of its other half.
///
/// A sentence never comes near it. A page made to be slow, with thousands of names in one segment,
/// would else take time by the square of its length; there a rule falls silent.
struct SearchBudget {
  static let least = 200_000
  static let factor = 24

  private var left: Int

  /// How many names a rule looks for without remembering them: sentences have fewer.
  static let unremembered = 8

  init(_ segment: borrowing Segment) {
    left = Self.least + Self.factor * (segment.source.count + segment.target.count)
  }

  var isLeft: Bool { left >= 0 }

  /// Takes what one search through a text costs; false when there is too little left for it.
  mutating func allows(_ text: borrowing Text) -> Bool { allows(text.count) }

  /// The same for a search through a list.
  mutating func allows(_ count: Int) -> Bool {
    spend(count + 16)
    return isLeft
  }

  /// Takes what has been done besides.
  mutating func spend(_ count: Int) { left -= count }
}
