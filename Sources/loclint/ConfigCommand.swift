import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let config = Subcommand(
    "config", "Tell what is in force, and where it comes from",
    usage: "loclint config [OPTION…] [PATH…]",
    [
      "Prints each thing that a loclint.yml can say, as it would hold for `check` with the same "
        + "options, and where it comes from: a line of a file, the command line, or the default.",
      "The file is looked for in the working folder and above, up to the root of the repository. "
        + "Options on the command line win over it; lists are joined, but a --select of rules "
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
    _ = try call.workspace(try call.book)
    var settings = call.settings
    settings.adopt(.outputs, of: call.configuration.settings)
    return call.streams.print(ConfigCommand(settings: settings, paths: call.operands).text)
  }
}

/// `loclint config`: what is in force, and where each value comes from.
struct ConfigCommand {
  /// The settings in force; `config` writes no report, so that its outputs are the configuration's.
  let settings: Settings
  /// What the command line names.
  let paths: [String]

  /// One line for each key, in the order of the schema, and for each limit that nothing changes.
  var text: String {
    let fixed = Limit.all.filter { $0.key == nil }.map { limit in
      (value: "limits: \(limit.name): \(limit.value)", origin: "fixed")
    }
    let rows = ConfigurationKey.all.flatMap(rows) + fixed
    let width = min(rows.map { $0.value.count }.max() ?? 0, 60)
    return rows.map { row in
      TextReporter.safe(
        row.value + String(repeating: " ", count: max(width - row.value.count, 0)) + "  # "
          + row.origin) + "\n"
    }.joined()
  }

  private func rows(_ key: ConfigurationKey) -> [(value: String, origin: String)] {
    let origins = settings.origins(of: key).map(\.description)
    let origin = origins.isEmpty ? "default" : origins.joined(separator: ", ")
    switch key {
    case .extends: return []
    case .paths where !paths.isEmpty:
      return [("paths: \(ConfigurationKey.list(paths))", "command line")]
    case .ruleValues:
      return settings.ruleValues.map { value in
        let words = ConfigurationKey.list(value.words)
        return (
          "\(key.name): \(value.rule.name): \(value.name.name): \(words)",
          value.name.place.description
        )
      }
    case .overrides:
      return settings.overrides.map { ("\(key.name): \(Self.text($0))", $0.place.description) }
    default: return [("\(key.name): \(key.text(settings) ?? key.standard)", origin)]
    }
  }

  private static func text(_ override: Settings.Override) -> String {
    var text = "files: \(ConfigurationKey.list(override.files.map(\.text)))"
    if !override.ignore.isEmpty { text += ", ignore: \(ConfigurationKey.list(override.ignore))" }
    if !override.severities.isEmpty {
      text += ", severity: \(ConfigurationKey.list(override.severities.map(\.text)))"
    }
    return text
  }
}
