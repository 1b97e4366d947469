extension Span {
  /// Whether an element meets a condition.
  @inlinable public func contains(where isWanted: (Element) -> Bool) -> Bool {
    first(where: isWanted) != nil
  }

  /// The first element that meets a condition.
  @inlinable public func first(where isWanted: (Element) -> Bool) -> Element? {
    var index = 0
    while index < count {
      let element = self[index]
      if isWanted(element) { return element }
      index += 1
    }
    return nil
  }

  /// How many elements meet a condition.
  @inlinable public func count(where isWanted: (Element) -> Bool) -> Int {
    var found = 0
    var index = 0
    while index < count {
      if isWanted(self[index]) { found += 1 }
      index += 1
    }
    return found
  }
}
