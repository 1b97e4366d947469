import MarkdownPairs
import Synchronization

/// What the headings of pages are called in addresses, of pages that links of others lead to.
///
/// A page has many links to a few pages beside it, and so have those that come next: the last ones read are kept.
final class AnchorCache: Sendable {
  struct Key: Hashable {
    let path: String
    let site: Site
    let isMDX: Bool
  }

  /// Of so many pages; then it begins anew.
  private static let most = 128

  private let known = Mutex<[Key: Set<[UInt8]>?]>([:])

  /// - Parameter read: called where the page is not known; what it gives is kept, `nil` too.
  func anchors(for key: Key, _ read: () -> Set<[UInt8]>?) -> Set<[UInt8]>? {
    if let known = known.withLock({ $0[key] }) { return known }
    let read = read()
    known.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[key] = .some(read)
    }
    return read
  }
}
