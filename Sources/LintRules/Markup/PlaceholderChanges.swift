import LintCore
import LintText

/// Which placeholder of a target a source's became.
struct PlaceholderChanges {
  typealias Pair = (source: Int, target: Int)

  private(set) var pairs: [Pair] = []
  /// The source's that no placeholder stands for, and the target's that stand for none.
  private(set) var missing: [Int] = []
  private(set) var extra: [Int] = []
  /// Whether all numbers of the target are higher or lower than the source's by as much.
  private(set) var isShifted = false

  init(_ missing: [Int], _ extra: [Int], _ segment: borrowing Segment) {
    if !missing.isEmpty, !extra.isEmpty, let shifted = Self.shifted(segment) {
      (pairs, isShifted) = (shifted, true)
      return
    }
    // In order, each to one of the same signs: `${x}` never became `{{y}}`.
    var queues: [UInt32: (indices: [Int], next: Int)] = [:]
    for target in extra {
      queues[
        Self.signs(segment.target[segment.targetInlines[target].range].bytes), default: ([], 0)
      ]
      .indices.append(target)
    }
    var paired: Set<Int> = []
    for source in missing {
      let signs = Self.signs(segment.source[segment.sourceInlines[source].range].bytes)
      guard let queue = queues[signs], queue.next < queue.indices.count else {
        self.missing.append(source)
        continue
      }
      queues[signs]?.next += 1
      pairs.append((source, queue.indices[queue.next]))
      paired.insert(queue.indices[queue.next])
    }
    self.extra = extra.filter { !paired.contains($0) }
  }

  /// The signs that a placeholder begins with.
  private static func signs(_ bytes: Span<UInt8>) -> UInt32 {
    var signs: UInt32 = 0
    var index = 0
    while index < min(3, bytes.count), !bytes[index].isTextLetterOrDigit, !bytes[index].isSpace {
      signs = signs << 8 | UInt32(bytes[index])
      index += 1
    }
    return signs
  }

  /// All placeholders in order, where each is a number and the target's are all higher or lower than
  /// the source's by as much: `{1}, {2}` for `{0}, {1}`.
  private static func shifted(_ segment: borrowing Segment) -> [Pair]? {
    let sources = numbers(segment.source, segment.sourceInlines)
    let targets = numbers(segment.target, segment.targetInlines)
    guard let sources, let targets, sources.count == targets.count, sources.count > 1 else {
      return nil
    }
    let shift = targets[0].number - sources[0].number
    guard shift != 0,
      zip(sources, targets).allSatisfy({ $1.number - $0.number == shift && $1.signs == $0.signs })
    else { return nil }
    return zip(sources, targets).map { ($0.index, $1.index) }
  }

  /// The numbers of all placeholders; `nil` where one has another name.
  private static func numbers(_ text: borrowing Text, _ inlines: Span<Inline>)
    -> [(index: Int, number: Int, signs: UInt32)]?
  {
    var found: [(index: Int, number: Int, signs: UInt32)] = []
    for index in inlines.indices
    where InlineDifference.Subject.placeholders.includes(inlines[index]) {
      let bytes = text[inlines[index].range].bytes
      guard let number = number(bytes) else { return nil }
      found.append((index, number, signs(bytes)))
    }
    return found
  }

  /// The number between braces, of at most three digits.
  static func number(_ bytes: Span<UInt8>) -> Int? {
    guard (3...5).contains(bytes.count), bytes[0] == 0x7B, bytes[bytes.count - 1] == 0x7D else {
      return nil
    }
    var number = 0
    for index in 1..<bytes.count - 1 {
      guard bytes[index].isDigit else { return nil }
      number = number * 10 + Int(bytes[index] - 0x30)
    }
    return number
  }
}

extension InlineDifference {
  /// Whether it is certain that one became the other.
  ///
  /// Of several numbers the one that is not the source's may be another one's, where it doesn't stand
  /// in the same place of the order.
  func isProved(_ change: PlaceholderChanges.Pair, in segment: borrowing Segment) -> Bool {
    let (right, wrong) = (
      segment.sourceInlines[change.source], segment.targetInlines[change.target]
    )
    guard let only = onlyChange(in: segment, .placeholders), only.source == change.source,
      only.target == change.target
    else { return false }
    guard PlaceholderChanges.number(segment.source[right.range].bytes) != nil,
      PlaceholderChanges.number(segment.target[wrong.range].bytes) != nil
    else { return true }
    return Self.place(change.source, segment.sourceInlines)
      == Self.place(change.target, segment.targetInlines)
  }

  /// How many placeholders stand before one.
  private static func place(_ index: Int, _ inlines: Span<Inline>) -> Int {
    var count = 0
    for other in 0..<index where Subject.placeholders.includes(inlines[other]) { count += 1 }
    return count
  }
}
