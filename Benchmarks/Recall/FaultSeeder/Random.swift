import LintText

/// Choices that depend on a seed and on what they are for, and on nothing else.
struct Random {
  private var numbers: SplitMix64

  /// - Parameter label: What the choices are for, so that one kind's do not depend on another's.
  init(seed: UInt64, label: String) {
    // `Hasher` gives other values in each process.
    numbers = SplitMix64(seed: seed, series: Hash64(of: label.utf8Span.span).value)
  }

  /// A number from 0 up to a limit that is not reached.
  mutating func below(_ limit: Int) -> Int {
    Int(numbers.next() % UInt64(limit))
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
