/// Looks at a document as a whole.
public protocol DocumentCheck: Sendable {
  /// Whether it looks at each page of a file with several; else at the first, which stands for the file.
  var isForEachPage: Bool { get }

  /// Reports every occurrence of the fault in a document.
  func check(_ document: borrowing Document, _ report: inout Findings)
}

extension DocumentCheck {
  public var isForEachPage: Bool { false }
}
