import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let check = Subcommand(
    "check", "Look for faults in localized documents (the default)",
    usage: "loclint [check] [OPTION…] [PATH…]",
    [
      "Looks for faults in localized documents: Markdown in which each translated sentence stands "
        + "beside its source, Markdown whose source is a file of its own (--source), and messages of programs "
        + "in PO files.",
      "Without a PATH it checks the working folder. Folders are searched for .md, .markdown, .po and .pot files, "
        + "with sources of their own for .mdx, too; hidden ones, node_modules and symbolic links are passed over. A path given by name is always "
        + "taken.",
    ],
    options: Option.Name.allCases.filter { ![.reason, .schema, .compareWith].contains($0) },
    operands: .pages,
    exits: [
      ("0", "No finding is as severe as --fail-on says."),
      (
        "1",
        "At least one is, there are more warnings than --max-warnings allows, or a locale scores less than "
          + "--min-score; with --diff, there is something to "
          + "mend."
      ),
      (
        "2",
        "Wrong use, a PATH that does not exist or holds no document, a file that can't be read "
          + "or written, a rule whose pattern takes too long, or, with --fail-on-empty or CI set, folders "
          + "without a segment; all else is still checked and reported. --fail-on=never does not hide this."
      ),
    ],
    examples: [
      ("loclint docs", "Check all documents below docs."),
      (
        "loclint --locale=it-IT --select=+links --fail-on=warning docs/it-it",
        "Check Italian pages, links in any case; warnings fail too."
      ),
      (
        "loclint --glossary=terms.csv --select=+typography/fr docs/fr-fr",
        "Check terms and French typography too."
      ),
      ("loclint --diff docs | git apply", "Mend what is certain; --fix does it without git."),
      (
        "loclint --write-baseline=known.txt docs",
        "List what is there today, for --baseline=known.txt to leave out."
      ),
      (
        "loclint --baseline=known.txt --explain-baseline",
        "Tell how many of them are of which rule and folder."
      ),
      (
        "loclint --changed-since=origin/main --changed-lines docs",
        "Report only what a branch brings."
      ),
      (
        "loclint "
          + AllReporters.usual.map { "--output=\($0.name)=loclint.\($0.fileExtension) " }
          .joined() + "docs",
        "Print findings, and write two reports for a build server."
      ),
    ]
  ) { (call) throws(UsageError) in
    let book = try call.book
    if call.arguments.has(.explainBaseline) {
      return try call.explainLists(renamed: book.renamed)
    }
    let options = try CheckOptions(call.arguments, call.settings)
    return try CheckCommand(
      options: options, call: call, root: try call.workspace(book),
      renamed: options.baseline == nil && call.settings.dismissed == nil ? [:] : book.renamed,
      inputs: call.inputs
    ).run()
  }
}

extension Invocation {
  /// The lists that `check` reads.
  fileprivate var inputs: InputFiles {
    var inputs = InputFiles()
    inputs.add(arguments.values(.filesFrom), as: "a list of paths")
    return inputs
  }
}

/// `loclint check`: lints files and writes reports.
struct CheckCommand {
  let options: CheckOptions
  let call: Invocation
  /// What the root file says alone.
  let root: Workspace
  /// The present name of a rule for each former one, if there is a list whose entries may have
  /// those.
  let renamed: [String: String]
  /// The lists that are read.
  let inputs: InputFiles
  /// Files of facts that stand for pages; `nil` for a run that is given paths.
  var runFiles: [String]?

  var streams: Streams { call.streams }
  var temporaries: TemporaryFiles { call.temporaries }
  var settings: Settings { options.settings }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let began = System.seconds()
    let epoch = try Self.sourceDateEpoch()
    let changes = try options.changes.map { (change) throws(UsageError) in
      try Changes(since: change.revision, wantsLines: change.linesOnly, in: Repository())
    }
    var tree = call.tree
    let known = try runFiles.map { (paths) throws(UsageError) in
      try RunFiles(paths, in: root, version: Product.version)
    }
    let pages: RunInputs
    if let known {
      pages = try RunInputs(known.entries, given: known.given, in: &tree)
    } else {
      pages = try self.pages(looksAcross ? nil : changes, &tree)
    }
    // Of all pages that are compared, those that are asked for.
    let changed =
      looksAcross && changes != nil
      ? Set(try self.pages(changes, &tree).entries.map(\.file.repositoryPath)) : nil
    let workspace = try call.workspace(root, with: tree)
    let permission = WritePermission(
      inputs: allInputs(pages.entries, workspace), boundary: workspace.configuration.boundary)
    if let path = options.factsFile {
      return try writeFacts(to: path, pages, workspace, permission)
    }
    let targets = try targets(permission)
    let baseline = try options.baseline.map { (baseline) throws(UsageError) in
      try BaselineFile(
        baseline.path, baseline.purpose, to: targets.baseline, renamed: renamed, temporaries)
    }
    let dismissals = try settings.dismissed.map { (path) throws(UsageError) in
      try DismissalFile(path, renamed: renamed)
    }
    if writesFiles { temporaries.prepare() }
    let sinks = try sinks(targets.reports, workspace)
    let linters = workspace.linters(
      for: pages.given, needs: needs(of: sinks),
      measurements: options.measurements,
      selection: selection(baseline, dismissals, changes, changed),
      listsAll: wantsFixes, showsWithheld: options.showsSuppressed,
      holdsMessages: pages.entries.contains {
        call.formats.format(of: $0.file.path)?.holdsMessages == true
      })
    let isComplete =
      !looksAcross
      || !call.arguments.has(.exclude) && pages.areComplete(in: tree, settings, call.formats)
    let (judged, entries) = judge(
      linters, pages, try known?.facts(for: workspace), changes, changed, needs(of: sinks),
      isComplete, tree)
    let run = description(of: linters.rules, started: epoch ?? System.date)
    let writer = writer(sinks, of: run, files: entries.count)
    Pipeline(
      judged, fixer(linters, permission, pages), workers: options.jobs
    ).run(entries, prepare: writer.prepare) {
      baseline?.note($0.figures.report)
      dismissals?.note($0.figures.report)
      writer.add($0)
    }
    // A report that is to be the same each time can't say how long it took.
    let outcome = writer.end(seconds: epoch == nil ? System.seconds() - began : 0)
    tell(outcome, of: run)
    let unsettled = isComplete ? [] : Set(rulesAcross(linters))
    tell(dismissals, run, butFor: unsettled)
    guard finish(baseline, run, butFor: unsettled) else { return 2 }
    return status(after: outcome, of: run)
  }

  /// Writes what rules that look across files keep of the pages.
  ///
  /// - Returns: The exit status.
  private func writeFacts(
    to path: String, _ pages: RunInputs, _ workspace: Workspace, _ permission: WritePermission
  ) throws(UsageError) -> Int32 {
    do throws(FileError) {
      let target = try permission.file(path)
      let facts = AcrossFiles(workspace.linters(for: pages.given), workers: options.jobs).facts(
        of: pages.entries)
      let bytes = RunFiles.bytes(
        facts, of: pages.entries, given: pages.given, in: workspace, version: Product.version)
      try ReportFile.write(to: target, temporaries) { $0.write(bytes.span) }
      var status: Int32 = 0
      for (entry, digest) in zip(pages.entries, facts.digests) where digest == nil {
        streams.complain(of: entry.file.path, entry.problem ?? "can't be read")
        status = 2
      }
      return status
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
  }

  /// The names of the rules that look across files.
  private func rulesAcross(_ linters: PageLinters) -> [String] {
    linters.rules.map(\.info).filter { $0.required == .across }.map(\.id)
  }

  /// Whether pages are compared with each other.
  private var looksAcross: Bool { settings.looksAcross ?? false }

  /// The linters with what rules report that look across files, and what is left to be linted: all, or what has
  /// changed and what follows from that.
  private func judge(
    _ linters: PageLinters, _ pages: RunInputs, _ known: FactStore?, _ changes: Changes?,
    _ changed: Set<String>?, _ needs: PlacementNeeds, _ isComplete: Bool, _ tree: ConfigurationTree
  ) -> (linters: PageLinters, entries: [Paths.Entry]) {
    let entries = pages.entries
    guard looksAcross else { return (linters, entries) }
    let root = Repository()?.root ?? "/"
    let across = AcrossFiles(linters, workers: options.jobs)
    let findings = across.findings(
      of: known ?? across.facts(of: entries), in: entries, needs: needs, changes: changes,
      isComplete: isComplete
    ) { path in
      let canonical = "\(root)/\(path)"
      return pages.cover(canonical) && !tree.excludes(canonical)
    }
    let left =
      changed.map { changed in
        entries.filter {
          changed.contains($0.file.repositoryPath) || findings.isCausedByChange(in: $0.file)
        }
      } ?? entries
    return (linters.judged(findings), left)
  }

  /// What is to be read: standard input, or files in path order.
  private func pages(_ changes: Changes?, _ tree: inout ConfigurationTree) throws(UsageError)
    -> RunInputs
  {
    guard let path = options.inputPath else {
      let list = try options.list.map { (list) throws(UsageError) in try read(list) }
      return try RunInputs(
        options.paths, list: list, changes: changes, settings, in: &tree, call.formats,
        commands: Subcommand.all.map(\.name))
    }
    let formats = settings.hasSources ? AllFormats.withSources : call.formats
    guard formats.format(of: path) != nil else {
      throw UsageError("\(path): is not a kind of file that loclint reads", isInHelp: false)
    }
    if let folder = FileFinder.canonical(ConfigurationTree.folder(of: path)) {
      try tree.find(above: folder)
    }
    return RunInputs(try read("-", atMost: settings.limits.fileSize), as: path)
  }

  /// What a file holds; `-` is standard input.
  private func read(_ path: String, atMost most: Int = SourceFile.largest) throws(UsageError)
    -> [UInt8]
  {
    do throws(FileError) {
      return try path == "-" ? streams.read(atMost: most) : SourceFile(path: path).read()
    } catch {
      throw UsageError("\(path == "-" ? "standard input" : path): \(error)", isInHelp: false)
    }
  }

  /// What reporters are told before the first file.
  ///
  /// - Parameter started: seconds since 1970.
  private func description(of rules: [Run.ActiveRule], started: Int) -> Run {
    Run(
      version: Product.version, rules: rules, gate: (settings.gate ?? .error).severity,
      started: started, repository: repository,
      penalties: Penalties.standard.replacing(settings.penalties),
      minimumScore: settings.minScore?.value, scoresNewAlone: settings.scored == .new,
      maximumWarnings: settings.maxWarnings?.value,
      showsWithheld: options.showsSuppressed, hasBaseline: options.baseline != nil,
      failsWhenEmpty: searchesFolders && options.failsWhenEmpty, rulePages: root.rulePages)
  }

  /// What the reporters want to know of findings.
  private func needs(of sinks: [ReportWriter.Sink]) -> PlacementNeeds {
    var needs = PlacementNeeds(of: sinks.map(\.reporter))
    let gate = (settings.gate ?? .error).severity
    needs.isCounted = { $0.isCounted(below: gate) }
    return needs
  }

  private var repository: Run.Repository? {
    guard options.formats.contains(where: \.linksToRepository) else { return nil }
    return Repository().flatMap { Git(root: $0.root).repository }
  }

  /// Which findings count.
  private func selection(
    _ baseline: BaselineFile?, _ dismissals: DismissalFile?, _ changes: Changes?,
    _ changed: Set<String>?
  ) -> FindingSelection {
    var selection = FindingSelection(
      baseline: baseline?.use, dismissals: dismissals?.dismissals)
    if let changes {
      // Of a page that has not changed, only what follows from others counts.
      selection.lines = { file in
        changed?.contains(file.repositoryPath) ?? true ? changes.lines(of: file) : []
      }
    }
    return selection
  }

  /// Completes the baseline.
  ///
  /// - Parameter unsettled: Rules of which the run does not know whether what it has not found is there.
  /// - Returns: Whether it could be written.
  private func finish(
    _ baseline: BaselineFile?, _ run: Run, butFor unsettled: Set<String>
  ) -> Bool {
    // Not for an editor's text: it asks at every stroke, and the list is about files.
    guard let baseline, options.inputPath == nil else { return true }
    do throws(FileError) {
      let remarks = try baseline.end(
        run, butFor: unsettled, root: Repository()?.root ?? ".")
      for remark in remarks { streams.complain(remark) }
      return true
    } catch {
      streams.complain("\(baseline.path): \(error)")
      return false
    }
  }

  private func status(after outcome: ReportWriter.Outcome, of run: Run) -> Int32 {
    guard outcome.unwritten == 0, outcome.failures.isEmpty else { return 2 }
    let status = Int32(outcome.summary.exitStatus(in: run))
    // Whoever asks for differences asks for no verdict on what is left.
    guard options.fix?.action == .showDifference, status != 2 else { return status }
    return outcome.differences > 0 ? 1 : 0
  }
}
