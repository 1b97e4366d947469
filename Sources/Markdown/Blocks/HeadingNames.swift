public import LintText

/// What a heading says, and the names that its author gave it for links to it.
public struct HeadingNames: Equatable, Sendable {
  /// The text without the names at its ends.
  public private(set) var text: ByteRange
  /// The names, in file order: `{#name}` (Hugo, Docusaurus; also as the first word of an attribute list,
  /// `{: #name}` or `{#name .class key=value}`), `{/*name*/}` (React's documentation), and `<a name="name">`
  /// or `<a id="name">` in the heading or alone in the block before it.
  public private(set) var names: [ByteRange] = []

  /// - Parameter index: That of a heading in `blocks.list`.
  public init(_ bytes: Span<UInt8>, _ blocks: Blocks, heading index: Int) {
    let block = blocks.list[index]
    text = block.content
    if index > 0, blocks.list[index - 1].parent == block.parent {
      addAnchors(bytes, alone: blocks.list[index - 1])
    }
    cutAnchors(bytes)
    cutAttributes(bytes)
  }

  /// Adds the names of a block that has nothing but anchors.
  private mutating func addAnchors(_ bytes: Span<UInt8>, alone block: Block) {
    guard block.kind == .paragraph || block.kind == .html || block.kind == .jsx else { return }
    var found: [ByteRange] = []
    var index = block.range.lower
    while index < block.range.upper {
      if bytes[index].isSpace {
        index += 1
      } else if let (name, end) = HTMLAnchor.read(bytes, at: index, before: block.range.upper) {
        if let name { found.append(name) }
        index = end
      } else {
        return
      }
    }
    names += found
  }

  /// Adds the names of anchors in the heading, and cuts those at its ends off.
  private mutating func cutAnchors(_ bytes: Span<UInt8>) {
    let whole = text
    var index = whole.lower
    // Where the text ends that was seen so far.
    var end = whole.lower
    var hasText = false
    while index < whole.upper {
      if bytes[index] == 0x3C,
        let (name, close) = HTMLAnchor.read(bytes, at: index, before: whole.upper)
      {
        if let name { names.append(name) }
        index = close
        if !hasText { text.lowerBound = UInt32(truncatingIfNeeded: index) }
      } else {
        if !bytes[index].isSpace {
          if !hasText { text.lowerBound = UInt32(truncatingIfNeeded: index) }
          hasText = true
          end = index + 1
        }
        index += 1
      }
    }
    text = ByteRange(min(text.lower, whole.upper), max(min(text.lower, whole.upper), end))
  }

  /// Cuts `{#name}` and its like off from the end, and adds the name.
  private mutating func cutAttributes(_ bytes: Span<UInt8>) {
    guard bytes.has("}", at: text.upper - 1), text.count > 2 else { return }
    var open = text.upper - 2
    while open > text.lower, bytes[open] != 0x7B, bytes[open] != 0x7D, bytes[open] != 0x0A {
      open -= 1
    }
    guard bytes[open] == 0x7B, open == text.lower || bytes[open - 1] != 0x7B else { return }
    var inner = ByteRange(open + 1, text.upper - 1)
    if bytes.has("/*", at: inner.lower), bytes.has("*/", at: inner.upper - 2), inner.count >= 4 {
      inner = ByteRange(inner.lower + 2, inner.upper - 2)
      let trimmed = bytes.extracting(inner.range).trimmedRange
      names.append(ByteRange(inner.lower + trimmed.lowerBound, inner.lower + trimmed.upperBound))
    } else {
      guard Self.isAttributeList(bytes, inner) else { return }
      if let name = Self.name(bytes, inAttributes: inner) { names.append(name) }
    }
    text = ByteRange(text.lower, BlockReader.trimmedEnd(bytes, ByteRange(text.lower, open)))
  }

  /// Whether this is what an attribute list begins with: `#`, `.` or `:`, perhaps behind a space.
  private static func isAttributeList(_ bytes: Span<UInt8>, _ list: ByteRange) -> Bool {
    var first = list.lower
    while first < list.upper, bytes[first] == 0x20 { first += 1 }
    guard first < list.upper else { return false }
    return bytes[first] == 0x23 || bytes[first] == 0x2E || bytes[first] == 0x3A
  }

  /// The name in `#name .class key=value` or `: #name`.
  private static func name(_ bytes: Span<UInt8>, inAttributes list: ByteRange) -> ByteRange? {
    var index = list.lower
    if bytes[index] == 0x3A { index += 1 }
    while index < list.upper {
      while index < list.upper, bytes[index].isSpace { index += 1 }
      let start = index
      while index < list.upper, !bytes[index].isSpace { index += 1 }
      if index > start + 1, bytes[start] == 0x23 { return ByteRange(start + 1, index) }
    }
    return nil
  }
}
