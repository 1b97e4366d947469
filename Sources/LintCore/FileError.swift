import Glibc
import LintText

/// Why a file or folder can't be read.
public struct FileError: Error, Hashable, CustomStringConvertible {
  /// A clause in lower case: "permission denied".
  public let description: String

  public init(reason: String) {
    description = reason
  }

  /// - Parameter most: in bytes.
  public init(largerThan most: Int) {
    description = "is larger than \(ByteCount.text(most))"
  }

  /// - Parameter number: an `errno`.
  public init(number: Int32) {
    let message = unsafe String(cString: strerror(number))
    description = message.prefix(1).lowercased() + message.dropFirst()
  }
}
