import LintText
import Markdown

/// Finds the code blocks of a page that are not their sources'.
enum CodePairs {
  /// A code block of the page and that of its source.
  struct Change {
    let target: Block
    let source: Block
  }

  /// In the order of the page, without those that the latest source has.
  static func changed(_ pair: PairDetail, _ bytes: Span<UInt8>, _ source: Span<UInt8>) -> [Change] {
    var changes: [Change] = []
    for partners in pair.alignment.pairs {
      let (leaf, other) = (pair.target.list[partners.target], pair.source.list[partners.source])
      guard leaf.isCode, other.isCode, pair.isComparable(partners.target) else { continue }
      let code = bytes.extracting(leaf.content.range)
      guard !code.elementsEqual(source.extracting(other.content.range)),
        pair.latest?.hasCode(code) != true
      else { continue }
      changes.append(
        Change(
          target: pair.target.blocks.list[leaf.block], source: pair.source.blocks.list[other.block])
      )
    }
    return changes
  }
}
