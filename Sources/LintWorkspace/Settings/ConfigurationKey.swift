import LintYAML

/// Something that a `loclint.yml` can say: what it means, and how it fills settings. The schema, `loclint init`
/// and `loclint config` are made from the list.
package struct ConfigurationKey: Sendable, Hashable {
  /// How its value is written, for the schema.
  enum Shape: Sendable {
    case text
    case texts
    case ruleNames
    case severities
    case choice([String])
    case integer(from: Int, to: Int?)
    case number(to: Int)
    case size
    case flag
    case penalties
    case outputs
    case ruleValues
    case overrides
    case messageSyntax
    case sources
    case pins
  }

  /// In kebab case.
  package let name: String
  /// What it means, in a sentence or two.
  package let about: String
  /// An example of it, as YAML.
  package let sample: String
  let shape: Shape
  /// Whether what several files say is joined; of any other key the last file has its say.
  let isJoined: Bool
  /// What is in force where nobody says anything, in a word.
  package let standard: String
  /// Reads the value of a file into settings.
  let read: @Sendable (inout Settings, ConfigurationEntry) throws(PlacedError) -> Void
  /// Takes over what other settings say; returns whether there was anything to take.
  let merge: @Sendable (inout Settings, Settings) -> Bool
  /// The value that is said, in a word; `nil` where nothing is, or where it takes more than a line.
  package let text: @Sendable (Settings) -> String?

  /// Whether it decides what fails a run or is written of it, so that the root file alone can say it.
  package var isOfRun: Bool {
    [
      .failOn, .maxWarnings, .minScore, .score, .penalties, .baseline, .dismissed, .outputs,
      .rulePages, .across,
    ].contains(self)
  }

  package static func == (left: ConfigurationKey, right: ConfigurationKey) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  init(
    _ name: String, _ shape: Shape, _ about: String, sample: String, isJoined: Bool = false,
    standard: String = "~", merge: @escaping @Sendable (inout Settings, Settings) -> Bool,
    text: @escaping @Sendable (Settings) -> String?,
    read: @escaping @Sendable (inout Settings, ConfigurationEntry) throws(PlacedError) -> Void
  ) {
    self.name = name
    self.shape = shape
    self.about = about
    self.sample = sample
    self.isJoined = isJoined
    self.standard = standard
    self.merge = merge
    self.text = text
    self.read = read
  }

  /// Hands over the place of a value in settings: a key path would have to be made at run time, which takes
  /// as long as to read a page.
  typealias Access<Value> = @Sendable (inout Settings, (inout Value) -> Void) -> Void

  /// A key with one value.
  init<Value: Sendable>(
    _ name: String, _ shape: Shape, _ access: @escaping Access<Value?>, _ about: String,
    sample: String, standard: String = "~", text: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (ConfigurationEntry) throws(PlacedError) -> Value?
  ) {
    self.init(
      name, shape, about, sample: sample, standard: standard
    ) { settings, other in
      let value = Self.value(other, access)
      var isTaken = false
      access(&settings) { own in
        isTaken = own == nil
        own = own ?? value
      }
      return isTaken
    } text: {
      Self.value($0, access).map(text)
    } read: { (settings, entry) throws(PlacedError) in
      let value = try read(entry)
      access(&settings) { $0 = value }
    }
  }

  /// A key with a list, which is joined with those of other files and of the command line.
  init<Element: Sendable>(
    _ name: String, _ shape: Shape, list access: @escaping Access<[Element]>, _ about: String,
    sample: String, text: @escaping @Sendable (Element) -> String,
    read: @escaping @Sendable (inout Settings, ConfigurationEntry) throws(PlacedError) -> [Element]
  ) {
    self.init(
      name, shape, about, sample: sample, isJoined: true, standard: "[]"
    ) { settings, other in
      let others = Self.value(other, access)
      access(&settings) { $0 = others + $0 }
      return !others.isEmpty
    } text: { settings in
      let values = Self.value(settings, access)
      return values.isEmpty ? nil : Self.list(values.map(text))
    } read: { (settings, entry) throws(PlacedError) in
      let values = try read(&settings, entry)
      access(&settings) { $0 += values }
    }
  }

  private static func value<Value>(_ settings: Settings, _ access: Access<Value>) -> Value {
    var settings = settings
    var value: Value?
    access(&settings) { value = $0 }
    return value!
  }

  package static func list(_ words: [String]) -> String {
    "[\(words.joined(separator: ", "))]"
  }
}
