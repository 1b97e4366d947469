public import LintCore

/// Markdown whose sentences stand in pairs of spans, target and source.
public struct SideBySideMarkdown: Format {
  public var name: String { "side-by-side Markdown" }
  public var fileExtensions: [String] { ["md"] }

  public init() {}

  public func read(_ bytes: consuming [UInt8], _ expectation: LocaleExpectation) -> Document {
    let bytes = bytes
    return Document(
      bytes: bytes, prose: bytes, start: bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0,
      frontMatter: nil, records: [], inlines: [], irregularities: [], expectation: expectation)
  }
}
