import CGlibc
import Glibc

/// Extended attributes of files.
enum Attributes {
  /// - Returns: Whether the file system has such a thing.
  static func set(_ name: String, _ bytes: [UInt8], of path: String) -> Bool {
    unsafe setxattr(path, name, bytes, bytes.count, 0) == 0
  }

  static func set(_ name: String, _ value: String, of path: String) -> Bool {
    set(name, Array(value.utf8), of: path)
  }

  /// `nil` when there is none.
  static func bytes(_ name: String, of path: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = unsafe getxattr(path, name, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes[..<count])
  }

  static func value(_ name: String, of path: String) -> String? {
    bytes(name, of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An access control list as the system keeps it: the owner may read and write, all may read, and
  /// one user more has rights of his own.
  static func accessList(reader: UInt32, rights: UInt16, mask: UInt16) -> [UInt8] {
    let entries: [(tag: UInt16, rights: UInt16, id: UInt32)] = [
      (0x01, 6, .max), (0x02, rights, reader), (0x04, 4, .max), (0x10, mask, .max),
      (0x20, 4, .max),
    ]
    func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe Array($0) }
    }
    return bytes(UInt32(2)) + entries.flatMap { bytes($0.tag) + bytes($0.rights) + bytes($0.id) }
  }
}
