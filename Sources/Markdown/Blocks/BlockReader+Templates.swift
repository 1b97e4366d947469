import LintText

/// Hugo's shortcodes and Liquid's tags that stand alone.
extension BlockReader {
  /// Opens a line, or several, of shortcodes or tags with nothing between them but spaces. They may
  /// interrupt a paragraph, for they are replaced before Markdown is read.
  mutating func openTemplate(_ bytes: Span<UInt8>, _ matched: Int) -> Bool {
    var index = cursor.first
    var info: ByteRange?
    var last: (form: TemplateForm, close: Int)?
    while true {
      guard let form = template(bytes, at: index),
        let close = searches.close(of: form, bytes, from: index + form.length)
      else {
        if let last { searches.note(last.form, notAloneBefore: last.close) }
        return false
      }
      last = (form, close)
      if info == nil { info = Self.name(bytes, from: index + form.length, to: close) }
      index = close
      while index < bytes.count, bytes[index].isBlankByte { index += 1 }
      if index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D { break }
    }
    openUntil(
      Self.endOfLine(bytes, from: index), .template, info: info ?? .none, bytes, matched)
    return true
  }

  private func template(_ bytes: Span<UInt8>, at index: Int) -> TemplateForm? {
    if dialect.contains(.shortcodes) {
      if bytes.has("{{<", at: index) { return .angle }
      if bytes.has("{{%", at: index) { return .percent }
    }
    return dialect.contains(.liquidTags) && bytes.has("{%", at: index) ? .liquid : nil
  }

  /// The name that a shortcode or tag begins with; that of a closing shortcode has its `/`.
  static func name(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> ByteRange {
    var lower = start
    while lower < end, bytes[lower].isSpace || bytes[lower] == 0x2D { lower += 1 }
    var upper = lower
    while upper < end,
      bytes[upper].isWordByte || bytes[upper] == 0x2D || bytes[upper] == 0x2F
        || bytes[upper] == 0x2E
    {
      upper += 1
    }
    return ByteRange(lower, upper)
  }
}

/// How a template begins and ends.
enum TemplateForm: Int {
  /// `{{< name >}}`
  case angle
  /// `{{% name %}}`
  case percent
  /// `{% name %}`
  case liquid

  var length: Int { self == .liquid ? 2 : 3 }

  var close: StaticString {
    switch self {
    case .angle: ">}}"
    case .percent: "%}}"
    case .liquid: "%}"
    }
  }
}
