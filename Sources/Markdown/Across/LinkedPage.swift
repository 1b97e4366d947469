import LintCore
import LintText

/// What rules that ask where links lead want to know of a page.
final class LinkedPage: Sendable {
  /// A link of the translation.
  struct Link: Sendable {
    /// The destination.
    let range: ByteRange
    let link: RelativeLink
    /// `unknown` for a link that stays in its page.
    let path: LinkedPath
  }

  let blocks: Blocks
  /// In the order of the page; none where nobody says what language it is in, nor where its source lies.
  let links: [Link]

  init(_ document: borrowing Document, at place: PagePlace) {
    let blocks = Blocks(
      document.bytes.span, from: document.start, dialect: PageLinks.dialect)
    self.blocks = blocks
    guard document.page.textLocale != nil || place.source != nil else {
      links = []
      return
    }
    var links: [Link] = []
    let found = PageLinks(document, blocks)
    for range in found.destinations {
      guard let link = RelativeLink(document.text(range).bytes) else { continue }
      links.append(
        Link(
          range: range, link: link,
          path: link.isInPage ? .unknown : LinkedPath(link, from: place)))
    }
    for range in found.references {
      guard let link = RelativeLink(document.text(range).bytes), !link.isInPage else { continue }
      links.append(Link(range: range, link: link, path: LinkedPath(ofReference: link, from: place)))
    }
    links.sort { $0.range < $1.range }
    self.links = links
  }
}
