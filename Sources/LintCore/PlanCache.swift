import Synchronization

/// The plans of a run, each made when the first page of its kind is read.
final class PlanCache: Sendable {
  /// A plan and those made before it. A dictionary of these types would take 3 % of a run of one page,
  /// most of it to make its type.
  private final class Entry: Sendable {
    let kind: PageKind
    let ignored: Set<Int>
    let plan: Plan
    let next: Entry?
    /// How many there are from here on.
    let count: Int

    init(_ kind: PageKind, _ ignored: Set<Int>, _ plan: Plan, next: Entry?) {
      self.kind = kind
      self.ignored = ignored
      self.plan = plan
      self.next = next
      count = 1 + (next?.count ?? 0)
    }
  }

  private let rules: [any Rule]
  private let last = Mutex<Entry?>(nil)

  /// More kinds than a site has of locales. Pages say their locale themselves, and those of a stranger may
  /// say a new one each: then all plans are forgotten, so that a page costs no more for those before it.
  static let most = 256

  init(_ rules: [any Rule]) {
    self.rules = rules
  }

  /// How many plans are kept.
  var count: Int { last.withLock { $0?.count ?? 0 } }

  /// The plan for pages of a kind that some rules leave alone.
  func plan(for kind: PageKind, without ignored: Set<Int>) -> Plan {
    // Outside the lock, both here and below: others look for their plans meanwhile. Two workers may
    // make the same plan, and then one of the two is kept for nothing.
    var entry = last.withLock { $0 }
    while let known = entry {
      // The language tells most kinds apart, and takes less to compare than all else.
      if known.kind.language == kind.language, known.kind == kind, known.ignored == ignored {
        return known.plan
      }
      entry = known.next
    }
    let plan = Plan(rules, without: ignored, on: kind)
    last.withLock { last in
      let isFull = (last?.count ?? 0) >= Self.most
      last = Entry(kind, ignored, plan, next: isFull ? nil : last)
    }
    return plan
  }
}
