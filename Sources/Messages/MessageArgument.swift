/// A placeholder of a message: where it stands, and which value it stands for.
package struct MessageArgument {
  /// Indices into the text.
  package let range: Range<Int>
  /// What it begins with, then its name or its number in digits: `%(name`, `{0`.
  package let key: [UInt8]
  /// How the value is printed; 0 where that doesn't count.
  let kind: UInt16
}
