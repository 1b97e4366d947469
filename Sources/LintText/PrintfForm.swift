/// A placeholder of `printf` and its kin: `%s`, `%ld`, `%02d`, `%.2f`, `%1$s`, `%(name)s`, `%@`.
///
/// Only forms that nothing else looks like: no space, no sign and no width without a zero before it, and
/// no letter or digit beside it. `5 % of`, `100%d'` and the bytes of addresses are none.
public enum PrintfForm {
  /// The end of the form at `index`, which holds a percent sign.
  public static func end(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int? {
    guard index == 0 || !(bytes[index - 1].isLetterOrDigit || bytes[index - 1] == 0x25) else {
      return nil
    }
    guard let type = typeStart(bytes, index + 1, end) else { return nil }
    var position = type
    while position < end, position < type + 2, bytes[position] == 0x6C { position += 1 }  // l
    guard position < end, isType(bytes[position]) else { return nil }
    position += 1
    let isAlone =
      position == end
      || !(bytes[position].isLetterOrDigit || bytes[position] == 0x25 || bytes[position] == 0x5F)
    return isAlone ? position : nil
  }

  /// Where the letters for the type begin: behind `1$`, `(name)`, `02` or `.2`.
  private static func typeStart(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    var position = start
    switch bytes[start] {
    case 0x28:  // (
      let limit = min(end, start + 64)
      position += 1
      while position < limit, bytes[position].isWordByte || bytes[position] == 0x2E {
        position += 1
      }
      return position < limit && position > start + 1 && bytes[position] == 0x29
        ? position + 1 : nil
    case 0x30, 0x2E:  // 0 .
      position += 1
      guard position < end, bytes[position].isDigit else { return nil }
      return position + 1
    case 0x31...0x39:
      while position < end, position < start + 2, bytes[position].isDigit { position += 1 }
      return position < end && bytes[position] == 0x24 ? position + 1 : nil
    default: return start
    }
  }

  private static func isType(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x40, 0x63, 0x64, 0x66, 0x69, 0x6F, 0x73, 0x75, 0x78, 0x58: true  // @ c d f i o s u x X
    default: false
    }
  }
}
