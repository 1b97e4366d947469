internal import LintCore
import LintText

/// Reads the keys of TOML that stand before its first table: all that front matter mostly has (TOML 1.0).
///
/// It tells where values lie and does not check them. Tables are left out, and so is what a line has that
/// is no key.
struct FlatTOML {
  private(set) var entries: [Attribute] = []
  private var index: Int
  private let end: Int

  init(_ bytes: Span<UInt8>, in content: ByteRange) {
    index = content.lower
    end = content.upper
    while index < end {
      skipSpace(bytes)
      guard index < end, bytes[index] != 0x5B else { return }
      if let key = key(bytes) { readValue(bytes, of: key) }
      index = bytes.endOfLine(from: index)
    }
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while index < end, bytes[index].isSpace { index += 1 }
  }

  /// Passes a key and the sign behind it.
  private mutating func key(_ bytes: Span<UInt8>) -> ByteRange? {
    let start = index
    if bytes[index] == 0x22 || bytes[index] == 0x27 {
      guard let close = endOfString(bytes, isOnLine: true) else { return nil }
      index = close
    } else {
      while index < end, bytes[index].isWordByte || bytes[index] == 0x2D || bytes[index] == 0x2E {
        index += 1
      }
    }
    let key = ByteRange(start, index)
    while index < end, bytes[index].isBlankByte { index += 1 }
    guard !key.isEmpty, index < end, bytes[index] == 0x3D else { return nil }
    index += 1
    while index < end, bytes[index].isBlankByte { index += 1 }
    return key
  }

  private mutating func readValue(_ bytes: Span<UInt8>, of key: ByteRange) {
    let start = index
    guard index < end else { return add(key, ByteRange(start, start)) }
    switch bytes[index] {
    case 0x22, 0x27:
      let isLong = bytes.has("\"\"\"", at: index) || bytes.has("'''", at: index)
      guard let close = endOfString(bytes, isOnLine: !isLong) else { return }
      index = close
      let quotes = isLong ? 3 : 1
      add(key, ByteRange(start + quotes, close - quotes))
    case 0x5B, 0x7B:
      skipBrackets(bytes)
      add(key, ByteRange(start, index))
    default:
      while index < end, bytes[index] != 0x0A, bytes[index] != 0x23 { index += 1 }
      let value = bytes.extracting(start..<index).trimmedRange
      add(key, ByteRange(start + value.lowerBound, start + value.upperBound))
    }
  }

  private mutating func add(_ key: ByteRange, _ value: ByteRange) {
    entries.append(Attribute(name: key, value: value))
  }

  /// The end of the string at the index: `"…"` with escapes, `'…'` without, or with three quotes each.
  private func endOfString(_ bytes: Span<UInt8>, isOnLine: Bool) -> Int? {
    let quote = bytes[index]
    let length = isOnLine ? 1 : 3
    var next = index + length
    while next < end, !(isOnLine && bytes[next] == 0x0A) {
      if bytes[next] == 0x5C, quote == 0x22 {
        next += 2
        continue
      }
      if bytes[next] == quote, length == 1 || isTriple(bytes, next) {
        return next + length <= end ? next + length : nil
      }
      next += 1
    }
    return nil
  }

  private func isTriple(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes.has("\"\"\"", at: index) || bytes.has("'''", at: index)
  }

  /// Passes an array or an inline table, which may go on in the next lines; all that is left, if it is
  /// never closed.
  private mutating func skipBrackets(_ bytes: Span<UInt8>) {
    var depth = 0
    while index < end {
      switch bytes[index] {
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D:
        depth -= 1
        if depth == 0 {
          index += 1
          return
        }
      case 0x22, 0x27:
        guard let close = endOfString(bytes, isOnLine: !isTriple(bytes, index)) else {
          index = end
          return
        }
        index = close
        continue
      case 0x23:  // #
        index = bytes.endOfLine(from: index)
        continue
      default: break
      }
      index += 1
    }
    index = min(index, end)
  }
}
