/// A placeholder of a message: where it stands, and which value it stands for.
package struct MessageArgument {
  /// Indices into the text.
  package let range: Range<Int>
  /// What it begins with: `%`, `{` or `$`.
  let sign: UInt8
  /// A hash of its sign and its name, or its number in digits, which is the same wherever it stands for the same value.
  package let key: UInt64
  /// Where its name stands; empty for one that has none.
  let name: Range<Int>
  /// How the value is printed; 0 where that doesn't count.
  let kind: UInt16
}
