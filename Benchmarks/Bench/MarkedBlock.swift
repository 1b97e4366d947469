/// The part of a page that `make bench PAGE=1` writes.
enum MarkedBlock {
  static let heading = "# Speed"
  static let begin = "<!-- make bench PAGE=1 writes this -->"
  static let end = "<!-- to here -->"

  /// The page with a block in place of the one that it has, or after the heading.
  ///
  /// - Returns: `nil` when the page has neither, or only one of the markers.
  static func write(_ block: String, into page: String) -> String? {
    let marked = "\(begin)\n\n\(block)\n\(end)\n"
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0 == begin }
    let last = lines.firstIndex { $0 == end }
    if let first, let last, first < last {
      lines.replaceSubrange(first...last, with: [marked.dropLast()])
    } else if first == nil, last == nil, let place = lines.firstIndex(where: { $0 == heading }) {
      lines.insert("\n\(marked.dropLast())", at: place + 1)
    } else {
      return nil
    }
    return lines.joined(separator: "\n")
  }
}
