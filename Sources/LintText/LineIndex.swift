/// Where the lines of a file begin. A line ends with LF, CR LF or CR.
public struct LineIndex: Sendable {
  /// The offset of the first byte of each line; the first is after a byte order mark.
  public let starts: [Int]
  /// The offset behind the last byte that was looked at.
  public let end: Int

  /// - Parameters:
  ///   - start: The offset of the first line: 3 after a byte order mark, else 0.
  ///   - last: The last offset that will be asked for. Of what follows its line, only the next two
  ///     lines are looked for. `nil` looks for all.
  public init(_ bytes: Span<UInt8>, from start: Int, through last: Int? = nil) {
    var starts = [start]
    var index = start
    let bytes = bytes.extracting(0..<Self.end(of: last, in: bytes))
    // Few files have carriage returns: one search for them is cheaper than a look at each byte.
    let hasReturn = bytes.firstIndex(of: 0x0D, from: start) != nil
    while !hasReturn, let feed = bytes.firstIndex(of: 0x0A, from: index) {
      index = feed + 1
      starts.append(index)
    }
    while hasReturn, index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        starts.append(index)
      }
    }
    self.starts = starts
    end = bytes.count
  }

  /// Just after the third line feed from an offset on: who asks for a line looks at its end and at
  /// the line after it.
  private static func end(of last: Int?, in bytes: Span<UInt8>) -> Int {
    guard var end = last else { return bytes.count }
    for _ in 0..<3 {
      guard let feed = bytes.firstIndex(of: 0x0A, from: end) else { return bytes.count }
      end = feed + 1
    }
    return end
  }

  /// The number, from 0, of the line that holds an offset.
  public func line(at offset: Int) -> Int {
    max(starts.partitionPoint { $0 <= offset } - 1, 0)
  }

  /// The bytes of a line, counted from 0, without its line end.
  public func content(of line: Int, in bytes: Span<UInt8>) -> ByteRange {
    var upper = line + 1 < starts.count ? starts[line + 1] : end
    while upper > starts[line], bytes[upper - 1] == 0x0A || bytes[upper - 1] == 0x0D { upper -= 1 }
    return ByteRange(starts[line], upper)
  }
}
