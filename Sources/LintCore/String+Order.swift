import Glibc

extension String {
  /// Whether this string comes before another by its UTF-8 bytes: the same order everywhere, whatever
  /// the language, and found without a look at what the bytes mean.
  public func precedes(_ other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let common = min(left.count, right.count)
        // An empty buffer may have no address.
        let order =
          common == 0 ? 0 : unsafe memcmp(left.baseAddress!, right.baseAddress!, common)
        return order != 0 ? order < 0 : left.count < right.count
      }
    }
  }
}
