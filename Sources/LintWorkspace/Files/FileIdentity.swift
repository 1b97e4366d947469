/// What a file is to the system, whatever its names are: hard links and letter case change nothing.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let number: UInt

  init(device: UInt, number: UInt) {
    self.device = device
    self.number = number
  }

  /// That of what a path leads to, through links; `nil` when there is nothing.
  init?(of path: String) {
    guard let status = try? System.status(of: path) else { return nil }
    self = status.identity
  }
}
