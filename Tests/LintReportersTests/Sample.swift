import LintCore
import LintReporters
import Testing

/// A run over a few files that exist only here: real bytes, linted by rules made for the test.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [File]
  var gate: Severity? = .warning
  var repository: Run.Repository?
  /// How many findings of a rule are listed of a file.
  var most: Int?
  /// Where people read about rules.
  var pages: RulePages?

  struct File: Sendable {
    let path: String
    let content: Content

    enum Content: Sendable {
      case bytes([UInt8])
      case unreadable(String)
    }

    init(_ path: String, _ text: String) {
      self.path = path
      content = .bytes(Array(text.utf8))
    }

    init(_ path: String, unreadable reason: String) {
      self.path = path
      content = .unreadable(reason)
    }
  }

  var testDescription: String { name }

  /// What a reporter makes of the run.
  func report(by name: String) throws -> String {
    var reporter = try #require(AllReporters.reporter(named: name))
    let linter = Linter(
      formats: [TabSeparated()],
      rules: [
        (UnfinishedFile(), .note), (UnresolvedConflict(), .error), (QuotedWord(), .warning),
      ],
      needs: reporter.needs, selection: FindingSelection(most: most))
    let run = Run(
      version: "1.2.3", rules: linter.rules, gate: gate, started: 1_767_323_045,
      repository: repository, rulePages: pages)
    var output = Output()
    var summary = Summary(rules: run.rules.count)
    reporter.begin(run, to: &output)
    for file in files {
      let source = SourceFile(path: file.path)
      let report =
        switch file.content {
        case .bytes(let bytes): linter.lint(bytes, of: source, as: TabSeparated())
        case .unreadable(let reason): source.unreadable(reason)
        }
      summary.add(report, in: run)
      reporter.add(report, in: run, to: &output)
    }
    reporter.end(summary, in: run, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

extension Sample {
  static let all = [findings, incomplete, clean, empty, hostile, more, linked]

  /// Findings of all severities, on one line and on several, and one that covers nothing.
  static let findings = Sample(
    name: "findings",
    files: [
      File("docs/it-it/a, b:c.tsv", "28c26-101\tOne word.\tUna «parola».\n"),
      File(
        "docs/it-it/clean.tsv",
        "28c26-101\tAll is well.\tVa tutto bene.\n"),
      File(
        "docs/it-it/guida è.tsv",
        """
        \u{FEFF}28c26-101\tTwo 𝄞 words {count}.\tDue «parole 𝄞» {count}: «parole 𝄞», «{count}».\r
        28c26-p102\tA [link](1).\tUn «[link](1)».\r
        <<<\r
        28c26-103\tOurs.\tNostro.\r
        >>>\r
        damaged\tThe end.\t«La fine».
        """),
      File("one-line.tsv", "28c26-101\tA\t«B»"),
    ],
    repository: Run.Repository(
      url: "https://git.example.org/docs", revision: "0123456789abcdef0123456789abcdef01234567",
      branch: "main"))

  /// Files that can't be read, one of them outside the repository; no finding fails the run.
  static let incomplete = Sample(
    name: "incomplete",
    files: [
      File("/srv/a 100%.tsv", unreadable: "permission denied"),
      File("b.tsv", "28c26-101\tOne word.\tUna «parola».\n"),
      File("c.tsv", unreadable: "is a folder"),
    ],
    gate: nil)

  /// Findings of rules that have a page.
  static let linked = Sample(
    name: "linked",
    files: [File("b.tsv", "28c26-101\tOne word.\tUna «parola».\n")],
    pages: RulePages("https://docs.example.com/rules/{rule}?of=a&b", isConfigured: false))

  static let clean = Sample(
    name: "clean",
    files: [
      File("docs/it-it/clean.tsv", "28c26-101\tAll is well.\tVa tutto bene.\n"),
      File("plain.tsv", ""),
    ])

  static let empty = Sample(name: "empty", files: [])

  /// More findings than are listed, of one rule and of two, in files with names of all kinds.
  static let more = Sample(
    name: "more",
    files: [
      File("##[error]x, y:z/it-it/`a|b` <i>.tsv", "28c26-101\tA\t«B» «C» «D»\n"),
      File("docs/it-it/many.tsv", hives(1234) + "<<<\n>>>\n28c26-p102\tThe end.\t«La fine»."),
      File("docs/it-it/one.tsv", hives(1)),
    ],
    most: 2)

  private static func hives(_ count: Int) -> String {
    (101..<101 + count).map { "28c26-\($0)\tHive \($0).\tArnia «\($0)».\n" }.joined()
  }

  /// What a stranger may write into a document, a file's name or a span ID.
  static let attacks = [
    "::error::pwned", "##[error]pwned", "##vso[task.setvariable variable=a]b", "###[group]",
    "\u{1B}[31mred\u{9B}0m", "]]>", "</script><!--", "ab\u{202E}cd\u{2066}", "nul\0\u{1}\u{7F}",
    "{0} {{1}} }{", "[x](1) ](1)", "\u{2028}::add-mask::x", "\u{FFFE}\u{FEFF}",
    "\\u{41} \\n", "ends in \\", "\"quoted\" & 'quoted'", String(repeating: "👩‍👩‍👧", count: 100),
    "e" + String(repeating: "\u{301}", count: 5000),
  ]

  static let hostile = Sample(
    name: "hostile",
    files: attacks.prefix(6).map { File("\($0)/a.tsv", unreadable: $0) } + [
      File(
        "::warning::x.tsv",
        attacks.map { "\($0)\t\($0)\t«\($0)» \($0)\n" }.joined())
    ])
}
