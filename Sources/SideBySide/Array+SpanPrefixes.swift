import LintText

extension [UInt8] {
  /// Without the five hexadecimal digits before `-103` and `-p103`: they change whenever the file is
  /// written anew.
  var withoutSpanPrefixes: [UInt8] {
    // Most text has no hyphen that five digits could stand before.
    guard span.firstIndex(of: 0x2D, from: 5) != nil else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      if isSpanPrefix(at: index) { index += 5 }
      result.append(self[index])
      index += 1
    }
    return result
  }

  private func isSpanPrefix(at index: Int) -> Bool {
    guard index + 6 < count, self[index + 5] == 0x2D,
      self[index..<index + 5].allSatisfy(\.isLowercaseHex)
    else { return false }
    if index > 0, self[index - 1].isLetterOrDigit { return false }
    let next = self[index + 6] == 0x70 ? index + 7 : index + 6
    return next < count && self[next].isDigit
  }
}
