public import LintCore
public import LintText

/// What stands in messages besides prose: placeholders, inline markup of reStructuredText or Markdown, tags and
/// addresses.
public struct MessageInlines: Sendable {
  public private(set) var list: [Inline] = []
  /// What is no prose, as ranges of the document.
  public private(set) var blanks: [ByteRange] = []
  /// What markup of reStructuredText and addresses the text has that was read last.
  public private(set) var digest = MarkupDigest()

  public init() {}

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - start: where it begins in the document.
  ///   - marks: what may stand in it; what is not among these is not looked for.
  /// - Returns: its inlines, by their indices in `list`.
  public mutating func read(
    _ text: Span<UInt8>, from start: Int, _ dialects: MessageDialects, _ marks: StringMarks = .all,
    isMarkdown: Bool = false
  ) -> Range<Int> {
    let first = list.count
    digest = MarkupDigest()
    guard !dialects.contains(.icu) else {
      readICU(text, start)
      return first..<list.count
    }
    if !marks.isDisjoint(with: .ofValues) {
      let arguments = ArgumentScanner(text, dialects, isMarkdown: isMarkdown).arguments
      for argument in arguments where !argument.range.isEmpty {
        let range = ByteRange(start + argument.range.lowerBound, start + argument.range.upperBound)
        list.append(Inline(.placeholder, range: range, content: range))
        blanks.append(range)
      }
    }
    if isMarkdown {
      let message = MarkdownMessage(text)
      list += message.inlines.map { $0.moved(by: start) }
      blanks += message.blanks.map {
        ByteRange(start + $0.lowerBound, start + $0.upperBound)
      }
    } else {
      var markup: [Range<Int>] = []
      if !marks.isDisjoint(with: .ofMarkup) { markup = readMarkup(text, start) }
      if marks.contains(.less) { readTags(text, start, isListed: true, besides: markup) }
    }
    if marks.contains(.colon) { readAddresses(text, start) }
    if list.count > first + 1 {
      list[first...].sort { $0.range < $1.range }
    }
    return first..<list.count
  }

  /// Blanks the placeholders of a part of the file that is decoded elsewhere: what looks at the file's own bytes
  /// sees none of them either.
  public mutating func blank(
    _ text: Span<UInt8>, from start: Int, _ dialects: MessageDialects, _ marks: StringMarks = .all,
    isMarkdown: Bool = false
  ) {
    guard !dialects.contains(.icu) else {
      blanks.append(ByteRange(start, start + text.count))
      return
    }
    if isMarkdown {
      blanks += MarkdownMessage(text).blanks.map {
        ByteRange(start + $0.lowerBound, start + $0.upperBound)
      }
    } else if marks.contains(.less) {
      let markup =
        text.firstIndex(of: 0x3C) == nil || text.firstIndex(of: 0x60) == nil
        ? [] : RSTScanner(text).inlines.map(\.range)
      readTags(text, start, isListed: false, besides: markup)
    }
    guard !marks.isDisjoint(with: .ofValues) else { return }
    for argument in ArgumentScanner(text, dialects).arguments where !argument.range.isEmpty {
      blanks.append(
        ByteRange(start + argument.range.lowerBound, start + argument.range.upperBound))
    }
  }

  /// Leaves what people read: the text outside of arguments and in their branches.
  private mutating func readICU(_ text: Span<UInt8>, _ start: Int) {
    let message = ICUMessage(text)
    func place(_ range: Range<Int>) -> ByteRange {
      ByteRange(start + range.lowerBound, start + range.upperBound)
    }
    guard message.fault == nil else {
      blanks.append(place(0..<text.count))
      return
    }
    for argument in message.arguments {
      guard let first = argument.branches.first else {
        let range = place(argument.range)
        if argument.kind != .numberSign {
          list.append(Inline(.placeholder, range: range, content: range))
        }
        blanks.append(range)
        continue
      }
      let head = place(argument.range.lowerBound..<message.branches[first].content.lowerBound)
      list.append(Inline(.placeholder, range: head, content: head))
      blanks.append(head)
      for (branch, next) in zip(argument.branches, argument.branches.dropFirst()) {
        blanks.append(
          place(
            message.branches[branch].content.upperBound..<message.branches[next].content.lowerBound)
        )
      }
      if let last = argument.branches.last {
        blanks.append(
          place(message.branches[last].content.upperBound..<argument.range.upperBound))
      }
    }
  }

  /// - Returns: the indices of all of it.
  private mutating func readMarkup(_ text: Span<UInt8>, _ start: Int) -> [Range<Int>] {
    let scanner = RSTScanner(text)
    digest.add(scanner, text)
    for inline in scanner.inlines {
      let range = ByteRange(start + inline.range.lowerBound, start + inline.range.upperBound)
      let content = ByteRange(start + inline.content.lowerBound, start + inline.content.upperBound)
      switch inline.kind {
      case .literal: list.append(Inline(.code, range: range, content: content))
      case .role: list.append(Inline(.role, range: range, content: content))
      case .link, .plain, .substitution, .footnote: break
      }
      guard inline.kind != .plain else { continue }
      let words = Self.words(text, inline)
      blanks.append(ByteRange(range.lower, start + words.lowerBound))
      blanks.append(ByteRange(start + words.upperBound, range.upper))
    }
    return scanner.inlines.map(\.range)
  }

  /// The part of markup that people read as words: what stands before an address or a target.
  private static func words(_ text: Span<UInt8>, _ inline: RSTInline) -> Range<Int> {
    let content = inline.content
    guard inline.kind == .link || inline.kind == .role else {
      return content.upperBound..<content.upperBound
    }
    if text[content.upperBound - 1] == 0x3E {
      var open = content.upperBound - 1
      while open > content.lowerBound, text[open] != 0x3C { open -= 1 }
      if text[open] == 0x3C { return content.lowerBound..<open }
    }
    if inline.kind == .link { return content }
    let isProse =
      text.extracting(inline.role).elementsEqual("term")
      || text.extracting(inline.role).elementsEqual("dfn")
    return isProse ? content : content.upperBound..<content.upperBound
  }

  /// Tags of HTML, but for those in markup of reStructuredText, where angle brackets hold targets.
  private mutating func readTags(
    _ text: Span<UInt8>, _ start: Int, isListed: Bool, besides markup: [Range<Int>]
  ) {
    guard var open = text.firstIndex(of: 0x3C), text.firstIndex(of: 0x3E, from: open) != nil else {
      return
    }
    var next = 0
    while true {
      while next < markup.count, markup[next].upperBound <= open { next += 1 }
      let isInMarkup = next < markup.count && markup[next].lowerBound <= open
      if !isInMarkup, let tag = HTMLElements.tag(text, at: open) {
        let range = ByteRange(start + tag.lowerBound, start + tag.upperBound)
        if isListed { list.append(Inline(.tag, range: range)) }
        blanks.append(range)
        open = tag.upperBound - 1
      }
      guard let after = text.firstIndex(of: 0x3C, from: open + 1) else { return }
      open = after
    }
  }

  private mutating func readAddresses(_ text: Span<UInt8>, _ start: Int) {
    var index = 0
    while let found = text.firstRange(of: "://", from: index) {
      var lower = found.lowerBound
      while lower > index, text[lower - 1].isLetterOrDigit { lower -= 1 }
      var upper = found.upperBound
      while upper < text.count, !text[upper].isSpace, text[upper] != 0x3E, text[upper] != 0x22,
        text[upper] != 0x60, text[upper] != 0x29
      { upper += 1 }
      blanks.append(ByteRange(start + lower, start + upper))
      digest.add(address: lower..<upper, text)
      index = upper
    }
  }
}

extension StringMarks {
  /// What begins a placeholder.
  fileprivate static let ofValues: StringMarks = [.dollar, .percent, .brace]
  /// What markup of reStructuredText has, all but addresses.
  fileprivate static let ofMarkup: StringMarks = [.backtick, .bar, .bracket]
}
