import LintYAML

extension Configuration {
  /// Says a value of a key, as if it stood at the end of the file; in the words of a user, who may name any file.
  ///
  /// - Parameter text: As YAML.
  package mutating func set(_ key: ConfigurationKey, to text: String) throws(UsageError) {
    do throws(PlacedError) {
      let source = YAMLSource(path: "--set", text: "\(key.name): \(text)")
      let root: YAMLNode
      do throws(YAMLEvents.Failure) {
        root = try YAMLNode(source.text)
      } catch {
        throw source.mistake("is not YAML: \(error.message)", at: error.offset)
      }
      let map = try StrictMapping(root, "a value", in: source)
      guard map.keys.count == 1, let written = map.keys.first, written.key == key.name else {
        throw source.mistake("says more than '\(key.name)'", at: 0)
      }
      let working = FileFinder.canonical(".") ?? "/"
      let paths = ConfigurationPaths(
        path: source.path, working: working,
        boundary: Boundary(around: "/", allowsOutside: true), pages: nil)
      let entry = ConfigurationEntry(
        key: key.name, keyNode: written.keyNode, node: written.value, map: map, paths: paths)
      try add(key, entry, in: working)
    } catch {
      throw UsageError(error)
    }
  }
}
