import LintText

/// What a baseline lists of one file, and which of it findings have taken.
struct BaselineFindings: Sendable {
  /// The lines that say nothing of a source.
  private var plain: Set<String> = []
  /// Those with a source, by all that stands before it.
  private var numbered: [String: [(line: String, source: String)]] = [:]
  /// The same by `Baseline.likeness`, in order.
  private var alike: [String: [String]] = [:]
  private var taken: Set<String> = []
  /// The rules and words that any line names.
  private var named: Set<String> = []
  /// How many lines there are.
  let count: Int

  init(_ lines: [String]) {
    count = lines.count
    for line in lines.sorted(by: { $0.precedes($1) }) {
      let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
      if fields.count > 3 {
        named.insert(
          Self.name(
            rule: String(decoding: fields[0], as: UTF8.self),
            words: String(decoding: fields[3], as: UTF8.self)))
      }
      guard fields.count > 5 else {
        plain.insert(line)
        continue
      }
      let source = String(decoding: fields[5], as: UTF8.self)
      let entry = String(decoding: line.utf8.dropLast(fields[5].count + 1), as: UTF8.self)
      numbered[entry, default: []].append((line, source))
      alike[
        Baseline.likeness(
          rule: String(decoding: fields[0], as: UTF8.self), source: source,
          words: String(decoding: fields[3], as: UTF8.self)), default: []
      ].append(line)
    }
  }

  private static func name(rule: String, words: String) -> String { "\(rule)\t\(words)" }

  /// Whether a finding of a rule with some words may be listed, wherever it stands.
  func mayList(rule: String, words: String) -> Bool {
    named.contains(Self.name(rule: rule, words: words))
  }

  var haveSources: Bool { !numbered.isEmpty }

  /// The line that lists a finding, which no other finding gets then: one with its number and source, one with its
  /// source, or one with its number that says nothing of a source, or of one that the page has no more.
  ///
  /// - Parameters:
  ///   - entry: As `Baseline.entry` makes it.
  ///   - source: As `Baseline.hash` makes it.
  ///   - likeness: As `Baseline.likeness` makes it.
  ///   - sources: Hashes of all sources of the page.
  mutating func take(_ entry: String, source: String, like likeness: String, sources: Set<String>)
    -> String?
  {
    if plain.contains(entry) { return entry }
    guard !numbered.isEmpty else { return nil }
    let exact = Baseline.line(entry, source: source)
    if numbered[entry]?.contains(where: { $0.line == exact }) == true, taken.insert(exact).inserted
    {
      return exact
    }
    // Of many that are alike each is looked at once.
    while let first = alike[likeness]?.last {
      alike[likeness]?.removeLast()
      if taken.insert(first).inserted { return first }
    }
    for (line, other) in numbered[entry] ?? []
    where !sources.contains(other) && taken.insert(line).inserted {
      return line
    }
    return nil
  }
}
