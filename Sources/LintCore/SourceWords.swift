/// What a source in a file of its own holds, for rules to ask of its latest version: what that has is no
/// fault of a page that was brought up to date there.
public protocol SourceWords: AnyObject, Sendable {
  /// Whether a link or an image of it has this destination.
  func hasDestination(_ destination: Span<UInt8>) -> Bool
  /// Whether one of its headings is called so in addresses.
  func hasAnchor(_ name: Span<UInt8>) -> Bool
  /// Whether this run of digits stands in it, with no digit before or behind.
  func hasNumber(_ digits: Span<UInt8>) -> Bool
}
