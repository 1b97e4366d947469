/// What rules that look across files keep of all pages of a run.
public struct FactStore: Sendable {
  /// What one rule keeps of all pages: one array of bytes, not one for each page.
  struct Table: Sendable {
    let check: any CrossFileCheck
    var bytes: [UInt8] = []
    var pages: [(page: PageNumber, locale: String, path: UInt64, end: Int)] = []

    init(_ check: any CrossFileCheck) { self.check = check }
  }

  /// What the judging came to for one file.
  struct RuledVerdict: Sendable {
    let rule: Int
    let verdict: Verdict
  }

  var tables: [Int: Table] = [:]
  /// The digest of each file; `nil` for one that could not be read.
  public private(set) var digests: [UInt64?] = []

  public init() {}

  /// Adds what is kept of the next file; `nil` for one that could not be read.
  public mutating func add(_ file: FileFacts?) {
    let index = digests.count
    digests.append(file?.digest)
    add(file, as: index)
  }

  private mutating func add(_ file: FileFacts?, as index: Int) {
    for entry in file?.entries ?? [] {
      var table = tables.removeValue(forKey: entry.rule) ?? Table(entry.check)
      table.bytes += entry.bytes
      table.pages.append(
        (
          PageNumber(file: index, page: entry.page), entry.locale, entry.path, table.bytes.count
        ))
      tables[entry.rule] = table
    }
  }

  /// What the rules report, by file, in the order of the rules.
  func verdicts() -> [Int: [RuledVerdict]] {
    var all: [Int: [RuledVerdict]] = [:]
    for rule in tables.keys.sorted() { judge(pages(of: rule), by: rule, tables[rule]?.check, &all) }
    return all
  }

  /// The same with what files held before some changed, by their indices of today; those that are there no more come
  /// behind them.
  func verdicts(before former: FormerFacts) -> [Int: [RuledVerdict]] {
    var others = FactStore()
    for (file, facts) in former.changed { others.add(facts, as: file) }
    for (index, facts) in former.gone.enumerated() {
      others.add(facts, as: digests.count + index)
    }
    var all: [Int: [RuledVerdict]] = [:]
    for rule in Set(tables.keys).union(others.tables.keys).sorted() {
      let kept = pages(of: rule).filter { former.changed[$0.page.file] == nil }
      // Rules decide by the order between what is as good.
      let pages = (kept + others.pages(of: rule)).sorted {
        ($0.page.file, $0.page.page) < ($1.page.file, $1.page.page)
      }
      judge(pages, by: rule, (tables[rule] ?? others.tables[rule])?.check, &all)
    }
    return all
  }

  /// What a rule keeps of pages, in the order in which they were added; it shares the bytes of its table.
  private func pages(of rule: Int) -> [PageFacts] {
    guard let table = tables[rule] else { return [] }
    var start = 0
    return table.pages.map { page in
      defer { start = page.end }
      return PageFacts(
        page: page.page, locale: page.locale, path: page.path,
        facts: FactReader(table.bytes[start..<page.end]))
    }
  }

  private func judge(
    _ pages: [PageFacts], by rule: Int, _ check: (any CrossFileCheck)?,
    _ all: inout [Int: [RuledVerdict]]
  ) {
    for verdict in check?.judge(pages) ?? [] {
      all[verdict.page.file, default: []].append(RuledVerdict(rule: rule, verdict: verdict))
    }
  }
}
