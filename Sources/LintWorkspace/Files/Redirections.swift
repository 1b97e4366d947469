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
        || name == listing || name == ".htaccess"
        || name.hasPrefix(".openpublishing.redirection") && name.hasSuffix(".json")
    }
  }

  /// What names other files of redirections, and holds none.
  private static let listing = ".openpublishing.publish.config.json"

  /// The files that such a list names, as seen from its folder.
  private static func listed(_ bytes: [UInt8]) -> [String] {
    guard let key = bytes.span.firstRange(of: "\"redirection_files\"", from: 0),
      let open = bytes.span.firstIndex(of: 0x5B, from: key.upperBound),
      let close = bytes.span.firstIndex(of: 0x5D, from: open)
    else { return [] }
    // Between quotes; what stands outside has an even number.
    let parts = bytes[open + 1..<close].split(separator: 0x22, omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.prefix(mostListed).map {
      String(decoding: parts[$0], as: UTF8.self)
    }
  }

  private static let mostListed = 1000

  private static func isListing(_ path: String) -> Bool {
    path.lowercased().hasSuffix("/\(listing)")
  }

  /// Where redirections begin: settings of a site tell of its pages before and besides, as the navigation does.
  private static func start(of bytes: [UInt8], in file: String) -> Int {
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    if name == listing { return bytes.count }
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
    "docusaurus.config.js", "docusaurus.config.ts", "book.toml", "astro.config.mjs",
    "astro.config.js", "astro.config.ts", "next.config.js", "next.config.mjs", "next.config.ts",
    "conf.py",
  ]

  /// Whether the files of a folder say it of a path.
  ///
  /// - Parameters:
  ///   - files: What they are, asked for where they are not known.
  ///   - isInside: Whether a file that another one names may be read.
  func tell(
    of path: String, in folder: String, _ files: () -> [String], _ isInside: (String) -> Bool
  ) -> Bool {
    let names = names(in: folder, files, isInside)
    if names.pages.contains(FormerNames.hash(path)) { return true }
    guard !names.folders.isEmpty else { return false }
    return path.split(separator: "/").contains {
      names.folders.contains(FormerNames.hash(String($0)))
    }
  }

  private func names(
    in folder: String, _ files: () -> [String], _ isInside: (String) -> Bool
  ) -> Names {
    known.withLock { known in
      if let names = known[folder] { return names }
      var names = Names()
      var files = files()
      let lists = files.filter(Self.isListing)
      files.removeAll(where: Self.isListing)
      for list in lists {
        guard let bytes = try? SourceFile(path: list).read(atMost: Self.mostBytes) else { continue }
        let folder = list.dropLast(Self.listing.utf8.count)
        files += Self.listed(bytes).map { "\(folder)\($0)" }.filter(isInside)
      }
      // A list may name one large file a thousand times: together they have as many bytes as some files by themselves.
      var left = 4 * Self.mostBytes
      for file in files {
        guard let bytes = try? SourceFile(path: file).read(atMost: min(left, Self.mostBytes)) else {
          continue
        }
        left -= bytes.count
        let former = Self.names(bytes, in: file)
        names.pages.formUnion(former.pages)
        names.folders.formUnion(former.folders)
      }
      known[folder] = names
      return names
    }
  }
}
