/// Where a report goes: bytes are gathered and handed on in large pieces, or kept where nobody takes them.
public struct Output: Sendable {
  /// What has been gathered and not yet written.
  public private(set) var bytes: [UInt8] = []
  /// Writes bytes, and returns the number of what went wrong; `nil` keeps everything in `bytes`.
  private let send: (@Sendable (Span<UInt8>) -> Int32?)?
  /// The number of the first error in writing. What follows it is thrown away.
  public private(set) var failure: Int32?

  /// So many bytes are gathered before they are written.
  private static let size = 1 << 16

  /// - Parameter send: Writes bytes, and returns the number of what went wrong; `nil` keeps everything.
  public init(to send: (@Sendable (Span<UInt8>) -> Int32?)? = nil) {
    self.send = send
  }

  public mutating func write(_ string: String) {
    bytes.append(contentsOf: string.utf8)
    if bytes.count >= Self.size { flush() }
  }

  public mutating func write(_ more: Span<UInt8>) {
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    if bytes.count >= Self.size { flush() }
  }

  /// Writes what is left.
  public mutating func flush() {
    guard let send else { return }
    if !bytes.isEmpty, failure == nil { failure = send(bytes.span) }
    bytes.removeAll(keepingCapacity: true)
  }
}
