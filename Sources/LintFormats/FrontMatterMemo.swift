internal import LintCore
import Synchronization

/// What YAML that was read before says, by its bytes: most front matter is its neighbour's but for a
/// few lines, and to parse it takes as long as all else that is done for a short page.
///
/// It is kept key by key. A line that begins with a letter or a digit ends whatever stands before it
/// in a mapping that is not indented (YAML 1.2.2 § 8.2.2), unless something is left open; then the
/// parser does not find a key at the start of each such line, and what it finds is not kept.
final class FrontMatterMemo: Sendable {
  /// A key and its value, in the bytes of their lines.
  private struct Known {
    let bytes: [UInt8]
    /// Offsets from the start of `bytes`.
    let entry: FrontMatter.Entry
  }

  /// A place for each hash; what came last stays.
  private let table = Mutex([Known?](repeating: nil, count: size))

  private static let size = 2048
  /// In bytes; a description is seldom anyone else's.
  private static let longest = 160
  /// In bytes; front matter that is longer than any page's is not like its neighbour's.
  private static let longestBlock = 16_384

  /// The entries of a block of YAML.
  ///
  /// - Parameter parse: Reads such a block; `nil` for one that is no mapping without faults. What it
  ///   places counts from the first byte of what it is given.
  /// - Returns: `nil` when the block must be read as a whole.
  func entries(
    _ bytes: Span<UInt8>, in content: ByteRange,
    parse: (Span<UInt8>) -> [FrontMatter.Entry]?
  ) -> [FrontMatter.Entry]? {
    guard content.count <= Self.longestBlock, let groups = Self.groups(bytes, in: content) else {
      return nil
    }
    var entries = lookUp(groups, bytes)
    let unknown = groups.indices.filter { entries[$0] == nil }
    if !unknown.isEmpty {
      var text: [UInt8] = []
      for index in unknown { text += [UInt8](bytes.extracting(groups[index].range)) }
      guard let found = parse(text.span), found.count == unknown.count else { return nil }
      var start = 0
      for (index, entry) in zip(unknown, found) {
        let group = groups[index]
        guard entry.key.lower == start, entry.value.upper <= start + group.count else {
          return nil
        }
        entries[index] = entry.moved(by: group.lower - start)
        start += group.count
      }
      keep(unknown.map { (groups[$0], entries[$0]!) }, bytes)
    }
    return entries.map { $0! }
  }

  private func lookUp(_ groups: [ByteRange], _ bytes: Span<UInt8>) -> [FrontMatter.Entry?] {
    let slots = groups.map { Self.slot(of: bytes.extracting($0.range)) }
    return table.withLock { table in
      groups.indices.map { index in
        let group = groups[index]
        guard let known = table[slots[index]],
          known.bytes.span.elementsEqual(bytes.extracting(group.range))
        else { return nil }
        return known.entry.moved(by: group.lower)
      }
    }
  }

  private func keep(_ found: [(group: ByteRange, entry: FrontMatter.Entry)], _ bytes: Span<UInt8>) {
    let known = found.compactMap { group, entry -> (slot: Int, known: Known)? in
      guard group.count <= Self.longest else { return nil }
      let own = bytes.extracting(group.range)
      return (Self.slot(of: own), Known(bytes: [UInt8](own), entry: entry.moved(by: -group.lower)))
    }
    table.withLock { table in
      for (slot, known) in known { table[slot] = known }
    }
  }

  private static func slot(of bytes: Span<UInt8>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }

  /// The lines of each key; `nil` when there is anything but keys, the lines below them, and lists.
  private static func groups(_ bytes: Span<UInt8>, in content: ByteRange) -> [ByteRange]? {
    var groups: [ByteRange] = []
    groups.reserveCapacity(32)
    var line = content.lower
    while line < content.upper {
      let feed = bytes.firstIndex(of: 0x0A, from: line) ?? content.upper
      let end = min(feed + 1, content.upper)
      let first = bytes[line]
      if first.isLetter || first.isDigit {
        groups.append(ByteRange(line, end))
      } else if let last = groups.last,
        bytes.has("- ", at: line)
          || (first == 0x20 && !bytes.extracting(line..<end).trimmedRange.isEmpty)
      {
        groups[groups.count - 1] = ByteRange(last.lower, end)
      } else {
        return nil
      }
      line = end
    }
    return groups
  }
}

extension FrontMatter.Entry {
  fileprivate func moved(by distance: Int) -> FrontMatter.Entry {
    func moved(_ range: ByteRange) -> ByteRange {
      ByteRange(range.lower + distance, range.upper + distance)
    }
    return FrontMatter.Entry(key: moved(key), value: moved(value), style: style)
  }
}
