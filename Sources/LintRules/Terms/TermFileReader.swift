import LintCore
import LintText
package import LintYAML

/// Reads glossaries and lists of names.
package enum TermFileReader {
  /// Reads a glossary: by the end of its name a table with commas or semicolons (`.csv`), one with
  /// tabs (`.tsv`, `.tab`), or TBX (`.tbx`, `.xml`).
  ///
  /// - Throws: The first mistake in the file; one about its name when it ends otherwise.
  package static func glossary(_ bytes: [UInt8], path: String) throws(PlacedError) -> [Glossary.Row]
  {
    let name = path.lowercased()
    if name.hasSuffix(".tbx") || name.hasSuffix(".xml") {
      return try TBXReader.rows(bytes, path: path)
    }
    let text = try text(bytes, path: path)
    let isTabbed = name.hasSuffix(".tsv") || name.hasSuffix(".tab")
    guard isTabbed || name.hasSuffix(".csv") else {
      throw PlacedError(
        path: path, line: 1, column: 0, "a glossary is a file that ends in .tbx, .csv or .tsv")
    }
    var sheet = try TermSheet(text, path: path, separator: isTabbed ? 0x09 : nil)
    return try sheet.rows()
  }

  /// Reads a list of names, one a line; a line that begins with `#` is a comment.
  ///
  /// - Throws: An error about the first name without a letter or longer than 500 bytes, or about
  ///   bytes that are not UTF-8.
  package static func names(_ bytes: [UInt8], path: String) throws(PlacedError) -> [String] {
    var names: [String] = []
    var rest = try text(bytes, path: path)
    var line = 0
    while !rest.isEmpty {
      let text = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      rest = rest[text.endIndex...]
      rest = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
      line += 1
      let name = String(decoding: text, as: UTF8.self).trimmed
      guard !name.isEmpty, !name.hasPrefix("#") else { continue }
      if let fault = TermForm.fault(of: name, called: nil) {
        throw PlacedError(path: path, line: line, column: 1, fault)
      }
      names.append(name)
    }
    return names
  }

  /// The bytes without a byte order mark; throws when they are not UTF-8.
  private static func text(_ bytes: [UInt8], path: String) throws(PlacedError) -> ArraySlice<UInt8>
  {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard String(validating: content, as: UTF8.self) != nil else {
      let good = String(decoding: content, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw PlacedError(
        path: path, line: good.utf8.lineEnds + 1, column: 0, "is not UTF-8")
    }
    return content
  }
}
