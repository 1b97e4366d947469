import LintText

/// The hashes of lines by which GitHub code scanning knows an alert again, `primaryLocationLineHash`.
///
/// A rolling hash over 100 UTF-16 code units from the start of the line on, without spaces and tabs,
/// as github/codeql-action computes it in `src/fingerprints.ts`.
package struct LineHasher {
  /// The code units that the hash is over, as a ring: `index` is that of the oldest.
  private var window: [UInt16] = Array(repeating: 0, count: windowSize)
  /// The line, from 1, that begins with each unit of `window`; 0 where none does.
  private var lineAt: [Int] = Array(repeating: 0, count: windowSize)
  private var hash: UInt64 = 0
  private var index = 0
  /// How many lines have had each hash.
  private var seen: [UInt64: Int] = [:]
  private var hashes: [String]

  private static let windowSize = 100
  private static let factor: UInt64 = 37
  /// `factor` to the power of the window's size: the factor of the unit that leaves the window.
  private static let oldest: UInt64 = (0..<windowSize).reduce(1) { power, _ in power &* factor }

  /// The hash of each line, from line 1; the line after a last line end counts.
  @Sendable package static func hashes(of bytes: Span<UInt8>) -> [String] {
    var hasher = LineHasher()
    hasher.read(bytes)
    return hasher.hashes
  }

  private init() {
    hashes = []
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    var line = 0
    var isAtStart = true
    var followsReturn = false
    func isSkipped(_ unit: UInt16) -> Bool {
      unit == 0x20 || unit == 0x09 || (followsReturn && unit == 0x0A)
    }
    var offset = 0
    while offset <= bytes.count {
      var units: (UInt16, UInt16?) = (0xFFFF, nil)
      if offset < bytes.count {
        let (value, length) = Self.scalar(bytes, at: offset)
        offset += length
        units =
          value > 0xFFFF
          ? (UInt16(0xD7C0 + (value >> 10)), UInt16(0xDC00 + (value & 0x3FF)))
          : (UInt16(value), nil)
      } else {
        offset += 1
      }
      if isSkipped(units.0) {
        followsReturn = false
        continue
      }
      followsReturn = units.0 == 0x0D
      if followsReturn { units.0 = 0x0A }
      push(units.0, line: &line, isAtStart: &isAtStart)
      if let second = units.1 { push(second, line: &line, isAtStart: &isAtStart) }
    }
    for _ in 0..<Self.windowSize {
      emit()
      roll(0)
    }
  }

  /// As `String(decoding:as:)` repairs: each maximal part of an ill-formed sequence is one U+FFFD.
  private static func scalar(_ bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let found = bytes.scalar(at: offset)
    guard found == (0xFFFD, 1) else { return found }
    return (0xFFFD, bytes.illFormedLength(at: offset))
  }

  private mutating func push(_ unit: UInt16, line: inout Int, isAtStart: inout Bool) {
    emit()
    if isAtStart {
      isAtStart = false
      line += 1
      lineAt[index] = line
    }
    if unit == 0x0A { isAtStart = true }
    roll(unit)
  }

  private mutating func roll(_ unit: UInt16) {
    let old = UInt64(window[index])
    window[index] = unit
    hash = Self.factor &* hash &+ UInt64(unit) &- Self.oldest &* old
    index = (index + 1) % Self.windowSize
  }

  /// Hands over the hash of the line that began a window ago.
  private mutating func emit() {
    guard lineAt[index] != 0 else { return }
    seen[hash, default: 0] += 1
    hashes.append("\(String(hash, radix: 16)):\(seen[hash]!)")
    lineAt[index] = 0
  }
}
