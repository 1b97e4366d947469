import LintText

/// Reads link reference definitions at the start of a paragraph: CommonMark 0.31.2 § 4.7.
///
/// A definition that fails is looked at once, and no other follows it: a title that never ends costs its
/// paragraph once.
struct DefinitionReader {
  /// The bytes of a label at most.
  private static let longestLabel = 999
  /// How deep parentheses in a destination may be, as in cmark.
  private static let deepestParentheses = 32

  /// The lines of the paragraph.
  let lines: [ByteRange]
  /// Where reading is: a line, and an offset in it; behind the last byte stands the line end.
  private(set) var line = 0
  private var offset: Int

  init(lines: [ByteRange]) {
    self.lines = lines
    offset = lines[0].lower
  }

  /// The next definition, which begins at a line's start and ends at a line's end; `line` then is the
  /// line behind it.
  mutating func next(_ bytes: Span<UInt8>) -> ReferenceDefinition? {
    guard line < lines.count, bytes.has("[", at: lines[line].lower) else { return nil }
    offset = lines[line].lower
    guard mayBeLabel(bytes), let label = label(bytes), peek(bytes) == 0x3A else { return nil }
    offset += 1
    passSpace(bytes)
    guard let destination = destination(bytes) else { return nil }
    let afterDestination = (line, offset)
    passSpace(bytes)
    if (line, offset) != afterDestination, let title = title(bytes), passLineEnd(bytes) {
      return ReferenceDefinition(block: 0, label: label, destination: destination, title: title)
    }
    (line, offset) = afterDestination
    guard passLineEnd(bytes) else { return nil }
    return ReferenceDefinition(block: 0, label: label, destination: destination, title: nil)
  }

  /// The next byte; `nil` at the end of a line.
  private func peek(_ bytes: Span<UInt8>) -> UInt8? {
    offset < lines[line].upper ? bytes[offset] : nil
  }

  /// Passes spaces and at most one line end; paragraphs have no blank lines.
  private mutating func passSpace(_ bytes: Span<UInt8>) {
    passBlanks(bytes)
    guard peek(bytes) == nil, line + 1 < lines.count else { return }
    passLine()
    passBlanks(bytes)
  }

  private mutating func passBlanks(_ bytes: Span<UInt8>) {
    while peek(bytes)?.isBlankByte == true { offset += 1 }
  }

  private mutating func passLine() {
    line += 1
    offset = line < lines.count ? lines[line].lower : lines[line - 1].upper
  }

  /// Passes spaces and the line end; `false` if there is more on the line.
  private mutating func passLineEnd(_ bytes: Span<UInt8>) -> Bool {
    passBlanks(bytes)
    guard peek(bytes) == nil else { return false }
    passLine()
    return true
  }

  /// Whether a colon follows the first bracket that closes; most lines that begin with a bracket begin
  /// with a link, and its text need not be read byte by byte.
  private func mayBeLabel(_ bytes: Span<UInt8>) -> Bool {
    let text = bytes.extracting(offset + 1..<lines[line].upper)
    guard let first = text.firstIndex(ofAny: 0x5B, 0x5D, 0x5C, 0x5D) else { return true }
    return text[first] == 0x5C || text.has("]:", at: first)
  }

  /// What stands between `[` and `]`, with at least one byte that is no space.
  private mutating func label(_ bytes: Span<UInt8>) -> ByteRange? {
    offset += 1
    let start = offset
    var hasText = false
    while offset - start <= Self.longestLabel {
      guard let byte = peek(bytes) else {
        guard line + 1 < lines.count else { return nil }
        passLine()
        continue
      }
      switch byte {
      case 0x5D:  // ]
        guard hasText else { return nil }
        offset += 1
        return ByteRange(start, offset - 1)
      case 0x5B:  // [
        return nil
      case 0x5C:  // \
        hasText = true
        offset += 1
        if peek(bytes)?.isPunctuation == true { offset += 1 }
      default:
        if !byte.isSpace { hasText = true }
        offset += 1
      }
    }
    return nil
  }

  private mutating func destination(_ bytes: Span<UInt8>) -> ByteRange? {
    guard let first = peek(bytes) else { return nil }
    if first == 0x3C { return bracketed(bytes) }
    let start = offset
    var depth = 0
    loop: while let byte = peek(bytes) {
      switch byte {
      case 0x5C:  // \
        offset += 1
        if peek(bytes)?.isPunctuation == true { offset += 1 }
        continue
      case 0x28:  // (
        depth += 1
        if depth > Self.deepestParentheses { return nil }
      case 0x29:  // )
        if depth == 0 { break loop }
        depth -= 1
      case 0...0x20, 0x7F:
        break loop
      default:
        break
      }
      offset += 1
    }
    return offset > start && depth == 0 ? ByteRange(start, offset) : nil
  }

  /// A destination in angle brackets.
  private mutating func bracketed(_ bytes: Span<UInt8>) -> ByteRange? {
    offset += 1
    let start = offset
    while let byte = peek(bytes), byte != 0x3C {
      offset += 1
      if byte == 0x3E { return ByteRange(start, offset - 1) }
      if byte == 0x5C, peek(bytes) != nil { offset += 1 }
    }
    return nil
  }

  private mutating func title(_ bytes: Span<UInt8>) -> ByteRange? {
    guard let open = peek(bytes), open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close = open == 0x28 ? 0x29 : open
    offset += 1
    let start = offset
    while true {
      guard let byte = peek(bytes) else {
        guard line + 1 < lines.count else { return nil }
        passLine()
        continue
      }
      offset += 1
      if byte == close { return ByteRange(start, offset - 1) }
      if byte == 0x28, open == 0x28 { return nil }
      if byte == 0x5C, peek(bytes) != nil { offset += 1 }
    }
  }
}

extension BlockReader {
  /// Takes the definitions that the open paragraph begins with out of it.
  mutating func takeDefinitions(_ bytes: Span<UInt8>) {
    let block = leaf.block
    let first = Int(blocks[block].firstLine)
    guard bytes.has("[", at: lines[first].lower) else { return }
    var reader = DefinitionReader(lines: Array(lines[first...]))
    var taken = 0
    var paragraph = blocks[block]
    while let definition = reader.next(bytes) {
      if taken == 0 { blocks.removeLast() }
      var complete = definition
      complete.block = blocks.count
      definitions.append(complete)
      blocks.append(
        Block(
          kind: .definition, parentIndex: paragraph.parentIndex,
          range: ByteRange(reader.lines[taken].lower, reader.lines[reader.line - 1].upper),
          content: definition.destination, info: definition.label,
          firstLine: UInt32(truncatingIfNeeded: first + taken),
          lastLine: UInt32(truncatingIfNeeded: first + reader.line)))
      taken = reader.line
    }
    guard taken > 0 else { return }
    extendContainer(to: blocks[blocks.count - 1].range.upperBound)
    guard taken < reader.lines.count else {
      leaf.kind = .none
      return
    }
    paragraph.range.lowerBound = reader.lines[taken].lowerBound
    paragraph.content.lowerBound = paragraph.range.lowerBound
    paragraph.firstLine += UInt32(truncatingIfNeeded: taken)
    leaf.block = blocks.count
    blocks.append(paragraph)
  }
}
