internal import CScan

/// A run of ASCII letters, or the first sixteen of one: as numbers, by which words are told apart in a
/// few steps, however long they are.
public struct ASCIILetters {
  /// Letters that are looked at.
  public static let most = 16

  /// The letters in lower case, eight in each, the first in the lowest byte; zeros fill it up.
  public let first: UInt64
  public let second: UInt64
  /// How many there are, at most `most`.
  public let count: Int
  /// A bit for each that is a capital.
  public let capitals: UInt32

  /// Those that stand at an index of a text, which lies in it.
  public init(_ bytes: Span<UInt8>, at index: Int) {
    let rest = bytes.extracting(index...)
    let letters = unsafe rest.withUnsafeBufferPointer {
      unsafe scan_ascii_letters($0.baseAddress!, $0.count)
    }
    first = letters.first
    second = letters.second
    count = Int(letters.count)
    capitals = letters.capitals
  }
}
