import LintCore
import Markdown
import Synchronization

/// The files below a folder, each folder of which is listed once.
///
/// Pages say which folders are looked into: below the root none is through a link that leads out of it, and of a
/// path that is not there only the first folder that is missing is kept.
final class FolderListings: FileTree {
  /// What a folder holds: names as they are, by their lower-case forms.
  private struct Listing {
    /// As it is written.
    let folder: String
    var files: Set<String> = []
    var folders: [String: String] = [:]
    /// Those of the folders that are links, or may be.
    var links: Set<String> = []
    /// Files that send readers elsewhere, as they are written.
    var redirections: [String] = []

    /// The path of a folder in it, where that is below a root.
    func path(of name: String, in root: String) -> String? {
      guard let written = folders[name] else { return nil }
      let path = "\(folder)/\(written)"
      guard links.contains(name) else { return path }
      guard let canonical = FileFinder.canonical(path),
        !FileFinder.relative(canonical, to: root).hasPrefix("/")
      else { return nil }
      return canonical
    }
  }

  private let root: String
  private let redirections = Redirections()
  /// By paths below the root in lower case, or absolute ones; `nil` for a folder that is not there.
  private let listings = Mutex<[String: Listing?]>([:])

  /// No file system has longer paths.
  private static let longest = 4096

  /// - Parameter root: Canonical.
  init(_ root: String) { self.root = root }

  func hasFile(_ path: String) -> Bool {
    let (folder, name) = Self.split(path)
    return listing(known(folder))?.files.contains(name.lowercased()) ?? false
  }

  func hasFolder(_ path: String) -> Bool { listing(known(path)) != nil }

  func redirects(_ path: String) -> Bool {
    var (folder, _) = Self.split(known(path))
    while true {
      for place in [""] + LinkedPath.copied {
        let place = folder.isEmpty || place.isEmpty ? folder + place : "\(folder)/\(place)"
        if redirections.tell(
          of: path, in: place, { files(ofRedirectionsIn: place) }, isInside)
        {
          return true
        }
      }
      guard !folder.isEmpty else { return false }
      folder = Self.split(folder).folder
    }
  }

  /// Those that lie below the root.
  private func files(ofRedirectionsIn folder: String) -> [String] {
    guard let listing = listing(folder) else { return [] }
    return listing.redirections.map { "\(listing.folder)/\($0)" }.filter(isInside)
  }

  /// Whether a file is there, and lies below the root whatever links lead to it.
  private func isInside(_ path: String) -> Bool {
    FileFinder.canonical(path).map { !FileFinder.relative($0, to: root).hasPrefix("/") } ?? false
  }

  /// As folders are known: what lies below the root in lower case, all else as it is written.
  private func known(_ folder: String) -> String {
    if folder == root { return "" }
    let path = FileFinder.relative(folder, to: root)
    return path.hasPrefix("/") ? path : path.lowercased()
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  private func listing(_ folder: String) -> Listing? {
    guard folder.utf8.count <= Self.longest else { return nil }
    return listings.withLock { listings in
      if let known = listings[folder] { return known }
      guard !folder.hasPrefix("/") else {
        let read = Self.read(folder)
        listings[folder] = .some(read)
        return read
      }
      // From the nearest folder that is known downwards.
      var wanted: [String] = []
      var next = folder
      while listings[next] == nil, !next.isEmpty {
        wanted.append(next)
        next = Self.split(next).folder
      }
      if listings[""] == nil { listings[""] = .some(Self.read(root)) }
      for folder in wanted.reversed() {
        let (parent, name) = Self.split(folder)
        guard let above = listings[parent] ?? nil else { return nil }
        listings[folder] = .some(above.path(of: name, in: root).flatMap(Self.read))
      }
      return listings[folder] ?? nil
    }
  }

  private static func read(_ folder: String) -> Listing? {
    var listing = Listing(folder: folder == "/" ? "" : folder)
    do throws(FileError) {
      try System.eachEntry(of: folder) { entry in
        let name = entry.name.lowercased()
        guard entry.isUTF8, name != ".", name != ".." else { return true }
        // Where the file system doesn't say, or a link may lead to either, it is both.
        if entry.kind != .folder {
          listing.files.insert(name)
          if Redirections.isOne(name) { listing.redirections.append(entry.name) }
        }
        if entry.kind != .file { listing.folders[name] = entry.name }
        if entry.kind != .file, entry.kind != .folder { listing.links.insert(name) }
        return true
      }
    } catch {
      return nil
    }
    return listing
  }
}
