import LintCore

/// A list of no more than `limit` elements: the most severe, of equals the first, in the order in
/// which they came.
struct MostSevere<Element: Sendable>: Sendable {
  private let limit: Int
  /// `nil` for what had to make room.
  private var slots: [Element?] = []
  /// The indices in `slots` of what is held, by severity.
  private var indices: [Severity: [Int]] = [:]
  private(set) var count = 0
  private(set) var leftOut = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there is room for an element, or a less severe one to make some.
  func takes(_ severity: Severity) -> Bool {
    count < limit || Severity.allCases.contains { $0 < severity && indices[$0]?.isEmpty == false }
  }

  /// Counts an element as left out, without the need to make it.
  mutating func leave() {
    leftOut += 1
  }

  mutating func add(_ element: Element, _ severity: Severity) {
    if count == limit {
      leftOut += 1
      let lower = Severity.allCases.prefix { $0 < severity }
      guard let least = lower.first(where: { indices[$0]?.isEmpty == false }),
        let index = indices[least]?.popLast()
      else { return }
      slots[index] = nil
      count -= 1
    }
    indices[severity, default: []].append(slots.count)
    slots.append(element)
    count += 1
  }

  var elements: [Element] { slots.compactMap(\.self) }

  /// The most severe first.
  var bySeverity: [Element] {
    Severity.allCases.reversed().flatMap { severity in
      (indices[severity] ?? []).compactMap { slots[$0] }
    }
  }
}
