import TestSupport
import Testing

@testable import bench

@Suite struct BenchTests {
  @Test(
    arguments: [
      ([3], 3), ([4, 1, 3], 3), ([4, 1, 3, 2], 2.5), ([2, 2, 9, 1], 2),
    ] as [([Double], Double)])
  func `The median is the middle of what was measured`(_ values: [Double], _ median: Double) {
    #expect(Series(values).median == median)
  }

  @Test func `A series without values has no median`() {
    #expect(Series().median.isNaN)
    #expect(Figure.threeDigits(Series().median) == "–")
  }

  @Test func `Ratios are taken round by round`() {
    // The machine was three times as slow in the second round.
    let slower = Series([4, 12, 4])
    #expect(slower.ratio(to: Series([2, 6, 2])) == 2)
    // One that is slow runs once.
    #expect(Series([40]).ratio(to: Series([6, 2, 2])) == 20)
  }

  @Test(
    arguments: [
      (0, "0"), (0.00421, "0.00421"), (0.04216, "0.0422"), (0.9996, "1.00"), (5.301, "5.30"),
      (9.996, "10.0"), (99.96, "100"), (301.2, "301"), (999.6, "1,000"), (1000, "1,000"),
      (142_857, "143,000"), (1_234_567, "1,230,000"), (.infinity, "–"),
    ] as [(Double, String)])
  func `Figures have three digits`(_ value: Double, _ text: String) {
    #expect(Figure.threeDigits(value) == text)
  }

  @Test(arguments: [(0, "0"), (43, "43"), (6020, "6,020"), (1_000_000, "1,000,000")])
  func `Thousands are grouped`(_ number: Int, _ text: String) {
    #expect(Figure.grouped(number) == text)
  }

  @Test(
    arguments: [(1.984, 2, "1.98"), (0.05, 2, "0.05"), (12, 0, "12"), (0.996, 1, "1.0")]
      as [(Double, Int, String)])
  func `Decimals have as many places as asked for`(_ value: Double, _ places: Int, _ text: String) {
    #expect(Figure.decimal(value, places: places) == text)
  }

  @Test func `A table is Markdown`() {
    var table = MarkdownTable(["run", "s"])
    table.add(["a|b", "0.0421"])
    table.add(["× c", "5"])
    #expect(
      table.text == """
        | run  |      s |
        |------|-------:|
        | a\\|b | 0.0421 |
        | × c  |      5 |

        """)
  }

  @Test func `The first block stands under the heading, the next one in its place`() throws {
    let page = "# loclint\n\n# Speed\n\nFast.\n\n## Limits\n"
    let once = try #require(MarkedBlock.page.write("one\n\n| table |\n", into: page))
    #expect(
      once == """
        # loclint

        # Speed

        \(MarkedBlock.page.begin)

        one

        | table |

        \(MarkedBlock.end)

        Fast.

        ## Limits

        """)
    let twice = try #require(MarkedBlock.page.write("two\n", into: once))
    #expect(
      twice == once.split(separator: "one\n\n| table |\n").joined(separator: "two\n"))
    #expect(MarkedBlock.page.write("two\n", into: twice) == twice)
  }

  @Test(arguments: [
    "# No such heading\n", "# Speed\n\(MarkedBlock.page.begin)\n", "## Speed\n\(MarkedBlock.end)\n",
    "# Speed\n\(MarkedBlock.end)\n\(MarkedBlock.page.begin)\n",
  ])
  func `A page that is not as expected is left alone`(_ page: String) {
    #expect(MarkedBlock.page.write("one\n", into: page) == nil)
  }

  @Test func `What pages are to say of speed has a place there`() throws {
    #expect(MarkedBlock.page.write("", into: try Checkout.text(of: "docs/speed.md")) != nil)
    let readme = try Checkout.text(of: "Benchmarks/README.md")
    #expect(MarkedBlock.readme.write("", into: readme) != nil)
  }

  @Test func `A segment becomes a message of PO`() {
    var file = POFile()
    file.add(id: "28c26-101", source: [], target: "nothing to translate".utf8)
    let header = POFile().text
    #expect(file.text == header)
    file.add(
      id: "28c26-102", source: #"Say "\n"."#.utf8, target: [0x64, 0xFF] + Array("\té\r\n".utf8))
    #expect(
      file.text == header + """

        msgctxt "28c26-102"
        msgid "Say \\"\\\\n\\"."
        msgstr "d\u{FFFD}\\té\\r\\n"

        """)
  }

  @Test func `A line of segments is read as it is written`() throws {
    let line = try #require(SegmentLine("docs/a b.md\t28c26-101\t40\t57\t100\t117"))
    #expect(line.path == "docs/a b.md")
    #expect(line.id == "28c26-101")
    #expect(line.target == 40..<57)
    #expect(line.source == 100..<117)
  }

  @Test(arguments: ["", "a.md\t1\t2\t3\t4", "a.md\tx\t5\t4\t1\t2", "a.md\tx\ta\t4\t1\t2"])
  func `Any other line is none of a segment`(_ line: String) {
    #expect(SegmentLine(line) == nil)
  }

  @Test func `Each page becomes a file of PO`() throws {
    let folder = try TemporaryFolder()
    try folder.write("it/a.md", "Apri|Open|Chiudi|Close")
    try folder.write("it/b.md", "Via|Go")
    let (first, second) = (folder.path("it/a.md"), folder.path("it/b.md"))
    try folder.write(
      "list",
      "\(first)\tx-1\t0\t4\t5\t9\n\(first)\tx-2\t10\t16\t17\t22\n\(second)\ty-1\t0\t3\t4\t6\n")
    try POConversion(folder: folder.path("po"), whole: folder.path("whole/all.po")).run(
      folder.path("list"))
    let header = POFile().text
    #expect(
      folder.read("po\(first).po") == header + """

        msgctxt "x-1"
        msgid "Open"
        msgstr "Apri"

        msgctxt "x-2"
        msgid "Close"
        msgstr "Chiudi"

        """)
    #expect(
      folder.read("po\(second).po") == header + """

        msgctxt "y-1"
        msgid "Go"
        msgstr "Via"

        """)
  }

  @Test func `A page that has changed since is no silent loss`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "Apri")
    try folder.write("list", "\(folder.path("a.md"))\tx-1\t0\t4\t5\t9\n")
    #expect(throws: Failure.self) {
      try POConversion(folder: folder.path("po"), whole: folder.path("whole/all.po")).run(
        folder.path("list"))
    }
  }

  @Test func `Programs tell of themselves`() {
    #expect(
      Answer.figures("files 43 bytes 5 walking 0.5\n") == ["files": 43, "bytes": 5, "walking": 0.5])
    #expect(Answer.version("grep (GNU grep) 3.8\nCopyright 2022\n") == "3.8")
    #expect(Answer.version("2.4.3\n") == "2.4.3")
    #expect(Answer.version("none\n") == "")
  }

  @Test func `Busy is what is neither idle nor waiting`() {
    #expect(Load.busyTicks("cpu  1 2 4 1000 2000 8 16 32 1 2\ncpu0 1 1 1\n") == 63)
    #expect(Load.busyTicks("cpu0 1 2 4 1000 2000 8 16 32\n") == nil)
    #expect(Load.busyTicks("cpu 1 2\n") == nil)
  }

  @Test func `A child that ends otherwise than it may fails the run`() throws {
    let folder = try TemporaryFolder()
    let shell = try #require(Files.program("sh"))
    func run(_ script: String, _ statuses: Set<Int32>) throws -> Child.Outcome {
      try Child(
        words: [shell, "-c", script], statuses: statuses, output: folder.path("output"),
        complaints: folder.path("complaints")
      ).run()
    }
    #expect(try run("echo found; exit 1", [0, 1]).peakMemory > 0)
    #expect(folder.read("output") == "found\n")
    let failure = #expect(throws: Failure.self) { try run("echo no >&2; exit 3", [0, 1]) }
    #expect(failure?.description.hasSuffix("exited with 3\n  no") == true)
    #expect(throws: Failure.self) { try run("kill -9 $$", [0, 1, 9]) }
  }

  @Test func `Tables say what was measured, and of what`() {
    func result(_ name: String, _ seconds: [Double], parts: Bool = false) -> Standing {
      var result = Standing(name: name)
      result.seconds = Series(seconds)
      result.processorSeconds = Series(seconds.map { 2 * $0 })
      result.peakMemory = 20_000_000
      guard parts else { return result }
      result.walking = Series([0.001])
      result.working = Series(seconds)
      return result
    }
    let tables = Tables(
      folder: Tables.Folder(files: 6020, bytes: 40_000_000, segments: 137_060), processors: 2,
      command: "make bench",
      results: [
        result("bare read, 2 threads", [0.01, 0.02, 0.03], parts: true),
        result("bare read, 1 thread", [0.02, 0.04, 0.06], parts: true),
        result("loclint", [0.04, 0.08, 0.12]), result("pofilter", [30]),
        result("loclint --jobs=2", [0.05]), result("loclint --jobs=1", [0.08]),
        result("lint only, 1", [0.06], parts: true), result("lint only, 2", [0.03], parts: true),
      ],
      baseline: "bare read, 2 threads", missing: ["rumdl"], leastMemory: 5_000_000,
      startUp: ("a.md", Series([0.003, 0.004]), Series([0.0005])), agreement: "All agree.",
      others: 0.0349)
    let text = tables.text
    #expect(
      text.hasPrefix(
        "`make bench`: 6,020 files, 40.0 MB, 137,060 segments, on 2 processors, warm."
          + " Other processes took 3 % of the processors meanwhile.\n"))
    // How wide columns are is another test's.
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    for line in [
      "| loclint | 0.0800 | 0.0400 | 0.120 | 4.00 | 0.160 | 500 | 75,300 | 1,710,000 | 20.0 |",
      "| pofilter (one run) | 30.0 | 30.0 | 30.0 | 1,500 | 60.0 | 1.33 | 201 | 4,570 | 20.0 |",
      "| loclint to a bare read | ≤ 7 | 4.00 | met |",
      "| rumdl to loclint | ≥ 30 | – | not measured |",
      "| pofilter to loclint | ≥ 200 | 375 | met |",
      "| one worker to two, by the clock | ≥ 1.75 | 1.60 | **not met**, on a busy machine |",
      "| loclint, whole run | 0.0800 | 0.0500 | 1.60 × |",
      "| of it, in process: reading and linting | 0.0600 | 0.0300 | 2.00 × |",
      "| bare read: reading | 0.0400 | 0.0200 | 2.00 × |", "Not installed: rumdl.",
      "`loclint a.md`, from start to exit: 3.50 ms (3.00–4.00) in 2 runs;"
        + " a bare read of it: 0.50 ms (0.50–0.50).",
    ] {
      #expect(lines.contains(line), "\(text)")
    }
    #expect(text.hasSuffix("\nAll agree.\n"))
    #expect(tables.aims.hasPrefix("| processor time of "))
    #expect(tables.aims.hasSuffix("2 processors, of which other processes took 3 %.\n"))
  }

  @Test func `An aim is met or not, and where others had the machine it says so`() {
    func verdict(_ bound: Aim.Bound, _ ratio: Double?, idle: Bool = false) -> String {
      Aim(title: "a to b", bound: bound, wantsIdleMachine: idle, ratio: ratio)
        .verdict(besides: 0.5)
    }
    #expect(verdict(.atMost(7), 7) == "met")
    #expect(verdict(.atMost(7), 7.01) == "**not met**")
    #expect(verdict(.atLeast(20), 20) == "met")
    #expect(verdict(.atLeast(20), 19.9) == "**not met**")
    #expect(verdict(.atLeast(20), nil) == "not measured")
    #expect(verdict(.atLeast(1.75), 1.8, idle: true) == "met, on a busy machine")
  }
}
