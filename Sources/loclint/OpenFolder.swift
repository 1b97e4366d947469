import CGlibc
import Glibc
import LintCore

/// A folder that stays the same one while it is open, whatever becomes of its path.
final class OpenFolder: Sendable {
  /// For calls that end in `at`; nothing can be read from it.
  let descriptor: Int32
  let identity: FileIdentity

  private init(descriptor: Int32) throws(FileError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let number = errno
      close(descriptor)
      throw FileError(number: number)
    }
    self.descriptor = descriptor
    identity = FileIdentity(status)
  }

  /// The root of the file system.
  convenience init() throws(FileError) {
    try self.init(descriptor: try Self.open("/", in: AT_FDCWD))
  }

  deinit { close(descriptor) }

  /// A folder in this one; a link to a folder is refused.
  func folder(_ name: String) throws(FileError) -> OpenFolder {
    try OpenFolder(descriptor: try Self.open(name, in: descriptor))
  }

  /// What has a name in it, a link itself and not what it leads to; `nil` when nothing has.
  func status(of name: String) throws(FileError) -> stat? {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    guard errno == ENOENT else { throw FileError(number: errno) }
    return nil
  }

  /// Where a link leads.
  func target(ofLink name: String) throws(FileError) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe readlinkat(descriptor, name, buffer.baseAddress!, buffer.count)
    }
    guard count >= 0 else { throw FileError(number: errno) }
    guard let target = String(validating: bytes[..<count], as: UTF8.self) else {
      throw FileError(reason: "leads through a link that is not UTF-8")
    }
    return target
  }

  /// Makes the names in it last through a power failure.
  func flush() {
    let readable = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard readable >= 0 else { return }
    _ = fsync(readable)
    close(readable)
  }

  // Opened as a path only (`O_PATH`): a folder that may be passed through need not be readable.
  private static func open(_ name: String, in folder: Int32) throws(FileError) -> Int32 {
    let flags = loclint_o_path | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe openat(folder, name, flags)
    guard descriptor >= 0 else { throw FileError(number: errno) }
    return descriptor
  }
}
