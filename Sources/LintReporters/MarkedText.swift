import LintText

/// Shows an example: the text, and below each line the marks of what stands in `⟦…⟧` in it.
package enum MarkedText {
  /// - Parameter label: What stands to the left of the first line.
  package static func rows(_ text: String, label: String) -> String {
    var plain = ""
    var marks: [Range<Int>] = []
    var open = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": open = plain.utf8.count
      case "⟧": marks.append(open..<plain.utf8.count)
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return rows(plain, marks: marks, label: label)
  }

  /// Shows a file that need not be UTF-8.
  package static func rows(of bytes: [UInt8], reported: [Range<Int>]) -> String {
    var text = ""
    var offset = 0
    var marks: [Range<Int>] = []
    for range in reported {
      text += String(decoding: bytes[offset..<range.lowerBound], as: UTF8.self)
      let start = text.utf8.count
      text += String(decoding: bytes[range], as: UTF8.self)
      marks.append(start..<text.utf8.count)
      offset = range.upperBound
    }
    return rows(
      text + String(decoding: bytes[offset...], as: UTF8.self), marks: marks, label: "")
  }

  private static func rows(_ text: String, marks: [Range<Int>], label: String) -> String {
    var rows = ""
    var start = 0
    var label = label
    // A final line end doesn't begin a line.
    let body = text.hasSuffix("\n") ? text.dropLast() : text[...]
    for line in body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8Count
      let shown = TerminalText(String(String.UnicodeScalarView(line)))
      let indent = String(repeating: " ", count: max(8 - label.utf8.count, 0)) + label
      rows += indent + (line.isEmpty ? " |\n" : " | \(shown.string)\n")
      label = ""
      var below = ""
      for mark in marks where mark.lowerBound <= end && mark.upperBound >= start {
        // What goes over several lines is marked in each, but not as an empty remnant.
        let part = max(mark.lowerBound, start) - start..<min(mark.upperBound, end) - start
        if part.isEmpty, !mark.isEmpty { continue }
        let row = shown.row(marked: part, limit: nil)
        var marks: [UInt8] = []
        TerminalText.writeMarks(row.marked ?? 0, to: &marks)
        below += String(repeating: " ", count: max(row.indent - below.utf8.count, 0))
        below += String(marks.span)
      }
      if !below.isEmpty { rows += String(repeating: " ", count: 8) + " | \(below)\n" }
      start = end + 1
    }
    return rows
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }
}
