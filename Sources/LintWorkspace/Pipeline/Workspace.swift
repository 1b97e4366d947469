public import LintCore

/// A folder with its settings, its rules and the formats that are read: what a command line and an editor
/// lint by.
///
/// It reads no stream, writes nothing and keeps nothing of the pages that it lints, so that any number
/// of threads may use it.
public struct Workspace: Sendable {
  /// Canonical: paths that are not absolute begin here.
  public let folder: String
  /// The canonical folder that repository paths begin at: the repository's, or else `folder`.
  public let root: String
  public let formats: [any Format]
  /// The rules that run, each with the severity of its findings.
  public let rules: [(rule: any Rule, severity: Severity)]
  /// What people should know of the settings that were read: that a name is a former one.
  public let remarks: [String]
  /// What is in force, as far as a configuration can say it.
  package let settings: Settings
  package let configuration: Configuration
  /// Where people read about rules; `nil` where nobody has said.
  package let rulePages: RulePages?
  /// All configurations, this one among them.
  package let tree: ConfigurationTree
  let book: RuleBook
  /// The files of a team's own rules.
  private let ruleFiles: [String]
  /// What holds for the pages of each configuration.
  let parts: [Part]
  /// For whoever lints one page after the other, without a run.
  private var made: PageLinters?
  private var mender: PageLinters?

  /// Opens a folder, as its `loclint.yml`, those of folders above and those of folders below say: each page goes
  /// by the nearest file above it.
  ///
  /// - Throws: A mistake in the configuration or in what it names.
  public init(
    at folder: String, formats: [any Format] = AllFormats.all, library: RuleLibrary = .builtIn
  ) throws(UsageError) {
    // What a configuration names is then absolute, whatever folder the process works in.
    guard let folder = FileFinder.canonical(folder) else {
      throw UsageError("\(folder): there is no such folder", isInHelp: false)
    }
    var tree = try ConfigurationTree(at: folder, isAbsolute: true) { (path) throws(UsageError) in
      try path.map { (path) throws(UsageError) in try Configuration(path, for: folder) }
        ?? Configuration()
    }
    let configuration = tree.rootConfiguration
    let settings = configuration.settings
    let paths = tree.here.settings.paths
    let book = try RuleBook(library, settings.rules)
    _ = try tree.documents(below: paths.isEmpty ? [folder] : paths, from: folder, for: formats)
    self = try Workspace(settings, configuration, at: folder, formats: formats, book)
      .joined(by: tree) { $0.settings }
    let baseline = try settings.baseline.map { (path) throws(UsageError) in
      Baseline.Use.leavingOut(try BaselineFile.read(path, renamed: book.renamed))
    }
    let dismissals = try settings.dismissed.map { (path) throws(UsageError) in
      try DismissalFile.read(path, renamed: book.renamed)
    }
    let selection = FindingSelection(baseline: baseline, dismissals: dismissals)
    // To mend a page, all of its findings have to be known.
    mender = linters(selection: selection)
    made = linters(selection: selection, listsAll: false)
  }

  /// - Parameters:
  ///   - settings: Those in force.
  ///   - configuration: The file that some of them come from.
  package init(
    _ settings: Settings, _ configuration: Configuration, at folder: String = ".",
    formats: [any Format], _ book: RuleBook
  ) throws(UsageError) {
    self.folder = FileFinder.canonical(folder) ?? "/"
    root = Repository(around: folder)?.root ?? self.folder
    self.formats = formats
    self.settings = settings
    self.configuration = configuration
    rulePages = book.pages(settings)
    try book.check(configuration)
    let known = try book.rules(for: settings, configuration)
    rules = try settings.selection.rules(of: known)
    remarks = book.remarks(on: settings.selection.names, configuration)
    self.book = book
    ruleFiles = book.files
    tree = ConfigurationTree(configuration)
    parts = [Part(settings, configuration, known.features, rules)]
  }

  /// A workspace with the parts of several configurations.
  ///
  /// - Parameter files: The files of a team's own rules.
  init(
    _ other: Workspace, _ tree: ConfigurationTree, _ parts: [Part], _ remarks: [String],
    _ files: [String]
  ) {
    (folder, root, formats) = (other.folder, other.root, other.formats)
    (settings, configuration, book) = (other.settings, other.configuration, other.book)
    rulePages = other.rulePages
    // The root's first: where several give a rule, a report shows its.
    let all = Self.union(
      [parts[tree.root]] + parts.indices.filter { $0 != tree.root }.map { parts[$0] }, book.order)
    rules = all
    self.parts = parts.map { part in
      var part = part
      part.align(to: all)
      return part
    }
    (self.tree, self.remarks, ruleFiles) = (tree, remarks, files)
  }

  /// Notes all that is read besides pages and lists.
  package func note(in inputs: inout InputFiles) {
    inputs.add(ruleFiles, as: "a rule")
    for part in parts {
      inputs.add(part.configuration.files, as: "a configuration")
      inputs.add(part.settings.glossaries, as: "a glossary")
      inputs.add(part.settings.doNotTranslate, as: "a list of names")
    }
  }

  /// The linters of all pages.
  ///
  /// - Parameters:
  ///   - given: The paths that the run was given.
  ///   - needs: What reporters show and what takes time to work out.
  ///   - selection: Which findings count.
  ///   - listsAll: Whether all findings of a rule are listed: to mend a page, all have to be known.
  ///   - showsWithheld: Whether reports are to hold what comments and lists keep back, too.
  ///   - holdsMessages: Whether the run has messages of programs; else reports need not name their rules.
  package func linters(
    for given: [String] = [],
    needs: PlacementNeeds = .none, measurements: Measurements = Measurements(),
    selection: FindingSelection = FindingSelection(), listsAll: Bool = true,
    showsWithheld: Bool = false, holdsMessages: Bool = true
  ) -> PageLinters {
    let cache = SourceCache()
    let files = FolderListings(root)
    let made = parts.map { part in
      let places = SourcePlaces(part.settings, part.configuration, below: given)
      var selection = selection
      if !listsAll { selection.most = part.settings.limits.findingsPerRule }
      let origin: Page.Origin =
        part.settings.isConfigured(.locale) ? .configuration : .commandLine
      let linter = Linter(
        formats: formats, rules: part.rules, needs: needs, measurements: measurements,
        selection: selection, showsWithheld: showsWithheld,
        features: holdsMessages ? part.features : part.features.without(.messages),
        sourceLocale: part.settings.sourceLocale ?? PageKind.standardSource,
        absent: part.absent(on: nil), absentInPairs: part.absent(on: .pair),
        absentInMessages: part.absent(on: .messages),
        treatment: part.configuration.treatment(
          of: part.rules.map(\.rule.info), root: root,
          locale: part.settings.locale.map { Page.Statement($0.value, by: origin) },
          sources: places, without: part.idle))
      return PageLinters.Part(
        linter: linter, mostBytes: part.settings.limits.fileSize,
        most: part.settings.limits.findingsPerRule,
        sources: places.map {
          PageSources(
            $0, part.settings.sourceOptions, working: folder, root: root, cache: cache)
        }, files: files)
    }
    let active = rules.indices.map { rule in
      let index =
        parts[tree.root].idle.contains(rule)
        ? parts.firstIndex { !$0.idle.contains(rule) } : tree.root
      var active = made[index ?? tree.root].linter.rules[rule]
      active.isIdle = !holdsMessages && parts.allSatisfy { $0.looksAtMessagesAlone(rule) }
      return active
    }
    return PageLinters(made, rules: active) { [tree, root] file in
      let path = file.repositoryPath
      return tree.index(of: path.hasPrefix("/") ? path : "\(root)/\(path)")
    }
  }
}

extension Workspace {
  private var plain: PageLinters { made ?? linters() }

  /// Lints bytes that stand for a file, which need not be saved, as `loclint check` lints the file: the
  /// baseline, the dismissals and the limits of the configuration count. `nil` when no format reads files of this
  /// name.
  ///
  /// - Parameter path: From `folder` on, or absolute.
  public func lint(_ bytes: [UInt8], of path: String) -> FileReport? {
    let file = file(path)
    let part = plain[file]
    guard bytes.count <= part.mostBytes || formats.format(of: path) == nil else {
      return file.unreadable(FileError(largerThan: part.mostBytes).description)
    }
    return part.lint(bytes, of: file)
  }

  /// Lints a file; what keeps it from being read becomes the report's outcome.
  public func lint(_ file: SourceFile) -> FileReport {
    // The process may have another working folder.
    plain[file].lint(file, opened: SourceFile(path: Paths.absolute(file.path, from: folder)))
  }

  /// What mends a page: bytes that the rules find less in, and never anything new.
  ///
  /// - Parameter path: As `lint` has it.
  public func mended(_ bytes: [UInt8], of path: String, upTo safety: Fix.Safety) -> [UInt8] {
    let file = file(path)
    guard let reading = try? (mender ?? plain)[file].reading(of: file, bytes) else { return bytes }
    return FixApplier(upTo: safety, lint: reading.lint).apply(to: bytes, reading.lint(bytes)).bytes
  }

  /// Whether the configuration leaves a file or folder out.
  public func excludes(_ path: String) -> Bool {
    tree.excludes(Paths.throughLinks(Paths.absolute(path, from: folder)))
  }

  /// A file that need not exist.
  ///
  /// - Parameter path: From `folder` on, or absolute.
  public func file(_ path: String) -> SourceFile { Paths.file(path, from: folder, root: root) }

  /// The pages that the configurations are about, in order, without those that they leave out.
  public var pages: [SourceFile] {
    let paths = tree.here.settings.paths.map { Paths.absolute($0, from: folder) }
    var tree = tree
    let found = try? tree.documents(
      below: paths.isEmpty ? [folder] : paths, from: folder, for: formats)
    return (found?.entries ?? []).filter { $0.problem == nil }.map(\.file)
  }

  /// The rules with what they are in a run.
  public var activeRules: [Run.ActiveRule] { plain.rules }
}
