import LintCore

/// Reads the files that terms come from.
public enum TermFileReader {
  /// Reads a glossary: TBX, or a table with commas or tabs, by its name.
  public static func glossary(_ bytes: [UInt8], path: String) throws(PlacedError) -> [Glossary.Row]
  {
    let name = path.lowercased()
    if name.hasSuffix(".tbx") || name.hasSuffix(".xml") {
      return try TBXReader.rows(bytes, path: path)
    }
    let text = try text(bytes, path: path)
    if name.hasSuffix(".tsv") || name.hasSuffix(".tab") {
      return try TermSheet(text, path: path, separator: "\t").rows()
    }
    guard name.hasSuffix(".csv") else {
      throw PlacedError(
        path: path, line: 1, column: 0, "a glossary is a file that ends in .tbx, .csv or .tsv")
    }
    return try TermSheet(text, path: path, separator: nil).rows()
  }

  /// Reads a list of names, one a line; what begins with `#` is a comment.
  public static func names(_ bytes: [UInt8], path: String) throws(PlacedError) -> [String] {
    var names: [String] = []
    let lines = try text(bytes, path: path).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    for (index, line) in lines.enumerated() {
      let name = line.trimmed
      guard !name.isEmpty, !name.hasPrefix("#") else { continue }
      guard TermForm(name) != nil else {
        throw PlacedError(path: path, line: index + 1, column: 1, "'\(name)' holds no letter")
      }
      names.append(name)
    }
    return names
  }

  private static func text(_ bytes: [UInt8], path: String) throws(PlacedError) -> String {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let good = String(decoding: content, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw PlacedError(
        path: path, line: good.count { $0.isNewline } + 1, column: 0, "is not UTF-8")
    }
    return text
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
