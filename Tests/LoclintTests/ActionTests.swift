import Foundation
import TestSupport
import Testing

/// The action for GitHub: the script of its last step, run as a runner would.
@Suite struct ActionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// - Returns: What came of it, and the outputs that it has set.
  private func run(_ inputs: [String: String]) throws -> (Executable.Outcome, outputs: String?) {
    let action = try Checkout.text(of: "action.yml")
    let script = try #require(action.components(separatedBy: "run: |\n").last)
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.dropFirst(8) }
    try folder.write("script", lines.joined(separator: "\n"))
    try folder.makeFolder("action/.build/program")
    try? folder.link("action/.build/program/loclint", to: Executable.loclint)
    try folder.write("outputs", "")
    for file in ["it-it/configure.md", "fr-fr/release-notes.md"] {
      try folder.write("work/\(file)", Checkout.bytes(of: "Samples/\(file)"))
    }
    // What `action.yml` says when nothing is said.
    var environment = [
      "ACTION_PATH": folder.path("action"), "GITHUB_OUTPUT": folder.path("outputs"),
      "INPUT_FOLDER": ".", "INPUT_PATHS": "", "INPUT_FAIL_ON": "", "INPUT_PROFILE": "",
      "INPUT_OPTIONS": "", "INPUT_SARIF": "", "INPUT_PROBLEM_MATCHERS": "auto",
      "INPUT_SUMMARY": "true", "IS_FORK": "", "RUNNER_TEMP": folder.path,
      "GITHUB_STEP_SUMMARY": folder.path("summary.md"),
    ]
    environment.merge(inputs) { $1 }
    let bash = try #require(Executable.find("bash"))
    let outcome = try Executable.run(
      ["--noprofile", "--norc", "-eo", "pipefail", folder.path("script")], as: bash,
      in: folder.path("work"), environment: environment)
    return (outcome, folder.read("outputs"))
  }

  /// Each finding stands beside its line once: by matchers, unless something else puts it there.
  @Test(
    arguments: [
      ([:], true), (["INPUT_PROBLEM_MATCHERS": "false"], false),
      (["INPUT_SARIF": "all.sarif"], false),
      (["INPUT_SARIF": "all.sarif", "IS_FORK": "true"], true),
      (["INPUT_SARIF": "all.sarif", "IS_FORK": "false"], false),
      (["INPUT_SARIF": "all.sarif", "INPUT_PROBLEM_MATCHERS": "true"], true),
      (["INPUT_OPTIONS": "--ignore=spans\n--column-unit=utf16"], true),
    ] as [([String: String], Bool)])
  func problemMatchers(_ inputs: [String: String], _ areOn: Bool) throws {
    let paths = ["INPUT_PATHS": "it-it\n\nfr-fr\n"]
    let (outcome, outputs) = try run(inputs.merging(paths) { $1 })
    let lines = outcome.output.split(separator: "\n")
    #expect(
      outcome.status == 1 && outputs == "exit-status=1\nsarif-file=\(inputs["INPUT_SARIF"] ?? "")\n"
    )
    #expect(lines.contains { $0.hasPrefix("it-it/configure.md:55:436: error: ") })
    let commands = lines.filter { $0.hasPrefix("::") }
    #expect(
      commands
        == (areOn
          ? [
            "::add-matcher::\(folder.path("action"))/.github/loclint-matcher.json",
            "::remove-matcher owner=loclint::", "::remove-matcher owner=loclint-notes::",
          ] : []))
  }

  @Test(arguments: [
    ["INPUT_OPTIONS": "--format=github"], ["INPUT_OPTIONS": "--output-format=auto"],
    ["INPUT_OPTIONS": "-fgithub"], ["LOCLINT_FORMAT": "auto"],
    ["LOCLINT_OUTPUT_FORMAT": "auto"],
  ])
  func annotationsOfItsOwnNeedNoMatchers(_ inputs: [String: String]) throws {
    let given = ["INPUT_PATHS": "it-it", "GITHUB_ACTIONS": "true"]
    let (outcome, _) = try run(inputs.merging(given) { $1 })
    #expect(
      outcome.output.contains("\n::error file=it-it/configure.md,line=55,")
        || outcome.output.hasPrefix("::error "))
    #expect(!outcome.output.contains("matcher"))
  }

  @Test func thePageOfTheRunHasASummary() throws {
    try folder.write("work/loclint.yml", "outputs: {csv: all.csv}\n")
    try folder.write("summary.md", "What an earlier command said.\n")
    #expect(try run(["INPUT_PATHS": "it-it"]).0.status == 1)
    let summary = try #require(folder.read("summary.md"))
    #expect(summary.hasPrefix("What an earlier command said.\n## loclint: 2 errors"))
    #expect(summary.contains("| `it-it/configure.md:55` |"))
    // Reports of loclint.yml are written all the same, and nothing is left behind.
    #expect(folder.read("work/all.csv") != nil)
    #expect(
      try folder.names() == ["action", "outputs", "script", "summary.md", "work"])

    // Neither where it is not wanted, nor where there is no run, nor where nobody takes it.
    for inputs in [
      ["INPUT_SUMMARY": "false"], ["INPUT_PATHS": "none"], ["GITHUB_STEP_SUMMARY": ""],
      ["INPUT_OPTIONS": "--no-such-option"],
    ] {
      try folder.write("summary.md", "")
      let isMistaken = inputs["INPUT_PATHS"] != nil || inputs["INPUT_OPTIONS"] != nil
      #expect(try run(inputs).0.status == (isMistaken ? 2 : 1), "\(inputs)")
      #expect(
        folder.read("summary.md") == "" || inputs["INPUT_PATHS"] != nil, "\(inputs)")
    }
    #expect(try run(["INPUT_SUMMARY": "yes"]).0.status == 2)
  }

  /// The command line wins over `loclint.yml`, so the action puts nothing on it that nobody said.
  @Test func whatIsNotSaidIsForTheConfiguration() throws {
    let action = try Checkout.text(of: "action.yml")
    for input in ["paths", "fail-on", "profile", "options", "sarif-file"] {
      let lines = action.components(separatedBy: "\n  \(input):\n")[1].split(separator: "\n")
      #expect(lines[1] == "    default: \"\"", "\(input)")
    }
    try folder.write(
      "work/loclint.yml", "paths: [it-it]\nprofile: all\nselect: [links]\nfail-on: never\n")
    let (outcome, _) = try run([:])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("it-it/configure.md:55:436: error: "))
    #expect(!outcome.output.contains("fr-fr"))
    let told = try run(["INPUT_PATHS": "fr-fr", "INPUT_FAIL_ON": "error"]).0
    #expect(told.status == 1 && told.output.contains("fr-fr/release-notes.md:"))
  }

  @Test func reportIsNamedFromTheRoot() throws {
    for (folder, shown) in [(".", "all.sarif"), ("pages", "pages/all.sarif")] {
      let (_, outputs) = try run(["INPUT_SARIF": "all.sarif", "INPUT_FOLDER": folder])
      #expect(outputs == "exit-status=1\nsarif-file=\(shown)\n")
    }
    // So that each job of a matrix can name its own when it is uploaded.
    let report = try #require(folder.read("work/all.sarif"))
    #expect(!report.contains("automationDetails"))
  }

  @Test(arguments: ["", "yes", "true; id"])
  func problemMatchersAreOnOrOff(_ input: String) throws {
    #expect(try run(["INPUT_PROBLEM_MATCHERS": input]).0.status == 2)
  }

  /// No input is a part of the script.
  @Test func inputsAreData() throws {
    let attack = "$(touch pwned); touch pwned\n`touch pwned`"
    let names = [
      "INPUT_PATHS", "INPUT_FAIL_ON", "INPUT_PROFILE", "INPUT_OPTIONS", "INPUT_SARIF",
      "INPUT_PROBLEM_MATCHERS", "INPUT_SUMMARY",
    ]
    for name in names {
      #expect(try run([name: attack]).0.status == 2, "\(name)")
    }
    #expect(folder.read("work/pwned") == nil)
    let action = try Checkout.text(of: "action.yml")
    let scripts = action.components(separatedBy: "run: ").dropFirst()
      .map { $0.components(separatedBy: "\n    - ")[0] }
    #expect(scripts.count == 3 && scripts.allSatisfy { !$0.contains("${{") })
  }
}
