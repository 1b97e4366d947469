import LintCore
import LintText
import MarkdownPairs
import Synchronization

/// The pages beside a page, and those beside its source, where its links lead.
///
/// Nothing is read until a rule asks, which it does where a link leads to another section than its source's. Nothing
/// outside the folder is read that has all pages of the locale, or of the source.
final class NeighbourPages: LinkedPages {
  /// A page and the folder that has all of its kind.
  private struct Tree {
    let page: [String]
    let root: Int
    /// What stands before the ending of its files' names: `.nl` in `lid.nl.md`.
    let mark: String
  }

  /// So many pages are looked for: a page of nothing but such links ends like any other.
  private static let most = 32
  private static let endings = [
    ".md", ".mdx", "/index.md", "/_index.md", "/index.mdx", "/README.md",
  ]
  private static let longestLocale = 10

  private let translation: Tree
  private let source: Tree
  private let locale: LocaleTag?
  private let format: MarkdownPairs
  private let cache: AnchorCache
  private let mostBytes: Int
  private let known = Mutex<[[UInt8]: LinkedAnchors?]>([:])

  /// - Parameters:
  ///   - path: Of the page, absolute.
  ///   - source: Of its source, absolute.
  init(
    of path: String, from source: String, locale: LocaleTag?, _ format: MarkdownPairs,
    _ cache: AnchorCache, mostBytes: Int
  ) {
    let own = Self.parts(path)
    let theirs = Self.parts(source)
    let common = zip(own.dropLast().reversed(), theirs.dropLast().reversed()).prefix { $0 == $1 }
      .count
    let (stem, other) = (Self.stem(own.last ?? ""), Self.stem(theirs.last ?? ""))
    let shared = zip(stem.utf8, other.utf8).prefix { $0 == $1 }.count
    translation = Tree(
      page: own, root: own.count - 1 - common, mark: String(stem.dropFirst(shared)))
    self.source = Tree(
      page: theirs, root: theirs.count - 1 - common, mark: String(other.dropFirst(shared)))
    self.locale = locale
    self.format = format
    self.cache = cache
    self.mostBytes = mostBytes
  }

  func anchors(at path: Span<UInt8>) -> LinkedAnchors? {
    let key = [UInt8](path)
    if let known = known.withLock({ $0[key] }) { return known }
    guard known.withLock({ $0.count < Self.most }) else { return nil }
    let found = read(path)
    known.withLock { $0[key] = .some(found) }
    return found
  }

  private func read(_ path: Span<UInt8>) -> LinkedAnchors? {
    guard !path.contains(":"), !path.contains("?"), !path.contains("%"), !path.has("//", at: 0)
    else { return nil }
    let isRooted = path.has("/", at: 0)
    var parts = String(path).split(separator: "/").map(String.init).filter { $0 != "." }
    if isRooted, let first = parts.first, first.utf8.count <= Self.longestLocale,
      let tag = LocaleTag(first),
      tag.isOfKnownLanguage || tag.canonical.language == locale?.canonical.language
    {
      parts.removeFirst()
    }
    guard !parts.isEmpty else { return nil }
    let translation = anchors(of: parts, isRooted: isRooted, in: translation)
    let source = anchors(of: parts, isRooted: isRooted, in: source)
    return translation == nil && source == nil
      ? nil : LinkedAnchors(translation: translation, source: source)
  }

  private func anchors(of link: [String], isRooted: Bool, in tree: Tree) -> Set<[UInt8]>? {
    for base in bases(of: tree, isRooted: isRooted) {
      guard let path = Self.path(link, from: base), path.count > tree.root,
        path[..<tree.root].elementsEqual(tree.page[..<tree.root])
      else { continue }
      let name = path.joined(separator: "/")
      for candidate in Self.candidates(name, tree.mark) where System.isThere(candidate) {
        let root = tree.page[..<tree.root].joined(separator: "/")
        guard let canonical = FileFinder.canonical(candidate),
          let folder = FileFinder.canonical(root),
          canonical.hasPrefix(folder == "/" ? folder : folder + "/")
        else { return nil }
        let key = AnchorCache.Key(path: canonical, site: format.site, isMDX: format.isMDX)
        return cache.anchors(for: key) {
          (try? SourceFile(path: canonical).read(atMost: mostBytes)).map { format.anchors(of: $0) }
        }
      }
    }
    return nil
  }

  /// The folders that a link may be seen from: that of the page and its address, or from a root that nobody names
  /// each one above the page.
  private func bases(of tree: Tree, isRooted: Bool) -> [[String]] {
    let folder = Array(tree.page.dropLast())
    guard isRooted else {
      return [folder, folder + [Self.stem(tree.page.last ?? "")]]
    }
    return (tree.root..<max(tree.root + 1, tree.page.count)).reversed().map {
      Array(tree.page[..<$0])
    }
  }

  private static func candidates(_ name: String, _ mark: String) -> [String] {
    for ending in [".md", ".mdx", ".markdown"] where name.hasSuffix(ending) {
      let stem = name.dropLast(ending.utf8.count)
      return mark.isEmpty ? [name] : [stem + mark + ending, name]
    }
    let stem = name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    return endings.map { stem + mark + $0 } + (mark.isEmpty ? [] : endings.map { stem + $0 })
  }

  /// `nil` for one that leads out of everything.
  private static func path(_ link: [String], from base: [String]) -> [String]? {
    var path = base
    for part in link {
      if part != ".." {
        path.append(part)
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  private static func stem(_ name: String) -> String {
    for ending in [".md", ".mdx", ".markdown"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.utf8.count))
    }
    return name
  }
}
