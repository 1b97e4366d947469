import LintCore

/// `loclint rules`: lists the catalogue by family.
struct RulesCommand {
  let catalogue: [any Rule]

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
    return text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.utf8.count, 1))
  }
}
