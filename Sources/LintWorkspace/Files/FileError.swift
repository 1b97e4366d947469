import LintText

/// Why a file or folder can't be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's (`errno`); `nil` where it is loclint that refuses.
  let number: Int32?
  private let reason: String

  package init(reason: String) {
    number = nil
    self.reason = reason
  }

  /// - Parameter most: in bytes.
  package init(largerThan most: Int) {
    self.init(reason: "is larger than \(ByteCount.text(most))")
  }

  /// - Parameter number: The system's, an `errno`.
  package init(number: Int32) {
    self.number = number
    reason = ""
  }

  /// A clause in lower case: "permission denied".
  public var description: String {
    guard let number else { return reason }
    let message = System.message(of: number)
    return message.prefix(1).lowercased() + message.dropFirst()
  }
}
