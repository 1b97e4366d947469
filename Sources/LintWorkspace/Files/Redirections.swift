import LintCore
import LintText
import Markdown
import Synchronization

/// Where publishers' files say that readers of former addresses are sent elsewhere.
///
/// They lie in a folder above the pages, or in one of those that sites copy as they are.
final class Redirections: Sendable {
  private struct Names {
    var pages: Set<UInt32> = []
    var folders: Set<UInt32> = []
  }

  /// By folders.
  private let known = Mutex<[String: Names]>([:])

  /// The size of the largest file that is read, and how many names of one are kept.
  static let mostBytes = 16 << 20
  private static let mostNames = 500_000

  /// In lower case; `.openpublishing.redirection.azure.json` and its like, too.
  static func isOne(_ name: String) -> Bool {
    switch name {
    case "_redirects", "_redirects.txt", "redirects.txt", "redirects.json", "redirects.yml",
      "redirects.yaml", "staticwebapp.config.json":
      true
    default:
      settings.contains(name)
        || name.hasPrefix(".openpublishing.redirection") && name.hasSuffix(".json")
    }
  }

  /// Where redirections begin: settings of a site tell of its pages before and besides, as the navigation does.
  private static func start(of bytes: [UInt8], in file: String) -> Int {
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    guard settings.contains(name) else { return 0 }
    return bytes.span.firstRange(of: "redirect", from: 0)?.lowerBound ?? bytes.count
  }

  /// What a file sends readers from.
  static func names(_ bytes: [UInt8], in file: String) -> FormerNames {
    FormerNames(bytes.span.extracting(start(of: bytes, in: file)...), atMost: mostNames)
  }

  /// Files in which a site's redirections stand among other things.
  private static let settings: Set<String> = [
    "vercel.json", "netlify.toml", "firebase.json", "mkdocs.yml", "mkdocs.yaml",
    "docusaurus.config.js", "docusaurus.config.ts", "book.toml",
  ]

  /// Whether the files of a folder say it of a path.
  ///
  /// - Parameters:
  ///   - files: What they are, asked for where they are not known.
  func tell(of path: String, in folder: String, _ files: () -> [String]) -> Bool {
    let names = names(in: folder, files)
    if names.pages.contains(FormerNames.hash(path)) { return true }
    guard !names.folders.isEmpty else { return false }
    return path.split(separator: "/").contains {
      names.folders.contains(FormerNames.hash(String($0)))
    }
  }

  private func names(in folder: String, _ files: () -> [String]) -> Names {
    known.withLock { known in
      if let names = known[folder] { return names }
      var names = Names()
      for file in files() {
        guard let bytes = try? SourceFile(path: file).read(atMost: Self.mostBytes) else { continue }
        let former = Self.names(bytes, in: file)
        names.pages.formUnion(former.pages)
        names.folders.formUnion(former.folders)
      }
      known[folder] = names
      return names
    }
  }
}
