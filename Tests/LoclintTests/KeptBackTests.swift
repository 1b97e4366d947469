import Foundation
import LintReporters
import TestSupport
import Testing

/// What does not count is told in every report, and costs what other faults do.
@Suite struct KeptBackTests {
  private let folder: TemporaryFolder
  private let lists = ["--baseline=known.txt", "--dismissed=dismissed.txt"]

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/it-it/a.md", Self.page(["la la porta"]))
    _ = try Executable.run(Self.rule + ["--write-baseline=known.txt", "docs"], in: folder.path)
    try folder.write(
      "docs/it-it/a.md",
      Self.page(["la la porta", "il il pannello", "lo lo sportello"])
        + "<!-- loclint-disable-next-line doubled-word -- a verse -->\n"
        + Self.pair(200, "una una luce") + "\n")
    _ = try Executable.run(
      ["dismiss", "docs/it-it/a.md:4", "doubled-word", "--reason=so", lists[1]], in: folder.path)
  }

  private static let rule = ["--select=doubled-word", "--severity=doubled-word=error"]

  private static func pair(_ number: Int, _ target: String) -> String {
    """
    <span data-ttu-id="7e0c1-\(number)">Guarda \(target).</span><span class="sxs-lookup">\
    <span data-stu-id="7e0c1-\(number)">Look at it and wait there.</span></span>
    """
  }

  /// A sentence on each second line, from the second on.
  private static func page(_ targets: [String]) -> String {
    targets.enumerated().map { "\n" + pair(103 + $0, $1) + "\n" }.joined()
  }

  private func check(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(Self.rule + lists + words + ["docs"], in: folder.path)
  }

  @Test(arguments: AllReporters.all)
  func `Every format says what does not count`(_ format: ReportFormat) throws {
    let outcome = try check("--format=\(format.name)")
    let all = outcome.output + outcome.error
    #expect(outcome.status == 1)
    switch format.name {
    case "jsonl": #expect(all.contains("\"known\":1,\"dismissed\":1,\"suppressed\":1,"))
    case "sarif":
      let properties = try #require(all.range(of: "\"new\": 1,"))
      let rest = all[properties.upperBound...].filter { $0 != "\n" && $0 != " " }
      #expect(rest.hasPrefix("\"known\":1,\"dismissed\":1,\"suppressed\":1"))
    case "junit", "junit-extended":
      for name in ["known", "dismissed", "suppressed"] {
        #expect(all.contains("name=\"loclint.\(name)\" value=\"1\""))
      }
    case "csv-pages": #expect(all.contains(",\"1\",\"0\",\"0\",\"1\",\"1\",\"1\",\"\",\"\""))
    default: #expect(all.contains("Not counted: 1 known, 1 dismissed, 1 suppressed."), "\(all)")
    }
    #expect(!outcome.error.isEmpty == !format.hasFigures)
  }

  @Test(arguments: ["text", "html", "markdown", "junit"])
  func `Nothing claims that there are no faults`(_ format: String) throws {
    try folder.write("docs/it-it/a.md", Self.page(["la la porta"]))
    let known = try check("--format=\(format)").output
    #expect(known.contains(format == "junit" ? "no new findings" : "o new faults"), "\(known)")
    try folder.write("docs/it-it/a.md", Self.page(["la porta"]))
    let clean = try check("--format=\(format)").output
    #expect(clean.contains(format == "junit" ? "no findings" : "o faults"), "\(clean)")
  }

  @Test func `Figures of reports that are joined are summed up`() throws {
    try folder.write(
      "docs/it-it/b.md",
      "<!-- loclint-disable-next-line -->\n" + Self.pair(103, "una una luce") + "\n")
    for name in ["a", "b"] {
      let words = ["--format=sarif", "--output=sarif=\(name).sarif", "docs/it-it/\(name).md"]
      _ = try Executable.run(Self.rule + lists + words, in: folder.path)
    }
    let outcome = try Executable.run(["merge", "a.sarif", "b.sarif"], in: folder.path)
    #expect(
      outcome.output.filter { $0 != "\n" && $0 != " " }
        .contains("\"properties\":{\"new\":1,\"known\":1,\"dismissed\":1,\"suppressed\":2}"),
      "\(outcome.error)")
  }

  @Test func `A list that is written is told of as known`() throws {
    let outcome = try Executable.run(
      Self.rule + ["--write-baseline=all.txt", "docs"], in: folder.path)
    #expect(outcome.error == "loclint: all.txt: 3 findings written\n")
    #expect(outcome.output.contains("Not counted: 3 known, 1 suppressed.\nNo new faults found"))
  }

  @Test func `A score is of all findings unless it is told otherwise`() throws {
    func score(_ words: String...) throws -> String {
      let output = try Executable.run(
        Self.rule + lists + words + ["--statistics", "docs"], in: folder.path
      ).output
      let row = output.split(separator: "\n").first { $0.hasPrefix("  it-IT") }
      return try String(#require(row?.split(separator: " ").last))
    }
    // Four errors at 5 in 24 words of source, or one.
    #expect(try score() == "16.67")
    #expect(try score("--score=all") == "16.67")
    #expect(try score("--score=new") == "79.17")
    try folder.write("loclint.yml", "score: new\n")
    #expect(try score() == "79.17")
    #expect(try score("--score=all") == "16.67")
  }
}
