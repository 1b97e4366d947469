import LintCore
import LintText
import LintYAML

/// A glossary as a table with a header, in the form of RFC 4180; tabs may stand for the commas.
///
/// The header names `source`, `target`, `forbidden` and `note`, or the locales: the first is the
/// source's, and `it-IT forbidden` holds what must not be used in that locale. Several terms in one
/// cell are parted by `|`.
struct TermSheet {
  private let path: String
  private let columns: [Column]
  /// The locales that the header names, `nil` for columns that name none. A column has an index in
  /// it.
  private var locales: [LocaleTag?] = []
  private var records: TableReader

  private enum Column {
    case source
    case target(Int)
    case forbidden(Int)
    case note
  }

  /// - Parameters:
  ///   - bytes: Well-formed UTF-8.
  ///   - separator: `nil` for a comma, or a semicolon if the header has no comma.
  init(_ bytes: ArraySlice<UInt8>, path: String, separator: UInt8?) throws(PlacedError) {
    self.path = path
    records = TableReader(bytes, path: path, separator: separator)
    guard let header = try records.next() else {
      throw PlacedError(path: path, line: 1, column: 0, "the glossary is empty")
    }
    (columns, locales) = try Self.columns(header, path)
  }

  /// What the table says.
  mutating func rows() throws(PlacedError) -> [Glossary.Row] {
    var rows: [Glossary.Row] = []
    while let record = try records.next() {
      guard record.cells.count <= columns.count else {
        throw mistake(
          record.line, "\(record.cells.count) cells, but the header has \(columns.count)")
      }
      try add(record, to: &rows)
    }
    return rows
  }

  private static func columns(_ header: TableReader.Record, _ path: String) throws(PlacedError) -> (
    [Column], [LocaleTag?]
  ) {
    var columns: [Column] = []
    var (seen, locales, numbers): (Set<String>, [LocaleTag?], [LocaleTag?: Int]) = ([], [], [:])
    var (hasSource, hasTarget, sourceIsLocale) = (false, false, false)
    func number(_ tag: LocaleTag?) -> Int {
      hasTarget = true
      if let number = numbers[tag] { return number }
      numbers[tag] = locales.count
      locales.append(tag)
      return locales.count - 1
    }
    for name in header.cells {
      let lowered = name.lowercased()
      guard seen.insert(lowered).inserted else {
        throw PlacedError(
          path: path, line: header.line, column: 0, "two columns are called '\(name)'")
      }
      switch lowered {
      case "source":
        columns.append(.source)
        hasSource = true
      case "target": columns.append(.target(number(nil)))
      case "forbidden": columns.append(.forbidden(number(nil)))
      case "note": columns.append(.note)
      default:
        let words = lowered.split(separator: " ")
        guard let first = words.first, let tag = LocaleTag(first),
          words.count == 1 || words.dropFirst() == ["forbidden"]
        else {
          throw PlacedError(
            path: path, line: header.line, column: 0, unknown(column: name, lowered))
        }
        if words.count > 1 {
          columns.append(.forbidden(number(tag)))
        } else if !hasSource {
          columns.append(.source)
          (hasSource, sourceIsLocale) = (true, true)
        } else {
          columns.append(.target(number(tag)))
        }
      }
    }
    guard hasSource, hasTarget else {
      throw PlacedError(
        path: path, line: header.line, column: 0,
        sourceIsLocale
          ? "the header names one locale only"
          : "the header names no column 'source' and 'target', and no locales")
    }
    return (columns, locales)
  }

  private static func unknown(column name: String, _ lowered: String) -> String {
    let meant = Spelling.closest(to: lowered, among: ["source", "target", "forbidden", "note"])
    return "unknown column '\(name)'"
      + (meant.map { "; did you mean '\($0)'?" }
        ?? "; it is source, target, forbidden, note or a locale")
  }

  private func add(_ record: TableReader.Record, to rows: inout [Glossary.Row])
    throws(PlacedError)
  {
    var sources: [String] = []
    /// The cells of each locale, by its index in `locales`, in the order of the columns.
    var cells: [(locale: Int, targets: [String], forbidden: [String])] = []
    /// The index in `cells` of each locale: a row may have thousands of cells.
    var indices: [Int: Int] = [:]
    func index(of locale: Int) -> Int {
      if let known = indices[locale] { return known }
      indices[locale] = cells.count
      cells.append((locale, [], []))
      return cells.count - 1
    }
    for (cell, column) in zip(record.cells, columns) {
      switch column {
      case .source: sources = try terms(cell, record.line)
      case .target(let locale): cells[index(of: locale)].targets = try terms(cell, record.line)
      case .forbidden(let locale): cells[index(of: locale)].forbidden = try terms(cell, record.line)
      case .note: break
      }
    }
    // A term that is not translated yet says nothing.
    cells.removeAll { $0.targets.isEmpty && $0.forbidden.isEmpty }
    if sources.isEmpty, cells.contains(where: { !$0.targets.isEmpty }) {
      throw mistake(record.line, "the row has no source term")
    }
    if sources.isEmpty { sources = [""] }
    guard sources.count * cells.count <= Glossary.mostPairs else {
      throw mistake(record.line, "the row " + Glossary.tooManyPairs)
    }
    for cell in cells {
      for source in sources {
        rows.append(
          Glossary.Row(
            locale: locales[cell.locale], source: source, targets: cell.targets,
            forbidden: cell.forbidden))
      }
    }
  }

  private func terms(_ cell: String, _ line: Int) throws(PlacedError) -> [String] {
    if cell.isEmpty { return [] }
    let terms =
      cell.utf8.contains(0x7C)
      ? cell.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty } : [cell]
    for term in terms {
      if let fault = TermForm.fault(of: term) { throw mistake(line, fault) }
    }
    return terms
  }

  private func mistake(_ line: Int, _ message: String) -> PlacedError {
    PlacedError(path: path, line: line, column: 0, message)
  }
}
