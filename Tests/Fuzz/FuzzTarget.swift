import LintRules
import LintWorkspace
import PO

/// Something that reads what strangers wrote, or writes it, and what must hold of it for any bytes.
struct FuzzTarget: Sendable, CustomStringConvertible {
  let name: String
  /// What to begin with besides the files in `Seeds/<name>`, derived from samples and examples.
  let seeds: @Sendable () -> [[UInt8]]
  /// Looks at one input.
  let check: @Sendable ([UInt8]) throws(Violation) -> Void

  var description: String { name }

  init(
    _ name: String, seeds: @escaping @Sendable () -> [[UInt8]] = { [] },
    check: @escaping @Sendable ([UInt8]) throws(Violation) -> Void
  ) {
    self.name = name
    self.seeds = seeds
    self.check = check
  }

  /// Readers first, then what is written.
  static var all: [FuzzTarget] {
    let pages = PageChecks()
    let messages = PageChecks(PO())
    let files = FileChecks()
    let reports = ReportChecks(RuleLibrary.builtIn.rules + [EchoRule()])
    return [
      FuzzTarget("pages", seeds: Seeds.pages) { bytes throws(Violation) in try pages.check(bytes) },
      FuzzTarget("pairs", seeds: Seeds.pairs) { bytes throws(Violation) in
        try PairChecks().check(bytes)
      },
      FuzzTarget("messages", seeds: Seeds.messages) { bytes throws(Violation) in
        try messages.check(bytes)
      },
      FuzzTarget("front-matter", seeds: Seeds.frontMatter) { bytes throws(Violation) in
        try pages.check(frontMatter: bytes)
      },
      FuzzTarget("blocks", seeds: Seeds.blocks) { bytes throws(Violation) in
        try BlockChecks().check(bytes)
      },
      FuzzTarget("suppressions", seeds: Seeds.suppressions) { bytes throws(Violation) in
        try pages.check(suppressions: bytes)
      },
      FuzzTarget("configuration") { bytes throws(Violation) in
        try files.check(configuration: bytes)
      },
      FuzzTarget("rules", seeds: Seeds.rules) { bytes throws(Violation) in
        try files.check(rule: bytes)
      },
      FuzzTarget("csv") { bytes throws(Violation) in
        try files.check(glossary: bytes, named: "a.csv")
      },
      FuzzTarget("tsv") { bytes throws(Violation) in
        try files.check(glossary: bytes, named: "a.tsv")
      },
      FuzzTarget("tbx") { bytes throws(Violation) in
        try files.check(glossary: bytes, named: "a.tbx")
      },
      FuzzTarget("baseline") { bytes throws(Violation) in try files.check(baseline: bytes) },
      FuzzTarget("dismissals") { bytes throws(Violation) in try files.check(dismissals: bytes) },
      FuzzTarget("merge", seeds: Seeds.reports) { bytes throws(Violation) in
        try files.check(report: bytes)
      },
      FuzzTarget("lists") { bytes throws(Violation) in try files.check(list: bytes) },
      FuzzTarget("patch") { bytes throws(Violation) in try files.check(patch: bytes) },
    ]
      + ReportGrammar.names.map { name in
        // What reads glossaries is called so, too.
        FuzzTarget(name == "csv" ? "csv-findings" : name, seeds: Seeds.hostile) {
          bytes throws(Violation) in
          try reports.check(bytes, as: name)
        }
      }
      + [
        FuzzTarget("diff", seeds: Seeds.hostile) { bytes throws(Violation) in
          try DifferenceChecks().check(bytes)
        }
      ]
  }
}
