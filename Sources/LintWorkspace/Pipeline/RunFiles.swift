package import LintCore
import LintText
import MarkdownPairs

/// Files of facts that several runs have written, each over some of the pages.
package struct RunFiles {
  /// The pages, in path order.
  package let entries: [Paths.Entry]
  /// The paths that those runs were given.
  package let given: [String]
  private let parts: [(path: String, file: FactFile)]
  private let order: [(part: Int, file: Int)]

  /// - Parameters:
  ///   - paths: Of the files.
  ///   - workspace: That which judges.
  ///   - version: That of the program.
  package init(_ paths: [String], in workspace: Workspace, version: String) throws(UsageError) {
    var parts: [(path: String, file: FactFile)] = []
    var files: [(file: SourceFile, part: Int, index: Int)] = []
    var known: Set<String> = []
    for path in paths {
      do {
        let part = try FactFile(
          try SourceFile(path: path).read(atMost: Self.largest), version: version)
        for (index, page) in part.paths.enumerated() {
          // What several runs have read is taken once.
          guard known.insert(page).inserted else { continue }
          files.append((try Self.file(page, in: workspace), parts.count, index))
        }
        parts.append((path, part))
      } catch {
        throw UsageError("\(path): \(error)", isInHelp: false)
      }
    }
    files.sort { $0.file.path.precedes($1.file.path) }
    self.parts = parts
    entries = files.map { Paths.Entry(file: $0.file, problem: nil) }
    order = files.map { ($0.part, $0.index) }
    given = Set(parts.flatMap(\.file.given)).sorted().map {
      $0.hasPrefix("/") ? $0 : FileFinder.relative("\(workspace.root)/\($0)", to: workspace.folder)
    }
  }

  /// The facts of all pages, as one run would have them.
  ///
  /// - Parameter workspace: That which judges, with all its configurations.
  package func facts(for workspace: Workspace) throws(UsageError) -> FactStore {
    let rules = workspace.rules.map(\.rule.info.id)
    let settings = Self.settings(of: workspace)
    var stores: [FactStore] = []
    for part in parts {
      do throws(FactFile.Failure) {
        stores.append(
          try part.file.facts(rules, settings: settings) {
            workspace.rules[$0].rule as? any CrossFileCheck
          })
      } catch {
        throw UsageError("\(part.path): \(error)", isInHelp: false)
      }
    }
    return FactStore.joined(stores, order)
  }

  /// What the facts of pages depend on, and a command line may say otherwise in each run.
  private static func settings(of workspace: Workspace) -> [String] {
    let settings = workspace.settings
    let source = settings.sourceFolder.map {
      FileFinder.relative(FileFinder.canonical($0) ?? $0, to: workspace.root)
    }
    return [
      settings.locale.map { "locale \($0.value)" }, source.map { "source \($0)" },
      settings.site.map { "site \($0.rawValue)" },
    ].compactMap(\.self)
  }

  /// So many bytes a file of facts has at most: those of a million pages.
  package static let largest = 4 << 30

  /// A page that a file of facts names: one of the repository, and nothing that links lead out of it to.
  private static func file(_ path: String, in workspace: Workspace) throws(FactFile.Failure)
    -> SourceFile
  {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.contains("\0"), path.utf8.count <= longestPath,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      AllFormats.withSources.format(of: path) != nil
    else { throw FactFile.Failure("names something that is no page of the repository") }
    let absolute = "\(workspace.root)/\(path)"
    if let canonical = FileFinder.canonical(absolute),
      FileFinder.relative(canonical, to: workspace.root).hasPrefix("/")
    {
      throw FactFile.Failure("names a page that lies outside of the repository")
    }
    return SourceFile(
      path: FileFinder.relative(absolute, to: workspace.folder), repositoryPath: path)
  }

  private static let longestPath = 4096

  /// Writes what a run has collected.
  package static func bytes(
    _ facts: FactStore, of entries: [Paths.Entry], given: [String], in workspace: Workspace,
    version: String
  ) -> [UInt8] {
    FactFile.bytes(
      facts, of: entries.map(\.file.repositoryPath),
      given: given.map { FileFinder.relative(FileFinder.canonical($0) ?? $0, to: workspace.root) },
      version: version, rules: workspace.rules.map(\.rule.info.id),
      settings: settings(of: workspace))
  }
}
