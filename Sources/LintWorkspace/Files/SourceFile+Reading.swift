public import LintCore

extension SourceFile {
  /// The size of the largest file that is read, in bytes, where nobody sets another.
  public static let largest = 256 << 20

  /// All bytes of the file.
  ///
  /// - Parameter most: The largest number of bytes that is read; below 4 GiB, which is what an offset
  ///   can say.
  /// - Throws: What keeps the file from being read: it is missing, no file, too large, not
  ///   permitted.
  public func read(atMost most: Int = Self.largest) throws(FileError) -> [UInt8] {
    let descriptor = try System.open(path)
    defer { System.abandon(descriptor) }
    let status = try System.status(of: descriptor)
    // A FIFO or a device would block or never end.
    guard status.kind == .file else {
      throw FileError(reason: status.kind == .folder ? "is a folder" : "is not a file")
    }
    let most = min(most, Int(UInt32.max) - 1)
    guard status.size <= most else { throw FileError(largerThan: most) }
    var failure: FileError?
    // One byte more than its size, so that the end is seen at once; a file that grows is read on.
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: status.size + 1) { buffer, count in
      while count < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        do throws(FileError) {
          let more = try unsafe System.read(descriptor, into: rest)
          if more == 0 { return }
          count += more
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    if bytes.count > status.size { try Self.readRest(descriptor, &bytes, most) }
    return bytes
  }

  private static func readRest(_ descriptor: Int32, _ bytes: inout [UInt8], _ most: Int)
    throws(FileError)
  {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let more = try System.read(descriptor, into: &piece)
      if more == 0 { return }
      bytes += piece[..<more]
      guard bytes.count <= most else { throw FileError(largerThan: most) }
    }
  }
}
