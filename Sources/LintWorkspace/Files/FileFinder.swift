public import LintCore
import LintText

/// Finds the files to lint below the paths that a run is given.
///
/// Folders are walked; what begins with a dot and `node_modules` is left out. Symbolic links inside
/// a folder are not followed: one that stays in the tree leads to a file that the walk meets anyway,
/// one that leaves it is not the tree's. A path that is given by name is taken even if it is a link.
public struct FileFinder {
  /// A path that was given and can't be used, or a folder that can't be read.
  public struct Problem: Hashable, Sendable {
    public let path: String
    /// A clause: "no such file or directory".
    public let reason: String
  }

  /// Each file once, in the order of their paths' bytes, when `sort` was called.
  public private(set) var files: [SourceFile] = []
  public private(set) var problems: [Problem] = []

  private let takes: (String) -> Bool
  private let exclusion: (String) -> (String) -> Bool
  private let working: String
  private let root: String
  private let limit: Int
  /// How many names the folders held so far, those that are passed over among them.
  private var seen = 0

  /// - Parameters:
  ///   - working: The folder that paths are shown from.
  ///   - root: The canonical path of the repository's root; `nil` when there is none.
  ///   - limit: How many names folders may hold in all, those that are passed over among them.
  ///   - exclusion: Tells of a canonical folder, before anything in it is taken, what of it is to be left out:
  ///     whether a file or folder is, by its canonical path. It is asked of the folder of a file that was
  ///     given, too.
  ///   - takes: Whether a file of this name is to be linted.
  public init(
    root: String?, from working: String = ".", limit: Int = .max,
    exclusion: @escaping (String) -> (String) -> Bool = { _ in { _ in false } },
    takes: @escaping (String) -> Bool
  ) {
    self.limit = limit
    self.exclusion = exclusion
    self.takes = takes
    self.working = Self.canonical(working) ?? "/"
    self.root = root ?? self.working
  }

  /// Adds what stands at or below a path.
  public mutating func add(_ path: String) {
    let canonical: String
    do throws(FileError) {
      canonical = try System.canonical(path)
    } catch {
      problems.append(Problem(path: path, reason: error.description))
      return
    }
    guard Self.isFolder(canonical) else {
      // By the path that links lead to: a link may have any name.
      guard takes(canonical) else {
        problems.append(Problem(path: path, reason: "is not a kind of file that loclint reads"))
        return
      }
      _ = exclusion(ConfigurationTree.parent(of: canonical))
      files.append(
        SourceFile(
          path: Self.relative(canonical, to: working),
          repositoryPath: Self.relative(canonical, to: root)))
      return
    }
    let before = (files.count, problems.count)
    walk(canonical)
    if (files.count, problems.count) == before {
      problems.append(Problem(path: path, reason: "holds no document"))
    }
  }

  /// Whether a folder held more than may be met; then not all files are there.
  public var isOverLimit: Bool { seen > limit }

  /// Puts the files in order, each of them once; call it after the last path.
  public mutating func sort() {
    // A walk finds them in this order, each once, unless there were several.
    let isInOrder = files.indices.dropFirst().allSatisfy {
      files[$0 - 1].path.precedes(files[$0].path)
    }
    guard !isInOrder else { return }
    files.sort { $0.path.precedes($1.path) }
    var kept = 1
    for index in 1..<files.count where !Self.isSame(files[index].path, files[kept - 1].path) {
      if index != kept { files[kept] = files[index] }
      kept += 1
    }
    files.removeLast(files.count - kept)
  }

  /// What a folder holds.
  private struct Child {
    let name: String
    let isFolder: Bool
    /// By what children are sorted: in the order of whole paths, what a folder holds comes where
    /// its name with a slash behind it comes.
    let key: String

    init(_ name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
      key = isFolder ? name + "/" : name
    }
  }

  private mutating func walk(_ folder: String) {
    let (prefix, shown) = (Self.prefix(of: folder), Self.prefix(of: folder, seenFrom: working))
    var children: [Child] = []
    do throws(FileError) {
      try System.eachEntry(of: folder) { entry in
        seen += 1
        if let child = child(entry, in: prefix, shown) { children.append(child) }
        return !isOverLimit
      }
    } catch {
      problems.append(
        Problem(path: Self.relative(folder, to: working), reason: error.description))
      return
    }
    let excludes = exclusion(folder)
    let inRepository = Self.prefix(of: folder, seenFrom: root)
    children.sort { $0.key.precedes($1.key) }
    for child in children where !isOverLimit && !excludes(prefix + child.name) {
      if child.isFolder {
        walk(prefix + child.name)
      } else {
        files.append(
          SourceFile(path: shown + child.name, repositoryPath: inRepository + child.name))
      }
    }
  }

  /// What is to be walked or linted of what a folder holds; `nil` for what is passed over.
  private mutating func child(_ entry: System.Entry, in prefix: String, _ shown: String) -> Child? {
    let name = entry.name
    guard entry.isUTF8 else {
      if entry.kind == .folder || takes(name) {
        problems.append(Problem(path: shown + name, reason: "its name is not UTF-8"))
      }
      return nil
    }
    guard name.utf8.first != 0x2E, name != "node_modules" else { return nil }
    let isFolder: Bool
    switch entry.kind {
    case .folder: isFolder = true
    case .file: isFolder = false
    // Some file systems don't say what an entry is.
    case nil where !Self.isLink(prefix + name): isFolder = Self.isFolder(prefix + name)
    default: return nil
    }
    return isFolder || takes(name) ? Child(name, isFolder: isFolder) : nil
  }

  /// Whether two paths are the same to the system: to a `String`, `é` is the same as `e` with an
  /// accent behind it.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8Span.span.elementsEqual(right.utf8Span.span)
  }

  /// What stands before the names of what a folder holds.
  private static func prefix(of folder: String) -> String {
    folder == "/" ? folder : folder + "/"
  }

  /// The same in paths relative to another folder; empty for that folder itself.
  private static func prefix(of folder: String, seenFrom other: String) -> String {
    isSame(folder, other) ? "" : prefix(of: relative(folder, to: other))
  }

  /// A path without links, `.` and `..`; `nil` when nothing is there.
  public static func canonical(_ path: String) -> String? { try? System.canonical(path) }

  /// A canonical path as seen from a canonical folder; unchanged when it lies elsewhere.
  public static func relative(_ path: String, to folder: String) -> String {
    if isSame(path, folder) { return "." }
    // By bytes: to walk over characters takes longer than to read the file.
    let (all, above) = (path.utf8Span.span, folder.utf8Span.span)
    let length = above.count - (above.count > 0 && above[above.count - 1] == 0x2F ? 1 : 0)
    guard all.count > length, all[length] == 0x2F,
      all.extracting(..<length).elementsEqual(above.extracting(..<length))
    else { return path }
    return String(path.utf8.dropFirst(length + 1)) ?? path
  }

  public static func isFolder(_ path: String) -> Bool {
    (try? System.status(of: path))?.kind == .folder
  }

  /// Whether anything has that path, even a link that leads nowhere.
  public static func exists(_ path: String) -> Bool { System.isNamed(path) }

  private static func isLink(_ path: String) -> Bool {
    (try? System.status(ofLink: path))?.kind == .link
  }
}
