/// The part of a page that `make bench` writes.
struct MarkedBlock {
  /// A block without markers is put behind this one.
  let heading: String
  /// The line before it.
  let begin: String

  /// The line after it.
  static let end = "<!-- to here -->"
  static let page = MarkedBlock(heading: "# Speed", by: "PAGE=1")
  static let readme = MarkedBlock(heading: "### Aims", by: "README=1")

  private init(heading: String, by variable: String) {
    self.heading = heading
    begin = "<!-- make bench \(variable) writes this -->"
  }

  /// The page with a text in place of the one that it has, or after the heading.
  ///
  /// - Returns: `nil` when the page has neither, or only one of the markers.
  func write(_ text: String, into page: String) -> String? {
    let marked = "\(begin)\n\n\(text)\n\(Self.end)\n"
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { $0 == begin }
    let last = lines.firstIndex { $0 == Self.end }
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
