import LintReporters
import LintWorkspace

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
    let origins = (settings.origins[key] ?? []).map(\.description)
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
