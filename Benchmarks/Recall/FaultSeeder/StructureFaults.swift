import LintText

/// Damage to lines outside the segments: fences, alerts, tabs and rows of tables.
enum StructureFaults {
  static let kinds: [FaultKind] = [
    // The line that closes a fence in the first column, with a segment somewhere behind it.
    FaultKind("end-of-code-lost", "span-in-code", "spans") { page, _, random in
      let all = lines(page)
      let fences = all.indices.filter { isFence(page, all[$0]) }
      guard fences.count >= 2, fences.count % 2 == 0 else { return nil }
      let closing = stride(from: 1, to: fences.count, by: 2).filter { index in
        let (open, close) = (all[fences[index - 1]], all[fences[index]])
        let next = page.pairs.first { $0.range.lowerBound > close.upperBound }
        // Another fence that comes first would close the code.
        return page.bytes[open.lowerBound] == 0x60 && next != nil
          && (index + 1 == fences.count
            || all[fences[index + 1]].lowerBound > next!.range.lowerBound)
          && page.bytes[close.lowerBound] == 0x60
      }
      guard let index = random.pick(closing) else { return nil }
      let (open, close) = (all[fences[index - 1]], all[fences[index]])
      return .delete(close, at: open)
    },
    FaultKind("alert-translated", "unknown-alert", "markup") { page, _, random in
      let labels = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]"].flatMap { label in
        lines(page).filter { page.bytes.text($0).trimmed == "> " + label }
          .map { line in (line, label) }
      }
      guard let (line, label) = random.pick(labels),
        let range = page.bytes.firstRange(of: label, in: line)
      else { return nil }
      let words = ["Nota", "Hinweis", "Remarque", "注意", "Примечание", "Uwaga"]
      return .replace(
        range.lowerBound + 2..<range.upperBound - 1, with: random.pick(words)!, at: line)
    },
    // The line behind the last tab, with a section behind it.
    FaultKind("end-of-tabs-lost", "unclosed-tab-group", "markup") { page, _, random in
      let all = lines(page)
      let ends = all.indices.filter { index in
        guard ["***", "---"].contains(page.bytes.text(all[index]).trimmed),
          let tab = all[..<index].last(where: { level(page, $0) != nil }), isTab(page, tab),
          let next = all[index...].first(where: { level(page, $0) != nil }), !isTab(page, next)
        else { return false }
        return level(page, next)! <= level(page, tab)!
          && !all[index + 1..<(all.firstIndex(of: next) ?? index)].contains {
            page.bytes.text($0).hasPrefix("---") || page.bytes.text($0).hasPrefix("***")
          }
      }
      guard let index = random.pick(ends) else { return nil }
      let tab = all[..<index].last { isTab(page, $0) }!
      return .delete(all[index], at: tab)
    },
    // Two cells of a row become one.
    FaultKind("bar-lost", "broken-table-row", "markup") { page, _, random in
      let places = random.shuffled(Array(page.pairs.indices.dropLast()))
      let place = places.first { index in
        let (pair, next) = (page.pairs[index], page.pairs[index + 1])
        return page.bytes.text(pair.range.upperBound..<next.range.lowerBound) == " | "
          && page.bytes[pair.source.upperBound - 1].isLetterOrDigit && isInTable(page, pair)
      }
      guard let index = place else { return nil }
      let (pair, next) = (page.pairs[index], page.pairs[index + 1])
      return .replace(
        pair.range.upperBound..<next.range.lowerBound, with: " ",
        at: pair.range.lowerBound..<next.range.upperBound)
    },
    FaultKind("bar-in-cell", "broken-table-row", "markup", companions: ["changed-identifier"]) {
      page, _, random in
      let cell = random.shuffled(page.pairs).first { pair in
        page.bytes.has(" | ", at: pair.range.upperBound) && pair.isPlain
          && !page.bytes[pair.source].contains(0x7C)
          && !page.bytes[pair.target].contains { "|`<[\\$".utf8.contains($0) }
          && page.bytes[pair.target].contains(0x20) && isInTable(page, pair)
      }
      guard let cell, let space = random.pick(cell.target.filter { page.bytes[$0] == 0x20 })
      else { return nil }
      return .insert(" |", at: space, place: cell.target)
    },
    // A bar too many in one row of several, which all have as many cells as the head.
    FaultKind("bar-doubled", "broken-table-row", "markup") { page, _, random in
      let places = random.shuffled(Array(page.pairs.indices.dropLast()))
      let place = places.first { index in
        let (pair, next) = (page.pairs[index], page.pairs[index + 1])
        guard page.bytes.text(pair.range.upperBound..<next.range.lowerBound) == " | ",
          isInTable(page, pair)
        else { return false }
        let line = page.bytes.lineStart(pair.range.lowerBound)
        let end = page.bytes[next.range.upperBound...].firstIndex(of: 0x0A) ?? page.bytes.count
        // The last cell of its row, and another row below; code may hold bars.
        return page.bytes.text(next.range.upperBound..<end).trimmed == "|"
          && !page.bytes[line..<end].contains(0x60)
          && lines(page).contains { $0.lowerBound == end + 1 && isFull(page, $0) }
      }
      guard let index = place else { return nil }
      let (pair, next) = (page.pairs[index], page.pairs[index + 1])
      return .insert(" |", at: pair.range.upperBound, place: next.target)
    },
    // An asterisk of the line behind the last tab.
    FaultKind("end-of-tabs-cut", "unclosed-tab-group", "markup") { page, _, random in
      let all = lines(page)
      let ends = all.indices.filter { index in
        page.bytes.text(all[index]) == "***"
          && all[..<index].last(where: { level(page, $0) != nil }).map { isTab(page, $0) } == true
      }
      return random.pick(ends).map {
        .delete(all[$0].lowerBound..<all[$0].lowerBound + 1, at: all[$0])
      }
    },
  ]

  /// Whether a row of a table is no line of delimiters and has a cell for each of its columns.
  private static func isFull(_ page: Page, _ line: Range<Int>) -> Bool {
    page.pairs.contains { line.contains($0.range.lowerBound) && isInTable(page, $0) }
  }

  /// The lines of the body, without their ends.
  private static func lines(_ page: Page) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = page.frontMatter?.upperBound ?? 0
    while start < page.bytes.count {
      let end = page.bytes[start...].firstIndex(of: 0x0A) ?? page.bytes.count
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  /// How many `#` a line begins with; `nil` where it is no heading.
  private static func level(_ page: Page, _ line: Range<Int>) -> Int? {
    let count = page.bytes[line].prefix { $0 == 0x23 }.count
    return count > 0 ? count : nil
  }

  private static func isTab(_ page: Page, _ line: Range<Int>) -> Bool {
    level(page, line) != nil && page.bytes.firstRange(of: "](#tab/", in: line) != nil
  }

  private static func isFence(_ page: Page, _ line: Range<Int>) -> Bool {
    page.bytes.has("```", at: line.lowerBound)
  }

  /// Whether a pair stands in a row with as many cells as the line of delimiters above it, which has a
  /// bar at both ends.
  private static func isInTable(_ page: Page, _ pair: Page.Pair) -> Bool {
    let all = lines(page)
    guard var index = all.firstIndex(where: { $0.contains(pair.range.lowerBound) }),
      page.bytes.has("|", at: all[index].lowerBound)
    else { return false }
    let cells = bars(page, all[index])
    while index > 0, page.bytes.has("|", at: all[index - 1].lowerBound) {
      index -= 1
      let line = page.bytes[all[index]]
      if line.contains(0x2D), line.allSatisfy({ "|-: \r".utf8.contains($0) }) {
        return line.count { $0 == 0x7C } == cells
      }
    }
    return false
  }

  /// How many bars stand on a line outside its segments.
  private static func bars(_ page: Page, _ line: Range<Int>) -> Int {
    line.count { index in
      page.bytes[index] == 0x7C && !page.bytes.has("\\", at: index - 1)
        && !page.pairs.contains { $0.range.contains(index) }
    }
  }
}

extension String {
  /// Without white space at the ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
