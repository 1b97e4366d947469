package import LintCore
import LintText

/// What a version of a source has that an earlier one had not.
package struct SourceChange: Sendable {
  /// How many blocks are new or changed, and how many words stand in them.
  package let blocks: Int
  package let words: Int
  /// How many blocks are there no more.
  let gone: Int

  init(from known: PairSource, to latest: PairSource) {
    let (old, new) = (known.bytes, latest.bytes)
    var counts: [[UInt8]: Int] = [:]
    for leaf in known.text.leaves.list {
      counts[[UInt8](old.span.extracting(leaf.content.range)), default: 0] += 1
    }
    var (blocks, words) = (0, 0)
    for leaf in latest.text.leaves.list {
      let text = [UInt8](new.span.extracting(leaf.content.range))
      if let count = counts[text], count > 0 {
        counts[text] = count - 1
      } else {
        blocks += 1
        words += text.split(whereSeparator: \.isSpace).count
      }
    }
    (self.blocks, self.words) = (blocks, words)
    gone = counts.values.reduce(0, +)
  }

  /// `nil` for what is not read as sources of pairs are.
  package init?(from known: SourceText, to latest: SourceText) {
    guard let known = known.detail as? PairSource, let latest = latest.detail as? PairSource else {
      return nil
    }
    self.init(from: known, to: latest)
  }
}
