package import LintCore
import LintText
import Synchronization

/// What rules of Markdown know of a page besides its segments.
package final class MarkdownDetail: PageAnchors {
  package let frontMatter: FrontMatter?
  /// Whether the page is a localized one, so that its front matter is looked at.
  package let isLocalized: Bool
  /// What stands outside the segments; `nil` in a page that has none.
  package let structure: PageStructure?
  /// The headings of a page whose source is a file of its own, with those of the source; `nil` for
  /// another page.
  package let headings: [PairedHeading]?
  /// What only the format that is made of Markdown knows, and its own rules.
  package let own: (any AnyObject & Sendable)?
  /// What rules that look across files have in common, once one has asked for it.
  private let linkedPage = Mutex<LinkedPage?>(nil)

  package init(
    frontMatter: FrontMatter?, isLocalized: Bool, structure: PageStructure? = nil,
    headings: [PairedHeading]? = nil, own: (any AnyObject & Sendable)? = nil
  ) {
    self.frontMatter = frontMatter
    self.structure = structure
    self.isLocalized = isLocalized
    self.headings = headings
    self.own = own
  }
}

extension MarkdownDetail {
  /// The blocks and links of the page, read once.
  func linkedPage(_ document: borrowing Document, at place: PagePlace) -> LinkedPage {
    if let known = linkedPage.withLock({ $0 }) { return known }
    let page = LinkedPage(document, at: place)
    linkedPage.withLock { $0 = page }
    return page
  }
}

extension MarkdownDetail {
  package func hasAnchor(_ name: Span<UInt8>) -> Bool {
    (own as? any PageAnchors)?.hasAnchor(name) ?? false
  }

  package func anchors(at path: Span<UInt8>) -> LinkedAnchors? {
    (own as? any PageAnchors)?.anchors(at: path)
  }

  package var keepsSections: Bool { (own as? any PageAnchors)?.keepsSections ?? false }

  package func keepsDestination(_ destination: Span<UInt8>) -> Bool {
    (own as? any PageAnchors)?.keepsDestination(destination) ?? false
  }
}

extension Document {
  /// What rules of Markdown know of the page; `nil` in a format that is not made of it.
  package var markdown: MarkdownDetail? { detail as? MarkdownDetail }

  /// The lines outside its segments that hold its structure.
  package var structure: PageStructure? { markdown?.structure }

  /// Its front matter; `nil` where it has none.
  package var frontMatter: FrontMatter? { markdown?.frontMatter }

  /// Whether front matter was taken for text and translated: a segment stands inside it.
  package var hasTranslatedFrontMatter: Bool {
    guard let frontMatter, let first = records.first else { return false }
    return frontMatter.content.overlaps(first.range)
  }
}
