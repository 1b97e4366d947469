import LintCore
import LintReporters
import LintText
import Testing

@testable import LintWorkspace
@testable import loclint

@Suite struct ArgumentsTests {
  @Test func everyWayToGiveAValue() throws {
    for words in [
      ["--jobs=3"], ["--jobs", "3"], ["-j3"], ["-j", "3"], ["-j=3"], ["-qj3"], ["-qvj", "3"],
      ["check", "-j3"], ["-j3", "check"], ["--jobs=1", "--jobs=3"],
    ] {
      let arguments = try Arguments(words)
      #expect(arguments.value(.jobs) == "3", "\(words)")
      #expect(arguments.operands == [], "\(words)")
    }
  }

  @Test func listsAreSplitAndGathered() throws {
    let arguments = try Arguments(["-s", "a,b", "--select=+c,", "x.md", "--select", "d"])
    #expect(arguments.list(.select) == ["a", "b", "+c", "d"])
    #expect(arguments.operands == ["x.md"])
  }

  @Test(
    arguments: [
      ([], nil, []), (["docs"], nil, ["docs"]), (["check"], .check, []),
      (["check", "rules"], .check, ["rules"]), (["docs", "rules"], nil, ["docs", "rules"]),
      (["--", "rules", "-q"], nil, ["rules", "-q"]),
      (["explain", "a", "b"], .explain, ["a", "b"]),
      (["-q", "check", "-"], .check, ["-"]), (["./check"], nil, ["./check"]),
    ] as [([String], Subcommand?, [String])])
  func operands(_ words: [String], _ subcommand: Subcommand?, _ operands: [String]) throws {
    let arguments = try Arguments(words)
    #expect(arguments.subcommand == subcommand)
    #expect(arguments.operands == operands)
  }

  @Test(arguments: [
    (["--formt=text"], "unknown option '--formt'; did you mean '--format'?"),
    (["--sev", "x=note"], "unknown option '--sev'; did you mean '--severity'?"),
    (["-verbose"], "unknown option '-verbose'; did you mean '--verbose'?"),
    (["--xyzzy"], "unknown option '--xyzzy'"), (["-qz"], "unknown option '-z'"),
    (["--jobs"], "option '--jobs' wants a value: --jobs=NUMBER"),
    (["-j"], "option '-j' wants a value: -j NUMBER"),
    (["--select="], "option '--select' wants a value: RULE,…"),
    (["--quiet=yes"], "option '--quiet' takes no value"),
    (["--fail-on=eror"], "option '--fail-on' knows no 'eror'; did you mean 'error'?"),
    (["--color=7"], "option '--color' knows no '7'; it takes auto, always, never"),
    (["rules", "--jobs=2"], "'rules' takes no option '--jobs'"),
    (["-q", "explain"], "'explain' takes no option '-q'"),
  ])
  func mistakes(_ words: [String], _ message: String) {
    #expect(throws: UsageError(message)) { try Arguments(words) }
  }

  @Test(
    arguments: [
      (["--jobs=0"], "option '--jobs' wants a number from 1 to 1024, not '0'"),
      (["--jobs=two"], "option '--jobs' wants a number from 1 to 1024, not 'two'"),
      (
        ["--locale=it_IT"],
        "--locale: 'it_IT' is not a well-formed BCP 47 tag; did you mean 'it-IT'?"
      ),
      (["--locale=italiano!"], "--locale: 'italiano!' is not a well-formed BCP 47 tag"),
      (["--severity=x"], "option '--severity' wants a rule and a severity: RULE=error"),
      (["--severity=x=warn"], "unknown severity 'warn'; did you mean 'warning'?"),
      (["--output=x"], nil), (["--output=text="], nil),
      (["--output=txt=x"], "unknown format 'txt'; did you mean 'text'?"),
      (["--output=text=-"], "write to standard output with --format=text"),
      (["-o", "text=a", "-o", "text=a"], "two reports can't be written to 'a'"),
      (["--min-score=1e1"], "option '--min-score' wants a number from 0 to 100, not '1e1'"),
      (["--min-score=-1"], "option '--min-score' wants a number from 0 to 100, not '-1'"),
      (["-qv"], "--quiet and --verbose exclude each other"),
      (
        ["-"],
        "standard input wants a path that it stands for, --stdin-path=PATH; a file of that name is './-'"
      ),
      ([""], "a path is empty"),
    ] as [([String], String?)])
  func mistakesInCheck(_ words: [String], _ message: String?) throws {
    let arguments = try Arguments(words)
    let error = #expect(throws: UsageError.self) {
      try CheckOptions(arguments, arguments.settings())
    }
    if let message { #expect(error?.description == message) }
  }

  /// What is proposed is what the command takes.
  @Test(arguments: ["merge", "segments"])
  func standardInputIsReadOnlyByCheck(_ command: String) throws {
    let arguments = try Arguments([command, "-"])
    #expect(
      throws: UsageError("'\(command)' does not read standard input; a file of that name is './-'")
    ) { try arguments.paths() }
  }

  @Test func whatCountsWhenNothingIsSaid() throws {
    let options = try CheckOptions(Arguments([]), Settings())
    #expect(options.paths == ["."])
    #expect(options.format == AllReporters.standard)
    #expect(options.settings.gate == nil)
    #expect(options.settings.selection.profile == .default)
    #expect(options.jobs == System.processors)
    #expect(try Arguments(["--fail-on=never"]).settings().gate?.severity == .some(nil))
  }

  @Test(
    arguments: [
      ("formt", "format"), ("changed-link-traget", "changed-link-target"), ("chan", "changed-x"),
      ("zzz", nil), ("", nil), ("LINKS", "links"),
    ] as [(String, String?)])
  func spelling(_ name: String, _ meant: String?) {
    let known = ["format", "changed-x", "changed-link-target", "links"]
    #expect(Spelling.closest(to: name, among: known) == meant)
  }

  @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3)])
  func distance(_ left: String, _ right: String, _ distance: Int) {
    #expect(Spelling.distance(from: left, to: right) == distance)
    #expect(Spelling.distance(from: right, to: left) == distance)
  }

  @Test func optionsAreUnambiguous() {
    #expect(Set(Option.all.map(\.name)).count == Option.Name.allCases.count)
    #expect(Option.all.count == Option.Name.allCases.count)
    let shorts = Option.all.compactMap(\.short)
    #expect(Set(shorts).count == shorts.count)
  }
}
