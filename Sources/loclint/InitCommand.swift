import LintCore
import LintText
import LintWorkspace

extension Subcommand {
  static let initialize = Subcommand(
    "init", "Write a loclint.yml that fits this folder", usage: "loclint init",
    [
      "Writes loclint.yml into the working folder: every key with what it means, and those in "
        + "use that the documents below call for. It does not write over one that is there."
    ],
    operands: .nothing(),
    examples: [("cd docs && loclint init", "Begin.")]
  ) { (call) throws(UsageError) in
    try InitCommand(formats: call.formats, streams: call.streams, temporaries: call.temporaries)
      .run()
  }
}

/// `loclint init`: writes a configuration that fits the folder.
struct InitCommand {
  let formats: [any Format]
  let streams: Streams
  let temporaries: TemporaryFiles

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let name = Configuration.fileName
    guard !FileFinder.exists(name) else {
      throw UsageError("\(name) is already here", isInHelp: false)
    }
    let files = Paths(["."], for: formats).entries
      .filter { $0.problem == nil }.map(\.file.path)
    do throws(FileError) {
      try ReportFile.write(to: try WritePermission().file(name), temporaries) { output in
        output.write(Self.text(for: files))
      }
    } catch {
      throw UsageError("\(name): \(error)", isInHelp: false)
    }
    return streams.print("\(name) is written; `loclint config` tells what is in force.\n")
  }

  /// The file, with all keys explained and those in use that the documents call for.
  static func text(for files: [String]) -> String {
    let template = localeTemplate(of: files)
    var text = """
      # What loclint checks here, and how. Options on the command line win over this file.

      """
    for key in ConfigurationKey.all {
      text += "\n" + WrappedComment.lines(key.about)
      switch key {
      case .paths:
        let folder = template.flatMap { $0.split(separator: "/").first }.map(String.init)
        let isUsable = folder.map { !$0.contains("{") && $0 != "*" } ?? false
        text += isUsable ? "paths: [\(folder ?? ".")]\n" : "# paths: [docs]\n"
      case .locale:
        text += template.map { "locale: \"\($0)\"\n" } ?? "# locale: it-IT\n"
      default:
        text += WrappedComment.commented(key.sample)
      }
    }
    return text
  }

  /// A template of where most paths have their locale: `docs/{locale}`; `nil` when few have one.
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
    if let template = most(counts, of: files.count) { return template }
    // The documentation of several products: `docs/*/{locale}`.
    var kinds: [String: [String: Int]] = [:]
    for (template, count) in counts {
      let parts = template.split(separator: "/")
      kinds["\(parts.count)/\(parts.last ?? "")", default: [:]][template] = count
    }
    var joined: [String: Int] = [:]
    for templates in kinds.values {
      joined[common(templates.keys), default: 0] += templates.values.reduce(0, +)
    }
    return most(joined, of: files.count)
  }

  /// The template that more than half of the files follow.
  private static func most(_ counts: [String: Int], of files: Int) -> String? {
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 2 > files else { return nil }
    return best.key
  }

  /// One template for several with as many folders: a star where they differ.
  private static func common(_ templates: some Collection<String>) -> String {
    let all = templates.map { $0.split(separator: "/") }
    guard let first = all.first else { return "" }
    return first.indices.map { index in
      all.allSatisfy { $0[index] == first[index] } ? String(first[index]) : "*"
    }.joined(separator: "/")
  }
}
