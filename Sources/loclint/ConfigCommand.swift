import LintCore
import LintReporters
import LintText
import LintWorkspace
import LintYAML
import MarkdownPairs

extension Subcommand {
  static let config = Subcommand(
    "config", "Tell what is in force, and where it comes from",
    usage: "loclint config [OPTION…] [PATH]",
    [
      "Prints each thing that a loclint.yml can say, as it would hold for `check` with the same "
        + "options, and where it comes from: a line of a file, the command line, or the default. It can be "
        + "read again as a loclint.yml in the folder of the one that was found; where that is not the root file, what only the "
        + "root can say stands in comments.",
      "With PATH, a document or a folder, it prints what holds for that: the nearest file above it counts, up to "
        + "the root of the repository or one that says `root: true`. What decides the gate, and which reports and lists there are, "
        + "only the highest of these files can say, the root. Options on the command line win over both; lists are joined, but a --select of rules "
        + "replaces its select and ignore.",
    ],
    options: Option.Name.allCases.filter {
      ![.output, .fix, .diff, .showSuppressed, .reason].contains($0)
    },
    operands: .pages,
    examples: [("loclint config --profile=all", "See what an option changes.")]
  ) { (call) throws(UsageError) in
    if call.arguments.has(.schema) {
      let rules = call.library.rules.map(\.info)
      return call.streams.print(ConfigurationSchema(rules: rules).text)
    }
    // All that `check` would refuse is refused here, and all that it remarks on is told.
    _ = try CheckOptions(call.arguments, call.settings)
    return try ConfigCommand.run(call)
  }
}

/// `loclint config`: what is in force, and where each value comes from, as a configuration.
struct ConfigCommand {
  /// The settings in force; `config` writes no report, so that its outputs are the configuration's.
  let settings: Settings
  /// The folder that globs are seen from, canonical; empty for the working folder.
  let folder: String
  /// The page that they hold for, as seen from there.
  let page: String?
  /// Whether it is the root file, which alone can say what decides the gate.
  let isRoot: Bool

  static func run(_ call: Invocation) throws(UsageError) -> Int32 {
    guard call.operands.count < 2 else {
      throw UsageError("'config' takes one PATH, and not '\(call.operands[1])' too")
    }
    var tree = call.tree
    let path = try call.operands.first.map { (path) throws(UsageError) -> String in
      guard let path = FileFinder.canonical(path) else {
        throw UsageError("\(path): no such file or directory", isInHelp: false)
      }
      return path
    }
    let folder = path.map { FileFinder.isFolder($0) ? $0 : ConfigurationTree.parent(of: $0) }
    let index = try folder.map { (folder) throws(UsageError) in try tree.find(above: folder) }
    let nearest = index.flatMap(\.self) ?? tree.root
    let page = path.flatMap { FileFinder.isFolder($0) ? nil : $0 }
    // What `check` would refuse of any of them is refused.
    _ = try call.workspace(try call.workspace(try call.book), with: tree)
    let configuration = tree.configurations[nearest]
    var settings = call.settings
    if nearest != tree.root {
      settings = call.arguments.inForce(call.given, onPagesOf: configuration)
      for key in ConfigurationKey.all where key.isOfRun {
        settings.adopt(key, of: call.settings)
      }
    }
    settings.adopt(.outputs, of: call.configuration.settings)
    return call.streams.print(
      ConfigCommand(
        settings: settings, folder: configuration.folder,
        page: page.map { FileFinder.relative($0, to: configuration.folder) },
        isRoot: nearest == tree.root
      ).text)
  }

  /// The keys in the order of the schema, each with where it comes from, and each limit that nothing changes.
  var text: String {
    let fixed = Limit.all.filter { $0.key == nil }.map { limit in
      "# limits: \(limit.name): \(limit.value)  # fixed\n"
    }
    return ConfigurationKey.all.map(text).joined() + fixed.joined()
  }

  /// A key with its value; what has no value, or would be refused there, stands in a comment.
  private func text(_ key: ConfigurationKey) -> String {
    // This says all that files say together.
    if [.root, .extends].contains(key) { return "" }
    let origins = settings.origins(of: key).map(\.description)
    let origin = TextReporter.safe(origins.isEmpty ? "default" : origins.joined(separator: ", "))
    let lines = value(key) ?? (key.standard == "~" ? nil : [key.standard])
    guard let lines, let first = lines.first else { return "# \(key.name):  # \(origin)\n" }
    // All of these are on one line.
    if key.isOfRun, !isRoot { return "# \(key.name): \(first)  # \(origin)\n" }
    guard lines.count > 1 || first.hasPrefix(" ") else {
      return "\(key.name): \(first)  # \(origin)\n"
    }
    return "\(key.name):  # \(origin)\n" + lines.map { $0 + "\n" }.joined()
  }

  /// A value: one line, or lines that are indented; `nil` for none.
  private func value(_ key: ConfigurationKey) -> [String]? {
    switch key {
    case .paths: settings.paths.isEmpty ? ["[.]"] : [list(settings.paths.map(seen))]
    case .exclude: [list(settings.exclude.map(\.text))]
    case .locale: (settings.locale?.word ?? settings.localeTemplate).map { [YAMLScalar.text($0)] }
    case .select: [list(settings.select)]
    case .ignore: [list(settings.ignore)]
    case .rules: [list(settings.rules.map(seen))]
    case .glossaries: [list(settings.glossaries.map(seen))]
    case .doNotTranslate: [list(settings.doNotTranslate.map(seen))]
    case .baseline: settings.baseline.map { [YAMLScalar.text(seen($0))] }
    case .dismissed: settings.dismissed.map { [YAMLScalar.text(seen($0))] }
    case .severity: [map(settings.severities)]
    case .outputs:
      [map(settings.outputs.map { ($0.format.name, YAMLScalar.text(seen($0.path))) })]
    case .penalties:
      [
        map(
          Severity.allCases.map {
            let penalties = Penalties.standard.replacing(settings.penalties)
            return ($0.rawValue, Numeral.shortest(penalties.of($0)))
          })
      ]
    case .ruleValues: ruleValues
    case .overrides: overrides
    case .messageSyntax: messageSyntax
    case .source: sources
    case .sourcePins: [map(settings.sourcePins.map { ($0.key, $0.kind.rawValue) })]
    case .sourceLocale, .rulePages: key.text(settings).map { [YAMLScalar.text($0)] }
    default: key.text(settings).map { [$0] }
    }
  }

  private var ruleValues: [String] {
    var rules: [(name: String, values: [(String, String)])] = []
    for value in settings.ruleValues {
      let index =
        rules.firstIndex { $0.name == value.rule.name }
        ?? {
          rules.append((value.rule.name, []))
          return rules.count - 1
        }()
      rules[index].values.removeAll { $0.0 == value.name.name }
      rules[index].values.append((value.name.name, list(value.words)))
    }
    return rules.isEmpty
      ? ["{}"] : rules.map { "  \(YAMLScalar.text($0.name)): \(map($0.values))" }
  }

  /// Those that hold for the page; all where none is named.
  private var overrides: [String] {
    let held = settings.overrides.filter { override in
      page.map { page in override.files.contains { $0.matches(page) } } ?? true
    }
    return held.isEmpty
      ? ["[]"]
      : held.map { override in
        var parts = ["files: \(list(override.files.map(\.text)))"]
        if !override.ignore.isEmpty { parts.append("ignore: \(list(override.ignore))") }
        if !override.severities.isEmpty { parts.append("severity: \(map(override.severities))") }
        return "  - {\(parts.joined(separator: ", "))}  # "
          + TextReporter.safe(override.place.description)
      }
  }

  /// Those that hold for the page; all where none is named.
  private var messageSyntax: [String] {
    let held = settings.messageSyntax.filter { entry in
      page.map { page in entry.files.contains { $0.matches(page) } } ?? true
    }
    return held.isEmpty
      ? ["[]"]
      : held.map { entry in
        "  - {files: \(list(entry.files.map(\.text))), syntax: \(entry.syntax.rawValue)}  # "
          + TextReporter.safe(entry.place.description)
      }
  }

  /// Where sources lie; what the command line says can't stand in a file.
  private var sources: [String]? {
    guard settings.sourceFolder == nil else { return nil }
    return settings.sources.isEmpty
      ? ["[]"]
      : settings.sources.map {
        "  - {target: \(YAMLScalar.quoted($0.target)), source: \(YAMLScalar.quoted($0.source))}"
      }
  }

  private func list(_ words: [String]) -> String {
    ConfigurationKey.list(words.map(YAMLScalar.text))
  }

  /// Of several values for a key, the last.
  private func map(_ entries: [(String, String)]) -> String {
    var seen: Set<String> = []
    let last = entries.reversed().filter { seen.insert($0.0).inserted }.reversed()
    return "{\(last.map { "\(YAMLScalar.text($0.0)): \($0.1)" }.joined(separator: ", "))}"
  }

  private func map(_ severities: [Settings.NamedSeverity]) -> String {
    map(severities.map { ($0.name, $0.severity.rawValue) })
  }

  /// A path as seen from the folder.
  private func seen(_ path: String) -> String {
    let working = FileFinder.canonical(".") ?? "/"
    guard !folder.isEmpty, folder != working else { return path }
    let whole = Paths.normal(path.hasPrefix("/") ? path : "\(working)/\(path)")
    let inside = FileFinder.relative(whole, to: folder)
    return inside.hasPrefix("/") ? Self.climbing(from: folder, to: whole) : inside
  }

  /// A path as seen from a folder that it is not in; as it is where they have nothing in common.
  private static func climbing(from folder: String, to path: String) -> String {
    let (start, end) = (folder.split(separator: "/"), path.split(separator: "/"))
    let common = zip(start, end).prefix { $0 == $1 }.count
    guard common > 0 else { return path }
    let up = Array(repeating: "..", count: start.count - common)
    return (up + end.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
