/// What was measured of one thing, a value for each round.
struct Series: Equatable {
  private(set) var values: [Double] = []

  init(_ values: [Double] = []) {
    self.values = values
  }

  mutating func add(_ value: Double) { values.append(value) }

  var least: Double { values.min() ?? .nan }
  var most: Double { values.max() ?? .nan }

  /// The middle value, or the mean of the two in the middle.
  var median: Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The median of the ratios of each round: a machine that is slower for a while slows both. One
  /// that did not run in each round is compared by its median.
  func ratio(to other: Series) -> Double {
    guard values.count == other.values.count else { return median / other.median }
    return Series(zip(values, other.values).map { $0 / $1 }).median
  }
}
