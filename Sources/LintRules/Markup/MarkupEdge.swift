import LintCore
import LintText

/// Where markup begins or ends.
struct MarkupEdge {
  enum Side {
    case before, after
  }

  let side: Side
  /// From the start of the half.
  let offset: Int

  init(_ side: Side, _ offset: Int) {
    self.side = side
    self.offset = offset
  }

  /// Whether the markup ends at this edge with a space, or with a sign that joins it to a word:
  /// `[la guida ](a.md)per`, `**auto-**matico`, `` `/`docs ``.
  func isJoined(by inline: Inline, _ text: borrowing Text) -> Bool {
    guard inline.kind != .tag, inline.kind != .autolink, !inline.content.isEmpty else {
      return false
    }
    let content = text[inline.content].bytes
    switch content[side == .after ? content.count - 1 : 0] {
    case 0x20, 0x09...0x0D, 0x2D, 0x2F, 0x27, 0x5F, 0x23, 0x40, 0x24: return true
    case 0x28, 0x5B, 0x22: return side == .after
    default: return false
    }
  }

  /// What stands on this side of markup.
  func neighbour(_ bytes: Span<UInt8>) -> MarkupNeighbour {
    guard side == .after ? offset < bytes.count : offset > 0 else { return .other }
    let byte = bytes[side == .after ? offset : offset - 1]
    if byte.isTextLetterOrDigit {
      let isNoBreakSpace =
        side == .after ? bytes.has("\u{A0}", at: offset) : bytes.has("\u{A0}", at: offset - 2)
      if isNoBreakSpace { return .space }
      return letterLength(bytes, at: offset) == nil && byte >= 0x80 ? .other : .partOfWord
    }
    guard byte.isSpace else { return .other }
    let next = side == .after ? offset + 1 : offset - 2
    return next >= 0 && next < bytes.count && bytes[next].isTextLetter ? .spaceAndWord : .space
  }

  /// How many bytes the letter has that stands on this side of an offset; `nil` where there is none of
  /// a script with spaces between words.
  func letterLength(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    guard side == .after ? offset < bytes.count : offset > 0 else { return nil }
    let (value, length) =
      side == .after ? bytes.scalar(at: offset) : bytes.scalar(before: offset)
    guard value.isWordScalar, !value.isUnspacedScalar, !(0x30...0x39).contains(value) else {
      return nil
    }
    return length
  }
}

/// What stands beside markup in a source.
enum MarkupNeighbour {
  /// The end of the text, or a sign.
  case other
  case space
  /// A space with a word behind it, or before it.
  case spaceAndWord
  /// A letter or digit.
  case partOfWord

  var isSpace: Bool { self == .space || self == .spaceAndWord }
}
