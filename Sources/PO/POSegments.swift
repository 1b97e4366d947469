import LintCore
import LintText
import Messages

/// The segments of a file: one for each translation that its entries have, or wait for.
struct POSegments {
  private let file: POFile
  /// How many plural forms the header says there are.
  private let forms: Int?
  private let isTemplate: Bool
  /// What texts are written in whose entry has no flag for it.
  private let syntax: MessageSyntax?
  private var texts: POTexts
  private(set) var records: [SegmentRecord] = []
  private(set) var places: [PODetail.Place] = []
  private(set) var keys: [ByteRange] = []
  private(set) var inlines = MessageInlines()

  /// Texts without their escapes.
  var decoded: DecodedTexts {
    var decoded = texts.decoded
    decoded.prose = prose(of: decoded.bytes, from: AddressSpace.decoded)
    return decoded
  }

  init(_ file: POFile, forms: Int?, isTemplate: Bool, _ syntax: MessageSyntax?) {
    self.file = file
    self.forms = forms
    self.isTemplate = isTemplate
    self.syntax = syntax
    texts = POTexts(file.pieces)
  }

  mutating func read(_ bytes: Span<UInt8>) {
    keys.reserveCapacity(file.entries.count)
    if !isTemplate { records.reserveCapacity(file.entries.count) }
    for index in file.entries.indices { read(index, bytes) }
  }

  /// The bytes of an area, with what is no prose blanked.
  func prose(of bytes: [UInt8], from start: Int) -> [UInt8] {
    var prose = bytes
    for range in inlines.blanks where range.lower >= start && range.upper <= start + bytes.count {
      for index in range.lower - start..<range.upper - start { prose[index] = .blank }
    }
    return prose
  }

  /// A half of a segment with what stands in it.
  private struct Half {
    let range: ByteRange
    let inlines: Range<Int>
    /// What of it a translation keeps as it is.
    let markup: MarkupDigest
  }

  private mutating func read(_ index: Int, _ bytes: Span<UInt8>) {
    let entry = file.entries[index]
    guard let id = entry.id, !entry.isHeader else {
      keys.append(.none)
      return
    }
    var dialects = entry.flags.dialects
    let isMarkdown =
      !dialects.contains(.icu) && entry.flags.isMarkdown ?? (syntax == .markdown)
    let isCompared =
      !isTemplate && !entry.isObsolete && !entry.flags.isFuzzy && file.isBegun(entry)
    if isCompared, dialects == .unsaid, entry.flags.isMarkdown == nil,
      syntax == .icu || syntax == nil && isComplexMessage(id, bytes)
    {
      dialects = .icu
    }
    let kind = Kind(dialects: dialects, isMarkdown: isMarkdown, isCompared: isCompared)
    let source = half(id, bytes, kind)
    let plural = entry.plural.flatMap { half($0, bytes, kind) }
    let key =
      entry.context.flatMap { texts.range(of: $0, and: id, bytes) } ?? source?.range ?? id.keyword
    keys.append(key)
    guard !isTemplate, let source else { return }
    // Of languages with one form it stands for all numbers, so the source's plural is what it translates.
    let count = forms ?? entry.targets.count
    for (number, place) in entry.targets.prefix(MessageLimits.forms).enumerated() {
      let target = file.targets[place]
      let form = target.number ?? 0
      let isPlural = entry.plural != nil && (form > 0 || count == 1)
      guard let half = half(target.text, bytes, kind),
        let other = isPlural ? plural : source
      else { continue }
      places.append(
        PODetail.Place(
          entry: index, form: form, other: isPlural ? source.range : plural?.range,
          dialects: dialects, isMarkdown: isMarkdown,
          keepsMarkup: half.markup.isSound && half.markup == other.markup))
      records.append(
        SegmentRecord(
          key: SegmentKey(key), range: range(of: entry, number), target: half.range,
          source: other.range, targetInlines: half.inlines, sourceInlines: other.inlines,
          isCertain: !entry.isDamaged, state: state(of: entry, target.text)))
    }
  }

  /// Whether a source without a flag is an ICU message with a plural or a select, which nothing is by chance.
  private func isComplexMessage(_ text: POText, _ bytes: Span<UInt8>) -> Bool {
    guard text.marks.contains(.brace) else { return false }
    if let range = texts.rangeInFile(of: text) {
      return ICUMessage.isComplex(bytes.extracting(range.range))
    }
    var own = POTexts(file.pieces)
    guard own.range(of: text, bytes) != nil else { return false }
    return ICUMessage.isComplex(own.decoded.bytes.span)
  }

  /// What the texts of an entry are written in, and whether anything looks at them.
  private struct Kind {
    let dialects: MessageDialects
    let isMarkdown: Bool
    let isCompared: Bool
  }

  private mutating func half(_ text: POText, _ bytes: Span<UInt8>, _ kind: Kind) -> Half? {
    guard let range = texts.range(of: text, bytes) else { return nil }
    guard kind.isCompared, !range.isEmpty else {
      return Half(range: range, inlines: 0..<0, markup: MarkupDigest())
    }
    if range.lower < AddressSpace.decoded {
      let read = inlines.read(
        bytes.extracting(range.range), from: range.lower, kind.dialects, text.marks,
        isMarkdown: kind.isMarkdown)
      return Half(range: range, inlines: read, markup: inlines.digest)
    }
    for piece in file.pieces[text.pieces] {
      inlines.blank(
        bytes.extracting(piece.range), from: piece.lower, kind.dialects, text.marks,
        isMarkdown: kind.isMarkdown)
    }
    // Held no longer than the text is read: nothing is copied when the next one is added.
    let all = texts.decoded.bytes
    let decoded = all.span.extracting(
      range.lower - AddressSpace.decoded..<range.upper - AddressSpace.decoded)
    let read = inlines.read(
      decoded, from: range.lower, kind.dialects, text.marks, isMarkdown: kind.isMarkdown)
    return Half(range: range, inlines: read, markup: inlines.digest)
  }

  /// What belongs to a translation: of the first one, all that stands before it.
  private func range(of entry: POEntry, _ number: Int) -> ByteRange {
    let place = entry.targets.lowerBound + number
    let start =
      number == 0 ? entry.range.lowerBound : file.targets[place].text.keyword.lowerBound
    let end =
      place + 1 < entry.targets.upperBound
      ? file.targets[place + 1].text.keyword.lowerBound : entry.range.upperBound
    return ByteRange(Int(start), Int(max(start, end)))
  }

  private func state(of entry: POEntry, _ text: POText) -> SegmentState {
    if entry.isObsolete { return .obsolete }
    if entry.flags.isFuzzy { return .needsReview }
    return text.isEmpty ? .unfinished : .translated
  }
}
