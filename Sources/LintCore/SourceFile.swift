import Glibc

/// A file to lint.
public struct SourceFile: Hashable, Sendable {
  /// As it is opened and shown, relative to the working folder where it lies below that.
  public let path: String
  /// Relative to the root of the repository; `path` where there is none.
  public let repositoryPath: String

  public init(path: String, repositoryPath: String? = nil) {
    self.path = path
    self.repositoryPath = repositoryPath ?? path
  }

  /// The report of a file that can't be read.
  public func unreadable(_ reason: String) -> FileReport {
    FileReport(path: path, repositoryPath: repositoryPath, outcome: .unreadable(reason))
  }

  /// The size of the largest file that is read, in bytes, where nobody sets another.
  public static let largest = 256 << 20

  /// All bytes of the file.
  ///
  /// - Parameter most: The largest number of bytes that is read; below 4 GiB, which is what an offset
  ///   can say.
  /// - Throws: What keeps the file from being read: it is missing, no file, too large, not
  ///   permitted.
  public func read(atMost most: Int = Self.largest) throws(FileError) -> [UInt8] {
    let descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileError(number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(number: errno) }
    // A FIFO or a device would block or never end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(reason: status.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is not a file")
    }
    let most = min(most, Int(UInt32.max) - 1)
    guard status.st_size <= most else { throw FileError(largerThan: most) }
    var failure: FileError?
    // One byte more than its size, so that the end is seen at once; a file that grows is read on.
    let size = Int(status.st_size) + 1
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < buffer.count {
        let more = unsafe Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if more == 0 { return }
        if more > 0 {
          count += more
        } else if errno != EINTR {
          failure = FileError(number: errno)
          return
        }
      }
    }
    if let failure { throw failure }
    if bytes.count > Int(status.st_size) { try readRest(descriptor, &bytes, most) }
    return bytes
  }

  private func readRest(_ descriptor: Int32, _ bytes: inout [UInt8], _ most: Int)
    throws(FileError)
  {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let more = unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress!, $0.count)
      }
      if more == 0 { return }
      if more < 0 {
        if errno == EINTR { continue }
        throw FileError(number: errno)
      }
      bytes.append(contentsOf: piece[..<more])
      guard bytes.count <= most else { throw FileError(largerThan: most) }
    }
  }
}
