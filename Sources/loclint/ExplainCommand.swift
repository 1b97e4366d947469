import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let explain = Subcommand(
    "explain", "Tell what a rule finds, and why", usage: "loclint explain [OPTION…] RULE…",
    [
      "Tells what a rule finds, why that matters and how to mend it, with examples. RULE is the "
        + "name in brackets at the end of a finding, or a family of rules."
    ],
    options: Option.ofConfigurations + [.rules, .format], own: [RuleListing.option],
    operands: .rules,
    examples: [
      ("loclint explain changed-link-target", "Explain one rule."),
      ("loclint explain --format=json links", "Explain a family to a program."),
    ]
  ) { (call) throws(UsageError) in
    let names = call.operands
    let book = try call.book
    let command = ExplainCommand(catalogue: try book.rules(for: names))
    guard call.wantsJSON else { return call.streams.print(try command.text(of: names)) }
    let infos = try command.infos(of: names)
    return call.streams.print(
      RuleListing(infos: infos, pages: book.pages(call.settings), hasDetails: true).text)
  }
}

/// `loclint explain`: all that there is to know of a rule.
struct ExplainCommand {
  let catalogue: [any Rule]

  private static let width = 80

  /// - Parameter names: Rules and families.
  func text(of names: [String]) throws(UsageError) -> String {
    try infos(of: names).map(Self.text).joined(separator: "\n")
  }

  /// - Parameter names: Rules and families.
  func infos(of names: [String]) throws(UsageError) -> [RuleInfo] {
    guard !names.isEmpty else { throw UsageError("which rule? `loclint rules` lists them") }
    var infos: [RuleInfo] = []
    for name in names {
      let found = catalogue.map(\.info).filter { $0.isCalled(name) }
      guard !found.isEmpty else { throw RuleSelection.unknown(name, in: catalogue) }
      infos += found
    }
    return infos
  }

  private static func text(of info: RuleInfo) -> String {
    var text = info.id + "\n" + String(repeating: "=", count: info.id.utf8.count) + "\n\n"
    text += paragraph("Finds " + info.finds + (info.finds.hasSuffix(".") ? "" : ".")) + "\n"
    text += paragraph(info.why) + "\n"
    if let precision = info.precision { text += paragraph("Measured: " + precision) + "\n" }
    text += "  severity  \(info.severity.rawValue)\n"
    text += "  family    \(info.family)\n"
    text += "  profile   \(profile(of: info))\n"
    text += "  ITS type  \(info.issueType.rawValue)\n"
    text += "  fixable   \(info.fixable.map { "yes (\($0.rawValue))" } ?? "no")\n"
    for name in info.formerNames.names {
      text += "  formerly  \(name), which works until \(info.formerNames.until)\n"
    }
    text += settings(info.settings)
    text += examples("What it finds:", info.fails)
    text += examples("What it leaves alone:", info.passes)
    return text
  }

  private static func profile(of info: RuleInfo) -> String {
    let standard =
      info.profile?.rawValue
      ?? (info.required == nil ? "none, it has to be selected" : "none")
    let others = RuleFeature.allCases.compactMap { feature in
      info.profiles[feature].map { "\($0.rawValue) with \(feature.phrase)" }
    }
    return ([standard] + others).joined(separator: ", ")
  }

  private static func settings(_ settings: [RuleSetting]) -> String {
    guard !settings.isEmpty else { return "" }
    var text = "\nWhat loclint.yml can set:\n"
    for setting in settings {
      text += "\n  \(setting.name): \(setting.standard)\n"
      for line in WrappedText.lines(of: setting.about, width: width - 6) {
        text += "      \(line)\n"
      }
    }
    return text
  }

  private static func paragraph(_ text: String) -> String {
    WrappedText.lines(of: text, width: width).map { $0 + "\n" }.joined()
  }

  private static func examples(_ title: String, _ examples: [Example]) -> String {
    guard !examples.isEmpty else { return "" }
    var text = "\n\(title)\n"
    for example in examples {
      text += "\n"
      let about = "\(example.about) (\(example.locale))"
      for line in WrappedText.lines(of: about, width: width - 2) { text += "  \(line)\n" }
      switch example.form {
      case .segment(let source, let target):
        text += MarkedText.rows(target, label: "target") + MarkedText.rows(source, label: "source")
      case .pair(let source, let target, _):
        text += MarkedText.rows(target, label: "target") + MarkedText.rows(source, label: "source")
      case .files(let files):
        for file in files { text += MarkedText.rows(file.text, label: file.label) }
      case .body(let body), .file(let body):
        text += MarkedText.rows(body, label: "")
      case .bytes(let bytes, let reported):
        text += MarkedText.rows(of: bytes, reported: reported)
      }
    }
    return text
  }
}
