import LintCore
import LintReporters
import LintText
import LintWorkspace
import LintYAML
import MarkdownPairs

extension Subcommand {
  static let initialize = Subcommand(
    "init", "Write a loclint.yml that fits this folder", usage: "loclint init",
    [
      "Writes loclint.yml into the working folder: every key with what it means, and those in "
        + "use that the documents below call for, and tells which documents these do not reach. Beside "
        + "it, \(InitCommand.schemaName), by which editors complete the file and check it; `loclint "
        + "config --schema` prints it anew. It does not write over a file that is there."
    ],
    operands: .nothing(),
    examples: [("cd docs && loclint init", "Begin.")]
  ) { (call) throws(UsageError) in
    let rules = call.library.rules.map(\.info)
    return try InitCommand(
      formats: call.formats, schema: ConfigurationSchema(rules: rules).text, streams: call.streams,
      temporaries: call.temporaries
    ).run()
  }
}

/// `loclint init`: writes a configuration that fits the folder.
struct InitCommand {
  /// Hidden, for nobody has to read it.
  static let schemaName = ".loclint.schema.json"
  /// How many documents are named that the file does not reach.
  static let mostNamed = 10
  /// How many are read, to see whether they hold their sources.
  private static let mostRead = 20

  let formats: [any Format]
  /// What editors complete the file by.
  let schema: String
  let streams: Streams
  let temporaries: TemporaryFiles

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let name = Configuration.fileName
    if let file = try Configuration.file(in: "") {
      throw UsageError("\(file) is already here", isInHelp: false)
    }
    let all = Paths(["."], for: AllFormats.withSources).entries
      .filter { $0.problem == nil }.map(\.file.path)
    let files = all.filter { formats.format(of: $0) != nil }
    let holdSources = Self.holdSources(files)
    let layout = holdSources ? nil : SourceLayout(of: all, Self.site(ofFolder:))
    let elsewhere = holdSources || layout != nil ? nil : Self.siteOfPins(all)
    if !FileFinder.exists(Self.schemaName) { try write(schema, to: Self.schemaName) }
    try write(Self.text(for: files, layout, elsewhere), to: name)
    return streams.print(
      "\(name) is written; `loclint config` tells what is in force.\n"
        + Self.remarks(on: layout).map { $0 + "\n" }.joined()
        + (elsewhere == nil ? "" : Self.remarkOnPins + "\n")
        + Self.remarks(on: layout == nil ? files : []).map { $0 + "\n" }.joined())
  }

  private func write(_ text: String, to name: String) throws(UsageError) {
    do throws(FileError) {
      try ReportFile.write(to: try WritePermission().file(name), temporaries) { $0.write(text) }
    } catch {
      throw UsageError("\(name): \(error)", isInHelp: false)
    }
  }

  /// Whether pages hold their sources: one of the first is enough.
  private static func holdSources(_ files: [String]) -> Bool {
    files.prefix(mostRead).contains { file in
      guard let bytes = try? SourceFile(path: file).read(atMost: 1 << 20) else { return false }
      return bytes.span.contains("data-ttu-id=")
    }
  }

  /// What publishes the pages, as its settings in a folder tell.
  private static func site(ofFolder folder: String) -> Site? {
    Site { FileFinder.exists(folder.isEmpty ? $0 : "\(folder)/\($0)") }
  }

  /// What publishes pages that name a version of a source which is none of the files here; `nil` where none of
  /// the first does.
  private static func siteOfPins(_ files: [String]) -> Site? {
    for file in files.prefix(mostRead) where MarkdownPairs.reads(file) {
      guard let bytes = try? SourceFile(path: file).read(atMost: 1 << 20),
        !SourcePin.read(bytes.span, SourcePin.keys).isEmpty
      else { continue }
      return site(ofFolder: "") ?? Site(of: bytes.span)
    }
    return nil
  }

  private static let remarkOnPins =
    "The pages name versions of sources that are not here: check them with `loclint --source FOLDER`, "
    + "a checkout of the repository that they were translated from."

  /// What is said of sources that were found.
  private static func remarks(on layout: SourceLayout?) -> [String] {
    (layout?.templates ?? []).map {
      "Pages at \($0.target) are compared with their sources at \($0.source)."
    }
  }

  /// The file, with all keys explained and those in use that the documents call for.
  ///
  /// - Parameter elsewhere: What publishes pages whose sources lie in another repository, which only the command
  ///   line may name.
  static func text(
    for files: [String], _ layout: SourceLayout? = nil, _ elsewhere: Site? = nil
  ) -> String {
    // What a template of sources tells is the page's locale, too.
    let template = layout == nil ? localeTemplate(of: files) : nil
    var text = """
      # yaml-language-server: $schema=\(schemaName)
      # What loclint checks here, and how. Options on the command line win over this file.

      """
    for key in ConfigurationKey.all {
      text += "\n" + WrappedComment.lines(key.about)
      switch key {
      case .paths:
        text +=
          (folder(of: files, template) ?? folderOfMessages(files)).map {
            "paths: [\(YAMLScalar.text($0))]\n"
          }
          ?? "# paths: [docs]\n"
      case .locale:
        text += template.map { "locale: \(YAMLScalar.quoted($0))\n" } ?? "# locale: it-IT\n"
      case .source:
        text += layout.map(Self.sources) ?? WrappedComment.commented(key.sample)
      case .site:
        text +=
          (layout?.site ?? elsewhere).map { "site: \($0.rawValue)\n" }
          ?? WrappedComment.commented(key.sample)
      default:
        text += WrappedComment.commented(key.sample)
      }
    }
    return text
  }

  private static func sources(_ layout: SourceLayout) -> String {
    "source:\n"
      + layout.templates.map {
        "  - target: \(YAMLScalar.quoted($0.target))\n    source: \(YAMLScalar.quoted($0.source))\n"
      }.joined()
  }

  /// What the file does not reach: documents outside of its `paths`, and those whose locale its template
  /// does not tell.
  static func remarks(on files: [String]) -> [String] {
    guard let template = localeTemplate(of: files) else { return [] }
    let folder = folder(of: files, template)
    func isOutside(_ file: String) -> Bool { folder.map { !file.hasPrefix($0 + "/") } ?? false }
    let outside = files.filter(isOutside)
    let left = files.filter { !isOutside($0) && Configuration.locale(of: $0, template) == nil }
    var remarks: [String] = []
    if let folder, !outside.isEmpty {
      remarks.append(
        "Not checked, for `paths` is \(TextReporter.safe(folder)): \(list(outside)).")
    }
    if !left.isEmpty {
      remarks.append(
        "Without a locale by `locale`, so that what they say themselves or their folders' names count: "
          + "\(list(left)).")
    }
    return remarks
  }

  private static func list(_ files: [String]) -> String {
    let others = files.count - mostNamed
    return Numeral.count(files.count, "document") + ", "
      + files.prefix(mostNamed).map(TextReporter.safe).joined(separator: ", ")
      + (others > 0 ? " and \(Numeral.grouped(others)) more" : "")
  }

  /// The folder that a template begins with, if all documents in folders of locales lie there: no
  /// translation is left unchecked.
  private static func folder(of files: [String], _ template: String?) -> String? {
    guard let first = template?.split(separator: "/").first, !first.contains("{"), first != "*"
    else { return nil }
    let isWhole = files.allSatisfy { file in
      file.hasPrefix(first + "/") || LocaleTag.inFolders(of: file).isEmpty
    }
    return isWhole ? String(first) : nil
  }

  /// The folder that all messages of a program lie in, where there are no other documents: `locale`, `po`. Their
  /// locales stand in their headers and paths.
  private static func folderOfMessages(_ files: [String]) -> String? {
    let formats = AllFormats.all
    guard let first = files.first?.split(separator: "/").first,
      files.allSatisfy({ file in
        file.hasPrefix(first + "/") && formats.format(of: file)?.holdsMessages == true
      })
    else { return nil }
    return String(first)
  }

  /// The template that tells the locales of the most documents: `docs/{locale}`, or with a star where
  /// several folders have these, `*/{locale}`; `nil` when no template tells those of more than half.
  static func localeTemplate(of files: [String]) -> String? {
    var counts: [String: Int] = [:]
    for file in files {
      var folders = file.split(separator: "/").dropLast().map(String.init)
      guard
        let index = folders.lastIndex(where: {
          !LocaleTag.inFolders(of: $0 + "/x").isEmpty
        })
      else { continue }
      let tag = folders[index].split(separator: ".").last ?? ""
      folders[index] = folders[index].dropLast(tag.count) + "{locale}"
      counts[folders[...index].joined(separator: "/"), default: 0] += 1
    }
    // As many folders, and the same name around the tag: one template can stand for all of these.
    var kinds: [String: [String]] = [:]
    for template in counts.keys {
      let parts = template.split(separator: "/")
      kinds["\(parts.count)/\(parts.last ?? "")", default: []].append(template)
    }
    var joined: [String: Int] = [:]
    for templates in kinds.values {
      joined[common(templates), default: 0] += templates.reduce(0) { $0 + counts[$1, default: 0] }
    }
    let best = joined.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 2 > files.count else { return nil }
    return best.key
  }

  /// One template for several with as many folders: a star where they differ.
  private static func common(_ templates: [String]) -> String {
    let all = templates.map { $0.split(separator: "/") }
    guard let first = all.first else { return "" }
    return first.indices.map { index in
      all.allSatisfy { $0[index] == first[index] } ? String(first[index]) : "*"
    }.joined(separator: "/")
  }
}
