package import LintCore
import Markdown
import Synchronization

/// The first of the two times that the pages of a run are read where they are compared with each other: what
/// rules keep of each is collected and judged.
package struct AcrossFiles: Sendable {
  private let linters: PageLinters
  private let workers: Int

  package init(_ linters: PageLinters, workers: Int) {
    self.linters = linters
    self.workers = workers
  }

  /// What the rules report.
  ///
  /// - Parameters:
  ///   - needs: what reporters want to know of places.
  ///   - changes: what is asked for; `nil` for all.
  package func findings(
    in entries: [Paths.Entry], needs: PlacementNeeds, changes: Changes?
  ) -> CrossFileFindings {
    findings(of: facts(of: entries), in: entries, needs: needs, changes: changes)
  }

  /// What the rules keep of pages.
  package func facts(of entries: [Paths.Entry]) -> FactStore {
    let store = Mutex(FactStore())
    ParallelMap(workers: workers).run(
      entries, transform: { $0.problem == nil ? linters.facts(of: $0.file) : nil }
    ) { facts in
      store.withLock { $0.add(facts) }
    }
    return store.withLock { $0 }
  }

  /// What the rules report of facts.
  package func findings(
    of facts: FactStore, in entries: [Paths.Entry], needs: PlacementNeeds, changes: Changes?
  ) -> CrossFileFindings {
    var deleted: Set<UInt64> = []
    if let changes {
      deleted.formUnion(changes.deleted.map(LinkedPath.key))
      deleted.formUnion(changes.formerNames().map(UInt64.init))
    }
    return CrossFileFindings(
      facts, of: entries.map(\.file), needs: needs,
      isChanged: { changes?.contain($0) ?? false }, isDeleted: deleted.contains,
      read: linters.bytes)
  }
}
