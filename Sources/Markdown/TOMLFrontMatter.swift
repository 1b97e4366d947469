import LintText

/// Front matter of TOML: what stands between a first line `+++` and the next one (Hugo).
package enum TOMLFrontMatter {
  /// Reads what the file begins with; `nil` when that is no front matter, or it is never closed. Keys of
  /// tables are left out, and nothing is a problem.
  package static func read(_ bytes: Span<UInt8>, from start: Int) -> FrontMatter? {
    guard let bounds = bounds(bytes, from: start) else { return nil }
    return FrontMatter(
      range: bounds.range, content: bounds.content, isClosed: true,
      entries: FlatTOML(bytes, in: bounds.content).entries, problem: nil)
  }

  /// Finds where it begins and ends; `nil` when the file begins with none, or it is never closed.
  static func bounds(_ bytes: Span<UInt8>, from start: Int) -> FrontMatterBounds? {
    guard let content = FrontMatterBounds.endOfFence("+++", bytes, at: start) else { return nil }
    var line = content
    while line < bytes.count {
      if let end = FrontMatterBounds.endOfFence("+++", bytes, at: line) {
        return FrontMatterBounds(
          range: ByteRange(start, end), content: ByteRange(content, line), isClosed: true)
      }
      guard let feed = bytes.firstIndex(of: 0x0A, from: line) else { return nil }
      line = feed + 1
    }
    return nil
  }
}
