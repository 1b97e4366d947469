import LintText

extension Span<UInt8> {
  /// Whether another address is this one with a slip of the key: a letter that is lost, wrong or put in within a word, two
  /// letters that changed places, or a sign that is lost between two parts.
  ///
  /// None are what leads to the same page or on purpose to another one: `https` for `http`, a slash at the end, the number of a
  /// version, and the short names by which a site tells its languages apart, `/en/` and `/es/`.
  package func isAddressMisspelt(as other: Span<UInt8>) -> Bool {
    guard abs(count - other.count) <= 1,
      let scheme = firstRange(of: "://")?.upperBound
    else { return false }
    let (own, others) = difference(from: other)
    let (start, end) = (own.lowerBound, own.upperBound)
    // Behind the sign of a value stands what the rules of values compare.
    guard start >= scheme, extracting(..<start).firstIndex(ofAny: 0x25, 0x7B, 0x24, 0x24) == nil
    else { return false }
    var (first, last) = (start, end)
    while first > 0, self[first - 1].isLetter { first -= 1 }
    while last < count, self[last].isLetter { last += 1 }
    switch (own.count, others.count) {
    case (1, 0):
      return self[start].isLetter || isSignOfAddress(at: start)
    case (0, 1):
      return other[start].isLetter && last - first >= 6 && start > first && last > end
    case (1, 1):
      if self[start] == 0x2D || self[start] == 0x5F {
        return other[start] == 0x2D || other[start] == 0x5F
      }
      return self[start].isLetter && other[start].isLetter
        && self[start].lowercased != other[start].lowercased
        && last - first >= 6 && start > first && last > end
    case (2, 2):
      return self[start] == other[start + 1] && self[start + 1] == other[start]
        && self[start].isLetter && self[start + 1].isLetter && last - first > 2
    default: return false
    }
  }

  /// Whether a sign stands between two parts of an address, and is not the slash at the end of its path.
  private func isSignOfAddress(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    switch self[index] {
    case 0x2E, 0x2D, 0x5F: return true
    case 0x2F: return self[index + 1] != 0x23 && self[index + 1] != 0x3F
    default: return false
    }
  }
}
