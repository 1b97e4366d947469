/// The values of the options that a command line has: a few, and so a list, which takes less to make than a
/// dictionary.
struct OptionValues {
  private var entries: [(name: Option.Name, words: [String])] = []

  /// The options that there is a value of.
  var names: [Option.Name] { entries.map(\.name) }

  /// The values of an option, in order; `nil` when it is not there.
  subscript(name: Option.Name) -> [String]? {
    get { entries.first { $0.name == name }?.words }
    set {
      entries.removeAll { $0.name == name }
      if let newValue { entries.append((name, newValue)) }
    }
  }

  mutating func add(_ value: String, to name: Option.Name) {
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].words.append(value)
    } else {
      entries.append((name, [value]))
    }
  }
}
