import LintText

/// How the arguments of a message in ICU's grammar differ from those of its source: as sets of names and types, whatever
/// they stand in, and of each branch those that it needs itself.
struct ICUDifference {
  typealias Argument = ICUMessage.Argument

  /// Names that became others.
  private(set) var renamed: [(source: Range<Int>, target: Range<Int>)] = []
  /// Names whose value is shown as something else: a date as a time.
  private(set) var retyped: [(source: Argument, target: Argument)] = []
  /// Arguments of the source, each with the part of the target that lacks it; `nil` for all of it.
  private(set) var missing: [(source: Argument, branch: Range<Int>?)] = []
  /// Of the target, without counterpart.
  private(set) var added: [Range<Int>] = []

  private let source: ICUMessage
  private let target: ICUMessage
  /// The name of each argument as a number.
  private let sourceKeys: [UInt64]
  private let targetKeys: [UInt64]

  /// - Returns: `nil` where one of them is no message.
  init?(_ source: Span<UInt8>, _ target: Span<UInt8>) {
    self.source = ICUMessage(source)
    self.target = ICUMessage(target)
    guard self.source.fault == nil, self.target.fault == nil else { return nil }
    sourceKeys = self.source.arguments.map { Hash64(of: source.extracting($0.name)).value }
    targetKeys = self.target.arguments.map { Hash64(of: target.extracting($0.name)).value }
    compareNames()
    compareTypes(source, target)
    compareSelectors(source, target)
    compareBranches(source, target)
  }

  // MARK: Names

  private mutating func compareNames() {
    let (known, kept) = (Set(sourceKeys), Set(targetKeys))
    let lost = Self.firsts(source, sourceKeys).filter { !kept.contains(sourceKeys[$0]) }
    var isTaken = [Bool](repeating: false, count: lost.count)
    // Of those with messages in them and of the others, how far the lost ones have been looked through.
    var next = [0, 0]
    for index in Self.firsts(target, targetKeys) where !known.contains(targetKeys[index]) {
      let extra = target.arguments[index]
      let group = extra.kind.isComplex ? 1 : 0
      while next[group] < lost.count,
        source.arguments[lost[next[group]]].kind.isComplex != extra.kind.isComplex
      { next[group] += 1 }
      guard next[group] < lost.count else {
        added.append(extra.kind.isComplex ? extra.name : extra.range)
        continue
      }
      isTaken[next[group]] = true
      let right = source.arguments[lost[next[group]]]
      renamed.append(
        extra.kind.isComplex ? (right.name, extra.name) : (right.range, extra.range))
      next[group] += 1
    }
    let needed = Self.needed(of: source, source.arguments.indices)
    let neededKeys = Set(needed.map { sourceKeys[$0] })
    for (place, index) in lost.enumerated() where !isTaken[place] {
      // What is only chosen by need not be: a language may have no genders.
      guard neededKeys.contains(sourceKeys[index]) else { continue }
      missing.append((source.arguments[index], nil))
    }
  }

  /// The first argument of each name.
  private static func firsts(_ message: ICUMessage, _ keys: [UInt64]) -> [Int] {
    var seen: Set<UInt64> = []
    return message.arguments.indices.filter { seen.insert(keys[$0]).inserted }
  }

  /// Those whose values are shown whatever is chosen: outside of branches, or in that of `other`.
  private static func needed(of message: ICUMessage, _ arguments: Range<Int>) -> [Int] {
    var needed: [Int] = []
    collect(message, arguments, &needed)
    return needed
  }

  /// No deeper than messages are read.
  private static func collect(_ message: ICUMessage, _ arguments: Range<Int>, _ all: inout [Int]) {
    var index = arguments.lowerBound
    while index < arguments.upperBound {
      let argument = message.arguments[index]
      if !argument.kind.isComplex {
        all.append(index)
      } else if let other = argument.branches.last(where: { message.branches[$0].isOther }) {
        collect(message, message.branches[other].inner, &all)
      }
      index = argument.inner.upperBound
    }
  }

  // MARK: Types

  private mutating func compareTypes(_ sourceText: Span<UInt8>, _ targetText: Span<UInt8>) {
    var byName: [UInt64: [Int]] = [:]
    for index in source.arguments.indices
    where byName[sourceKeys[index], default: []].count < MessageLimits.types {
      byName[sourceKeys[index], default: []].append(index)
    }
    var seen: Set<UInt64> = []
    for index in target.arguments.indices {
      let argument = target.arguments[index]
      guard argument.kind != .numberSign, let rights = byName[targetKeys[index]],
        let first = rights.first
      else { continue }
      let isRight = rights.contains {
        Self.mayStand(argument, for: source.arguments[$0], targetText, sourceText)
      }
      if !isRight, seen.insert(targetKeys[index]).inserted {
        retyped.append((source.arguments[first], argument))
      }
    }
  }

  /// Whether a value of one type can be shown as another one: a number in any way of numbers, and what has no type
  /// as anything.
  private static func mayStand(
    _ argument: Argument, for right: Argument, _ target: Span<UInt8>, _ source: Span<UInt8>
  ) -> Bool {
    switch (argument.kind, right.kind) {
    case (.other, .other):
      return target.extracting(argument.type).elementsEqual(source.extracting(right.type))
    // ICU knows no such type, where the program does not give it one.
    case (.other, _): return false
    case (_, .none): return true
    case (.none, .select): return false
    case (.none, _): return true
    case (.selectOrdinal, .plural), (.plural, .selectOrdinal): return false
    default: return isNumeric(argument.kind) && isNumeric(right.kind) || argument.kind == right.kind
    }
  }

  private static func isNumeric(_ kind: ICUMessage.Kind) -> Bool {
    switch kind {
    case .number, .spellout, .ordinal, .duration, .choice, .plural, .selectOrdinal, .numberSign:
      true
    case .none, .date, .time, .select, .other: false
    }
  }

  // MARK: Branches

  /// The words that a select chooses by are the program's.
  private mutating func compareSelectors(_ sourceText: Span<UInt8>, _ targetText: Span<UInt8>) {
    var byName: [UInt64: Int] = [:]
    for index in source.arguments.indices.reversed() where source.arguments[index].kind == .select {
      byName[sourceKeys[index]] = index
    }
    guard !byName.isEmpty else { return }
    var seen: Set<UInt64> = []
    for index in target.arguments.indices where target.arguments[index].kind == .select {
      guard let right = byName[targetKeys[index]], seen.insert(targetKeys[index]).inserted else {
        continue
      }
      let rights = Self.selectors(source, right, sourceText)
      let own = Self.selectors(target, index, targetText)
      let (known, kept) = (Set(rights.map(\.key)), Set(own.map(\.key)))
      var lost = rights.filter { !kept.contains($0.key) }.makeIterator()
      // Of one without `other`, which `malformed-message` tells, another word stands for it.
      var isOtherLost = !target.arguments[index].branches.contains { target.branches[$0].isOther }
      for selector in own where !known.contains(selector.key) {
        guard !targetText.extracting(selector.range).elementsEqual("other") else { continue }
        if isOtherLost {
          isOtherLost = false
        } else if let right = lost.next() {
          renamed.append((right.range, selector.range))
        } else {
          added.append(selector.range)
        }
      }
    }
  }

  private static func selectors(_ message: ICUMessage, _ argument: Int, _ text: Span<UInt8>)
    -> [(key: UInt64, range: Range<Int>)]
  {
    message.arguments[argument].branches.map { branch in
      let range = message.branches[branch].selector
      return (Hash64(of: text.extracting(range)).value, range)
    }
  }

  /// Looks in each branch of the target for what the source's same branch shows, or its `other`.
  private mutating func compareBranches(_ sourceText: Span<UInt8>, _ targetText: Span<UInt8>) {
    guard target.branches.count <= MessageLimits.branches,
      source.branches.count <= MessageLimits.branches,
      target.arguments.contains(where: { $0.kind.isComplex })
    else { return }
    let told = Set(missing.map { Hash64(of: sourceText.extracting($0.source.name)).value })
    let kept = Set(targetKeys)
    var all: [UInt64: Int] = [:]
    for index in target.arguments.indices where !target.arguments[index].kind.isComplex {
      all[targetKeys[index], default: 0] += 1
    }
    for index in target.arguments.indices {
      let argument = target.arguments[index]
      guard argument.kind.isComplex, argument.kind != .choice else { continue }
      var outside = all
      for inner in argument.inner where !target.arguments[inner].kind.isComplex {
        outside[targetKeys[inner], default: 0] -= 1
      }
      let right = source.arguments.indices.first {
        sourceKeys[$0] == targetKeys[index] && source.arguments[$0].kind == argument.kind
      }
      for branch in argument.branches.map({ target.branches[$0] }) {
        guard Self.showsNumber(branch, argument, targetText) else { continue }
        let shown = Set(branch.inner.map { targetKeys[$0] })
        var counterpart = source.arguments.indices
        if let right {
          counterpart = self.counterpart(of: branch, right, sourceText, targetText)
        }
        let wanted = Self.needed(of: source, counterpart)
        var seen = told
        for other in wanted
        where !shown.contains(sourceKeys[other]) && outside[sourceKeys[other], default: 0] <= 0
          && kept.contains(sourceKeys[other]) && seen.insert(sourceKeys[other]).inserted
        {
          missing.append((source.arguments[other], branch.content))
        }
      }
    }
  }

  /// Whether a branch is for many numbers, or for a word: that of `one` need not say what there is one of.
  private static func showsNumber(
    _ branch: ICUMessage.Branch, _ argument: Argument, _ text: Span<UInt8>
  ) -> Bool {
    guard argument.kind.isPlural else { return true }
    let selector = text.extracting(branch.selector)
    return selector.elementsEqual("other") || selector.elementsEqual("few")
      || selector.elementsEqual("many")
  }

  /// The arguments of the branch with the same selector, or of `other`.
  private func counterpart(
    of branch: ICUMessage.Branch, _ argument: Int, _ sourceText: Span<UInt8>,
    _ targetText: Span<UInt8>
  ) -> Range<Int> {
    var other = 0..<0
    for index in source.arguments[argument].branches {
      let candidate = source.branches[index]
      let selector = sourceText.extracting(candidate.selector)
      if selector.elementsEqual(targetText.extracting(branch.selector)) { return candidate.inner }
      if selector.elementsEqual("other") { other = candidate.inner }
    }
    return other
  }
}
