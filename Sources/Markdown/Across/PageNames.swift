import LintCore
import LintText

/// What parts of a page may be called in addresses.
///
/// Names are compared by their letters and digits alone, in lower case, for each publisher leaves others of the
/// marks between them.
struct PageNames {
  /// By their hashes.
  private(set) var names: Set<UInt32> = []
  /// Whether it may have names besides: it shows other files, or is made by templates.
  private(set) var isOpen = false

  /// - Parameter path: The page's.
  init(_ document: borrowing Document, _ blocks: Blocks, path: String) {
    let bytes = document.bytes.span
    isOpen =
      Self.isOpen(bytes, blocks)
      || Self.showsOthers(
        bytes, from: document.frontMatter?.range.upper ?? document.start, path)
    guard !isOpen else { return }
    let hasAnchors = addWritten(bytes)
    var hasHeading = false
    for block in blocks.list where block.kind == .heading || block.kind == .tab {
      hasHeading = true
      addHeading(block.content, document, withSource: !hasAnchors)
    }
    if let title = document.attribute("title") {
      add(document.text(title.value).bytes)
    }
    if !hasHeading { isOpen = true }
  }

  /// The hash of a name; `nil` where it has neither letter nor digit.
  static func hash(_ name: Span<UInt8>) -> UInt32? {
    var hash = Hash64()
    var isEmpty = true
    var index = 0
    while index < name.count {
      let (scalar, length) = name.scalar(at: index)
      index += length
      guard isLetterOrDigit(scalar) else { continue }
      isEmpty = false
      hash.add(scalar.foldedScalar)
    }
    return isEmpty ? nil : UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }

  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return UInt8(scalar).isLetterOrDigit }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic && !properties.generalCategory.isMark
      || properties.generalCategory == .decimalNumber
  }

  /// What shows other files, or makes names that the page does not have.
  private static let inclusions: [[UInt8]] = [
    "[!include", "{{<", "{{%", "{%", "--8<--", "{!", "@include", "#include", "redirect_url",
    "<!--#",
  ].map { (word: String) in Array(word.utf8) }

  private static func isOpen(_ bytes: Span<UInt8>, _ blocks: Blocks) -> Bool {
    if blocks.list.contains(where: { $0.kind == .module || $0.kind == .jsx }) { return true }
    return inclusions.contains { bytes.containsIgnoringCase($0.span) }
  }

  /// Whether a page shows what it imports, which may have headings: one of MDX, or one that some sites read as such
  /// and that begins so.
  private static func showsOthers(
    _ bytes: Span<UInt8>, from start: Int, _ path: String
  ) -> Bool {
    if path.hasSuffix(".mdx") { return bytes.contains("import ") }
    var index = start
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    return bytes.has("import ", at: index)
  }

  private mutating func add(_ name: Span<UInt8>) {
    if let hash = Self.hash(name) { names.insert(hash) }
    var letters: [UInt8] = []
    var hasOthers = false
    for index in name.indices {
      if name[index] < 0x80 { letters.append(name[index]) } else { hasOthers = true }
    }
    // Some tools leave out what is not ASCII.
    if hasOthers, let hash = Self.hash(letters.span) { names.insert(hash) }
  }

  /// Adds what authors have written: `id="…"`, `name="…"`, `{#…}`. What stands in code counts too: a name too
  /// many is a fault less, and no false one.
  ///
  /// - Returns: whether there are anchors of the kind that the tools put before headings.
  private mutating func addWritten(_ bytes: Span<UInt8>) -> Bool {
    var hasAnchors = false
    var index = 0
    while let equals = bytes.firstIndex(of: 0x3D, from: index) {
      index = equals + 1
      let isName = equals >= 5 && bytes.extracting(equals - 4..<equals).equalsIgnoringCase("name")
      let isID = equals >= 3 && bytes.extracting(equals - 2..<equals).equalsIgnoringCase("id")
      guard isName || isID else { continue }
      let start = equals - (isName ? 4 : 2)
      let before = bytes[start - 1]
      guard before.isSpace || before == 0x22 || before == 0x27 else { continue }
      if isName, start >= 3, bytes.has("<a ", at: start - 3) { hasAnchors = true }
      var lower = equals + 1
      var close: UInt8?
      if lower < bytes.count, bytes[lower] == 0x22 || bytes[lower] == 0x27 {
        close = bytes[lower]
        lower += 1
      }
      var upper = lower
      while upper < bytes.count, upper - lower < 300, bytes[upper] != 0x0A,
        close.map({ bytes[upper] != $0 }) ?? !(bytes[upper].isSpace || bytes[upper] == 0x3E)
      { upper += 1 }
      add(bytes.extracting(lower..<upper))
    }
    index = 0
    while let mark = bytes.firstIndex(of: 0x23, from: index) {
      index = mark + 1
      guard mark > 0, bytes[mark - 1] == 0x7B || bytes[mark - 1] == 0x20 || bytes[mark - 1] == 0x3A
      else { continue }
      var upper = index
      while upper < bytes.count, upper - index < 300, !bytes[upper].isSpace, bytes[upper] != 0x7D {
        upper += 1
      }
      // A heading's own mark is followed by a space.
      if upper > index { add(bytes.extracting(index..<upper)) }
    }
    return hasAnchors
  }

  /// Adds what is made of a heading's text.
  ///
  /// - Parameter withSource: Whether also what is made of the source's: where no heading has an anchor, the tools
  ///   may put them in later.
  private mutating func addHeading(
    _ content: ByteRange, _ document: borrowing Document, withSource: Bool
  ) {
    let bytes = document.bytes.span
    var texts: [[UInt8]] = [[], []]
    var offset = content.lower
    func outside(_ range: Range<Int>) {
      for half in texts.indices { texts[half].append(bytes.extracting(range)) }
    }
    let first = document.records.partitionPoint { $0.range.upper <= content.lower }
    for record in document.records[first...] {
      guard record.range.upper <= content.upper else { break }
      guard record.range.lower >= offset else { continue }
      outside(offset..<record.range.lower)
      texts[0].append(bytes.extracting(record.target.range))
      texts[1].append(bytes.extracting(record.source.range))
      offset = record.range.upper
    }
    outside(offset..<content.upper)
    for half in 0..<(withSource ? 2 : 1) {
      let text = texts[half]
      let visible = Self.visible(text.span, withEntities: true)
      let letters = Self.visible(text.span, withEntities: false)
      add(text.span)
      if let end = Self.startOfAttributes(text.span) {
        add(Self.visible(text.span.extracting(..<end), withEntities: true).span)
      }
      add(visible.span)
      add(letters.span)
    }
  }

  /// Where the attributes begin that a heading ends with: `{.hive lang=en}`.
  private static func startOfAttributes(_ text: Span<UInt8>) -> Int? {
    let content = text.trimmedRange
    guard content.count > 2, text[content.upperBound - 1] == 0x7D else { return nil }
    var index = content.upperBound - 2
    while index > content.lowerBound, text[index] != 0x7B, text[index] != 0x7D { index -= 1 }
    return text[index] == 0x7B ? index : nil
  }

  /// A text without tags, addresses of links and names in braces.
  private static func visible(_ text: Span<UInt8>, withEntities: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    // What nothing closes any more; else each that is open would be looked for to the end.
    var isMissing: Set<UInt8> = []
    while index < text.count {
      let byte = text[index]
      let close: UInt8? =
        switch byte {
        case 0x3C: 0x3E
        case 0x28 where index > 0 && text[index - 1] == 0x5D: 0x29
        case 0x7B where text.has("{#", at: index) || text.has("{:", at: index): 0x7D
        case 0x26 where !withEntities: 0x3B
        default: nil
        }
      if let close, !isMissing.contains(close), let end = text.firstIndex(of: close, from: index) {
        index = end + 1
      } else {
        if let close { isMissing.insert(close) }
        result.append(byte)
        index += 1
      }
    }
    return result
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    self == .nonspacingMark || self == .spacingMark || self == .enclosingMark
  }
}
