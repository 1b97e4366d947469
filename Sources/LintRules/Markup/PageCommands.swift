import LintCore
import LintText

/// The commands that the sources of a page name beyond doubt.
struct PageCommands {
  /// Names that somebody runs or that stand in code.
  private var names: Set<[UInt8]> = []
  /// What verbs each noun has been seen with.
  private var verbs: [[UInt8]: Set<[UInt8]>] = [:]

  init(_ document: borrowing Document) {
    for index in document.records.indices where document.records[index].isCertain {
      add(document.segment(index))
    }
    addLines(document.bytes.span)
  }

  /// Adds the commands that lines begin with: all prose has markup before it, code in fences has none.
  private mutating func addLines(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      var end = index
      while end < bytes.count, bytes[end].isLetterOrDigit || bytes[end] == 0x2D { end += 1 }
      if end > index, bytes[index].isUppercase, end - index <= Names.longest,
        end == bytes.count || bytes[end].isSpace,
        CommandName(bytes.extracting(index..<end)) != nil
      {
        names.insert(bytes.extracting(index..<end).lowercased)
      }
      index = bytes.endOfLine(from: end)
    }
  }

  /// Whether a name is one of them, or several commands have its noun.
  func has(_ name: Span<UInt8>) -> Bool {
    if names.contains(name.lowercased) { return true }
    guard let command = CommandName(name) else { return false }
    let noun = Self.noun(of: name, command)
    return noun.count >= 4 && (verbs[noun]?.count ?? 0) >= 2
  }

  private mutating func add(_ segment: borrowing Segment) {
    let bytes = segment.source.bytes
    var mentions = LiteralContext.Mentions()
    var hyphen = 0
    while let found = bytes.firstIndex(of: 0x2D, from: hyphen) {
      hyphen = found + 1
      guard found > 1, hyphen < bytes.count, bytes[found - 1].isLowercase, bytes[hyphen].isUppercase
      else { continue }
      var (start, end) = (found - 1, hyphen)
      while start > 0, bytes[start - 1].isLetter { start -= 1 }
      while end < bytes.count, bytes[end].isLetterOrDigit { end += 1 }
      if start > 0, bytes[start - 1] == 0x2D || bytes[start - 1].isWordByte { continue }
      if end < bytes.count, bytes[end] == 0x2D || bytes[end].isWordByte { continue }
      let name = bytes.extracting(start..<end)
      guard name.count <= Names.longest, let command = CommandName(name) else { continue }
      let isBlank = segment.source.prose[start] == UInt8.blank
      if (isBlank && isInCode(start, segment))
        || LiteralContext.isCommand(start..<end, segment.source, &mentions)
      {
        names.insert(name.lowercased)
      }
      // Of "the Import-Data and Export-Data wizards" neither is run.
      if LiteralContext.isPartOfNoun(start..<end, segment.source, &mentions) { continue }
      verbs[Self.noun(of: name, command), default: []].insert(
        name.extracting(0..<found - start).lowercased)
    }
  }

  /// The noun in small letters, without the `s` of a plural.
  private static func noun(of name: Span<UInt8>, _ command: CommandName) -> [UInt8] {
    let end = name.count - (name[name.count - 1] == 0x73 ? 1 : 0)
    return name.extracting(command.noun..<end).lowercased
  }

  private func isInCode(_ index: Int, _ segment: borrowing Segment) -> Bool {
    let place = segment.source.range.lower + index
    return LiteralContext.nearest(to: index, segment).contains {
      let inline = segment.sourceInlines[$0]
      return inline.kind == .code && inline.range.lower <= place && place < inline.range.upper
    }
  }
}
