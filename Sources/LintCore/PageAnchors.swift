/// What knows which anchors and links a page has.
public protocol PageAnchors: AnyObject, Sendable {
  /// Whether one of its headings is called so in addresses.
  func hasAnchor(_ name: Span<UInt8>) -> Bool
  /// Whether a link or an image of it has this destination.
  func hasDestination(_ destination: Span<UInt8>) -> Bool
}
