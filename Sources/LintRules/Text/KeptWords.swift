import LintCore
import LintText

/// The parts of a half that are often left in the source's language on purpose: titles in links,
/// brackets, quotes and italics, and names of the screen in bold.
///
/// It must be asked for words in rising order, for it goes through the text and its inlines once.
struct KeptWords {
  private var index = 0
  private var inline = 0
  /// The end of the last link, image, emphasis or bold type that has begun.
  private var end = 0
  /// What closes the quote that is open; `nil` when none is.
  private var closing: UInt32?

  init() {}

  /// Whether a word of the target stands in such a part.
  mutating func contains(_ word: Range<Int>, _ segment: borrowing Segment) -> Bool {
    contains(word, segment.target, segment.targetInlines)
  }

  /// Whether a word of the source stands in such a part.
  mutating func contains(_ word: Range<Int>, inSourceOf segment: borrowing Segment) -> Bool {
    contains(word, segment.source, segment.sourceInlines)
  }

  private mutating func contains(
    _ word: Range<Int>, _ text: borrowing Text, _ inlines: Span<Inline>
  ) -> Bool {
    while index < word.lowerBound {
      let (scalar, length) = text.prose.scalar(at: index)
      if scalar == closing {
        closing = nil
      } else if closing == nil {
        closing = Self.closing(scalar, text.prose, index)
      }
      index += length
    }
    let offset = text.range.lower + word.lowerBound
    while inline < inlines.count, inlines[inline].range.lower <= offset {
      switch inlines[inline].kind {
      case .link, .reference, .image, .emphasis, .strong:
        end = max(end, inlines[inline].range.upper)
      default: break
      }
      inline += 1
    }
    return closing != nil || offset < end
  }

  /// What closes a quote that opens here.
  private static func closing(_ scalar: UInt32, _ prose: Span<UInt8>, _ index: Int) -> UInt32? {
    switch scalar {
    case 0x22: 0x22
    case 0x27:
      // Not an apostrophe.
      index == 0 || prose[index - 1].isSpace || prose[index - 1] == 0x28 ? 0x27 : nil
    case 0x2018: 0x2019
    case 0x201C: 0x201D
    case 0x201D: 0x201D
    case 0x201E: 0x201C
    case 0xAB: 0xBB
    case 0x5B: 0x5D
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    default: nil
    }
  }
}
