import LintCore
import LintText

/// What a link leads to in a tree of files.
package enum LinkedPath: Sendable {
  /// How the path of a link is seen.
  package enum Way: Equatable, Sendable {
    /// From the folder of the page; or from elsewhere, where that makes no difference.
    case page
    /// From the folder of the page, and not from its address.
    case folder
    /// From the page's address, on a site where each page is a folder.
    case address
    /// From a folder above the page, or one that sites copy: the path of what stands there with the first part of
    /// the link, by which such links are counted.
    case root(String)
  }

  /// A page that is there, by its path.
  case page(String, Way)
  /// A page that the source has, by the path that it would have in the locale: readers get the source's.
  case fallback(String, Way)
  /// Another file, which its locale or the source has, by its path.
  case file(String, Way)
  /// Something of which nothing can be said: the folder that it should be in is not part of the tree.
  case unknown
  /// The same for a link from a root whose first folder is there.
  case lost(Way)
  /// A page that is not there, by the paths that it could have.
  case missing([(path: String, way: Way)])

  private static let pageEndings = ["md", "markdown", "mdx"]
  private static let addressEndings = ["html", "htm"]
  private static let otherEndings = [
    "html", "htm", "yml", "yaml", "json", "rst", "adoc", "ipynb", "txt", "org", "jsx", "tsx",
    "astro", "vue",
  ]
  private static let indexNames = ["index", "_index", "readme"]
  /// Pages that sites make of all others, or of what is not there.
  private static let made: Set<String> = [
    "print.html", "search.html", "genindex.html", "py-modindex.html", "404.html",
  ]
  /// Folders that sites copy as they are.
  package static let copied = ["static", "public"]

  init(_ link: RelativeLink, from place: PagePlace) {
    let own = Self.parts(place.path)
    let source = place.source.map { Self.Source($0, of: own) }
    guard link.path.last.map({ !Self.made.contains($0.lowercased()) }) ?? true else {
      self = .unknown
      return
    }
    self =
      link.start == .page
      ? Self.seenFromPage(link, place, own, source) : Self.seenFromRoot(link, place, own, source)
  }

  /// What `{{< ref "docs/page.md" >}}` names: a file as seen from the folder of the page, or from that of all
  /// content.
  init(ofReference link: RelativeLink, from place: PagePlace) {
    let own = Self.parts(place.path)
    let source = place.source.map { Self.Source($0, of: own) }
    let seen =
      link.start == .page ? Self.seenFromPage(link, place, own, source) : LinkedPath.unknown
    let fromRoot = Self.seenFromRoot(link, place, own, source)
    switch (seen, fromRoot) {
    case (.page, _), (.fallback, _), (.file, _): self = seen
    // All are counted by folders: which root the content has makes no difference.
    case (_, .page(let path, _)): self = .page(path, .page)
    case (_, .fallback(let path, _)): self = .fallback(path, .page)
    case (_, .file(let path, _)): self = .file(path, .page)
    // A lone name is looked for in all folders, and those of the source may not be known.
    case (.missing, _) where link.path.count > 1: self = seen
    case (_, .missing(let paths)): self = .missing(paths.map { ($0.path, .page) })
    default: self = .unknown
    }
  }

  /// Where the source of a page lies.
  private struct Source {
    let parts: [String]
    /// What stands before that which page and source have in common at their ends.
    let page: [String]
    let source: [String]

    init(_ path: String, of own: [String]) {
      parts = LinkedPath.parts(path)
      let common = zip(own.reversed(), parts.reversed()).prefix { $0 == $1 }.count
      page = Array(own.dropLast(common))
      source = Array(parts.dropLast(common))
    }

    /// Where the source of another path lies; `nil` for one outside the folder that has the page.
    func counterpart(_ path: [String]) -> [String]? {
      guard !page.isEmpty, path.starts(with: page) else { return nil }
      return source + path.dropFirst(page.count)
    }
  }

  // MARK: - From the page

  private static func seenFromPage(
    _ link: RelativeLink, _ place: PagePlace, _ own: [String], _ source: Source?
  ) -> LinkedPath {
    let name = link.path.last ?? ""
    let bases = bases(of: own)
    let sources = source.map { Self.bases(of: $0.parts) } ?? []
    func way(_ index: Int) -> Way {
      guard isAddress(name), bases.count > 1 else { return .page }
      return index == 0 ? .folder : .address
    }
    for (index, base) in bases.enumerated() {
      guard let path = link.path(from: base) else { continue }
      switch found(path, of: own.last ?? "", in: place.files) {
      case .page(let path): return .page(path, way(index))
      case .file(let path): return .file(path, way(index))
      case .other: return .unknown
      case nil: break
      }
    }
    for (index, base) in sources.enumerated() {
      guard let path = link.path(from: base) else { continue }
      switch found(path, of: source?.parts.last ?? "", in: place.files) {
      case .page:
        guard index < bases.count, let path = link.path(from: bases[index]) else { return .unknown }
        return .fallback(joined(path[...]), way(index))
      case .file(let path): return .file(path, way(index))
      case .other: return .unknown
      case nil: break
      }
    }
    var missing: [(path: String, way: Way)] = []
    // Where the page lies is all that the name of a page's file goes by; an image is shown to who opens its address.
    let isSeenFromAddress = isAddress(name) || isShown(name)
    for (index, base) in (isSeenFromAddress ? bases : Array(bases.prefix(1))).enumerated() {
      guard let path = link.path(from: base), path.count > 1, !path.contains("") else { continue }
      let whole = joined(path[...])
      if source != nil {
        guard index < sources.count, let path = link.path(from: sources[index]),
          place.files.hasFolder(joined(path.dropLast()))
        else { continue }
      } else {
        // Files that are not translated are the source's, and nobody says where that lies.
        guard mayBePage(whole), place.files.hasFolder(joined(path.dropLast())) else { continue }
      }
      if place.files.redirects(whole) { return .unknown }
      missing.append((whole, way(index)))
      // It is in neither, and where it should be makes no difference.
      if isShown(name) { break }
    }
    return missing.isEmpty ? .unknown : .missing(missing)
  }

  /// The folders that a link may be seen from: that of the page, and its address where that is another one.
  private static func bases(of page: [String]) -> [[String]] {
    let folder = Array(page.dropLast())
    let address = address(of: page)
    return address == folder ? [folder] : [folder, address]
  }

  /// The folder that a page's address is, on a site where each page is one.
  private static func address(of page: [String]) -> [String] {
    let stem = stem(page.last ?? "")
    return indexNames.contains(stem.lowercased()) ? page.dropLast() : page.dropLast() + [stem]
  }

  // MARK: - From a root

  private static func seenFromRoot(
    _ link: RelativeLink, _ place: PagePlace, _ own: [String], _ source: Source?
  ) -> LinkedPath {
    guard let first = link.path.first, first != "..", !link.path.contains("") else {
      return .unknown
    }
    // A tree outside the one that is published ends at its own root.
    let fewest = own.first == "" ? 2 : 0
    var bases: [[String]] = []
    for count in stride(from: own.count - 1, through: fewest, by: -1) {
      bases.append(Array(own.prefix(count)))
    }
    var result: LinkedPath?
    // The first of the folders that has the first folder of the link.
    var nearest: [String]?
    func note(_ found: LinkedPath) -> Bool {
      // What two folders have may be either.
      guard result == nil else { return false }
      result = found
      return true
    }
    for base in bases {
      let way = Way.root(joined((base + [first])[...]))
      let path = base + link.path
      let isThere = link.path.count == 1 || place.files.hasFolder(joined((base + [first])[...]))
      if isThere {
        switch found(path, of: own.last ?? "", in: place.files) {
        case .page(let path): guard note(.page(path, way)) else { return .unknown }
        case .file(let path): guard note(.file(path, way)) else { return .unknown }
        case .other: return .unknown
        case nil: break
        }
      }
      // What the source has stands for what the locale lacks.
      var isTheirs = false
      if let source, let folder = source.counterpart(base + [first]),
        let theirs = source.counterpart(path)
      {
        isTheirs = link.path.count == 1 || place.files.hasFolder(joined(folder[...]))
        if isTheirs, result == nil {
          switch found(theirs, of: source.parts.last ?? "", in: place.files) {
          case .page: result = .fallback(joined(path[...]), way)
          case .file(let path): result = .file(path, way)
          case .other: return .unknown
          case nil: break
          }
        }
      }
      if nearest == nil, link.path.count > 1, isThere || isTheirs { nearest = base }
    }
    if let result { return result }
    for base in bases {
      for folder in copied where place.files.hasFolder(joined((base + [folder])[...])) {
        let base = base + [folder]
        let path = base + link.path
        if found(path, of: "", in: place.files) != nil {
          return .file(joined(path[...]), .root(joined((base + [first])[...])))
        }
        if nearest == nil, link.path.count > 1,
          place.files.hasFolder(joined((base + [first])[...]))
        {
          nearest = base
        }
      }
    }
    guard let base = nearest else { return .unknown }
    let way = Way.root(joined((base + [first])[...]))
    let path = base + link.path
    let folder = path.dropLast()
    guard
      place.files.hasFolder(joined(folder))
        || source?.counterpart(Array(folder)).map({ place.files.hasFolder(joined($0[...])) })
          ?? false
    else { return .lost(way) }
    let missing = joined(path[...])
    // What sites make besides pages nobody sees in a tree: feeds, lists, programs.
    guard mayBePage(missing) || isShown(missing), !place.files.redirects(missing) else {
      return .unknown
    }
    return .missing([(missing, way)])
  }

  // MARK: - Files

  private enum Found {
    case page(String)
    case file(String)
    /// Something that has an address, and no anchors that are known.
    case other
  }

  private static func found(_ path: [String], of page: String, in files: any FileTree) -> Found? {
    guard let name = path.last else { return .other }
    let whole = joined(path[...])
    let ending = ending(name)
    if pageEndings.contains(ending), files.hasFile(whole) { return .page(whole) }
    let isAddress = pageEndings.contains(ending) || addressEndings.contains(ending)
    var stems = [whole]
    if isAddress { stems.append(String(whole.dropLast(ending.utf8.count + 1))) }
    // `guide.es.md` beside `other.es.md`.
    let marks = page.split(separator: ".")
    if marks.count > 2 { stems += stems.map { "\($0).\(marks[marks.count - 2])" } }
    for stem in stems {
      for other in pageEndings where files.hasFile("\(stem).\(other)") {
        return .page("\(stem).\(other)")
      }
      // Of a folder that is not there no names are tried: that takes nine times as long.
      for index in files.hasFolder(stem) ? indexNames : [] {
        for other in pageEndings where files.hasFile("\(stem)/\(index).\(other)") {
          return .page("\(stem)/\(index).\(other)")
        }
      }
    }
    if files.hasFile(whole) { return ending.isEmpty ? .other : .file(whole) }
    // Pages of other kinds have no segments, and addresses all the same.
    if isAddress || ending.isEmpty,
      stems.contains(where: { stem in otherEndings.contains { files.hasFile("\(stem).\($0)") } })
    {
      return .other
    }
    return files.hasFolder(whole) ? .other : nil
  }

  /// Whether a file of this name, in lower case, is a page.
  package static func isPage(_ name: String) -> Bool { pageEndings.contains(ending(name)) }

  /// Whether the last part of a path is a name that pages have.
  static func mayBePage(_ path: String) -> Bool {
    let ending = ending(parts(path).last ?? "")
    return ending.isEmpty || pageEndings.contains(ending) || addressEndings.contains(ending)
  }

  /// Whether the last part of a path is an address, from which nobody sees what the file behind it is called.
  private static func isAddress(_ path: String) -> Bool { ending(parts(path).last ?? "").isEmpty }

  private static let imageEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif",
  ]

  private static func isShown(_ path: String) -> Bool {
    imageEndings.contains(ending(parts(path).last ?? ""))
  }

  /// What stands behind the last dot of a name, in lower case.
  private static func ending(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func stem(_ name: String) -> String {
    let ending = ending(name)
    return ending.isEmpty ? name : String(name.dropLast(ending.utf8.count + 1))
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  private static func joined(_ path: ArraySlice<String>) -> String { path.joined(separator: "/") }

  /// A path as pages are told from each other: in lower case, without what its name ends with, and that of its
  /// folder for a page that is this folder's.
  static func normalized(_ path: String) -> [UInt8] {
    var parts = parts(path.lowercased())
    if let name = parts.popLast() {
      let ending = ending(name)
      let stem =
        pageEndings.contains(ending) || addressEndings.contains(ending) ? stem(name) : name
      if !indexNames.contains(stem) || parts.isEmpty { parts.append(stem) }
    }
    return Array(joined(parts[...]).utf8)
  }

  /// A path whose last part has lost the number that orders it: `01-lid.md`, `2. Lamp.md`; `nil` where it has none.
  static func withoutNumber(_ path: String) -> String? {
    let name = parts(path).last ?? ""
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.count < name.count, let mark = rest.first, "-_. ".contains(mark) else { return nil }
    let stripped = rest.drop { "-_. ".contains($0) }
    return stripped.contains(".") ? String(stripped) : nil
  }

  /// The hash of what tells a page from others.
  package static func key(_ path: String) -> UInt64 { Hash64(of: normalized(path).span).value }
}
