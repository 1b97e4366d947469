import LintText

/// How the links, code or placeholders of a target differ from those of its source.
///
/// They are compared as multisets: words change their order in translation, and what they hold goes
/// with them.
public struct InlineDifference: Sendable {
  /// What the target lacks: indices of the source's inlines.
  public private(set) var missing: [Int] = []
  /// What the source lacks: indices of the target's inlines.
  public private(set) var extra: [Int] = []

  /// What is compared.
  public enum Subject: UInt8, CaseIterable, Sendable {
    /// Destinations of links, images and autolinks.
    ///
    /// Bare addresses are none: machine translation puts spaces around them.
    case links
    /// Labels that the page defines; `[a][b]` is mostly an array in code.
    case references
    case code
    case placeholders
    case math

    /// Whether an inline is of this kind.
    public func includes(_ inline: Inline) -> Bool {
      switch self {
      case .links: inline.isLink
      case .references: inline.kind == .reference
      case .math: inline.kind == .math
      case .code: inline.kind == .code
      case .placeholders: inline.kind == .placeholder
      }
    }

    fileprivate var isCaseSensitive: Bool { self == .links || self == .math }

    /// Whether a translation that says it once is right where the source says it several times.
    fileprivate var mayBeSaidOnce: Bool { self == .links || self == .references || self == .code }
  }

  /// Compares the halves of a segment; `nil` when both hold the same in the same order.
  init?(_ segment: borrowing Segment, _ subject: Subject) {
    // Nearly all halves do hold the same in the same order, and this look is quicker.
    guard !Self.isNone(segment, subject) else { return nil }
    var sources: [UInt64: [Int]] = [:]
    var index = segment.sourceInlines.count - 1
    while index >= 0 {
      let inline = segment.sourceInlines[index]
      if subject.includes(inline) {
        sources[Self.key(segment.source[inline.identity].bytes, subject), default: []]
          .append(index)
      }
      index -= 1
    }
    // Those that the target has at least once.
    var kept: Set<UInt64> = []
    index = 0
    while index < segment.targetInlines.count {
      let inline = segment.targetInlines[index]
      if subject.includes(inline) {
        let key = Self.key(segment.target[inline.identity].bytes, subject)
        if subject.mayBeSaidOnce, (sources[key]?.count ?? 0) > 1 { kept.insert(key) }
        if sources[key]?.popLast() == nil,
          sources[key] == nil || !inline.freedom.contains(.mayRepeat)
        {
          extra.append(index)
        }
      }
      index += 1
    }
    missing = sources.values.joined().sorted()
    if !kept.isEmpty, missing.count > extra.count {
      let repeated = Set(kept.flatMap { sources[$0] ?? [] })
      leaveOut(repeated)
    }
    if missing.contains(where: { segment.sourceInlines[$0].freedom.contains(.mayDrop) }) {
      missing = missing.filter { !segment.sourceInlines[$0].freedom.contains(.mayDrop) }
    }
  }

  /// Leaves out of `missing` what the target says once and the source more often: that is fair. What
  /// became something else stays.
  private mutating func leaveOut(_ repeated: Set<Int>) {
    var excess = missing.count - extra.count
    missing.removeAll { index in
      guard excess > 0, repeated.contains(index) else { return false }
      excess -= 1
      return true
    }
  }

  /// Puts first what ends alike, so that the address of the page's locale is told from those beside it: where
  /// `/a` and `/b` became `/it/b` alone, `/a` is lost.
  mutating func pairAlike(in segment: borrowing Segment) {
    guard missing.count + extra.count > 2, !missing.isEmpty, !extra.isEmpty,
      missing.count * extra.count <= Self.mostCompared
    else { return }
    var alike: [(length: Int, source: Int, target: Int)] = []
    for source in missing {
      let right = segment.source[segment.sourceInlines[source].identity].bytes
      for target in extra {
        let wrong = segment.target[segment.targetInlines[target].identity].bytes
        let length = right.commonEnd(with: wrong)
        if length > 3, length * 3 >= right.count * 2 { alike.append((length, source, target)) }
      }
    }
    alike.sort { $0.length > $1.length }
    var (sources, targets) = ([Int](), [Int]())
    for pair in alike where !sources.contains(pair.source) && !targets.contains(pair.target) {
      sources.append(pair.source)
      targets.append(pair.target)
    }
    missing = sources + missing.filter { !sources.contains($0) }
    extra = targets + extra.filter { !targets.contains($0) }
  }

  /// Takes for extra the copy that stands where what is missing should: where `a b c` became `c b c`, the first
  /// `c`, for the last one stands where the source has it.
  ///
  /// Of a target with as many as the source alone, for else nobody knows which stands for which.
  mutating func takeOutOfPlace(in segment: borrowing Segment, _ subject: Subject) {
    guard missing.count == extra.count, !missing.isEmpty, missing.count <= Self.mostMoved else {
      return
    }
    let sources = Self.indices(subject, of: segment.sourceInlines)
    let targets = Self.indices(subject, of: segment.targetInlines)
    guard sources.count == targets.count else { return }
    func isSame(_ source: Int, _ target: Int) -> Bool {
      segment.source[segment.sourceInlines[source].identity].bytes
        .elementsEqual(segment.target[segment.targetInlines[target].identity].bytes)
    }
    for (place, (source, copy)) in zip(missing, extra).enumerated() {
      let own = sources.partitionPoint { $0 < source }
      let theirs = targets.partitionPoint { $0 < copy }
      let held = targets[own]
      guard held != copy, !extra.contains(held), isSame(sources[theirs], copy),
        isSame(sources[theirs], held)
      else { continue }
      extra[place] = held
    }
  }

  /// Of so many changes each is looked at for another copy.
  private static let mostMoved = 16

  private static func indices(_ subject: Subject, of inlines: Span<Inline>) -> [Int] {
    inlines.indices.filter { subject.includes(inlines[$0]) }
  }

  /// Pairs of what is missing and what is extra that are compared.
  private static let mostCompared = 1_024

  /// What was changed into what: the first of `missing` into the first of `extra`, and so on.
  public var changed: [(source: Int, target: Int)] {
    zip(missing, extra).map { ($0, $1) }
  }

  /// What is left of `missing` after `changed`.
  public var lost: ArraySlice<Int> { missing.dropFirst(extra.count) }

  /// What is left of `extra` after `changed`.
  public var added: ArraySlice<Int> { extra.dropFirst(missing.count) }

  /// Whether both halves hold the same in the same order.
  private static func isNone(_ segment: borrowing Segment, _ subject: Subject) -> Bool {
    var (index, other) = (0, 0)
    while true {
      while index < segment.sourceInlines.count, !subject.includes(segment.sourceInlines[index]) {
        index += 1
      }
      while other < segment.targetInlines.count, !subject.includes(segment.targetInlines[other]) {
        other += 1
      }
      if index == segment.sourceInlines.count || other == segment.targetInlines.count {
        return index == segment.sourceInlines.count && other == segment.targetInlines.count
      }
      let source = segment.source[segment.sourceInlines[index].identity]
      let target = segment.target[segment.targetInlines[other].identity]
      guard source.bytes.elementsEqual(target.bytes) else { return false }
      index += 1
      other += 1
    }
  }

  /// A number that is the same for parts that mean the same: without backslashes and white space at
  /// the ends, `&amp;` as `&`, and the white space around a line break as one space.
  private static func key(_ bytes: Span<UInt8>, _ subject: Subject) -> UInt64 {
    var key = Hash64()
    let trimmed = bytes.trimmedRange
    var index = trimmed.lowerBound
    while index < trimmed.upperBound {
      if bytes[index] == 0x5C, index + 1 < trimmed.upperBound, bytes[index + 1].isPunctuation {
        index += 1
      }
      if bytes[index].isSpace, let end = bytes.endOfLineBreak(from: index) {
        key.add(UInt8(0x20))
        index = end
        continue
      }
      // `{{ name }}` is `{{name}}`.
      if subject == .placeholders, bytes[index] == 0x20 {
        index += 1
        continue
      }
      let byte = subject.isCaseSensitive ? bytes[index] : bytes[index].lowercased
      key.add(byte)
      index += bytes.has("&amp;", at: index) ? 5 : 1
    }
    return key.value
  }
}

extension Span<UInt8> {
  /// How many bytes at the ends of both are the same.
  fileprivate func commonEnd(with other: Span<UInt8>) -> Int {
    var length = 0
    while length < count, length < other.count,
      self[count - 1 - length] == other[other.count - 1 - length]
    {
      length += 1
    }
    return length
  }

  /// Where a run of white space ends that begins here; `nil` when it holds no line break.
  fileprivate func endOfLineBreak(from start: Int) -> Int? {
    var index = start
    var hasBreak = false
    while index < count, self[index].isSpace {
      if self[index] == 0x0A || self[index] == 0x0D { hasBreak = true }
      index += 1
    }
    return hasBreak ? index : nil
  }
}
