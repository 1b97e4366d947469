/// A folder that stays the same one while it is open, whatever becomes of its path.
package final class OpenFolder: Sendable {
  /// For calls that end in `at`; nothing can be read from it.
  let descriptor: Int32
  /// What it was when it was opened.
  let status: FileStatus

  var identity: FileIdentity { status.identity }

  private init(descriptor: Int32) throws(FileError) {
    do throws(FileError) {
      status = try System.status(of: descriptor)
    } catch {
      System.abandon(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  /// The root of the file system.
  convenience init() throws(FileError) {
    try self.init(descriptor: try System.openFolder("/"))
  }

  deinit { System.abandon(descriptor) }

  /// A folder in this one; a link to a folder is refused.
  func folder(_ name: String) throws(FileError) -> OpenFolder {
    try OpenFolder(descriptor: try System.openFolder(name, in: descriptor))
  }

  /// What has a name in it, a link itself and not what it leads to; `nil` when nothing has.
  func status(of name: String) throws(FileError) -> FileStatus? {
    try System.status(of: name, in: descriptor)
  }

  /// Where a link leads.
  func target(ofLink name: String) throws(FileError) -> String {
    let bytes = try System.target(ofLink: name, in: descriptor)
    guard let target = String(validating: bytes, as: UTF8.self) else {
      throw FileError(reason: "leads through a link that is not UTF-8")
    }
    return target
  }

  /// Makes the names in it last through a power failure.
  func flush() { System.synchronizeNames(in: descriptor) }
}
