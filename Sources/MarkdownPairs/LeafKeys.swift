import LintCore
import LintText

/// What the leaves of a source are called in lists and comments: the heading above and the number of the leaf
/// below it, `opening-the-lid/3`; a heading has its name alone, and what stands above the first a number.
///
/// So an edit elsewhere in a page or in its source changes no other section's. Of a long heading a key has the
/// beginning and a hash: each block below it has a key, and a heading may be as long as a page.
struct LeafKeys {
  private let names: [[UInt8]]
  /// For each leaf how many headings have come before, and its number below the last of these.
  private let places: [(heading: Int, number: Int)]

  init(_ leaves: [Leaf], names: [[UInt8]]) {
    self.names = names.map(Self.shortened)
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

  /// Bytes of a heading's name that a key has.
  private static let longest = 64

  private static func shortened(_ name: [UInt8]) -> [UInt8] {
    guard name.count > longest else { return name }
    let hash = String(Hash64(of: name.span).value, radix: 16)
    var end = longest - hash.utf8.count - 1
    // Not within a character.
    while end > 0, name[end] & 0xC0 == 0x80 { end -= 1 }
    return name[..<end] + [0x7E] + hash.utf8
  }

  /// Writes the key of a leaf.
  ///
  /// - Parameter place: the leaf of the page that it stands for.
  func key(of leaf: Int, at place: ByteRange, into texts: inout DecodedTexts) -> SegmentKey {
    let (heading, number) = places[leaf]
    let origin = ByteRange(place.lower, place.lower)
    if heading > 0 {
      let name = names[heading - 1]
      texts.append(name.span, for: origin)
    }
    if number > 0 { Self.append(number, isBelow: heading > 0, for: origin, to: &texts) }
    return Self.finish(at: place, &texts)
  }

  /// Writes the key of a definition of a link, `[label]`.
  ///
  /// - Parameter place: where it stands in the page.
  static func key(
    ofDefinition label: Span<UInt8>, at place: ByteRange, into texts: inout DecodedTexts
  ) -> SegmentKey {
    let key = [0x5B] + shortened([UInt8](label)) + [0x5D]
    texts.append(key.span, for: ByteRange(place.lower, place.lower))
    return finish(at: place, &texts)
  }

  /// Writes a number, behind `/` where it is one below a heading.
  private static func append(
    _ number: Int, isBelow: Bool, for origin: ByteRange, to texts: inout DecodedTexts
  ) {
    var digits = InlineArray<20, UInt8>(repeating: 0x2F)
    var (rest, first) = (number, digits.count)
    repeat {
      first -= 1
      digits[first] = 0x30 + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    let text = digits.span
    texts.append(text.extracting((isBelow ? first - 1 : first)...), for: origin)
  }

  private static func finish(at place: ByteRange, _ texts: inout DecodedTexts) -> SegmentKey {
    guard let range = texts.finish() else { return SegmentKey(place, lasting: .none) }
    return SegmentKey(range)
  }
}
