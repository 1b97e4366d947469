import LintCore
import LintReporters
import LintWorkspace

/// Where reports and mended files go, and what must not be written over.
extension CheckCommand {
  var wantsFixes: Bool { options.fix != nil || options.differenceFile != nil }

  var writesFiles: Bool {
    !settings.outputs.isEmpty || options.fix?.action == .write
      || options.baseline.map { $0.purpose != .read } ?? false
  }

  /// The files that are read, none of which may be written over; none where nothing is written.
  func allInputs(_ entries: [Paths.Entry], _ workspace: Workspace) -> InputFiles {
    guard writesFiles else { return InputFiles() }
    var inputs = inputs
    workspace.note(in: &inputs)
    if let baseline = options.baseline, baseline.purpose == .read {
      inputs.add([baseline.path], as: "a baseline")
    }
    inputs.add([settings.dismissed].compactMap(\.self), as: "a list of dismissals")
    // To look at thousands of pages takes a while, and a file that is not there yet is none of
    // them.
    let written = settings.outputs.map(\.path) + (options.baseline.map { [$0.path] } ?? [])
    if written.contains(where: FileFinder.exists) {
      inputs.add(entries.map(\.file.path), as: "a page")
    }
    return inputs
  }

  func targets(_ permission: WritePermission) throws(UsageError) -> RunTargets {
    func author(_ key: ConfigurationKey) -> WritePermission.Author {
      settings.isConfigured(key) ? .configuration : .commandLine
    }
    var targets = RunTargets(permission)
    for report in settings.outputs { try targets.add(report) }
    if let baseline = options.baseline, baseline.purpose != .read {
      try targets.setBaseline(
        baseline.path, by: baseline.purpose == .write ? .commandLine : author(.baseline))
    }
    return targets
  }

  /// What mends files or tells how; `nil` when nobody asks.
  func fixer(_ linters: PageLinters, _ permission: WritePermission, _ pages: RunInputs)
    -> FileFixer?
  {
    guard wantsFixes else { return nil }
    let action = options.fix?.action ?? .showDifference
    let safety = options.fix?.safety ?? .safe
    return FileFixer(
      linters: linters, safety: safety, action: action,
      permission: permission, temporaries: temporaries,
      obstacle: action == .write ? pages.obstacle(permission) : nil,
      tellsDifference: options.differenceFile != nil)
  }

  /// Where reports go: standard output first, then the files in the order of their options.
  func sinks(_ targets: [WritableFile], _ workspace: Workspace) throws(UsageError)
    -> [ReportWriter.Sink]
  {
    var look = ReportOptions(
      detail: options.detail, hasColor: Terminal.hasColor(options.color, on: streams.output),
      hasLinks: Terminal.hasLinks(options.hyperlinks, on: streams.output),
      width: System.columns(ofTerminal: streams.output), columnUnit: options.columnUnit,
      showsRanges: options.showsRanges,
      next: NextSteps(
        command: options.command, mending: mendingCommand(workspace), paths: options.operands,
        mended: options.fix.flatMap { $0.action == .write ? $0.safety : nil }),
      listing: options.listing)
    var sinks: [ReportWriter.Sink] = []
    if options.fix?.action != .showDifference {
      // The text report leaves findings out itself, and counts them.
      let isText = options.format == AllReporters.standard
      sinks.append(
        ReportWriter.Sink(
          options.format.reporter(look), to: streams.output,
          from: isText ? .note : options.listing.minimum))
    }
    look.hasColor = false
    look.hasLinks = false
    look.width = nil
    look.listsUnreadable = true
    for (report, target) in zip(settings.outputs, targets) {
      do throws(FileError) {
        let file = try ReportFile(target, temporaries)
        sinks.append(ReportWriter.Sink(report.format.reporter(look), to: file))
      } catch {
        for sink in sinks { sink.file?.discard() }
        throw UsageError("\(report.path): \(error)", isInHelp: false)
      }
    }
    return sinks
  }

  /// The command that mends, which compares no pages; `nil` where without that it would be refused, for rules are
  /// named that look across files.
  private func mendingCommand(_ workspace: Workspace) -> [String]? {
    guard let command = options.command else { return nil }
    let across = "--\(Option.Name.across.rawValue)"
    guard command.contains(across) else { return command }
    let isConfigured = workspace.configuration.settings.looksAcross == true
    return isConfigured || !workspace.namesAcross ? command.filter { $0 != across } : nil
  }

  func writer(_ sinks: [ReportWriter.Sink], of run: Run, files: Int) -> ReportWriter {
    ReportWriter(
      sinks, of: run, on: streams,
      progress: Progress(of: files, on: streams, isOn: System.isTerminal(streams.error)),
      showsAtOnce: System.isTerminal(streams.output),
      differences: options.fix?.action == .showDifference && options.differenceFile == nil)
  }
}
