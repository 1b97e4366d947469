import LintText

/// One half of a segment, taken apart as far as victims need it: only markup in its simple, usual
/// forms is recognised, and what is not recognised is nobody's victim.
struct Half {
  struct Link {
    let range: Range<Int>
    let text: Range<Int>
    let destination: Range<Int>
    let isImage: Bool
    let hasTitle: Bool
  }

  /// Code, bold or a tag: all of it, and what stands inside the markup.
  struct Mark {
    let range: Range<Int>
    let content: Range<Int>
  }

  let bytes: [UInt8]
  /// Where the half lies in the page.
  let range: Range<Int>
  private(set) var links: [Link] = []
  private(set) var autolinks: [Range<Int>] = []
  private(set) var code: [Mark] = []
  private(set) var bold: [Mark] = []
  private(set) var tags: [Mark] = []
  private(set) var placeholders: [Range<Int>] = []
  private(set) var entities: [Range<Int>] = []
  /// Whether every bracket, backtick and asterisk belongs to markup that was recognised.
  private(set) var isSimple = true
  /// For each byte of the half, whether a reader sees it as text.
  private(set) var isProse: [Bool]

  /// Where `**` and `[` stand that wait for their other end.
  private var stars: [Int] = []
  private var brackets: [Int] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    isProse = Array(repeating: true, count: range.count)
    var index = range.lowerBound
    while index < range.upperBound { index = read(index) }
    if !brackets.isEmpty { isSimple = false }
    pairStars()
  }

  var text: String { bytes.text(range) }
  /// Whether there is nothing but words and punctuation.
  var isBare: Bool {
    links.isEmpty && autolinks.isEmpty && code.isEmpty && bold.isEmpty && tags.isEmpty
      && placeholders.isEmpty && isSimple && !isProse.contains(false)
  }

  func isProse(_ part: Range<Int>) -> Bool {
    range.lowerBound <= part.lowerBound && part.upperBound <= range.upperBound
      && part.allSatisfy { isProse[$0 - range.lowerBound] }
  }

  private mutating func hide(_ part: Range<Int>) {
    for index in part { isProse[index - range.lowerBound] = false }
  }

  private mutating func read(_ index: Int) -> Int {
    let end = range.upperBound
    switch bytes[index] {
    case 0x5C where index + 1 < end && bytes[index + 1].isPunctuation:
      hide(index..<index + 2)
      return index + 2
    case 0x60: return readCode(index)
    case 0x3C: return readAngle(index)
    case 0x5B:
      if bytes.has("[!", at: index) {
        isSimple = false
        guard let close = bytes.firstRange(of: ")]", in: index..<end) else { return index + 2 }
        hide(index..<close.upperBound)
        return close.upperBound
      }
      brackets.append(index)
      return index + 1
    case 0x5D: return readClosingBracket(index)
    case 0x2A:
      var run = index
      while run < end, bytes[run] == 0x2A { run += 1 }
      hide(index..<run)
      if run - index == 2 { stars.append(index) } else { isSimple = false }
      return run
    case 0x7B, 0x24, 0x25:
      guard let close = endOfPlaceholder(index) else { return index + 1 }
      placeholders.append(index..<close)
      hide(index..<close)
      return close
    case 0x26:
      var close = index + 1
      while close < end, close < index + 10, bytes[close].isLetterOrDigit { close += 1 }
      guard close > index + 1, close < end, bytes[close] == 0x3B else { return index + 1 }
      entities.append(index..<close + 1)
      hide(index..<close + 1)
      return close + 1
    case 0x3A where bytes.has("://", at: index):
      var (lower, upper) = (index, index)
      while lower > range.lowerBound, bytes[lower - 1].isLetter { lower -= 1 }
      while upper < end, !bytes[upper].isSpace, !")]<>`*\"".utf8.contains(bytes[upper]) {
        upper += 1
      }
      hide(lower..<upper)
      return upper
    default: return index + 1
    }
  }

  private mutating func readCode(_ index: Int) -> Int {
    var open = index
    while open < range.upperBound, bytes[open] == 0x60 { open += 1 }
    let fence = bytes.text(index..<open)
    guard let close = bytes.firstRange(of: fence, in: open..<range.upperBound),
      close.upperBound == range.upperBound || bytes[close.upperBound] != 0x60
    else {
      isSimple = false
      return open
    }
    code.append(Mark(range: index..<close.upperBound, content: open..<close.lowerBound))
    hide(index..<close.upperBound)
    return close.upperBound
  }

  private mutating func readAngle(_ index: Int) -> Int {
    let next = index + 1
    guard next < range.upperBound,
      bytes[next].isLetter || bytes[next] == 0x2F || bytes[next] == 0x21,
      let close = bytes.firstRange(of: ">", in: next..<range.upperBound),
      bytes.firstRange(of: "<", in: next..<close.lowerBound) == nil
    else { return next }
    let whole = index..<close.upperBound
    if ["http:", "https:", "xref:", "mailto:", "ftp:"].contains(where: { bytes.has($0, at: next) })
    {
      autolinks.append(whole)
    } else {
      tags.append(Mark(range: whole, content: next..<close.lowerBound))
    }
    hide(whole)
    return close.upperBound
  }

  private mutating func readClosingBracket(_ index: Int) -> Int {
    guard let open = brackets.popLast() else {
      isSimple = false
      return index + 1
    }
    guard bytes.has("](", at: index), index + 2 < range.upperBound else {
      isSimple = false
      return index + 1
    }
    let start = index + 2
    var end = start
    while end < range.upperBound, !bytes[end].isSpace, !"()<>\\".utf8.contains(bytes[end]) {
      end += 1
    }
    var close = end
    let hasTitle = bytes.has(" \"", at: end)
    if hasTitle, let quote = bytes.firstRange(of: "\")", in: end + 2..<range.upperBound) {
      close = quote.lowerBound + 1
    }
    guard end > start, close < range.upperBound, bytes[close] == 0x29 else {
      isSimple = false
      return index + 1
    }
    let isImage = open > range.lowerBound && bytes[open - 1] == 0x21
    links.append(
      Link(
        range: (isImage ? open - 1 : open)..<close + 1, text: open + 1..<index,
        destination: start..<end, isImage: isImage, hasTitle: hasTitle))
    hide((isImage ? open - 1 : open)..<open + 1)
    hide(index..<close + 1)
    return close + 1
  }

  private func endOfPlaceholder(_ index: Int) -> Int? {
    let end = range.upperBound
    func run(_ start: Int, _ close: String, _ takes: (UInt8) -> Bool) -> Int? {
      var next = start
      while next < end, takes(bytes[next]) { next += 1 }
      let stop = next + close.utf8.count
      return next > start && stop <= end && bytes.has(close, at: next) ? stop : nil
    }
    func isName(_ byte: UInt8) -> Bool {
      byte.isLetterOrDigit || byte == 0x5F
    }
    if bytes.has("{{", at: index) { return run(index + 2, "}}", isName) }
    if bytes.has("${", at: index) { return run(index + 2, "}", isName) }
    if bytes.has("$(", at: index) { return run(index + 2, ")", isName) }
    if bytes[index] == 0x7B { return run(index + 1, "}", \.isDigit) }
    guard bytes[index] == 0x25, index + 1 < end, bytes[index + 1].isLetter,
      let stop = run(index + 1, "%", isName), stop - index >= 4
    else { return nil }
    return stop
  }

  /// Takes `**` by twos, as nearly all text has them.
  private mutating func pairStars() {
    var isFair = stars.count % 2 == 0
    for (place, star) in stars.enumerated() where isFair {
      let inside = place % 2 == 0 ? star + 2 : star - 1
      isFair =
        inside >= range.lowerBound && inside < range.upperBound && !bytes[inside].isSpace
    }
    guard isFair else {
      isSimple = false
      return
    }
    for place in stride(from: 0, to: stars.count, by: 2) {
      bold.append(
        Mark(
          range: stars[place]..<stars[place + 1] + 2, content: stars[place] + 2..<stars[place + 1])
      )
    }
  }
}
