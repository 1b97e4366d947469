import LintCore
import LintText

/// How the roles of a target differ from those of its source.
struct RoleDifference {
  typealias Role = RSTRoles.Role

  /// Of the source, those that the target has not.
  private(set) var missing: [Role] = []
  /// What was changed into what.
  private(set) var changed: [(source: Role, target: Role)] = []
  /// What is left of `missing`, and not to be found broken in the target.
  private(set) var lost: [Role] = []
  /// Roles of the target that are none, for what stands beside them or in them, or for what they lack.
  private(set) var broken: [Range<Int>] = []

  init(_ segment: borrowing Segment) {
    let source = RSTScanner(segment.source.bytes)
    let sources = RSTRoles(segment.source.bytes, source.inlines).list
    guard !sources.isEmpty else { return }
    let target = RSTScanner(segment.target.bytes)
    let targets = RSTRoles(segment.target.bytes, target.inlines).list
    let isRight = sources.allSatisfy(\.inline.isBounded) && source.split.isEmpty
    if isRight {
      let bytes = segment.target.bytes
      // Behind a colon a role has lost its domain: `::type:`lid`` of `:c:type:`lid``.
      let hasColons = sources.contains { Self.isBehindColon($0, segment.source.bytes) }
      broken =
        targets.filter {
          !$0.inline.isBounded || !hasColons && Self.isBehindColon($0, bytes)
        }.map(\.inline.range) + target.split.map(\.range)
    }
    let (known, kept) = (Set(sources.map(\.key)), Set(targets.map(\.key)))
    missing = Self.unique(sources.filter { !kept.contains($0.key) })
    guard !missing.isEmpty else { return }
    // No message has more; each is looked for in the whole target.
    let remains =
      isRight && missing.count <= MessageLimits.lost
      ? findRemains(segment.source.bytes, segment.target.bytes) : []
    broken += remains
    let extra = targets.filter { role in
      !known.contains(role.key) && !remains.contains { $0.overlaps(role.inline.range) }
    }
    // Those of a name, the first last; and how many parted ones have it.
    var isTaken = [Bool](repeating: false, count: extra.count)
    var byName: [[UInt8]: [Int]] = [:]
    for index in extra.indices.reversed() { byName[extra[index].name, default: []].append(index) }
    var splits: [[UInt8]: Int] = [:]
    for split in target.split {
      splits[segment.target.bytes.extracting(split.role).lowercased, default: 0] += 1
    }
    for role in missing where !role.isProse {
      if let index = byName[role.name]?.popLast() {
        isTaken[index] = true
        changed.append((role, extra[index]))
      } else if let count = splits[role.name], count > 0 {
        splits[role.name] = count - 1
      } else {
        lost.append(role)
      }
    }
    // The name of a role that was changed while its target stayed.
    var byTarget: [ArraySlice<UInt8>: [Int]] = [:]
    for index in extra.indices.reversed() where !isTaken[index] {
      byTarget[Self.target(extra[index]), default: []].append(index)
    }
    lost = lost.filter { role in
      guard let index = byTarget[Self.target(role)]?.popLast() else { return true }
      // Which kind of object a name is, a translator may know better: all kinds are looked up alike.
      if !RSTRoles.areOfObjects(role, extra[index]) { changed.append((role, extra[index])) }
      return false
    }
    // What stands in code, or bare, was said in another way. No message has more, and each is looked for in both
    // halves.
    guard lost.count <= MessageLimits.lost else {
      lost = Array(lost.prefix(MessageLimits.lost))
      return
    }
    lost = lost.filter { role in
      let name = [UInt8](segment.source.bytes.extracting(role.target))
      let isThere =
        name.count > 3 && !name.allSatisfy(\.isDigit)
        && Self.count(name, segment.target.bytes) >= Self.count(name, segment.source.bytes)
      return !isThere
    }
  }

  /// Takes from those that are missing what is in the target without a colon or a backtick, `` :ref:hive` `` or
  /// `` ref:`hive` ``, and what is there and was swallowed by the backtick that another one lacks.
  private mutating func findRemains(_ source: Span<UInt8>, _ target: Span<UInt8>) -> [Range<Int>] {
    var remains: [Range<Int>] = []
    var left: [Role] = []
    for role in missing {
      if target.firstRange(of: source.extracting(role.inline.range), from: 0) != nil { continue }
      if let range = Self.remains(of: role, source, target) {
        if !remains.contains(where: { $0.overlaps(range) }) { remains.append(range) }
      } else {
        left.append(role)
      }
    }
    missing = left
    return remains
  }

  /// Where a target has the name and the content of a role beside each other, without a colon or a backtick.
  private static func remains(
    of role: Role, _ source: Span<UInt8>, _ target: Span<UInt8>
  ) -> Range<Int>? {
    let name = source.extracting(role.inline.role)
    let content = source.extracting(role.inline.content)
    var index = 0
    while let found = target.firstRange(of: name, from: index) {
      index = found.upperBound
      var (start, end) = (found.lowerBound, found.upperBound)
      let colons = (start > 0 && target[start - 1] == 0x3A, target.has(":", at: end))
      guard colons.0 || colons.1, colons.0 || !(start > 0 && target[start - 1].isWordByte) else {
        continue
      }
      if colons.0 { start -= 1 }
      if colons.1 { end += 1 }
      let opens = target.has("`", at: end)
      if opens { end += 1 }
      guard end + content.count <= target.count,
        target.extracting(end..<end + content.count).elementsEqual(content)
      else { continue }
      end += content.count
      let closes = target.has("`", at: end)
      if closes { end += 1 }
      guard opens || closes, !(colons.0 && colons.1 && opens && closes),
        closes || target.mayEndWord(at: end)
      else { continue }
      return start..<end
    }
    return nil
  }

  private static func isBehindColon(_ role: Role, _ text: Span<UInt8>) -> Bool {
    role.inline.range.lowerBound > 0 && text[role.inline.range.lowerBound - 1] == 0x3A
  }

  /// How often a name stands in a text.
  private static func count(_ name: [UInt8], _ text: Span<UInt8>) -> Int {
    var (count, index) = (0, 0)
    while let found = text.firstRange(of: name.span, from: index) {
      count += 1
      index = found.upperBound
    }
    return count
  }

  private static func target(_ role: Role) -> ArraySlice<UInt8> {
    role.key.firstIndex(of: 0x60).map { role.key[$0...] } ?? []
  }

  private static func unique(_ roles: [Role]) -> [Role] {
    var seen: Set<[UInt8]> = []
    return roles.filter { seen.insert($0.key).inserted }
  }
}
