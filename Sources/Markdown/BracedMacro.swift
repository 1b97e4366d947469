internal import LintCore
import LintText

/// A macro whose arguments hold spaces: `{{Glossary("Lid", "the lid of a hive")}}`. The arguments may be words
/// for readers, or the name of a heading, so that the name alone is what a translation keeps.
struct BracedMacro {
  let inline: Inline

  /// In bytes; what is longer is text between unrelated braces.
  private static let longest = 400

  /// - Parameter index: of the first opening brace.
  init?(_ bytes: Span<UInt8>, at index: Int, before end: Int) {
    let name = index + 2
    guard bytes.has("{{", at: index), name < end, bytes[name].isLetter else { return nil }
    var open = name
    let limit = min(end, index + Self.longest)
    while open < limit, bytes[open].isLetterOrDigit || bytes[open] == 0x5F { open += 1 }
    guard open < limit, bytes[open] == 0x28 else { return nil }
    var close = open + 1
    while close < limit, !bytes.has(")}}", at: close) {
      let byte = bytes[close]
      guard byte != 0x0A, byte != 0x7B, byte != 0x7D, byte != 0x60 else { return nil }
      close += 1
    }
    guard close + 3 <= limit else { return nil }
    inline = Inline(
      .placeholder, range: ByteRange(index, close + 3), content: ByteRange(name, open))
  }
}
