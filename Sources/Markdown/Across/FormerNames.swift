import LintText

/// Names of pages whose readers are sent elsewhere, by all that looks like a path in a text: front matter, or a
/// publisher's file of redirections.
///
/// Publishers write them in a dozen ways, from the root of the site or of the repository, with and without
/// endings, so that pages are known by the last parts of their paths alone. A path too many hides a fault and makes
/// no false one.
package struct FormerNames: Sendable {
  /// By their hashes.
  package private(set) var pages: [UInt32] = []
  /// Folders of which all pages are meant: `/old/*`.
  package private(set) var folders: [UInt32] = []

  /// - Parameters:
  ///   - most: How many names are kept; those behind these are dropped.
  ///   - areKeyed: Whether words without a slash count, too, where a key says so: `aliases: [old]`.
  package init(_ text: Span<UInt8>, atMost most: Int, areKeyed: Bool = false) {
    var start = 0
    var hasSlash = false
    // Whether the key that the line belongs to is one of addresses.
    var isOfAddresses = false
    for index in 0...text.count {
      if index < text.count {
        let byte = text[index]
        if byte == 0x2F { hasSlash = true }
        if !byte.isSpace, !Self.isMark(byte) { continue }
      }
      if areKeyed, start == 0 || text[start - 1] == 0x0A, index > start {
        if let key = Self.key(text.extracting(start..<index)) { isOfAddresses = key }
      }
      if pages.count + folders.count < most, index > start {
        add(text.extracting(start..<index), isPath: hasSlash || isOfAddresses)
      }
      start = index + 1
      hasSlash = false
    }
  }

  /// Those in the front matter of a page: in YAML or TOML.
  ///
  /// - Parameter start: Where the text begins: behind a byte order mark.
  package init(ofPage bytes: Span<UInt8>, from start: Int = 0) {
    let bounds =
      FrontMatterReader.bounds(bytes, from: start) ?? TOMLFrontMatter.bounds(bytes, from: start)
    self.init(
      bytes.extracting(bounds?.content.range ?? 0..<0), atMost: Self.mostOfPage, areKeyed: true)
  }

  private static let mostOfPage = 100

  /// What stands around paths: quotes, brackets and commas.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  /// Whether a word at the start of a line is a key whose values are addresses; `nil` for what is no key.
  private static func key(_ word: Span<UInt8>) -> Bool? {
    guard word.count > 1, word[0].isLetter else { return nil }
    return ["alias", "redirect", "slug", "url", "permalink", "path", "id:"].contains {
      word.lowercased.span.contains($0)
    }
  }

  private mutating func add(_ word: Span<UInt8>, isPath: Bool) {
    var end = word.count
    while end > 0, word[end - 1] == 0x2F || word[end - 1] == 0x3A { end -= 1 }
    guard isPath || word.has(".md", at: end - 3) else { return }
    var path = String(word.extracting(..<end))
    if path.hasSuffix("/*") {
      path.removeLast(2)
      folders.append(Self.hash(path))
    } else {
      pages.append(Self.hash(path))
    }
  }

  /// The hash of the last part of a path, without what its name ends with.
  package static func hash(_ path: String) -> UInt32 {
    let name = LinkedPath.normalized(path).reversed().prefix { $0 != 0x2F }
    return UInt32(truncatingIfNeeded: Hash64(of: Array(name).span).value)
  }
}
