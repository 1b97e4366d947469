/// What the system says of a file.
package struct FileStatus: Sendable {
  enum Kind: Sendable { case file, folder, link, pipe, other }

  let kind: Kind
  let identity: FileIdentity
  /// In bytes.
  let size: Int
  /// Of its owner, its group and all, with the special bits.
  let permissions: UInt32
  let user: UInt32
  let group: UInt32
  /// How many names it has.
  let links: Int

  /// Whether all may write to it, and nobody may remove what is another's: a folder like `/tmp`.
  var isSharedByAll: Bool { permissions & 0o1002 == 0o1002 }

  /// Whether anybody may write to it.
  var isWritableForSome: Bool { permissions & 0o222 != 0 }
}
