import LintCore
import LintRules
import LintText
import LintWorkspace
import LintYAML

/// What a `loclint.yml` says, with what it extends.
struct Configuration: Sendable {
  /// An offset in a file, for whoever asks where a value comes from.
  struct Origin: Sendable, CustomStringConvertible {
    let source: YAMLSource
    let offset: Int

    // The line is counted only when somebody asks: a file has many values.
    var description: String { "\(source.path):\(source.mistake("", at: offset).line)" }
  }

  /// A name of a rule or family, which can be looked up only when a team's own rules are read.
  struct Mention: Sendable {
    let name: String
    let origin: Origin
  }

  /// What holds for some of the files.
  struct Override: Sendable {
    let files: [Glob]
    let ignore: [String]
    let severities: [(name: String, severity: Severity)]
    let origin: Origin
  }

  /// A value of a rule's setting, as written.
  struct Setting: Sendable {
    let rule: Mention
    let name: Mention
    let words: [String]
  }

  static let fileName = "loclint.yml"

  /// What globs and templates are relative to, canonical: the folder of the file that was found,
  /// or, for a file of another checkout, the same folder in this one.
  private(set) var folder = ""
  /// The repository of the pages, or else the working folder, if the configuration lies outside of
  /// it.
  private var pages: Boundary?
  /// The folder that all that it names must lie in; `nil` when there is no file.
  private(set) var boundary: Boundary?
  /// The files that were read.
  private(set) var files: [String] = []
  /// The values that it gives to options, in the words of the command line.
  private(set) var values: [ConfigurationKey: [String]] = [:]
  private(set) var origins: [ConfigurationKey: [Origin]] = [:]
  private(set) var paths: [String] = []
  private(set) var exclude: [Glob] = []
  private(set) var localeTemplate: String?
  private(set) var sourceLocale: LocaleTag?
  private(set) var sourceLocaleOrigin: Origin?
  private(set) var overrides: [Override] = []
  private(set) var settings: [Setting] = []
  private(set) var mentions: [Mention] = []
  /// Those that it says; the others are standard.
  private(set) var penalties: [Severity: Double] = [:]

  /// A configuration that says nothing.
  init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: As it is shown.
  ///   - allowsOutside: Whether it may name files outside of its repository to read.
  init(_ path: String, allowsOutside: Bool = false) throws(UsageError) {
    let own = Self.canonicalFolder(of: path)
    let boundary = Boundary(around: own, allowsOutside: allowsOutside)
    self.boundary = boundary
    let here = Boundary(around: FileFinder.canonical(".") ?? "/", allowsOutside: allowsOutside)
    pages = here.contains(own) ? nil : here
    folder = pageFolder(for: own)
    var known: Set<String> = []
    do throws(PlacedError) {
      try read(path, within: [], &known)
    } catch {
      throw UsageError(error)
    }
  }

  /// The nearest file from the working folder upwards, as far as the root of the repository.
  static func find() -> String? {
    guard let root = Repository()?.root else { return FileFinder.exists(fileName) ? fileName : nil }
    var folder = ""
    while let canonical = FileFinder.canonical(folder.isEmpty ? "." : folder) {
      if FileFinder.exists(folder + fileName) { return folder + fileName }
      if canonical == root || canonical == "/" { return nil }
      folder += "../"
    }
    return nil
  }

  private static func canonicalFolder(of path: String) -> String {
    let folder = folder(of: path)
    return FileFinder.canonical(folder.isEmpty ? "." : folder) ?? "/"
  }

  /// The folder of the pages that a configuration in `folder` speaks of, canonical. One in another
  /// checkout, that of the branch that is merged into, speaks of the same folder in this one.
  private func pageFolder(for folder: String) -> String {
    guard let pages, let boundary else { return folder }
    let inside = FileFinder.relative(folder, to: boundary.root)
    return inside == "." || inside.hasPrefix("/") ? pages.root : "\(pages.root)/\(inside)"
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Files in one run. More than anybody has use for, and few enough to be read in no time.
  static let mostFiles = 100

  /// - Parameters:
  ///   - chain: The files that extend this one, canonical.
  ///   - known: All files that were read, canonical. One is read once: two files that extend a third
  ///     would else have it read twice, and `n` layers of them would read it `2^n` times.
  private mutating func read(
    _ path: String, within chain: [String], _ known: inout Set<String>
  ) throws(PlacedError) {
    let own = FileFinder.canonical(path) ?? path
    known.insert(own)
    files.append(path)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try SourceFile(path: path).read(atMost: Limits.settingsSize)
    } catch {
      throw PlacedError(path: path, line: 1, column: 1, error.description)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PlacedError(path: path, line: 1, column: 1, "is not UTF-8")
    }
    let source = YAMLSource(path: path, text: text)
    let root: YAMLNode
    do throws(YAMLEvents.Failure) {
      root = try YAMLNode(source.text)
    } catch {
      throw source.mistake("is not YAML: \(error.message)", at: error.offset)
    }
    // The file holds nothing but comments.
    if root.string == "" { return }
    let map = try StrictMapping(root, "a configuration", in: source)
    try map.allow(ConfigurationKey.allCases.map(\.rawValue), "a configuration")
    for (base, node) in try map.texts("extends") {
      let other = Self.resolved(base, from: path)
      try refuse(boundary?.obstacle(toReading: other), base, node, source)
      guard let canonical = FileFinder.canonical(other) else {
        throw source.mistake("there is no file '\(base)'", at: node.range.lowerBound)
      }
      guard !chain.contains(canonical), canonical != own else {
        throw source.mistake("'\(base)' extends this file in turn", at: node.range.lowerBound)
      }
      guard !known.contains(canonical) else { continue }
      guard files.count < Self.mostFiles else {
        throw source.mistake(
          "more than \(Self.mostFiles) files are extended, '\(base)' among them",
          at: node.range.lowerBound)
      }
      try read(other, within: chain + [own], &known)
    }
    try take(map, path)
  }

  /// A path that a file names, as seen from the working folder.
  private static func resolved(_ name: String, from path: String) -> String {
    name.hasPrefix("/") ? name : folder(of: path) + name
  }

  /// Throws why a file can't be used that a configuration names, if there is a reason.
  private func refuse(
    _ obstacle: String?, _ name: String, _ node: YAMLNode?, _ source: YAMLSource
  ) throws(PlacedError) {
    guard let obstacle else { return }
    throw source.mistake("'\(name)' \(obstacle)", at: node?.range.lowerBound ?? 0)
  }

  /// Pages and their folders, as seen from the working folder.
  private func pagePaths(_ key: String, _ map: StrictMapping, _ path: String) throws(PlacedError)
    -> [String]
  {
    guard let pages else { return try inputs(key, map, path) }
    let folder = pageFolder(for: Self.canonicalFolder(of: path))
    var paths: [String] = []
    for (name, node) in try map.texts(key) {
      let page = name.hasPrefix("/") ? name : Paths.normal("\(folder)/\(name)")
      try refuse(pages.obstacle(toReading: page), name, node, map.source)
      paths.append(FileFinder.relative(page, to: FileFinder.canonical(".") ?? "/"))
    }
    return paths
  }

  /// Files to read, as seen from the working folder.
  private func inputs(_ key: String, _ map: StrictMapping, _ path: String) throws(PlacedError)
    -> [String]
  {
    var inputs: [String] = []
    for (name, node) in try map.texts(key) {
      let input = Self.resolved(name, from: path)
      try refuse(boundary?.obstacle(toReading: input), name, node, map.source)
      inputs.append(input)
    }
    return inputs
  }

  private mutating func take(_ map: StrictMapping, _ path: String) throws(PlacedError) {
    for entry in map.keys {
      guard let key = ConfigurationKey(rawValue: entry.key) else { continue }
      let name = key.rawValue
      let origin = Self.origin(of: entry.keyNode, map.source)
      switch key {
      case .extends: break
      case .paths:
        paths = try pagePaths(name, map, path)
      case .exclude:
        exclude += try Self.globs(name, map)
      case .locale:
        try takeLocale(map)
      case .sourceLocale:
        let word = try map.required(name)
        guard let tag = LocaleTag(word) else {
          throw map.mistake("'\(word)' is not a well-formed BCP 47 tag", at: name)
        }
        sourceLocale = tag
        sourceLocaleOrigin = map.node(name).map { Self.origin(of: $0, map.source) }
      case .profile:
        let profile: Profile? = try map.choice(name)
        values[key] = profile.map { [$0.rawValue] }
      case .failOn:
        let gate: Gate? = try map.choice(name)
        values[key] = gate.map { [$0.rawValue] }
      case .maxWarnings:
        guard let number = Int(try map.required(name)), number >= 0 else {
          throw map.mistake("'\(name)' is a number, 0 or more", at: name)
        }
        values[key] = [String(number)]
      case .maxFindings:
        let word = try map.required(name)
        // More could be a stranger's way to fill the memory: the command line alone allows it.
        guard let count = Limits.count(word), count <= Limits.standardFindings else {
          throw map.mistake(
            "'\(name)' is a number from 1 to \(Limits.standardFindings); the command line may ask "
              + "for more", at: name)
        }
        values[key] = [word]
      case .maxFileSize:
        let word = try map.required(name)
        guard let size = ByteCount.number(word), size <= Limits.standardFileSize else {
          throw map.mistake(
            "'\(name)' is a number of bytes up to 64M, as in 500K; the command line may ask for more",
            at: name)
        }
        values[key] = [word]
      case .minScore:
        guard let score = Self.number(try map.required(name)), score <= 100 else {
          throw map.mistake("'\(name)' is a number from 0 to 100", at: name)
        }
        values[key] = [try map.required(name)]
      case .penalties:
        try takePenalties(entry.value, map.source)
      case .baseline:
        _ = try map.required(name)
        values[key] = try inputs(name, map, path)
      case .requireReason:
        values[key] = try map.flag(name) ? [""] : nil
      case .select, .ignore:
        for (word, _) in try map.texts(name) { values[key, default: []].append(word) }
        mentions += try Self.mentions(name, map)
      case .rules, .glossaries, .doNotTranslate:
        values[key, default: []] += try inputs(name, map, path)
      case .severity:
        let severities = try Self.severities(name, map, &mentions)
        values[key, default: []] += severities.map { "\($0.name)=\($0.severity.rawValue)" }
      case .outputs:
        values[key] = try outputs(name, map, path)
      case .settings:
        try takeSettings(entry.value, map.source)
      case .overrides:
        for item in try map.items(name) ?? [] { try takeOverride(item, map.source) }
      }
      switch key {
      case .exclude, .select, .ignore, .severity, .settings, .overrides, .penalties, .rules,
        .glossaries, .doNotTranslate:
        origins[key, default: []].append(origin)
      default: origins[key] = [origin]
      }
    }
  }

  private enum Gate: String, CaseIterable { case error, warning, note, never }

  private static func origin(of node: YAMLNode, _ source: YAMLSource) -> Origin {
    Origin(source: source, offset: node.range.lowerBound)
  }

  private static func mention(_ node: YAMLNode, _ source: YAMLSource) -> Mention {
    let name = node.string ?? ""
    return Mention(
      name: name.hasPrefix("+") ? String(name.dropFirst()) : name, origin: origin(of: node, source))
  }

  private static func mentions(_ key: String, _ map: StrictMapping) throws(PlacedError) -> [Mention]
  {
    guard let node = map.node(key) else { return [] }
    if case .sequence(let items) = node.value { return items.map { mention($0, map.source) } }
    return [mention(node, map.source)]
  }

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

  private mutating func takeLocale(_ map: StrictMapping) throws(PlacedError) {
    let text = try map.required("locale")
    values[.locale] = nil
    localeTemplate = nil
    if text.contains("{locale}") {
      localeTemplate = text
    } else if LocaleTag(text) != nil {
      values[.locale] = [text]
    } else {
      throw map.mistake(
        "'\(text)' is neither a well-formed BCP 47 tag nor a path with {locale} in it", at: "locale"
      )
    }
  }

  private static func severities(
    _ key: String, _ map: StrictMapping, _ mentions: inout [Mention]
  ) throws(PlacedError) -> [(name: String, severity: Severity)] {
    guard let node = map.node(key) else { return [] }
    let inner = try StrictMapping(node, "'\(key)'", in: map.source)
    var severities: [(name: String, severity: Severity)] = []
    for entry in inner.keys {
      mentions.append(mention(entry.keyNode, map.source))
      guard let severity: Severity = try inner.choice(entry.key) else { continue }
      severities.append((entry.key, severity))
    }
    return severities
  }

  /// Reports to write, in the words of the command line.
  private func outputs(_ key: String, _ map: StrictMapping, _ path: String) throws(PlacedError)
    -> [String]
  {
    guard let node = map.node(key) else { return [] }
    let inner = try StrictMapping(node, "'outputs'", in: map.source)
    // Whether pages are to be mended is for the command line alone to say.
    if inner.node(ReportFormat.difference) != nil {
      throw inner.mistake(
        "a patch is asked for on the command line: --output=diff=FILE", at: ReportFormat.difference)
    }
    try inner.allow(ReportFormat.names, "'outputs'")
    var outputs: [String] = []
    for entry in inner.keys {
      let name = try inner.required(entry.key)
      let output = Self.resolved(name, from: path)
      try refuse(boundary?.obstacle(toWriting: output), name, entry.value, map.source)
      outputs.append("\(entry.key)=\(output)")
    }
    return outputs
  }

  private mutating func takePenalties(_ node: YAMLNode, _ source: YAMLSource) throws(PlacedError) {
    let map = try StrictMapping(node, "'penalties'", in: source)
    try map.allow(Severity.allCases.map(\.rawValue), "'penalties'")
    for severity in Severity.allCases where map.node(severity.rawValue) != nil {
      guard let penalty = Self.number(try map.required(severity.rawValue)), penalty <= 1000 else {
        throw map.mistake(
          "'\(severity.rawValue)' is a number from 0 to 1000", at: severity.rawValue)
      }
      penalties[severity] = penalty
    }
  }

  /// A number in digits; `Double` would also take `nan`, `1e2` and `0x10`.
  private static func number(_ word: String) -> Double? {
    guard word.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }) else { return nil }
    return Double(word)
  }

  private mutating func takeSettings(_ node: YAMLNode, _ source: YAMLSource) throws(PlacedError) {
    for rule in try StrictMapping(node, "'settings'", in: source).keys {
      let inner = try StrictMapping(rule.value, "a rule's entry", in: source)
      for entry in inner.keys {
        settings.append(
          Setting(
            rule: Self.mention(rule.keyNode, source), name: Self.mention(entry.keyNode, source),
            words: try inner.strings(entry.key) ?? []))
      }
    }
  }

  private mutating func takeOverride(_ node: YAMLNode, _ source: YAMLSource) throws(PlacedError) {
    let map = try StrictMapping(node, "an override", in: source)
    try map.allow(["files", "ignore", "severity"], "an override")
    guard map.node("files") != nil else { throw map.lacks("files") }
    mentions += try Self.mentions("ignore", map)
    let severities = try Self.severities("severity", map, &mentions)
    let ignore = try map.texts("ignore").map(\.text)
    guard !ignore.isEmpty || !severities.isEmpty else {
      throw map.mistake("an override has 'ignore' or 'severity', or both")
    }
    overrides.append(
      Override(
        files: try Self.globs("files", map), ignore: ignore, severities: severities,
        origin: Self.origin(of: node, source)))
  }
}

extension Configuration {
  /// What paths lead to, without what is excluded.
  func documents(below paths: [String], for formats: [any Format]) -> Paths {
    Paths(paths, for: formats, excluding: { excludes($0) })
  }
}
