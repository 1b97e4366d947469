import Glibc
import LintCore

/// Replaces what a file holds in one step, by a rename: whatever goes wrong, the file is there as
/// it was or as it is to be.
struct FileReplacement {
  private let destination: WritePath.Destination
  private let temporaries: TemporaryFiles
  private let expected: [UInt8]

  /// - Parameter expected: What the file held when it was read.
  init(
    of destination: WritePath.Destination, holding expected: [UInt8], _ temporaries: TemporaryFiles
  ) {
    self.destination = destination
    self.expected = expected
    self.temporaries = temporaries
  }

  /// Replaces the file's content; mode, owner and attributes stay.
  func write(_ bytes: [UInt8]) throws(FileError) {
    let original = try open()
    defer { close(original) }
    var status = stat()
    guard unsafe fstat(original, &status) == 0 else { throw FileError(number: errno) }
    try check(status)
    let temporary = try temporaries.create(in: destination.folder, mode: 0o600)
    do throws(FileError) {
      try fill(temporary.descriptor, with: bytes, status, original)
      // Between reading and now somebody may have written to it, or replaced it.
      guard try holdsExpected(original),
        let now = try destination.folder.status(of: destination.name),
        FileIdentity(now) == FileIdentity(status)
      else { throw FileError(reason: "has changed since it was read, and was left as it is") }
      if let number = temporaries.move(temporary, to: destination.name) {
        throw FileError(number: number)
      }
    } catch {
      temporaries.remove(temporary)
      throw error
    }
    destination.folder.flush()
  }

  private func open() throws(FileError) -> Int32 {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = unsafe openat(destination.folder.descriptor, destination.name, flags)
    guard descriptor >= 0 else { throw FileError(number: errno) }
    return descriptor
  }

  private func check(_ status: stat) throws(FileError) {
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(reason: "is not a file") }
    // Asked here, for a rename needs no right to the file itself, and root may write to any file.
    guard status.st_mode & 0o222 != 0,
      unsafe faccessat(destination.folder.descriptor, destination.name, W_OK, AT_EACCESS) == 0
    else { throw FileError(reason: "is write-protected, and was left as it is") }
    // To replace it would part it from its other names; to write into it would change what may lie
    // outside of the repository, for nobody can tell where the other names are.
    guard status.st_nlink == 1 else {
      throw FileError(
        reason: "has \(status.st_nlink) names (hard links), which would part, and was left as it is"
      )
    }
  }

  private func fill(
    _ descriptor: Int32, with bytes: [UInt8], _ status: stat, _ original: Int32
  ) throws(FileError) {
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
    do throws(FileError) {
      if failure == nil { try FileAttributes(of: original).copy(to: descriptor) }
    } catch {
      close(descriptor)
      throw error
    }
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

  private func holdsExpected(_ descriptor: Int32) throws(FileError) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = unsafe pread(descriptor, &piece, piece.count, off_t(offset))
      if count == 0 { return offset == expected.count }
      if count < 0 {
        guard errno == EINTR else { throw FileError(number: errno) }
        continue
      }
      guard offset + count <= expected.count,
        piece[..<count].elementsEqual(expected[offset..<(offset + count)])
      else { return false }
      offset += count
    }
  }
}
