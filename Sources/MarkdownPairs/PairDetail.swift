import LintCore

/// What only rules of pairs know of a page: its leaves, those of its source, and which belong together.
final class PairDetail: Sendable {
  let alignment: LeafAlignment
  let target: PageLeaves
  let source: PageLeaves
  /// What the source holds besides its leaves.
  let sourceText: PairText
  /// Which version of the source it is.
  let version: SourceVersion
  /// What the latest version holds, where the page was compared with another one: a destination, an anchor
  /// or a number that it has is no fault of the page's.
  let latest: PairSource?
  /// What publishes the page.
  let site: Site

  init(
    _ alignment: LeafAlignment, _ target: PageLeaves, _ source: PairText, from text: SourceText,
    _ site: Site
  ) {
    self.alignment = alignment
    self.target = target
    self.source = source.leaves
    sourceText = source
    version = text.version
    latest = text.latest?.detail as? PairSource
    self.site = site
  }

  /// Whether findings of structure can be made: the page was translated from this very version, so that
  /// what it lacks was there.
  var isKnown: Bool { version.isKnown }
}
