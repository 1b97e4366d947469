import LintText

/// What was looked for beyond a line and not found, so that it is not looked for again.
struct TemplateSearches {
  /// For each form of template, before which offset no close stands that was not found.
  private var closeless: InlineArray<3, Int> = [0, 0, 0]
  /// Where the run of lines ends that was looked at last: at a blank line.
  private var runEnd = 0
  /// Before which offset tags and expressions end on their own line or nowhere.
  var unclosedEnd = 0
  /// Whether a module was looked at whose brackets are never closed.
  var hasOpenModule = false

  /// The end of the first close of a template; a blank line ends the search.
  mutating func close(of form: TemplateForm, _ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start >= closeless[form.rawValue] else { return nil }
    let end = endOfRun(bytes, from: start)
    let run = bytes.extracting(start..<end)
    guard let found = run.firstRange(of: form.close) else {
      closeless[form.rawValue] = end
      return nil
    }
    return start + found.upperBound
  }

  /// Notes that no template which closes at an offset stands alone: all that begin before it, and
  /// behind what was looked at, close there.
  mutating func note(_ form: TemplateForm, notAloneBefore close: Int) {
    closeless[form.rawValue] = close
  }

  /// Where the lines without a blank one between them end.
  mutating func endOfRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
    if start >= runEnd { runEnd = Self.endOfRun(bytes, from: start) }
    return runEnd
  }

  static func endOfRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var line = start
    while line < bytes.count {
      let end = BlockReader.endOfLine(bytes, from: line)
      line = end + (bytes.has("\r\n", at: end) ? 2 : 1)
      var index = line
      while index < bytes.count, bytes[index].isBlankByte { index += 1 }
      if index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D { return end }
    }
    return bytes.count
  }
}
