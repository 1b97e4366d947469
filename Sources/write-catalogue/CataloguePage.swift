import LintCore
import LintRules
import LintWorkspace

/// `Rules/README.md`: every rule by family, then by pack, from what the rules say of themselves.
struct CataloguePage {
  let families: [(name: String, rules: [RuleInfo])]

  init(_ infos: [RuleInfo]) {
    var families: [(name: String, rules: [RuleInfo])] = []
    for info in infos {
      if let index = families.firstIndex(where: { $0.name == info.family }) {
        families[index].rules.append(info)
      } else {
        families.append((info.family, [info]))
      }
    }
    self.families = families
  }

  /// The page of all rules that are built in.
  static func builtIn() throws -> CataloguePage {
    CataloguePage(
      RuleLibrary.builtIn.rules.map(\.info) + (try PackRule.builtIn.map { try $0.rule().info }))
  }

  var text: String {
    Self.head + families.map { Self.index($0.name, $0.rules) }.joined()
      + families.map { family in
        "\n## \(family.name)\n" + family.rules.map(Self.section).joined()
      }.joined() + Self.leftOut
  }

  private static let head = """
    # The rules

    <!-- `make docs` writes this page from what the rules say of themselves; changes made here are lost. -->

    `loclint explain RULE` tells the same of one rule. To write one of your own, see
    [FORMAT.md](FORMAT.md) for a rule that a pattern can state, and
    [CONTRIBUTING.md](../CONTRIBUTING.md) for one that needs code.

    - **Severity**: an `error` breaks the page or its way back to the translators, a `warning` misleads a
      reader, a `note` is worth a look.
    - **Profile**: the first that holds the rule. `default` has the rules of whose findings nine in ten are
      faults that a page's owner would mend, `strict` also those that a team must agree on, `all` every
      rule of the catalogue. The rules of a pack are in none; they run when they or their pack are
      selected: `--select=+typography/fr`.
    - **ITS 2.0 type**: the [kind of issue](https://www.w3.org/TR/its20/#lqissue-typevalues) of the
      Internationalization Tag Set.
    - **Fixable**: whether `--fix` mends some of what it finds. `safe` fixes write what the source proves;
      `suggested` ones, which `--fix=suggested` adds, are for somebody to look at.
    - **Examples**: what is reported stands in `⟦…⟧`, and characters that can't be seen are written as in
      `\\u{A0}`.

    ## Contents

    """

  private static func index(_ name: String, _ rules: [RuleInfo]) -> String {
    let rows = rules.map { info in
      "| [\(info.id)](#\(info.id)) | \(info.finds.replacing("|", with: "\\|")) "
        + "| \(info.severity.rawValue) | \(info.profile?.rawValue ?? "–") |\n"
    }
    return "\n**[\(name)](#\(anchor(of: name)))**\n\n"
      + "| Rule | Finds | Severity | Profile |\n|---|---|---|---|\n" + rows.joined()
  }

  /// What GitHub calls a heading.
  private static func anchor(of heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  private static func section(_ info: RuleInfo) -> String {
    var parts = [
      "### \(info.id)", "Finds \(info.finds)", info.why,
      "Severity `\(info.severity.rawValue)`, "
        + (info.profile.map { "profile `\($0.rawValue)`" } ?? "in no profile")
        + ", ITS 2.0 type `\(info.issueType.rawValue)`, "
        + (info.fixable.map { "fixable: yes (\($0.rawValue))." } ?? "fixable: no."),
    ]
    if let precision = info.precision { parts.append("Measured: \(precision)") }
    parts.append("<details>\n<summary>Examples</summary>")
    for (title, examples) in [
      ("What it finds:", info.fails), ("What it leaves alone:", info.passes),
    ] where !examples.isEmpty {
      parts.append(title)
      parts += examples.map(block)
    }
    return "\n" + (parts + ["</details>"]).joined(separator: "\n\n") + "\n"
  }

  private static func block(_ example: Example) -> String {
    let text = visible(text(of: example))
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(text) + 1))
    // Indented, so that it belongs to the point of the list.
    let lines = "\(fence)text\n\(text)\n\(fence)".split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.isEmpty ? "" : "  \($0)" }
    return "- \(example.about) (`\(example.locale)`)\n\n" + lines.joined(separator: "\n")
  }

  private static func text(of example: Example) -> String {
    switch example.form {
    case .segment(let source, let target): return "source: \(source)\ntarget: \(target)"
    case .pair(let source, let target, let latest):
      return [("source", source), ("target", target), ("latest source", latest)]
        .compactMap { name, text in text.map { "\(name):\n\($0.trimmingLineEnd)" } }
        .joined(separator: "\n\n")
    case .files(let files):
      return files.map { "\($0.label):\n\($0.text.trimmingLineEnd)" }.joined(separator: "\n\n")
    case .body(let text), .file(let text):
      // A final line end doesn't begin a line.
      return text.hasSuffix("\n") ? String(text.unicodeScalars.dropLast()) : text
    case .bytes(let bytes, let reported):
      var text = ""
      var offset = 0
      for range in reported {
        text += String(decoding: bytes[offset..<range.lowerBound], as: UTF8.self)
        text += "⟦" + String(decoding: bytes[range], as: UTF8.self) + "⟧"
        offset = range.upperBound
      }
      return text + String(decoding: bytes[offset...], as: UTF8.self)
    }
  }

  /// A text with the characters that a browser does not show, or shows as other ones, written out.
  private static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let isShown =
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .spaceSeparator: scalar == " "
        case .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
      if isShown {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return shown
  }

  private static func longestRunOfBackticks(_ text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}

extension String {
  /// Without a line end behind it.
  fileprivate var trimmingLineEnd: String {
    hasSuffix("\n") ? String(unicodeScalars.dropLast()) : self
  }
}
