/// Up to 18 digits as one number, which keeps the zeros that they begin with; longer ones are no value.
struct DigitString: Hashable {
  private static let most = 18
  /// A one, then the digits; 0 where there are too many.
  private var value: UInt64 = 1
  private(set) var count = 0

  /// - Parameter digit: Of ASCII.
  mutating func append(_ digit: UInt8) {
    count += 1
    value = count <= Self.most ? value * 10 + UInt64(digit & 0x0F) : 0
  }

  /// Both, one behind the other.
  func followed(by other: DigitString) -> DigitString {
    var joined = self
    joined.count += other.count
    guard joined.count <= Self.most, value > 0, other.value > 0 else {
      joined.value = 0
      return joined
    }
    var power: UInt64 = 1
    for _ in 0..<other.count { power *= 10 }
    joined.value = value * power + (other.value - power)
    return joined
  }

  /// Without so many digits at the end.
  func dropping(_ last: Int) -> DigitString {
    var shorter = self
    for _ in 0..<last { shorter.value /= 10 }
    shorter.count -= last
    return shorter
  }
}
