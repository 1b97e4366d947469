import Synchronization

/// The plans of a run, each made when the first page of its kind is read.
final class PlanCache: Sendable {
  /// A plan and those made before it. A run has few kinds of page, so a list is as fast as a table; and
  /// a dictionary of these types would take 3 % of a run of one page, most of it to make its type.
  private final class Entry: Sendable {
    let kind: PageKind
    let ignored: Set<Int>
    let plan: Plan
    let next: Entry?

    init(_ kind: PageKind, _ ignored: Set<Int>, _ plan: Plan, next: Entry?) {
      self.kind = kind
      self.ignored = ignored
      self.plan = plan
      self.next = next
    }
  }

  private let rules: [any Rule]
  private let last = Mutex<Entry?>(nil)

  init(_ rules: [any Rule]) {
    self.rules = rules
  }

  /// The plan for pages of a kind that some rules leave alone.
  func plan(for kind: PageKind, without ignored: Set<Int>) -> Plan {
    last.withLock { last in
      var entry = last
      while let known = entry {
        if known.kind == kind, known.ignored == ignored { return known.plan }
        entry = known.next
      }
      let plan = Plan(rules, without: ignored, on: kind)
      last = Entry(kind, ignored, plan, next: last)
      return plan
    }
  }
}
