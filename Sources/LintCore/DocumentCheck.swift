/// Looks at a document as a whole.
public protocol DocumentCheck: Sendable {
  /// Reports every occurrence of the fault in a document.
  func check(_ document: borrowing Document, _ report: inout Findings)
}
