/// What was measured of one competitor.
struct Standing {
  let name: String
  /// Whether it ran only once.
  var isSlow = false
  var seconds = Series()
  /// The processor time of each run.
  var processorSeconds = Series()
  /// In bytes.
  var peakMemory = 0
  /// Finding the files, and what was then done with them; empty unless the competitor says.
  var walking = Series()
  var working = Series()
}
