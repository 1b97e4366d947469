import Foundation
import TestSupport
import Testing

@testable import loclint

/// Options that the environment says, and `--set` and `--exclude`: the command line, the environment, then files.
@Suite struct EnvironmentTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder(".git")
    try folder.write("docs/it-it/a.md", "a \u{FFFD}\n")
    try folder.write("docs/ru-ru/b.md", "b \u{FFFD}\n")
  }

  private func run(
    _ words: [String], _ environment: [String: String] = [:], in place: String = "."
  ) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path(place), environment: environment)
  }

  @Test func theCommandLineWinsAndFilesLose() throws {
    try folder.write("loclint.yml", "fail-on: never\n")
    #expect(try run(["-q"]).status == 0)
    #expect(try run(["-q"], ["LOCLINT_FAIL_ON": "error"]).status == 1)
    #expect(try run(["-q", "--fail-on=never"], ["LOCLINT_FAIL_ON": "error"]).status == 0)
    #expect(try run(["-q"], ["LOCLINT_FAIL_ON": ""]).status == 0)
    let told = try run(["config"], ["LOCLINT_FAIL_ON": "error", "LOCLINT_PROFILE": "all"]).output
    #expect(told.contains("fail-on: error  # LOCLINT_FAIL_ON\n"))
    #expect(told.contains("profile: all  # LOCLINT_PROFILE\n"))
  }

  @Test func flagsListsAndWhatExcludesThem() throws {
    for (value, isQuiet) in [("1", true), ("true", true), ("0", false), ("no", false)] {
      let outcome = try run([], ["LOCLINT_QUIET": value])
      #expect(outcome.output.contains("Found 2 faults") != isQuiet, "\(value)")
    }
    #expect(try run(["--verbose"], ["LOCLINT_QUIET": "1"]).status == 1)
    #expect(try run(["--no-config"], ["LOCLINT_CONFIG": "none.yml"]).status == 1)
    #expect(try run(["-q"], ["LOCLINT_IGNORE": "characters,links"]).status == 0)
    #expect(
      try run(["-q", "--select=replacement-character"], ["LOCLINT_IGNORE": "characters"]).status
        == 1)
    let both = try run(["-q"], ["LOCLINT_EXCLUDE": "ru-ru\n*.draft.md"])
    #expect(both.output.split(separator: "\n").count == 1)
    #expect(try run(["rules"], ["LOCLINT_FAIL_ON": "note"]).status == 0)
    #expect(try run(["-q"], ["LOCLINT_SET": "source-locale=de"]).status == 1)
  }

  @Test func mistakesNameTheVariable() throws {
    for (name, value, message) in [
      (
        "LOCLINT_FAIL_ON", "errr", "option 'LOCLINT_FAIL_ON' knows no 'errr'; did you mean 'error'?"
      ),
      (
        "LOCLINT_MAX_WARNINGS", "many", "LOCLINT_MAX_WARNINGS wants a number, 0 or more, not 'many'"
      ),
      ("LOCLINT_QUIET", "maybe", "LOCLINT_QUIET is 'maybe', and neither true nor false"),
    ] {
      let outcome = try run(["-q"], [name: value])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("loclint: \(message)\n"), "\(outcome)")
    }
    let near = try run(["-q"], ["LOCLINT_FAILON": "error"])
    #expect(near.status == 1)
    #expect(
      near.error == "loclint: LOCLINT_FAILON stands for no option; did you mean LOCLINT_FAIL_ON?\n")
  }

  @Test func anotherNameOfAnOptionHasAVariableToo() throws {
    let csv = try run([], ["LOCLINT_FORMAT": "csv"])
    #expect(try run([], ["LOCLINT_OUTPUT_FORMAT": "csv"]).output == csv.output)
    let both = ["LOCLINT_OUTPUT_FORMAT": "csv", "LOCLINT_FORMAT": "sarif"]
    let refused = try run([], both)
    #expect(refused.status == 2)
    #expect(
      refused.error.hasPrefix(
        "loclint: LOCLINT_FORMAT and LOCLINT_OUTPUT_FORMAT exclude each other"))
    // The command line wins over both.
    #expect(try run(["--output-format=csv"], both).output == csv.output)
    let wrong = try run([], ["LOCLINT_OUTPUT_FORMAT": "sarfi"])
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("LOCLINT_OUTPUT_FORMAT' knows no 'sarfi'; did you mean 'sarif'?"))
    #expect(
      try run(["config"], ["LOCLINT_OUTPUT_FORMATS": "csv"]).error.contains(
        "did you mean LOCLINT_OUTPUT_FORMAT?"))
  }

  /// They are the job's own.
  @Test func variablesOfTheJobForGitLabAreNoOptions() throws {
    let text = try Checkout.text(of: "integrations/gitlab-ci.yml")
    let names = Set(text.matches(of: /LOCLINT_[A-Z0-9]+/).map { String($0.0) })
    #expect(names.count == 7)
    let outcome = try run(
      ["-q"], Dictionary(uniqueKeysWithValues: names.map { ($0, "--nonsense") }))
    #expect(outcome.status == 1 && outcome.error == "")
    #expect(
      Option.all.allSatisfy { option in
        !names.contains("LOCLINT_" + option.name.rawValue.uppercased())
      })
  }

  @Test func globsAreLeftOut() throws {
    #expect(try run(["-q", "--exclude=it-it"]).output.split(separator: "\n").count == 1)
    #expect(try run(["-q", "--exclude=/it-it"]).output.split(separator: "\n").count == 2)
    #expect(
      try run(["-q", "--exclude=/it-it"], in: "docs").output.split(separator: "\n").count == 1)
    try folder.write("loclint.yml", "exclude: [ru-ru]\n")
    #expect(try run(["-q", "--exclude=it-it"]).error.contains("holds no document"))
    #expect(try run(["-q", "--exclude=it-it", "docs/it-it/a.md"]).status == 1)
    #expect(try run(["segments", "--exclude=it-it", "docs"]).status == 2)
    #expect(
      try run(["--exclude=[a"]).error.hasPrefix("loclint: option '--exclude': '[a' is no glob"))
  }

  @Test func keysAreSaidOnTheCommandLine() throws {
    try folder.write("loclint.yml", "fail-on: never\nseverity: {characters: note}\n")
    #expect(try run(["-q", "--set=fail-on=note"]).status == 1)
    #expect(try run(["-q", "--set", "fail-on=note", "--fail-on=never"]).status == 0)
    for words in [["--no-config"], []] {
      let outcome = try run(
        words + [
          "-q", "--set=severity={characters: warning}",
          "--set=overrides=[{files: docs/ru-ru, ignore: [characters]}]",
        ])
      #expect(outcome.output.split(separator: "\n").count == 1)
      #expect(outcome.output.contains(" warning: "), "\(outcome)")
    }
    #expect(
      try run(["config", "--set=penalties={error: 3}"]).output.contains("error: 3}  # --set:1"))
    for (word, message) in [
      ("a", "option '--set' wants a key of loclint.yml and its value: KEY=VALUE"),
      ("baseline=", "option '--set' wants a key of loclint.yml and its value: KEY=VALUE"),
      ("profil=all", "unknown key 'profil'; did you mean 'profile'?"),
      ("outputs={}", "'outputs' is said with --output, and not with --set"),
      ("root=true", "'root' is said in a file alone, and not with --set"),
      ("fail-on=errr", "option '--set' knows no 'errr'; did you mean 'error'?"),
      ("severity=[", "--set:1:12: is not YAML: "),
      ("ignore=[lnks]", "--set:1:10: there is no rule"),
      ("ignore=[]\nprofile: all", "--set:1:1: says more than 'ignore'"),
    ] {
      let outcome = try run(["-q", "--set=\(word)"])
      #expect(outcome.status == 2 && outcome.error.hasPrefix("loclint: \(message)"), "\(outcome)")
    }
  }
}
