import LintText

/// The hashes of lines by which GitHub code scanning knows an alert again, `primaryLocationLineHash`.
///
/// A hash over 100 UTF-16 code units from the start of the line on, without spaces and tabs, as
/// github/codeql-action computes it in `src/fingerprints.ts`, and how many lines up to this one have it.
/// The sum of all units so far, each times a power of a factor, gives it by one subtraction: of what
/// it is a hundred units after the start of the line, what it was there is taken off.
package struct LineHasher {
  /// Of all units so far: each is added to a sum that was multiplied by `factor`.
  private var sum: UInt64 = 0
  /// How many units there were so far.
  private var units = 0
  /// The number of units at which the next line's hash is complete.
  private var due: Int
  /// For each line that has begun, how many units came before it, and their sum.
  private var starts: [(units: Int, sum: UInt64)] = []
  /// Those of the first lines.
  private var hashes: [UInt64] = []

  private static let window = 100
  private static let factor: UInt64 = 37
  /// `factor` to the power of the window's size: by it grows what came before the window.
  private static let power: UInt64 = (0..<window).reduce(1) { power, _ in power &* factor }

  /// What each of some lines is known by: `c129715d7a2bc9a3:1`.
  ///
  /// - Parameter lines: From 1 on, in rising order, and each once; the line after a last line end counts.
  @Sendable package static func hashes(of bytes: Span<UInt8>, at lines: [Int]) -> [String] {
    guard let last = lines.last else { return [] }
    var hasher = LineHasher()
    hasher.read(bytes, lines: last)
    let hashes = hasher.hashes
    // Only lines are counted that have a hash which somebody asks for.
    let wanted = lines.map { $0 <= hashes.count ? hashes[$0 - 1] : 0 }.sorted()
    var counts = [Int](repeating: 0, count: wanted.count)
    var found: [String] = []
    for (index, hash) in hashes.enumerated() {
      let slot = wanted.partitionPoint { $0 < hash }
      guard slot < wanted.count, wanted[slot] == hash else { continue }
      counts[slot] += 1
      guard found.count < lines.count, lines[found.count] == index + 1 else { continue }
      found.append("\(String(hash, radix: 16)):\(counts[slot])")
    }
    return found
  }

  private init() {
    due = Self.window
    starts.append((0, 0))
  }

  /// Reads as far as it takes to know the hashes of the first lines.
  private mutating func read(_ bytes: Span<UInt8>, lines: Int) {
    var offset = 0
    while hashes.count < lines {
      offset = readASCII(bytes, from: offset)
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D {
        let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        offset += isPair ? 2 : 1
        push(0x0A)
        starts.append((units, sum))
        if hashes.count == starts.count - 1 { due = units + Self.window }
      } else if byte >= 0x80 {
        offset += push(bytes, at: offset)
      }
    }
    // What comes behind the last byte, as JavaScript's end of text, and a window of nothing.
    push(0xFFFF)
    for _ in 0..<Self.window where hashes.count < lines { push(0) }
  }

  /// Reads characters of ASCII up to a line end, another character, or the end of a window.
  ///
  /// - Returns: Where the next one is.
  private mutating func readASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    var (sum, units) = (sum, units)
    let due = due
    while offset < bytes.count, units < due {
      let byte = bytes[offset]
      if byte > 0x20 {
        guard byte < 0x80 else { break }
      } else if byte == 0x20 || byte == 0x09 {
        offset += 1
        continue
      } else if byte == 0x0A || byte == 0x0D {
        break
      }
      sum = Self.factor &* sum &+ UInt64(byte)
      units += 1
      offset += 1
    }
    (self.sum, self.units) = (sum, units)
    if units == due { complete() }
    return offset
  }

  private mutating func push(_ unit: UInt64) {
    sum = Self.factor &* sum &+ unit
    units += 1
    if units == due { complete() }
  }

  /// Adds a scalar beyond ASCII; each maximal part of an ill-formed sequence is one U+FFFD, as
  /// `String(decoding:as:)` repairs it.
  ///
  /// - Returns: How many bytes it takes.
  private mutating func push(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let (value, length) = bytes.scalar(at: offset)
    guard (value, length) != (0xFFFD, 1) else {
      push(0xFFFD)
      return bytes.illFormedLength(at: offset)
    }
    if value > 0xFFFF {
      push(UInt64(0xD7C0 + (value >> 10)))
      push(UInt64(0xDC00 + (value & 0x3FF)))
    } else {
      push(UInt64(value))
    }
    return length
  }

  /// Ends the window of the first line that has no hash yet.
  private mutating func complete() {
    hashes.append(sum &- Self.power &* starts[hashes.count].sum)
    due = hashes.count < starts.count ? starts[hashes.count].units + Self.window : .max
  }
}
