import LintCore
import LintText
import LintYAML

/// A YAML file that declares one rule; the rule is called as the file is.
struct RuleFile {
  /// Where the file belongs: what it may say, and what holds when it doesn't say.
  enum Home {
    /// A pack, which is selected by name.
    case pack
    /// A team's own folder, all of which runs.
    case team
  }

  private enum Kind: String, CaseIterable {
    case forbid, require, preserve, term, metadata

    /// The keys that only this kind knows.
    var keys: [String] {
      switch self {
      case .forbid:
        ["in", "on", "pattern", "words", "except", "unless-source", "ignore-case", "message"]
      case .require: ["on", "source", "target", "ignore-case", "message"]
      case .preserve: ["on", "pattern", "compare", "fault", "ignore-case", "lost", "added"]
      case .term: ["terms"]
      case .metadata: ["key", "required", "pattern", "one-of"]
      }
    }

    var issueType: IssueType {
      switch self {
      case .forbid, .require, .preserve: .patternProblem
      case .term: .terminology
      case .metadata: .nonConformance
      }
    }
  }

  private static let keys = [
    "kind", "finds", "why", "precision", "severity", "its", "locales", "except-locales", "fails",
    "passes",
  ]

  private let map: StrictMapping
  private let kind: Kind
  private let header: DeclaredRule

  /// Reads a rule; throws the first mistake in the file.
  ///
  /// - Parameters:
  ///   - path: For messages; the file's name without its ending is the rule's.
  ///   - family: What the rule is grouped under.
  static func rule(_ text: String, path: String, family: String, home: Home) throws(PlacedError)
    -> any Rule
  {
    try RuleFile(text, path: path, family: family, home: home).rule()
  }

  /// The name of the rule that a file declares.
  static func id(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
  }

  private init(_ text: String, path: String, family: String, home: Home) throws(PlacedError) {
    let id = Self.id(of: path)
    guard id.first?.isLetter == true,
      id.utf8.allSatisfy({ $0.isLowercase || $0.isDigit || $0 == 0x2D })
    else {
      throw PlacedError(
        path: path, line: 1, column: 1,
        "a rule is called as its file is: in lower case, with hyphens between words")
    }
    let source = YAMLSource(path: path, text: text)
    let root: YAMLNode
    do throws(YAMLEvents.Failure) {
      root = try YAMLNode(source.text)
    } catch {
      throw source.mistake("is not YAML: \(error.message)", at: error.offset)
    }
    let open = try StrictMapping(root, "a rule", in: source)
    kind = try open.requiredChoice("kind")
    let all = Self.keys + kind.keys
    map = open
    try map.allow(all, "a rule of kind '\(kind.rawValue)'")
    let locales = try map.locales("locales")
    let sample = locales.first?.description ?? "it-IT"
    let profile: Profile? =
      switch home {
      case .pack: nil
      case .team: .default
      }
    // In this order mistakes are looked for, and the first is told.
    let finds = try map.required("finds").trimmed
    let why = try map.required("why").trimmed
    let precision = try map.string("precision")?.trimmed
    let severity: Severity = try map.choice("severity") ?? .warning
    let issueType = try map.choice("its") ?? kind.issueType
    let messages = try Self.messages(of: kind, map)
    let fails = try Self.examples("fails", map, sample)
    let passes = try Self.examples("passes", map, sample)
    let info = RuleInfo(
      id: id, family: family, finds: finds, why: why, precision: precision, severity: severity,
      profile: profile, issueType: issueType, messages: messages, fails: fails, passes: passes)
    let surface: Surface =
      kind == .metadata || kind == .term ? .prose : try map.choice("on") ?? .prose
    header = DeclaredRule(
      info: info, locales: LocaleFilter(locales, except: try map.locales("except-locales")),
      looksAtProse: surface == .prose)
  }

  private enum Surface: String, CaseIterable { case prose, text }

  /// The messages of a rule, in the order in which `rule()` takes them.
  private static func messages(of kind: Kind, _ map: StrictMapping) throws(PlacedError) -> [Message]
  {
    switch kind {
    case .forbid:
      [Message("forbidden", try map.string("message") ?? "'{0}' must not stand here")]
    case .require:
      [
        Message(
          "required",
          try map.string("message")
            ?? "the source has '{0}', and the target lacks what it calls for")
      ]
    case .preserve:
      [
        Message("lost", try map.string("lost") ?? "'{0}' of the source is lost"),
        Message("added", try map.string("added") ?? "the source has no '{0}'"),
      ]
    case .term: [TermRule.wrong, TermRule.forbidden, TermRule.unwanted]
    case .metadata: [MetadataRule.missing, MetadataRule.malformed, MetadataRule.unlisted]
    }
  }

  private func rule() throws(PlacedError) -> any Rule {
    switch kind {
    case .forbid: try forbid()
    case .require: try require()
    case .preserve: try preserve()
    case .term: try term()
    case .metadata: try metadata()
    }
  }

  private var messages: [Message] { header.info.messages }

  private func options() throws(PlacedError) -> Pattern.Options {
    try map.flag("ignore-case") ? .ignoresCase : []
  }

  private func forbid() throws(PlacedError) -> any Rule {
    let options = try options()
    let words = try map.strings("words")
    guard (words == nil) != (map.node("pattern") == nil) else {
      throw map.mistake("a rule of kind 'forbid' has either 'pattern' or 'words'")
    }
    let pattern: Pattern
    if let words {
      let text = words.map { $0.split(separator: " ").map { Pattern.quoted(String($0)) } }
        .map { $0.joined(separator: "\\s+") }.joined(separator: "|")
      pattern = try map.compiled("(?<!\\w)(?:\(text))(?!\\w)", options, at: "words")
    } else {
      pattern = try map.requiredPattern("pattern", options)
    }
    let part: ForbidRule.Part = try map.choice("in") ?? .target
    if part == .frontMatter {
      for key in ["on", "unless-source"] where map.node(key) != nil {
        throw map.mistake("'\(key)' has no meaning in front matter", at: key)
      }
    }
    try map.checkFields("message", groups: pattern.groups)
    return ForbidRule(
      header: header, part: part, pattern: pattern,
      exception: try map.pattern("except", options),
      sourceException: try map.pattern("unless-source", options), message: messages[0])
  }

  private func require() throws(PlacedError) -> any Rule {
    let options = try options()
    let source = try map.requiredPattern("source", options)
    let text = try map.required("target")
    try map.checkFields("message", groups: source.groups)
    let target: RequireRule.Target
    let highest = (0...9).last { text.contains("{\($0)}") && !text.contains("\\x{\($0)}") }
    if let highest, !text.isQuantifier(highest) {
      guard highest <= source.groups else {
        throw map.mistake(
          "'{\(highest)}' stands for a group that 'source' does not have", at: "target")
      }
      target = .template(text, options)
    } else {
      target = .pattern(try map.requiredPattern("target", options))
    }
    return RequireRule(header: header, source: source, target: target, message: messages[0])
  }

  private func preserve() throws(PlacedError) -> any Rule {
    for key in ["lost", "added"] { try map.checkFields(key, groups: 0) }
    let options = try options()
    return PreserveRule(
      header: header, pattern: try map.requiredPattern("pattern", options),
      comparison: try map.choice("compare") ?? .words, fault: try map.choice("fault") ?? .both,
      ignoresCase: options.contains(.ignoresCase), lost: messages[0], added: messages[1])
  }

  private func term() throws(PlacedError) -> any Rule {
    guard let items = try map.items("terms") else { throw map.lacks("terms") }
    var rows: [Glossary.Row] = []
    for item in items {
      let entry = try StrictMapping(item, "a term", in: map.source)
      try entry.allow(["source", "target", "forbidden", "note"], "a term")
      let row = Glossary.Row(
        locale: nil, source: try entry.string("source") ?? "",
        targets: try entry.strings("target") ?? [], forbidden: try entry.strings("forbidden") ?? [])
      guard !row.targets.isEmpty || !row.forbidden.isEmpty else {
        throw entry.mistake("a term has 'target' or 'forbidden', or both")
      }
      guard row.targets.isEmpty || !row.source.isEmpty else { throw entry.lacks("source") }
      for text in [row.source] + row.targets + row.forbidden
      where !text.isEmpty {
        if let fault = TermForm.fault(of: text) { throw entry.mistake(fault) }
      }
      rows.append(row)
    }
    return TermRule(header: header, glossary: Glossary(rows))
  }

  private func metadata() throws(PlacedError) -> any Rule {
    let isRequired = try map.flag("required")
    let pattern = try map.pattern("pattern", .whole)
    let choices = try map.strings("one-of") ?? []
    guard isRequired || pattern != nil || !choices.isEmpty else {
      throw map.mistake("a rule of kind 'metadata' has 'required', 'pattern' or 'one-of'")
    }
    return MetadataRule(
      header: header, key: try map.required("key"), isRequired: isRequired, pattern: pattern,
      choices: choices)
  }

  private static func examples(_ key: String, _ map: StrictMapping, _ locale: String)
    throws(PlacedError) -> [Example]
  {
    var examples: [Example] = []
    for item in try map.items(key) ?? [] {
      let entry = try StrictMapping(item, "an example", in: map.source)
      try entry.allow(["about", "locale", "source", "target", "page"], "an example")
      let form: Example.Form
      if let page = try entry.string("page") {
        for key in ["source", "target"] where entry.node(key) != nil {
          throw entry.mistake("an example has either 'page', or 'source' and 'target'", at: key)
        }
        form = .file(page)
      } else {
        form = .segment(
          source: try entry.required("source"), target: try entry.required("target"))
      }
      let tag = try entry.locales("locale").first?.description ?? locale
      let about = try entry.string("about") ?? (key == "fails" ? "A fault." : "No fault.")
      examples.append(Example(about, locale: tag, form))
    }
    return examples
  }
}

extension String {
  /// Whether `{n}` follows what a pattern can repeat, so that it counts repetitions and names no
  /// group.
  fileprivate func isQuantifier(_ number: Int) -> Bool {
    guard let range = firstRange(of: "{\(number)}"), range.lowerBound > startIndex else {
      return false
    }
    let before = self[index(before: range.lowerBound)]
    return before == "]" || before == ")" || before == "."
      || (range.lowerBound > index(after: startIndex)
        && self[index(range.lowerBound, offsetBy: -2)] == "\\")
  }

  private func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
