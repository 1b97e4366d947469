import CGlibc
import Glibc
import LintCore
import LintWorkspace

/// `bench [--rounds N] [--slow SECONDS] [--peers FOLDER] [--before LOCLINT] [--small FILE]
/// [--command TEXT] [--page FILE] [--readme FILE] FOLDER`: what `make bench` runs.
@main struct Bench {
  let folder: String
  let rounds: Int
  /// A competitor whose first run takes longer, in seconds, has no other: it needs no warm-up.
  let slow: Double
  let smallFile: String
  let command: String
  /// What gets all tables.
  let page: String?
  /// What gets the table of aims.
  let readme: String?
  let setting: Competitor.Setting

  static func main() {
    do throws(Failure) {
      try Bench(CommandLine.arguments.dropFirst()).run()
    } catch {
      tell("bench: \(error)")
      exit(2)
    }
  }

  init(_ words: ArraySlice<String>) throws(Failure) {
    var words = words
    var values: [String: String] = [:]
    var folders: [String] = []
    let options = [
      "--rounds", "--slow", "--peers", "--before", "--small", "--command", "--page", "--readme",
    ]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        folders.append(word)
        continue
      }
      guard options.contains(word), let value = words.popFirst() else {
        throw Failure("unknown option '\(word)', or one without a value")
      }
      values[word] = value
    }
    guard folders.count == 1 else { throw Failure("give one folder") }
    guard let rounds = Int(values["--rounds"] ?? "5"), rounds > 0 else {
      throw Failure("--rounds wants a number")
    }
    guard let slow = Double(values["--slow"] ?? "10") else {
      throw Failure("--slow wants seconds")
    }
    guard let program = FileFinder.canonical("/proc/self/exe"),
      let slash = program.lastIndex(of: "/")
    else { throw Failure("where this program lies is unknown") }
    folder = folders[0]
    self.rounds = rounds
    self.slow = slow
    smallFile = values["--small"] ?? "Samples/it-it/install.md"
    command = values["--command"] ?? "make bench FOLDER=\(folders[0])"
    page = values["--page"]
    readme = values["--readme"]
    setting = Competitor.Setting(
      folder: folders[0], programs: String(program[..<slash]),
      peers: values["--peers"] ?? ".build/peers/bin", before: values["--before"],
      work: ".build/bench/work", processors: Self.processors)
  }

  func run() throws(Failure) {
    try Files.makeFolder(setting.work)
    let folder = try measureFolder()
    let agreement = try compareFindings()
    let (competitors, missing) = try installed()
    try convert()
    let load = try Load()
    let results = try race(competitors)
    let others = try load.ofOthers()
    let startUp = try measureStartUp()
    let tables = Tables(
      folder: folder, processors: setting.processors, command: command, results: results,
      baseline: Competitor.baseline(setting), missing: missing,
      leastMemory: try leastMemory(), startUp: startUp, agreement: agreement,
      others: others)
    print(tables.text, terminator: "")
    if let page { try write(tables.text, to: .page, of: page) }
    if let readme { try write(tables.aims, to: .readme, of: readme) }
  }

  /// Counts what is in the folder, and sees that the bare read reads the same.
  private func measureFolder() throws(Failure) -> Tables.Folder {
    let lint = try ask("lint-only", ["2", "default", folder])
    let bare = try ask("bare-read", ["2", folder])
    guard let files = lint["files"], let bytes = lint["bytes"], let segments = lint["segments"],
      files > 0, files == bare["files"], bytes == bare["bytes"]
    else { throw Failure("the bare read does not read what loclint reads: \(bare), \(lint)") }
    return Tables.Folder(files: Int(files), bytes: Int(bytes), segments: Int(segments))
  }

  /// Sees that findings are the same, byte by byte, however many workers there are.
  private func compareFindings() throws(Failure) -> String {
    Self.tell("comparing findings")
    func findings(_ program: String, _ jobs: Int, _ name: String) throws(Failure) -> String {
      let output = "\(setting.work)/\(name).jsonl"
      _ = try run(
        [program, "--profile=all", "--format=jsonl", "--jobs=\(jobs)", folder], statuses: [0, 1],
        output: output)
      return output
    }
    func compare(_ left: String, _ right: String, _ what: String) throws(Failure) {
      do throws(Failure) {
        _ = try run([try program("cmp"), left, right])
      } catch {
        throw Failure("findings differ between \(what): \(left), \(right)")
      }
    }
    let one = try findings(setting.loclint, 1, "1")
    let bytes = Files.size(one)
    for jobs in [2, 16] {
      let others = try findings(setting.loclint, jobs, "\(jobs)")
      try compare(one, others, "1 and \(jobs) workers")
      unsafe unlink(others)
    }
    var text =
      "Findings of `--profile=all --format=jsonl`, \(Figure.grouped(bytes)) bytes, are identical"
      + " with 1, 2 and 16 workers"
    if let before = setting.before {
      let others = try findings(before, 2, "before")
      try compare(one, others, "this build and \(before)")
      unsafe unlink(others)
      text += ", and to those of the other build"
    }
    unsafe unlink(one)
    return text + "."
  }

  /// Those that can run, named with their versions, and the names of the others.
  private func installed() throws(Failure) -> ([Competitor], missing: [String]) {
    var found: [Competitor] = []
    var missing: [String] = []
    for competitor in Competitor.all(setting) {
      guard let program = competitor.program else {
        missing.append(competitor.name)
        continue
      }
      guard competitor.hasVersion else {
        found.append(competitor)
        continue
      }
      let output = "\(setting.work)/answer"
      _ = try run([program, "--version"], output: output)
      let version = Answer.version(String(decoding: try Files.read(output), as: UTF8.self))
      found.append(competitor)
      found[found.count - 1].name += version.isEmpty ? "" : " (\(version))"
    }
    return (found, missing)
  }

  /// Writes the segments as PO files.
  private func convert() throws(Failure) {
    Self.tell("converting segments to PO")
    let list = "\(setting.work)/segments"
    _ = try run([setting.loclint, "segments", folder], output: list)
    for place in [setting.catalogues, "\(setting.work)/pofilter"] {
      _ = try run([try program("rm"), "-rf", place])
      try Files.makeFolder(place)
    }
    try POConversion(folder: setting.catalogues, whole: setting.catalogue).run(list)
  }

  /// Lets one run after the other, round by round, each round in another order: what a program
  /// leaves behind, in caches and in files to be written, then meets another one.
  private func race(_ competitors: [Competitor]) throws(Failure) -> [Standing] {
    var results = competitors.map { Standing(name: $0.name) }
    for round in 0...rounds {
      Self.tell(round == 0 ? "warming up" : "round \(round) of \(rounds)")
      for index in competitors.indices.shuffled() {
        let competitor = competitors[index]
        if round > 0, results[index].isSlow { continue }
        let outcome = try run(
          [competitor.program!] + competitor.arguments, statuses: competitor.statuses,
          output: competitor.output)
        if round == 0 { results[index].isSlow = outcome.seconds > slow }
        guard round > 0 || results[index].isSlow else { continue }
        results[index].seconds.add(outcome.seconds)
        results[index].processorSeconds.add(outcome.processorSeconds)
        results[index].peakMemory = max(results[index].peakMemory, outcome.peakMemory)
        guard competitor.printsParts else { continue }
        let parts = try figures(competitor.output)
        results[index].walking.add(parts["walking"] ?? .nan)
        results[index].working.add(parts["working"] ?? .nan)
      }
    }
    return results
  }

  private func measureStartUp() throws(Failure) -> (String, loclint: Series, bareRead: Series) {
    Self.tell("starting up")
    var loclint = Series()
    var bareRead = Series()
    for count in 0..<110 {
      let one = try run([setting.loclint, smallFile], statuses: [0, 1])
      let other = try run(["\(setting.programs)/bare-read", "1", smallFile])
      // The first ones warm up.
      guard count >= 10 else { continue }
      loclint.add(one.seconds)
      bareRead.add(other.seconds)
    }
    return (smallFile, loclint, bareRead)
  }

  private func leastMemory() throws(Failure) -> Int {
    try run([try program("true")]).peakMemory
  }

  private func write(_ text: String, to block: MarkedBlock, of path: String) throws(Failure) {
    let page = String(decoding: try Files.read(path), as: UTF8.self)
    guard let written = block.write(text, into: page) else {
      throw Failure("\(path) has neither both markers nor the heading '\(block.heading)'")
    }
    try Files.write(written, to: path)
  }
}

// MARK: - Children

extension Bench {
  private func run(
    _ words: [String], statuses: Set<Int32> = [0], output: String = "/dev/null"
  ) throws(Failure) -> Child.Outcome {
    try Child(
      words: words, statuses: statuses, output: output, complaints: "\(setting.work)/complaints"
    ).run()
  }

  /// What one of the benchmark's own programs prints.
  private func ask(_ name: String, _ arguments: [String]) throws(Failure) -> [String: Double] {
    let output = "\(setting.work)/answer"
    _ = try run(["\(setting.programs)/\(name)"] + arguments, output: output)
    return try figures(output)
  }

  private func figures(_ path: String) throws(Failure) -> [String: Double] {
    Answer.figures(String(decoding: try Files.read(path), as: UTF8.self))
  }

  private func program(_ name: String) throws(Failure) -> String {
    guard let path = Files.program(name) else { throw Failure("there is no '\(name)'") }
    return path
  }

  private static func tell(_ text: String) {
    var output = Output(descriptor: 2)
    output.write(text + "\n")
    output.flush()
  }

  /// How many processors this process, and so each child, may use.
  private static var processors: Int {
    var set = cpu_set_t()
    guard unsafe sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else {
      return sysconf(Int32(_SC_NPROCESSORS_ONLN))
    }
    return unsafe withUnsafeBytes(of: set) { unsafe $0.reduce(0) { $0 + $1.nonzeroBitCount } }
  }
}
