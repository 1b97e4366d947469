/// What several checks work out of one segment, worked out once.
public struct SharedWork: ~Copyable {
  private var differences: [InlineDifference?] = Array(
    repeating: nil, count: InlineDifference.Subject.allCases.count)
  /// One bit for each subject that was compared.
  private var compared: UInt8 = 0
  /// What a room of rules has found out about the names of the source: the ranges of those that the
  /// target's prose lacks; `nil` until then.
  public var knownLostNames: [Range<Int>]?
  /// Where the target has what a rule has told of already, so that others that look for the same pass it over:
  /// a few indices into the target.
  public var told: [Range<Int>] = []
  /// What a room of rules has found out about the target: the language that it is in instead of the
  /// page's, by its number in the room; `nil` until then.
  public var knownForeignLanguage: Int??

  /// The source's file, where the page has one: its segments are blocks then, and people may have brought
  /// parts of it up to date by hand.
  public internal(set) var sourceFile: SourceText?
  /// What tells which anchors the page has; `nil` where nothing does.
  public internal(set) var anchors: (any PageAnchors)?

  /// What the segment has; where nobody told, everything.
  public internal(set) var traits = SegmentTraits(rawValue: .max)

  public init() {}

  /// How the halves differ in their links, code or placeholders; `nil` when they do not.
  public mutating func difference(
    of subject: InlineDifference.Subject, _ segment: borrowing Segment
  ) -> InlineDifference? {
    let index = Int(subject.rawValue)
    if compared & 1 << subject.rawValue == 0 {
      compared |= 1 << subject.rawValue
      differences[index] = InlineDifference(segment, subject)
      if sourceFile != nil, subject == .links {
        differences[index]?.pairAlike(in: segment)
        differences[index]?.takeOutOfPlace(in: segment, subject)
      }
    }
    return differences[index]
  }

  /// Forgets a segment.
  mutating func clear() {
    compared = 0
    if knownLostNames != nil { knownLostNames = nil }
    if !told.isEmpty { told = [] }
    knownForeignLanguage = nil
  }
}
