/// A page of a file with several, besides the first.
public final class OtherPage {
  public let document: Document

  public init(_ document: consuming Document) {
    self.document = document
  }
}
