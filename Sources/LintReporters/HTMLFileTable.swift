import LintCore

/// The table of files: the worst ones first, the others folded away, so that it stays short for any
/// number of files.
struct HTMLFileTable: Sendable {
  /// Files that are seen at once.
  private static let shown = 20
  /// Files without findings that are listed; the others are counted.
  private static let mostClean = 1000

  private(set) var filesWithFindings = 0
  private var files: [HTMLFile] = []
  private var clean: [HTMLFile] = []
  private var cleanLeftOut = 0
  /// Whether any of them holds messages of programs.
  private var hasMessages = false

  mutating func add(_ file: HTMLFile) {
    if file.completeness != nil { hasMessages = true }
    if file.counts.total > 0 {
      files.append(file)
      filesWithFindings += 1
    } else if clean.count < Self.mostClean {
      clean.append(file)
    } else {
      cleanLeftOut += 1
    }
  }

  /// - Parameters:
  ///   - findings: What the other documents are without.
  ///   - standings: The reasons for which findings of the run don't count.
  func html(without findings: String, _ standings: [Standing]) -> String {
    let files = files.sorted { $0.isWorse(than: $1) }
    let longest = files.map(\.counts.total).max() ?? 0
    return table(files.prefix(Self.shown), caption: "By file", longest, standings)
      + folded(
        files.dropFirst(Self.shown),
        title: Numeral.count(max(files.count - Self.shown, 0), "more file") + " with findings",
        longest, standings)
      + folded(
        clean[...],
        title: Numeral.count(clean.count + cleanLeftOut, "document") + " without \(findings)",
        longest, standings)
  }

  private func table(
    _ files: ArraySlice<HTMLFile>, caption: String, _ longest: Int, _ standings: [Standing]
  ) -> String {
    guard !files.isEmpty else { return "" }
    let heads =
      (standings.map { ("\($0)", "") } + [("Locale", " class=\"word\""), ("Segments", "")]).map {
        "<th scope=\"col\"\($0.1)>\($0.0)</th>"
      }
    return HTMLTable.scrolling(
      caption: caption,
      head: "<th scope=\"col\">File</th>\(HTMLTable.severities)\(heads.joined())"
        + "<th scope=\"col\" class=\"word\">Machine-translated</th>"
        + (hasMessages ? HTMLTable.completeness : ""),
      rows: files.map { $0.row(longest: longest, standings, hasMessages: hasMessages) }.joined())
  }

  private func folded(
    _ files: ArraySlice<HTMLFile>, title: String, _ longest: Int, _ standings: [Standing]
  ) -> String {
    guard !files.isEmpty else { return "" }
    // Only documents without findings are ever left out.
    let rest =
      files.first?.counts.total == 0 && cleanLeftOut > 0
      ? "<p>and \(Numeral.grouped(cleanLeftOut)) more.</p>\n" : ""
    return """
      <details class="files"><summary>\(title)</summary>
      \(table(files, caption: title, longest, standings))\(rest)</details>

      """
  }
}
