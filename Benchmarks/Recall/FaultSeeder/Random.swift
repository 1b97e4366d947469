/// A random number generator (SplitMix64) whose numbers depend on its seed and on nothing else: not
/// on the platform and not on the version of the standard library.
struct Random {
  private var state: UInt64

  /// - Parameter label: What the numbers are for, so that one kind's do not depend on another's.
  init(seed: UInt64, label: String) {
    // FNV-1a: `Hasher` gives other values in each process.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0 up to a limit that is not reached.
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  /// An element; `nil` when there is none.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in elements.indices.dropFirst() {
      elements.swapAt(index, below(index + 1))
    }
    return elements
  }
}
