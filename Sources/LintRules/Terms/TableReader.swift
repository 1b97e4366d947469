import LintCore
import LintText
import LintYAML

/// The records of a table in the form of RFC 4180, one after the other.
struct TableReader {
  struct Record {
    /// The texts of the cells, without white space at their ends.
    var cells: [String] = []
    /// The line that it begins on, counted from 1.
    let line: Int
  }

  private let bytes: ArraySlice<UInt8>
  private let path: String
  private let separator: UInt8
  private var offset: Int
  private var line = 1

  /// - Parameters:
  ///   - bytes: Well-formed UTF-8.
  ///   - separator: `nil` for a comma, or a semicolon if the first line has no comma.
  init(_ bytes: ArraySlice<UInt8>, path: String, separator: UInt8?) {
    self.bytes = bytes
    self.path = path
    offset = bytes.startIndex
    let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let usesSemicolons = !header.contains(0x2C) && header.contains(0x3B)
    self.separator = separator ?? (usesSemicolons ? 0x3B : 0x2C)
  }

  /// The next record that is not empty.
  mutating func next() throws(PlacedError) -> Record? {
    while offset < bytes.endIndex {
      let record = try record()
      if record.cells != [""] { return record }
    }
    return nil
  }

  private mutating func record() throws(PlacedError) -> Record {
    var record = Record(line: line)
    while true {
      record.cells.append(try cell())
      guard offset < bytes.endIndex else { return record }
      let isEnd = bytes[offset] != separator
      offset += isEnd ? endOfLine(offset) : 1
      if isEnd {
        line += 1
        return record
      }
    }
  }

  /// Reads up to a separator or the end of a line.
  private mutating func cell() throws(PlacedError) -> String {
    let start = offset
    var mayBeQuoted = true
    while offset < bytes.endIndex, bytes[offset] != separator, endOfLine(offset) == 0 {
      if bytes[offset] == 0x22, mayBeQuoted {
        if bytes[start..<offset].isBlank { return try quotedCell() }
        mayBeQuoted = false
      }
      offset += 1
    }
    return bytes[start..<offset].trimmed
  }

  private mutating func quotedCell() throws(PlacedError) -> String {
    let firstLine = line
    var text: [UInt8] = []
    offset += 1
    while true {
      guard offset < bytes.endIndex else {
        throw PlacedError(
          path: path, line: firstLine, column: 0, "a quotation mark is never closed")
      }
      if bytes[offset] == 0x22 {
        guard offset + 1 < bytes.endIndex, bytes[offset + 1] == 0x22 else { break }
        text.append(0x22)
        offset += 2
        continue
      }
      let end = max(endOfLine(offset), 1)
      if endOfLine(offset) > 0 { line += 1 }
      text += bytes[offset..<offset + end]
      offset += end
    }
    offset += 1
    let rest = offset
    while offset < bytes.endIndex, bytes[offset] != separator, endOfLine(offset) == 0 {
      offset += 1
    }
    guard bytes[rest..<offset].isBlank else {
      throw PlacedError(path: path, line: line, column: 0, "text after a closing quotation mark")
    }
    return text[...].trimmed
  }

  /// How many bytes the line end at an offset has; 0 when there is none.
  private func endOfLine(_ offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A: 1
    case 0x0D: offset + 1 < bytes.endIndex && bytes[offset + 1] == 0x0A ? 2 : 1
    default: 0
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without white space at the ends.
  fileprivate var trimmed: String {
    var rest = self
    while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
    while let byte = rest.last, byte == 0x20 || byte == 0x09 { rest.removeLast() }
    let text = String(decoding: rest, as: UTF8.self)
    // Other white space is not ASCII, but for line ends inside quotation marks.
    guard (rest.first ?? 0) >= 0x80 || (rest.last ?? 0) >= 0x80 || rest.contains(0x0A) else {
      return text
    }
    return text.trimmed
  }

  fileprivate var isBlank: Bool {
    allSatisfy { $0 == 0x20 || $0 == 0x09 } || String(decoding: self, as: UTF8.self).trimmed.isEmpty
  }
}
