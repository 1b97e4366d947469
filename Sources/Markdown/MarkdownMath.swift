internal import LintCore
import LintText

/// Formulas between dollar signs, as pages have them that are shown with KaTeX or MathJax.
///
/// The rule is that of most readers: no space behind the sign that opens nor before the one that closes,
/// and no letter or digit on the outer sides, so that `$5 or $6` and `$Home/$User` are none.
enum MarkdownMath {
  /// The formula that begins at `index`, which holds a dollar sign.
  static func read(_ bytes: Span<UInt8>, at index: Int, in half: Range<Int>) -> Inline? {
    guard index == half.lowerBound || !isOuter(bytes[index - 1]) else { return nil }
    let width = index + 1 < half.upperBound && bytes[index + 1] == 0x24 ? 2 : 1
    let start = index + width
    guard start < half.upperBound, bytes[start] != 0x24, width == 2 || !bytes[start].isSpace else {
      return nil
    }
    // Each search ends at the next sign, which is looked at again at most once.
    var close = start
    while close < half.upperBound, bytes[close] != 0x24 {
      // A backslash keeps a sign from being one; code binds first.
      if bytes[close] == 0x60 { return nil }
      close += bytes[close] == 0x5C ? 2 : 1
    }
    let end = close + width
    guard end <= half.upperBound, width == 1 || bytes[close + 1] == 0x24,
      width == 2 || !bytes[close - 1].isSpace,
      end == half.upperBound || !(isOuter(bytes[end]) || opens(bytes[end]))
    else { return nil }
    return Inline(.math, range: ByteRange(index, end), content: ByteRange(start, close))
  }

  private static func isOuter(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x24 || byte == 0x5C || byte == 0x5F
  }

  /// Whether a byte makes a placeholder of the sign before it.
  private static func opens(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x7B }
}
