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
  package func findings(in entries: [Paths.Entry], needs: PlacementNeeds) -> CrossFileFindings {
    findings(of: facts(of: entries), in: entries, needs: needs, changes: nil, isComplete: true)
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
  ///
  /// - Parameters:
  ///   - needs: what reporters want to know of places.
  ///   - changes: what is asked for; `nil` for all.
  ///   - isComplete: whether these are all pages that belong together.
  ///   - isAsked: whether the run would read a file if it were still there, by its path from the root of the
  ///     repository.
  package func findings(
    of facts: FactStore, in entries: [Paths.Entry], needs: PlacementNeeds, changes: Changes?,
    isComplete: Bool, isAsked: (String) -> Bool = { _ in true }
  ) -> CrossFileFindings {
    var deleted: Set<UInt64> = []
    var former: FormerFacts?
    if let changes {
      former = self.former(of: entries, changes, isAsked)
      deleted.formUnion(changes.deleted.map(LinkedPath.key))
      deleted.formUnion(changes.formerNames().map(UInt64.init))
    }
    return CrossFileFindings(
      facts, of: entries.map(\.file), before: former, isComplete: isComplete, needs: needs,
      isChanged: { changes?.contain($0) ?? false }, isDeleted: deleted.contains,
      read: linters.bytes)
  }

  /// What the rules would have kept of pages before they changed.
  private func former(
    of entries: [Paths.Entry], _ changes: Changes, _ isAsked: (String) -> Bool
  ) -> FormerFacts {
    let changed = entries.indices.filter { changes.contain(entries[$0].file) }
    let gone = changes.deleted.filter(isAsked).map { SourceFile(path: $0) }
    let files = changed.map { entries[$0].file } + gone
    let most = files.map { linters[$0].mostBytes }.max() ?? 0
    let before = changes.former(files.map(\.repositoryPath), atMost: most) { index, bytes in
      linters[files[index]].facts(of: bytes, of: files[index])
    }
    var facts: [Int: FileFacts?] = [:]
    for (index, one) in zip(changed, before) { facts.updateValue(one, forKey: index) }
    return FormerFacts(
      changed: facts, gone: before.dropFirst(changed.count).compactMap(\.self))
  }
}
