import LintCore
import LintText

/// A page with its path, from the bytes of one input: what stands before the first NUL is the path,
/// if it is no longer than a path may be.
struct PageInput {
  let path: String
  let bytes: [UInt8]

  static let standardPath = "docs/it-it/page.md"

  init(page: [UInt8]) {
    path = Self.standardPath
    bytes = page
  }

  init(_ input: [UInt8]) {
    guard let end = input.prefix(256).firstIndex(of: 0), end > 0 else {
      path = Self.standardPath
      bytes = input
      return
    }
    path = String(decoding: input[..<end], as: UTF8.self)
    bytes = Array(input[(end + 1)...])
  }

  var file: SourceFile { SourceFile(path: path) }
}

extension [UInt8] {
  /// Whether an offset is none within a scalar of well-formed UTF-8.
  func isBoundary(_ offset: Int) -> Bool {
    guard offset < count, self[offset] & 0xC0 == 0x80 else { return true }
    var lead = offset
    while lead > 0, self[lead] & 0xC0 == 0x80, offset - lead < 3 { lead -= 1 }
    let length =
      switch self[lead] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard lead + length > offset, lead + length <= count else { return true }
    return String(validating: self[lead..<lead + length], as: UTF8.self) == nil
  }

  /// A number that depends on every byte, by which some inputs are chosen for what takes long.
  var mixed: UInt64 { Hash64(of: span).value >> 16 }
}
