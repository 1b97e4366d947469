import LintCore
import LintText

/// Code of a page with a source of its own that is its source's but for placeholders in it that are broken:
/// `-n < name>` for `-n <name>`, `$(Hive` for `$(Hive)`.
///
/// Code that differs in words is mostly meant: what stands for something is put in the reader's language.
/// Signs that nobody would leave away are not.
struct DamagedCode {
  /// Indices of the source's inlines and of the target's.
  private(set) var list: [(source: Int, target: Int)] = []

  /// Of more pieces of code that differ nobody knows which became which.
  private static let most = 16

  init(_ segment: borrowing Segment) {
    guard let (missing, extra) = Self.differing(segment) else { return }
    var isTaken = [Bool](repeating: false, count: extra.count)
    for source in missing {
      let right = segment.source[segment.sourceInlines[source].content].bytes
      guard right.count <= 400 else { continue }
      let pieces = CodePieces(right)
      guard pieces.hasPlaceholder else { continue }
      for (place, target) in extra.enumerated() where !isTaken[place] {
        let wrong = segment.target[segment.targetInlines[target].content].bytes
        guard wrong.count <= 400, pieces.areDamaged(in: wrong, right) else { continue }
        isTaken[place] = true
        list.append((source, target))
        break
      }
    }
  }

  /// The code that stands in one half alone, byte by byte: `{ lid}` is not `{lid}` here.
  private static func differing(_ segment: borrowing Segment) -> (missing: [Int], extra: [Int])? {
    // Nearly all halves have the same in the same order.
    var (index, other) = (0, 0)
    while true {
      while index < segment.sourceInlines.count, segment.sourceInlines[index].kind != .code {
        index += 1
      }
      while other < segment.targetInlines.count, segment.targetInlines[other].kind != .code {
        other += 1
      }
      guard index < segment.sourceInlines.count, other < segment.targetInlines.count,
        segment.source[segment.sourceInlines[index].content].bytes.elementsEqual(
          segment.target[segment.targetInlines[other].content].bytes)
      else { break }
      index += 1
      other += 1
    }
    guard index < segment.sourceInlines.count, other < segment.targetInlines.count else {
      return nil
    }
    var sources: [[UInt8]: [Int]] = [:]
    for place in index..<segment.sourceInlines.count
    where segment.sourceInlines[place].kind == .code {
      let code = [UInt8](segment.source[segment.sourceInlines[place].content].bytes)
      sources[code, default: []].append(place)
    }
    var extra: [Int] = []
    for place in other..<segment.targetInlines.count
    where segment.targetInlines[place].kind == .code {
      let code = [UInt8](segment.target[segment.targetInlines[place].content].bytes)
      if sources[code]?.popLast() == nil { extra.append(place) }
    }
    let missing = sources.values.joined().sorted()
    guard missing.count <= most, extra.count <= most else { return nil }
    return (missing, extra)
  }
}

/// Code, cut into placeholders and what stands between them.
private struct CodePieces {
  private enum Form: CaseIterable {
    case template, dollarBrace, dollarParenthesis, brace, angle, percent

    var open: StaticString {
      switch self {
      case .template: "{{"
      case .dollarBrace: "${"
      case .dollarParenthesis: "$("
      case .brace: "{"
      case .angle: "<"
      case .percent: "%"
      }
    }

    var close: StaticString {
      switch self {
      case .template: "}}"
      case .dollarBrace, .brace: "}"
      case .dollarParenthesis: ")"
      case .angle: ">"
      case .percent: "%"
      }
    }

    /// Whether the name is one that programs know, and none that stands for what the reader writes.
    var isFixed: Bool { self == .dollarBrace || self == .dollarParenthesis || self == .percent }
  }

  private struct Piece {
    let range: Range<Int>
    /// `nil` for what stands between placeholders.
    let form: Form?
  }

  private var list: [Piece] = []
  /// How many bytes are no placeholder's.
  private var others = 0

  var hasPlaceholder: Bool { list.contains { $0.form != nil } }

  init(_ code: Span<UInt8>) {
    var (start, index) = (0, 0)
    while index < code.count {
      guard let (form, end) = Self.placeholder(code, at: index) else {
        index += 1
        continue
      }
      add(start..<index)
      list.append(Piece(range: index..<end, form: form))
      (start, index) = (end, end)
    }
    add(start..<code.count)
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    list.append(Piece(range: range, form: nil))
    others += range.count
  }

  private static func placeholder(_ code: Span<UInt8>, at index: Int) -> (Form, Int)? {
    for form in Form.allCases where code.has(form.open, at: index) {
      var end = index + form.open.utf8CodeUnitCount
      let name = end
      while end < code.count, end - name <= 64, isNameByte(code[end]) { end += 1 }
      guard end > name, code[name].isLetterOrDigit || code[name] >= 0x80 || code[name] == 0x5F,
        code.has(form.close, at: end), form != .percent || end - name > 1
      else { continue }
      return (form, end + form.close.utf8CodeUnitCount)
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte >= 0x80 || byte == 0x5F || byte == 0x2D || byte == 0x2E
      || byte == 0x20 || byte == 0x3A
  }

  /// Whether other code is the same but for placeholders that are broken.
  func areDamaged(in other: Span<UInt8>, _ code: Span<UInt8>) -> Bool {
    var place = 0
    var isDamaged = false
    for (index, piece) in list.enumerated() {
      let text = code.extracting(piece.range)
      guard let form = piece.form else {
        // What a placeholder before it became has been passed.
        guard other.begins(with: text, at: place) else { return false }
        place += text.count
        continue
      }
      let end: Int
      if index + 1 == list.count {
        end = other.count
      } else if list[index + 1].form != nil {
        // Of two in a row the first must be as it is.
        guard other.begins(with: text, at: place) else { return false }
        end = place + text.count
      } else {
        let next = code.extracting(list[index + 1].range)
        let found =
          index + 2 == list.count
          ? (other.count - next.count >= place
            && other.begins(with: next, at: other.count - next.count)
            ? other.count - next.count : nil)
          : other.firstRange(of: next, from: place)?.lowerBound
        guard let found else { return false }
        end = found
      }
      let rest = other.extracting(place..<end)
      if !rest.elementsEqual(text) {
        guard isDamage(rest, of: text, form) else { return false }
        isDamaged = true
      }
      place = end
    }
    return isDamaged && place == other.count
  }

  /// Whether this is what can be left of a placeholder.
  private func isDamage(_ rest: Span<UInt8>, of text: Span<UInt8>, _ form: Form) -> Bool {
    // Something else must tell that it is the same code.
    if rest.isEmpty { return others >= 4 }
    let (one, two) = (Self.withoutSpaces(rest), Self.withoutSpaces(text))
    if one == two { return true }
    let (open, close) = (form.open.utf8CodeUnitCount, form.close.utf8CodeUnitCount)
    for first in 0...open {
      for last in 0...close where (first < open || last < close) && first + last > 0 {
        if one.elementsEqual(two[(open - first)..<(two.count - close + last)]) { return true }
      }
    }
    guard form.isFixed, rest.count > open + close, rest.has(form.open, at: 0),
      rest.has(form.close, at: rest.count - close)
    else { return false }
    return true
  }

  private static func withoutSpaces(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in text.indices where text[index] != 0x20 { bytes.append(text[index]) }
    return bytes
  }
}

extension Span<UInt8> {
  /// Whether other bytes stand at an index.
  fileprivate func begins(with other: Span<UInt8>, at index: Int) -> Bool {
    index + other.count <= count && extracting(index..<index + other.count).elementsEqual(other)
  }
}
