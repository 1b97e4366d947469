import Glibc

/// Where a report goes: bytes are gathered and written in large pieces to a file descriptor, or
/// kept when there is none.
public struct Output: Sendable {
  /// What has been gathered and not yet written.
  public private(set) var bytes: [UInt8] = []
  /// Where to write; `nil` keeps everything in `bytes`.
  private let descriptor: Int32?
  /// The number (`errno`) of the first error in writing. What follows it is thrown away.
  public private(set) var failure: Int32?

  /// So many bytes are gathered before they are written.
  private static let size = 1 << 16

  public init(descriptor: Int32? = nil) {
    self.descriptor = descriptor
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
    guard let descriptor else { return }
    var written = 0
    while written < bytes.count, failure == nil {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        // Another process that shares the pipe has made it non-blocking; this waits for room in it.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&ready, 1, -1)
      } else if errno != EINTR {
        failure = errno
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
