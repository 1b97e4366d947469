public import LintCore
import LintText
internal import Markdown

/// Markdown whose source is a Markdown file of its own: a segment for each heading, paragraph and cell of a
/// table that both have.
public struct MarkdownPairs: Format {
  /// What publishes the page.
  public let site: Site
  /// Whether it is MDX.
  package var isMDX: Bool { dialect.contains(.mdx) }
  /// What that understands besides CommonMark.
  private let dialect: MarkdownDialect
  /// Where a page's links lead; `nil` where nobody looks.
  package var linkedPages: (any LinkedPages)?

  public var name: String { "Markdown with a source of its own" }
  public var fileExtensions: [String] { ["md", "markdown", "mdx"] }

  /// - Parameter path: of a page, for what its name says.
  public init(site: Site = .github, of path: String = "") {
    self.site = site
    dialect = site.dialect(of: path)
  }

  /// Whether files of a name are pages of this format.
  package static func reads(_ path: String) -> Bool { [MarkdownPairs()].format(of: path) != nil }

  /// Reads a page without a source: it has no segments.
  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    document(bytes, from: nil, page)
  }

  public func read(_ bytes: consuming [UInt8], from source: SourceText?, _ page: Page) -> Unit {
    Unit(document(bytes, from: source, page))
  }

  public func readSource(_ bytes: consuming [UInt8], of file: SourceFile) -> SourceText? {
    let bytes = bytes
    let start = Self.start(of: bytes.span)
    let text = PairText(bytes.span, from: start, dialect, site.slugs)
    return SourceText(
      path: file.path, repositoryPath: file.repositoryPath, bytes: bytes, prose: text.prose,
      start: start, detail: PairSource(text, bytes))
  }

  /// What the headings of a page are called in addresses, and without marks, as some publishers have it.
  package func anchors(of bytes: [UInt8]) -> Set<[UInt8]> {
    let text = PairText(bytes.span, from: Self.start(of: bytes.span), dialect, site.slugs)
    var anchors = Set(text.names)
    for name in text.names where name.contains(where: { $0 >= 0x80 }) {
      anchors.insert(AccentFolding.folded(name.span, spellsOut: false))
      anchors.insert(AccentFolding.folded(name.span, spellsOut: true))
    }
    return anchors
  }

  private func document(
    _ bytes: consuming [UInt8], from source: SourceText?, _ page: Page
  ) -> Document {
    let bytes = bytes
    let start = Self.start(of: bytes.span)
    let frontMatter = FrontMatterReader.read(bytes.span, from: start)
    let text = PairText(bytes.span, from: start, dialect, site.slugs)
    var records: [SegmentRecord] = []
    var inlines = text.inlines
    var detail: PairDetail?
    var headings: [PairedHeading]?
    var keys = DecodedTexts()
    var alerts: [ByteRange] = []
    if let source, let theirs = source.detail as? PairSource {
      let original = source.bytes
      let alignment = LeafAlignment(
        text.leaves, bytes.span, names: text.names,
        theirs.text.leaves, original.span, names: theirs.text.names)
      let first = inlines.count
      inlines += theirs.text.inlines.map { $0.moved(by: AddressSpace.source) }
      // Where front matter is broken, its lines and all below them were taken for others.
      let isBroken =
        !theirs.keys.isEmpty && frontMatter.map { !$0.isClosed || $0.problem != nil } ?? false
      let certain =
        isBroken
        ? [Bool](repeating: false, count: alignment.pairs.count)
        : alignment.isEqual || source.version.isKnown
          ? nil : alignment.equalSections(text.leaves.list, theirs.text.leaves.list)
      let inPlace = LeafOrder.areInPlace(
        alignment.pairs, text.leaves, bytes.span, theirs.text.leaves, original.span)
      let compared =
        certain.map { certain in
          inPlace.map { zip(certain, $0).map { $0 && $1 } } ?? certain
        } ?? inPlace
      records = Self.records(
        alignment, text, bytes.span, theirs.text, inlinesOfSource: first, compared, &keys)
      let definitions =
        PairedDefinitions.list(text.leaves, bytes.span, theirs.text.leaves, original.span)
        + PairedDefinitions.inclusions(
          alignment, text.leaves, bytes.span, theirs.text.leaves, original.span)
      if !definitions.isEmpty {
        records += Self.records(definitions, bytes.span, isCertain: certain == nil, &inlines, &keys)
        records.sort { $0.range.lower < $1.range.lower }
      }
      alerts = PairedAlerts.changed(
        text.leaves.blocks, bytes.span, theirs.text.leaves.blocks, original.span)
      keys.prose = keys.bytes
      detail = PairDetail(
        alignment, text, bytes, theirs, from: source, site, certain: compared, linkedPages)
      headings = PairedHeadings.list(records, text, bytes, theirs.text, alignment)
    }
    return Document(
      bytes: bytes, prose: text.prose, start: start, attributes: frontMatter?.attributes,
      comments: MarkdownComments.read(bytes.span, from: start, frontMatter), records: records,
      inlines: inlines, isBilingual: source != nil,
      statedLocale: frontMatter?.contentLocale(bytes.span),
      isMachineTranslated: frontMatter?.saysMachine(bytes.span) ?? false,
      detail: MarkdownDetail(
        frontMatter: frontMatter, isLocalized: source != nil,
        structure: alerts.isEmpty ? nil : PageStructure(alerts: alerts), headings: headings,
        own: detail),
      source: source, decoded: source == nil ? nil : keys, format: self, page: page)
  }

  public func comment(_ text: String) -> String? { "<!-- \(text) -->" }

  public func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    MarkdownPairsRules.rules(settings: settings)
  }

  private static func start(of bytes: Span<UInt8>) -> Int {
    bytes.has("\u{FEFF}", at: 0) ? 3 : 0
  }

  /// - Parameter certain: of each pair, whether it is compared; `nil` where all are. Of a version that the page
  ///   was not translated from, a part that looks otherwise may have been written anew.
  private static func records(
    _ alignment: LeafAlignment, _ target: PairText, _ bytes: Span<UInt8>, _ source: PairText,
    inlinesOfSource first: Int,
    _ certain: [Bool]?, _ keys: inout DecodedTexts
  ) -> [SegmentRecord] {
    var records: [SegmentRecord] = []
    records.reserveCapacity(alignment.pairs.count)
    for (index, pair) in alignment.pairs.enumerated() {
      let (leaf, other) = (target.leaves.list[pair.target], source.leaves.list[pair.source])
      guard leaf.isText else { continue }
      let theirs = source.inlineRanges[pair.source]
      records.append(
        SegmentRecord(
          key: source.keys.key(of: pair.source, at: leaf.range, into: &keys), range: leaf.range,
          target: leaf.content, source: other.content.inSource,
          targetInlines: target.inlineRanges[pair.target],
          sourceInlines: theirs.lowerBound + first..<theirs.upperBound + first,
          // What stands behind it nobody reads.
          isCertain: (certain?[index] ?? true) && !bytes.has("{{< comment", at: leaf.content.lower))
      )
    }
    return records
  }

  /// Of definitions of links.
  private static func records(
    _ definitions: [PairedDefinitions.Pair], _ bytes: Span<UInt8>, isCertain: Bool,
    _ inlines: inout [Inline], _ keys: inout DecodedTexts
  ) -> [SegmentRecord] {
    definitions.map { pair in
      let (target, source) = (pair.target, pair.source.inSource)
      let first = inlines.count
      inlines.append(Inline(.autolink, range: target, destination: target))
      inlines.append(Inline(.autolink, range: source, destination: source))
      return SegmentRecord(
        key: LeafKeys.key(
          ofDefinition: bytes.extracting(pair.label.range), at: target, into: &keys),
        range: target, target: target, source: source, targetInlines: first..<first + 1,
        sourceInlines: first + 1..<first + 2, isCertain: isCertain)
    }
  }
}
