import LintCore
import LintText

/// What the leaves of a source are called in lists and comments: the heading above and the number of the leaf
/// below it, `opening-the-lid/3`; a heading has its name alone, and what stands above the first a number.
///
/// So an edit elsewhere in a page or in its source changes no other section's.
struct LeafKeys {
  private let names: [[UInt8]]
  /// For each leaf how many headings have come before, and its number below the last of these.
  private let places: [(heading: Int, number: Int)]

  init(_ leaves: [Leaf], names: [[UInt8]]) {
    self.names = names
    var (heading, number) = (0, 0)
    places = leaves.map { leaf in
      if leaf.isHeading {
        heading += 1
        number = 0
      } else {
        number += 1
      }
      return (heading, number)
    }
  }

  /// Writes the key of a leaf.
  ///
  /// - Parameter place: the leaf of the page that it stands for.
  func key(of leaf: Int, at place: ByteRange, into texts: inout DecodedTexts) -> SegmentKey {
    let (heading, number) = places[leaf]
    var key = heading > 0 ? names[heading - 1] : []
    if heading > 0, number > 0 { key.append(0x2F) }
    if number > 0 { key += String(number).utf8 }
    texts.append(key.span, for: ByteRange(place.lower, place.lower))
    guard let range = texts.finish() else { return SegmentKey(place, lasting: .none) }
    return SegmentKey(range)
  }
}
