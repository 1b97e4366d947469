extension Arguments {
  /// The program and those of its options that say what is looked for and where, as they could be typed
  /// again; `nil` where the pages came from standard input or a list.
  var command: [String]? {
    guard !has(.stdinPath), !has(.filesFrom), !has(.writeBaseline) else { return nil }
    let options = Option.all.filter { !Option.ofReports.contains($0.name) }
    return ["loclint"]
      + options.flatMap { option in
        // Of an option that is not repeatable the last one counts.
        values(option.name).suffix(option.isRepeatable ? .max : 1).map {
          $0.isEmpty ? option.long : "\(option.long)=\($0)"
        }
      }
  }
}

extension Option {
  /// Those that do not say what is looked for, nor where.
  fileprivate static let ofReports: [Name] = [
    .format, .output, .failOn, .maxWarnings, .minScore, .score, .fix, .diff, .showSuppressed,
    .pruneBaseline, .explainBaseline, .reason, .maxFindings, .minSeverity, .groupBy, .maxListed,
    .factsOut,
    .failOnEmpty, .jobs, .statistics, .times, .range,
    .columnUnit, .quiet, .verbose, .color, .hyperlinks, .help, .version,
  ]
}
