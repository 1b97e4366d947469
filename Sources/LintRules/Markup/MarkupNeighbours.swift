import LintCore
import LintText

/// Looks for words that have grown together with the markup of a segment.
struct MarkupNeighbours: SegmentCheck {
  let words: NeighbourWords
  let after: Message
  let before: Message

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let bytes = segment.target.bytes
    let start = segment.target.range.lower
    let isPair = shared.sourceFile != nil
    var partners = MarkupPartners()
    // Where one mark of code is lost, what is between the others is no code.
    var hasWholeCode: Bool?
    var index = 0
    while index < segment.targetInlines.count {
      let range = segment.targetInlines[index].range
      let (lower, upper) = (range.lower - start, range.upper - start)
      let isAfter = upper < bytes.count && bytes[upper].isTextLetter
      let isBefore = lower > 0 && bytes[lower - 1].isTextLetter
      if isAfter || isBefore, Self.isWhole(index, segment, &hasWholeCode) {
        if isAfter {
          look(MarkupEdge(.after, upper), of: index, segment, isPair, &partners, &report)
        }
        if isBefore {
          look(MarkupEdge(.before, lower), of: index, segment, isPair, &partners, &report)
        }
      }
      index += 1
    }
  }

  /// Whether an inline is what it seems.
  private static func isWhole(
    _ index: Int, _ segment: borrowing Segment, _ hasWholeCode: inout Bool?
  ) -> Bool {
    guard segment.targetInlines[index].kind == .code else { return true }
    let isWhole = hasWholeCode ?? self.hasWholeCode(segment)
    hasWholeCode = isWhole
    return isWhole
  }

  /// Whether backticks come in pairs, or the source's do not either.
  private static func hasWholeCode(_ segment: borrowing Segment) -> Bool {
    count(of: 0x60, in: segment.target.bytes).isMultiple(of: 2)
      || !count(of: 0x60, in: segment.source.bytes).isMultiple(of: 2)
  }

  private static func count(of byte: UInt8, in text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] == byte { count += 1 }
    return count
  }

  /// Looks at an edge of an inline that has a letter there.
  ///
  /// - Parameter isPair: Whether the source is a file of its own.
  private func look(
    _ edge: MarkupEdge, of index: Int, _ segment: borrowing Segment, _ isPair: Bool,
    _ partners: inout MarkupPartners, _ report: inout Findings
  ) {
    let inline = segment.targetInlines[index]
    guard let kind = MarkupKind(inline, segment.target, edge.side) else { return }
    let isJoined = edge.isJoined(by: inline, segment.target)
    guard !isJoined || isPair && kind == .code, Self.isClosed(index, kind, segment),
      let word = NeighbourWord(
        segment.target.bytes, edge, isAtCode: kind == .code,
        isAtLetter: inline.isLetter(in: segment.target),
        isBehindMark: edge.side == .after && inline.endsInMark(segment.target))
    else { return }
    let partner = partners.find(
      kind, edge.side, of: index, segment, isAnywhere: isPair)
    // Where the source has a space beside the same code, no sign at its end joins it to a word.
    let isParted =
      isPair && kind == .code
      && (words.hasNoEndings || partner.isSame && partner.neighbour.isSpace)
    guard partner.neighbour != .partOfWord, !isJoined || isParted,
      !(edge.side == .after && inline.isPrefix(in: segment.target)
        && !words.isFunctionWord(segment.target.bytes, word.range)),
      words.isWord(
        segment.target.bytes, word, beside: partner, in: segment.source.bytes,
        isParted: isParted)
    else { return }
    let place = segment.target.range.lower + edge.offset
    report(
      segment.target[word.range], edge.side == .after ? after : before,
      Self.name(of: inline, segment.target), segment.target[word.range].string,
      fix: Fix(
        partner.neighbour.isSpace ? .safe : .suggested, "Put a space between the two.",
        [Fix.Edit(ByteRange(place, place), [0x20])]))
  }

  /// Whether a tag has another one near it that opens or closes it: in `</b>word<b>` neither has, and
  /// what is wrong is no space.
  private static func isClosed(_ index: Int, _ kind: MarkupKind, _ segment: borrowing Segment)
    -> Bool
  {
    guard kind == .openingTag || kind == .closingTag else { return true }
    let step = kind == .openingTag ? 1 : -1
    var other = index + step
    for _ in 0..<8 {
      guard segment.targetInlines.indices.contains(other) else { return false }
      let inline = segment.targetInlines[other]
      if inline.kind == .tag,
        segment.target[inline.range].bytes.has("</", at: 0) == (kind == .openingTag)
      {
        return true
      }
      other += step
    }
    return false
  }

  /// What a reader sees of markup: the words of a link, else all of it.
  private static func name(of inline: Inline, _ text: borrowing Text) -> String {
    (inline.kind == .link || inline.kind == .image) && !inline.content.isEmpty
      ? text[inline.content].string : text[inline.range].string
  }
}

extension Inline {
  /// Whether it is bold, italic or code and holds one letter: a variable, of which the ordinal is made
  /// (`*n*th`), or the first of a word.
  fileprivate func isLetter(in text: borrowing Text) -> Bool {
    guard kind == .strong || kind == .emphasis || kind == .code else { return false }
    let content = text[content].bytes
    return !content.isEmpty && content.count <= 4 && content.scalar(at: 0).length == content.count
      && content[0].isTextLetter
  }

  /// Whether the words in it end with a mark of punctuation that parts them from what follows.
  fileprivate func endsInMark(_ text: borrowing Text) -> Bool {
    guard kind != .code, !content.isEmpty else { return false }
    let bytes = text[content].bytes
    return ",;:!?".utf8.contains(bytes[bytes.count - 1])
  }

  /// Whether it is bold or italic and holds a prefix alone, as in `**Des**attiva`.
  fileprivate func isPrefix(in text: borrowing Text) -> Bool {
    guard kind == .strong || kind == .emphasis else { return false }
    let content = text[content].bytes
    guard content.count <= 5 else { return false }
    return Self.prefixes.contains { content.equalsIgnoringCase($0) }
  }

  private static let prefixes: [StaticString] = [
    "anti", "auto", "co", "de", "des", "dis", "dé", "Dé", "en", "im", "in", "ir", "non", "pre",
    "pré",
    "pro", "re", "ri", "ré", "Ré", "sub", "un",
  ]
}
