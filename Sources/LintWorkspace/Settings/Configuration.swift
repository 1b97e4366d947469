import LintCore
import LintText
import LintYAML

/// A `loclint.yml` that was read, with what it extends.
package struct Configuration: Sendable {
  /// What `loclint init` writes.
  package static let fileName = "loclint.yml"
  /// The names that the file of a folder may have, as seen from the folder.
  package static let fileNames = [
    fileName, "loclint.yaml", ".loclint.yml", "\(ConfigurationPaths.hiddenFolder)/\(fileName)",
  ]
  /// Files in one run. More than anybody has use for, and few enough to be read in no time.
  static let mostFiles = 100

  /// What it says.
  package private(set) var settings = Settings()
  /// What globs and templates are relative to, canonical: the folder of the file that was found,
  /// or, for a file of another checkout, the same folder in this one.
  package private(set) var folder = ""
  /// The folder that all that it names must lie in; `nil` when there is no file.
  package private(set) var boundary: Boundary?
  /// The files that were read.
  package private(set) var files: [String] = []

  /// Whether nothing is said in it.
  package var isSilent: Bool { files.isEmpty && !isSet }
  /// Whether the command line says something as if it stood in it.
  private var isSet = false

  /// A configuration that says nothing.
  package init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: As it is shown, and as seen from the process' working folder.
  ///   - working: The folder whose pages it is about.
  ///   - allowsOutside: Whether it may name files outside of its repository to read.
  package init(_ path: String, for working: String = ".", allowsOutside: Bool = false)
    throws(UsageError)
  {
    let working = FileFinder.canonical(working) ?? "/"
    let own = ConfigurationPaths.canonicalFolder(of: path)
    let boundary = Boundary(around: own, allowsOutside: allowsOutside)
    self.boundary = boundary
    let here = Boundary(around: working, allowsOutside: allowsOutside)
    let paths = ConfigurationPaths(
      path: path, working: working, boundary: boundary, pages: here.contains(own) ? nil : here)
    folder = paths.pageFolder(for: own)
    var known: Set<String> = []
    do throws(PlacedError) {
      try read(paths, within: [], &known)
    } catch {
      throw UsageError(error)
    }
  }

  /// Adds what the command line says.
  ///
  /// - Parameter working: The folder that it speaks of where there is no file.
  mutating func add(_ key: ConfigurationKey, _ entry: ConfigurationEntry, in working: String)
    throws(PlacedError)
  {
    if files.isEmpty { folder = working }
    isSet = true
    try key.read(&settings, entry)
    settings.note(entry.place, of: key)
  }

  /// The file of a folder; `nil` when it has none.
  ///
  /// - Parameter folder: Empty for the working folder, else with a slash at its end.
  package static func file(in folder: String) throws(UsageError) -> String? {
    var found: String?
    for name in fileNames {
      let file = folder + name
      guard FileFinder.exists(file) else { continue }
      // Which of them counts, nobody could tell without looking here.
      if let found {
        throw UsageError(
          "'\(found)' and '\(file)' are in one folder, which can have one configuration",
          isInHelp: false)
      }
      found = file
    }
    return found
  }

  /// - Parameters:
  ///   - chain: The files that extend this one, canonical.
  ///   - known: All files that were read, canonical. One is read once: two files that extend a third
  ///     would else have it read twice, and `n` layers of them would read it `2^n` times.
  private mutating func read(
    _ paths: ConfigurationPaths, within chain: [String], _ known: inout Set<String>
  ) throws(PlacedError) {
    let own = FileFinder.canonical(paths.path) ?? paths.path
    known.insert(own)
    files.append(paths.path)
    guard let map = try Self.mapping(in: paths.path) else { return }
    try map.allow(ConfigurationKey.all.map(\.name), "a configuration")
    for (base, node) in try map.texts(ConfigurationKey.extends.name) {
      let other = try paths.input(base, node, map.source)
      guard let canonical = FileFinder.canonical(other) else {
        throw map.source.mistake("there is no file '\(base)'", at: node.range.lowerBound)
      }
      guard !chain.contains(canonical), canonical != own else {
        throw map.source.mistake("'\(base)' extends this file in turn", at: node.range.lowerBound)
      }
      guard !known.contains(canonical) else { continue }
      guard files.count < Self.mostFiles else {
        throw map.source.mistake(
          "more than \(Self.mostFiles) files are extended, '\(base)' among them",
          at: node.range.lowerBound)
      }
      try read(
        ConfigurationPaths(
          path: other, working: paths.working, boundary: paths.boundary, pages: paths.pages),
        within: chain + [own], &known)
      settings.forgetRoot()
    }
    for entry in map.keys {
      guard let key = ConfigurationKey.named(entry.key) else { continue }
      let entry = ConfigurationEntry(
        key: entry.key, keyNode: entry.keyNode, node: entry.value, map: map, paths: paths)
      try key.read(&settings, entry)
      settings.note(entry.place, of: key)
    }
  }

  /// What a file holds; `nil` when it holds nothing but comments.
  private static func mapping(in path: String) throws(PlacedError) -> StrictMapping? {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try SourceFile(path: path).read(atMost: Limits.settingsSize)
    } catch {
      throw PlacedError(path: path, line: 1, column: 1, error.description)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PlacedError(path: path, line: 1, column: 1, "is not UTF-8")
    }
    let source = YAMLSource(path: path, text: text)
    let root: YAMLNode
    do throws(YAMLEvents.Failure) {
      root = try YAMLNode(source.text)
    } catch {
      throw source.mistake("is not YAML: \(error.message)", at: error.offset)
    }
    if root.string == "" { return nil }
    return try StrictMapping(root, "a configuration", in: source)
  }
}
