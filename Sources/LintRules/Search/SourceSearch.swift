import LintCore
import LintText

/// Which pieces of targets stand in their sources, too; asked from the first segment to the last.
///
/// A segment may hold thousands of pieces, equal or not, and each search goes through the whole source:
/// equal ones are looked for once, and different ones as long as the budget lasts.
struct SourceSearch {
  private var index = -1
  private var budget: SearchBudget?
  private var known: Remembered<Bool> = Remembered()

  /// Whether the source of a segment holds the same bytes as a piece of its target; also when nothing can
  /// be told: so much was looked for there, or the segment is damaged.
  mutating func has(
    _ piece: borrowing Text, inSourceOf index: Int, _ document: borrowing Document
  ) -> Bool {
    if !document.records[index].isCertain { return true }
    if self.index != index {
      self.index = index
      budget = SearchBudget(document.segment(index))
      known = Remembered()
    }
    let source = document.text(document.records[index].source)
    return known.value(of: piece.bytes) {
      budget?.allows(source) != true || source.bytes.contains(piece.bytes)
    }
  }
}
