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
    let original = try System.open(destination.name, in: destination.folder.descriptor)
    defer { System.abandon(original) }
    let status = try System.status(of: original)
    try check(status)
    let temporary = try temporaries.create(in: destination.folder, mode: 0o600)
    do throws(FileError) {
      try fill(temporary.descriptor, with: bytes, status, original)
      // Between reading and now somebody may have written to it, or replaced it.
      guard try holdsExpected(original),
        let now = try destination.folder.status(of: destination.name),
        now.identity == status.identity
      else { throw FileError(reason: "has changed since it was read, and was left as it is") }
      try temporaries.move(temporary, to: destination.name)
    } catch {
      temporaries.remove(temporary)
      throw error
    }
    destination.folder.flush()
  }

  private func check(_ status: FileStatus) throws(FileError) {
    guard status.kind == .file else { throw FileError(reason: "is not a file") }
    // Asked here, for a rename needs no right to the file itself, and root may write to any file.
    guard status.isWritableForSome,
      System.isWritable(destination.name, in: destination.folder.descriptor)
    else { throw FileError(reason: "is write-protected, and was left as it is") }
    // To replace it would part it from its other names; to write into it would change what may lie
    // outside of the repository, for nobody can tell where the other names are.
    guard status.links == 1 else {
      throw FileError(
        reason: "has \(status.links) names (hard links), which would part, and was left as it is")
    }
  }

  private func fill(
    _ descriptor: Int32, with bytes: [UInt8], _ status: FileStatus, _ original: Int32
  ) throws(FileError) {
    do throws(FileError) {
      if let number = System.write(descriptor, bytes.span) { throw FileError(number: number) }
      let own = try System.status(of: descriptor)
      if own.user != status.user || own.group != status.group {
        try System.setOwner(of: descriptor, to: status.user, status.group)
      }
      // After the owner, for a change of owner takes the special bits away.
      try System.setPermissions(of: descriptor, to: status.permissions)
      try FileAttributes(of: original).copy(to: descriptor)
      try System.synchronize(descriptor)
    } catch {
      System.abandon(descriptor)
      throw error
    }
    // Some file systems tell only now that they had no room.
    try System.close(descriptor)
  }

  private func holdsExpected(_ descriptor: Int32) throws(FileError) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = try System.read(descriptor, from: offset, into: &piece)
      if count == 0 { return offset == expected.count }
      guard offset + count <= expected.count,
        piece[..<count].elementsEqual(expected[offset..<(offset + count)])
      else { return false }
      offset += count
    }
  }
}
