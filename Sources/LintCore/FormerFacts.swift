/// What rules that look across files would have kept of files before they changed.
public struct FormerFacts: Sendable {
  /// By the indices of files in their order of today; `nil` for one that was not there.
  public let changed: [Int: FileFacts?]
  /// Of files that are there no more.
  public let gone: [FileFacts]

  public init(changed: [Int: FileFacts?], gone: [FileFacts]) {
    self.changed = changed
    self.gone = gone
  }
}
