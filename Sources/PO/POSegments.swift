import LintCore
import LintText

/// The segments of a file: one for each translation that its entries have, or wait for.
struct POSegments {
  private let file: POFile
  /// How many plural forms the header says there are.
  private let forms: Int?
  private let isTemplate: Bool
  private var texts: POTexts
  private(set) var records: [SegmentRecord] = []
  private(set) var places: [PODetail.Place] = []
  private(set) var keys: [ByteRange] = []

  var decoded: DecodedTexts {
    var decoded = texts.decoded
    decoded.prose = decoded.bytes
    return decoded
  }

  init(_ file: POFile, forms: Int?, isTemplate: Bool) {
    self.file = file
    self.forms = forms
    self.isTemplate = isTemplate
    texts = POTexts(file.pieces)
  }

  mutating func read(_ bytes: Span<UInt8>) {
    keys.reserveCapacity(file.entries.count)
    if !isTemplate { records.reserveCapacity(file.entries.count) }
    for index in file.entries.indices { read(index, bytes) }
  }

  private mutating func read(_ index: Int, _ bytes: Span<UInt8>) {
    let entry = file.entries[index]
    guard let id = entry.id, !entry.isHeader else {
      keys.append(.none)
      return
    }
    let source = texts.range(of: id, bytes)
    let plural = entry.plural.flatMap { texts.range(of: $0, bytes) }
    let key =
      entry.context.flatMap { texts.range(of: $0, and: id, bytes) } ?? source ?? id.keyword
    keys.append(key)
    guard !isTemplate, let source else { return }
    // Of languages with one form it stands for all numbers, so the source's plural is what it translates.
    let count = forms ?? entry.targets.count
    for (number, target) in entry.targets.enumerated() {
      let form = target.number ?? 0
      let other = entry.plural != nil && (form > 0 || count == 1) ? plural : source
      guard let half = texts.range(of: target.text, bytes), let other else { continue }
      places.append(PODetail.Place(entry: index, form: form))
      records.append(
        SegmentRecord(
          key: SegmentKey(key), range: range(of: entry, number), target: half, source: other,
          targetInlines: 0..<0, sourceInlines: 0..<0, isCertain: !entry.isDamaged,
          state: state(of: entry, target.text)))
    }
  }

  /// What belongs to a translation: of the first one, all that stands before it.
  private func range(of entry: POEntry, _ number: Int) -> ByteRange {
    let text = entry.targets[number].text
    let start = number == 0 ? entry.range.lowerBound : text.keyword.lowerBound
    let end =
      number + 1 < entry.targets.count
      ? entry.targets[number + 1].text.keyword.lowerBound : entry.range.upperBound
    return ByteRange(Int(start), Int(max(start, end)))
  }

  private func state(of entry: POEntry, _ text: POText) -> SegmentState {
    if entry.isObsolete { return .obsolete }
    if entry.flags.isFuzzy { return .needsReview }
    return text.isEmpty ? .unfinished : .translated
  }
}
