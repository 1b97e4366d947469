package import LintCore
import LintReporters
package import LintRules
import LintYAML

/// A team's own rules: every `.yml` file below the folders that were given.
package struct TeamRules {
  package let rules: [any Rule]
  /// The paths of the files that were read.
  let files: [String]

  /// Files and folders that may be met: far more than a team has, and few enough to be looked
  /// through in no time. `--rules=/` would walk over the whole disk.
  static let mostEntries = 10_000

  /// Reads them; of several mistakes all are told.
  ///
  /// - Parameter catalogue: Rules whose names, like those of packs, a team's rules must not have.
  package init(_ folders: [String], besides catalogue: [any Rule] = [], _ packs: [PackRule] = [])
    throws(UsageError)
  {
    var rules: [any Rule] = []
    var files: [String] = []
    var mistakes: [String] = []
    var taken = Dictionary(
      (catalogue.map(\.info.id) + packs.map(\.id)).map { ($0, "loclint itself") },
      uniquingKeysWith: { first, _ in first })
    for folder in folders {
      for file in try Self.files(in: folder) {
        files.append(file.path)
        do throws(PlacedError) {
          let rule = try Self.packRule(file, in: folder)
          if let other = taken[rule.id] {
            throw PlacedError(
              path: file.path, line: 1, column: 1, "'\(rule.id)' is already a rule of \(other)")
          }
          taken[rule.id] = file.path
          rules.append(try rule.rule())
        } catch {
          mistakes.append(error.description)
        }
      }
    }
    guard mistakes.isEmpty else {
      throw UsageError(mistakes[0], and: Array(mistakes.dropFirst()))
    }
    self.rules = rules
    self.files = files
  }

  private static func files(in folder: String) throws(UsageError) -> [SourceFile] {
    var finder = FileFinder(root: nil, limit: mostEntries) {
      $0.hasSuffix(".yml") || $0.hasSuffix(".yaml")
    }
    finder.add(folder)
    finder.sort()
    if finder.isOverLimit {
      throw UsageError(
        "\(folder): holds more than \(Numeral.grouped(mostEntries)) files and folders, which is "
          + "no folder of rules", isInHelp: false)
    }
    if let problem = finder.problems.first {
      let reason =
        finder.files.isEmpty && FileFinder.isFolder(folder)
        ? "holds no rule, which is a file that ends in .yml" : problem.reason
      throw UsageError("\(problem.path): \(reason)", isInHelp: false)
    }
    return finder.files
  }

  private static func packRule(_ file: SourceFile, in folder: String) throws(PlacedError)
    -> PackRule
  {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try file.read(atMost: Limits.settingsSize)
    } catch {
      throw PlacedError(path: file.path, line: 1, column: 1, error.description)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PlacedError(path: file.path, line: 1, column: 1, "is not UTF-8")
    }
    return PackRule(path: file.path, pack: pack(of: file.path, in: folder), text: text)
  }

  /// The name of the folder that was given, with those below it that a file lies in.
  private static func pack(of path: String, in folder: String) -> String {
    guard let file = FileFinder.canonical(path), let root = FileFinder.canonical(folder) else {
      return "rules"
    }
    let parts = file.split(separator: "/").dropLast()
    let above = root.split(separator: "/").count - 1
    // A file may be given by name, without its folder.
    return parts.dropFirst(min(above, parts.count - 1)).joined(separator: "/")
  }
}
