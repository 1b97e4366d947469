extension Array {
  /// The index of the first element that a search is not past, or the end.
  ///
  /// - Parameter isBefore: `true` for some first elements and `false` for all others.
  public func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
