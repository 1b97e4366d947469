import FaultSeeder
import LintCore
import LintRules
import LintWorkspace
import PO
import SideBySide
import TestSupport
import Testing

@Suite struct RecallTests {
  /// The samples, by paths that do not depend on where the tests run.
  private static let files: [(file: SourceFile, bytes: [UInt8])] = {
    var finder = FileFinder(root: Checkout.root) { $0.hasSuffix(".md") }
    finder.add("\(Checkout.root)/Samples")
    finder.sort()
    return finder.files.compactMap { found in
      (try? found.read()).map { (SourceFile(path: found.repositoryPath), $0) }
    }
  }()

  /// The shares of a family's faults that must be found.
  private static let least = [
    "spans": 0.99, "metadata": 0.99, "links": 0.99, "markup": 0.95, "text": 0.85,
    "characters": 0.99,
  ]

  private static func results(count: Int, seed: UInt64) async -> [Recall.Result] {
    await Recall(
      rules: RuleLibrary.builtIn.rules.filter { $0.info.profile != nil },
      format: SideBySideMarkdown()
    )
    .run(FaultKinds.all, on: files, count: count, seed: seed, workers: 2)
  }

  @Test func `Seeded faults are found, and nothing else is`() async throws {
    let table = RecallTable(await Self.results(count: 2, seed: 1))
    for (family, least) in Self.least {
      let (seeded, found, _) = table.sums(family)
      #expect(
        Double(found) >= least * Double(seeded),
        """
        \(found) of \(seeded) faults seeded for rules of \(family) are found. Mend the rule, or its \
        fault in Benchmarks/Recall/FaultSeeder. Those missed, and what is found elsewhere:
        \(table.misses)
        """)
    }
    let (seeded, _, elsewhere) = table.sums(nil)
    #expect(seeded > 100)
    #expect(
      elsewhere * 50 <= seeded,
      """
      too many findings have nothing to do with the fault that was seeded. Mend the rules that report \
      them, or name them as `companions` of the fault:
      \(table.misses)
      """)
  }

  @Test func `Faults seeded into messages are found`() async throws {
    var features = RuleFeatures()
    features.insert(.messages)
    let rules = RuleLibrary.builtIn.rules.filter {
      $0.info.profile(with: features, on: .messages) == .default
    }
    var finder = FileFinder(root: nil) { $0.hasSuffix("de.po") }
    finder.add("\(Checkout.root)/Samples.messages")
    let files = try finder.files.map { (file: $0, bytes: try $0.read()) }
    let results = await Recall(rules: rules, format: PO())
      .run(FaultKinds.messages, on: files, count: 3, seed: 1, workers: 2)
    let table = RecallTable(results)
    let (seeded, found, elsewhere) = table.sums(nil)
    #expect(seeded > 25)
    #expect(found * 100 >= seeded * 97, "\(table.misses)")
    #expect(elsewhere == 0, "\(table.misses)")
  }

  @Test func `A page that is mended is the clean one again`() async {
    let fixable = Set(RuleLibrary.builtIn.rules.map(\.info).filter { $0.fixable != nil }.map(\.id))
    let results = await Recall(rules: RuleLibrary.builtIn.rules, format: SideBySideMarkdown())
      .run(
        FaultKinds.all.filter { fixable.contains($0.rule) }, on: Self.files, count: 3, seed: 2,
        workers: 2)
    var mended: Set<String> = []
    for result in results {
      for trial in result.trials {
        switch trial.mending {
        case .none: continue
        case .restored, .restoredButSpaces: mended.insert(result.kind.rule)
        case .different(let now):
          Issue.record("\(result.kind.name): \(trial.before) became \(now)")
        }
      }
    }
    // The samples have no victims for a few.
    #expect(mended.count >= 10)
  }

  @Test func `The same seed gives the same faults, another seed gives others`() async {
    let first = RecallTable(await Self.results(count: 1, seed: 7))
    let second = RecallTable(await Self.results(count: 1, seed: 7))
    let other = RecallTable(await Self.results(count: 1, seed: 8))
    #expect(first.faults == second.faults)
    #expect(first.faults != other.faults)
  }

  /// Rules that speak only where a team has given its words: no page has a fault for them by itself.
  private static let needsWords: Set<String> = ["wrong-term", "forbidden-term", "translated-name"]

  /// Rules that compare pages: faults are seeded into one page at a time.
  private static let needsPages: Set<String> = [
    "inconsistent-source", "inconsistent-metadata", "inconsistent-translation", "dead-link",
    "dead-anchor", "older-source",
  ]

  /// A rule that looks at what people write for loclint.
  private static let needsComments: Set<String> = ["unused-suppression"]

  @Test(
    arguments: RuleLibrary.builtIn.rules.map(\.info).filter { rule in
      // Faults are seeded into side-by-side pages.
      rule.fails.contains { $0.fileExtension == "md" }
        && !needsWords.union(needsComments).union(needsPages).contains(rule.id)
    }.map(\.id))
  func `Every rule that needs one file has a kind of fault`(_ rule: String) {
    #expect(
      (FaultKinds.all + FaultKinds.pairs + FaultKinds.messages).contains { $0.rule == rule },
      """
      \(rule) has no seeded fault: write a FaultKind for it in Benchmarks/Recall/FaultSeeder, into the \
      file of its family (CONTRIBUTING.md shows one), or name it in `needsWords` of \
      Benchmarks/Tests/RecallTests/RecallTests.swift if it is silent until a team gives it words
      """)
  }

  @Test func `Kinds have names of their own and name their rule's family`() {
    let kinds = FaultKinds.all + FaultKinds.pairs + FaultKinds.messages
    #expect(Set(kinds.map(\.name)).count == kinds.count)
    for info in RuleLibrary.builtIn.rules.map(\.info) {
      for kind in kinds where kind.rule == info.id {
        #expect(
          kind.family == info.family,
          "the fault \(kind.name) names another family than its rule \(info.id) does")
      }
    }
  }
}
