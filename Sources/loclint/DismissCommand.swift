import LintCore
import LintReporters
import LintText
import LintWorkspace

extension Subcommand {
  static let dismiss = Subcommand(
    "dismiss", "Leave a finding as it is, with a reason",
    usage: "loclint dismiss [OPTION…] PATH:LINE[:COLUMN] RULE --reason=WHY",
    [
      "Checks a document, looks for what RULE finds on the line, and adds it with the reason to the list that "
        + "--dismissed or loclint.yml names; check then leaves it out. The list knows a finding by rule, "
        + "file, key of the segment and words, and where keys have moved by the text of the source, so that it "
        + "outlives a hand-back, which writes the file anew and drops its comments. What is told once a file has "
        + "no key: it is dismissed wherever it stands there. A finding that is dismissed already gets the new "
        + "reason."
    ],
    options: Option.ofConfigurations + Option.ofSources + [
      .dismissed, .reason, .profile, .select, .ignore, .rules, .glossary, .doNotTranslate,
      .requireReason, .locale, .maxFileSize,
    ],
    own: [
      Option(
        .dismissed, nil, .word("FILE"), standard: "what loclint.yml says",
        "The list to write to; made if there is none yet")
    ],
    operands: .pages,
    exits: [
      ("0", "The finding is dismissed."),
      (
        "2",
        "Wrong use, no such finding on the line, or several, a finding that is dismissed for this reason "
          + "already, or a file that can't be read or written."
      ),
    ],
    examples: [
      (
        "loclint dismiss docs/it-it/hub.md:12 doubled-word --reason='a verse'",
        "Leave the words on line 12 as they are."
      )
    ]
  ) { (call) throws(UsageError) in try DismissCommand(call).run() }
}

/// `loclint dismiss`: adds a finding to the list of those that stay as they are.
struct DismissCommand {
  private let call: Invocation
  private let place: FindingPlace
  private let rule: String
  /// Whether it looks across files, so that all pages have to be read.
  private let looksAcross: Bool
  private let reason: String
  /// The list.
  private let path: String
  private let book: RuleBook

  init(_ call: Invocation) throws(UsageError) {
    self.call = call
    guard call.operands.count == 2 else {
      throw UsageError(
        "'dismiss' wants a place and a rule: loclint dismiss PATH:LINE RULE --reason=WHY")
    }
    place = try FindingPlace(call.operands[0])
    book = try call.book
    let rules = try book.everything.map(\.info)
    guard let info = rules.first(where: { $0.isNamed(call.operands[1]) }) else {
      throw UsageError(unknown: "rule", call.operands[1], among: rules.map(\.id))
    }
    rule = info.id
    looksAcross = info.required == .across
    let words = (call.arguments.value(.reason) ?? "").split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else {
      throw UsageError("'dismiss' wants to know why the finding stays: --reason=WHY")
    }
    reason = words.joined(separator: " ")
    guard let path = call.settings.dismissed else {
      throw UsageError(
        "'dismiss' wants a list: --dismissed=FILE, or 'dismissed: FILE' in loclint.yml")
    }
    self.path = path
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let workspace = try workspace()
    let target = try target(workspace)
    var list =
      FileFinder.exists(path)
      ? try DismissalFile.read(path, renamed: book.renamed) : Dismissals()
    let report = try report(workspace)
    let finding = try finding(in: report, workspace)
    let former = list.reason(finding, rule: rule, path: report.repositoryPath)
    guard former != reason else {
      throw UsageError("\(place): is dismissed already, for this reason", isInHelp: false)
    }
    list.dismiss(finding, rule: rule, path: report.repositoryPath, reason: reason)
    do throws(FileError) {
      try ReportFile.write(to: target, call.temporaries) { $0.write(list.text) }
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
    let done = former == nil ? "dismissed" : "dismissed for another reason than before"
    // Outside of segments, and for what is told once a file, there is no key to hold to.
    let extent = finding.number.isEmpty ? ", wherever it stands in the file" : ""
    return call.streams.print(
      "\(TextReporter.printable(path)): \(rule) at \(TextReporter.safe(place.description)) is \(done)\(extent)\n"
    )
  }

  /// The rules of a check, and the one in question if that is not among them.
  private func workspace() throws(UsageError) -> Workspace {
    var tree = call.tree
    if let folder = FileFinder.canonical(ConfigurationTree.folder(of: place.path)) {
      try tree.find(above: folder)
    }
    func workspace(_ change: (inout Settings) -> Void) throws(UsageError) -> Workspace {
      var settings = call.settings
      change(&settings)
      settings.looksAcross = looksAcross
      return try Workspace(settings, call.configuration, formats: call.formats, book)
        .joined(by: tree) {
          var settings = call.arguments.inForce(call.given, onPagesOf: $0)
          change(&settings)
          return settings
        }
    }
    let usual = try workspace { _ in }
    guard !usual.runs(rule, on: usual.file(place.path)) else { return usual }
    return try workspace { settings in
      settings.select = [rule]
      settings.ignore = []
    }
  }

  /// The list, if it may be written.
  private func target(_ workspace: Workspace) throws(UsageError) -> WritableFile {
    var inputs = InputFiles()
    inputs.add([place.path], as: "a page")
    workspace.note(in: &inputs)
    inputs.add([call.settings.baseline].compactMap(\.self), as: "a baseline")
    let permission = WritePermission(
      inputs: inputs, boundary: workspace.configuration.boundary)
    do throws(FileError) {
      let file = try permission.file(
        path, by: call.settings.isConfigured(.dismissed) ? .configuration : .commandLine)
      guard file.isOrdinary else { throw FileError(reason: "is not a file") }
      return file
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
  }

  private func report(_ workspace: Workspace) throws(UsageError) -> FileReport {
    // One that is read only with a source, too.
    guard (workspace.formats + AllFormats.withSources).format(of: place.path) != nil else {
      throw UsageError("\(place.path): is not a kind of file that loclint reads", isInHelp: false)
    }
    let linters = try linters(workspace)
    do throws(FileError) {
      let bytes = try SourceFile(path: place.path).read(
        atMost: call.settings.limits.fileSize)
      let file = workspace.file(place.path)
      guard
        let report = linters[file].lint(bytes, of: file)
      else { throw FileError(reason: "is not a kind of file that loclint reads") }
      return report
    } catch {
      throw UsageError("\(place.path): \(error)", isInHelp: false)
    }
  }

  /// What lints the page; all findings are wanted, what comments keep back to say that they do.
  private func linters(_ workspace: Workspace) throws(UsageError) -> PageLinters {
    let linters = workspace.linters(showsWithheld: true)
    guard looksAcross else { return linters }
    var tree = call.tree
    let paths = call.settings.paths
    let pages = try RunInputs(
      paths.isEmpty ? ["."] : paths, list: nil, changes: nil, call.settings, in: &tree,
      call.formats)
    return linters.judged(
      AcrossFiles(linters, workers: System.processors).findings(
        in: pages.entries, needs: .none))
  }

  /// The finding at the place; of several that equal each other, the first.
  private func finding(in report: FileReport, _ workspace: Workspace) throws(UsageError)
    -> PlacedFinding
  {
    let index = workspace.rules.firstIndex { $0.rule.info.id == rule }
    let all = report.findings.filter { $0.rule == index }
    let found = all.filter { place.holds($0) }
    if Set(found.map { Dismissals.key(of: $0, rule) }).count > 1 {
      let places = found.prefix(10).map { "\($0.start.line):\($0.start.column) '\($0.words)'" }
      throw UsageError(
        "\(place): \(rule) finds several things there; name one with its column: "
          + places.joined(separator: ", "), isInHelp: false)
    }
    if let finding = found.first { return finding }
    if report.withheld.contains(where: { $0.finding.rule == index && place.holds($0.finding) }) {
      throw UsageError("\(place): a comment keeps \(rule) back there", isInHelp: false)
    }
    let lines = Set(all.map(\.start.line)).sorted().prefix(10).map(String.init)
    throw UsageError(
      "\(place): \(rule) finds nothing there"
        + (lines.isEmpty
          ? ", nor elsewhere in the file" : "; it does at \(lines.joined(separator: ", "))"),
      isInHelp: false)
  }
}
