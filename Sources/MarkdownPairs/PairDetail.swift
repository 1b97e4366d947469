import LintCore
import LintText
import Synchronization

/// What only rules of pairs know of a page: its leaves, those of its source, and which belong together.
final class PairDetail: PageAnchors {
  let alignment: LeafAlignment
  let target: PageLeaves
  let source: PageLeaves
  /// What the page holds besides its leaves, and what the source does.
  let targetText: PairText
  let sourceText: PairText
  /// The keys of the source's front matter.
  let sourceKeys: [Attribute]
  /// What the page holds, in the form of a source.
  private let own: PairSource
  /// The version of the source that the page is compared with.
  let original: PairSource
  /// For each leaf of the page; `nil` where all are.
  private let certain: [Bool]?
  /// What the page's headings are called in addresses.
  private let anchors: Set<[UInt8]>
  /// Which version of the source it is.
  let version: SourceVersion
  /// What the latest version holds, where the page was compared with another one: a destination, an anchor
  /// or a number that it has is no fault of the page's.
  let latest: PairSource?
  /// What publishes the page.
  let site: Site
  private let linkedPages: (any LinkedPages)?
  private let sectionsAreKept = Mutex<Bool?>(nil)

  init(
    _ alignment: LeafAlignment, _ target: PairText, _ bytes: [UInt8], _ source: PairSource,
    from text: SourceText,
    _ site: Site, certain: [Bool]?, _ linkedPages: (any LinkedPages)?
  ) {
    self.alignment = alignment
    self.target = target.leaves
    self.source = source.text.leaves
    targetText = target
    own = PairSource(target, bytes, keys: [])
    original = source
    sourceText = source.text
    sourceKeys = source.keys
    self.certain = certain.map { certain in
      var leaves = [Bool](repeating: false, count: target.leaves.list.count)
      for (pair, isCertain) in zip(alignment.pairs, certain) { leaves[pair.target] = isCertain }
      return leaves
    }
    anchors = Set(target.names)
    version = text.version
    latest = text.latest?.detail as? PairSource
    self.site = site
    self.linkedPages = linkedPages
  }

  /// Whether findings of structure can be made: the page was translated from this very version, so that
  /// what it lacks was there.
  var isKnown: Bool { version.isKnown }

  func keepsDestination(_ destination: Span<UInt8>) -> Bool {
    own.count(ofDestination: destination) >= original.count(ofDestination: destination)
  }

  func hasAnchor(_ name: Span<UInt8>) -> Bool { anchors.contains([UInt8](name)) }

  func anchors(at path: Span<UInt8>) -> LinkedAnchors? { linkedPages?.anchors(at: path) }

  var keepsSections: Bool {
    sectionsAreKept.withLock { known in
      if let known { return known }
      let (theirs, own) = (original.linkedSections, own.linkedSections)
      let kept = theirs.count { own.contains($0) }
      let result = kept >= Self.fewestKept && kept + 1 >= theirs.count
      known = result
      return result
    }
  }

  /// So many links to sections make a habit.
  private static let fewestKept = 2

  /// Whether a leaf of the page and its partner are compared: of a version that the page was not made from,
  /// only sections that look alike are.
  func isComparable(_ leaf: Int) -> Bool { certain?[leaf] ?? true }
}
