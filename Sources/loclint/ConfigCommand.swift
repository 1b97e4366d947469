import LintCore
import LintReporters
import LintRules
import LintText
import LintWorkspace

/// `loclint config`: what is in force, and where each value comes from.
struct ConfigCommand {
  /// The command line as it is.
  let given: Arguments
  /// The same with what the configuration says.
  let inForce: Arguments
  let configuration: Configuration

  /// One line for each key, in the order of the schema, and for each limit that nothing changes.
  var text: String {
    let fixed = Limit.all.filter { $0.key == nil }.map { limit in
      (value: "limits: \(limit.name): \(limit.value)", origin: "fixed")
    }
    let rows = ConfigurationKey.allCases.flatMap(rows) + fixed
    let width = min(rows.map { $0.value.count }.max() ?? 0, 60)
    return rows.map { row in
      TextReporter.safe(
        row.value + String(repeating: " ", count: max(width - row.value.count, 0)) + "  # "
          + row.origin) + "\n"
    }.joined()
  }

  private func rows(_ key: ConfigurationKey) -> [(value: String, origin: String)] {
    let origins = (configuration.origins[key] ?? []).map(\.description)
    let fromFile = origins.joined(separator: ", ")
    switch key {
    case .extends:
      return []
    case .paths:
      let origin =
        !given.operands.isEmpty
        ? "command line" : configuration.paths.isEmpty ? "default" : fromFile
      let paths = inForce.operands.isEmpty ? ["."] : inForce.operands
      return [("paths: \(Self.list(paths))", origin)]
    case .exclude:
      return [
        (
          "exclude: \(Self.list(configuration.exclude.map(\.text)))",
          origins.isEmpty ? "default" : fromFile
        )
      ]
    case .settings:
      return configuration.settings.map { setting in
        (
          "settings: \(setting.rule.name): \(setting.name.name): \(Self.list(setting.words))",
          setting.name.origin.description
        )
      }
    case .sourceLocale:
      let tag = (configuration.sourceLocale ?? PageKind.standardSource).description
      return [("source-locale: \(tag)", origins.isEmpty ? "default" : fromFile)]
    case .outputs:
      // Not from the options in force: `config` writes no report and takes no `--output`.
      let outputs = configuration.values[key] ?? []
      return [("outputs: \(Self.list(outputs))", origins.isEmpty ? "default" : fromFile)]
    case .penalties:
      let penalties = Penalties.standard.replacing(configuration.penalties)
      let costs = Severity.allCases.map { "\($0.rawValue)=\(Numeral.shortest(penalties.of($0)))" }
      return [("penalties: \(Self.list(costs))", origins.isEmpty ? "default" : fromFile)]
    case .overrides:
      return configuration.overrides.map { override in
        var value = "overrides: files: \(Self.list(override.files.map(\.text)))"
        if !override.ignore.isEmpty { value += ", ignore: \(Self.list(override.ignore))" }
        if !override.severities.isEmpty {
          let severities = override.severities.map { "\($0.name)=\($0.severity.rawValue)" }
          value += ", severity: \(Self.list(severities))"
        }
        return (value, override.origin.description)
      }
    default:
      guard let name = key.option, let option = Option.all.first(where: { $0.name == name }) else {
        return []
      }
      if key == .locale, let template = configuration.localeTemplate, !given.has(.locale) {
        return [("locale: \(template)", fromFile)]
      }
      return [row(key, option, fromFile)]
    }
  }

  private func row(_ key: ConfigurationKey, _ option: Option, _ fromFile: String) -> (
    value: String, origin: String
  ) {
    guard inForce.has(option.name) else {
      // A file may say so too: it may take back what a file says that it extends.
      let origin = fromFile.isEmpty ? "default" : fromFile
      if case .none = option.value { return ("\(key.rawValue): false", origin) }
      let standard = option.standard ?? (option.isRepeatable ? "[]" : "~")
      return ("\(key.rawValue): \(standard)", origin)
    }
    let isFromFile = configuration.values[key] != nil
    let isFromBoth =
      isFromFile && given.has(option.name)
      && inForce.values(option.name).count > given.values(option.name).count
    let origin =
      isFromBoth ? "\(fromFile), command line" : given.has(option.name) ? "command line" : fromFile
    let value =
      switch option.value {
      case .none: "true"
      default:
        option.isRepeatable
          ? Self.list(inForce.list(option.name)) : inForce.value(option.name) ?? ""
      }
    return ("\(key.rawValue): \(value)", origin)
  }

  private static func list(_ words: [String]) -> String {
    "[\(words.joined(separator: ", "))]"
  }
}
