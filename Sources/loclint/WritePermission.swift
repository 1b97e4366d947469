import Glibc
import LintCore

/// Decides what a run may write, for everything that it writes.
struct WritePermission: Sendable {
  /// Who names a file.
  enum Author: Sendable { case commandLine, configuration }

  private let inputs: InputFiles
  private let boundary: Boundary?
  private let roots: [FileIdentity]

  /// - Parameters:
  ///   - inputs: What the run reads.
  ///   - boundary: That of the configuration, if there is one.
  init(inputs: InputFiles = InputFiles(), boundary: Boundary? = nil) {
    self.inputs = inputs
    self.boundary = boundary
    // Outside of any repository strangers' files are those that the user stands among.
    let root = Repository()?.root ?? FileFinder.canonical(".") ?? "/"
    roots = [root, boundary?.root].compactMap { $0 }.compactMap(FileIdentity.init(of:))
  }

  /// Finds out where a file lies and whether it may be written.
  func file(_ path: String, by author: Author = .commandLine) throws(FileError) -> WritableFile {
    if author == .commandLine, let descriptor = Self.descriptor(path) {
      return WritableFile(path: path, target: .descriptor(descriptor))
    }
    let place = try place(of: path)
    if author == .configuration { try checkBoundary(place) }
    guard let status = place.status else {
      return WritableFile(path: path, target: .file(place))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileError(reason: "is a folder")
    case S_IFREG:
      if let kind = inputs.kind(of: FileIdentity(status)) {
        throw FileError(reason: "is \(kind) that this run reads, and is not written over")
      }
      return WritableFile(path: path, target: .file(place))
    default:
      guard author == .commandLine else {
        throw FileError(reason: "is not a file, and only the command line may name such a thing")
      }
      return WritableFile(path: path, target: .special(place))
    }
  }

  /// Finds out where a page lies that is to be replaced.
  func place(of path: String) throws(FileError) -> WritePath.Place {
    try WritePath.place(of: path, roots: roots)
  }

  /// Why a path that was given is none that anything may be written through: a link below the root
  /// of a repository, the last part of the path included.
  func obstacle(on path: String) -> FileError? {
    // A page may be named by its folder, and `.` is one.
    let isFolder = ["", ".", ".."].contains(
      path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    do throws(FileError) {
      _ = try WritePath.place(of: isFolder ? path + "/x" : path, roots: roots)
      return nil
    } catch {
      return error
    }
  }

  private func checkBoundary(_ place: WritePath.Place) throws(FileError) {
    guard let boundary else { return }
    guard let root = FileIdentity(of: boundary.root), let names = place.names(below: root) else {
      throw FileError(reason: "\(boundary.outside), where it may not write")
    }
    // Whatever it is called: some file systems know it as `GIT~1` too.
    let git = FileIdentity(of: boundary.root + "/.git")
    guard !Boundary.leadIntoGit(names), git.map({ !place.leads(through: $0) }) ?? true else {
      throw FileError(reason: Boundary.inGit("write"))
    }
  }

  /// The number of what the process was given, if a path stands for that.
  private static func descriptor(_ path: String) -> Int32? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard path.hasPrefix("/"), !path.hasSuffix("/") else { return nil }
    switch parts.dropLast() {
    case ["dev"]: return ["stdout": 1, "stderr": 2][parts.last ?? ""]
    case ["dev", "fd"], ["proc", "self", "fd"]:
      guard let number = Int32(parts.last ?? ""), number >= 0 else { return nil }
      return number
    default: return nil
    }
  }
}
