/// Measures what each rule takes of a run, or nothing.
protocol RuleClock {
  /// Says that the time since the last note was a rule's.
  mutating func note(_ rule: Int)
}

/// No clock: a plain run.
struct NoClock: RuleClock {
  // The thread sanitizer looks at the address of what is passed `inout`, and an empty value has none.
  private let isOff = true

  @inline(__always)
  mutating func note(_ rule: Int) {}
}

/// Adds up seconds for each rule, by its index.
///
/// It is read after each check of each segment, which takes some 25 ns and makes the fastest rules
/// look slower than they are.
struct SteadyClock: RuleClock {
  private(set) var seconds: [Double]
  private var last: Double
  private let now: @Sendable () -> Double

  /// - Parameter now: Seconds on a clock that never goes back.
  init(rules: Int, now: @escaping @Sendable () -> Double) {
    seconds = Array(repeating: 0, count: rules)
    last = now()
    self.now = now
  }

  mutating func note(_ rule: Int) {
    let now = now()
    seconds[rule] += now - last
    last = now
  }
}
