import LintCore
import LintText

extension PlaceholderPass {
  /// Compares messages in ICU's grammar; what is none `malformed-message` tells.
  func checkICU(_ segment: borrowing Segment, _ report: inout Findings) {
    guard let difference = ICUDifference(segment.source.bytes, segment.target.bytes) else { return }
    let isOnlyOne = difference.renamed.count == 1 && difference.missing.isEmpty
    for change in difference.renamed.prefix(MessageLimits.lost) {
      let (right, wrong) = (segment.source[change.source], segment.target[change.target])
      report(
        wrong, messages.changed, right.string, wrong.string,
        related: Finding.Related(right.range),
        fix: isOnlyOne && difference.added.isEmpty
          ? Fix(.safe, "Copy the name from the source.", [.copy(right, over: wrong.range)]) : nil)
    }
    for change in difference.retyped.prefix(MessageLimits.lost) {
      let right = segment.source[Self.head(change.source)]
      let wrong = segment.target[Self.head(change.target)]
      report(
        wrong, messages.changed, right.string, wrong.string,
        related: Finding.Related(right.range))
    }
    for (argument, branch) in difference.missing.prefix(MessageLimits.lost) {
      let right = segment.source[argument.kind.isComplex ? argument.name : argument.range]
      if let place = Self.quoted(segment.source[argument.name], segment.target) {
        let wrong = segment.target[place]
        report(
          wrong, messages.changed, right.string, wrong.string,
          related: Finding.Related(right.range))
        continue
      }
      let place = branch.map { segment.target[$0].trimmed.range } ?? segment.target.trimmed.range
      report(place, messages.missing, right.string, related: Finding.Related(right.range))
    }
    for range in difference.added.prefix(MessageLimits.lost) {
      let wrong = segment.target[range]
      report(wrong, messages.added, wrong.string)
    }
  }

  /// A simple argument whole, of one with messages in it name and type.
  private static func head(_ argument: ICUMessage.Argument) -> Range<Int> {
    argument.kind.isComplex || !argument.style.isEmpty
      ? argument.name.lowerBound..<argument.type.upperBound : argument.range
  }

  /// Where an argument stands behind an apostrophe, which makes it text: `l'{name}`.
  private static func quoted(_ name: borrowing Text, _ target: borrowing Text) -> Range<Int>? {
    var index = 0
    while let found = target.bytes.firstRange(of: "'{", from: index) {
      index = found.upperBound
      var start = index
      while target.bytes.has(" ", at: start) { start += 1 }
      guard start + name.count < target.count,
        target.bytes.extracting(start..<start + name.count).elementsEqual(name.bytes),
        let close = target.bytes.firstIndex(of: 0x7D, from: start + name.count)
      else { continue }
      return found.lowerBound..<close + 1
    }
    return nil
  }
}
