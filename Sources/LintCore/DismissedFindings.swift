/// The dismissals of one file, by what findings are known by.
struct DismissedFindings: Sendable {
  /// By `Dismissals.key`.
  private let entries: [String: Dismissals.Entry]
  /// The key of an entry by rule, words and source: the number may have moved.
  private var bySource: [String: String] = [:]
  /// The key of an entry that tells its source, by its key without.
  private var byNumber: [String: String] = [:]

  /// - Parameter entries: By `Dismissals.key`.
  init(_ entries: [String: Dismissals.Entry]) {
    self.entries = entries
    for (key, entry) in entries where !entry.source.isEmpty {
      let parts = key.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count >= 3 else { continue }
      bySource[Dismissals.key(rule: parts[0], escaped: "", words: parts[2], source: entry.source)] =
        key
      byNumber[Dismissals.key(rule: parts[0], escaped: parts[1], words: parts[2], source: "")] = key
    }
  }

  /// Whether some dismissal tells its source.
  var haveSources: Bool { !bySource.isEmpty }

  subscript(key: String) -> Dismissals.Entry? { entries[key] }

  /// The key of the dismissal that fits a finding: one with its number and source, one with its source, or one
  /// with its number that says nothing of a source, or of one that the page has no more.
  ///
  /// - Parameter sources: Those of the page; `nil` where nobody knows them.
  func key(
    rule: String, escaped: String, words: String, source: String, sources: Set<String>?
  ) -> String? {
    let exact = Dismissals.key(rule: rule, escaped: escaped, words: words, source: source)
    if entries[exact] != nil { return exact }
    if !source.isEmpty,
      let moved = bySource[Dismissals.key(rule: rule, escaped: "", words: words, source: source)]
    {
      return moved
    }
    let numbered = Dismissals.key(rule: rule, escaped: escaped, words: words, source: "")
    if entries[numbered] != nil { return numbered }
    guard let edited = byNumber[numbered], let entry = entries[edited], let sources,
      !sources.contains(entry.source)
    else { return nil }
    return edited
  }

  /// The same for a finding of which the page is gone.
  func key(of finding: PlacedFinding, _ rule: String) -> String? {
    key(
      rule: rule, escaped: Baseline.escaped(finding.number), words: finding.words,
      source: finding.sourceWords, sources: nil)
  }
}
