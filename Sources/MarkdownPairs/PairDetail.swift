/// What only rules of pairs know of a page: its leaves, those of its source, and which belong together.
final class PairDetail: Sendable {
  let alignment: LeafAlignment
  let target: PageLeaves
  let source: PageLeaves

  init(_ alignment: LeafAlignment, _ target: PageLeaves, _ source: PageLeaves) {
    self.alignment = alignment
    self.target = target
    self.source = source
  }
}
