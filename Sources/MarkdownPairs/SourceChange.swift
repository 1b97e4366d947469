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
    let (old, new) = (known.text.leaves.list, latest.text.leaves.list)
    let (bytes, newBytes) = (known.bytes, latest.bytes)
    func isSame(_ one: Leaf, _ other: Leaf) -> Bool {
      bytes.span.extracting(one.content.range)
        .elementsEqual(newBytes.span.extracting(other.content.range))
    }
    // Most changes are few lines: what both begin and end with is not counted.
    let before = zip(old, new).prefix { isSame($0, $1) }.count
    let behind = zip(old.dropFirst(before).reversed(), new.dropFirst(before).reversed())
      .prefix { isSame($0, $1) }.count
    var counts: [[UInt8]: Int] = [:]
    for leaf in old[before..<old.count - behind] {
      counts[[UInt8](bytes.span.extracting(leaf.content.range)), default: 0] += 1
    }
    var (blocks, words) = (0, 0)
    for leaf in new[before..<new.count - behind] {
      let text = [UInt8](newBytes.span.extracting(leaf.content.range))
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
