import LintCore
import LintText

extension InlineDifference {
  /// The only inline that is missing and the only one that is extra: where nothing else differs,
  /// the second is what became of the first. Both are indices, of the source's and the target's
  /// inlines.
  ///
  /// `nil` also where the source has the extra one elsewhere, for then nobody knows which of
  /// several in the target is wrong.
  func onlyChange(in segment: borrowing Segment, _ subject: Subject) -> (source: Int, target: Int)?
  {
    guard missing.count == 1, extra.count == 1,
      segment.sourceInlines[missing[0]].kind == segment.targetInlines[extra[0]].kind
    else { return nil }
    let wrong = segment.target[segment.targetInlines[extra[0]].identity].trimmed
    // An address with brackets or spaces in it is text that was taken for one: a copy would lose it.
    if segment.targetInlines[extra[0]].isLink,
      wrong.bytes.contains(where: { $0.isSpace || $0 == 0x5B || $0 == 0x5D })
    {
      return nil
    }
    var index = 0
    while index < segment.sourceInlines.count {
      let inline = segment.sourceInlines[index]
      index += 1
      if index - 1 != missing[0], subject.includes(inline),
        segment.source[inline.identity].trimmed.bytes.equalsIgnoringCase(wrong.bytes)
      {
        return nil
      }
    }
    return (missing[0], extra[0])
  }
}
