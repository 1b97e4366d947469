import LintCore
import LintText

/// A tag of HTML in a half of a segment.
struct HTMLTag {
  struct Attribute {
    let name: Range<Int>
    /// Without its quotes; empty where there is none.
    let value: Range<Int>
    /// Name and value as they are written.
    let range: Range<Int>
  }

  /// Which of the half's inlines it is.
  let index: Int
  /// What follows are indices of the tag's own bytes.
  let name: Range<Int>
  let isClosing: Bool
  let isSelfClosing: Bool

  /// - Parameter tag: The bytes of an inline that is a tag.
  init?(_ index: Int, _ tag: Span<UInt8>) {
    let start = tag.has("</", at: 0) ? 2 : 1
    var end = start
    while end < tag.count, tag[end].isLetterOrDigit { end += 1 }
    guard end > start else { return nil }
    self.index = index
    name = start..<end
    isClosing = start == 2
    isSelfClosing = tag.has("/>", at: tag.count - 2)
  }

  /// The attributes of an opening tag, in their order.
  func attributes(_ tag: Span<UInt8>) -> [Attribute] {
    guard !isClosing else { return [] }
    var list: [Attribute] = []
    var index = name.upperBound
    while index < tag.count - 1 {
      let start = index
      while index < tag.count - 1, !tag[index].isSpace, tag[index] != 0x3D, tag[index] != 0x2F {
        index += 1
      }
      guard index > start else {
        index += 1
        continue
      }
      let name = start..<index
      var value = index..<index
      if tag[index] == 0x3D {
        value = Self.value(tag, from: index + 1)
        index = value.upperBound
        if index < tag.count - 1, tag[index] == 0x22 || tag[index] == 0x27 { index += 1 }
      }
      list.append(Attribute(name: name, value: value, range: start..<index))
    }
    return list
  }

  private static func value(_ tag: Span<UInt8>, from start: Int) -> Range<Int> {
    let end = tag.count - 1
    guard start < end else { return end..<end }
    let quote = tag[start]
    var index = start
    if quote == 0x22 || quote == 0x27 {
      index += 1
      while index < end, tag[index] != quote { index += 1 }
      return start + 1..<max(index, start + 1)
    }
    while index < end, !tag[index].isSpace { index += 1 }
    return start..<index
  }
}
