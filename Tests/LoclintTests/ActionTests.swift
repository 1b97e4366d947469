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
      "INPUT_OPTIONS": "", "INPUT_SARIF": "", "INPUT_PROBLEM_MATCHERS": "true",
    ]
    environment.merge(inputs) { $1 }
    let bash = try #require(Executable.find("bash"))
    let outcome = try Executable.run(
      ["--noprofile", "--norc", "-eo", "pipefail", folder.path("script")], as: bash,
      in: folder.path("work"), environment: environment)
    return (outcome, folder.read("outputs"))
  }

  @Test(arguments: [true, false])
  func problemMatchers(_ areOn: Bool) throws {
    let (outcome, outputs) = try run([
      "INPUT_PATHS": "it-it\n\nfr-fr\n", "INPUT_PROBLEM_MATCHERS": "\(areOn)",
    ])
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 1 && outputs == "exit-status=1\nsarif-file=\n")
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
      "INPUT_PROBLEM_MATCHERS",
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
