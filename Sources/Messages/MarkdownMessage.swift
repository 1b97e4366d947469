import LintCore
import LintText
import Markdown

/// A message whose markup is that of Markdown: its inlines, by their places in it.
struct MarkdownMessage {
  /// All but placeholders, which are the program's own; of tags, those of HTML.
  let inlines: [Inline]
  /// What is no prose.
  let blanks: [Range<Int>]

  init(_ text: Span<UInt8>) {
    var reader = MarkdownInlines(prose: text)
    let found = reader.read(text, in: ByteRange(0, text.count))
    inlines = reader.list[found].filter { inline in
      switch inline.kind {
      case .placeholder: false
      case .tag: HTMLElements.tag(text, at: inline.range.lower) != nil
      default: true
      }
    }
    guard !found.isEmpty else {
      blanks = []
      return
    }
    let prose = reader.prose
    var blanks: [Range<Int>] = []
    for index in prose.indices where prose[index] != text[index] {
      if let last = blanks.last, last.upperBound == index {
        blanks[blanks.count - 1] = last.lowerBound..<index + 1
      } else {
        blanks.append(index..<index + 1)
      }
    }
    self.blanks = blanks
  }

  /// Code, in which values are examples.
  var code: [Range<Int>] { inlines.filter { $0.kind == .code }.map(\.range.range) }
}
