import LintCore
import LintText

/// What was found out about pieces of one segment, so that those with equal bytes are looked for
/// once: a segment may hold the same name thousands of times.
struct Remembered<Value> {
  /// The first few, which are compared one by one: to hash a name takes longer.
  private var few: [(piece: [UInt8], value: Value)] = []
  /// The others; most segments have none.
  private var values: [[UInt8]: Value]?

  private static var mostCompared: Int { 4 }

  /// What is known of a piece, or what `find` then says.
  mutating func value(of piece: Span<UInt8>, _ find: () -> Value) -> Value {
    for index in few.indices {
      let known = few[index].piece
      if known.span.elementsEqual(piece) { return few[index].value }
    }
    let key = Array(piece)
    guard few.count == Self.mostCompared else {
      let value = find()
      few.append((key, value))
      return value
    }
    if let known = values?[key] { return known }
    let value = find()
    if values == nil { values = [:] }
    values?[key] = value
    return value
  }
}
