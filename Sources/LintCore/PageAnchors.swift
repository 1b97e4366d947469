/// What knows which anchors and links a page has.
public protocol PageAnchors: AnyObject, Sendable {
  /// Whether one of its headings is called so in addresses.
  func hasAnchor(_ name: Span<UInt8>) -> Bool
  /// Whether as many of its links and images have this destination as of its source's.
  func keepsDestination(_ destination: Span<UInt8>) -> Bool
  /// What the page that a link leads to has, and its source; `nil` where nobody knows which page it is.
  ///
  /// - Parameter path: the destination without `#` and what follows.
  func anchors(at path: Span<UInt8>) -> LinkedAnchors?
  /// Whether its links lead to sections of other pages by the names that they have in the source: two or more do,
  /// and all but one.
  var keepsSections: Bool { get }
}

/// What the headings of a page are called in addresses, and those of its source.
public struct LinkedAnchors: Sendable {
  /// `nil` where the locale does not have the page.
  public let translation: Set<[UInt8]>?
  /// `nil` where the source does not.
  public let source: Set<[UInt8]>?

  public init(translation: Set<[UInt8]>?, source: Set<[UInt8]>?) {
    self.translation = translation
    self.source = source
  }

  /// What readers of the locale see.
  public var shown: Set<[UInt8]>? { translation ?? source }
}
