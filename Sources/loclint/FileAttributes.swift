import CGlibc
import Glibc
import LintCore

/// The extended attributes of a file, with the access control list among them.
struct FileAttributes {
  private let descriptor: Int32

  /// - Parameter descriptor: Of the open file.
  init(of descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Gives another file the same ones, and no others: a folder may give new files an access control
  /// list.
  func copy(to other: Int32) throws(FileError) {
    let names = try names
    for name in try FileAttributes(of: other).names where !names.contains(name) {
      guard unsafe fremovexattr(other, name) != 0 else { continue }
      try fail(name, errno)
    }
    for name in names {
      guard let value = try value(name) else { continue }
      guard unsafe fsetxattr(other, name, value, value.count, 0) != 0 else { continue }
      try fail(name, errno)
    }
  }

  /// Throws unless it was a label of the system's own, which it sets itself and only root may
  /// change.
  private func fail(_ name: String, _ number: Int32) throws(FileError) {
    let isSystems = name.hasPrefix("security.") || name.hasPrefix("trusted.")
    guard !isSystems || ![EPERM, EACCES, ENOTSUP].contains(number) else { return }
    throw FileError(
      reason: "has the attribute '\(name)', which would be lost "
        + "(\(FileError(number: number))), and was left as it is")
  }

  private var names: [String] {
    get throws(FileError) {
      let bytes = try unsafe read { buffer, size in
        unsafe flistxattr(descriptor, buffer?.assumingMemoryBound(to: CChar.self), size)
      }
      return (bytes ?? []).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The value of an attribute; `nil` when somebody has removed it.
  private func value(_ name: String) throws(FileError) -> [UInt8]? {
    try unsafe read { buffer, size in unsafe fgetxattr(descriptor, name, buffer, size) }
  }

  /// Asks for a size, then for as many bytes; somebody may change them in between.
  private func read(_ call: (UnsafeMutableRawPointer?, Int) -> Int) throws(FileError) -> [UInt8]? {
    while true {
      let size = call(nil, 0)
      if size < 0 {
        // A file system without attributes has none to lose.
        guard errno == ENODATA || errno == ENOTSUP else { throw FileError(number: errno) }
        return nil
      }
      guard size > 0 else { return [] }
      var bytes = [UInt8](repeating: 0, count: size)
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe call($0.baseAddress, $0.count) }
      if count >= 0 { return Array(bytes[..<count]) }
      guard errno == ERANGE else { throw FileError(number: errno) }
    }
  }
}
