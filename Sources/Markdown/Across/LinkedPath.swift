import LintCore
import LintText

/// What a relative link leads to in a tree of files.
package enum LinkedPath {
  /// A page that is there, by its path.
  case page(String)
  /// Another file, which its locale or the source has.
  case file
  /// Something of which nothing can be said: the folder that it should be in is not part of the tree, or the
  /// source has the page, so that readers get that.
  case unknown
  /// A page that is not there, by the path that it should have.
  case missing(String)

  private static let pageEndings = ["md", "markdown", "mdx"]
  private static let addressEndings = ["html", "htm"]
  private static let otherEndings = [
    "html", "htm", "yml", "yaml", "json", "rst", "adoc", "ipynb", "txt", "org", "jsx", "tsx",
  ]
  private static let indexNames = ["index", "_index", "readme"]

  init(_ link: RelativeLink, from place: PagePlace) {
    let own = Self.parts(place.path)
    for base in Self.bases(of: own, for: link) {
      guard let path = link.path(from: base) else { continue }
      if let found = Self.found(path, of: own.last ?? "", in: place.files) {
        self = found
        return
      }
    }
    // Where nothing is found, the folder of the file decides: addresses of folders are those of some sites alone.
    guard link.start == .page, let path = link.path(from: Array(own.dropLast())), path.count > 1,
      !path.contains(""), place.files.hasFolder(Self.joined(path.dropLast()))
    else {
      self = .unknown
      return
    }
    if let source = place.source {
      let theirs = Self.parts(source)
      for base in Self.bases(of: theirs, for: link) {
        guard let path = link.path(from: base) else { continue }
        guard let found = Self.found(path, of: theirs.last ?? "", in: place.files) else { continue }
        if case .file = found { self = .file } else { self = .unknown }
        return
      }
      guard let path = link.path(from: Array(theirs.dropLast())),
        place.files.hasFolder(Self.joined(path.dropLast()))
      else {
        self = .unknown
        return
      }
    } else if !Self.mayBePage(Self.joined(path[...])) {
      // Files that are not translated are the source's, and nobody says where that lies.
      self = .unknown
      return
    }
    let missing = Self.joined(path[...])
    self = place.files.redirects(missing) ? .unknown : .missing(missing)
  }

  /// The folders that a link may be seen from: that of the file, and that of its address on a site where each
  /// page is a folder.
  private static func bases(of page: [String], for link: RelativeLink) -> [[String]] {
    let folder = Array(page.dropLast())
    guard link.start == .page else {
      return (0...folder.count).map { Array(folder[..<$0]) }.reversed()
    }
    return [folder, folder + [stem(page.last ?? "")]]
  }

  private static func found(_ path: [String], of page: String, in files: any FileTree)
    -> LinkedPath?
  {
    guard let name = path.last else { return .unknown }
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
    if files.hasFile(whole) { return ending.isEmpty ? .unknown : .file }
    // Pages of other kinds have no segments, and addresses all the same.
    if isAddress || ending.isEmpty,
      stems.contains(where: { stem in otherEndings.contains { files.hasFile("\(stem).\($0)") } })
    {
      return .unknown
    }
    return files.hasFolder(whole) ? .unknown : nil
  }

  /// Whether the last part of a path is a name that pages have.
  static func mayBePage(_ path: String) -> Bool {
    let ending = ending(parts(path).last ?? "")
    return ending.isEmpty || pageEndings.contains(ending) || addressEndings.contains(ending)
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
