import LintCore
import LintText
internal import Markdown

/// The source of a page, put together again from the pairs, by the hashes of its lines.
///
/// Left out is what a translation may change outside of pairs: alternative texts, titles, texts of links and of items,
/// comments, and the anchors that the tools put before headings; and white space, except where a marker has lost
/// that behind it.
struct SourceLines {
  /// A line that holds anything: where it lies in the page, and what it says.
  struct Line {
    let range: ByteRange
    let hash: UInt32
  }

  let lines: [Line]

  /// `nil` for a page whose pairs can't all be read: other rules tell of it.
  init?(_ document: borrowing Document) {
    guard document.damage.isEmpty, !document.hasTranslatedFrontMatter else { return nil }
    let bytes = document.bytes.span
    let start = document.frontMatter?.range.upper ?? document.start
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    // Where pieces of the text come from.
    var pieces: [Piece] = []
    func add(_ range: Range<Int>, isPair: Bool = false) {
      guard !range.isEmpty else { return }
      pieces.append(Piece(at: text.count, from: range.lowerBound, isPair: isPair))
      text.append(bytes.extracting(range))
    }
    var offset = start
    for record in document.records where record.range.lower >= offset {
      add(offset..<record.range.lower)
      add(record.source.range, isPair: true)
      offset = record.range.upper
    }
    add(offset..<bytes.count)
    lines = Self.lines(text.span, pieces)
  }

  private struct Piece {
    let at: Int
    let from: Int
    let isPair: Bool
  }

  private static func lines(_ text: Span<UInt8>, _ pieces: [Piece]) -> [Line] {
    var lines: [Line] = []
    var piece = 0
    /// The offset in the page of one in the text; offsets come in rising order.
    func origin(_ offset: Int) -> Int {
      while piece + 1 < pieces.count, pieces[piece + 1].at <= offset { piece += 1 }
      return pieces[piece].from + offset - pieces[piece].at
    }
    var state = State()
    var start = 0
    while start < text.count {
      let end = text.firstIndex(of: 0x0A, from: start) ?? text.count
      let line = text.extracting(start..<end)
      let content = line.trimmedRange
      let lower = content.isEmpty ? start : origin(start + content.lowerBound)
      let first = piece
      let upper = content.isEmpty ? lower : origin(start + content.upperBound - 1) + 1
      state.isBare = !pieces[min(first, pieces.count - 1)...piece].contains(where: \.isPair)
      if let hash = hash(line, &state) {
        lines.append(Line(range: ByteRange(lower, max(upper, lower)), hash: hash))
      }
      start = end + 1
    }
    return lines
  }

  /// What goes on from line to line.
  private struct State {
    /// The character of the fence that code stands in.
    var fence: UInt8?
    var isInComment = false
    /// Whether a line holds nothing of a pair, so that its text may be translated where it stands.
    var isBare = false
  }

  /// `nil` for a line without anything.
  private static func hash(_ line: Span<UInt8>, _ state: inout State) -> UInt32? {
    var hash = Hash64()
    var isEmpty = true
    let content = line.trimmedRange
    var index = content.lowerBound
    let isCode = state.fence != nil
    passFence(line.extracting(content), &state)
    if isCode {
      // The rest of such a line is a comment.
      if isCommentOfCode(line, at: index) { return nil }
    } else if let columns = delimiters(line.extracting(content)) {
      return UInt32(truncatingIfNeeded: columns)
    } else {
      while index < content.upperBound, line[index] == 0x3E || line[index].isSpace {
        if line[index] == 0x3E {
          hash.add(line[index])
          isEmpty = false
        }
        index += 1
      }
      if let (mark, end) = marker(line, at: index) {
        hash.add(mark)
        // `1.` glued to what follows is no item any more.
        if end < content.upperBound, !line[end].isSpace { hash.add(0x01 as UInt8) }
        isEmpty = false
        index = end
        // Items outside of pairs are translated where they stand.
        if state.isBare, mark < 0x80, isText(line, from: index) {
          return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
        }
      }
    }
    let form = isCode ? Form() : Form(line, isBare: state.isBare)
    while index < line.count {
      if state.isInComment || !isCode && line.has("<!--", at: index) {
        let close = line.firstRange(of: "-->", from: index)
        state.isInComment = close == nil
        index = close?.upperBound ?? line.count
        continue
      }
      if isCode {
        // Behind a statement.
        if line[index].isSpace, isCommentOfCode(line, at: index + 1) { break }
      } else if let end = endOfFreePart(line, at: index, form) {
        index = end
        continue
      }
      if line.has("\u{A0}", at: index) {
        index += 2
      } else {
        if !line[index].isSpace {
          hash.add(line[index])
          isEmpty = false
        }
        index += 1
      }
    }
    return isEmpty ? nil : UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }

  /// Notes a line that opens or closes a fence.
  private static func passFence(_ content: Span<UInt8>, _ state: inout State) {
    guard !state.isInComment, content.has("```", at: 0) || content.has("~~~", at: 0) else { return }
    if state.fence == nil {
      state.fence = content[0]
    } else if state.fence == content[0] {
      state.fence = nil
    }
  }

  /// Whether a comment begins there, in most languages of programs.
  private static func isCommentOfCode(_ line: Span<UInt8>, at index: Int) -> Bool {
    line.has("//", at: index) || line.has("# ", at: index) || line.has("-- ", at: index)
      || line.has("/*", at: index) || line.has("* ", at: index) || line.has("<!--", at: index)
      || line.has("' ", at: index) || line.has("; ", at: index) || line.has("REM ", at: index)
  }

  /// How many columns the line below a table's head has; `nil` for another line.
  private static func delimiters(_ content: Span<UInt8>) -> Int? {
    var columns = 0
    var hasDash = false
    for index in content.indices {
      switch content[index] {
      case 0x7C: columns += 1
      case 0x2D: hasDash = true
      case 0x3A, 0x20, 0x09: break
      default: return nil
      }
    }
    return hasDash && columns > 0 ? columns : nil
  }

  /// The marker of an item or a heading, and where it ends: all bullets are one.
  private static func marker(_ line: Span<UInt8>, at start: Int) -> (mark: UInt8, end: Int)? {
    guard start < line.count else { return nil }
    var end = start
    switch line[start] {
    case 0x2A, 0x2B, 0x2D:
      // Two are emphasis, or a rule.
      guard start + 1 < line.count, line[start + 1] != line[start] else { return nil }
      return (0x2D, start + 1)
    case 0x23:
      while end < line.count, line[end] == 0x23 { end += 1 }
      // One for each level.
      return end - start > 6 ? nil : (0x80 + UInt8(end - start), end)
    case 0x30...0x39:
      while end < line.count, line[end].isDigit { end += 1 }
      guard end < line.count, end - start < 10, line[end] == 0x2E || line[end] == 0x29 else {
        return nil
      }
      return (0x31, end + 1)
    default: return nil
    }
  }

  /// Whether the rest of a line is nothing but words.
  private static func isText(_ line: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<line.count {
      switch line[index] {
      case 0x5B, 0x5D, 0x3C, 0x60, 0x21, 0x7B: return false
      default: break
      }
    }
    return true
  }

  /// What is found out of a line once, whatever stands in it.
  private struct Form {
    var isBare = false
    /// For each opening bracket the index of the one that closes it.
    var closes: [Int32] = []
    /// Whether it is the definition of a link: `[lid]: lid.md "title"`.
    var isDefinition = false
    /// Where the title of a film begins: `> [!VIDEO address title]`.
    var title: Int?

    init() {}

    init(_ line: Span<UInt8>, isBare: Bool) {
      self.isBare = isBare
      guard line.contains("[") else { return }
      closes = SourceLines.closingBrackets(line)
      isDefinition = line[line.trimmedRange.lowerBound] == 0x5B && line.contains("]: ")
      if isBare, let film = line.firstRange(of: "[!VIDEO http", from: 0) {
        title = line.firstIndex(of: 0x20, from: film.upperBound)
      }
    }
  }

  /// The end of a part that each locale may have as it likes, which begins at an index.
  private static func endOfFreePart(_ line: Span<UInt8>, at index: Int, _ form: Form) -> Int? {
    switch line[index] {
    case 0x5B where form.isBare && !line.has("[!", at: index):
      // The text of a link; what is shown of another file has a label.
      let close = Int(form.closes[index])
      return close > 0 && line.has("](", at: close) ? close : nil
    case 0x21 where line.has("![", at: index):
      // Brackets in an alternative text are balanced.
      let close = Int(form.closes[index + 1])
      return close > 0 && line.has("](", at: close) ? close : nil
    case 0x3C where line.has("<a name=\"", at: index):
      guard let quote = line.firstIndex(of: 0x22, from: index + 9),
        line.has("\"></a>", at: quote)
      else { return nil }
      return quote + 6
    // What is literal is escaped where the writer's parser thought so.
    case 0x5C where line.has("\\*", at: index): return index + 1
    case 0x20 where index == form.title: return line.count
    case 0x22, 0x27:
      // The value of an attribute, or a title behind an address.
      guard form.isDefinition || isFreeText(line, before: index) else { return nil }
      return closingQuote(line, of: index).map { $0 + 1 }
    // An emoji, or its name: tools write one for the other.
    case 0x3A: return endOfEmojiName(line, at: index)
    case 0xE2, 0xEF, 0xF0: return endOfEmoji(line, at: index)
    default: return nil
    }
  }

  /// The quote that closes what another one opens: the first that no backslash stands before, or else the first.
  private static func closingQuote(_ line: Span<UInt8>, of quote: Int) -> Int? {
    var first: Int?
    var index = quote + 1
    while let next = line.firstIndex(of: line[quote], from: index) {
      guard line[next - 1] == 0x5C else { return next }
      if first == nil { first = next }
      index = next + 1
    }
    return first
  }

  /// The end of `:smile:`.
  private static func endOfEmojiName(_ line: Span<UInt8>, at colon: Int) -> Int? {
    if colon > 0, line[colon - 1].isLetterOrDigit || line[colon - 1] == 0x3A { return nil }
    var end = colon + 1
    guard end < line.count, line[end].isLetter || line[end] == 0x2B || line[end] == 0x2D else {
      return nil
    }
    while end < line.count, end - colon < longestName,
      line[end].isLetterOrDigit || line[end] == 0x5F || line[end] == 0x2B || line[end] == 0x2D
    {
      end += 1
    }
    guard end < line.count, line[end] == 0x3A, end > colon + 2 else { return nil }
    return end + 1 < line.count && (line[end + 1].isLetterOrDigit || line[end + 1] == 0x3A)
      ? nil : end + 1
  }

  private static let longestName = 50

  private static func endOfEmoji(_ line: Span<UInt8>, at index: Int) -> Int? {
    let (scalar, length) = line.scalar(at: index)
    switch scalar {
    // What joins emoji and chooses their form, too.
    case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0x2B50, 0x2B55, 0xFE0F, 0x200D: return index + length
    default: return nil
    }
  }

  /// For each opening bracket the index of the one that closes it, else 0: found for all at once, for a line may
  /// hold nothing but brackets.
  private static func closingBrackets(_ line: Span<UInt8>) -> [Int32] {
    var closes = [Int32](repeating: 0, count: line.count)
    var open: [Int] = []
    var index = 0
    while index < line.count {
      switch line[index] {
      case 0x5C: index += 1
      case 0x5B: open.append(index)
      case 0x5D:
        if let bracket = open.popLast() { closes[bracket] = Int32(truncatingIfNeeded: index) }
      default: break
      }
      index += 1
    }
    return closes
  }

  private static func isFreeText(_ line: Span<UInt8>, before quote: Int) -> Bool {
    if quote >= 5, line.has("alt=", at: quote - 4) { return true }
    if quote >= 9, line.has("alt-text=", at: quote - 9) { return true }
    if quote >= 6, line.has("title=", at: quote - 6) { return true }
    var index = quote
    while index > 0, line[index - 1] == 0x20 { index -= 1 }
    guard index < quote, index > 0 else { return false }
    // An address in round brackets: `](image.png "title")`.
    while index > 0, !line[index - 1].isSpace, line[index - 1] != 0x28 { index -= 1 }
    return index > 1 && line.has("](", at: index - 2)
  }
}
