import LintCore
import LintYAML

/// What paths in a configuration are relative to, and where they may lead: who wrote it may be a
/// stranger.
struct ConfigurationPaths {
  /// The configuration, as it is shown.
  let path: String
  /// The folder that all paths are seen from: the working folder of a command line, canonical.
  let working: String
  /// The folder that all that it names must lie in.
  let boundary: Boundary
  /// The repository of the pages, or else the working folder, if the configuration lies outside of
  /// it.
  let pages: Boundary?

  /// A path that the file names, as seen from the working folder.
  func resolved(_ name: String) -> String {
    name.hasPrefix("/") ? name : Self.folder(of: path) + name
  }

  /// A file to read.
  func input(_ name: String, _ node: YAMLNode, _ source: YAMLSource) throws(PlacedError) -> String {
    let input = resolved(name)
    try refuse(boundary.obstacle(toReading: input), name, node, source)
    return input
  }

  /// A file to write.
  func output(_ name: String, _ node: YAMLNode, _ source: YAMLSource) throws(PlacedError) -> String
  {
    let output = resolved(name)
    try refuse(boundary.obstacle(toWriting: output), name, node, source)
    return output
  }

  /// Files to read.
  func inputs(_ entry: ConfigurationEntry) throws(PlacedError) -> [String] {
    var inputs: [String] = []
    for (name, node) in try entry.map.texts(entry.key) {
      inputs.append(try input(name, node, entry.map.source))
    }
    return inputs
  }

  /// Pages and their folders.
  func pages(_ entry: ConfigurationEntry) throws(PlacedError) -> [String] {
    guard let pages else { return try inputs(entry) }
    let folder = pageFolder(for: Self.canonicalFolder(of: path))
    var paths: [String] = []
    for (name, node) in try entry.map.texts(entry.key) {
      let page = name.hasPrefix("/") ? name : Paths.normal("\(folder)/\(name)")
      try refuse(pages.obstacle(toReading: page), name, node, entry.map.source)
      paths.append(FileFinder.relative(page, to: working))
    }
    return paths
  }

  /// The folder that a file lies in, canonical.
  static func canonicalFolder(of path: String) -> String {
    let folder = folder(of: path)
    return FileFinder.canonical(folder.isEmpty ? "." : folder) ?? "/"
  }

  /// The folder of the pages that a configuration in `folder` speaks of, canonical. One in another
  /// checkout, that of the branch that is merged into, speaks of the same folder in this one.
  func pageFolder(for folder: String) -> String {
    guard let pages else { return folder }
    let inside = FileFinder.relative(folder, to: boundary.root)
    return inside == "." || inside.hasPrefix("/") ? pages.root : "\(pages.root)/\(inside)"
  }

  /// Holds configurations of many programs, each of which speaks of the folder above.
  static let hiddenFolder = ".config"

  /// The folder that a file speaks of, with a slash at its end: its own, unless that is `.config`.
  private static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard path.dropFirst(folder.count) == Configuration.fileName else { return folder }
    if folder == hiddenFolder + "/" || folder.hasSuffix("/\(hiddenFolder)/") {
      return String(folder.dropLast(hiddenFolder.count + 1))
    }
    // Seen from inside of it.
    let canonical = FileFinder.canonical(folder.isEmpty ? "." : folder) ?? ""
    return canonical.hasSuffix("/\(hiddenFolder)") ? folder + "../" : folder
  }

  /// Throws why a file can't be used that a configuration names, if there is a reason.
  private func refuse(
    _ obstacle: String?, _ name: String, _ node: YAMLNode, _ source: YAMLSource
  ) throws(PlacedError) {
    guard let obstacle else { return }
    throw source.mistake("'\(name)' \(obstacle)", at: node.range.lowerBound)
  }
}
