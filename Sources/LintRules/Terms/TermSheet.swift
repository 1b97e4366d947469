import LintCore

/// A glossary as a table with a header, in the form of RFC 4180; tabs may stand for the commas.
///
/// The header names `source`, `target`, `forbidden` and `note`, or the locales: the first is the
/// source's, and `it-IT forbidden` holds what must not be used in that locale. Several terms in one
/// cell are parted by `|`.
struct TermSheet {
  private let path: String
  private let records: [(cells: [String], line: Int)]

  private enum Column {
    case source
    case target(LocaleTag?)
    case forbidden(LocaleTag?)
    case note
  }

  /// - Parameter separator: `nil` for a comma, or a semicolon if the header has no comma.
  init(_ text: String, path: String, separator: Character?) throws(PlacedError) {
    self.path = path
    let header = text.prefix { !$0.isNewline }
    let usesSemicolons = !header.contains(",") && header.contains(";")
    records = try Self.records(text, separator ?? (usesSemicolons ? ";" : ","), path)
  }

  private static func records(_ text: String, _ separator: Character, _ path: String)
    throws(PlacedError) -> [(cells: [String], line: Int)]
  {
    var records: [(cells: [String], line: Int)] = []
    var cells: [String] = []
    var cell = ""
    var (line, firstLine) = (1, 1)
    var quoteLine: Int?
    var isClosed = false
    var rest = text[...]
    func end() {
      cells.append(cell.trimmed)
      if cells != [""] { records.append((cells, firstLine)) }
      cells = []
    }
    while let character = rest.popFirst() {
      if character.isNewline { line += 1 }
      if quoteLine != nil {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append(rest.removeFirst())
        } else {
          quoteLine = nil
          isClosed = true
        }
      } else if character == separator {
        cells.append(cell.trimmed)
        (cell, isClosed) = ("", false)
      } else if character.isNewline {
        end()
        (cell, isClosed, firstLine) = ("", false, line)
      } else if character == "\"", cell.trimmed.isEmpty, !isClosed {
        (cell, quoteLine) = ("", line)
      } else if isClosed, !character.isWhitespace {
        throw PlacedError(path: path, line: line, column: 0, "text after a closing quotation mark")
      } else {
        cell.append(character)
      }
    }
    if let quoteLine {
      throw PlacedError(path: path, line: quoteLine, column: 0, "a quotation mark is never closed")
    }
    end()
    return records
  }

  /// What the table says.
  func rows() throws(PlacedError) -> [Glossary.Row] {
    guard let header = records.first else {
      throw PlacedError(path: path, line: 1, column: 0, "the glossary is empty")
    }
    let columns = try columns(header.cells, header.line)
    var rows: [Glossary.Row] = []
    for record in records.dropFirst() {
      guard record.cells.count <= columns.count else {
        throw mistake(
          record.line, "\(record.cells.count) cells, but the header has \(columns.count)")
      }
      rows += try self.rows(record, columns)
    }
    return rows
  }

  private func columns(_ header: [String], _ line: Int) throws(PlacedError) -> [Column] {
    var columns: [Column] = []
    var seen: Set<String> = []
    var sourceIsLocale = false
    for name in header {
      let lowered = name.lowercased()
      guard seen.insert(lowered).inserted else {
        throw mistake(line, "two columns are called '\(name)'")
      }
      let hasSource = columns.contains { if case .source = $0 { true } else { false } }
      switch lowered {
      case "source": columns.append(.source)
      case "target": columns.append(.target(nil))
      case "forbidden": columns.append(.forbidden(nil))
      case "note": columns.append(.note)
      default:
        let words = lowered.split(separator: " ")
        guard let first = words.first, let tag = LocaleTag(first),
          words.count == 1 || words.dropFirst() == ["forbidden"]
        else {
          let meant = Spelling.closest(
            to: lowered, among: ["source", "target", "forbidden", "note"])
          throw mistake(
            line,
            "unknown column '\(name)'"
              + (meant.map { "; did you mean '\($0)'?" }
                ?? "; it is source, target, forbidden, note or a locale"))
        }
        if words.count > 1 {
          columns.append(.forbidden(tag))
        } else if !hasSource {
          columns.append(.source)
          sourceIsLocale = true
        } else {
          columns.append(.target(tag))
        }
      }
    }
    let hasTarget = columns.contains {
      switch $0 {
      case .target, .forbidden: true
      case .source, .note: false
      }
    }
    guard columns.contains(where: { if case .source = $0 { true } else { false } }), hasTarget
    else {
      throw mistake(
        line,
        sourceIsLocale
          ? "the header names one locale only"
          : "the header names no column 'source' and 'target', and no locales")
    }
    return columns
  }

  private func rows(_ record: (cells: [String], line: Int), _ columns: [Column])
    throws(PlacedError) -> [Glossary.Row]
  {
    var source = ""
    var locales: [LocaleTag?] = []
    var targets: [LocaleTag?: [String]] = [:]
    var forbidden: [LocaleTag?: [String]] = [:]
    for (cell, column) in zip(record.cells, columns) {
      switch column {
      case .source: source = cell
      case .target(let tag):
        if !locales.contains(tag) { locales.append(tag) }
        targets[tag] = try terms(cell, record.line)
      case .forbidden(let tag):
        if !locales.contains(tag) { locales.append(tag) }
        forbidden[tag] = try terms(cell, record.line)
      case .note: break
      }
    }
    var rows: [Glossary.Row] = []
    for tag in locales {
      let (good, bad) = (targets[tag] ?? [], forbidden[tag] ?? [])
      if source.isEmpty, !good.isEmpty { throw mistake(record.line, "the row has no source term") }
      // A term that is not translated yet says nothing.
      guard !good.isEmpty || !bad.isEmpty else { continue }
      rows += try sources(source, record.line).map {
        Glossary.Row(locale: tag, source: $0, targets: good, forbidden: bad)
      }
    }
    return rows
  }

  private func sources(_ cell: String, _ line: Int) throws(PlacedError) -> [String] {
    cell.isEmpty ? [""] : try terms(cell, line)
  }

  private func terms(_ cell: String, _ line: Int) throws(PlacedError) -> [String] {
    let terms = cell.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty }
    for term in terms where TermForm(term) == nil {
      throw mistake(line, "the term '\(term)' holds no letter")
    }
    return terms
  }

  private func mistake(_ line: Int, _ message: String) -> PlacedError {
    PlacedError(path: path, line: line, column: 0, message)
  }
}
