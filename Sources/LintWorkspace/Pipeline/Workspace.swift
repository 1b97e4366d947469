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
  private let features: RuleFeatures
  /// For whoever lints one page after the other, without a run.
  private var made: Linter?
  private var mender: Linter?

  /// Opens a folder, as its `loclint.yml` or that of a folder above says.
  ///
  /// - Throws: A mistake in the configuration or in what it names.
  public init(
    at folder: String, formats: [any Format] = AllFormats.all, library: RuleLibrary = .builtIn
  ) throws(UsageError) {
    // What a configuration names is then absolute, whatever folder the process works in.
    guard let folder = FileFinder.canonical(folder) else {
      throw UsageError("\(folder): there is no such folder", isInHelp: false)
    }
    let configuration =
      try Configuration.find(from: folder.hasSuffix("/") ? folder : folder + "/")
      .map { (path) throws(UsageError) in try Configuration(path, for: folder) }
      ?? Configuration()
    let settings = configuration.settings
    let book = try RuleBook(library, settings.rules)
    try self.init(settings, configuration, at: folder, formats: formats, book)
    let baseline = try settings.baseline.map { (path) throws(UsageError) in
      Baseline.Use.leavingOut(try BaselineFile.read(path, renamed: book.renamed))
    }
    let dismissals = try settings.dismissed.map { (path) throws(UsageError) in
      try DismissalFile.read(path, renamed: book.renamed)
    }
    var selection = FindingSelection(baseline: baseline, dismissals: dismissals)
    // To mend a page, all of its findings have to be known.
    mender = linter(selection: selection)
    selection.most = settings.limits.findingsPerRule
    made = linter(selection: selection)
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
    features = known.features
    rules = try settings.selection.rules(of: known.rules, with: known.features)
    remarks = book.remarks(on: settings.selection.names, configuration)
  }

  /// A linter by these settings.
  ///
  /// - Parameters:
  ///   - needs: What reporters show and what takes time to work out.
  ///   - selection: Which findings count.
  ///   - showsWithheld: Whether reports are to hold what comments and lists keep back, too.
  package func linter(
    needs: PlacementNeeds = .none, measurements: Measurements = Measurements(),
    selection: FindingSelection = FindingSelection(), showsWithheld: Bool = false
  ) -> Linter {
    let origin: Page.Origin = settings.isConfigured(.locale) ? .configuration : .commandLine
    return Linter(
      formats: formats, rules: rules, needs: needs, measurements: measurements,
      selection: selection, showsWithheld: showsWithheld, features: features,
      sourceLocale: configuration.settings.sourceLocale ?? PageKind.standardSource,
      treatment: configuration.treatment(
        of: rules.map(\.rule.info), root: root,
        locale: settings.locale.map { Page.Statement($0.value, by: origin) }))
  }
}

extension Workspace {
  private var plain: Linter { made ?? linter() }

  /// Lints bytes that stand for a file, which need not be saved, as `loclint check` lints the file: the
  /// baseline, the dismissals and the limits of the configuration count. `nil` when no format reads files of this
  /// name.
  ///
  /// - Parameter path: From `folder` on, or absolute.
  public func lint(_ bytes: [UInt8], of path: String) -> FileReport? {
    guard let format = formats.format(of: path) else { return nil }
    guard bytes.count <= settings.limits.fileSize else {
      return file(path).unreadable(FileError(largerThan: settings.limits.fileSize).description)
    }
    return plain.lint(bytes, of: file(path), as: format)
  }

  /// Lints a file; what keeps it from being read becomes the report's outcome.
  public func lint(_ file: SourceFile) -> FileReport {
    guard let format = formats.format(of: file.path) else {
      return file.unreadable("no format reads files of this name")
    }
    do throws(FileError) {
      // The process may have another working folder.
      let opened = SourceFile(path: Paths.absolute(file.path, from: folder))
      return plain.lint(
        try opened.read(atMost: settings.limits.fileSize), of: file, as: format)
    } catch {
      return file.unreadable(error.description)
    }
  }

  /// What mends a page: bytes that the rules find less in, and never anything new.
  ///
  /// - Parameter path: As `lint` has it.
  public func mended(_ bytes: [UInt8], of path: String, upTo safety: Fix.Safety) -> [UInt8] {
    guard let format = formats.format(of: path) else { return bytes }
    let file = file(path)
    let linter = mender ?? plain
    let applier = FixApplier(upTo: safety) { linter.lint($0, of: file, as: format) }
    return applier.apply(to: bytes, linter.lint(bytes, of: file, as: format)).bytes
  }

  /// Whether the configuration leaves a file or folder out.
  public func excludes(_ path: String) -> Bool {
    configuration.excludes(
      Paths.throughLinks(Paths.absolute(path, from: folder)), orFolders: true)
  }

  /// A file that need not exist.
  ///
  /// - Parameter path: From `folder` on, or absolute.
  public func file(_ path: String) -> SourceFile { Paths.file(path, from: folder, root: root) }

  /// The pages that the configuration is about, in order, without those that it leaves out.
  public var pages: [SourceFile] {
    let paths = settings.paths.map { Paths.absolute($0, from: folder) }
    return configuration.documents(
      below: paths.isEmpty ? [folder] : paths, from: folder, for: formats
    ).entries
      .filter { $0.problem == nil }.map(\.file)
  }

  /// The rules with what they are in a run.
  public var activeRules: [Run.ActiveRule] { plain.rules }
}
