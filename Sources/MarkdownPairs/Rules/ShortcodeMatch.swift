import LintText

/// Which shortcode of a page stands for which one of its source.
struct ShortcodeMatch {
  /// Of the page and of the source.
  private(set) var changed: [(ShortcodeList.Item, ShortcodeList.Item)] = []
  private(set) var missing: [ShortcodeList.Item] = []

  init(
    _ ours: ShortcodeList, _ bytes: Span<UInt8>, _ theirs: ShortcodeList, _ source: Span<UInt8>
  ) {
    if let inPlace = Self.inPlace(ours.list, bytes, theirs.list, source) {
      changed = inPlace
      return
    }
    // Those before the first that is not the other's, and behind the last one: of several that are the same
    // the one is missing that stands between these.
    let first = Self.common(ours.list, bytes, theirs.list, source, isFromEnd: false)
    let last = Self.common(
      Array(ours.list[first...]), bytes, Array(theirs.list[first...]), source, isFromEnd: true)
    // The same letter by letter; then the same name; then other names with the same arguments.
    let (left, others) = Self.withoutPairs(
      ours.list[first..<ours.list.count - last], bytes,
      theirs.list[first..<theirs.list.count - last], source, by: \.range, into: nil)
    var named: [(ShortcodeList.Item, ShortcodeList.Item)] = []
    let (added, lost) = Self.withoutPairs(
      left[...], bytes, others[...], source, by: \.name
    ) { named.append(($0, $1)) }
    changed = named
    var free: [[UInt8]: ShortcodeList.Item] = [:]
    for item in added { free[[UInt8](Self.arguments(item, bytes))] = item }
    for item in lost {
      let arguments = [UInt8](Self.arguments(item, source))
      if !arguments.isEmpty, let wrong = free.removeValue(forKey: arguments) {
        changed.append((wrong, item))
      } else {
        missing.append(item)
      }
    }
  }

  /// The pairs that are not the same, where the first of the page is the first of the source, and so on: as
  /// many stand in both, few names differ, and those that do are none that was moved.
  private static func inPlace(
    _ ours: [ShortcodeList.Item], _ bytes: Span<UInt8>, _ theirs: [ShortcodeList.Item],
    _ source: Span<UInt8>
  ) -> [(ShortcodeList.Item, ShortcodeList.Item)]? {
    guard ours.count == theirs.count else { return nil }
    var pairs: [(ShortcodeList.Item, ShortcodeList.Item)] = []
    var (added, lost): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
    var others = 0
    for (item, other) in zip(ours, theirs) {
      let (name, right) = (
        [UInt8](bytes.extracting(item.name.range)), [UInt8](source.extracting(other.name.range))
      )
      if name != right {
        guard (name.first == 0x2F) == (right.first == 0x2F) else { return nil }
        added.insert(name)
        lost.insert(right)
        others += 1
      }
      if !bytes.extracting(item.range.range).elementsEqual(source.extracting(other.range.range)) {
        pairs.append((item, other))
      }
    }
    return others <= max(2, ours.count / 4) && added.isDisjoint(with: lost) ? pairs : nil
  }

  /// How many are the same letter by letter, from the first on or from the last one back.
  private static func common(
    _ ours: [ShortcodeList.Item], _ bytes: Span<UInt8>, _ theirs: [ShortcodeList.Item],
    _ source: Span<UInt8>, isFromEnd: Bool
  ) -> Int {
    let most = min(ours.count, theirs.count)
    var count = 0
    while count < most {
      let item = isFromEnd ? ours[ours.count - 1 - count] : ours[count]
      let other = isFromEnd ? theirs[theirs.count - 1 - count] : theirs[count]
      guard
        bytes.extracting(item.range.range).elementsEqual(source.extracting(other.range.range))
          || item.form == other.form
            && bytes.extracting(item.name.range).elementsEqual(source.extracting(other.name.range))
            && Shortcode.saySame(
              source.extracting(other.range.range), bytes.extracting(item.range.range))
      else { break }
      count += 1
    }
    return count
  }

  private static func withoutPairs(
    _ ours: ArraySlice<ShortcodeList.Item>, _ bytes: Span<UInt8>,
    _ theirs: ArraySlice<ShortcodeList.Item>, _ source: Span<UInt8>,
    by part: KeyPath<ShortcodeList.Item, ByteRange>,
    into found: ((ShortcodeList.Item, ShortcodeList.Item) -> Void)?
  ) -> ([ShortcodeList.Item], [ShortcodeList.Item]) {
    var places: [[UInt8]: (next: Int, all: [Int])] = [:]
    for (index, item) in theirs.enumerated() {
      places[[UInt8](source.extracting(item[keyPath: part].range)), default: (0, [])].all.append(
        index)
    }
    let list = Array(theirs)
    var isTaken = [Bool](repeating: false, count: list.count)
    var left: [ShortcodeList.Item] = []
    for item in ours {
      let key = [UInt8](bytes.extracting(item[keyPath: part].range))
      guard let place = places[key], place.next < place.all.count else {
        left.append(item)
        continue
      }
      places[key]?.next += 1
      isTaken[place.all[place.next]] = true
      found?(item, list[place.all[place.next]])
    }
    return (left, list.indices.filter { !isTaken[$0] }.map { list[$0] })
  }

  /// What stands behind the name of a shortcode.
  @_lifetime(copy bytes)
  private static func arguments(_ item: ShortcodeList.Item, _ bytes: Span<UInt8>) -> Span<UInt8> {
    let rest = bytes.extracting(item.name.upper..<max(item.content.upper, item.name.upper))
    return rest.extracting(rest.trimmedRange)
  }
}
