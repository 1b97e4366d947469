extension Array {
  /// The index of the first element for which `isBefore` is false, or `count`; found by halves, in
  /// as many steps as `count` has binary digits.
  ///
  /// - Parameter isBefore: Must be true for some first elements and false for all others.
  @inlinable public func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an array that is sorted in rising order has an element; found by halves.
  @inlinable public func containsSorted(_ wanted: Element) -> Bool where Element: Comparable {
    let index = partitionPoint { $0 < wanted }
    return index < count && self[index] == wanted
  }
}
