import LintCore
import LintText

/// Works out where the other half of a segment is likely to say what a finding is about.
enum TextFocus {
  /// The byte of the other half that is as far from its start, measured by the length of each half.
  static func byte(
    in other: String, beside finding: PlacedFinding, _ segment: PlacedFinding.SegmentExcerpt
  ) -> Int {
    let half = segment.side == .target ? segment.target : segment.source
    var offset = finding.excerpt.marked.lowerBound
    if finding.excerpt.isCutBefore {
      offset += start(of: finding.excerpt.text.prefix(24), in: half) ?? 0
    }
    return other.utf8.count * min(offset, half.utf8.count) / max(half.utf8.count, 1)
  }

  /// The byte at which the beginning of an excerpt first stands in its half.
  private static func start(of beginning: Substring, in half: String) -> Int? {
    // Where each scalar is a character and no two are the same, bytes can be compared.
    guard half.utf8Span.span.hasLettersAlone else {
      return half.firstRange(of: beginning).map {
        half.utf8.distance(from: half.startIndex, to: $0.lowerBound)
      }
    }
    let wanted = Array(beginning.utf8)
    guard wanted.count >= 2 else {
      return wanted.first.map { half.utf8Span.span.firstIndex(of: $0) } ?? 0
    }
    return half.utf8Span.span.firstRange(of: wanted.span, from: 0)?.lowerBound
  }
}
