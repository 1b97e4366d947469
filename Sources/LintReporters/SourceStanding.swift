/// How a page stands to the latest version of its source.
package enum SourceStanding: Sendable, Equatable {
  /// It was made from that.
  case current
  /// It was made from another one: how many commits have changed the source since, and how many words stand in
  /// its blocks that are new; `nil` where nobody knows.
  case stale(commits: Int?, words: Int?)
  /// Its source was there and is gone.
  case orphaned
  /// Nobody can say.
  case unknown
}
