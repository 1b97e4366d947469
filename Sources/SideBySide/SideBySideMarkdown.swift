public import LintCore
import LintText
internal import Markdown

/// Markdown whose sentences stand in pairs of spans, the translation and what was translated.
public struct SideBySideMarkdown: Format {
  public var name: String { "side-by-side Markdown" }
  public var fileExtensions: [String] { ["md", "markdown"] }

  public init() {}

  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let bytes = bytes
    let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
    let frontMatter = FrontMatterReader.read(bytes.span, from: start) {
      $0.firstIndex(of: 0x3C) != nil && $0.contains("<span data-ttu-id=")
    }
    // Front matter that was translated as text holds pairs, so the search begins at the top.
    let scanner = SpanScanner(bytes.span, from: start)
    var records: [SegmentRecord] = []
    records.reserveCapacity(scanner.pairs.count)
    var inlines = MarkdownInlines(prose: bytes.span)
    for (index, pair) in scanner.pairs.enumerated() {
      let target = inlines.read(bytes.span, in: pair.target)
      let source = inlines.read(bytes.span, in: pair.source)
      records.append(
        SegmentRecord(
          key: pair.id.key, range: pair.range, target: pair.target, source: pair.source,
          targetInlines: target, sourceInlines: source, isCertain: scanner.isCertain(index)))
    }
    let isBilingual = !records.isEmpty || !scanner.irregularities.isEmpty
    return Document(
      bytes: bytes, prose: inlines.prose, start: start, attributes: frontMatter?.attributes,
      comments: MarkdownComments.read(bytes.span, from: start, frontMatter), records: records,
      inlines: inlines.list, damage: scanner.irregularities.map(\.line), isBilingual: isBilingual,
      statedLocale: frontMatter?.contentLocale(bytes.span),
      isMachineTranslated: frontMatter?.saysMachine(bytes.span) ?? false,
      detail: MarkdownDetail(
        frontMatter: frontMatter,
        isLocalized: isBilingual || LocalizationKeys.areThere(frontMatter, bytes.span),
        structure: records.isEmpty
          ? nil : PageStructure(bytes.span, from: frontMatter?.range.upper ?? start, records),
        own: SideBySideDetail(pairs: scanner.pairs, irregularities: scanner.irregularities)),
      format: self, page: page)
  }

  public func comment(_ text: String) -> String? { "<!-- \(text) -->" }

  public func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    SideBySideRules.rules(settings: settings)
  }

  public func lasting(_ text: [UInt8]) -> [UInt8] { text.withoutSpanPrefixes }
}
