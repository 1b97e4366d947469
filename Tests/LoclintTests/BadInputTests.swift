import Foundation
import LintRules
import LintWorkspace
import TestSupport
import Testing

/// The built command, given what no one would wish to read.
@Suite(.timeLimit(.minutes(2))) struct BadInputTests {
  private let folder: TemporaryFolder

  /// What is said of folders in which no file holds a segment.
  private static let warning = "loclint: no file in . holds segments: "

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("good.md", "Nothing special.\n")
  }

  private func run(
    _ words: [String], environment: [String: String] = [:],
    to destination: Executable.Destination = .file
  ) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path, environment: environment, to: destination)
  }

  /// Whatever the bytes are, the file is read, and so is the one beside it.
  @Test(
    arguments: [
      ("empty", []), ("byte order mark", [0xEF, 0xBB, 0xBF]), ("half a mark", [0xEF, 0xBB]),
      ("UTF-16", [0xFF, 0xFE, 0x61, 0, 0x0A, 0]), ("NUL bytes", Array(repeating: 0, count: 1000)),
      ("not UTF-8", [0x61, 0xC3, 0x28, 0xF5, 0x80, 0xED, 0xA0, 0x80, 0x0A, 0xE6]),
      ("line ends", Array("\r\r\n\n\r".utf8)), ("front matter", Array("---\ntitle: [\n".utf8)),
      ("front matter alone", Array("---".utf8)),
      (
        "inside a span", Array(#"<span data-ttu-id="28c26-101"><span class="sxs-lookup">Ciao"#.utf8)
      ),
      ("inside a tag", Array(#"<span data-ttu-id="28c26-1"#.utf8)),
      ("many brackets", Array(String(repeating: "[", count: 20_000).utf8)),
      ("many spans", Array(String(repeating: #"<span data-ttu-id=""#, count: 500).utf8)),
    ] as [(String, [UInt8])])
  func bytes(_ name: String, _ bytes: [UInt8]) throws {
    try folder.write("a.md", bytes)
    for words in [["."], ["segments", "."], ["--profile=all", "--verbose", "a.md", "good.md"]] {
      let run = try run(words)
      #expect(run.hasExited, "\(name): \(run.error)")
      #expect(run.status == 0 || run.status == 1, "\(name): \(run.error)")
      #expect(run.error.isEmpty || run.error.hasPrefix(Self.warning), "\(name)")
      if words == ["."] {
        #expect(run.output.contains("plain file") || run.output.contains(" of 2 files"))
      }
    }
  }

  /// As large as a file can be expected to be. A debug build reads a hundredth of it, for it is slow.
  @Test func largeFile() throws {
    #if DEBUG
      let size = 2 << 20
    #else
      let size = 200 << 20
    #endif
    let line = Array("Una riga di testo che non dice niente di particolare a nessuno.\n".utf8)
    let piece = Data((0..<(1 << 20) / line.count).flatMap { _ in line })
    try folder.write("large.md", "")
    let file = try #require(FileHandle(forWritingAtPath: folder.path("large.md")))
    for _ in 0..<size / piece.count { try file.write(contentsOf: piece) }
    try file.close()
    let run = try run(["."])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("2 plain files"))
  }

  @Test func fileThatIsTooLargeForARange() throws {
    try folder.write("huge.md", "")
    let file = try #require(FileHandle(forWritingAtPath: folder.path("huge.md")))
    // Sparse: it takes no room.
    try file.truncate(atOffset: 5 << 30)
    try file.close()
    let run = try run(["."])
    #expect(run.status == 2)
    #expect(run.error == "huge.md: error: is larger than 64 MiB\n")
    #expect(run.output.contains("1 plain file,"))
    #expect(
      try self.run(["--max-file-size=3G", "."]).error == "huge.md: error: is larger than 3 GiB\n")
  }

  @Test func folderThatIsNamedLikeAFile() throws {
    try folder.write("x.md/y.md", "Nothing.\n")
    #expect(try run(["x.md"]).output.contains("1 plain file,"))
    try folder.makeFolder("empty.md")
    let run = try run(["empty.md", "good.md"])
    #expect(run.status == 2)
    #expect(run.error == "empty.md: error: holds no document\n")
    #expect(run.output.contains("1 plain file,"))
  }

  /// Tried as another user when the tests run as root, whom no permission stops.
  @Test(.enabled(if: getuid() != 0 || Executable.find("setpriv") != nil))
  func noPermission() throws {
    try folder.write("closed.md", "Nothing.\n")
    try folder.write("locked/a.md", "Nothing.\n")
    for name in ["closed.md", "locked"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.path(name))
    }
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.path("locked"))
    }
    var program = Executable.loclint
    var words = ["."]
    if getuid() == 0 {
      // The build folder may be out of another user's reach.
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      try FileManager.default.copyItem(atPath: program, toPath: folder.path("loclint"))
      program = try #require(Executable.find("setpriv"))
      words = [
        "--reuid=65534", "--regid=65534", "--clear-groups", folder.path("loclint"), ".",
      ]
    }
    let run = try Executable.run(words, as: program, in: folder.path)
    #expect(run.status == 2)
    #expect(
      run.error == "closed.md: error: permission denied\nlocked: error: permission denied\n")
    #expect(run.output.contains("1 plain file,"))
  }

  @Test func pathsThatLeadNowhere() throws {
    try folder.link("dangling.md", to: "nowhere.md")
    try folder.link("self.md", to: "self.md")
    try folder.makeFolder("a")
    try folder.link("a/up", to: "..")
    let failure = unsafe mkfifo(folder.path("pipe.md"), 0o600)
    #expect(failure == 0)
    let run = try run(["missing.md", "dangling.md", "self.md", "pipe.md", "good.md"])
    #expect(run.status == 2)
    #expect(
      run.error == """
        dangling.md: error: no such file or directory
        missing.md: error: no such file or directory
        pipe.md: error: is not a file
        self.md: error: too many levels of symbolic links

        """)
    #expect(run.output.contains("1 plain file,"))
    // A walk passes all of these over, and the link that leads up with them.
    let walk = try self.run(["."])
    #expect(walk.status == 0)
    #expect(walk.error.hasPrefix(Self.warning) && walk.error.split(separator: "\n").count == 1)
    #expect(walk.output.contains("1 plain file,"))
  }

  @Test func namesThatLookLikeSomethingElse() throws {
    let other = try TemporaryFolder()
    for name in ["-q.md", "#a.md", ":b.md", "a\nb.md", "\u{1B}[31m.md"] {
      try other.write(name, "Nothing.\n")
    }
    let run = try Executable.run(["--", "-q.md", "."], in: other.path)
    #expect(run.status == 0)
    #expect(run.output.contains("5 plain files"))
    let missing = try Executable.run(["::error::x.md", "\u{1B}x.md"], in: other.path)
    #expect(
      missing.error == """
        \\u{1B}x.md: error: no such file or directory
        ./::error::x.md: error: no such file or directory

        """)
  }
}

/// How the built command gets along with its streams.
@Suite(.timeLimit(.minutes(1))) struct StreamTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("good.md", "Nothing special.\n")
  }

  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    for words in [["-o", "text=report.txt", "."], ["--help"], ["segments", "."], ["rules"]] {
      let run = try Executable.run(words, in: folder.path, to: .brokenPipe)
      #expect(run.hasExited)
      #expect(run.status == 0)
      #expect(run.error.isEmpty || run.error.hasPrefix("loclint: no file in . holds segments: "))
    }
    #expect(try #require(folder.read("report.txt")).contains("1 plain file"))
    let worse = try Executable.run(["missing.md", "."], in: folder.path, to: .brokenPipe)
    #expect(worse.status == 2)
  }

  /// With no standard output at all, the report's file must not be taken for it.
  @Test func standardOutputThatIsClosed() throws {
    let script = #"exec "$0" "$@" >&-"#
    let run = try Executable.run(
      ["-c", script, Executable.loclint, "-o", "text=report.txt", "."], as: "/bin/sh",
      in: folder.path)
    #expect(run.status == 0)
    #expect(run.error.hasPrefix("loclint: no file in . holds segments: "))
    let report = try #require(folder.read("report.txt"))
    #expect(report.split(separator: "\n").count == 1)
    #expect(try folder.names() == ["good.md", "report.txt"])
  }

  @Test func standardOutputThatIsFull() throws {
    let run = try Executable.run(["."], in: folder.path, to: .device("/dev/full"))
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("loclint: standard output: no space left on device\n"))
  }

  /// On a terminal, which `script` makes up.
  @Test(
    .enabled(if: Executable.find("script") != nil && Executable.canOpenTerminal),
    arguments: [
      ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "dumb"], false),
    ] as [([String: String], Bool)])
  func color(_ environment: [String: String], _ isColored: Bool) throws {
    let script = try #require(Executable.find("script"))
    let run = try Executable.run(
      ["-qec", "'\(Executable.loclint)' .", "/dev/null"], as: script, in: folder.path,
      environment: ["TERM": "xterm"].merging(environment) { $1 })
    #expect(run.output.contains("No faults found"))
    #expect(run.output.contains("\u{1B}[") == isColored)
  }

  /// On terminals that take them, addresses are links, and they are written out: who wrote them may be a stranger.
  @Test(
    .enabled(if: Executable.find("script") != nil && Executable.canOpenTerminal),
    arguments: [
      ([:], false), (["VTE_VERSION": "7600"], true), (["VTE_VERSION": "5000"], false),
      (["VTE_VERSION": "7600", "TERM": "tmux-256color"], false),
      (["VTE_VERSION": "7600", "TERM": "dumb"], false), (["TERM": "xterm-kitty"], true),
      (["TERM_PROGRAM": "vscode"], true), (["TERM_PROGRAM": "Apple_Terminal"], false),
      (["WT_SESSION": "1", "NO_COLOR": "1"], true), (["FORCE_HYPERLINK": "1"], true),
      (["WT_SESSION": "1", "FORCE_HYPERLINK": "0"], false),
      (["WT_SESSION": "1", "LOCLINT_HYPERLINKS": "never"], false),
      (["LOCLINT_HYPERLINKS": "always"], true),
    ] as [([String: String], Bool)])
  func hyperlinks(_ environment: [String: String], _ areThere: Bool) throws {
    let script = try #require(Executable.find("script"))
    try folder.write("loclint.yml", "rule-pages: https://docs.example.com/{rule}\n")
    try folder.write("a.md", "a\u{FFFD}\n")
    let run = try Executable.run(
      ["-qec", "'\(Executable.loclint)' -o text=report.txt a.md", "/dev/null"], as: script,
      in: folder.path, environment: ["TERM": "xterm"].merging(environment) { $1 })
    let address = "https://docs.example.com/replacement-character"
    let link = "\u{1B}]8;;\(address)\u{1B}\\\(address)\u{1B}]8;;\u{1B}\\"
    #expect(run.output.contains("    page | \(areThere ? link : address)\r\n"), "\(run.output)")
    #expect(run.output.contains("[replacement-character]\r\n"))
    #expect(run.output.contains("\u{1B}]") == areThere)
    let report = try #require(folder.read("report.txt"))
    #expect(report.contains("    page | \(address)\n") && !report.contains("\u{1B}"))
  }

  @Test func colorWithoutATerminal() throws {
    #expect(!(try Executable.run(["."], in: folder.path).output.contains("\u{1B}")))
    #expect(
      try Executable.run(
        ["--color=always", "-o", "text=x.txt", "."], in: folder.path,
        environment: ["NO_COLOR": "1"]
      ).output.contains("\u{1B}[1m"))
    #expect(!(try #require(folder.read("x.txt")).contains("\u{1B}")))
  }

  @Test func sourceDateEpochMakesReportsTheSameAgain() throws {
    let environment = ["SOURCE_DATE_EPOCH": "0"]
    #expect(
      try Executable.run(["."], in: folder.path, environment: environment).output
        == "No faults found in 0 documents (0 segments, 1 plain file).\n")
    let wrong = try Executable.run(
      ["."], in: folder.path, environment: ["SOURCE_DATE_EPOCH": "now"])
    #expect(wrong.status == 2)
  }

  @Test(.enabled(if: !RuleLibrary.builtIn.rules.isEmpty))
  func faultsFailTheRun() throws {
    try folder.write("bad.md", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n")
    let run = try Executable.run(["."], in: folder.path)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("bad.md:1:1: error: "))
    #expect(try Executable.run(["--fail-on=never", "."], in: folder.path).status == 0)
    #expect(try Executable.run(["."], in: folder.path, to: .brokenPipe).status == 1)
  }
}
