import Glibc

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

  /// Each file once, in the order of their paths' bytes.
  public private(set) var files: [SourceFile] = []
  public private(set) var problems: [Problem] = []

  private let takes: (String) -> Bool
  private let excludes: (String) -> Bool
  private let working: String
  private let root: String
  /// Canonical paths that are already in `files`.
  private var seen: Set<String> = []
  private var foundBelow = 0

  /// - Parameters:
  ///   - root: The canonical path of the repository's root; `nil` when there is none.
  ///   - excludes: Whether a file or folder inside a folder is to be left out, by its canonical
  ///     path.
  ///   - takes: Whether a file of this name is to be linted.
  public init(
    root: String?, excludes: @escaping (String) -> Bool = { _ in false },
    takes: @escaping (String) -> Bool
  ) {
    self.excludes = excludes
    self.takes = takes
    working = Self.canonical(".") ?? "/"
    self.root = root ?? working
  }

  /// Adds what stands at or below a path.
  public mutating func add(_ path: String) {
    guard let canonical = Self.canonical(path) else {
      problems.append(Problem(path: path, reason: FileError(number: errno).description))
      return
    }
    guard Self.isFolder(canonical) else {
      // What a link is called says nothing of what it leads to.
      guard takes(canonical) else {
        problems.append(Problem(path: path, reason: "is not a kind of file that loclint reads"))
        return
      }
      insert(canonical)
      return
    }
    foundBelow = 0
    let before = problems.count
    walk(canonical)
    if foundBelow == 0, problems.count == before {
      problems.append(Problem(path: path, reason: "holds no document"))
    }
  }

  /// Puts the files in order; call it after the last path.
  public mutating func sort() {
    files.sort { $0.path.precedes($1.path) }
  }

  private mutating func insert(_ canonical: String) {
    foundBelow += 1
    guard seen.insert(canonical).inserted else { return }
    files.append(
      SourceFile(
        path: Self.relative(canonical, to: working),
        repositoryPath: Self.relative(canonical, to: root)))
  }

  private mutating func walk(_ folder: String) {
    guard let stream = unsafe opendir(folder) else {
      problems.append(
        Problem(
          path: Self.relative(folder, to: working), reason: FileError(number: errno).description))
      return
    }
    var folders: [String] = []
    while let entry = unsafe readdir(stream) {
      let (read, shown) = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          let name = unsafe String(validatingCString: $0)
          return (name, name == nil ? unsafe String(cString: $0) : "")
        }
      }
      guard let name = read else {
        // It can't be opened by what can be shown of it.
        let isFolder = unsafe Int(entry.pointee.d_type) == DT_DIR
        if isFolder || takes(shown) {
          problems.append(
            Problem(
              path: Self.relative(folder + "/" + shown, to: working),
              reason: "its name is not UTF-8"))
        }
        continue
      }
      guard !name.hasPrefix("."), name != "node_modules" else { continue }
      let path = folder == "/" ? "/" + name : folder + "/" + name
      switch unsafe Int(entry.pointee.d_type) {
      case DT_DIR:
        if !excludes(path) { folders.append(path) }
      case DT_REG:
        if takes(name), !excludes(path) { insert(path) }
      case DT_LNK:
        break
      case DT_UNKNOWN:
        // Some file systems don't say.
        if Self.isLink(path) || excludes(path) { break }
        if Self.isFolder(path) { folders.append(path) } else if takes(name) { insert(path) }
      default:
        break
      }
    }
    unsafe closedir(stream)
    for folder in folders { walk(folder) }
  }

  /// A path without links, `.` and `..`; `nil`, with `errno`, when there is nothing.
  public static func canonical(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// A canonical path as seen from a canonical folder; unchanged when it lies elsewhere.
  public static func relative(_ path: String, to folder: String) -> String {
    if path == folder { return "." }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    // By bytes: to walk over characters takes longer than to read the file.
    guard path.utf8.starts(with: prefix.utf8) else { return path }
    return String(path.utf8.dropFirst(prefix.utf8.count)) ?? path
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is something of that name, and be it a link that leads nowhere.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
