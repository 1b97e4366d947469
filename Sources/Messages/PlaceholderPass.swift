package import LintCore
import LintText

/// Compares the placeholders of messages, by what each format says of them: as sets, for a language may say a
/// value twice.
package struct PlaceholderPass: PagePass {
  /// What is said; the same sentences as of pages.
  package struct Messages: Sendable {
    let missing: Message
    let changed: Message
    let added: Message

    package init(missing: Message, changed: Message, added: Message) {
      (self.missing, self.changed, self.added) = (missing, changed, added)
    }
  }

  let messages: Messages
  private let detail: any MessageDetail
  /// What the other form of a plural source names, by segment.
  private let others: [Int: Set<UInt64>]

  /// `nil` in a document that holds no messages.
  package init?(_ document: borrowing Document, _ messages: Messages) {
    guard let detail = document.detail as? any MessageDetail else { return nil }
    self.messages = messages
    self.detail = detail
    var others: [Int: Set<UInt64>] = [:]
    for index in document.records.indices {
      guard document.traits[index].contains(.differentInlines),
        let other = detail.otherSource(of: index)
      else { continue }
      let found = ArgumentScanner(
        document.text(other).bytes, detail.dialects(of: index),
        isMarkdown: detail.isMarkdown(index))
      others[index] = Set(found.arguments.map(\.key))
    }
    self.others = others
  }

  package func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    let dialects = detail.dialects(of: segment.index)
    guard !dialects.isEmpty else { return }
    guard !dialects.contains(.icu) else {
      checkICU(segment, &report)
      return
    }
    let isMarkdown = detail.isMarkdown(segment.index)
    let source = ArgumentScanner(segment.source.bytes, dialects, isMarkdown: isMarkdown)
    let target = ArgumentScanner(segment.target.bytes, dialects, isMarkdown: isMarkdown)
    reportUndoubled(source, target, segment, &report)
    // Nearly all have none, or the same in the same order.
    if source.arguments.isEmpty, target.arguments.isEmpty { return }
    if source.arguments.elementsEqual(
      target.arguments, by: { $0.key == $1.key && $0.kind == $1.kind })
    {
      reportBroken(source, target, segment, &report)
      return
    }
    let (sources, targets) = (source.byKey, target.byKey)
    let others = others[segment.index] ?? []
    // Of a source that is no such format, as one of dates, no letter says how a value is printed.
    for argument in targets.all where source.broken.isEmpty {
      guard let right = sources.first[argument.key], right.kind != argument.kind,
        !(dialects == .python || !dialects.isDisjoint(with: .turning))
          || !Self.mayStand(argument.kind, for: right.kind),
        right.kind != 0, argument.kind != 0, !right.range.isEmpty
      else { continue }
      report(
        segment.target[argument.range], messages.changed, segment.source[right.range].string,
        segment.target[argument.range].string,
        related: Finding.Related(segment.source[right.range].range), fix: nil)
    }
    let lost = sources.all.filter { targets.first[$0.key] == nil }
    let extra = targets.all.filter { sources.first[$0.key] == nil && !others.contains($0.key) }
    let isFree = detail.isFormOfOneNumber(segment.index)
    if lost.isEmpty, extra.isEmpty {
      reportBroken(source, target, segment, &report)
      return
    }
    let isOnlyOne = lost.count == 1 && extra.count == 1
    var added: [MessageArgument] = []
    var isTaken = [Bool](repeating: false, count: lost.count)
    // For each sign, how far the lost ones have been looked through.
    var next: [UInt8: Int] = [:]
    for argument in extra.prefix(MessageLimits.lost) {
      let wrong = segment.target[argument.range]
      var index = next[argument.sign] ?? 0
      while index < lost.count, lost[index].sign != argument.sign { index += 1 }
      next[argument.sign] = index + 1
      guard index < lost.count else {
        added.append(argument)
        continue
      }
      isTaken[index] = true
      let right = segment.source[lost[index].range]
      report(
        wrong, messages.changed, right.string, wrong.string,
        related: Finding.Related(right.range),
        fix: isOnlyOne && Self.hasNumber(right.bytes) == Self.hasNumber(wrong.bytes)
          && !Self.isInBraces(argument.range, segment.target.bytes)
          ? Fix(.safe, "Copy the placeholder from the source.", [.copy(right, over: wrong.range)])
          : nil)
    }
    let missing = lost.indices.filter { !isTaken[$0] }.map { lost[$0] }
    // No message has more; each is looked for in the whole target.
    for argument in missing.prefix(MessageLimits.lost) {
      let right = segment.source[argument.range]
      // As code it is there.
      if dialects == .unsaid, segment.target.bytes.contains(right.bytes) { continue }
      if let place = Self.nearMiss(argument, segment, target.arguments) {
        let wrong = segment.target[place]
        report(
          wrong, messages.changed, right.string, wrong.string,
          related: Finding.Related(right.range),
          fix: missing.count == 1
            ? Fix(.safe, "Copy the placeholder from the source.", [.copy(right, over: wrong.range)])
            : nil)
      } else if !isFree, !argument.range.isEmpty {
        report(
          segment.target.trimmed, messages.missing, right.string,
          related: Finding.Related(right.range))
      }
    }
    for argument in added where !argument.range.isEmpty {
      let wrong = segment.target[argument.range]
      report(wrong, messages.added, wrong.string)
    }
  }

  /// Percent signs before a space that are not doubled, where the source doubles its own and has none such.
  private func reportUndoubled(
    _ source: ArgumentScanner, _ target: ArgumentScanner, _ segment: borrowing Segment,
    _ report: inout Findings
  ) {
    guard source.doubled > target.doubled, source.spaced.isEmpty else { return }
    for range in target.spaced.prefix(MessageLimits.lost) {
      let wrong = segment.target[range]
      report(wrong, messages.added, wrong.string)
    }
  }

  /// What the program takes for a placeholder and can't read, where the source has nothing of the kind.
  private func reportBroken(
    _ source: ArgumentScanner, _ target: ArgumentScanner, _ segment: borrowing Segment,
    _ report: inout Findings
  ) {
    guard source.broken.isEmpty, !source.arguments.isEmpty else { return }
    for range in target.broken.prefix(MessageLimits.lost) {
      let wrong = segment.target[range]
      report(wrong, messages.added, wrong.string)
    }
  }

  /// Whether it says which value it takes, `%2$d`: no message has such and others.
  private static func hasNumber(_ placeholder: Span<UInt8>) -> Bool { placeholder.contains("$") }

  /// Whether one conversion prints all that another one does: Python's `%s` takes numbers, too, and so do those of
  /// languages that turn values into others.
  private static func mayStand(_ kind: UInt16, for other: UInt16) -> Bool {
    kind == 0x7300 && (other == 0x6400 || other == 0x6600)
  }

  /// Whether a brace and a space stand before it, `{ {name} }`: nobody knows where it begins.
  private static func isInBraces(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    text.has("{ ", at: range.lowerBound - 2)
  }

  /// The same with what else of the placeholder stands beside it: its signs behind spaces, `% (name)`, `{ {name} }`,
  /// and the letter of its conversion.
  private static func withSigns(
    _ range: Range<Int>, _ target: Span<UInt8>, _ argument: MessageArgument,
    _ source: Span<UInt8>
  ) -> Range<Int> {
    let before = source.extracting(argument.range.lowerBound..<argument.name.lowerBound)
    let behind = source.extracting(argument.name.upperBound..<argument.range.upperBound)
    var (start, end) = (range.lowerBound, range.upperBound)
    var sign = start
    while sign > 0, target[sign - 1] == 0x20 { sign -= 1 }
    if sign > 0, sign < start, before.contains(where: { $0 == target[sign - 1] }) {
      start = sign - 1
    }
    sign = end
    while sign < target.count, target[sign] == 0x20 { sign += 1 }
    if sign < target.count, sign > end, target[sign].isClosing,
      behind.contains(where: { $0 == target[sign] })
    {
      end = sign + 1
    }
    var letters = behind.count
    while letters > 0, behind[letters - 1].isLetterOrDigit { letters -= 1 }
    let conversion = behind.extracting(letters...)
    if !conversion.isEmpty, end + conversion.count <= target.count,
      target.extracting(end..<end + conversion.count).elementsEqual(conversion),
      !(end + conversion.count < target.count && target[end + conversion.count].isWordByte)
    {
      end += conversion.count
    }
    return start..<end
  }

  /// Where the target has the name of a placeholder in what is none: `{name]`, `%(name)`, `% (name)s`.
  private static func nearMiss(
    _ argument: MessageArgument, _ segment: borrowing Segment, _ others: [MessageArgument]
  ) -> Range<Int>? {
    let target = segment.target.bytes
    let name = segment.source.bytes.extracting(argument.name)
    guard name.count > 1, name.count < target.count, name.contains(where: { !$0.isDigit }) else {
      return nil
    }
    var index = 0
    while let found = target.firstRange(of: name, from: index) {
      index = found.upperBound
      var (start, end) = (found.lowerBound, found.upperBound)
      // Whole words only, and such as have a sign of a placeholder beside them.
      guard !(start > 0 && target[start - 1].isWordByte),
        !(end < target.count && target[end].isWordByte),
        case let next = others.partitionPoint({ $0.range.upperBound <= start }),
        next == others.count || others[next].range.lowerBound >= end
      else { continue }
      while start > 0, target[start - 1] == 0x20 { start -= 1 }
      guard start > 0, target[start - 1].isOpening else { continue }
      while start > 0, target[start - 1].isOpening { start -= 1 }
      while end < target.count, target[end] == 0x20, end + 1 < target.count,
        target[end + 1].isClosing
      { end += 1 }
      while end < target.count, target[end].isClosing { end += 1 }
      return withSigns(start..<end, target, argument, segment.source.bytes)
    }
    return nil
  }
}

extension ArgumentScanner {
  /// The placeholders by their keys, and in order the first of each.
  fileprivate var byKey: (first: [UInt64: MessageArgument], all: [MessageArgument]) {
    var first: [UInt64: MessageArgument] = [:]
    var all: [MessageArgument] = []
    for argument in arguments where first[argument.key] == nil {
      first[argument.key] = argument
      all.append(argument)
    }
    return (first, all)
  }
}

extension UInt8 {
  /// `%`, `(`, `{`, `[`, `$`, `<`
  fileprivate var isOpening: Bool {
    self == 0x25 || self == 0x28 || self == 0x7B || self == 0x5B || self == 0x24 || self == 0x3C
  }

  /// `)`, `}`, `]`, `>`
  fileprivate var isClosing: Bool {
    self == 0x29 || self == 0x7D || self == 0x5D || self == 0x3E
  }
}
