/// All runs of 12 letters and digits of ASCII of a text, without the spaces between them: whether another text
/// stands in it is looked up run by run, in time that grows with that one alone.
///
/// A run takes some 16 bytes of memory, so that a text should be no longer than it must.
///
/// Any other sign parts runs, so that markup, addresses and line ends may be others.
public struct LetterRuns: Sendable {
  private static let length = 12

  private var runs: Set<UInt64> = []

  public init(_ text: Span<UInt8>) {
    var runs: Set<UInt64> = []
    Self.each(text) {
      runs.insert($0)
      return true
    }
    self.runs = runs
  }

  /// Whether a text has runs, and one of them is not here: then it does not stand in the other text.
  public func lack(_ text: Span<UInt8>) -> Bool {
    var isLacking = false
    Self.each(text) { run in
      isLacking = !runs.contains(run)
      return !isLacking
    }
    return isLacking
  }

  /// Calls with the hash of each run, until that returns `false`.
  private static func each(_ text: Span<UInt8>, _ body: (UInt64) -> Bool) {
    // A rolling hash: the last letters, each a power of the base further up than the one behind it.
    var letters = [UInt8](repeating: 0, count: length)
    var (count, hash) = (0, UInt64(0))
    for index in text.indices {
      let byte = text[index]
      guard byte.isLetterOrDigit else {
        if !byte.isSpace { (count, hash) = (0, 0) }
        continue
      }
      let letter = byte.lowercased
      let place = count % length
      if count >= length { hash = hash &- UInt64(letters[place]) &* first }
      letters[place] = letter
      hash = hash &* base &+ UInt64(letter)
      count += 1
      if count >= length, !body(hash) { return }
    }
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What the first of the letters has been multiplied by when the next one comes.
  private static let first: UInt64 = (1..<length).reduce(1) { power, _ in power &* base }
}
