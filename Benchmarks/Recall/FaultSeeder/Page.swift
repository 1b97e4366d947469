import LintCore
import LintText

/// A page to damage, read without loclint's reader: what that overlooks must count as missed.
struct Page: Sendable {
  /// A pair of spans; both ranges without their markup.
  struct Pair: Sendable {
    let range: Range<Int>
    /// Where the ID of the target half stands, and that of the source half.
    let targetID: Range<Int>
    let sourceID: Range<Int>
    let target: Range<Int>
    let source: Range<Int>
    /// `nil` for the series of whole paragraphs.
    let number: Int?
    /// Whether the halves hold no spans of their own.
    let isPlain: Bool
  }

  /// A line `key: value` of the front matter.
  struct Entry: Sendable {
    let key: String
    /// The line with its end.
    let line: Range<Int>
    /// As written, quotes included.
    let value: Range<Int>
  }

  let file: SourceFile
  let bytes: [UInt8]
  /// What loclint reports before anything is done: rule and range.
  let findings: [(rule: String, range: Range<Int>)]
  let pairs: [Pair]
  /// From `---` to the end of the line of the closing one; `nil` when there is none.
  let frontMatter: Range<Int>?
  let entries: [Entry]
  let locale: String
  /// The path with its locale taken out: the same for a page in all languages.
  let family: String
  /// The source, where that is a file of its own.
  let source: SourceText?

  init(
    _ file: SourceFile, _ bytes: [UInt8], from source: SourceText? = nil,
    findings: [(rule: String, range: Range<Int>)]
  ) {
    self.file = file
    self.source = source
    self.bytes = bytes
    self.findings = findings
    pairs = Self.pairs(bytes)
    let frontMatter = Self.frontMatter(bytes)
    self.frontMatter = frontMatter
    let entries = frontMatter.map { Self.entries(bytes, $0) } ?? []
    self.entries = entries
    let stated = entries.first { $0.key == "ms.contentlocale" }
    let inPath = LocaleTag.inFolders(of: file.repositoryPath).last
    let folder = inPath?.description.lowercased() ?? ""
    locale = stated.map { bytes.text($0.value).lowercased() } ?? folder
    family = file.repositoryPath.split(separator: "/").map {
      $0.lowercased() == folder ? "*" : String($0)
    }.joined(separator: "/")
  }

  var language: String { String(locale.prefix { $0 != "-" }) }

  /// Whether words have spaces between them.
  var hasSpaces: Bool { !["ja", "zh", "th", "lo", "km", "my", ""].contains(language) }
  var isRightToLeft: Bool { ["ar", "he", "fa", "ur"].contains(language) }

  func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  static func pairs(_ bytes: [UInt8]) -> [Pair] {
    var pairs: [Pair] = []
    var position = 0
    let open = "<span data-ttu-id=\""
    while let start = bytes.firstRange(of: open, in: position..<bytes.count) {
      position = start.upperBound
      guard let idEnd = bytes.firstRange(of: "\">", in: position..<min(position + 20, bytes.count))
      else { continue }
      let id = bytes.text(position..<idEnd.lowerBound)
      let middle = "</span><span class=\"sxs-lookup\"><span data-stu-id=\"" + id + "\">"
      guard let join = bytes.firstRange(of: middle, in: idEnd.upperBound..<bytes.count) else {
        continue
      }
      // A half that reaches over another pair's is damaged.
      if bytes.firstRange(of: open, in: idEnd.upperBound..<join.lowerBound) != nil { continue }
      guard
        let end = bytes.firstRange(of: "</span></span>", in: join.upperBound..<bytes.count)
      else { continue }
      let isPlain =
        bytes.firstRange(of: "span", in: idEnd.upperBound..<join.lowerBound) == nil
        && bytes.firstRange(of: "span", in: join.upperBound..<end.lowerBound) == nil
        && !bytes.has("</span>", at: end.upperBound)
      let sourceID = join.upperBound - 2 - id.utf8.count
      pairs.append(
        Pair(
          range: start.lowerBound..<end.upperBound, targetID: position..<idEnd.lowerBound,
          sourceID: sourceID..<join.upperBound - 2,
          target: idEnd.upperBound..<join.lowerBound, source: join.upperBound..<end.lowerBound,
          number: Int(id.dropFirst(6)), isPlain: isPlain))
      position = end.upperBound
    }
    return pairs
  }

  static func frontMatter(_ bytes: [UInt8]) -> Range<Int>? {
    guard bytes.has("---\n", at: 0) || bytes.has("---\r\n", at: 0),
      let close = bytes.firstRange(of: "\n---", in: 3..<bytes.count)
    else { return nil }
    return 0..<min(bytes.lineEnd(close.upperBound) + 1, bytes.count)
  }

  private static func entries(_ bytes: [UInt8], _ block: Range<Int>) -> [Entry] {
    var entries: [Entry] = []
    var start = bytes.lineEnd(block.lowerBound) + 1
    while start < block.upperBound {
      let feed = bytes.lineEnd(start)
      defer { start = feed + 1 }
      var end = feed
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      guard bytes[start].isLetter,
        let colon = bytes.firstRange(of: ":", in: start..<end)
      else { continue }
      var value = colon.upperBound
      while value < end, bytes[value] == 0x20 { value += 1 }
      entries.append(
        Entry(
          key: bytes.text(start..<colon.lowerBound), line: start..<min(feed + 1, bytes.count),
          value: value..<end))
    }
    return entries
  }
}
