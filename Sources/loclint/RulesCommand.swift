import LintCore
import LintText

/// `loclint rules`: lists the catalogue by family.
struct RulesCommand {
  let catalogue: [any Rule]
  /// Of the rules that need tables of a language, which have them is said for this locale.
  var locale: LocaleTag?

  var text: String {
    var families: [String] = []
    for rule in catalogue where !families.contains(rule.info.family) {
      families.append(rule.info.family)
    }
    let longest = catalogue.map { $0.info.id.utf8.count }.max() ?? 0
    var text = ""
    for family in families {
      text += (text.isEmpty ? "" : "\n") + "\(family)\n"
      for info in catalogue.map(\.info) where info.family == family {
        text +=
          "  " + Self.padded(info.id, longest + 2) + Self.padded(info.severity.rawValue, 9)
          + Self.padded(info.profile?.rawValue ?? "-", 9) + info.finds + "\n"
      }
    }
    return text + tables
  }

  /// Which rules that need tables of a language work for the locale.
  private var tables: String {
    guard let locale else { return "" }
    let rules = catalogue.compactMap { $0 as? any LanguageRule }
    let longest = rules.map { $0.info.id.utf8.count }.max() ?? 0
    return "\nrules that need tables of \(locale)\n"
      + rules.map {
        "  " + Self.padded($0.info.id, longest + 2)
          + ($0.works(for: locale) ? "works" : "silent: there is no table") + "\n"
      }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.utf8.count, 1))
  }
}
