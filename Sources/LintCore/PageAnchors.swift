/// What knows which anchors and links a page has.
public protocol PageAnchors: AnyObject, Sendable {
  /// Whether one of its headings is called so in addresses.
  func hasAnchor(_ name: Span<UInt8>) -> Bool
  /// Whether as many of its links and images have this destination as of its source's.
  func keepsDestination(_ destination: Span<UInt8>) -> Bool
}
