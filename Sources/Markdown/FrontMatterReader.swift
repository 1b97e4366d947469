internal import LintCore
import LintText
internal import LintYAML

/// Reads the front matter of a Markdown file: the block between a first line `---` and the next one.
package enum FrontMatterReader {
  /// More levels of lists and keys below a key than these are refused; documentation has one.
  private static let deepest = 64

  /// Reads what the file begins with; `nil` when that is no front matter.
  ///
  /// - Parameter isText: whether a line, without its end, is text of the page, which only the page's
  ///   format knows: it ends a block whose closing fence is gone.
  package static func read(
    _ bytes: Span<UInt8>, from start: Int, isText: (Span<UInt8>) -> Bool = { _ in false }
  ) -> FrontMatter? {
    guard let bounds = bounds(bytes, from: start, isText: isText) else { return nil }
    let (entries, problem) =
      !bounds.isClosed
      ? ([], nil)
      : groupedEntries(bytes, in: bounds.content).map { ($0, nil) }
        ?? entries(bytes, in: bounds.content)
    return FrontMatter(
      range: bounds.range, content: bounds.content, isClosed: bounds.isClosed, entries: entries,
      problem: problem)
  }

  /// Finds where the front matter begins and ends, and what stands between its fences; `nil` when the
  /// file begins with none.
  static func bounds(
    _ bytes: Span<UInt8>, from start: Int, isText: (Span<UInt8>) -> Bool = { _ in false }
  ) -> FrontMatterBounds? {
    guard let content = endOfFence(bytes, at: start, closes: false) else { return nil }
    var isLeaked = false
    var line = content
    while line < bytes.count {
      if let close = endOfFence(bytes, at: line, closes: true) {
        return FrontMatterBounds(
          range: ByteRange(start, close), content: ByteRange(content, line), isClosed: true)
      }
      let feed = bytes.firstIndex(of: 0x0A, from: line) ?? bytes.count
      // Text below keys: the fence that would close the block is gone. On the first line it is front
      // matter that was translated.
      if !isLeaked, beginsText(bytes.extracting(line..<feed), isText) {
        guard line == content else { break }
        isLeaked = true
      }
      line = feed + 1
    }
    return unclosed(bytes, start, content, isText)
  }

  /// Whether a line, without its end, is text of the page rather than a key: an alert, or what the format
  /// knows.
  private static func beginsText(_ line: Span<UInt8>, _ isText: (Span<UInt8>) -> Bool) -> Bool {
    line.has("> [!", at: 0) || isText(line)
  }

  /// A block that is never closed reaches to the first blank line or the first line of text.
  private static func unclosed(
    _ bytes: Span<UInt8>, _ start: Int, _ content: Int, _ isText: (Span<UInt8>) -> Bool
  ) -> FrontMatterBounds? {
    var end = content
    while end < bytes.count, let feed = bytes.firstIndex(of: 0x0A, from: end) {
      let line = bytes.extracting(end..<feed)
      if line.trimmedRange.isEmpty || beginsText(line, isText) { break }
      end = feed + 1
    }
    // A thematic break, `---`, above some text is no front matter: that begins with a key.
    guard let colon = bytes.extracting(content..<end).firstIndex(of: 0x3A),
      !bytes.extracting(content..<content + colon).contains(" ")
    else { return nil }
    return FrontMatterBounds(
      range: ByteRange(start, end), content: ByteRange(content, end), isClosed: false)
  }

  /// Where the line after `---`, or the `...` that may close, begins, if that stands alone on the line at
  /// `index`.
  private static func endOfFence(_ bytes: Span<UInt8>, at index: Int, closes: Bool) -> Int? {
    FrontMatterBounds.endOfFence("---", bytes, at: index)
      ?? (closes ? FrontMatterBounds.endOfFence("...", bytes, at: index) : nil)
  }

  /// The entries of a block, key by key: those on one line at once, of the others what libyaml says.
  ///
  /// A line that begins with a letter or a digit ends whatever stands before it in a mapping that
  /// is not indented (YAML 1.2.2 § 8.2.2), unless a quote or bracket was left open. That is
  /// noticed: libyaml then does not find exactly one key in each group of lines, at its start.
  ///
  /// - Returns: `nil` when the block must be read as a whole.
  private static func groupedEntries(_ bytes: Span<UInt8>, in range: ByteRange)
    -> [Attribute]?
  {
    guard let groups = groups(bytes, in: range) else { return nil }
    var entries: [Attribute] = []
    entries.reserveCapacity(groups.count)
    var others: [ByteRange] = []
    for group in groups {
      if let entry = FlatEntry.read(bytes, in: group) {
        entries.append(entry)
      } else {
        others.append(group)
      }
    }
    guard !others.isEmpty else { return entries }
    var text: [UInt8] = []
    for group in others {
      // What stands behind such an end is a line to libyaml, and may end the block.
      if hasOddLineEnd(bytes, group) { return nil }
      text += [UInt8](bytes.extracting(group.range))
    }
    let (found, problem) = Self.entries(text.span, in: ByteRange(0, text.count))
    guard problem == nil, found.count == others.count else { return nil }
    var start = 0
    for (group, entry) in zip(others, found) {
      guard entry.name.lower == start, entry.value.upper <= start + group.count else { return nil }
      entries.append(entry.moved(by: group.lower - start))
      start += group.count
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// The lines of each key; `nil` when there is anything but keys, the lines below them, and lists.
  private static func groups(_ bytes: Span<UInt8>, in range: ByteRange) -> [ByteRange]? {
    var groups: [ByteRange] = []
    groups.reserveCapacity(32)
    var line = range.lower
    while line < range.upper {
      let feed = bytes.firstIndex(of: 0x0A, from: line) ?? range.upper
      let end = min(feed + 1, range.upper)
      let first = bytes[line]
      if first.isLetterOrDigit {
        groups.append(ByteRange(line, end))
      } else if let last = groups.last,
        bytes.has("- ", at: line)
          || (first == 0x20 && !bytes.extracting(line..<end).trimmedRange.isEmpty)
      {
        groups[groups.count - 1] = ByteRange(last.lower, end)
      } else {
        return nil
      }
      line = end
    }
    return groups
  }

  /// Whether a line ends with anything but LF and CR LF: with what else ends one in YAML 1.1 § 4.2.
  private static func hasOddLineEnd(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    range.range.contains { index in
      switch bytes[index] {
      case 0x0D: !bytes.has("\n", at: index + 1)
      case 0xC2: bytes.has("\u{85}", at: index)
      case 0xE2: bytes.has("\u{2028}", at: index) || bytes.has("\u{2029}", at: index)
      default: false
      }
    }
  }

  /// What libyaml says of a block, up to what it refuses.
  static func entries(_ bytes: Span<UInt8>, in range: ByteRange)
    -> ([Attribute], FrontMatter.Problem?)
  {
    var entries: [Attribute] = []
    do throws(YAMLEvents.Failure) {
      try YAMLEvents.read(bytes.extracting(range.range)) {
        (events) throws(YAMLEvents.Failure) in
        try readMapping(events, bytes, range.lower, &entries)
      }
      return (entries, nil)
    } catch {
      if let quote = openQuote(bytes, in: range) {
        return (
          entries,
          FrontMatter.Problem(
            range: endOfLine(bytes, quote, range), message: "no quote ends the text")
        )
      }
      let offset = range.lower + error.offset
      return (
        entries,
        FrontMatter.Problem(
          range: endOfLine(bytes, offset, range), message: error.message)
      )
    }
  }

  /// Where a text in quotes begins that does not end before the next key: libyaml takes that for a part of the text up
  /// to the next quote, and names what comes behind it. A line of such a text must begin with a space (YAML 1.2.2
  /// § 7.4, `s-flow-line-prefix`), so it is no text.
  private static func openQuote(_ bytes: Span<UInt8>, in range: ByteRange) -> Int? {
    var line = range.lower
    while line < range.upper {
      let next = min(bytes.endOfLine(from: line), range.upper)
      if let quote = quote(bytes, in: ByteRange(line, next)), next < range.upper,
        endOfKey(bytes, in: ByteRange(next, min(bytes.endOfLine(from: next), range.upper))) != nil
      {
        return quote
      }
      line = next
    }
    return nil
  }

  /// The quote that a key's value begins with on a line that has no other one of its sort.
  private static func quote(_ bytes: Span<UInt8>, in line: ByteRange) -> Int? {
    guard var index = endOfKey(bytes, in: line) else { return nil }
    while index < line.upper, bytes[index] == 0x20 { index += 1 }
    guard index < line.upper, bytes[index] == 0x22 || bytes[index] == 0x27 else { return nil }
    return bytes.extracting(index + 1..<line.upper).firstIndex(of: bytes[index]) == nil
      ? index : nil
  }

  /// What comes behind the colon of a key that a line begins with.
  private static func endOfKey(_ bytes: Span<UInt8>, in line: ByteRange) -> Int? {
    var index = line.lower
    while index < line.upper,
      bytes[index].isLetterOrDigit || bytes[index] == 0x2D || bytes[index] == 0x5F
        || bytes[index] == 0x2E
    {
      index += 1
    }
    guard index > line.lower, index + 1 < line.upper, bytes[index] == 0x3A,
      bytes[index + 1].isSpace
    else { return nil }
    return index + 1
  }

  /// From the offset that the parser names to the end of that line, as a range that can be shown:
  /// it begins with a whole character that is no white space.
  private static func endOfLine(_ bytes: Span<UInt8>, _ offset: Int, _ content: ByteRange)
    -> ByteRange
  {
    // What the parser misses at the end of the block is shown on its last line.
    var start = min(offset, max(content.upper - 1, content.lower))
    while start < content.upper, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while start > content.lower, start == content.upper || bytes[start].isSpace { start -= 1 }
    // What is taken for the last of the line may be the last byte of a letter.
    while start > content.lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = start
    while end < content.upper, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return ByteRange(start, end)
  }

  private static func readMapping(
    _ events: YAMLEvents, _ bytes: Span<UInt8>, _ base: Int,
    _ entries: inout [Attribute]
  ) throws(YAMLEvents.Failure) {
    switch try events.next() {
    case .mappingStart: break
    case .end: return
    default: throw YAMLEvents.Failure(message: "is not a list of keys", offset: events.start)
    }
    while true {
      let key = try events.next()
      if case .mappingEnd = key { break }
      guard case .scalar = key else {
        throw YAMLEvents.Failure(message: "a key is not a word", offset: events.start)
      }
      let quote = events.isQuoted ? 1 : 0
      let name = ByteRange(base + events.start + quote, base + events.end - quote)
      entries.append(try readValue(of: name, events, bytes, base))
    }
    // libyaml reads on to the end, so that what follows the mapping is looked at too.
    while true {
      if case .end = try events.next() { return }
    }
  }

  private static func readValue(
    of key: ByteRange, _ events: YAMLEvents, _ bytes: Span<UInt8>, _ base: Int
  ) throws(YAMLEvents.Failure) -> Attribute {
    let event = try events.next()
    let start = base + events.start
    switch event {
    case .scalar:
      if events.isQuoted {
        return Attribute(
          name: key, value: ByteRange(start + 1, base + events.end - 1))
      }
      let written = start + bytes.extracting(start..<base + events.end).trimmedRange.upperBound
      return Attribute(
        name: key, value: ByteRange(start, max(start, written)))
    case .sequenceStart, .mappingStart:
      var depth = 1
      while depth > 0 {
        switch try events.next() {
        case .sequenceStart, .mappingStart:
          depth += 1
          // The parser looks at each open level again for each token.
          guard depth < deepest else {
            throw YAMLEvents.Failure(message: "is nested too deeply", offset: events.start)
          }
        case .sequenceEnd, .mappingEnd: depth -= 1
        default: break
        }
      }
      let written = bytes.extracting(start..<base + events.end).trimmedRange.upperBound
      return Attribute(name: key, value: ByteRange(start, start + written))
    default:
      return Attribute(
        name: key, value: ByteRange(start, base + events.end))
    }
  }
}

extension Attribute {
  fileprivate func moved(by distance: Int) -> Attribute {
    func moved(_ range: ByteRange) -> ByteRange {
      ByteRange(range.lower + distance, range.upper + distance)
    }
    return Attribute(name: moved(name), value: moved(value))
  }
}
