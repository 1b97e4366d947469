package import LintCore

/// The pages that links of a page lead to.
package protocol LinkedPages: AnyObject, Sendable {
  /// What the page that a link leads to has, and its source; `nil` where nobody knows which page it is.
  ///
  /// - Parameter path: the destination without `#` and what follows.
  func anchors(at path: Span<UInt8>) -> LinkedAnchors?
}
