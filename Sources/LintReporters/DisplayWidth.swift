import CGlibc
import Glibc

/// How wide an editor shows a character.
package enum DisplayWidth {
  /// Whether the C library has a locale of UTF-8: without one it knows no widths.
  private static let hasLocale = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil

  /// The columns that the C library gives a scalar; negative where it knows none.
  static func known(_ scalar: UInt32) -> Int {
    hasLocale ? Int(wcwidth(wchar_t(scalar))) : -1
  }

  /// The columns of a scalar; controls are shown as `^A` or `\\200`.
  @Sendable package static func columns(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x20...0x7E: 1
    case 0..<0x20, 0x7F: 2
    case 0x80..<0xA0: 4
    // What the C library does not know is most likely a letter.
    default:
      switch known(scalar) {
      case ..<0: 1
      case let width: width
      }
    }
  }
}
