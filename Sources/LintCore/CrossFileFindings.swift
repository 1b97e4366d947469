import LintText

/// What rules that look across files report of the files of a run.
public final class CrossFileFindings: Sendable {
  /// One finding of a file.
  struct Entry: Sendable {
    let rule: Int
    let page: Int
    let range: ByteRange
    let message: Message
    let arguments: [String]
    let related: Finding.Related?
    /// Whether a page that it follows from has changed, where only changes are asked for.
    let isCausedByChange: Bool
  }

  /// Reads a file; `nil` where that can't be done.
  public typealias Reader = (SourceFile) -> [UInt8]?

  /// By the paths of the files.
  private let digests: [String: UInt64]
  /// Whether all pages were compared, so that what was not found is not there.
  let isComplete: Bool
  private let entries: [String: [Entry]]

  /// Judges facts.
  ///
  /// - Parameters:
  ///   - files: those of the facts, in their order.
  ///   - former: what the rules kept of them before some changed; `nil` where nobody asks for changes.
  ///   - isComplete: whether these are all pages that belong together.
  ///   - needs: what reporters want to know of places.
  ///   - isChanged: whether a file is among those that are asked for.
  ///   - isDeleted: whether a file or a former address was, as `Verdict.absent` tells it.
  ///   - read: reads a file once more, for the places of what explains a finding.
  public init(
    _ facts: FactStore, of files: [SourceFile], before former: FormerFacts? = nil,
    isComplete: Bool = true, needs: PlacementNeeds,
    isChanged: (SourceFile) -> Bool = { _ in false },
    isDeleted: (UInt64) -> Bool = { _ in false }, read: Reader
  ) {
    var digests: [String: UInt64] = [:]
    for (file, digest) in zip(files, facts.digests) {
      if let digest { digests[file.repositoryPath] = digest }
    }
    self.digests = digests
    self.isComplete = isComplete
    let verdicts = facts.verdicts()
    let known = former.map { FormerVerdicts(facts, before: $0, areChanged: files.map(isChanged)) }
    let places =
      needs.omissions.contains(.texts) ? [:] : Self.places(verdicts, facts, files, needs, read)
    var entries: [String: [Entry]] = [:]
    for (index, verdicts) in verdicts where index < files.count {
      let isNew = known?.news(of: verdicts, in: index)
      entries[files[index].repositoryPath] = verdicts.enumerated().map { number, ruled in
        let verdict = ruled.verdict
        return Entry(
          rule: ruled.rule, page: verdict.page.page, range: verdict.range,
          message: verdict.message, arguments: verdict.arguments,
          related: verdict.related.flatMap { related in
            places[related.page.file]?[related.range].map {
              Finding.Related(.none, related.label, in: $0)
            }
          },
          isCausedByChange: verdict.causes.contains { $0 < files.count && isChanged(files[$0]) }
            && isNew?[number] ?? true
            || verdict.absent.contains(where: isDeleted))
      }
    }
    self.entries = entries
  }

  /// Where what explains findings stands, by file and range. Each file is read once more: to keep lines and
  /// excerpts of all pages would take more than all facts.
  private static func places(
    _ verdicts: [Int: [FactStore.RuledVerdict]], _ facts: FactStore, _ files: [SourceFile],
    _ needs: PlacementNeeds, _ read: Reader
  ) -> [Int: [ByteRange: OtherPlace]] {
    var wanted: [Int: Set<ByteRange>] = [:]
    for ruled in verdicts.values.joined() {
      guard let related = ruled.verdict.related, related.page.file < files.count else { continue }
      wanted[related.page.file, default: []].insert(related.range)
    }
    var places: [Int: [ByteRange: OtherPlace]] = [:]
    for (index, ranges) in wanted {
      guard let bytes = read(files[index]), facts.digests[index] == digest(of: bytes) else {
        continue
      }
      let ranges = ranges.sorted()
      let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
      let found = OtherPlace.places(of: ranges, in: bytes, from: start, of: files[index], needs)
      places[index] = Dictionary(zip(ranges, found), uniquingKeysWith: { first, _ in first })
    }
    return places
  }

  /// What tells whether a file is still the same.
  static func digest(of bytes: [UInt8]) -> UInt64 { Hash64(of: bytes.span).value }

  /// Whether a file is no longer what its facts were taken from.
  func isStale(_ bytes: [UInt8], of file: SourceFile) -> Bool {
    digests[file.repositoryPath] != Self.digest(of: bytes)
  }

  func entries(of file: SourceFile) -> [Entry] { entries[file.repositoryPath] ?? [] }

  /// Whether a file has a finding that follows from a page that has changed.
  public func isCausedByChange(in file: SourceFile) -> Bool {
    entries[file.repositoryPath]?.contains(where: \.isCausedByChange) ?? false
  }
}
