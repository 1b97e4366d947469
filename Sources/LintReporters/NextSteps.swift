public import LintCore

/// What somebody who has read a report does next: what mends itself, where most is found, and a
/// command.
public struct NextSteps: Sendable {
  /// The program and its options, without those that say how a report looks; `nil` where no command
  /// would see the same pages.
  private let command: [String]?
  /// The same for one that mends.
  private let mending: [String]?
  /// The paths that were given.
  private let paths: [String]
  /// What was mended already.
  private let mended: Fix.Safety?

  /// The folders that are named.
  private static let mostFolders = 3
  /// Characters of a folder's name.
  private static let longestFolder = 80

  /// - Parameters:
  ///   - command: The program and its options, without those that say how a report looks; `nil` where
  ///     no command would see the same pages.
  ///   - paths: Those that were given.
  ///   - mended: The safety up to which the run itself mends.
  public init(command: [String]? = ["loclint"], paths: [String] = [], mended: Fix.Safety? = nil) {
    self.init(command: command, mending: command, paths: paths, mended: mended)
  }

  /// - Parameters:
  ///   - command: The program and its options, as above.
  ///   - mending: The same for a run that mends; `nil` where such a run would be refused.
  ///   - paths: Those that were given.
  ///   - mended: The safety up to which the run itself mends.
  public init(command: [String]?, mending: [String]?, paths: [String], mended: Fix.Safety?) {
    self.command = command
    self.mending = mending
    self.paths = paths
    self.mended = mended
  }

  /// Lines for the end of a report.
  ///
  /// - Parameter found: How many findings the report has told of.
  func text(_ summary: Summary, of found: Int) -> String {
    let folders = summary.folders.worst(Self.mostFolders)
    return [
      Self.unwritten(summary), Self.refused(summary), fixes(summary, of: found),
      Self.worst(folders), next(summary, folders.first?.folder),
    ]
    .compactMap(\.self).map { $0 + "\n" }.joined()
  }

  /// What a run may still mend.
  private func left(_ summary: Summary) -> (safe: Int, suggested: Int) {
    switch mended {
    case nil: (summary.fixes.safe, summary.fixes.suggested)
    case .safe: (summary.unwritten.safe, summary.fixes.suggested)
    case .suggested: (summary.unwritten.safe, summary.unwritten.suggested)
    }
  }

  private static func unwritten(_ summary: Summary) -> String? {
    guard summary.unwrittenFiles > 0 else { return nil }
    let pages = "\(Numeral.count(summary.unwrittenFiles, "page")) could not be written."
    return summary.fixed > 0 ? pages : "Mended 0; \(pages)"
  }

  private static func refused(_ summary: Summary) -> String? {
    let count = summary.refused.safe + summary.refused.suggested
    guard count > 0 else { return nil }
    return
      "\(Numeral.count(count, "fix", "fixes")) left out, for with \(count == 1 ? "it" : "them") "
      + "the page would keep its fault or get another."
  }

  private func fixes(_ summary: Summary, of found: Int) -> String? {
    let (safe, suggested) = left(summary)
    let all = "Of \(Numeral.count(found, "fault"))"
    return switch (safe > 0, suggested > 0) {
    case (true, true):
      "\(all) --fix may mend up to \(Numeral.grouped(safe)), and --fix=suggested "
        + "\(Numeral.grouped(suggested)) more; --diff shows what would change."
    case (true, false):
      "\(all) --fix may mend up to \(Numeral.grouped(safe)); --diff shows what would change."
    case (false, true):
      "\(all) --fix=suggested may mend up to \(Numeral.grouped(suggested)); with --diff it shows what "
        + "would change."
    case (false, false): nil
    }
  }

  private static func worst(_ folders: [(folder: String, count: Int)]) -> String? {
    let names = folders.map {
      "\($0.folder.visible(longest: longestFolder)) (\(Numeral.grouped($0.count)))"
    }
    guard let last = names.last else { return nil }
    return "Most are in \(names.dropLast().joined(separator: ", ")) and \(last)."
  }

  private func next(_ summary: Summary, _ worst: String?) -> String? {
    let (safe, suggested) = left(summary)
    if safe > 0 { return line(mending, ["--fix"], paths) }
    if suggested > 0 { return line(mending, ["--diff", "--fix=suggested"], paths) }
    return worst.flatMap { line(command, [], [$0]) }
  }

  /// `nil` where it could not be typed as it is shown.
  private func line(_ command: [String]?, _ options: [String], _ paths: [String]) -> String? {
    guard let command else { return nil }
    let paths = paths.map { $0.hasPrefix("-") ? "./\($0)" : $0 }
    let words = (command + options + paths).map(Self.shellWord)
    let line = words.compactMap(\.self).joined(separator: " ")
    return words.contains(nil) ? nil : "Next: \(line)"
  }

  /// A word as a shell reads it; `nil` where that could not be shown.
  static func shellWord(_ word: String) -> String? {
    guard word.visible == word else { return nil }
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "-_./=+,:@%".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty { return word }
    return
      "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
