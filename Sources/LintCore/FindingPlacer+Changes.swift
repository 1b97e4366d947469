import LintText

/// What a fix does, as people see it: the words around its edits, as they are and as they would be.
extension FindingPlacer {
  /// Places that are shown of a fix that mends many.
  private static let mostChanges = 3
  /// Bytes to show on each side of an edit.
  private static let margin = 160
  /// Bytes between two edits that are shown together.
  private static let gap = 80
  /// Bytes to show of what edits take out, and of what they put in.
  private static let longestChange = 1000

  /// - Returns: The first changes, and how many there are besides.
  func changes(of fix: Fix, _ document: borrowing Document)
    -> (shown: [PlacedFinding.Change], others: Int)
  {
    var groups: [Range<Int>] = []
    var others = 0
    var last = ByteRange(0, 0)
    var line = -1
    for (index, edit) in fix.edits.enumerated() {
      let editLine = lines.line(at: edit.range.lower)
      let joins =
        editLine == line && edit.range.lower - last.upper <= Self.gap
        && edit.range.upper - last.lower <= Self.longestChange
      last = ByteRange(joins ? last.lower : edit.range.lower, edit.range.upper)
      line = editLine
      if joins {
        if others == 0 {
          groups[groups.count - 1] = groups[groups.count - 1].lowerBound..<index + 1
        }
      } else if groups.count < Self.mostChanges {
        groups.append(index..<index + 1)
      } else {
        others += 1
      }
    }
    return (groups.map { change(by: fix.edits[$0], document) }, others)
  }

  private func change(by edits: ArraySlice<Fix.Edit>, _ document: borrowing Document)
    -> PlacedFinding.Change
  {
    let bytes = document.bytes.span
    let range = ByteRange(edits.first!.range.lower, edits.last!.range.upper)
    let records = document.allRecords
    let half = self.half(
      range, of: records.index(at: range).map { records[$0] }, document)
    let line = lines.content(of: lines.line(at: max(range.lower, document.start)), in: bytes)
    let lower = min(max(line.lower, half?.lower ?? 0), range.lower)
    let upper = max(min(line.upper, half?.upper ?? .max), range.upper)
    let isCutBefore = range.lower - lower > Self.margin
    let isCutAfter = upper - range.upper > Self.margin
    let start =
      isCutBefore ? max(bytes.scalarBoundary(before: range.lower - Self.margin), lower) : lower
    let end =
      isCutAfter ? max(bytes.scalarBoundary(before: range.upper + Self.margin), range.upper) : upper
    let before = String(bytes.extracting(start..<range.lower))
    let after = String(bytes.extracting(range.upper..<end))
    func excerpt(_ middle: Span<UInt8>) -> PlacedFinding.Excerpt {
      let isLong = middle.count > Self.longestChange
      let shown = isLong ? middle.scalarBoundary(before: Self.longestChange) : middle.count
      let text = String(middle.extracting(0..<shown))
      return PlacedFinding.Excerpt(
        text: before + text + (isLong ? "" : after),
        marked: before.utf8.count..<before.utf8.count + text.utf8.count,
        isCutBefore: isCutBefore, isCutAfter: isCutAfter || isLong)
    }
    var mended: [UInt8] = []
    var index = range.lower
    for edit in edits {
      for offset in index..<edit.range.lower { mended.append(bytes[offset]) }
      mended += edit.replacement
      index = edit.range.upper
    }
    return PlacedFinding.Change(
      before: excerpt(bytes.extracting(range.lower..<range.upper)), after: excerpt(mended.span))
  }
}
