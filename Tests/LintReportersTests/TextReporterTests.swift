import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintReporters

@Suite struct TextReporterTests {
  /// What is written of files with these contents.
  private func report(
    _ files: [(path: String, text: String)], _ rules: [any Rule], gate: Severity? = .error,
    seconds: Double = 0.114, most: Int? = nil, needs: PlacementNeeds = .none,
    pages: RulePages? = nil, as reporter: TextReporter = TextReporter()
  ) -> String {
    let linter = Linter(
      formats: [LineFormat()], rules: rules.map { ($0, $0.info.severity) }, needs: needs,
      selection: FindingSelection(most: most))
    let run = Run(version: "1.0.0", rules: linter.rules, gate: gate, started: 0, rulePages: pages)
    var reporter = reporter
    var output = Output()
    var summary = Summary(rules: rules.count)
    reporter.begin(run, to: &output)
    for (path, text) in files {
      let file =
        text == "unreadable"
        ? SourceFile(path: path).unreadable("permission denied")
        : linter.lint(Array(text.utf8), of: SourceFile(path: path), as: LineFormat())
      summary.add(file, in: run)
      reporter.add(file, in: run, to: &output)
    }
    summary.seconds = seconds
    reporter.end(summary, in: run, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      TextReporter(), TextReporter(detail: .quiet), TextReporter(detail: .verbose),
      TextReporter(detail: .quiet, hasColor: true, columnUnit: .byte, showsRanges: true),
    ], [Severity.note, .error])
  func `What a report does without changes nothing of it`(
    reporter: TextReporter, gate: Severity
  ) {
    var needs = PlacementNeeds(of: [reporter])
    #expect(!needs.omissions.isEmpty)
    needs.isCounted = { $0.isCounted(below: gate) }
    let files = Self.files
    let whole = report(files, Self.rules, gate: gate, as: reporter)
    #expect(report(files, Self.rules, gate: gate, needs: needs, as: reporter) == whole)
  }

  /// What the build says is no stranger's, so that a rule's name may lead there.
  @Test(arguments: [true, false]) func `A name hides no address of a configuration`(
    isConfigured: Bool
  ) {
    let pages = RulePages("https://docs.example.com/{rule}", isConfigured: isConfigured)
    let text = report(
      [("a.md", "BAD\n")], [WordRule("bad-word", finds: "BAD")], pages: pages,
      as: TextReporter(hasLinks: true))
    func link(_ text: String) -> String {
      "\u{1B}]8;;https://docs.example.com/bad-word\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
    #expect(text.contains(" [\(isConfigured ? "bad-word" : link("bad-word"))]\n"))
    #expect(text.contains("    page | \(link("https://docs.example.com/bad-word"))\n"))
  }

  @Test func `What one of several reports shows is worked out`() {
    let quiet = TextReporter(detail: .quiet)
    #expect(PlacementNeeds(of: [quiet, TextReporter()]).omissions == [.identity, .counted])
    #expect(PlacementNeeds(of: [quiet, JSONLinesReporter()]).omissions.isEmpty)
    #expect(PlacementNeeds(of: []).omissions.isEmpty)
  }

  private static let rules: [any Rule] = [
    WordRule("bad-word", finds: "BAD", related: "GOOD"),
    WordRule("odd-word", finds: "ODD", severity: .warning),
    WordRule("other-place", finds: "AGAIN", severity: .note, related: "first", label: "first use"),
    WordRule("counted", finds: "MT", severity: .note, isCounted: true),
  ]

  private static let files: [(path: String, text: String)] = [
    (
      "docs/it-it/a.md",
      """
      first line
      28c26-101|Un esempio BAD.|An example that is GOOD.
      28c26-102|Niente ODD qui|Nothing here
      AGAIN
      MT MT
      """
    ),
    ("docs/it-it/b.md", "28c26-101|Tutto bene|All is well\nMT\n"),
    ("docs/it-it/plain.md", "a plain file, ODD\n"),
    ("docs/it-it/secret.md", "unreadable"),
  ]

  @Test(arguments: [
    ("normal", TextReporter()), ("quiet", TextReporter(detail: .quiet)),
    ("verbose", TextReporter(detail: .verbose, listsUnreadable: true)),
    ("color", TextReporter(hasColor: true)),
  ])
  func wholeReport(_ name: String, _ reporter: TextReporter) {
    #expect(
      GoldenFile.difference(report(Self.files, Self.rules, as: reporter), "text/\(name).txt") == nil
    )
  }

  /// What is not listed is told of at the last that is, and counted like all.
  @Test(arguments: [
    ("normal", TextReporter()), ("quiet", TextReporter(detail: .quiet)),
    ("verbose", TextReporter(detail: .verbose)), ("color", TextReporter(hasColor: true)),
    ("range", TextReporter(detail: .quiet, columnUnit: .byte, showsRanges: true)),
  ])
  func more(_ name: String, _ reporter: TextReporter) {
    let bad = String(repeating: "BAD ", count: 1236)
    let files: [(path: String, text: String)] = [
      ("::notice::it-it/a.md", "28c26-101|è \(bad)ODD|GOOD\nMT MT MT\n"),
      ("docs/it-it/b.md", "MT MT\n28c26-101|ODD ODD ODD|a\n"),
    ]
    #expect(
      GoldenFile.difference(
        report(files, Self.rules, most: 1, as: reporter), "text/more-\(name).txt") == nil)
  }

  @Test func nothingFound() {
    let files = [
      (path: "a.md", text: "28c26-101|a|b"), ("b.md", "28c26-101|a|b\n28c26-102|a|b"),
    ]
    #expect(
      report(files, Self.rules) == "No faults found in 2 documents (3 segments, 0.11 s).\n")
    #expect(
      report(files + [("c.md", "plain"), ("d.md", "unreadable")], Self.rules, seconds: 0)
        == """
        No faults found in 2 documents (3 segments, 1 plain file). 1 path could not be checked.

        """)
    #expect(
      report([("d.md", "unreadable")], Self.rules)
        == "Nothing was checked. 1 path could not be checked.\n")
    #expect(report([], Self.rules) == "Nothing was checked.\n")
    #expect(report(files, Self.rules, as: TextReporter(detail: .quiet)) == "")
  }

  @Test func whatFailsTheRunIsListed() {
    let text = report([("a.md", "28c26-101|MT|a")], Self.rules, gate: .note)
    #expect(text.hasPrefix("a.md:1:11: note: 'MT' must not be here [counted]\n"))
  }

  /// The excerpt of each text with the marks right under `BAD`, at several widths.
  @Test func marks() {
    let fill = "Parole che riempiono una riga e poi un'altra, perché sia lunga. "
    let texts = [
      "漢字とBAD、カナ|Han and GOOD",
      "ｆｕｌｌ BAD|x GOOD",
      "e\u{301}a\u{308}o\u{302} BAD|caf\u{E9} cafe\u{301} GOOD",
      "مرحبا BAD بالعالم|Hello GOOD world",
      "👩‍💻 e 🇮🇹 BAD|👩 GOOD",
      "a\tb\tBAD|tab\tGOOD",
      "x\u{200B}y\u{AD}z\u{202E}w BAD|\u{FEFF}GOOD",
      "\u{1B}[31m\u{0}BAD\u{7F}\u{85}|\u{9B}GOOD",
      "हिन्दी BAD|ไทย ที่ GOOD",
      "한국어 \u{1112}\u{1161}\u{11AB} BAD|GOOD",
      "BAD\u{301}\u{302}|GOOD\u{301}",
      fill + fill + "BAD " + fill + fill + "|" + fill + fill + fill + "GOOD " + fill,
      "漢" + String(repeating: "漢字", count: 100) + "BAD"
        + String(repeating: "かな", count: 100) + "|GOOD",
      "BAD|" + fill + fill + fill,
      fill + fill + "BAD|" + fill + fill + fill,
    ]
    let rule = WordRule("bad-word", finds: "BAD", related: "GOOD")
    let files = texts.enumerated().map { index, text in
      (path: "\(index).md", text: "28c26-101|\(text)")
    }
    for width in [40, 80] {
      #expect(
        GoldenFile.difference(
          report(files, [rule], as: TextReporter(width: width)), "text/marks-\(width).txt") == nil)
    }
    let long = WordRule("long-finding", finds: "BAD", related: "GOOD", length: 120)
    #expect(
      GoldenFile.difference(
        report(
          [("long.md", "28c26-101|\(fill)BAD\(fill)\(fill)\(fill)|GOOD")], [long],
          as: TextReporter(width: 80)),
        "text/long-finding.txt") == nil)
  }

  @Test func nothingIsWhereSomethingShouldBe() {
    let empty = WordRule("empty", finds: "|a source", length: 0)
    #expect(
      report([("a.md", "28c26-101||a source")], [empty]).hasPrefix(
        """
        a.md:1:11: error: '' must not be here [empty]
          target |
                 | ^ nothing here
          source | a source

        """))
  }

  /// What a hostile document could do to a terminal or a build agent.
  @Test(arguments: [
    "::add-mask::x", "##[error]x", "##vso[task.setvariable variable=a]b", "###[x",
    "\u{1B}]0;x\u{7}",
    "\r::error::x", "\u{202E}x\u{2066}", "\u{2028}::error::x", "\u{85}x", "##VSO[x",
  ])
  func injection(_ text: String) {
    for detail in [TextReporter.Detail.normal, .quiet, .verbose] {
      for path in ["a\(text).md", "\(text).md"] {
        let written = report(
          [(path, "28c26-101|BAD\(text)|\(text)GOOD")],
          [WordRule("bad-word", finds: "BAD", related: "GOOD", length: 3 + text.utf8.count)],
          as: TextReporter(detail: detail))
        for line in written.split(separator: "\n") {
          #expect(!line.contains("##["))
          #expect(!line.lowercased().contains("##vso["))
          #expect(!line.drop { $0 == " " }.hasPrefix("::"))
          #expect(!line.drop { $0 == " " }.hasPrefix("#"))
          #expect(
            !line.unicodeScalars.contains {
              [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
            })
        }
      }
    }
  }

  @Test(arguments: [
    ("a.md", "a.md"), (":a.md", "./:a.md"), ("#a.md", "./#a.md"), ("-a.md", "./-a.md"),
    (" a.md", "./ a.md"), ("/x/a.md", "/x/a.md"), ("a\nb.md", "a\\nb.md"), ("è.md", "è.md"),
  ])
  func paths(_ path: String, _ printed: String) {
    #expect(TextReporter.printable(path) == printed)
  }

  /// A row is what is cut out of a list of characters, each by itself, whichever way it was made.
  @Test(
    arguments: [
      "", "a", "abc déf", "Слово «и» дело…", "#a", "漢a字b", "e\u{301}e", "\u{301}e", "a\tb",
      "a##[b", "one two three four five six", "\u{202E}漢\u{301}x\u{7F}y",
    ])
  func rowsAgree(_ text: String) {
    for lower in 0...text.utf8.count {
      for upper in lower...text.utf8.count {
        // A mark that cuts a character in two is none.
        guard text.utf8.isBoundary(lower), text.utf8.isBoundary(upper) else { continue }
        for limit in [nil, 5, 12, 80] {
          for isCut in [false, true] {
            let terminal = TerminalText(text)
            let row = terminal.row(
              marked: lower..<upper, limit: limit, isCutBefore: isCut, isCutAfter: isCut)
            var line: [UInt8] = []
            terminal.write(row, to: &line)
            let plain = PlainRow(text, marked: lower..<upper, limit: limit, isCut: isCut)
            #expect(String(decoding: line, as: UTF8.self) == plain.text)
            #expect(row.indent == plain.indent && row.marked == plain.marked)
          }
        }
      }
    }
  }

  @Test func exampleIsMarked() {
    #expect(
      MarkedText.rows("a ⟦b⟧ 漢⟦字⟧⟦⟧\n⟦c\nd⟧\n", label: "target")
        == """
          target | a b 漢字
                 |   ^   ^~^
                 | c
                 | ^
                 | d
                 | ^

        """)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1609, "1,609"), (1_234_567, "1,234,567")])
  func numerals(_ number: Int, _ text: String) {
    #expect(Numeral.grouped(number) == text)
  }
}

/// A row of a text by the plainest of ways.
private struct PlainRow {
  private(set) var text = ""
  private(set) var indent = 0
  private(set) var marked = 0

  init(_ whole: String, marked range: Range<Int>, limit: Int?, isCut: Bool) {
    var cells: [(shown: String, start: Int, width: Int)] = []
    var offset = 0
    for scalar in whole.unicodeScalars {
      let isCommand = scalar == "#" && cells.last?.shown == "#" && whole.contains("##[")
      let shown = isCommand ? "\\u{23}" : String(scalar).visible
      let isWide = "漢字".unicodeScalars.contains(scalar)
      let width = shown.unicodeScalars.count > 1 ? shown.utf8.count : isWide ? 2 : 1
      // What combines is no character of its own, where there is one before it.
      if scalar == "\u{301}", !cells.isEmpty {
        cells[cells.count - 1].shown += shown
      } else {
        cells.append((shown, offset, scalar == "\u{301}" ? 0 : width))
      }
      offset += String(scalar).utf8.count
    }
    func end(_ cell: Int) -> Int { cell + 1 < cells.count ? cells[cell + 1].start : offset }
    let first = cells.indices.first { end($0) > range.lowerBound } ?? cells.count
    let core = cells.indices.filter {
      !range.isEmpty && $0 >= first && cells[$0].start < range.upperBound
    }
    var shown = first..<first
    let total = cells.reduce(0) { $0 + $1.width }
    if limit.map({ total <= $0 }) ?? true {
      shown = cells.indices
    } else {
      var rest = max(limit! - 2, 1)
      func fits(_ cell: Int, keeping kept: Int) -> Bool {
        guard cells.indices.contains(cell), cells[cell].width <= rest - kept else { return false }
        rest -= cells[cell].width
        return true
      }
      let before = min(rest / 3, 24)
      while core.contains(shown.upperBound), fits(shown.upperBound, keeping: before) {
        shown = shown.lowerBound..<shown.upperBound + 1
      }
      var grows = true
      while grows {
        grows = false
        if fits(shown.lowerBound - 1, keeping: 0) {
          shown = shown.lowerBound - 1..<shown.upperBound
          grows = true
        }
        if fits(shown.upperBound, keeping: 0) {
          shown = shown.lowerBound..<shown.upperBound + 1
          grows = true
        }
      }
    }
    let isCutBefore = isCut || shown.lowerBound > 0
    text =
      (isCutBefore ? "…" : "") + cells[shown].map(\.shown).joined()
      + (isCut || shown.upperBound < cells.count ? "…" : "")
    indent =
      (isCutBefore ? 1 : 0)
      + cells[shown.lowerBound..<max(first, shown.lowerBound)].reduce(0) { $0 + $1.width }
    marked = core.filter(shown.contains).reduce(0) { $0 + cells[$1].width }
  }
}

extension String.UTF8View {
  /// Whether a scalar begins at an offset, or the text ends.
  fileprivate func isBoundary(_ offset: Int) -> Bool {
    offset == count || self[index(startIndex, offsetBy: offset)] & 0xC0 != 0x80
  }
}
