/// What came of one page of a file; most files have one.
public struct PageReport: Sendable {
  /// The tag of the page's locale, as the first of command line, configuration, page and path has
  /// it; empty when none of them says.
  public let locale: String
  /// Whether the page says that a machine has translated it.
  public let isMachineTranslated: Bool
  /// Those that rules look at.
  public let segments: Int
  /// Those whose translation is not there yet, or waits for somebody to look at it.
  public let unfinished: Int
  /// How far its texts are translated; `nil` on pages that are no messages of programs.
  public let completeness: Completeness?
  /// Words of all sources; 0 unless they were asked for.
  public let sourceWords: Int
  /// How many findings of each rule count and are not listed.
  public internal(set) var unlisted: [UnlistedFindings] = []
  /// How many findings of each rule don't count, by reason.
  public internal(set) var keptBack: [KeptBackFindings] = []

  public init(
    locale: String = "", isMachineTranslated: Bool = false, segments: Int = 0, unfinished: Int = 0,
    completeness: Completeness? = nil, sourceWords: Int = 0
  ) {
    self.locale = locale
    self.isMachineTranslated = isMachineTranslated
    self.segments = segments
    self.unfinished = unfinished
    self.completeness = completeness
    self.sourceWords = sourceWords
  }
}
