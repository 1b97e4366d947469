/// What a run found, as text.
public struct RecallTable {
  public let results: [Recall.Result]

  private static let families = [
    "spans", "metadata", "structure", "links", "markup", "text", "characters",
  ]

  public init(_ results: [Recall.Result]) {
    self.results = results
  }

  /// A line for each kind, one for each family, and what could not be tried.
  public var text: String {
    var text = Self.row("kind", "rule", "seeded", "found", "elsewhere")
    for result in results where result.isBuilt {
      text += Self.row(
        result.kind.name, result.kind.rule, "\(result.trials.count)", "\(result.found)",
        "\(result.elsewhere)")
    }
    text += "\n" + Self.row("family", "", "seeded", "found", "elsewhere")
    for family in Self.families {
      let (seeded, found, elsewhere) = sums(family)
      guard seeded > 0 else { continue }
      text += Self.row(
        family, Self.percent(found, of: seeded), "\(seeded)", "\(found)", "\(elsewhere)")
    }
    let (seeded, found, elsewhere) = sums(nil)
    text += Self.row(
      "all", Self.percent(found, of: seeded), "\(seeded)", "\(found)", "\(elsewhere)")
    let unbuilt = results.filter { !$0.isBuilt }
    if !unbuilt.isEmpty { text += "\nnot built, or not in the profile\n" }
    for result in unbuilt {
      text += Self.row(result.kind.name, result.kind.rule, "\(result.trials.count)", "", "")
    }
    let scarce = results.filter { $0.isBuilt && $0.trials.isEmpty }.map(\.kind.name)
    if !scarce.isEmpty {
      text += "\nno victim in these files: \(scarce.joined(separator: ", "))\n"
    }
    return text
  }

  /// What came of the fixes, a line for each kind whose rule has some, and every page that became
  /// another one.
  public var mending: String {
    var text = Self.row("kind", "rule", "found", "mended", "exactly", "but spaces")
    var others = ""
    for result in results where result.isFixable && result.found > 0 {
      var (mended, exactly, butSpaces) = (0, 0, 0)
      for trial in result.trials where trial.isFound {
        switch trial.mending {
        case .none: continue
        case .restored: exactly += 1
        case .restoredButSpaces: butSpaces += 1
        case .different(let now):
          others +=
            "\(result.kind.name): \(trial.path)\n  - \(Self.onOneLine(trial.before))\n"
            + "  + \(Self.onOneLine(trial.after))\n  = \(Self.onOneLine(now))\n"
        }
        mended += 1
      }
      text += Self.row(
        result.kind.name, result.kind.rule, "\(result.found)", "\(mended)", "\(exactly)",
        "\(butSpaces)")
    }
    return text + (others.isEmpty ? "" : "\nmended into something else\n\(others)")
  }

  /// Every fault that was not found and every finding elsewhere.
  public var misses: String {
    list { $0.isBuilt && (!$1.isFound || !$1.elsewhere.isEmpty) }
  }

  /// Every fault, also of kinds that the run has no rule for.
  public var faults: String { list { _, _ in true } }

  private func list(_ takes: (Recall.Result, Recall.Trial) -> Bool) -> String {
    var text = ""
    for result in results {
      for trial in result.trials where takes(result, trial) {
        let lines = trial.lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0)" }
        text += "\(result.kind.name): \(trial.path):\(lines.joined(separator: ","))"
        text += trial.isFound ? "\n" : ": not found by \(result.kind.rule)\n"
        for finding in trial.elsewhere { text += "  elsewhere \(finding)\n" }
        text += "  - \(Self.onOneLine(trial.before))\n  + \(Self.onOneLine(trial.after))\n"
      }
    }
    return text
  }

  /// Faults, those found, and findings elsewhere, of a family or of all.
  public func sums(_ family: String?) -> (seeded: Int, found: Int, elsewhere: Int) {
    results.filter { $0.isBuilt && (family == nil || $0.kind.family == family) }.reduce((0, 0, 0)) {
      ($0.0 + $1.trials.count, $0.1 + $1.found, $0.2 + $1.elsewhere)
    }
  }

  private static func row(_ cells: String...) -> String {
    var line = ""
    for (cell, width) in zip(cells, [32, 26, 8, 8, 11, 12]) {
      let space = String(repeating: " ", count: max(0, width - cell.count))
      line += width > 20 ? cell + space : space + cell
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "" }
    // Rounded down, so that 100 % is all of them.
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }
}
