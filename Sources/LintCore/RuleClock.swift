/// Measures what each rule takes of a run, or nothing.
protocol RuleClock {
  /// Says that the time since the last note was a rule's.
  mutating func note(_ rule: Int)
}

/// No clock: a plain run.
struct NoClock: RuleClock {
  @inline(__always)
  mutating func note(_ rule: Int) {}
}

/// Adds up seconds for each rule, by its index.
///
/// It is read after each check of each segment: some 25 ns that make the fastest rules look slower than
/// they are.
struct SteadyClock: RuleClock {
  private(set) var seconds: [Double]
  private var last = ContinuousClock.now

  init(rules: Int) {
    seconds = Array(repeating: 0, count: rules)
  }

  mutating func note(_ rule: Int) {
    let now = ContinuousClock.now
    let (whole, atto) = (now - last).components
    seconds[rule] += Double(whole) + Double(atto) / 1e18
    last = now
  }
}
