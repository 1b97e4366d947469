package import LintCore
import LintYAML
import MarkdownPairs

/// The configurations of a run: the root file, which decides the gate, and of each page the nearest file above it,
/// which decides what is found in the page.
///
/// So it makes no difference to findings in which folder a run begins.
package struct ConfigurationTree: Sendable {
  /// More than a repository has products. Each brings rules of its own, and a stranger may bring many.
  static let most = 100

  /// In the order in which they were found.
  package private(set) var configurations: [Configuration] = []
  /// The index of the root's.
  package private(set) var root = 0
  /// How many were read that wait for those above them.
  private var pending = 0
  /// The index of the one that each is below, if it is no root.
  private var above: [Int?] = []
  /// The index of the nearest above what lies in a folder; `nil` where there is none.
  private var nearest: [String: Int?] = [:]
  /// Where the search ends: the root of the repository, or else the working folder.
  private let top: String
  private let working: String
  /// Reads a file; gives what is in force without one, too.
  private let read: @Sendable (String?) throws(UsageError) -> Configuration
  private let isSearched: Bool
  /// What the command line leaves out.
  private var exclusions: PathExclusions
  private let isAbsolute: Bool

  /// One for all pages, whatever lies above them.
  package init(_ configuration: Configuration) {
    configurations = [configuration]
    above = [nil]
    (top, isSearched, isAbsolute) = ("/", false, false)
    working = FileFinder.canonical(".") ?? "/"
    exclusions = PathExclusions([], from: working)
    read = { _ throws(UsageError) in Configuration() }
  }

  /// Finds the root file: the highest above the working folder, up to the root of the repository or a file
  /// that says that it is one. Where there is none, that of all that is read counts.
  ///
  /// - Parameters:
  ///   - paths: What is read, if it is named.
  ///   - isAbsolute: Whether files are read by absolute paths, whatever folder the process works in.
  ///   - read: Reads a file, as seen from the working folder.
  package init(
    at folder: String = ".", for paths: [String] = [], isAbsolute: Bool = false,
    _ read: @escaping @Sendable (String?) throws(UsageError) -> Configuration
  ) throws(UsageError) {
    let working = FileFinder.canonical(folder) ?? "/"
    self.working = working
    exclusions = PathExclusions([], from: working)
    self.isAbsolute = isAbsolute
    top = Repository(around: working)?.root ?? working
    isSearched = true
    self.read = read
    var roots = [try root(ofFolder: working)]
    if roots == [nil], !paths.isEmpty {
      roots = []
      for path in paths {
        guard let canonical = FileFinder.canonical(path) else { continue }
        let folder = FileFinder.isFolder(canonical) ? canonical : Self.parent(of: canonical)
        roots.append(try root(ofFolder: folder))
      }
    }
    if let root = roots.first ?? nil, roots.allSatisfy({ $0 == root }) {
      self.root = root
    } else {
      root = configurations.count
      configurations.append(try read(nil))
      above.append(nil)
    }
  }

  /// Leaves out what matches one of some globs, which are about paths as seen from the working folder.
  package mutating func exclude(_ globs: [Glob]) {
    exclusions = PathExclusions(globs, from: working)
  }

  /// Says a value of a key of the root's, whatever file says it.
  package mutating func setInRoot(_ key: ConfigurationKey, to text: String) throws(UsageError) {
    try configurations[root].set(key, to: text)
  }

  /// The one that decides the gate.
  package var rootConfiguration: Configuration { configurations[root] }

  /// The nearest file above the working folder, which says what is read where nothing is named.
  package var here: Configuration {
    configurations[index(ofFolder: working)]
  }

  /// What people should know: that a file would decide a gate which is another file's.
  package var remarks: [String] {
    configurations.indices.filter { $0 != root && above[$0] == nil }.flatMap { index in
      configurations[index].gates(besides: []).map { key, place in
        "\(place.mistake("'\(key.name)' does not count in this run, \(rootName)"))"
      }
    }
  }

  private var rootName: String {
    rootConfiguration.files.first.map { "whose root file is \($0)" } ?? "which has no root file"
  }

  /// The index of the one that a page goes by, of those that were found.
  ///
  /// - Parameter path: Canonical; it need not exist.
  package func index(of path: String) -> Int {
    configurations.count == 1 ? 0 : index(ofFolder: Self.parent(of: path))
  }

  private func index(ofFolder folder: String) -> Int {
    var folder = folder
    while true {
      if let known = nearest[folder] { return known ?? root }
      if folder == "/" { return root }
      folder = Self.parent(of: folder)
    }
  }

  /// Looks for the nearest file above what lies in a folder.
  ///
  /// - Parameter folder: Canonical.
  /// - Returns: Its index; `nil` where there is none.
  @discardableResult
  package mutating func find(above folder: String) throws(UsageError) -> Int? {
    guard isSearched else { return root }
    // Where the folder above is known, there is nothing to look for beyond this one.
    let end = nearest[Self.parent(of: folder)] == nil ? lastFolder(above: folder) : nil
    var passed: [String] = []
    var looks = true
    var found: Int?
    var current = folder
    while true {
      if let known = nearest[current] {
        found = known
        break
      }
      if looks {
        passed.append(current)
        // What is in there speaks of the folder above.
        if !current.hasSuffix("/\(ConfigurationPaths.hiddenFolder)"),
          let file = try Configuration.file(in: shown(current))
        {
          found = try add(
            file, in: current, isLast: current == end ?? lastFolder(above: folder))
          break
        }
      }
      // Beyond, no file is looked for, but a folder that was named may have one.
      if current == end { looks = false }
      if current == "/" { break }
      current = Self.parent(of: current)
    }
    for folder in passed { nearest[folder] = .some(found) }
    return found
  }

  /// The folder in which the search above another one ends.
  private func lastFolder(above folder: String) -> String {
    isInside(folder, top) ? top : Repository(around: folder)?.root ?? folder
  }

  /// The index of the root file of what lies in a folder.
  private mutating func root(ofFolder folder: String) throws(UsageError) -> Int? {
    guard var index = try find(above: folder) else { return nil }
    while let next = above[index] { index = next }
    return index
  }

  private mutating func add(_ file: String, in folder: String, isLast: Bool) throws(UsageError)
    -> Int
  {
    guard configurations.count + pending < Self.most else {
      throw UsageError(
        "\(file): is one of more than \(Self.most) configurations in a run", isInHelp: false)
    }
    let configuration = try read(file)
    let isRoot =
      isLast || configuration.settings.isRoot == true || Repository(around: folder)?.root == folder
    pending += 1
    defer { pending -= 1 }
    let upper = isRoot ? nil : try find(above: Self.parent(of: folder))
    if let upper {
      var index = upper
      while let next = above[index] { index = next }
      if let (key, place) = configuration.gates(besides: configurations[index].files).first {
        throw place.mistake(
          "'\(key.name)' counts in the root file alone, which is "
            + "\(configurations[index].files.first ?? ""); `root: true` makes this file one")
      }
    }
    configurations.append(configuration)
    above.append(upper)
    return configurations.count - 1
  }

  /// Whether a file or folder is left out, or a folder above it is.
  package func excludes(_ canonical: String) -> Bool {
    if exclusions.contains(canonical, orFolders: true) { return true }
    var path = canonical
    var index = index(of: canonical)
    while true {
      if configurations[index].excludes(path, orFolders: true) { return true }
      guard let next = above[index] else { return false }
      path = configurations[index].folder
      index = next
    }
  }

  /// A folder as the paths of its files begin: empty for the working folder, else with a slash at its end.
  private func shown(_ folder: String) -> String {
    if isAbsolute { return folder == "/" ? folder : folder + "/" }
    if folder == working { return "" }
    // From the folders below, as people write it.
    if isInside(working, folder) {
      let inside = FileFinder.relative(working, to: folder)
      return String(repeating: "../", count: inside.split(separator: "/").count)
    }
    let path = FileFinder.relative(folder, to: working)
    return path.hasSuffix("/") ? path : path + "/"
  }

  private func isInside(_ folder: String, _ other: String) -> Bool {
    !FileFinder.relative(folder, to: other).hasPrefix("/")
  }

  /// The folder of a file that need not exist, as its path is written.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

extension ConfigurationTree {
  /// What paths lead to, without what is excluded; the configurations of all folders on the way are read.
  ///
  /// - Parameter working: The folder that files are shown from.
  package mutating func documents(
    below paths: [String], from working: String = ".", for formats: [any Format]
  ) throws(UsageError) -> Paths {
    let walk = Walk(self)
    let found = Paths(paths, from: working, for: formats) { walk.exclusion(in: $0) }
    if let mistake = walk.mistake { throw mistake }
    self = walk.tree
    return found
  }

  /// The pages below paths: what `documents` gives, without sources of pages, and with pages that are read
  /// only where these have sources.
  ///
  /// - Parameters:
  ///   - settings: Those in force, as the root file has them.
  ///   - changes: What has changed, if only that is wanted: pages, or their sources.
  package mutating func pages(
    below paths: [String], from working: String = ".", _ settings: Settings,
    _ changes: Changes? = nil, for formats: [any Format]
  ) throws(UsageError) -> Paths {
    func hasSources(_ tree: ConfigurationTree) -> Bool {
      settings.sourceFolder != nil
        || tree.configurations.contains { !$0.settings.sources.isEmpty }
    }
    let expectsSources = hasSources(self)
    var found = try documents(
      below: paths, from: working, for: expectsSources ? formats + [MarkdownPairs()] : formats)
    guard hasSources(self) else { return changes.map { found.filtered($0) } ?? found }
    // A configuration that was met on the way is the first to speak of sources.
    if !expectsSources {
      found = try documents(below: paths, from: working, for: formats + [MarkdownPairs()])
    }
    let places = configurations.map { configuration in
      var settings = settings
      settings.sources = configuration.settings.sources
      return SourcePlaces(settings, configuration, below: paths)
    }
    let start = FileFinder.canonical(working) ?? ""
    let root = Repository(around: working)?.root ?? start
    return found.filtered { file in
      let path = file.path.hasPrefix("/") ? file.path : "\(start)/\(file.path)"
      guard let places = places[index(of: path)] else {
        return formats.format(of: path) != nil && changes?.contain(file) ?? true
      }
      guard !places.isSource(path) else { return false }
      guard let changes, !changes.contain(file) else { return true }
      return places.partner(of: path).map {
        changes.contain(Paths.file($0.path, from: start, root: root))
      }
        ?? false
    }
  }

  /// What is learned on the way through folders.
  private final class Walk {
    var tree: ConfigurationTree
    var mistake: UsageError?

    init(_ tree: ConfigurationTree) { self.tree = tree }

    /// Whether a file or folder in a folder is left out.
    func exclusion(in folder: String) -> (String) -> Bool {
      guard mistake == nil else { return { _ in true } }
      do throws(UsageError) {
        let index = try tree.find(above: folder) ?? tree.root
        let configuration = tree.configurations[index]
        // Not the tree itself: each folder below would then copy what is known of all others.
        let exclusions = tree.exclusions
        return { path in
          configuration.excludes(path) || exclusions.contains(path, orFolders: false)
        }
      } catch {
        mistake = error
        return { _ in true }
      }
    }
  }
}

extension Configuration {
  /// What it says of the gate, but for what these files say too.
  fileprivate func gates(besides files: [String]) -> [(key: ConfigurationKey, place: FilePlace)] {
    let known = Set(files.compactMap(FileFinder.canonical))
    return ConfigurationKey.all.filter(\.isOfRun).compactMap { key in
      let place = settings.places(of: key).first { place in
        !(FileFinder.canonical(place.source.path).map(known.contains) ?? false)
      }
      return place.map { (key, $0) }
    }
  }
}
