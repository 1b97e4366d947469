import LintCore
import LintText

/// What was found out about pieces of one segment, so that those with equal bytes are looked for
/// once: a segment may hold the same name thousands of times.
struct Remembered<Value> {
  private var values: [[UInt8]: Value] = [:]

  /// What is known of a piece, or what `find` then says.
  mutating func value(of piece: Span<UInt8>, _ find: () -> Value) -> Value {
    let key = Array(piece)
    if let known = values[key] { return known }
    let value = find()
    values[key] = value
    return value
  }
}
