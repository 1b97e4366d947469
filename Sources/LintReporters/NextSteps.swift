public import LintCore

/// What somebody who has read a report does next: what mends itself, where most is found, and a
/// command.
public struct NextSteps: Sendable {
  /// The program and its options, without those that say how a report looks; `nil` where no command
  /// would see the same pages.
  private let command: [String]?
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
    self.command = command
    self.paths = paths
    self.mended = mended
  }

  /// Lines for the end of a report.
  ///
  /// - Parameter found: How many findings the report has told of.
  func text(_ summary: Summary, of found: Int) -> String {
    let folders = summary.folders.worst(Self.mostFolders)
    return [fixes(summary, of: found), Self.worst(folders), next(summary, folders.first?.folder)]
      .compactMap(\.self).map { $0 + "\n" }.joined()
  }

  private func left(_ fixes: FixCount) -> (safe: Int, suggested: Int) {
    (mended == nil ? fixes.safe : 0, mended == .suggested ? 0 : fixes.suggested)
  }

  private func fixes(_ summary: Summary, of found: Int) -> String? {
    let (safe, suggested) = left(summary.fixes)
    let all = "Of \(Numeral.count(found, "fault"))"
    return switch (safe > 0, suggested > 0) {
    case (true, true):
      "\(all) --fix can mend \(Numeral.grouped(safe)), and --fix=suggested "
        + "\(Numeral.grouped(suggested)) more; --diff shows what would change."
    case (true, false):
      "\(all) --fix can mend \(Numeral.grouped(safe)); --diff shows what would change."
    case (false, true):
      "\(all) --fix=suggested can mend \(Numeral.grouped(suggested)); with --diff it shows what "
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
    let (safe, suggested) = left(summary.fixes)
    if safe > 0 { return line(["--fix"], paths) }
    if suggested > 0 { return line(["--diff", "--fix=suggested"], paths) }
    return worst.flatMap { line([], [$0]) }
  }

  /// `nil` where it could not be typed as it is shown.
  private func line(_ options: [String], _ paths: [String]) -> String? {
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
