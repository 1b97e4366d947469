import LintText

extension Span<UInt8> {
  /// The number that the bytes from an index on are, of at most nine digits.
  func number(from start: Int) -> Int? {
    guard start < count, count - start <= 9 else { return nil }
    var number = 0
    for index in start..<count {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }
}
