import LintCore
import LintText

/// Writes findings of one file for people: the line that editors know, and the words concerned.
struct TextFindingWriter {
  private(set) var bytes: [UInt8]
  private let reporter: TextReporter
  private let path: String
  private var text = TerminalText()
  /// Where what the row holds begins.
  private var row = 0

  /// Columns of what stands to the left of an excerpt: a half's name or a line number.
  static let gutter = 8
  /// Columns of an argument beyond which a message would hide itself.
  private static let longestArgument = 120

  /// - Parameters:
  ///   - path: As it begins a line.
  ///   - bytes: What stands before the findings.
  init(_ reporter: TextReporter, path: String, to bytes: [UInt8]) {
    self.reporter = reporter
    self.path = path
    self.bytes = bytes
  }

  private var style: TerminalStyle { reporter.style }

  /// Writes a finding.
  ///
  /// - Returns: Where the meaning of its rule goes, if that is told.
  mutating func write(_ finding: PlacedFinding, as info: RuleInfo) -> Int {
    let isShort =
      reporter.detail == .verbose
      || finding.arguments.allSatisfy { $0.utf8.count <= Self.longestArgument }
    let arguments = isShort ? finding.arguments : finding.arguments.map(Self.shortened)
    beginLine(finding.start, finding.end, finding.severity)
    let start = bytes.count
    finding.message.append(arguments, to: &bytes)
    bytes.showVisibly(from: start)
    endLine(info)
    guard reporter.detail != .quiet else { return bytes.count }
    writeExcerpts(finding)
    if let fix = finding.fix { write(fix) }
    let explanation = bytes.count
    endLine()
    return explanation
  }

  /// Writes the line about what a rule has found besides.
  mutating func write(_ more: MoreFindings, as info: RuleInfo) {
    beginLine(more.start, more.end, more.severity)
    bytes.append(contentsOf: "\(more.sentence) (\(MoreFindings.remedy))".utf8)
    endLine(info)
  }

  mutating func endLine() { bytes.append(0x0A) }

  // MARK: The line that editors and other programs read

  private mutating func beginLine(_ start: Place, _ end: Place, _ severity: Severity) {
    bytes.append(contentsOf: style.boldStart.utf8)
    bytes.append(contentsOf: path.utf8)
    write(start, after: 0x3A)
    if reporter.showsRanges { write(end, after: 0x2D) }
    bytes.append(0x3A)
    bytes.append(contentsOf: style.end.utf8)
    bytes.append(0x20)
    bytes.append(contentsOf: style.start(of: severity).utf8)
    bytes.append(contentsOf: severity.rawValue.utf8)
    bytes.append(0x3A)
    bytes.append(contentsOf: style.end.utf8)
    bytes.append(0x20)
  }

  private mutating func endLine(_ info: RuleInfo) {
    bytes.append(contentsOf: " [".utf8)
    bytes.append(contentsOf: reporter.name(of: info).utf8)
    bytes.append(contentsOf: "]\n".utf8)
  }

  /// Writes a place, as `:line:column`.
  private mutating func write(_ place: Place, after mark: UInt8) {
    bytes.append(mark)
    bytes.append(decimal: place.line)
    bytes.append(0x3A)
    bytes.append(decimal: reporter.column(of: place))
  }

  private static func shortened(_ argument: String) -> String {
    guard argument.utf8.count > longestArgument else { return argument }
    // What combines with others takes no column, but nobody reads so much of it.
    let beginning = argument.unicodeScalars.prefix(8 * longestArgument)
    return beginning.endIndex == argument.endIndex
      && TerminalText(argument).width <= longestArgument
      ? argument : String(beginning.prefix(longestArgument - 1)) + "…"
  }

  // MARK: The words concerned

  /// Both halves of the segment where there is one, else the line.
  private mutating func writeExcerpts(_ finding: PlacedFinding) {
    let side = finding.segment?.side
    let emptyHalf = finding.excerpt.text.isEmpty && side != nil
    if !finding.excerpt.text.isEmpty || emptyHalf {
      writeRows(
        finding.excerpt, half: side.map(Self.name), line: finding.start.line,
        color: style.start(of: finding.severity), note: emptyHalf ? "nothing here" : "")
    }
    if let related = finding.related {
      let isSource = related.label == "source"
      writeRows(
        related.excerpt, half: isSource ? related.label : nil, line: related.start.line,
        color: style.relatedStart, note: Self.note(on: related))
      if isSource { return }
    }
    guard let segment = finding.segment, let side else { return }
    let other = side == .target ? segment.source : segment.target
    guard !other.isEmpty else { return }
    beginRow(Self.name(of: side == .target ? .source : .target))
    write(other, marked: nil, focus: TextFocus.byte(in: other, beside: finding, segment))
    endRow()
  }

  private static func name(of side: Side) -> String { side == .target ? "target" : "source" }

  /// What stands beside the marks of a related text: where it is, if in another file, and what.
  private static func note(on related: PlacedFinding.PlacedRelated) -> String {
    let place = related.file.map {
      "\(TextReporter.printable($0.path)):\(related.start.line):\(related.start.column)"
        + $0.atRevision
    }
    return [related.label == "source" ? nil : related.label, place].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// Writes an excerpt, and the marks below it.
  ///
  /// - Parameters:
  ///   - half: The name of the half that it is from; else its line stands there.
  ///   - color: What begins the colour of the marks.
  ///   - note: What stands beside them.
  private mutating func writeRows(
    _ excerpt: PlacedFinding.Excerpt, half: String?, line: Int, color: String, note: String
  ) {
    beginRow(half ?? String(line))
    let row = write(
      excerpt.text, marked: excerpt.marked, isCutBefore: excerpt.isCutBefore,
      isCutAfter: excerpt.isCutAfter)
    endRow()
    beginRow()
    bytes.append(contentsOf: repeatElement(0x20, count: row.indent))
    bytes.append(contentsOf: color.utf8)
    TerminalText.writeMarks(row.marked ?? 0, to: &bytes)
    if !note.isEmpty {
      bytes.append(0x20)
      bytes.append(contentsOf: note.utf8)
    }
    bytes.append(contentsOf: style.end.utf8)
    endRow()
  }

  /// Writes what `--fix` changes; with a question mark what `--fix=suggested` does.
  private mutating func write(_ fix: PlacedFinding.PlacedFix) {
    var label = fix.safety == .safe ? "fix" : "fix?"
    for change in fix.changes {
      beginRow(label)
      write(change.before, after: "- ", color: style.removedStart)
      endRow()
      beginRow()
      write(change.after, after: "+ ", color: style.addedStart)
      endRow()
      label = ""
    }
    guard fix.otherChanges > 0 else { return }
    beginRow()
    bytes.append(contentsOf: "and in \(Numeral.count(fix.otherChanges, "more place"))".utf8)
    endRow()
  }

  private mutating func write(
    _ excerpt: PlacedFinding.Excerpt, after sign: String, color: String
  ) {
    bytes.append(contentsOf: color.utf8)
    bytes.append(contentsOf: sign.utf8)
    write(
      excerpt.text, marked: excerpt.marked, room: 2, isCutBefore: excerpt.isCutBefore,
      isCutAfter: excerpt.isCutAfter)
    bytes.append(contentsOf: style.end.utf8)
  }

  /// Writes a text in one row.
  ///
  /// - Parameter room: The columns that are taken on the left.
  @discardableResult
  private mutating func write(
    _ shown: String, marked: Range<Int>?, focus: Int = 0, room: Int = 0, isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) -> TerminalText.Row {
    text.read(shown)
    let row = text.row(
      marked: marked, focus: focus, limit: reporter.limit.map { $0 - room },
      isCutBefore: isCutBefore, isCutAfter: isCutAfter)
    text.write(row, to: &bytes)
    return row
  }

  private mutating func beginRow(_ label: String = "") {
    bytes.beginRow(label)
    row = bytes.count
  }

  /// Of a row that holds nothing, nothing stands behind the bar.
  private mutating func endRow() {
    if bytes.count == row { bytes.removeLast() }
    endLine()
  }
}

extension [UInt8] {
  /// Begins a row below a finding: what stands to the left of the bar, and the bar.
  mutating func beginRow(_ label: String) {
    let count = Swift.max(TextFindingWriter.gutter - label.utf8.count, 0)
    append(contentsOf: repeatElement(0x20, count: count))
    append(contentsOf: label.utf8)
    append(contentsOf: " | ".utf8)
  }

  /// Puts a number behind these bytes in decimal digits.
  mutating func append(decimal number: Int) {
    guard number >= 0 else { return append(contentsOf: String(number).utf8) }
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      append(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }
}
