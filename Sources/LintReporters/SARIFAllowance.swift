/// How much of the files a report may still quote.
///
/// GitHub takes 10 MB, packed, and 25,000 results with the lines around them come close. Beyond a
/// first limit of results or quoted bytes a result has no lines around it, and beyond a second no
/// quotation.
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
  /// The bytes that have been quoted.
  private var quoted = 0

  /// The standard limits are for text that can't be packed.
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
