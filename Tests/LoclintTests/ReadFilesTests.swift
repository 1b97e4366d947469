import Foundation
import TestSupport
import Testing

/// What a configuration may name to be read. The folder holds `repository`, where loclint runs, and
/// `home`, of which no message may quote anything.
@Suite struct ReadFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("repository/.git")
    try folder.write("repository/docs/a.md", "a \u{FFFD}\n")
    try folder.write("home/secret.yml", "hidden: [words\n")
    try folder.write("home/b.md", "b\n")
    try folder.link("repository/link.yml", to: "../home/secret.yml")
    try folder.link("repository/reports", to: "../home")
  }

  private func run(_ words: [String], config: String? = nil) throws -> Executable.Outcome {
    if let config { try folder.write("repository/loclint.yml", config + "\n") }
    return try Executable.run(words, in: folder.path("repository"))
  }

  @Test(
    arguments: [
      "rules", "glossaries", "do-not-translate", "extends", "baseline", "paths",
    ])
  func `A configuration reads inside its repository`(key: String) throws {
    for path in [
      "../home/secret.yml", "\(folder.path)/home/secret.yml", "link.yml", "reports/secret.yml",
      "docs/../../home/secret.yml", "none/../../home/none", "/", "..",
    ] {
      let outcome = try run(["-q"], config: "\(key): \(path)")
      #expect(outcome.status == 2, "\(path): \(outcome)")
      let place = "loclint: loclint.yml:1:\(key.count + 3): "
      #expect(
        outcome.error
          == "\(place)'\(path)' lies outside of the repository, where only --allow-outside lets a "
          + "configuration read\n")
    }
    let list = try run(["-q"], config: "\(key): \"a\\0.yml\"")
    #expect(list.error.contains("holds a NUL byte"))
  }

  @Test func `The command line can allow more`() throws {
    try folder.write("shared/loclint.yml", "glossaries: terms.csv\nfail-on: never\n")
    try folder.write("shared/terms.csv", "source,it-IT\nhive,arnia\n")
    let config = "extends: ../shared/loclint.yml"
    #expect(try run(["-q", "docs"], config: config).status == 2)
    let outcome = try run(["-q", "--allow-outside", "docs"], config: config)
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(try run(["config", "--allow-outside"]).output.contains("fail-on: never"))
  }

  @Test func `A configuration that is named is trusted with its own place`() throws {
    try folder.write("base/loclint.yml", "glossaries: terms.csv\nfail-on: never\n")
    try folder.write("base/terms.csv", "source,it-IT\nhive,arnia\n")
    #expect(try run(["-q", "--config=../base/loclint.yml", "docs"]).status == 0)
    try folder.write("base/loclint.yml", "glossaries: ../repository/terms.csv\n")
    let outcome = try run(["-q", "--config=../base/loclint.yml", "docs"])
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix("loclint: ../base/loclint.yml:1:13: '../repository/terms.csv' "))
  }

  @Test func `Nothing is quoted of what a planted link leads to`() throws {
    try folder.link("repository/loclint.yml", to: "../home/secret.yml")
    for words in [
      ["docs"], ["config"], ["--config=loclint.yml", "docs"], ["--config=reports/secret.yml"],
      ["--no-config", "--glossary=link.yml", "docs"],
      ["--no-config", "--do-not-translate=./link.yml", "docs"],
      ["--no-config", "--baseline=reports/secret.yml", "docs"],
      ["--no-config", "--rules=reports", "docs"], ["--no-config", "--rules=link.yml", "docs"],
      ["--no-config", "--files-from=link.yml"], ["test-rules", "reports"],
    ] {
      let outcome = try run(words)
      #expect(outcome.status == 2, "\(words)")
      #expect(outcome.output == "" && !outcome.error.contains("hidden"), "\(outcome.error)")
      #expect(outcome.error.contains("leads out of the repository through the symbolic link '"))
      #expect(outcome.error.contains("; --allow-outside permits that"))
    }
    #expect(try run(["--allow-outside", "docs"]).error.contains("loclint.yml:"))
  }

  @Test func `A link inside the repository is read through`() throws {
    try folder.write("repository/shared/base.yml", "fail-on: never\n")
    try folder.link("repository/loclint.yml", to: "shared/base.yml")
    #expect(try run(["-q", "docs"]).status == 0)
  }

  @Test func `A folder of rules is not the whole disk`() throws {
    let outcome = try run(["--rules=/", "docs"])
    #expect(outcome.status == 2)
    #expect(
      outcome.error
        == "loclint: /: holds more than 10,000 files and folders, which is no folder of rules\n")
  }

  @Test(.timeLimit(.minutes(1)))
  func `A file that is extended many times is read once`() throws {
    let layers = 60
    for layer in 0..<layers {
      try folder.write(
        "repository/e\(layer).yml",
        layer == layers - 1
          ? "exclude: [x]\nfail-on: never\n" : "extends: [e\(layer + 1).yml, ./e\(layer + 1).yml]\n"
      )
    }
    let outcome = try run(["config"], config: "extends: [e0.yml, e0.yml]")
    #expect(outcome.status == 0 && outcome.output.contains("exclude: [x] "))
  }

  @Test func `Of two files that extend a third both stand after it`() throws {
    try folder.write("repository/base.yml", "exclude: [base]\nfail-on: note\n")
    try folder.write("repository/b.yml", "extends: base.yml\nexclude: [b]\nfail-on: warning\n")
    try folder.write("repository/c.yml", "extends: base.yml\nexclude: [c]\n")
    let outcome = try run(["config"], config: "extends: [b.yml, c.yml]")
    #expect(outcome.output.contains("exclude: [base, b, c] "))
    #expect(outcome.output.contains("fail-on: warning "))
  }

  @Test func `A hundred files can be extended`() throws {
    for number in 0..<120 {
      try folder.write("repository/e\(number).yml", "extends: e\(number + 1).yml\n")
    }
    try folder.write("repository/e120.yml", "fail-on: never\n")
    let outcome = try run(["config"], config: "extends: e0.yml")
    #expect(outcome.status == 2)
    #expect(
      outcome.error
        == "loclint: e98.yml:1:10: more than 100 files are extended, 'e99.yml' among them\n")
  }

  @Test func `A date has four digits for its year`() throws {
    for (value, status) in [("253402300799", 1), ("253402300800", 2), ("9223372036854775807", 2)] {
      let outcome = try Executable.run(
        ["-q", "docs"], in: folder.path("repository"), environment: ["SOURCE_DATE_EPOCH": value])
      #expect(Int(outcome.status) == status)
      #expect(outcome.error.contains("after the year 9999") == (status == 2))
    }
  }

  /// What SECURITY.md advises: the branch that is merged into beside the one with the pages.
  @Test func `A configuration of another checkout speaks of the pages of this one`() throws {
    for checkout in ["base", "pull-request"] { try folder.makeFolder("\(checkout)/.git") }
    try folder.write(
      "base/loclint.yml",
      "paths: [docs]\nexclude: [docs/old]\nlocale: docs/{locale}\nbaseline: known.txt\n")
    try folder.write("base/known.txt", "")
    try folder.write("pull-request/loclint.yml", "ignore: [characters]\n")
    try folder.write("pull-request/docs/it-it/a.md", "a \u{FFFD}\n")
    try folder.write("pull-request/docs/old/b.md", "b \u{FFFD}\n")
    try folder.write("pull-request/c.md", "c \u{FFFD}\n")
    let run = try Executable.run(
      ["--quiet", "--config=../base/loclint.yml"], in: folder.path("pull-request"))
    #expect(run.status == 1, "\(run)")
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.hasPrefix("docs/it-it/a.md:1:3: error: "))
    let inside = try Executable.run(
      ["--quiet", "--config=../../base/loclint.yml"], in: folder.path("pull-request/docs"))
    #expect(inside.output.hasPrefix("it-it/a.md:1:3: error: "), "\(inside)")
  }

  @Test func `Pages that such a configuration names lie in this checkout`() throws {
    for checkout in ["base", "pull-request"] { try folder.makeFolder("\(checkout)/.git") }
    try folder.write("base/loclint.yml", "paths: [docs]\n")
    try folder.write("secret/a.md", "secret \u{FFFD}\n")
    try folder.link("pull-request/docs", to: folder.path("secret"))
    let run = try Executable.run(
      ["--quiet", "--config=../base/loclint.yml"], in: folder.path("pull-request"))
    #expect(run.status == 2 && run.output == "", "\(run)")
    #expect(run.error.contains("'docs' lies outside of the repository"))
  }

  @Test(arguments: ["do-not-translate", "glossaries", "rules", "baseline", "extends", "paths"])
  func `A configuration reads nothing in .git`(key: String) throws {
    try folder.write(".git/config", "token = secret\n")
    try folder.write("a.md", "a\n")
    try folder.write("loclint.yml", "\(key): ./.git/config\n")
    let run = try Executable.run(["a.md"], in: folder.path)
    #expect(run.status == 2 && run.output == "", "\(run)")
    #expect(run.error.contains("where a configuration may not read"))
    #expect(!run.error.contains("secret") && !run.error.contains("token"))
  }
}
