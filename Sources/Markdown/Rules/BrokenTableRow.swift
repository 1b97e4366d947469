import LintCore
import LintText

/// A row of a table whose cells have moved.
struct BrokenTableRow: DocumentRule {
  private static let won = Message(
    "won", "'{0}' in the translation begins another cell; the source has none there")
  private static let lost = Message(
    "lost", "the bar between '{0}' and '{1}' is missing")

  private static let extra = Message(
    "extra", "'{0}' stands in a cell that the table's head has no column for, and is not shown")

  let info = RuleInfo(
    id: "broken-table-row", family: "markup",
    finds:
      "a row of a table that has lost the bar between two cells, or a cell with a bar of its own.",
    why: """
      A bar ends a cell. With one too many or too few, all that follows stands in the wrong column, \
      and the last cell is not shown. Put the bar back, or write one that is text as `\\|`: \
      `--fix=suggested` does so where the source shows it.
      """,
    precision: """
      Of 12,000 rows of real pages one was reported, rightly.
      """,
    severity: .warning, issueType: .markup, fixable: .suggested, messages: [won, lost, extra],
    fails: [
      Example(
        "Two cells became one.",
        .body(
          """
          | {{pair:103|Task|Attività}} | {{pair:104|Owner|Titolare}} |
          | --- | --- |
          | {{pair:105|Open|Apri}}⟦ ⟧{{pair:106|Yes|Sì}}
          | {{pair:107|Close|Chiudi}} | {{pair:108|No|No}} |

          """)),
      Example(
        "A bar too many.",
        .body(
          """
          | {{pair:103|Task|Attività}} | {{pair:104|Owner|Titolare}} |
          | --- | --- |
          | {{pair:105|Open|Apri}} | | {{pair:106|Yes|⟦Sì⟧}} |
          | {{pair:107|Close|Chiudi}} | {{pair:108|No|No}} |

          """)),
      Example(
        "A bar in the text.",
        .body(
          """
          | {{pair:103|Key|Tasto}} | {{pair:104|Use|Uso}} |
          | --- | --- |
          | <span data-ttu-id="7e0c1-105">Il tasto ⟦|⟧</span><span class="sxs-lookup"><span data-stu-id="7e0c1-105">The \\| key</span></span> | {{pair:106|Open|Apri}} |

          """)),
    ],
    passes: [
      Example(
        "All cells are there.",
        .body(
          """
          | {{pair:103|Task|Attività}} | {{pair:104|Owner|Titolare}} |
          | --- | --- |
          | {{pair:105|Open|Apri}} | <span data-ttu-id="7e0c1-106">Sì \\| no</span><span class="sxs-lookup"><span data-stu-id="7e0c1-106">Yes \\| no</span></span> |

          """)),
      Example(
        "The source has a cell less: two sentences stand in one.",
        .body(
          """
          | {{pair:103|Task|Attività}} | {{pair:104|Owner|Titolare}} |
          | --- | --- |
          | {{pair:105|Open it.|Aprilo.}} {{pair:106|Close it.|Chiudilo.}} |

          """)),
      Example(
        "A table whose rows all have more cells than its head.",
        .body(
          """
          | {{pair:103|Task|Attività}} | {{pair:104|Owner|Titolare}} |
          | --- | --- |
          | {{pair:105|Open|Apri}} | {{pair:106|Yes|Sì}} | {{pair:107|5|5}} |
          | {{pair:108|Close|Chiudi}} | {{pair:109|No|No}} | {{pair:110|6|6}} |

          """)),
      Example(
        "Bars in a sentence.", .segment(source: "Type a \\| b.", target: "Scrivi a | b.")),
      Example(
        "A bar in code.",
        .body(
          """
          | {{pair:103|Key|Tasto}} | {{pair:104|Use|Uso}} |
          | --- | --- |
          | <span data-ttu-id="7e0c1-105">Scrivi `a | b`</span><span class="sxs-lookup"><span data-stu-id="7e0c1-105">Type `a \\| b`</span></span> | {{pair:106|Open|Apri}} |

          """)),
    ])

  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let marks = document.structure?.marks else { return }
    let bytes = document.bytes.span
    // Delimiters within a table are one more row of it.
    var end = 0
    for mark in marks where mark.kind == .delimiters && mark.range.lower >= end {
      let columns = TableRow.count(bytes, in: mark.range)
      var rows = TableRows(below: mark, bytes)
      var (fitting, extra) = (0, [TableRows.Row]())
      while let row = rows.next(bytes, document.records) {
        for index in row.records { Self.checkCell(index, document, &report) }
        if row.cells < columns { Self.checkRow(row, document, &report) }
        if row.cellsBeforeLast < columns {
          fitting += 1
        } else if extra.count < 2 {
          extra.append(row)
        }
      }
      // Where several have more cells, the table was made so.
      if extra.count == 1, fitting > 0 { Self.reportLast(of: extra[0], document, &report) }
      end = rows.place
    }
  }

  /// Reports the last segment of a row with too many cells, unless a bar in code makes them.
  private static func reportLast(
    of row: TableRows.Row, _ document: borrowing Document, _ report: inout Findings
  ) {
    guard let first = row.records.first, let last = row.records.last else { return }
    let range = document.records[first].range.lower..<document.records[last].range.upper
    var line = range.lowerBound
    let bytes = document.bytes.span
    while line > 0, bytes[line - 1] != 0x0A { line -= 1 }
    guard bytes.extracting(line..<range.upperBound).firstIndex(of: 0x60) == nil else { return }
    let text = document.text(document.records[last].target).trimmed
    report(text, extra, text.string)
  }

  /// Reports the first bar of a translation whose source has none that begins a cell.
  private static func checkCell(
    _ index: Int, _ document: borrowing Document, _ report: inout Findings
  ) {
    let record = document.records[index]
    guard document.prose.span.extracting(record.target.range).firstIndex(of: 0x7C) != nil,
      record.isComparable
    else { return }
    let segment = document.segment(index)
    guard let bar = firstBar(segment.target), firstBar(segment.source) == nil else { return }
    let sign = segment.target[bar..<bar + 1]
    report(
      sign, won, "|",
      fix: segment.source.bytes.contains("\\|")
        ? Fix(.suggested, "Write the bar as text.", [Fix.Edit(sign.range, Array("\\|".utf8))]) : nil
    )
  }

  /// The first bar that no code holds and no backslash stands before.
  private static func firstBar(_ text: borrowing Text) -> Int? {
    var start = 0
    while let found = text.prose.firstIndex(of: 0x7C, from: start) {
      if found == 0 || text.bytes[found - 1] != 0x5C { return found }
      start = found + 1
    }
    return nil
  }

  /// Reports two segments in one cell of a row with too few, if they are no two sentences.
  private static func checkRow(
    _ row: TableRows.Row, _ document: borrowing Document, _ report: inout Findings
  ) {
    let bytes = document.bytes.span
    for (index, next) in zip(row.records, row.records.dropFirst()) {
      let between = ByteRange(
        document.records[index].range.upper, document.records[next].range.lower)
      let source = document.text(document.records[index].source)
      guard !between.isEmpty, bytes.extracting(between.range).trimmedRange.isEmpty,
        document.records[index].isComparable, document.records[next].isComparable,
        !source.bytes.endsSentence
      else { continue }
      report(
        between, lost, document.text(document.records[index].target).trimmed.string,
        document.text(document.records[next].target).trimmed.string,
        fix: Fix(.suggested, "Put the bar back.", [Fix.Edit(between, Array(" | ".utf8))]))
      return
    }
  }
}

extension Span<UInt8> {
  /// Whether a text ends as a sentence does, markup and brackets behind it left out.
  fileprivate var endsSentence: Bool {
    var end = count
    while end > 0 {
      switch self[end - 1] {
      case 0x20, 0x09...0x0D, 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x5F, 0x60: end -= 1
      case 0x21, 0x2E, 0x3A, 0x3B, 0x3E, 0x3F: return true
      // What ends a sentence elsewhere, and an ellipsis.
      case 0x80...: return true
      default: return false
      }
    }
    return true
  }
}
