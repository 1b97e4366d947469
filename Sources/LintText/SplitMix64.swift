/// Random numbers of 64 bits that depend on their seed and on nothing else: not on the platform and
/// not on the version of the standard library (SplitMix64).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// What the state grows by at each step: 2⁶⁴ divided by the golden ratio, made odd.
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init(state: UInt64) { self.state = state }

  /// One of many series of a seed that do not depend on each other.
  ///
  /// - Parameter series: The number of the series, such as the hash of its name.
  public init(seed: UInt64, series: UInt64) { self.init(state: seed &* Self.step ^ series) }

  public mutating func next() -> UInt64 {
    state &+= Self.step
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
