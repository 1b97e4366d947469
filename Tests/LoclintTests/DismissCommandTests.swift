import Foundation
import LintCore
import TestSupport
import Testing

/// Findings that stay as they are: the list, how it is written, and what a run makes of it.
@Suite struct DismissCommandTests {
  private let folder: TemporaryFolder
  private let list = "--dismissed=dismissed.txt"

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/it-it/a.md", Self.page("7e0c1"))
  }

  private static func pair(_ id: String, _ target: String, _ source: String) -> String {
    """
    <span data-ttu-id="\(id)">\(target)</span><span class="sxs-lookup">\
    <span data-stu-id="\(id)">\(source)</span></span>
    """
  }

  private static func page(_ prefix: String, _ third: String = "Chiudi poi il il coperchio.")
    -> String
  {
    [
      "# Arnia",
      pair("\(prefix)-103", "Apri la la porta e guarda il il pannello.", "Open the door."),
      pair("\(prefix)-104", "Aspetta la la luce.", "Wait for the light."),
      pair("\(prefix)-105", third, "Then close the lid."),
    ].joined(separator: "\n\n") + "\n"
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path)
  }

  private func check(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(
      ["-q", "--select=doubled-word", "--severity=doubled-word=error"] + words, in: folder.path)
  }

  private func dismiss(_ place: String, _ reason: String, _ more: String...) throws
    -> Executable.Outcome
  {
    try Executable.run(
      ["dismiss", "docs/it-it/a.md:\(place)", "doubled-word", "--reason=\(reason)", list] + more,
      in: folder.path)
  }

  private var lines: [Substring] {
    (folder.read("dismissed.txt") ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test func `What is dismissed outlives a hand-back, and fails no run`() throws {
    #expect(try check("docs").output.split(separator: "\n").count == 4)
    for (place, reason) in [("5", "a verse"), ("3:39", "the\tlabel \\ says so"), ("7", "a verse")] {
      let outcome = try dismiss(place, reason)
      #expect(outcome.status == 0 && outcome.error == "", "\(outcome)")
      #expect(
        outcome.output
          == "dismissed.txt: doubled-word at docs/it-it/a.md:\(place) is dismissed\n")
    }
    #expect(
      lines == [
        "doubled-word\tdocs/it-it/a.md\t103\tla\tthe label \\\\ says so\tOpen the door.",
        "doubled-word\tdocs/it-it/a.md\t104\tla\ta verse\tWait for the light.",
        "doubled-word\tdocs/it-it/a.md\t105\til\ta verse\tThen close the lid.",
      ])
    let rest = try check(list, "docs")
    #expect(rest.status == 1 && rest.error == "")
    #expect(rest.output.hasPrefix("docs/it-it/a.md:3:"))
    #expect(rest.output.split(separator: "\n").count == 1)
    _ = try dismiss("3:60", "the label says so")
    // Other numbers of lines and another hash of the file.
    try folder.write("docs/it-it/a.md", "New\n\nlines\n\n" + Self.page("0aaf9"))
    let handed = try check(list, "--fail-on=note", "docs")
    #expect(handed.status == 0 && handed.output == "" && handed.error == "", "\(handed)")
  }

  @Test func `It outlives a sentence that is put in before it`() throws {
    for place in ["3:39", "5"] { _ = try dismiss(place, "a verse") }
    #expect(try check("--write-baseline=known.txt", list, "docs").status == 0)
    let moved = [
      "# Arnia", Self.pair("0aaf9-103", "È la la prima.", "It is the first."),
      Self.pair("0aaf9-104", "Apri la la porta e guarda il il pannello.", "Open the door."),
      Self.pair("0aaf9-105", "Aspetta la la luce.", "Wait for the light."),
      Self.pair("0aaf9-106", "Chiudi poi il il coperchio.", "Then close the lid."),
    ].joined(separator: "\n\n")
    try folder.write("docs/it-it/a.md", moved)
    let both = try check(list, "--baseline=known.txt", "docs")
    #expect(both.error == "" && both.status == 1)
    // What is new stays, though its number and words are those of another one.
    #expect(both.output.hasPrefix("docs/it-it/a.md:3:"))
    #expect(both.output.split(separator: "\n").count == 1, "\(both.output)")
    // A number and words without a source, as lists had them.
    try folder.write(
      "old.txt", "doubled-word\tdocs/it-it/a.md\t104\tla\ta verse\n")
    #expect(try check("--dismissed=old.txt", "docs").output.split(separator: "\n").count == 4)
    // Where the source was mended, the number is enough.
    try folder.write(
      "docs/it-it/a.md", Self.page("7e0c1").replacing("Wait for the", with: "Wait for a"))
    let mended = try check(list, "--baseline=known.txt", "docs")
    #expect(mended.output == "" && mended.error == "", "\(mended)")
  }

  @Test func `What has no key is dismissed in the whole file, and that is said`() throws {
    try folder.write(
      "docs/it-it/a.md",
      Self.pair("7e0c1-103", "Apri lamphub.", "Open LampHub.") + "\n\n"
        + Self.pair("7e0c1-104", "Chiudi lamphub.", "Close LampHub.") + "\n")
    let outcome = try Executable.run(
      ["dismiss", "docs/it-it/a.md:1", "changed-identifier", "--reason=so it is", list],
      in: folder.path)
    #expect(
      outcome.output == "dismissed.txt: changed-identifier at docs/it-it/a.md:1 is dismissed, "
        + "wherever it stands in the file\n")
    #expect(lines == ["changed-identifier\tdocs/it-it/a.md\t\tlamphub\tso it is"])
  }

  @Test func `The summaries count it`() throws {
    _ = try dismiss("5", "a verse")
    for (format, words) in [
      ("text", "\nNot counted: 1 dismissed.\n"), ("jsonl", "\"dismissed\":1,"),
      ("html", " Not counted: 1 dismissed.</p>"), ("markdown", " Not counted: 1 dismissed.\n"),
    ] {
      #expect(try run("--format=\(format)", list, "docs").output.contains(words))
      #expect(try !run("--format=\(format)", "docs").output.contains(words))
    }
    _ = try dismiss("7", "a verse")
    #expect(try run(list, "docs").output.contains("\nNot counted: 2 dismissed.\n"))
  }

  @Test func `SARIF tells the reason on request`() throws {
    _ = try dismiss("5", "a \"verse\"")
    func suppressions(_ words: String...) throws -> [[[String: String]]] {
      let output = try Executable.run(
        ["--format=sarif", "--select=doubled-word", list] + words + ["docs"], in: folder.path
      ).output
      let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      let runs = try #require(json?["runs"] as? [[String: Any]])
      let results = try #require(runs[0]["results"] as? [[String: Any]])
      return results.map { $0["suppressions"] as? [[String: String]] ?? [["none": ""]] }
    }
    #expect(try suppressions() == Array(repeating: [["none": ""]], count: 3))
    let dismissed = ["kind": "external", "status": "accepted", "justification": "a \"verse\""]
    #expect(try suppressions("--show-suppressed") == [[], [], [dismissed], []])
  }

  @Test func `What fits nothing any more is told, of files that the run has checked`() throws {
    for place in ["5", "7"] { _ = try dismiss(place, "a verse") }
    try folder.write("docs/it-it/b.md", "b\n")
    try folder.write("docs/it-it/a.md", Self.page("7e0c1", "Chiudi poi il coperchio."))
    #expect(
      try check(list, "docs").error
        == "loclint: dismissed.txt: 1 dismissal fits nothing any more: line 4\n")
    #expect(try check(list, "docs/it-it/b.md").error == "")
    #expect(try run("-q", "--select=empty-target", list, "docs").error == "")
    // Also in an editor nothing is said.
    #expect(
      try Executable.run(
        ["-q", list, "--stdin-path=docs/it-it/a.md"], in: folder.path, input: "a\n"
      ).error == "")
    try FileManager.default.removeItem(atPath: folder.path("docs/it-it/a.md"))
    #expect(
      try check(list, "docs").error
        == "loclint: dismissed.txt: 2 dismissals fit nothing any more: lines 3, 4\n")
  }

  @Test func `A comment and a baseline have their say besides`() throws {
    _ = try dismiss("5", "a verse")
    #expect(try check(list, "--write-baseline=known.txt", "docs").status == 0)
    // A baseline that is made need not hold what is dismissed.
    #expect(folder.read("known.txt")?.contains("\t104\t") == false)
    #expect(try check(list, "--baseline=known.txt", "docs").status == 0)
    #expect(try check("--write-baseline=known.txt", "docs").status == 0)
    let both = try check(list, "--baseline=known.txt", "docs")
    #expect(both.status == 0 && both.error == "")
    try folder.write(
      "docs/it-it/a.md",
      "<!-- loclint-disable-segment 104 doubled-word: so sung -->\n\n" + Self.page("7e0c1"))
    #expect(try check(list, "docs").error == "")
    let refused = try dismiss("7", "a verse")
    #expect(refused.status == 2)
    #expect(
      refused.error == "loclint: docs/it-it/a.md:7: a comment keeps doubled-word back there\n")
  }

  @Test func `It is mended by nobody`() throws {
    _ = try dismiss("5", "a verse")
    _ = try run("--fix=suggested", "--select=doubled-word", list, "docs")
    let text = try #require(folder.read("docs/it-it/a.md"))
    #expect(text.contains("Aspetta la la luce.") && text.contains("Apri la porta"))
  }

  @Test func `The configuration names the list, and the command line wins`() throws {
    try folder.write("loclint.yml", "dismissed: lists/mine.txt\nselect: [empty-target]\n")
    try folder.makeFolder("lists")
    // The rule is none of those that run.
    let words = ["dismiss", "it-it/a.md:5", "doubled-word", "--reason=a verse"]
    #expect(try Executable.run(words, in: folder.path("docs")).status == 0)
    #expect(
      folder.read("lists/mine.txt")?.hasSuffix(
        "doubled-word\tdocs/it-it/a.md\t104\tla\ta verse\tWait for the light.\n")
        == true)
    try folder.write("loclint.yml", "dismissed: lists/mine.txt\n")
    #expect(try check("docs").output.split(separator: "\n").count == 3)
    try folder.write("none.txt", "")
    #expect(try check("--dismissed=none.txt", "docs").output.split(separator: "\n").count == 4)
    #expect(try check("--no-config", "docs").output.split(separator: "\n").count == 4)
  }

  @Test func `A configuration's list is read and written inside its repository`() throws {
    let outside = try TemporaryFolder()
    let words = ["dismiss", "docs/it-it/a.md:5", "doubled-word", "--reason=a verse"]
    for path in ["\(outside.path)/x.txt", ".git/x.txt", "../x.txt"] {
      try folder.write("loclint.yml", "dismissed: \"\(path)\"\n")
      for words in [words, ["docs"]] {
        let outcome = try Executable.run(words, in: folder.path)
        #expect(outcome.status == 2 && outcome.error.contains("loclint.yml:1:12: "), "\(outcome)")
      }
    }
    try FileManager.default.removeItem(atPath: folder.path("loclint.yml"))
    try folder.link("linked", to: outside.path)
    try outside.write("x.txt", "")
    for path in ["linked/x.txt", "linked/new.txt"] {
      let outcome = try Executable.run(words + ["--dismissed=\(path)"], in: folder.path)
      #expect(outcome.status == 2 && outcome.error.contains("symbolic link 'linked'"), "\(outcome)")
    }
    #expect(outside.read("x.txt") == "" && outside.read("new.txt") == nil)
    for (path, kind) in [
      ("docs/it-it/a.md", "is a page that this run reads"), ("docs", "is a folder"),
      ("/dev/null", "is not a file"), ("none/x.txt", "no such file or directory"),
    ] {
      let outcome = try Executable.run(words + ["--dismissed=\(path)"], in: folder.path)
      #expect(outcome.status == 2 && outcome.error.contains(kind), "\(outcome)")
    }
    #expect(folder.read("docs/it-it/a.md") == Self.page("7e0c1"))
    #expect(try !folder.names().contains { $0.hasPrefix(".loclint") })
  }

  @Test func mistakes() throws {
    _ = try dismiss("5", "a verse")
    let before = folder.read("dismissed.txt")
    for (words, message) in [
      (["docs/it-it/a.md:5"], "'dismiss' wants a place and a rule: loclint dismiss PATH:LINE RULE"),
      (["docs/it-it/a.md", "doubled-word"], "'docs/it-it/a.md' is no place: it wants a file"),
      ([":5", "doubled-word"], "':5' is no place: it names no file"),
      (["docs/it-it/a.md:0", "doubled-word"], "'docs/it-it/a.md:0' is no place"),
      (["docs/it-it/a.md:99999999999999999999", "doubled-word"], "is no place"),
      (["docs/it-it/a.md:5", "doubled-wrd"], "unknown rule 'doubled-wrd'; did you mean"),
      (["docs/it-it/a.md:5", "text"], "unknown rule 'text'"),
      (["docs/it-it/b.md:5", "doubled-word"], "docs/it-it/b.md: no such file or directory"),
      (["docs/it-it/a.txt:5", "doubled-word"], "a.txt: is not a kind of file that loclint reads"),
      (
        ["docs/it-it/a.md:1", "doubled-word"],
        "docs/it-it/a.md:1: doubled-word finds nothing there; it does at 3, 5, 7\n"
      ),
      (
        ["docs/it-it/a.md:1", "missing-link"],
        "docs/it-it/a.md:1: missing-link finds nothing there, nor elsewhere in the file\n"
      ),
      (
        ["docs/it-it/a.md:3", "doubled-word"],
        "docs/it-it/a.md:3: doubled-word finds several things there; name one with its column: "
          + "3:39 'la', 3:60 'il'\n"
      ),
      (
        ["docs/it-it/a.md:5", "doubled-word"],
        "docs/it-it/a.md:5: is dismissed already, for this reason\n"
      ),
    ] {
      let outcome = try Executable.run(
        ["dismiss", "--reason=a verse", list] + words, in: folder.path)
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(outcome.error.contains(message), "\(outcome.error)")
    }
    for (words, message) in [
      ([list], "'dismiss' wants to know why the finding stays: --reason=WHY"),
      ([list, "--reason= \t"], "'dismiss' wants to know why the finding stays"),
      (["--reason=x"], "'dismiss' wants a list: --dismissed=FILE, or 'dismissed: FILE'"),
    ] {
      let outcome = try Executable.run(
        ["dismiss", "docs/it-it/a.md:5", "doubled-word"] + words, in: folder.path)
      #expect(outcome.status == 2 && outcome.error.contains(message), "\(outcome.error)")
    }
    #expect(try run("--reason=x", "docs").error.contains("'check' takes no option '--reason'"))
    #expect(folder.read("dismissed.txt") == before)
    let again = try dismiss("5", "a song")
    #expect(again.status == 0 && again.output.contains("for another reason than before"))
    #expect(lines.count == 1 && lines.last?.hasSuffix("\ta song\tWait for the light.") == true)
  }

  @Test func `A list that is damaged is told with its place, and left alone`() throws {
    try folder.write("dismissed.txt", "# a\n<<<<<<< HEAD\n")
    for words in [["docs"], ["docs", "--explain-baseline"]] where words.count == 1 {
      let outcome = try Executable.run(words + [list], in: folder.path)
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("loclint: dismissed.txt:2:13: no file: a dismissal has rule"))
    }
    #expect(try dismiss("5", "a verse").error.hasPrefix("loclint: dismissed.txt:2:13: no file"))
    #expect(folder.read("dismissed.txt") == "# a\n<<<<<<< HEAD\n")
    #expect(try run("--dismissed=none.txt", "docs").error.contains("none.txt: no such file"))
  }

  @Test func `What is known is told by rule and folder`() throws {
    try folder.write("docs/it-it/c.md", "c \u{FFFD}\n")
    try folder.write("docs/c.md", "c \u{FFFD}\n\nd \u{FFFD}\n\ne \u{FFFD}\n")
    #expect(
      try run("--select=replacement-character", "--write-baseline=known.txt", "docs").status == 0)
    for place in ["5", "7"] { _ = try dismiss(place, "a verse") }
    let told = try run("--baseline=known.txt", list, "--explain-baseline")
    #expect(
      told.output
        == """
        known.txt: 4 findings known
          findings  rule                   folder
                 3  replacement-character  docs
                 1  replacement-character  docs/it-it

        dismissed.txt: 2 findings dismissed
          findings  rule          folder     reason
                 2  doubled-word  docs/it-it  a verse

        """.replacing("folder     reason", with: "folder      reason"))
    #expect(told.status == 0 && told.error == "")
    for (words, message) in [
      (["--explain-baseline"], "--explain-baseline wants --baseline=FILE or --dismissed=FILE"),
      (["--explain-baseline", list, "docs"], "tells of whole lists, and not of 'docs'"),
      (["--explain-baseline", list, "--fix"], "--explain-baseline and --fix exclude each other"),
    ] {
      let outcome = try Executable.run(words, in: folder.path)
      #expect(outcome.status == 2 && outcome.error.contains(message), "\(outcome.error)")
    }
  }

  @Test func `What is told of a long list is short, and commands no terminal`() throws {
    let many = (1...400).map { "rule\tdocs/\($0 % 200)/a\($0).md\t1\tw\t\u{1B}[2Jwhy\n" }.joined()
    try folder.write(
      "dismissed.txt", many + "r\ta.md\t1\tw\t\(String(repeating: "why ", count: 9000))\n")
    let told = try run(list, "--explain-baseline").output
    #expect(told.split(separator: "\n").count == 53 && told.utf8.count < 20_000)
    #expect(told.hasSuffix("  and 301 findings more in 151 rows\n"))
    #expect(!told.contains("\u{1B}"))
  }
}
