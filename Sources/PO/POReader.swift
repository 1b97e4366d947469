import LintText

/// Reads the bytes of a file as entries.
///
/// Where they make no sense, all up to the next boundary of an entry is passed over: an empty line, a comment, or a
/// line with `msgid`, `msgctxt` or `domain`.
struct POReader {
  private(set) var file = POFile()
  private var entry: POEntry?
  /// What strings belong to.
  private var field: Field?
  /// The text that strings are added to; it is the entry's when the next one begins.
  private var text: POText?
  /// What the entry's flags keep back.
  private var ignored: [ByteRange] = []
  /// Where the text that strings are added to begins, for those that are not kept.
  private var domain = ByteRange.none
  private var index: Int
  /// Behind the last keyword or string of the entry.
  private var end: UInt32 = 0
  /// Whether the line that is read is marked as obsolete.
  private var isObsolete = false

  private enum Field {
    case domain
    case context
    case id
    case plural
    case target
  }

  /// - Parameter start: the offset of the first byte after the byte order mark.
  static func read(_ bytes: Span<UInt8>, from start: Int) -> POFile {
    var reader = POReader(start, of: bytes.count)
    reader.read(bytes)
    return reader.file
  }

  /// - Parameter size: how many bytes the file has; room is made for the entries of an ordinary one.
  private init(_ start: Int, of size: Int) {
    index = start
    let entries = min(size / 128, 1 << 15)
    file.entries.reserveCapacity(entries)
    file.targets.reserveCapacity(entries)
    file.pieces.reserveCapacity(entries * 3)
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A, 0x0D:
        isObsolete = false
        index += 1
      case _ where byte.isSpace: index += 1
      case 0x23: readComment(bytes)
      case 0x22: readString(bytes)
      case _ where byte.isLetter: readKeyword(bytes)
      default: damage(bytes, ByteRange(index, endOfWord(bytes)), .keyword)
      }
    }
    finishEntry(bytes)
  }

  // MARK: Comments

  private mutating func readComment(_ bytes: Span<UInt8>) {
    if bytes.has("#~", at: index), !bytes.has("#~|", at: index) {
      isObsolete = true
      index += 2
      return
    }
    let range = ByteRange(index, endOfLine(bytes, from: index))
    // Behind an empty line it is the next entry's, also where this one has no translation.
    if entry?.targets.isEmpty == false
      || entry?.id != nil && isBehindEmptyLine(bytes, range.lower)
    {
      finishEntry(bytes)
    }
    endText()
    if entry == nil { entry = POEntry(range: range, from: file.targets.count) }
    index = range.upper
    let next = range.lower + 1 < range.upper ? bytes[range.lower + 1] : 0x20
    switch next {
    case 0x2C:
      entry?.flags.add(ByteRange(range.lower + 2, range.upper), bytes, ignored: &ignored)
    case 0x2E, 0x3A: break
    case 0x7C: checkPrevious(bytes, ByteRange(range.lower + 2, range.upper))
    case 0x7E: checkPrevious(bytes, ByteRange(range.lower + 3, range.upper))
    default:
      var start = range.lower + 1
      while start < range.upper, bytes[start].isSpace { start += 1 }
      if bytes.has("loclint-", at: start), start < range.upper {
        file.comments.append((range, ByteRange(start, range.upper), file.entries.count))
      }
    }
  }

  /// Checks what stands behind `#|` or `#~|`, a text that the entry had before: gettext reads none of a file in which
  /// one has no end.
  private mutating func checkPrevious(_ bytes: Span<UInt8>, _ rest: ByteRange) {
    let line = bytes.extracting(rest.range).trimmedRange
    let text = ByteRange(rest.lower + line.lowerBound, rest.lower + line.upperBound)
    guard let open = bytes.extracting(text.range).firstIndex(of: 0x22) else {
      if !text.isEmpty {
        file.damage.append(PODamage(range: text, expected: .string))
      }
      return
    }
    var end = text.lower + open + 1
    while end < text.upper, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
    if end >= text.upper {
      file.damage.append(
        PODamage(range: ByteRange(text.lower + open, text.upper), expected: .closingQuote))
    }
  }

  // MARK: Strings

  private mutating func readString(_ bytes: Span<UInt8>) {
    let start = index + 1
    var end = start
    var hasEscapes = false
    // Escapes that nobody knows; of a string without an end nothing is said but that.
    var unknown: [Int] = []
    var marks: StringMarks = []
    while let found = bytes.endOfString(from: end, &marks) {
      end = found
      guard bytes[found] == 0x5C else { break }
      hasEscapes = true
      // What is escaped may be a quote; a line end never is.
      let next = found + 1
      guard next < bytes.count else {
        end = next
        continue
      }
      if !POEscape.isKnown(bytes[next]), !isObsolete { unknown.append(found) }
      // A number stands for any byte, and what nobody knows for itself.
      if !bytes[next].isEscapedAlone { marks = .all }
      end = bytes[next] != 0x0A && bytes[next] != 0x0D ? next + 1 : next
    }
    guard end < bytes.count, bytes[end] == 0x22 else {
      damage(bytes, ByteRange(index, endOfLine(bytes, from: index)), .closingQuote)
      return
    }
    guard let field else {
      damage(bytes, ByteRange(index, end + 1), .keyword)
      return
    }
    for escape in unknown {
      let length = bytes.scalar(at: escape + 1).length
      file.damage.append(
        PODamage(range: ByteRange(escape, min(escape + 1 + length, end)), expected: .escape))
    }
    index = end + 1
    let piece = ByteRange(start, end)
    guard field != .domain else {
      domain = piece
      return
    }
    file.pieces.append(piece)
    extend(by: piece, hasEscapes, marks)
  }

  private mutating func extend(by piece: ByteRange, _ hasEscapes: Bool, _ marks: StringMarks) {
    let first = text?.pieces.lowerBound ?? 0
    text?.pieces = first..<file.pieces.count
    if hasEscapes { text?.hasEscapes = true }
    text?.marks.formUnion(marks)
    if !piece.isEmpty { text?.isEmpty = false }
    end = piece.upperBound + 1
  }

  /// Gives the entry the text that was read.
  private mutating func endText() {
    defer { (field, text) = (nil, nil) }
    guard let field, let text, entry != nil else { return }
    entry?.range.upperBound = end
    switch field {
    case .domain: break
    case .context: entry?.context = text
    case .id: entry?.id = text
    case .plural: entry?.plural = text
    case .target:
      if entry?.targets.isEmpty == false { file.targets[file.targets.count - 1].text = text }
    }
  }

  // MARK: Keywords

  private mutating func readKeyword(_ bytes: Span<UInt8>) {
    endText()
    let start = index
    var end = start
    while end < bytes.count, bytes[end].isLetter || bytes[end] == 0x5F { end += 1 }
    let word = ByteRange(start, end)
    let name = bytes.extracting(start..<end)
    if name.elementsEqual("msgid") {
      readID(bytes, word)
    } else if name.elementsEqual("msgstr") {
      readTarget(bytes, word)
    } else if name.elementsEqual("msgctxt") {
      beginEntry(bytes, word)
      entry?.context = POText(word, from: file.pieces.count)
      expectString(bytes, .context, POText(word, from: file.pieces.count), from: end)
    } else if name.elementsEqual("msgid_plural") {
      guard entry?.id != nil, entry?.plural == nil, entry?.targets.isEmpty == true else {
        damage(bytes, word, .idBeforePlural)
        return
      }
      entry?.plural = POText(word, from: file.pieces.count)
      expectString(bytes, .plural, POText(word, from: file.pieces.count), from: end)
    } else if name.elementsEqual("domain") {
      finishEntry(bytes)
      expectString(bytes, .domain, nil, from: end)
    } else {
      damage(bytes, ByteRange(start, endOfWord(bytes)), .keyword)
    }
  }

  private mutating func readID(_ bytes: Span<UInt8>, _ word: ByteRange) {
    if entry?.context == nil || entry?.id != nil { beginEntry(bytes, word) }
    entry?.id = POText(word, from: file.pieces.count)
    if isObsolete { entry?.isObsolete = true }
    expectString(bytes, .id, POText(word, from: file.pieces.count), from: word.upper)
  }

  private mutating func readTarget(_ bytes: Span<UInt8>, _ word: ByteRange) {
    guard let open = entry, open.id != nil else {
      damage(bytes, word, .id)
      return
    }
    var (number, end): (Int?, Int) = (nil, word.upper)
    var start = end
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    if start < bytes.count, bytes[start] == 0x5B {
      // No number is longer.
      let near = bytes.extracting(..<min(start + 12, bytes.count))
      if let close = near.firstIndex(of: 0x5D, from: start) {
        let digits = bytes.extracting(start + 1..<close)
        number = digits.extracting(digits.trimmedRange).number(from: 0)
        end = close + 1
      }
      guard number != nil else {
        damage(bytes, ByteRange(word.lower, endOfWord(bytes)), .number)
        return
      }
    }
    let keyword = ByteRange(word.lower, end)
    if open.plural == nil, number != nil {
      damage(bytes, keyword, .targetOfOne)
      return
    }
    if open.plural != nil, number == nil {
      damage(bytes, keyword, .targetOfPlural)
      return
    }
    if let number, number != open.targets.count {
      damage(bytes, keyword, .targetInOrder)
      return
    }
    if open.plural == nil, !open.targets.isEmpty {
      damage(bytes, keyword, .id)
      return
    }
    let text = POText(keyword, from: file.pieces.count)
    file.targets.append(POEntry.Target(number: number, text: text))
    entry?.targets = open.targets.lowerBound..<file.targets.count
    expectString(bytes, .target, text, from: end)
  }

  /// Notes what strings belong to, of which there must be one, perhaps on the next line.
  private mutating func expectString(
    _ bytes: Span<UInt8>, _ field: Field, _ text: POText?, from end: Int
  ) {
    self.end = UInt32(end)
    (self.field, self.text) = (field, text)
    index = end
    var next = end
    var wasObsolete = isObsolete
    while next < bytes.count {
      if bytes[next].isSpace {
        if bytes[next] == 0x0A { wasObsolete = false }
        next += 1
      } else if isObsolete, bytes.has("#~", at: next), !bytes.has("#~|", at: next) {
        next += 2
        wasObsolete = true
      } else {
        break
      }
    }
    guard next < bytes.count, bytes[next] == 0x22 else {
      damage(bytes, ByteRange(next, endOfWord(bytes, from: next)), .string)
      return
    }
    isObsolete = wasObsolete
    index = next
  }

  // MARK: Entries

  /// Begins an entry at a keyword, or goes on with the one whose comments were read.
  private mutating func beginEntry(_ bytes: Span<UInt8>, _ word: ByteRange) {
    if let open = entry, open.id != nil || open.context != nil { finishEntry(bytes) }
    if entry == nil { entry = POEntry(range: word, from: file.targets.count) }
    entry?.isObsolete = isObsolete
    entry?.domain = domain
  }

  /// Keeps the entry that was read, if it has both halves.
  private mutating func finishEntry(_ bytes: Span<UInt8>) {
    endText()
    guard var open = entry else { return }
    entry = nil
    defer { ignored.removeAll(keepingCapacity: true) }
    // What was damaged before its first string is no translation.
    if open.isDamaged, let last = open.targets.last, file.targets[last].text.pieces.isEmpty {
      open.targets = open.targets.lowerBound..<last
    }
    if let id = open.id {
      if !open.targets.isEmpty {
        for flag in ignored { file.ignored.append((flag, file.entries.count)) }
        file.entries.append(open)
      } else if !open.isDamaged {
        file.damage.append(PODamage(range: id.keyword, expected: .target))
      }
    } else if let context = open.context, !open.isDamaged {
      file.damage.append(PODamage(range: context.keyword, expected: .id))
    }
  }

  /// Notes what makes no sense, and goes on at the next boundary.
  private mutating func damage(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ expected: PODamage.Expected
  ) {
    // What stands behind an empty line says nothing of the entry before it.
    endText()
    if case .keyword = expected, let last = entry?.targets.last,
      !file.targets[last].text.pieces.isEmpty,
      isBehindEmptyLine(bytes, range.lower)
    {
      finishEntry(bytes)
    }
    file.damage.append(PODamage(range: range, expected: expected))
    entry?.isDamaged = true
    index = endOfLine(bytes, from: index)
    while index < bytes.count {
      let line = nextLine(bytes, from: index)
      index = line
      if isBoundary(bytes, line) { break }
      index = endOfLine(bytes, from: line)
    }
    isObsolete = false
    finishEntry(bytes)
  }

  /// Whether a line that holds nothing stands above the one at an offset.
  private func isBehindEmptyLine(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    var (feeds, start) = (0, offset)
    while start > 0, bytes[start - 1].isSpace {
      start -= 1
      if bytes[start] == 0x0A || bytes[start] == 0x0D && !bytes.has("\n", at: start + 1) {
        feeds += 1
      }
    }
    return feeds > 1
  }

  private func isBoundary(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    var start = line
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    if start == bytes.count || bytes[start] == 0x0A || bytes[start] == 0x0D { return true }
    if bytes.has("#~", at: start) {
      start += 2
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    } else if bytes[start] == 0x23 {
      return true
    }
    return bytes.has("msgid ", at: start) || bytes.has("msgctxt ", at: start)
      || bytes.has("domain ", at: start)
  }

  // MARK: Lines

  private func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.firstIndex(ofAny: 0x0A, 0x0D, 0x0A, 0x0D, from: start) ?? bytes.count
  }

  private func nextLine(_ bytes: Span<UInt8>, from end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    return bytes.has("\r\n", at: end) ? end + 2 : end + 1
  }

  private func endOfWord(_ bytes: Span<UInt8>) -> Int { endOfWord(bytes, from: index) }

  /// Just after the run of bytes without white space from an offset on.
  private func endOfWord(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, !bytes[end].isSpace { end += 1 }
    return end
  }
}

extension UInt8 {
  /// Whether behind a backslash it stands for one byte that is no mark: `n`, `t`, a quotation mark, a backslash.
  fileprivate var isEscapedAlone: Bool {
    self == 0x6E || self == 0x22 || self == 0x5C || self == 0x74
  }
}
