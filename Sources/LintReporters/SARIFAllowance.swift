/// How much of the files a report may still quote.
///
/// GitHub takes 10 MB, packed, and 25,000 results with the lines around them come close. From so many
/// results or quoted bytes on there are no such lines, and from so many more on no quotations.
struct SARIFAllowance: Sendable {
  struct Limit: Sendable {
    let results: Int
    let bytes: Int
  }

  /// How much of the file a result quotes.
  enum Detail: Int, Comparable {
    case none
    case snippet
    case context

    static func < (left: Detail, right: Detail) -> Bool { left.rawValue < right.rawValue }
  }

  private let context: Limit
  private let snippet: Limit
  private var results = 0
  /// Bytes.
  private var quoted = 0

  /// What holds even where the text is such that it can't be packed.
  init(
    context: Limit = Limit(results: 10_000, bytes: 8_000_000),
    snippet: Limit = Limit(results: 20_000, bytes: 10_000_000)
  ) {
    self.context = context
    self.snippet = snippet
  }

  /// What the next result quotes.
  ///
  /// - Parameters:
  ///   - context: The bytes of the lines around it.
  ///   - snippets: The bytes of what it reports, and of what belongs to that.
  mutating func next(context: Int, snippets: Int) -> Detail {
    let detail = detail
    results += 1
    if detail >= .context { quoted += context }
    if detail >= .snippet { quoted += snippets }
    return detail
  }

  private var detail: Detail {
    if results < context.results, quoted < context.bytes { return .context }
    if results < snippet.results, quoted < snippet.bytes { return .snippet }
    return .none
  }
}
