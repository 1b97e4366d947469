import LintCore
import LintText

/// The texts of a file as ranges: where they stand in it, or decoded where they have escapes or several strings.
struct POTexts {
  private let pieces: [ByteRange]
  var decoded = DecodedTexts()

  init(_ pieces: [ByteRange]) {
    self.pieces = pieces
  }

  /// The range of a text; `nil` where there is no more room for decoded ones.
  mutating func range(of text: POText, _ bytes: Span<UInt8>) -> ByteRange? {
    if let range = rangeInFile(of: text) { return range }
    append(text, bytes)
    return decoded.finish()
  }

  /// The range of a context and a text, which together name an entry.
  mutating func range(of context: POText, and text: POText, _ bytes: Span<UInt8>) -> ByteRange? {
    append(context, bytes)
    // gettext's own sign between the two (gettext manual, "MO Files").
    let between = ByteRange(text.keyword.lower, text.keyword.lower)
    let separator: [UInt8] = [0x04]
    decoded.append(separator.span, for: between)
    append(text, bytes)
    return decoded.finish()
  }

  /// Where a text stands whose bytes are all in one string and none of them an escape.
  func rangeInFile(of text: POText) -> ByteRange? {
    if text.isEmpty {
      let place = pieces[text.pieces].first?.lower ?? text.keyword.upper
      return ByteRange(place, place)
    }
    guard !text.hasEscapes else { return nil }
    if text.pieces.count == 1 { return pieces[text.pieces.lowerBound] }
    var only: ByteRange?
    for piece in pieces[text.pieces] where !piece.isEmpty {
      if only != nil { return nil }
      only = piece
    }
    return only
  }

  private mutating func append(_ text: POText, _ bytes: Span<UInt8>) {
    for piece in pieces[text.pieces] where !piece.isEmpty {
      if text.hasEscapes {
        append(piece, bytes)
      } else {
        decoded.append(bytes.extracting(piece.range), from: piece)
      }
    }
    if text.isEmpty {
      let nothing: [UInt8] = []
      decoded.append(nothing.span, from: ByteRange(text.keyword.upper, text.keyword.upper))
    }
  }

  private mutating func append(_ piece: ByteRange, _ bytes: Span<UInt8>) {
    var start = piece.lower
    var index = start
    let string = bytes.extracting(..<piece.upper)
    while index < piece.upper, let backslash = string.firstIndex(of: 0x5C, from: index) {
      let escape = POEscape.read(bytes, at: backslash, before: piece.upper)
      guard escape.length > 1 else {
        index = backslash + 1
        continue
      }
      if start < backslash {
        decoded.append(bytes.extracting(start..<backslash), from: ByteRange(start, backslash))
      }
      let value = [escape.value]
      decoded.append(value.span, for: ByteRange(backslash, backslash + escape.length))
      start = backslash + escape.length
      index = start
    }
    if start < piece.upper {
      decoded.append(bytes.extracting(start..<piece.upper), from: ByteRange(start, piece.upper))
    }
  }
}
