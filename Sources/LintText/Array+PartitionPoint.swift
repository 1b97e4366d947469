extension Array {
  /// The index of the first element that a search is not past, or the end; found by halves.
  ///
  /// - Parameter isBefore: `true` for some first elements and `false` for all others.
  @inlinable public func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an element is among sorted ones.
  @inlinable public func containsSorted(_ wanted: Element) -> Bool where Element: Comparable {
    let index = partitionPoint { $0 < wanted }
    return index < count && self[index] == wanted
  }
}
