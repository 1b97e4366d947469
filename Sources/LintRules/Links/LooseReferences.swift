import LintCore
import LintText

/// What is left in a text of reference links whose labels no line defines: `[words][label]`, `[words][]`,
/// `[words]`.
struct LooseReferences {
  struct Piece {
    /// What stands where the label should: the label, or the words.
    let label: ByteRange
    /// Where the brackets with the words end.
    let end: Int
    /// Whether brackets follow the words, and whether something stands in them.
    let hasBrackets: Bool
    let hasLabel: Bool

    /// Where to look.
    var place: ByteRange {
      hasLabel
        ? label
        : hasBrackets
          ? ByteRange(end, end + 2) : ByteRange(label.lower - 1, label.upper + 1)
    }
  }

  /// In the order of the text. If there is one with a second pair of brackets, those without are text.
  private(set) var list: [Piece] = []

  init(_ text: borrowing Text) {
    // The brackets of links, code and addresses are blanked there.
    let prose = text.prose
    var hasPairs = false
    var open: Int?
    var index = 0
    while index < prose.count {
      defer { index += 1 }
      if prose[index] == 0x5B { open = index }
      guard prose[index] == 0x5D, let start = open, index > start + 1 else {
        if prose[index] == 0x5D { open = nil }
        continue
      }
      open = nil
      let words = text[start + 1..<index].range
      let end = text.range.lower + index + 1
      guard prose.has("[", at: index + 1) else {
        if !hasPairs {
          list.append(Piece(label: words, end: end, hasBrackets: false, hasLabel: false))
        }
        continue
      }
      var close = index + 2
      while close < prose.count, prose[close] != 0x5B, prose[close] != 0x5D { close += 1 }
      guard prose.has("]", at: close) else { continue }
      if !hasPairs { list = [] }
      hasPairs = true
      let label = text[index + 2..<close].range
      list.append(
        Piece(
          label: label.isEmpty ? words : label, end: end, hasBrackets: true,
          hasLabel: !label.isEmpty))
      index = close
    }
  }
}
