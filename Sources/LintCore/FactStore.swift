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

  /// Whether pages come as their files do: rules decide by that between what is as good.
  private var isInOrder = true

  public init() {}

  /// Adds what is kept of the next file; `nil` for one that could not be read.
  public mutating func add(_ file: FileFacts?) {
    let index = digests.count
    digests.append(file?.digest)
    add(file, as: index)
  }

  /// The same with what is kept of other versions of some files.
  ///
  /// - Parameters:
  ///   - others: by the indices of files, as `add` takes it; `nil` for one that was not there.
  ///   - more: files that come behind all these.
  public func replacing(_ others: [Int: FileFacts?], adding more: [FileFacts]) -> FactStore {
    var store = FactStore()
    store.isInOrder = false
    for (rule, table) in tables {
      var start = 0
      var kept = Table(table.check)
      for page in table.pages {
        if others[page.page.file] == nil {
          kept.bytes += table.bytes[start..<page.end]
          kept.pages.append((page.page, page.locale, page.path, kept.bytes.count))
        }
        start = page.end
      }
      store.tables[rule] = kept
    }
    for (file, facts) in others.sorted(by: { $0.key < $1.key }) { store.add(facts, as: file) }
    for (index, facts) in more.enumerated() { store.add(facts, as: digests.count + index) }
    return store
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
    for rule in tables.keys.sorted() {
      guard let table = tables[rule] else { continue }
      var start = 0
      let pages = table.pages.map { page in
        defer { start = page.end }
        return PageFacts(
          page: page.page, locale: page.locale, path: page.path,
          facts: FactReader(table.bytes[start..<page.end]))
      }
      let inOrder =
        isInOrder
        ? pages : pages.sorted { ($0.page.file, $0.page.page) < ($1.page.file, $1.page.page) }
      for verdict in table.check.judge(inOrder) {
        all[verdict.page.file, default: []].append(RuledVerdict(rule: rule, verdict: verdict))
      }
    }
    return all
  }
}
