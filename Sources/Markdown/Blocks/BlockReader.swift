internal import CScan
import LintText

/// Reads blocks line by line, as the appendix of CommonMark 0.31.2 has it: a line first goes on with the
/// containers that are open, then begins new blocks, and what is left of it is text.
///
/// Each line costs what it is long: a container is gone on with by bytes of the line, or, where the line
/// is blank, all list items in a row at once; what is looked for beyond the line is looked for once.
struct BlockReader {
  /// So many containers may be in each other. CommonMark has no limit, and reading needs none; but who
  /// goes from a block up to the outermost one would take the square of a page's length.
  static let deepest = 100

  let dialect: MarkdownDialect
  var blocks: [Block] = []
  var lines: [ByteRange] = []
  var definitions: [ReferenceDefinition] = []
  /// From the outermost to the innermost; a list item always stands right behind its list.
  var stack: [OpenContainer] = []
  /// The indices in `stack` of what a blank line does not go on with by itself: quotes.
  var quotes: [Int] = []
  var leaf = OpenLeaf()
  var cursor = LineCursor()
  /// No thematic break of three marks begins in the line before this offset: it was looked at.
  var breaklessEnd = 0
  var searches = TemplateSearches()
  /// Whether a heading of a tab came, and no thematic break since.
  var isInTabs = false

  init(_ dialect: MarkdownDialect) {
    self.dialect = dialect
  }

  mutating func read(_ bytes: Span<UInt8>, from start: Int) {
    // One of each for 64 bytes is what pages of documentation have at most; others grow.
    blocks.reserveCapacity(bytes.count / 64)
    lines.reserveCapacity(bytes.count / 64)
    var position = readFrontMatter(bytes, from: start)
    while position < bytes.count {
      let end = Self.endOfLine(bytes, from: position)
      readLine(bytes, position, end)
      position = end + (bytes.has("\r\n", at: end) ? 2 : 1)
    }
    settle(0, bytes)
  }

  /// The offset of the next LF or CR, or the end.
  static func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe start + scan_line_end($0.baseAddress! + start, $0.count - start)
    }
  }

  private mutating func readLine(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    cursor.begin(bytes, from: start, to: end)
    breaklessEnd = 0
    let matched = matchContainers(bytes)
    let isAll = matched == stack.count
    if isAll, goOnWithLeaf(bytes) { return }
    if leaf.kind == .table, !isAll || !isTableRow(bytes) { settle(matched, bytes) }
    // A blank line ends whatever is left.
    guard !cursor.isBlank else { return settle(matched, bytes) }
    let opened = openBlocks(bytes, matched, isAll)
    guard opened != .leaf, !cursor.isBlank else { return }
    if opened == .none {
      // A paragraph goes on lazily, too, where not all containers do (§ 5.1).
      if leaf.kind == .paragraph || leaf.kind == .table { return addLine(from: cursor.first) }
      settle(matched, bytes)
    }
    openParagraph(bytes)
  }

  /// How many of the open containers the line goes on with; the cursor stands behind their marks.
  private mutating func matchContainers(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    var nextQuote = 0
    while index < stack.count {
      if cursor.isBlank, cursor.indent == 0 { return matchBlank(from: index, nextQuote) }
      switch stack[index].kind {
      case .quote, .alert:
        guard !cursor.isIndented, !cursor.isBlank, bytes[cursor.first] == 0x3E else { return index }
        passQuoteMark(bytes)
        stack[index].end = UInt32(truncatingIfNeeded: cursor.offset)
        nextQuote += 1
      case .listItem, .footnote:
        if cursor.isBlank, isEmptyItem(index) { return index }
        guard cursor.indent >= Int(stack[index].indent) else {
          return cursor.isBlank ? matchBlank(from: index, nextQuote) : index
        }
        cursor.passColumns(Int(stack[index].indent), bytes)
      default:
        break
      }
      index += 1
    }
    return index
  }

  /// The same for what is left of a line that is blank: lists, items and footnotes go on, up to the next
  /// quote, but for an item that is empty.
  private func matchBlank(from index: Int, _ nextQuote: Int) -> Int {
    if nextQuote < quotes.count { return quotes[nextQuote] }
    return isEmptyItem(stack.count - 1) ? stack.count - 1 : stack.count
  }

  /// Whether a container is an item in which there is nothing yet: it may begin with one blank line and
  /// not with two (§ 5.2).
  private func isEmptyItem(_ index: Int) -> Bool {
    index == stack.count - 1 && stack[index].kind == .listItem && stack[index].isEmpty
  }

  /// Passes `>` and one space behind it.
  mutating func passQuoteMark(_ bytes: Span<UInt8>) {
    cursor.pass(1, bytes)
    if cursor.indent > 0 { cursor.passColumns(1, bytes) }
  }

  /// Gives the line to the open leaf if that takes it whatever it says.
  private mutating func goOnWithLeaf(_ bytes: Span<UInt8>) -> Bool {
    switch leaf.kind {
    case .none, .paragraph, .table:
      return false
    case .fencedCode:
      if !cursor.isIndented, isClosingFence(bytes) {
        closeFence(bytes)
      } else {
        cursor.passColumns(min(leaf.indent, cursor.indent), bytes)
        addLine(from: cursor.offset, isBlank: false)
      }
      return true
    case .indentedCode:
      guard cursor.isIndented || cursor.isBlank else { return false }
      cursor.passColumns(4, bytes)
      addLine(from: cursor.offset, isBlank: cursor.isBlank)
      return true
    case .html:
      if leaf.condition >= 6, cursor.isBlank { return false }
      addLine(from: cursor.offset, isBlank: false)
      if endsHTML(bytes) { closeLeaf(bytes) }
      return true
    case .until:
      addLine(from: cursor.offset, isBlank: false)
      if cursor.end >= leaf.reach { closeLeaf(bytes) }
      return true
    }
  }

  /// Closes the leaf, and all containers but the first.
  mutating func settle(_ count: Int, _ bytes: Span<UInt8>) {
    if leaf.kind != .none { closeLeaf(bytes) }
    while stack.count > count { closeContainer() }
  }

  mutating func closeContainer() {
    let closed = stack.removeLast()
    if closed.kind == .quote || closed.kind == .alert { quotes.removeLast() }
    let block = Int(closed.block)
    let end = max(closed.end, blocks[block].range.upperBound)
    blocks[block].range.upperBound = end
    blocks[block].content.upperBound = max(end, blocks[block].content.lowerBound)
    extendContainer(to: end)
  }

  /// Notes that the innermost container reaches to an offset at least.
  mutating func extendContainer(to end: UInt32) {
    guard let last = stack.indices.last else { return }
    stack[last].end = max(stack[last].end, end)
  }

  /// Adds the rest of the line to the open leaf.
  mutating func addLine(from start: Int, isBlank: Bool = false) {
    lines.append(ByteRange(start, cursor.end))
    guard !isBlank else { return }
    leaf.end = cursor.end
    leaf.lines = lines.count
  }
}
