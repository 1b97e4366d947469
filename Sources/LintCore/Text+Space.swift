import LintText

extension Text {
  /// Whether there is nothing but white space, no-break spaces among it.
  public var isBlank: Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index].isSpace {
        index += 1
      } else if bytes.has("\u{A0}", at: index) {
        index += 2
      } else {
        return false
      }
    }
    return true
  }

  /// Whether two texts say the same where runs of white space are one space: text is wrapped anew
  /// without a change to what it says.
  public func isEqual(butForSpaceTo other: borrowing Text) -> Bool {
    if self == other { return true }
    var (index, place) = (0, 0)
    while index < count, place < other.count {
      if bytes[index].isSpace, other.bytes[place].isSpace {
        while index < count, bytes[index].isSpace { index += 1 }
        while place < other.count, other.bytes[place].isSpace { place += 1 }
      } else if bytes[index] == other.bytes[place] {
        index += 1
        place += 1
      } else {
        return false
      }
    }
    return index == count && place == other.count
  }
}
