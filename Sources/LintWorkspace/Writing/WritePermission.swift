/// Decides what a run may write, for everything that it writes.
package struct WritePermission: Sendable {
  /// Who names a file.
  package enum Author: Sendable { case commandLine, configuration }

  private let inputs: InputFiles
  private let boundary: Boundary?
  private let roots: [FileIdentity]

  /// - Parameters:
  ///   - inputs: What the run reads.
  ///   - boundary: That of the configuration, if there is one.
  package init(inputs: InputFiles = InputFiles(), boundary: Boundary? = nil) {
    self.inputs = inputs
    self.boundary = boundary
    // Outside of any repository, the files of the working folder are taken to be strangers'.
    let root = Repository()?.root ?? FileFinder.canonical(".") ?? "/"
    roots = [root, boundary?.root].compactMap { $0 }.compactMap(FileIdentity.init(of:))
  }

  /// Finds out where a file lies and whether it may be written.
  package func file(_ path: String, by author: Author = .commandLine) throws(FileError)
    -> WritableFile
  {
    if author == .commandLine, let descriptor = Self.descriptor(path) {
      return WritableFile(path: path, target: .descriptor(descriptor))
    }
    let destination = try destination(of: path)
    if author == .configuration { try checkBoundary(destination) }
    guard let status = destination.status else {
      return WritableFile(path: path, target: .file(destination))
    }
    switch status.kind {
    case .folder: throw FileError(reason: "is a folder")
    case .file:
      if let kind = inputs.kind(of: status.identity) {
        throw FileError(reason: "is \(kind) that this run reads, and is not written over")
      }
      return WritableFile(path: path, target: .file(destination))
    default:
      guard author == .commandLine else {
        throw FileError(reason: "is not a file, and only the command line may name such a thing")
      }
      return WritableFile(path: path, target: .special(destination))
    }
  }

  /// Finds out where a page lies that is to be replaced.
  package func destination(of path: String) throws(FileError) -> WritePath.Destination {
    try WritePath.destination(of: path, roots: roots)
  }

  /// Why a path that was given is none that anything may be written through: a link below the root
  /// of a repository, the last part of the path included.
  package func obstacle(on path: String) -> FileError? {
    // A page may be named by its folder, and `.` is one.
    let isFolder = ["", ".", ".."].contains(
      path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    do throws(FileError) {
      _ = try WritePath.destination(of: isFolder ? path + "/x" : path, roots: roots)
      return nil
    } catch {
      return error
    }
  }

  private func checkBoundary(_ destination: WritePath.Destination) throws(FileError) {
    guard let boundary else { return }
    guard let root = FileIdentity(of: boundary.root), let names = destination.names(below: root)
    else {
      throw FileError(reason: "\(boundary.outside), where it may not write")
    }
    // By what it is and not by its name: some file systems know it as `GIT~1`, too.
    let git = FileIdentity(of: boundary.root + "/.git")
    guard !Boundary.leadIntoGit(names), git.map({ !destination.leads(through: $0) }) ?? true else {
      throw FileError(reason: Boundary.inGit("write"))
    }
  }

  /// The descriptor that a path such as `/dev/fd/3` stands for; `nil` for another path.
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
