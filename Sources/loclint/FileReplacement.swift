import Glibc
import LintCore

/// Puts new bytes in the place of a file's at one stroke: whatever goes wrong, the file is there as
/// it was or as it is to be.
struct FileReplacement {
  private let path: String
  private let expected: [UInt8]

  /// - Parameters:
  ///   - path: Of a link, the file is replaced that it leads to.
  ///   - expected: What the file held when it was read.
  init(of path: String, holding expected: [UInt8]) {
    self.path = path
    self.expected = expected
  }

  /// Replaces the file's content; mode and owner stay.
  func write(_ bytes: [UInt8]) throws(FileError) {
    guard let target = FileFinder.canonical(path) else { throw FileError(number: errno) }
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw FileError(number: errno) }
    // The folder would let a write-protected file be replaced, and root may write all of them.
    guard status.st_mode & 0o222 != 0, unsafe faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) == 0
    else { throw FileError(reason: "is write-protected, and was left as it is") }
    let temporary = try ReportFile.createTemporary(beside: target, mode: 0o600)
    do throws(FileError) {
      try fill(temporary.descriptor, with: bytes, status)
      // Between reading and now somebody may have written to it.
      guard try SourceFile(path: target).read() == expected else {
        throw FileError(reason: "has changed since it was read, and was left as it is")
      }
      guard unsafe rename(temporary.path, target) == 0 else { throw FileError(number: errno) }
    } catch {
      unsafe unlink(temporary.path)
      throw error
    }
    flushFolder(of: target)
  }

  private func fill(_ descriptor: Int32, with bytes: [UInt8], _ status: stat) throws(FileError) {
    var output = Output(descriptor: descriptor)
    output.write(bytes.span)
    output.flush()
    var failure = output.failure
    if failure == nil, !isOwned(descriptor, like: status),
      fchown(descriptor, status.st_uid, status.st_gid) != 0
    {
      failure = errno
    }
    // After the owner, for a change of owner takes the special bits away.
    if failure == nil, fchmod(descriptor, status.st_mode & 0o7777) != 0 { failure = errno }
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    // Some file systems tell only now that they had no room.
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let failure { throw FileError(number: failure) }
  }

  private func isOwned(_ descriptor: Int32, like other: stat) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_uid == other.st_uid
      && status.st_gid == other.st_gid
  }

  /// Makes the new name last through a power failure; the file itself is safe by now.
  private func flushFolder(of target: String) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
