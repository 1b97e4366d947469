import LintText

/// Damage to the pairs and their IDs.
enum SpanFaults {
  private static let closeTag = 7
  private static let wrapper = "<span class=\"sxs-lookup\">"

  static let kinds: [FaultKind] = [
    // A target half loses its end.
    FaultKind("target-never-closed", "unclosed-span", "spans") { (victim: Victim, _) in
      let end = victim.pair.target.upperBound
      return .delete(end..<end + closeTag, at: victim.pair.range)
    },
    // A source half loses one of its two ends.
    FaultKind("source-never-closed", "unclosed-span", "spans") { (victim: Victim, _) in
      let end = victim.pair.range.upperBound
      return .delete(end - closeTag..<end, at: victim.pair.range)
    },
    // A source half loses both.
    FaultKind("source-without-ends", "unclosed-span", "spans") { (victim: Victim, _) in
      let end = victim.pair.range.upperBound
      return .delete(end - 2 * closeTag..<end, at: victim.pair.range)
    },
    // The file ends in the middle of a target half with text.
    FaultKind("file-cut", "unclosed-span", "spans") { (victim: Victim, _) in
      guard victim.target.isBare, victim.pair.target.count > 8 else { return nil }
      var middle = (victim.pair.target.lowerBound + victim.pair.target.upperBound) / 2
      while victim.bytes[middle] & 0xC0 == 0x80 { middle += 1 }
      return .delete(
        middle..<victim.bytes.count,
        at: victim.pair.range.lowerBound..<victim.pair.target.lowerBound)
    },
    FaultKind("source-half-deleted", "unpaired-span", "spans") { (victim: Victim, _) in
      .delete(
        victim.pair.target.upperBound + closeTag..<victim.pair.range.upperBound,
        at: victim.pair.range)
    },
    FaultKind("target-half-deleted", "unpaired-span", "spans") { (victim: Victim, _) in
      .delete(
        victim.pair.range.lowerBound..<victim.pair.target.upperBound + closeTag,
        at: victim.pair.range)
    },
    // The last word of a sentence is typed behind the half; the target ends with a word of its own.
    FaultKind("text-between-halves", "unpaired-span", "spans") { (victim: Victim, _) in
      guard victim.target.isBare, let word = victim.target.words.last,
        victim.target.words.count >= 3, word.range.upperBound + 2 >= victim.pair.target.upperBound
      else { return nil }
      let tail = word.range.lowerBound..<victim.pair.target.upperBound
      let end = victim.pair.target.upperBound + closeTag
      return Fault(
        [
          Fault.Edit(range: tail, bytes: []),
          Fault.Edit(range: end..<end, bytes: Array(victim.bytes[tail])),
        ], at: [victim.pair.target.lowerBound..<end])
    },
    FaultKind("wrapper-deleted", "unpaired-span", "spans") { (victim: Victim, _) in
      let start = victim.pair.target.upperBound + closeTag
      return .delete(start..<start + wrapper.utf8.count, at: victim.pair.range)
    },
    FaultKind("source-id-mistyped", "mismatched-span-id", "spans") { (victim: Victim, random) in
      let digits = Array(victim.pair.sourceID).filter { victim.bytes[$0].isDigit }
      return random.pick(digits).map { changedDigit(victim.bytes, $0, &random) }
    },
    // The halves of two neighbours on lines of their own are exchanged: both pairs are damaged.
    FaultKind("source-ids-exchanged", "mismatched-span-id", "spans") { (victim: Victim, _) in
      guard let next = victim.next, next.isPlain else { return nil }
      return Fault([
        Fault.Edit(range: victim.pair.sourceID, bytes: Array(victim.bytes[next.sourceID])),
        Fault.Edit(range: next.sourceID, bytes: Array(victim.bytes[victim.pair.sourceID])),
      ])
    },
    FaultKind("id-with-wrong-letter", "malformed-span-id", "spans") { (victim: Victim, random) in
      let start = victim.pair.targetID.lowerBound + random.below(5)
      return .replace(start..<start + 1, with: "g")
    },
    FaultKind("id-without-hyphen", "malformed-span-id", "spans") { (victim: Victim, random) in
      let hyphen = victim.pair.targetID.lowerBound + 5
      return .replace(hyphen..<hyphen + 1, with: random.below(2) == 0 ? "_" : "")
    },
    FaultKind("id-without-quote", "malformed-span-id", "spans") { (victim: Victim, _) in
      let quote = victim.pair.targetID.upperBound
      return .delete(quote..<quote + 1)
    },
    // The next segment is given this one's ID.
    FaultKind("id-given-twice", "duplicate-span-id", "spans") { (victim: Victim, _) in
      guard let next = victim.next, next.isPlain else { return nil }
      let id = Array(victim.bytes[victim.pair.targetID])
      return Fault([
        Fault.Edit(range: next.targetID, bytes: id), Fault.Edit(range: next.sourceID, bytes: id),
      ])
    },
    // A segment is pasted a second time behind itself; not in a heading, whose anchor would no longer
    // be that of its text.
    FaultKind("segment-pasted-twice", "duplicate-span-id", "spans") { (victim: Victim, _) in
      guard !isHeading(victim.bytes, victim.pair) else { return nil }
      let copy = " " + victim.bytes.text(victim.pair.range)
      return .insert(copy, at: victim.pair.range.upperBound)
    },
    // In a file of three segments or more, so that it is plain which prefix is the file's.
    FaultKind("prefix-of-another-file", "foreign-span-prefix", "spans") {
      (victim: Victim, random) in
      guard victim.page.pairs.count >= 3,
        let other = random.pick(victim.corpus.pages.filter { !$0.pairs.isEmpty })
      else { return nil }
      let prefix = Array(other.bytes[other.pairs[0].targetID].prefix(5))
      guard prefix != Array(victim.bytes[victim.pair.targetID].prefix(5)) else { return nil }
      return Fault(
        [victim.pair.targetID, victim.pair.sourceID].map {
          Fault.Edit(range: $0.lowerBound..<$0.lowerBound + 5, bytes: prefix)
        })
    },
    // Between two segments with the numbers just below and above, with nothing but markup between
    // that could have a number of its own; not in a heading, whose anchor would be left over.
    FaultKind("segment-deleted", "missing-segment", "spans") { (victim: Victim, _) in
      guard let place = deletable(victim), let next = victim.next else { return nil }
      return .delete(place.pair, at: next.range)
    },
    // The same with the whole line, where the line holds nothing else but marks.
    FaultKind("line-deleted", "missing-segment", "spans") { (victim: Victim, _) in
      guard let place = deletable(victim), let line = place.line, let next = victim.next else {
        return nil
      }
      return .delete(line, at: next.range)
    },
    // Two neighbours exchange their numbers; either may be called the one out of order.
    FaultKind("numbers-exchanged", "misordered-span-id", "spans") { (victim: Victim, _) in
      guard let next = victim.next, next.isPlain, next.number != nil, victim.pair.number != nil
      else { return nil }
      let (one, two) = (
        Array(victim.bytes[victim.pair.targetID]), Array(victim.bytes[next.targetID])
      )
      return Fault([
        Fault.Edit(range: victim.pair.targetID, bytes: two),
        Fault.Edit(range: victim.pair.sourceID, bytes: two),
        Fault.Edit(range: next.targetID, bytes: one), Fault.Edit(range: next.sourceID, bytes: one),
      ])
    },
    // A segment is moved behind the one after next, IDs and all; not a heading's, whose anchor would
    // be left over, nor to one.
    FaultKind("segment-moved", "misordered-span-id", "spans") { (victim: Victim, _) in
      guard !isHeading(victim.bytes, victim.pair), let next = victim.next,
        victim.index + 2 < victim.page.pairs.count,
        [victim.pair, next, victim.page.pairs[victim.index + 2]].allSatisfy({ $0.number != nil })
      else { return nil }
      let after = victim.page.pairs[victim.index + 2]
      guard !isHeading(victim.bytes, after) else { return nil }
      return Fault(
        [
          Fault.Edit(range: victim.pair.range, bytes: []),
          Fault.Edit(
            range: after.range.upperBound..<after.range.upperBound,
            bytes: [0x20] + victim.bytes[victim.pair.range]),
        ], at: [after.range.upperBound..<after.range.upperBound])
    },
    // A digit is typed twice; not in the last segment, whose number nothing follows.
    FaultKind("number-mistyped", "misordered-span-id", "spans") { (victim: Victim, _) in
      guard victim.next != nil, let number = victim.pair.number else { return nil }
      let digits = "\(number)"
      let mistyped = digits.prefix(1) + digits
      guard !victim.page.pairs.contains(where: { $0.number == Int(mistyped) }) else { return nil }
      return Fault(
        [victim.pair.targetID, victim.pair.sourceID].map {
          Fault.Edit(range: $0.lowerBound + 6..<$0.upperBound, bytes: Array(mistyped.utf8))
        })
    },
    FaultKind("target-emptied", "empty-target", "spans") { (victim: Victim, _) in
      guard victim.hasText else { return nil }
      return .replace(victim.pair.target, with: "", at: victim.pair.range)
    },
    FaultKind("target-only-space", "empty-target", "spans") { (victim: Victim, _) in
      guard victim.hasText else { return nil }
      return .replace(victim.pair.target, with: " ", at: victim.pair.range)
    },
    // A target of words only, for markup that its source lacks would be reported as well; not in a
    // heading, whose anchor is made from its source.
    FaultKind("source-emptied", "empty-source", "spans") { (victim: Victim, _) in
      guard victim.hasText, !isHeading(victim.bytes, victim.pair), victim.target.isBare,
        victim.source.isBare
      else { return nil }
      return .replace(victim.pair.source, with: "", at: victim.pair.range)
    },
    FaultKind("quotes-escaped", "escaped-span-markup", "spans") { (victim: Victim, _) in
      let pair = victim.bytes.text(victim.pair.range)
      return .replace(victim.pair.range, with: escaped(pair))
    },
    // As a program does it that begins in the middle of a tag.
    FaultKind("quotes-escaped-from-the-middle", "escaped-span-markup", "spans") {
      (victim: Victim, _) in
      let rest = victim.pair.targetID.upperBound..<victim.pair.range.upperBound
      return .replace(rest, with: escaped(victim.bytes.text(rest)), at: victim.pair.range)
    },
    FaultKind("brackets-escaped", "escaped-span-markup", "spans") { (victim: Victim, _) in
      var text = ""
      for character in escaped(victim.bytes.text(victim.pair.range)) {
        text += character == "<" ? "&lt;" : character == ">" ? "&gt;" : String(character)
      }
      return .replace(victim.pair.range, with: text)
    },
  ]

  private static func changedDigit(_ bytes: [UInt8], _ index: Int, _ random: inout Random) -> Fault
  {
    let digit = (Int(bytes[index] & 0x0F) + 1 + random.below(9)) % 10
    return .replace(index..<index + 1, with: String(digit))
  }

  private static func isHeading(_ bytes: [UInt8], _ pair: Page.Pair) -> Bool {
    bytes[bytes.lineStart(pair.range.lowerBound)..<pair.range.lowerBound].contains(0x23)
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
  }

  /// The pair, and its whole line where that holds nothing else.
  private static func deletable(_ victim: Victim) -> (pair: Range<Int>, line: Range<Int>?)? {
    guard let previous = victim.previous, let next = victim.next, let number = victim.pair.number,
      previous.number == number - 1, next.number == number + 1, previous.isPlain, next.isPlain,
      holdsNoNumber(victim.bytes, previous.range.upperBound..<victim.pair.range.lowerBound),
      holdsNoNumber(victim.bytes, victim.pair.range.upperBound..<next.range.lowerBound),
      ![previous, next].contains(where: { holdsTitle(victim.bytes, $0.source) }),
      !holdsTitle(victim.bytes, victim.pair.source)
    else { return nil }
    let start = victim.bytes.lineStart(victim.pair.range.lowerBound)
    let end = victim.bytes.lineEnd(victim.pair.range.upperBound)
    let before = victim.bytes[start..<victim.pair.range.lowerBound]
    guard !before.contains(0x23), !before.contains(0x5B) else { return nil }
    let isAlone =
      !victim.page.pairs.contains {
        $0.range != victim.pair.range && $0.range.lowerBound < end && $0.range.upperBound > start
      }
      && victim.bytes[start..<victim.pair.range.lowerBound].allSatisfy {
        !$0.isTextLetter && $0 != 0x7C
      }
      && victim.bytes[victim.pair.range.upperBound..<end].allSatisfy { $0.isSpace }
    return (victim.pair.range, isAlone && end < victim.bytes.count ? start..<end + 1 : nil)
  }

  /// Whether what stands between two pairs is only markup without words.
  private static func holdsNoNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if bytes.has("<a name=", at: index) || bytes.has("</a>", at: index) {
        guard let close = bytes.firstRange(of: ">", in: index..<range.upperBound) else {
          return false
        }
        index = close.upperBound
        continue
      }
      // The number of a list item.
      if byte.isDigit, bytes[bytes.lineStart(index)..<index].allSatisfy({ $0 == 0x20 }),
        bytes.has(".", at: index + 1)
      {
        index += 2
        continue
      }
      if byte.isTextLetterOrDigit || "<!`:&".utf8.contains(byte) {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether a segment holds what may have a number of its own.
  private static func holdsTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ["![", "alt", "title=", " \""].contains { bytes.firstRange(of: $0, in: range) != nil }
  }
}
