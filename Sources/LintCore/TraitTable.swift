/// Which of a list of checks need each trait of a segment: one bit for each check, so that the checks
/// for a segment are found by two look-ups and not by a look at each.
struct TraitTable: Sendable {
  /// All that any of them needs.
  let all: SegmentTraits
  /// How many words of 64 bits hold a bit for each check.
  let words: Int
  /// For each set of the lower six traits, and then for each set of the upper ones, the checks that need
  /// one of them.
  private let low: [UInt64]
  private let high: [UInt64]

  private static let lowBits = 6

  init(_ needs: [SegmentTraits]) {
    all = needs.reduce([]) { $0.union($1) }
    let words = (needs.count + 63) / 64
    self.words = words
    func table(of sets: Int, from shift: Int) -> [UInt64] {
      var table = Array(repeating: UInt64(0), count: sets * words)
      for (check, need) in needs.enumerated() {
        var traits = Int(need.rawValue) >> shift & (sets - 1)
        while traits != 0 {
          let trait = traits & -traits
          table[trait * words + check / 64] |= 1 << UInt64(check % 64)
          traits ^= trait
        }
      }
      // A set of several traits has the checks of one of them and of the others.
      for set in 1..<max(sets, 1) {
        let one = set & -set
        guard one != set else { continue }
        for word in 0..<words {
          table[set * words + word] = table[one * words + word] | table[(set ^ one) * words + word]
        }
      }
      return table
    }
    low = table(of: 1 << Self.lowBits, from: 0)
    let highBits = Int(all.rawValue) >> Self.lowBits
    high = table(
      of: highBits == 0 ? 1 : 1 << (Int.bitWidth - highBits.leadingZeroBitCount), from: Self.lowBits
    )
  }

  /// A bit for each of 64 checks that needs one of some traits.
  @inline(__always)
  func checks(_ word: Int, for traits: SegmentTraits) -> UInt64 {
    // Without those that nobody needs, for which the tables have no room.
    let set = Int(traits.rawValue & all.rawValue)
    return low[(set & (1 << Self.lowBits - 1)) * words + word]
      | high[set >> Self.lowBits * words + word]
  }
}
