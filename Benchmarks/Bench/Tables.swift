/// Everything that a run of the benchmark found out, as text.
struct Tables {
  /// What the competitors went through.
  struct Folder {
    let files: Int
    let bytes: Int
    let segments: Int
  }

  let folder: Folder
  let processors: Int
  /// What the run was started with.
  let command: String
  let results: [Standing]
  let baseline: String
  let missing: [String]
  /// The peak memory of a child that needs none.
  let leastMemory: Int
  let startUp: (file: String, loclint: Series, bareRead: Series)
  /// What came of comparing findings.
  let agreement: String
  /// The share of the processors' time that other processes took, from 0 to 1.
  let others: Double

  var text: String {
    var text =
      "`\(command)`: \(Figure.grouped(folder.files)) files,"
      + " \(Figure.threeDigits(Double(folder.bytes) / 1e6)) MB,"
      + " \(Figure.grouped(folder.segments)) segments, on \(processors)"
      + " processor\(processors == 1 ? "" : "s"), warm. Other processes took"
      + " \(Figure.decimal(others * 100, places: 0)) % of the processors meanwhile.\n\n"
      + "\(competitors)\n"
    if !missing.isEmpty { text += "Not installed: \(missing.joined(separator: ", ")).\n\n" }
    text += "\(ratios)\n\(workers)\n"
    let (file, loclint, bareRead) = startUp
    text +=
      "`loclint \(file)`, from start to exit: \(milliseconds(loclint)) in"
      + " \(loclint.values.count) runs; a bare read of it: \(milliseconds(bareRead)).\n\n"
    return text + agreement + "\n"
  }

  /// What ratios were aimed at and measured, with what they were measured of.
  var aims: String {
    "\(ratios)\n`\(command)` measured it: \(Figure.grouped(folder.files)) files,"
      + " \(Figure.threeDigits(Double(folder.bytes) / 1e6)) MB, \(processors)"
      + " processor\(processors == 1 ? "" : "s"), of which other processes took"
      + " \(Figure.decimal(others * 100, places: 0)) %.\n"
  }

  /// A line for each aim.
  private var ratios: String {
    var table = MarkdownTable(["processor time of", "aim", "measured", "so it is"])
    for aim in Aim.all(of: results, baseline: baseline) {
      table.add([
        aim.title, aim.text, aim.ratio.map { Figure.threeDigits($0) } ?? "–",
        aim.verdict(besides: others),
      ])
    }
    return table.text
  }

  /// A line for each whole run.
  private var competitors: String {
    var table = MarkdownTable([
      "whole run", "seconds", "least", "most", "× bare read", "cpu s", "MB/s", "files/s",
      "segments/s",
      "peak MB",
    ])
    let bare = series(baseline, \.seconds)
    for result in results where isWhole(result) {
      let median = result.seconds.median
      table.add([
        result.name + (result.seconds.values.count == 1 ? " (one run)" : ""),
        Figure.threeDigits(median), Figure.threeDigits(result.seconds.least),
        Figure.threeDigits(result.seconds.most),
        Figure.threeDigits(result.seconds.ratio(to: bare)),
        Figure.threeDigits(result.processorSeconds.median),
        Figure.threeDigits(Double(folder.bytes) / 1e6 / median),
        Figure.threeDigits(Double(folder.files) / median),
        Figure.threeDigits(Double(folder.segments) / median), memory(result),
      ])
    }
    return table.text
  }

  /// What a second worker gains.
  private var workers: String {
    var table = MarkdownTable(["seconds with", "1 worker", "2 workers", "gain"])
    func add(_ title: String, _ name: (Int) -> String, _ part: KeyPath<Standing, Series>) {
      let one = series(name(1), part)
      let two = series(name(2), part)
      table.add([
        title, Figure.threeDigits(one.median), Figure.threeDigits(two.median),
        "\(Figure.decimal(one.ratio(to: two), places: 2)) ×",
      ])
    }
    add("loclint, whole run", Competitor.jobs, \.seconds)
    add("of it, in process: walking (one worker)", Competitor.lintOnly, \.walking)
    add("of it, in process: reading and linting", Competitor.lintOnly, \.working)
    add("bare read: walking (one worker)", Competitor.bareRead, \.walking)
    add("bare read: reading", Competitor.bareRead, \.working)
    return table.text
  }

  private func series(_ name: String, _ part: KeyPath<Standing, Series>) -> Series {
    results.first { $0.name == name }?[keyPath: part] ?? Series()
  }

  /// Those that do only a part of a run stand in the second table.
  private func isWhole(_ result: Standing) -> Bool {
    result.name == baseline || result.walking.values.isEmpty
  }

  private func memory(_ result: Standing) -> String {
    // A child starts with its parent's peak, so less than that can't be seen.
    let isHidden = result.peakMemory * 20 <= leastMemory * 21
    let megabytes = Figure.threeDigits(Double(result.peakMemory) / 1e6)
    return isHidden ? "≤ \(megabytes)" : megabytes
  }

  private func milliseconds(_ series: Series) -> String {
    func text(_ seconds: Double) -> String { Figure.decimal(seconds * 1000, places: 2) }
    return "\(text(series.median)) ms (\(text(series.least))–\(text(series.most)))"
  }
}
