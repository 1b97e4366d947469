package import LintCore

/// What reads the pages of a run that are not linted, as formats and configurations say.
package struct RunSources: Sendable {
  private let formats: [any Format]
  private let tree: ConfigurationTree
  /// Those of each configuration's pages.
  private let sources: [PageSources?]
  private let working: String

  /// - Parameters:
  ///   - tree: The configurations of all pages.
  ///   - given: The paths that the run was given.
  ///   - settings: Those in force where a configuration counts.
  package init(
    _ tree: ConfigurationTree, below given: [String], for formats: [any Format],
    _ settings: (Configuration) -> Settings
  ) {
    self.formats = formats
    self.tree = tree
    let working = FileFinder.canonical(".") ?? "/"
    self.working = working
    let root = Repository(around: working)?.root ?? working
    let cache = SourceCache()
    sources = tree.configurations.map { configuration in
      let settings = settings(configuration)
      return SourcePlaces(settings, configuration, below: given).map {
        PageSources($0, settings.sourceOptions, working: working, root: root, cache: cache)
      }
    }
  }

  /// Notes which pages will be read.
  package func expect(_ entries: [Paths.Entry]) {
    for entry in entries where entry.problem == nil { sources(of: entry.file)?.expect(entry.file) }
  }

  /// A page that was read, and the source that is a file of its own.
  package struct ReadPage: ~Copyable {
    package let unit: Unit
    package let source: SourceText?
  }

  /// Reads a page; `nil` where no format reads files of its name.
  ///
  /// - Throws: What keeps it or its source from being read.
  package func page(_ file: SourceFile) throws(FileError) -> ReadPage? {
    let bytes = try file.read()
    let page = Page(path: file.repositoryPath)
    if let sources = sources(of: file) {
      defer { sources.release(file) }
      if let paired = try sources.reading(of: file, bytes) {
        return ReadPage(
          unit: paired.format.read(bytes, from: paired.source, page), source: paired.source)
      }
    }
    guard let format = formats.format(of: file.path) else { return nil }
    return ReadPage(unit: format.read(bytes, from: nil, page), source: nil)
  }

  private func sources(of file: SourceFile) -> PageSources? {
    let path = file.path.hasPrefix("/") ? file.path : "\(working)/\(file.path)"
    return sources[tree.index(of: path)]
  }
}
