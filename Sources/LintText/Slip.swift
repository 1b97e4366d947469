/// A slip of the key that makes one text of another: one letter that is wrong, lost or put in, or two letters or
/// digits that changed places.
///
/// What differs in letter case alone is none.
public struct Slip: Sendable {
  /// Where it stands in the right text, and in the wrong one; one of them may be empty.
  public let right: Range<Int>
  public let wrong: Range<Int>

  /// `nil` where the texts are the same, or differ in more.
  public init?(from text: Span<UInt8>, to other: Span<UInt8>) {
    guard abs(text.count - other.count) <= 1 else { return nil }
    (right, wrong) = text.difference(from: other)
    let start = right.lowerBound
    switch (right.count, wrong.count) {
    case (1, 0): guard text[start].isLetter else { return nil }
    case (0, 1): guard other[start].isLetter else { return nil }
    case (1, 1):
      guard text[start].isLetter, other[start].isLetter,
        text[start].lowercased != other[start].lowercased
      else { return nil }
    case (2, 2):
      guard text[start] == other[start + 1], text[start + 1] == other[start],
        text[start].isLetterOrDigit, text[start + 1].isLetterOrDigit
      else { return nil }
    default: return nil
    }
  }

  /// Whether it is an `s` at the end of a word that one of the texts has and the other one lacks.
  ///
  /// - Parameter wordEnd: Where the word ends in the right text.
  public func isPlural(of text: Span<UInt8>, _ other: Span<UInt8>, wordEnd: Int) -> Bool {
    right.count + wrong.count == 1 && right.upperBound == wordEnd
      && (text.extracting(right).elementsEqual("s") || other.extracting(wrong).elementsEqual("s"))
  }
}
