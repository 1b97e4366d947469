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
      do throws(FileError) {
        try System.removeAttribute(name, of: other)
      } catch {
        try fail(name, error)
      }
    }
    for name in names {
      guard let value = try System.attribute(name, of: descriptor) else { continue }
      do throws(FileError) {
        try System.setAttribute(name, of: other, to: value)
      } catch {
        try fail(name, error)
      }
    }
  }

  /// Throws unless it was a label of the system's own, which it sets itself and only root may
  /// change.
  private func fail(_ name: String, _ error: FileError) throws(FileError) {
    let isSystems = name.hasPrefix("security.") || name.hasPrefix("trusted.")
    guard !isSystems || !error.isRefused else { return }
    throw FileError(
      reason: "has the attribute '\(name)', which would be lost "
        + "(\(error)), and was left as it is")
  }

  private var names: [String] {
    get throws(FileError) {
      let bytes = try System.attributeNames(of: descriptor)
      return (bytes ?? []).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
