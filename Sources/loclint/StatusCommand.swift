import LintCore
import LintReporters
import LintText
import LintWorkspace
import Synchronization

extension Subcommand {
  static let status = Subcommand(
    "status", "Tell how far the translations are",
    usage: "loclint status [OPTION…] [PATH…]",
    [
      "Prints a table of the translated pages of each locale, in all and by folder: how many are current, how many "
        + "stale and how far behind, of how many nobody knows, which have lost their sources, which sources have no "
        + "page, how many a machine has translated, faults per 1,000 segments and a score.",
      "What is current needs sources: --source, or 'source' in loclint.yml. A page names the version of its source in "
        + "its front matter; of one that names a commit, git tells what has changed since.",
    ],
    options: Option.ofConfigurations + Option.ofSources + [
      .format, .compareWith, .locale, .profile, .select, .ignore, .severity, .rules, .glossary,
      .doNotTranslate, .baseline, .dismissed, .score, .maxFileSize, .exclude, .jobs,
    ],
    own: [
      Option(
        .format, "f", .choice("FORMAT", of: { StatusReport.Format.allCases.map(\.rawValue) }),
        standard: StatusReport.Format.text.rawValue, "How to print it")
    ],
    operands: .pages, exits: exitsOfReading,
    examples: [
      ("loclint status docs", "Tell what is machine-translated, and how good each locale is."),
      ("loclint status --source=content/en content", "Tell also which pages are stale."),
      (
        "loclint status --format=json docs > status.json",
        "Keep the figures, for --compare-with=status.json to tell what has changed."
      ),
    ]
  ) { (call) throws(UsageError) in
    try StatusCommand(call).run()
  }
}

/// `loclint status`: tells how far the translations are.
struct StatusCommand {
  private let call: Invocation
  private let format: StatusReport.Format
  private let earlier: (path: String, bytes: [UInt8])?
  private let jobs: Int

  init(_ call: Invocation) throws(UsageError) {
    self.call = call
    format = call.arguments.value(.format).flatMap(StatusReport.Format.init) ?? .text
    jobs = try call.arguments.jobs()
    earlier = try call.arguments.value(.compareWith).map { (path) throws(UsageError) in
      do throws(FileError) {
        return (path, try SourceFile(path: path).read())
      } catch {
        throw UsageError("\(path): \(error)", isInHelp: false)
      }
    }
  }

  private struct State {
    var table = StatusTable()
    /// The sources of the pages of each locale.
    var sources: [String: Set<String>] = [:]
    var hasProblem = false
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let settings = call.settings
    let book = try call.book
    var tree = call.tree
    let pages = try RunInputs(
      try call.arguments.paths(), list: nil, changes: nil, settings, in: &tree, call.formats)
    let workspace = try call.workspace(try call.workspace(book), with: tree)
    let renamed = book.renamed
    let baseline = try settings.baseline.map { (path) throws(UsageError) in
      Baseline.Use.leavingOut(try BaselineFile.read(path, renamed: renamed))
    }
    let dismissals = try settings.dismissed.map { (path) throws(UsageError) in
      try DismissalFile.read(path, renamed: renamed)
    }
    let linters = workspace.linters(
      for: pages.given,
      needs: PlacementNeeds(omissions: [.identity, .texts, .counted, .excerpts, .changes]),
      measurements: Measurements(sourceWords: true),
      selection: FindingSelection(baseline: baseline, dismissals: dismissals), listsAll: false)
    let run = Run(
      version: Product.version, rules: linters.rules, gate: nil, started: 0,
      penalties: Penalties.standard.replacing(settings.penalties),
      scoresNewAlone: settings.scored == .new)
    let state = Mutex(State())
    let streams = call.streams
    linters.expect(pages.entries)
    ParallelMap(workers: jobs).run(pages.entries) { entry in
      entry.problem.map { PageLinters.Status(of: entry.file.unreadable($0)) }
        ?? linters.status(of: entry.file)
    } consume: { page in
      state.withLock { state in
        if case .unreadable(let reason) = page.report.outcome {
          state.hasProblem = true
          streams.complain(of: page.report.path, reason)
          return
        }
        Self.add(page, to: &state, run)
      }
    }
    var final = state.withLock { $0 }
    Self.addMissing(linters.allSources(without: workspace.tree.excludes), to: &final)
    return try write(final)
  }

  private static func add(_ page: PageLinters.Status, to state: inout State, _ run: Run) {
    // Without a source, and without a segment, it is no translation.
    if page.standing == nil, case .plain = page.report.outcome { return }
    let locale = page.report.locale
    let path =
      page.source
      ?? LocaleTag.pathInLocale(page.report.repositoryPath, of: LocaleTag(locale))
    if let source = page.source { state.sources[locale, default: []].insert(source) }
    state.table.add(
      FileFigures(of: page.report, in: run), page.standing ?? .unknown, in: folder(of: path), run)
  }

  /// Counts sources that have no page, in each locale that has any.
  private static func addMissing(_ sources: [String], to state: inout State) {
    for (locale, known) in state.sources {
      for source in sources where !known.contains(source) {
        state.table.addMissing(locale, in: folder(of: source))
      }
    }
  }

  /// The first folder of a path; empty where it has none.
  private static func folder(of path: String) -> String {
    path.firstIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private func write(_ state: State) throws(UsageError) -> Int32 {
    let report: StatusReport
    do throws(StatusReport.Mistake) {
      report = try StatusReport(state.table, comparedWith: earlier?.bytes)
    } catch {
      throw UsageError("\(earlier?.path ?? ""): \(error.message)", isInHelp: false)
    }
    let status = call.streams.print(report.text(format))
    return status != 0 ? status : state.hasProblem ? 2 : 0
  }
}
