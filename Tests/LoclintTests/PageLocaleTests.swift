import TestSupport
import Testing

/// Which locale a page has, as all parts of the program answer.
@Suite struct PageLocaleTests {
  private let folder: TemporaryFolder

  private static let pair =
    "<span data-ttu-id=\"7e0c1-103\">Attendi 5 secondi! È pronto?</span>"
    + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Wait 15 seconds! Is it ready?"
    + "</span></span>\n"
  private static let kept =
    "<span data-ttu-id=\"7e0c1-104\">The lamp blinks twice when the hub is ready.</span>"
    + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-104\">The lamp blinks twice when the "
    + "hub is ready.</span></span>\n"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ words: String...) throws -> (output: String, error: String) {
    let run = try Executable.run(["--no-config", "--quiet"] + words, in: folder.path)
    return (run.output, run.error)
  }

  @Test func `A locale that is told is that of statistics and scores`() throws {
    try folder.write("docs/a.md", Self.pair)
    let run = try run("--locale=it-IT", "--profile=all", "--statistics", "--min-score=99", "docs")
    #expect(run.output.contains("\n  it-IT           1 "))
    #expect(!run.output.contains("none"))
    #expect(run.error.contains("loclint: it-IT: score 0.00 is below --min-score"))
  }

  @Test
  func `A page that says another language than its path is reported for that, and held to neither`()
    throws
  {
    try folder.write("docs/it-it/a.md", "---\ntitle: x\nms.contentlocale: fr-FR\n---\n" + Self.pair)
    let words = ["--select=mismatched-locale,wrong-language,typography/fr", "--format=jsonl"]
    let run = try Executable.run(["--no-config"] + words + ["docs"], in: folder.path)
    #expect(run.output.contains("\"rule\":\"mismatched-locale\""))
    #expect(!run.output.contains("\"rule\":\"french-"))
    #expect(!run.output.contains("\"rule\":\"wrong-language\""))
    #expect(run.output.contains("\"locale\":\"fr-FR\""))
    // Whoever is told which it is, knows.
    let told = try Executable.run(
      ["--no-config", "--locale=fr-FR"] + words + ["docs"], in: folder.path)
    #expect(told.output.contains("\"rule\":\"french-"))
  }

  @Test(arguments: [
    ("it-IT", true), ("cy-GB", true), ("en-GB", false), ("qps-ploc", false), ("en-XA", false),
  ])
  func `What is in the source's language, or in none, is not untranslated`(
    _ locale: String, _ isFound: Bool
  ) throws {
    try folder.write("docs/a.md", Self.kept)
    let run = try run("--locale=\(locale)", "--select=untranslated-segment", "docs")
    #expect(run.output.contains("[untranslated-segment]") == isFound)
  }

  @Test(arguments: [
    ("he-il", "iw-IL"), ("nb-no", "no-NO"), ("zh-cn", "zh-Hans"), ("zh-hant", "zh-TW"),
  ])
  func `Two names of one locale do not differ`(_ named: String, _ stated: String) throws {
    try folder.write(
      "docs/\(named)/a.md", "---\ntitle: x\nms.contentlocale: \(stated)\n---\n" + Self.pair)
    #expect(try run("--select=mismatched-locale", "docs").output == "")
  }
}
