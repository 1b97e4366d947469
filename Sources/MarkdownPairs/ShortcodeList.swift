import LintText

/// The shortcodes of a page from top to bottom, also those in code: they are replaced before Markdown is read.
struct ShortcodeList {
  struct Item {
    /// With its delimiters.
    let range: ByteRange
    /// `<` or `%`.
    let form: UInt8
    /// With the `/` of one that closes another.
    let name: ByteRange
    /// What stands between the delimiters.
    let content: ByteRange
  }

  private(set) var list: [Item] = []
  /// What begins like one and does not end so, or is one with spaces in its delimiters.
  private(set) var broken: [ByteRange] = []
  /// What has no sign behind its first braces and one before its last ones, `{{ name %}}`, or the reverse.
  /// Templates of other programs may look so.
  private(set) var halved: [ByteRange] = []

  init(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    while let open = bytes.firstIndex(of: 0x7B, from: index) {
      index = open + 1
      guard let (inner, form, isSpaced) = Self.opening(bytes, at: open) else {
        if let end = Self.halved(bytes, at: open) {
          halved.append(ByteRange(open, end))
          index = end
        }
        continue
      }
      let end = Self.end(bytes, from: inner)
      index = max(end, open + 1)
      guard !isSpaced, let close = Self.closing(bytes, inner..<end, form) else {
        // Braces of templates with a comparison in them, `{{ < 3 }}`, have no name.
        let name = Self.name(bytes, in: inner..<end)
        if !name.isEmpty {
          var upper = end
          while bytes[upper - 1].isSpace { upper -= 1 }
          broken.append(ByteRange(open, upper))
        }
        continue
      }
      // `{{</* name */>}}` shows one.
      if bytes.has("/*", at: inner) { continue }
      list.append(
        Item(
          range: ByteRange(open, end), form: form, name: Self.name(bytes, in: inner..<close),
          content: ByteRange(inner, close)))
    }
  }

  /// Where the content of one begins whose braces stand at an index.
  private static func opening(_ bytes: Span<UInt8>, at index: Int) -> (Int, UInt8, Bool)? {
    var next = index + 1
    var isSpaced = false
    if bytes.has(" {", at: next) {
      next += 1
      isSpaced = true
    }
    guard bytes.has("{", at: next) else { return nil }
    next += 1
    if bytes.has(" <", at: next) || bytes.has(" %", at: next) {
      next += 1
      isSpaced = true
    }
    guard next < bytes.count, bytes[next] == 0x3C || bytes[next] == 0x25 else { return nil }
    return (next + 1, bytes[next], isSpaced)
  }

  /// Where `{{ name … %}}` ends that begins at an index.
  private static func halved(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes.has("{{", at: index) else { return nil }
    let end = end(bytes, from: index + 2)
    guard end - index >= 7, bytes.has("}}", at: end - 2),
      bytes[end - 3] == 0x25 || bytes[end - 3] == 0x3E,
      !name(bytes, in: index + 2..<end).isEmpty
    else { return nil }
    return end
  }

  /// Where it ends: behind its `}}`, at the next that begins, or at an empty line.
  private static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes.has("}}", at: index) { return index + 2 }
      if bytes.has("{{", at: index) || bytes.has("\n\n", at: index)
        || bytes.has("\n\r\n", at: index)
      {
        return index
      }
      index += 1
    }
    return index
  }

  /// Where the closing delimiter begins that belongs to a form.
  private static func closing(_ bytes: Span<UInt8>, _ range: Range<Int>, _ form: UInt8) -> Int? {
    let sign: UInt8 = form == 0x3C ? 0x3E : form
    let place = range.upperBound - 3
    guard place >= range.lowerBound, bytes.has("}}", at: place + 1), bytes[place] == sign else {
      return nil
    }
    return place
  }

  private static func name(_ bytes: Span<UInt8>, in range: Range<Int>) -> ByteRange {
    var lower = range.lowerBound
    while lower < range.upperBound, bytes[lower].isSpace { lower += 1 }
    var upper = lower
    while upper < range.upperBound,
      bytes[upper].isWordByte || bytes[upper] == 0x2D || bytes[upper] == 0x2F
        || bytes[upper] == 0x2E
    {
      upper += 1
    }
    return ByteRange(lower, upper)
  }
}
