import LintCore

/// How many bytes a rule may search in one segment for the names of its other half.
///
/// A sentence never comes near it. A page made to be slow, with thousands of names in one segment,
/// would else take time by the square of its length; there a rule falls silent.
struct SearchBudget {
  private var left: Int

  init(_ segment: borrowing Segment) {
    left = 200_000 + 64 * (segment.source.count + segment.target.count)
  }

  /// Takes what one search through a text costs; false when there is too little left for it.
  mutating func allows(_ text: borrowing Text) -> Bool {
    left -= text.count + 16
    return left >= 0
  }
}
