import Synchronization

/// The plans of a run, each made when the first page of its kind is read.
final class PlanCache: Sendable {
  private struct Key: Hashable {
    let kind: PageKind
    let ignored: Set<Int>
  }

  private let rules: [any Rule]
  private let plans = Mutex<[Key: Plan]>([:])

  init(_ rules: [any Rule]) {
    self.rules = rules
  }

  /// The plan for pages of a kind that some rules leave alone.
  func plan(for kind: PageKind, without ignored: Set<Int>) -> Plan {
    let key = Key(kind: kind, ignored: ignored)
    return plans.withLock { plans in
      if let plan = plans[key] { return plan }
      let plan = Plan(rules, without: ignored, on: kind)
      plans[key] = plan
      return plan
    }
  }
}
