/// A file that may be written, and where it really lies.
package struct WritableFile: Sendable {
  package enum Target: Sendable {
    /// A file that is replaced, or is not there yet.
    case file(WritePath.Destination)
    /// A pipe or device, which can't be replaced.
    case special(WritePath.Destination)
    /// An open file that the process was given, such as `/dev/stdout`.
    case descriptor(Int32)
  }

  /// As the user wrote it.
  package let path: String
  package let target: Target

  /// Whether it is a file, and no pipe, device or descriptor.
  package var isOrdinary: Bool {
    if case .file = target { true } else { false }
  }

  /// Whether both would be written to one file.
  package func isSame(as other: WritableFile) -> Bool {
    guard case .file(let own) = target, case .file(let others) = other.target else {
      return false
    }
    if own.isSame(as: others) { return true }
    guard let status = own.status, let otherStatus = others.status else { return false }
    return status.identity == otherStatus.identity
  }
}
