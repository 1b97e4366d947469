import LintCore
import LintReporters
import LintText
import LintWorkspace

extension Subcommand {
  static let rules = Subcommand(
    "rules", "List all rules", usage: "loclint rules [OPTION…]",
    [
      "Lists all rules by family or pack: the name, the severity of what it finds, the first "
        + "profile that it belongs to, and what it finds. A rule of a pack belongs to no profile "
        + "(-); it runs when it or its pack is selected: --select=+typography/fr.",
      "Some rules need tables of the words or letters of a language, and are silent where there "
        + "are none; with --locale it says which.",
    ],
    options: Option.ofConfigurations + [.rules, .locale, .format], own: [RuleListing.option],
    operands: .nothing(hint: "; `loclint explain` does"),
    examples: [
      ("loclint rules --locale=cy-GB", "Tell also which rules know no Welsh."),
      ("loclint rules --format=json", "List them for a program."),
    ]
  ) { (call) throws(UsageError) in
    let book = try call.book
    if call.wantsJSON {
      let infos = try book.everything.map(\.info)
      return call.streams.print(
        RuleListing(infos: infos, pages: book.pages(call.settings), hasDetails: false).text)
    }
    return call.streams.print(
      RulesCommand(catalogue: try book.everything, locale: call.settings.locale?.value).text)
  }
}

/// `loclint rules`: lists the catalogue by family.
struct RulesCommand {
  let catalogue: [any Rule]
  /// A locale: the list then ends with the rules that know some languages only and this one among
  /// them.
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

  /// Which rules that know some languages only work for the locale.
  private var tables: String {
    guard let locale else { return "" }
    let unknown = PageKind(format: "", locale: nil)
    let kind = PageKind(format: "", locale: locale)
    let rules = catalogue.filter { $0.info.profile != nil && $0.check(on: unknown) == nil }
    let longest = rules.map { $0.info.id.utf8.count }.max() ?? 0
    return "\nrules that know some languages only, for \(locale)\n"
      + rules.map {
        "  " + Self.padded($0.info.id, longest + 2)
          + ($0.check(on: kind) == nil ? "silent: it has nothing for this locale" : "works") + "\n"
      }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.utf8.count, 1))
  }
}
