import LintCore
import LintReporters
import LintText
import LintYAML
import MarkdownPairs

/// A key of a configuration with its value, and how its value is read. What is none is thrown as a
/// mistake at its place.
struct ConfigurationEntry {
  let key: String
  let keyNode: YAMLNode
  let node: YAMLNode
  /// The whole mapping, in which values are looked up by their keys.
  let map: StrictMapping
  /// What paths in it are relative to, and where they may lead.
  let paths: ConfigurationPaths

  /// Where it stands.
  var place: FilePlace { FilePlace(of: keyNode, in: map.source) }

  /// A text that is not empty.
  func text() throws(PlacedError) -> String { try map.required(key) }

  /// A list of texts.
  func texts() throws(PlacedError) -> [String] { try map.texts(key).map(\.text) }

  /// A value of a kind that the command line has too.
  func value<Value>(_ kind: ValueKind<Value>) throws(PlacedError) -> WrittenValue<Value> {
    try Self.value(kind, of: key, in: map)
  }

  private static func value<Value>(_ kind: ValueKind<Value>, of key: String, in map: StrictMapping)
    throws(PlacedError) -> WrittenValue<Value>
  {
    guard let value = kind.written(try map.required(key)) else {
      throw map.mistake("'\(key)' is \(kind.phrase)", at: key)
    }
    return value
  }

  /// A word that stands for a case.
  func choice<Choice: RawRepresentable & CaseIterable>() throws(PlacedError) -> Choice?
  where Choice.RawValue == String {
    try map.choice(key)
  }

  func locale() throws(PlacedError) -> LocaleTag {
    let word = try text()
    guard let tag = LocaleTag(word) else {
      throw map.mistake("'\(word)' is not a well-formed BCP 47 tag", at: key)
    }
    return tag
  }

  /// A tag, or a path with the place of one.
  func localeOrTemplate() throws(PlacedError) -> (
    locale: WrittenValue<LocaleTag>?, template: String?
  ) {
    let word = try text()
    if word.contains("{locale}") { return (nil, word) }
    if let tag = LocaleTag(word) { return (WrittenValue(tag, as: word), nil) }
    throw map.mistake(
      "'\(word)' is neither a well-formed BCP 47 tag nor a path with {locale} in it", at: key)
  }

  func globs() throws(PlacedError) -> [Glob] { try Self.globs(key, map) }

  private static func globs(_ key: String, _ map: StrictMapping) throws(PlacedError) -> [Glob] {
    var globs: [Glob] = []
    for (text, node) in try map.texts(key) {
      do throws(Glob.Failure) {
        globs.append(try Glob(text))
      } catch {
        throw map.source.mistake(
          "'\(text)' is no glob: \(error.message)", at: node.range.lowerBound)
      }
    }
    return globs
  }

  /// The names of rules in a list.
  var mentions: [Mention] { Self.mentions(key, map) }

  private static func mentions(_ key: String, _ map: StrictMapping) -> [Mention] {
    guard let node = map.node(key) else { return [] }
    if case .sequence(let items) = node.value { return items.map { Mention($0, in: map.source) } }
    return [Mention(node, in: map.source)]
  }

  /// Severities by the names of rules and families.
  func severities(_ mentions: inout [Mention]) throws(PlacedError) -> [Settings.NamedSeverity] {
    try Self.severities(key, map, &mentions)
  }

  private static func severities(
    _ key: String, _ map: StrictMapping, _ mentions: inout [Mention]
  ) throws(PlacedError) -> [Settings.NamedSeverity] {
    guard let node = map.node(key) else { return [] }
    let inner = try StrictMapping(node, "'\(key)'", in: map.source)
    var severities: [Settings.NamedSeverity] = []
    for entry in inner.keys {
      mentions.append(Mention(entry.keyNode, in: map.source))
      guard let severity: Severity = try inner.choice(entry.key) else { continue }
      severities.append(Settings.NamedSeverity(entry.key, severity))
    }
    return severities
  }

  /// What findings cost, by their severity.
  func penalties() throws(PlacedError) -> [Severity: Double] {
    let inner = try StrictMapping(node, "'\(key)'", in: map.source)
    try inner.allow(Severity.allCases.map(\.rawValue), "'\(key)'")
    var penalties: [Severity: Double] = [:]
    for severity in Severity.allCases where inner.node(severity.rawValue) != nil {
      penalties[severity] = try Self.value(.penalty, of: severity.rawValue, in: inner).value
    }
    return penalties
  }

  /// Reports to write, by format.
  func reports() throws(PlacedError) -> [Settings.Report] {
    let inner = try StrictMapping(node, "'\(key)'", in: map.source)
    // Whether pages are to be mended is for the command line alone to say.
    for format in AllReporters.ofFiles where !format.isForConfigurations {
      guard inner.node(format.name) != nil else { continue }
      throw inner.mistake(
        "a patch is asked for on the command line: --output=\(format.name)=FILE", at: format.name)
    }
    try inner.allow(AllReporters.all.map(\.name), "'\(key)'")
    var reports: [Settings.Report] = []
    for entry in inner.keys {
      guard let format = AllReporters.format(named: entry.key) else { continue }
      let written = try inner.required(entry.key)
      let path =
        written == "-" ? written : try paths.output(written, entry.value, map.source)
      if let refusal = Settings.Report.refusal(of: format, to: path, beside: reports) {
        throw inner.mistake(refusal, at: entry.key)
      }
      reports.append(Settings.Report(format, to: path, by: .configuration))
    }
    return reports
  }

  /// What is said of the settings of rules.
  func ruleValues() throws(PlacedError) -> [Settings.RuleValue] {
    var values: [Settings.RuleValue] = []
    for rule in try StrictMapping(node, "'\(key)'", in: map.source).keys {
      let inner = try StrictMapping(rule.value, "a rule's entry", in: map.source)
      for entry in inner.keys {
        values.append(
          Settings.RuleValue(
            rule: Mention(rule.keyNode, in: map.source),
            name: Mention(entry.keyNode, in: map.source), words: try inner.strings(entry.key) ?? [])
        )
      }
    }
    return values
  }

  /// What keys of pages name.
  func pins() throws(PlacedError) -> [(key: String, kind: SourcePin.Kind)] {
    let inner = try StrictMapping(node, "'\(key)'", in: map.source)
    var pins: [(key: String, kind: SourcePin.Kind)] = []
    for entry in inner.keys {
      guard let kind: SourcePin.Kind = try inner.choice(entry.key) else { continue }
      pins.append((entry.key, kind))
    }
    return pins
  }

  /// Where sources lie.
  func sources() throws(PlacedError) -> [SourceTemplate] {
    var sources: [SourceTemplate] = []
    for item in try map.items(key) ?? [] {
      let inner = try StrictMapping(item, "a source", in: map.source)
      try inner.allow(["target", "source"], "a source")
      let (target, source) = (try inner.required("target"), try inner.required("source"))
      do throws(SourceTemplate.Mistake) {
        sources.append(try SourceTemplate(target: target, source: source))
      } catch {
        let (key, text) = error.isInSource ? ("source", source) : ("target", target)
        throw inner.mistake("'\(text)' can't be used: \(error.message)", at: key)
      }
    }
    return sources
  }

  /// What texts of some of the files are written in.
  func messageSyntax() throws(PlacedError) -> [Settings.SyntaxOfFiles] {
    var list: [Settings.SyntaxOfFiles] = []
    for item in try map.items(key) ?? [] {
      let inner = try StrictMapping(item, "an entry of '\(key)'", in: map.source)
      try inner.allow(["files", "syntax"], "an entry of '\(key)'")
      guard inner.node("files") != nil else { throw inner.lacks("files") }
      let syntax: MessageSyntax = try inner.requiredChoice("syntax")
      list.append(
        Settings.SyntaxOfFiles(
          files: try Self.globs("files", inner), syntax: syntax,
          place: FilePlace(of: item, in: map.source)))
    }
    return list
  }

  /// What holds for some of the files.
  func overrides(_ mentions: inout [Mention]) throws(PlacedError) -> [Settings.Override] {
    var overrides: [Settings.Override] = []
    for item in try map.items(key) ?? [] {
      let inner = try StrictMapping(item, "an override", in: map.source)
      try inner.allow(["files", "ignore", "severity"], "an override")
      guard inner.node("files") != nil else { throw inner.lacks("files") }
      mentions += Self.mentions("ignore", inner)
      let severities = try Self.severities("severity", inner, &mentions)
      let ignore = try inner.texts("ignore").map(\.text)
      guard !ignore.isEmpty || !severities.isEmpty else {
        throw inner.mistake("an override has 'ignore' or 'severity', or both")
      }
      overrides.append(
        Settings.Override(
          files: try Self.globs("files", inner), ignore: ignore, severities: severities,
          place: FilePlace(of: item, in: map.source)))
    }
    return overrides
  }
}
