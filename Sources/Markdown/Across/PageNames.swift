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
    addLabels(bytes)
    var hasHeading = false
    for block in blocks.list {
      switch block.kind {
      case .heading, .tab:
        hasHeading = true
        addHeading(block.content, document, withSource: !hasAnchors)
      case .indentedCode:
        addHidden(in: block, blocks, document, withSource: !hasAnchors)
      case .html:
        addHidden(in: block, blocks, document, withSource: !hasAnchors)
        addHeadings(ofHTML: bytes.extracting(block.range.range))
      default: break
      }
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
    "!include", "{{<", "{{%", "{{#", "{%", "-8<-", "{!", "@include:", "::include{", "{include}",
    "':include", "\":include", "<apitable", "redirect_url", "<!--#",
  ].map { (word: String) in Array(word.utf8) }

  private static func isOpen(_ bytes: Span<UInt8>, _ blocks: Blocks) -> Bool {
    if blocks.list.contains(where: { showsOthers($0, bytes, blocks) }) { return true }
    return inclusions.contains { bytes.containsIgnoringCase($0.span) }
  }

  /// Whether a block shows what stands elsewhere: a component, what one is imported for, a variable in braces that is
  /// alone on its line or in a heading.
  private static func showsOthers(_ block: Block, _ bytes: Span<UInt8>, _ blocks: Blocks) -> Bool {
    switch block.kind {
    case .module, .jsx: return true
    case .html: return isComponent(bytes, at: block.range.lower)
    case .heading: return bytes.extracting(block.content.range).contains("{{")
    case .paragraph:
      guard !block.content.isEmpty else { return false }
      if isComponent(bytes, at: block.content.lower) { return true }
      if bytes.has("import ", at: block.content.lower) {
        let text = bytes.extracting(block.content.range)
        return text.firstIndex(of: 0x27, from: 0) != nil
          || text.firstIndex(of: 0x22, from: 0) != nil
      }
      return blocks.lines(of: block).contains { line in
        bytes.has("{{", at: line.lower) && bytes.has("}}", at: line.upper - 2)
      }
    default: return false
    }
  }

  /// Whether a tag begins that HTML does not have: `<Part />`.
  private static func isComponent(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == 0x3C, (0x41...0x5A).contains(bytes[index + 1])
    else { return false }
    // `<TABLE>` is a tag in capitals.
    var end = index + 2
    while end < bytes.count, bytes[end].isLetterOrDigit {
      if (0x61...0x7A).contains(bytes[end]) { return true }
      end += 1
    }
    return false
  }

  /// Whether a page shows what it imports, which may have headings: one of MDX, or one that some sites read as such
  /// and that begins so.
  private static func showsOthers(
    _ bytes: Span<UInt8>, from start: Int, _ path: String
  ) -> Bool {
    if path.hasSuffix(".mdx") { return bytes.contains("import ") || bytes.contains("export ") }
    var index = start
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    return bytes.has("import ", at: index)
  }

  private mutating func add(_ name: Span<UInt8>) {
    if let hash = Self.hash(name) { names.insert(hash) }
    guard name.indices.contains(where: { name[$0] >= 0x80 }) else { return }
    // Some tools leave out what is not ASCII, others first take the marks off the letters, and others do that alone.
    addASCII(name)
    for spellsOut in [false, true] {
      let plain = AccentFolding.folded(name, spellsOut: spellsOut)
      if let hash = Self.hash(plain.span) { names.insert(hash) }
      addASCII(plain.span)
    }
  }

  private mutating func addASCII(_ name: Span<UInt8>) {
    var letters: [UInt8] = []
    for index in name.indices where name[index] < 0x80 { letters.append(name[index]) }
    if let hash = Self.hash(letters.span) { names.insert(hash) }
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

  /// Adds names that are marked in other ways: `{/*name*/}` behind a heading, and `(name)=` on a line before one.
  private mutating func addLabels(_ bytes: Span<UInt8>) {
    var index = 0
    while let mark = bytes.firstRange(of: "{/*", from: index) {
      index = mark.upperBound
      var end = index
      while end < bytes.count, end - index < Self.longestName, bytes[end] != 0x0A,
        bytes[end] != 0x2A
      { end += 1 }
      if bytes.has("*/}", at: end) { add(bytes.extracting(index..<end)) }
    }
    index = 0
    while let mark = bytes.firstRange(of: ")=", from: index) {
      index = mark.upperBound
      var start = mark.lowerBound
      while start > 0, mark.lowerBound - start < Self.longestName, bytes[start - 1] != 0x0A,
        bytes[start] != 0x28
      { start -= 1 }
      if bytes[start] == 0x28 { add(bytes.extracting(start + 1..<mark.lowerBound)) }
    }
  }

  private static let longestName = 300

  /// Adds headings that stand in what CommonMark takes for code or HTML: in `!!! note`, `=== "Tab"`,
  /// `<div markdown="1">`.
  private mutating func addHidden(
    in block: Block, _ blocks: Blocks, _ document: borrowing Document, withSource: Bool
  ) {
    let bytes = document.bytes.span
    for line in blocks.lines(of: block) {
      var start = line.lower
      while start < line.upper, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      var text = start
      while text < line.upper, bytes[text] == 0x23 { text += 1 }
      if text > start, text - start < 7 {
        addHeading(ByteRange(text, line.upper), document, withSource: withSource)
      }
    }
  }

  /// Adds what is made of `<h2>…</h2>`.
  private mutating func addHeadings(ofHTML text: Span<UInt8>) {
    var index = 0
    while let open = text.firstIndex(of: 0x3C, from: index) {
      index = open + 1
      guard index + 1 < text.count, text[index] | 0x20 == 0x68,
        (0x31...0x36).contains(text[index + 1])
      else { continue }
      let rest = text.extracting(..<min(text.count, index + Self.longestHeading))
      guard let start = rest.firstIndex(of: 0x3E, from: index),
        let end = rest.firstRange(of: "</h", from: start) ?? rest.firstRange(of: "</H", from: start)
      else { continue }
      add(Self.read(text.extracting(start + 1..<end.lowerBound), withImages: false).span)
      index = end.upperBound
    }
  }

  private static let longestHeading = 2000
  private static let longestEmoji = 50

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
      for withImages in [true, false] {
        let read = Self.read(text.span, withImages: withImages)
        add(read.span)
        if let end = Self.startOfAttributes(read.span) { add(read.span.extracting(..<end)) }
      }
    }
  }

  /// A text without tags, entities, addresses of links, labels of references and footnotes, and without what Microsoft
  /// and Adobe write before a text in brackets: `[!UICONTROL Open]`.
  ///
  /// - Parameter withImages: Whether what stands for images is kept.
  private static func read(_ text: Span<UInt8>, withImages: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    // What nothing closes any more, as `visible` has it.
    var isMissing: Set<UInt8> = []
    func end(of close: UInt8) -> Int? {
      guard !isMissing.contains(close) else { return nil }
      if let end = text.firstIndex(of: close, from: index) { return end + 1 }
      isMissing.insert(close)
      return nil
    }
    while index < text.count {
      let byte = text[index]
      let isBehind = index > 0 && text[index - 1] == 0x5D
      var next: Int?
      switch byte {
      case 0x3C: next = end(of: 0x3E)
      case 0x26: next = end(of: 0x3B)
      case 0x28 where isBehind: next = end(of: 0x29)
      case 0x5B where isBehind || text.has("[^", at: index): next = end(of: 0x5D)
      case 0x21 where !withImages && text.has("![", at: index):
        // The bracket stays, so that an address behind it is known as such.
        next = end(of: 0x5D).map { $0 - 1 }
      case 0x5B where text.has("[!", at: index):
        if text.has("[!BADGE", at: index) {
          next = end(of: 0x5D)
        } else {
          var word = index + 2
          while word < text.count, text[word].isLetterOrDigit { word += 1 }
          next = word
        }
      case 0x7B where text.has("{/*", at: index): next = end(of: 0x7D)
      case 0x3A:
        // The name of an emoji: `:rocket:`.
        var word = index + 1
        while word < text.count, word - index < longestEmoji,
          text[word].isLetter || text[word] == 0x5F
        {
          word += 1
        }
        if word > index + 1, word < text.count, text[word] == 0x3A { next = word + 1 }
      default: break
      }
      if let next, next > index {
        index = next
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
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
