import LintCore
import LintText

/// Writes a table of how far translations are.
package struct StatusReport: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, json, csv, markdown, html
  }

  /// Why an earlier report can't be compared with.
  package struct Mistake: Error {
    package let message: String
  }

  /// What an earlier report says of a locale and a folder.
  private typealias Earlier = [String: Double]

  private struct Key: Hashable {
    let locale: String
    let folder: String

    init(_ locale: String, _ folder: String) {
      self.locale = locale
      self.folder = folder
    }
  }

  private let rows: [StatusTable.Row]
  /// By locale and folder; `nil` where nothing is compared.
  private let earlier: [Key: Earlier]?

  private static let version = 1

  /// - Parameter earlier: the bytes of a report in JSON.
  package init(_ table: StatusTable, comparedWith earlier: [UInt8]? = nil) throws(Mistake) {
    guard let earlier else {
      rows = table.rows
      self.earlier = nil
      return
    }
    let known = try Self.read(earlier)
    rows = table.rows(with: known.keys.map { ($0.locale, $0.folder) })
    self.earlier = known
  }

  private static func read(_ bytes: [UInt8]) throws(Mistake) -> [Key: Earlier] {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes)
    } catch {
      throw Mistake(message: "\(error.line):\(error.column): \(error.message)")
    }
    guard value["status"]?.integer == version else {
      throw Mistake(message: "is no report of 'loclint status' as JSON, or one of another version")
    }
    var rows: [Key: Earlier] = [:]
    for row in value["rows"]?.elements ?? [] {
      guard let locale = row["locale"]?.string, let folder = row["folder"]?.string,
        case .object(let members) = row
      else { throw Mistake(message: "has a row without a locale or a folder") }
      var earlier: Earlier = [:]
      for member in members {
        if case .number(let digits) = member.value { earlier[member.key] = Double(digits) }
      }
      rows[Key(locale, folder)] = earlier
    }
    return rows
  }

  package func text(_ format: Format) -> String {
    switch format {
    case .text: text
    case .json: json
    case .csv: csv
    case .markdown: markdown
    case .html: html
    }
  }

  // MARK: For people

  /// The columns that say anything; with pages in any case.
  private var shown: [Int] {
    let all = StatusFigures.numbers
    return all.indices.filter { index in
      // Of segments only the rate is of interest, and of words the score.
      if ["segments", "faults", "sourceWords"].contains(all[index].name) { return false }
      // Of messages `fuzzy` and `untranslated` say it.
      if all[index].name == "unfinished" {
        return rows.contains { $0.figures.unfinished > $0.figures.completeness.open }
      }
      return index == 0 || rows.contains { $0.figures[keyPath: all[index].path] > 0 }
        || earlier?.values.contains { $0[all[index].name] ?? 0 > 0 } ?? false
    }
  }

  private func cells(of row: StatusTable.Row) -> [String] {
    let before = earlier?[Key(row.locale, row.folder)]
    var cells = shown.map { index in
      let (name, _, path) = StatusFigures.numbers[index]
      let value = row.figures[keyPath: path]
      return Numeral.grouped(value) + Self.change(Double(value), before?[name], digits: 0)
    }
    cells.append(Self.cell(row.figures.rate, before?["faultsPer1000Segments"]))
    cells.append(Self.cell(row.figures.score, before?["score"]))
    return cells
  }

  private static func cell(_ value: Double?, _ before: Double?) -> String {
    value.map { Numeral.decimal($0, digits: 2) + change($0, before, digits: 2) } ?? "–"
  }

  /// What has changed since: ` (+3)`; empty where nothing has.
  private static func change(_ value: Double, _ before: Double?, digits: Int) -> String {
    // What an earlier report says is a stranger's.
    guard let before, abs(before) < 1e12 else { return "" }
    let size = Numeral.decimal(abs(value - before), digits: digits)
    guard size.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return "" }
    return value > before ? " (+\(size))" : " (−\(size))"
  }

  private static func name(_ locale: String) -> String { locale.isEmpty ? "none" : locale }

  /// A name as a terminal shows it: one in an earlier report is a stranger's.
  private static func shown(_ name: String) -> String { name.visible(longest: longestName) }

  /// Characters of a locale's or a folder's name.
  private static let longestName = 200

  private var titles: [String] {
    shown.map { StatusFigures.numbers[$0].title } + ["faults per 1,000", "score"]
  }

  private var text: String {
    var table = TextTable(
      [("locale", .left), ("folder", .left)]
        + titles.map { (title: $0, alignment: TextTable.Alignment.right) })
    for row in rows {
      table.add([Self.shown(Self.name(row.locale)), Self.shown(row.folder)] + cells(of: row))
    }
    return rows.isEmpty ? "No translated pages.\n" : table.text
  }

  private var markdown: String {
    let titles = titles
    var text = "| locale | folder | " + titles.joined(separator: " | ") + " |\n|---|---|"
    text += titles.map { _ in "--:|" }.joined() + "\n"
    for row in rows {
      let folder = row.folder.isEmpty ? "" : MarkdownText.code(row.folder)
      text +=
        "| \(MarkdownText.escaped(Self.name(row.locale))) | \(folder) | "
        + cells(of: row).joined(separator: " | ") + " |\n"
    }
    return text
  }

  private var html: String {
    StatusPage.html(
      rows.map {
        StatusPage.Row(locale: Self.name($0.locale), folder: $0.folder, cells: cells(of: $0))
      }, titles: titles, isCompared: earlier != nil)
  }

  // MARK: For programs

  private var json: String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("status", Self.version)
      json.member("loclint", Product.version)
      json.array("rows") { json in
        for row in rows {
          json.object { json in
            json.member("locale", row.locale)
            json.member("folder", row.folder)
            for number in StatusFigures.numbers {
              json.member(named: number.name, row.figures[keyPath: number.path])
            }
            if let rate = row.figures.rate {
              json.member("faultsPer1000Segments", Self.round(rate))
            }
            if let score = row.figures.score { json.member("score", Self.round(score)) }
            if let before = earlier?[Key(row.locale, row.folder)] {
              json.object("before") { json in
                for name in Self.names {
                  guard let value = before[name], value.isFinite else { continue }
                  json.value(.number(Numeral.shortest(value)), for: name)
                }
              }
            }
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.take(), as: UTF8.self)
  }

  /// What rows hold besides locale and folder.
  private static var names: [String] {
    StatusFigures.numbers.map(\.name) + ["faultsPer1000Segments", "score"]
  }

  /// With two digits behind the point, so that a report is the same wherever it is made.
  private static func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private var csv: String {
    var csv = CSVWriter()
    let numbers = StatusFigures.numbers
    var titles = ["locale", "folder"] + Self.names
    if earlier != nil { titles += titles.dropFirst(2).map { "before:\($0)" } }
    csv.row(titles)
    for row in rows {
      var cells = [row.locale, row.folder]
      cells += numbers.map { String(row.figures[keyPath: $0.path]) }
      cells += [row.figures.rate, row.figures.score].map {
        $0.map { Numeral.shortest(Self.round($0)) } ?? ""
      }
      if let earlier {
        let before = earlier[Key(row.locale, row.folder)] ?? [:]
        cells += Self.names.map {
          before[$0].map(Numeral.shortest) ?? ""
        }
      }
      csv.row(cells)
    }
    return String(decoding: csv.take(), as: UTF8.self)
  }
}
