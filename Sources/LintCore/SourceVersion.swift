/// Which version of its source a page is compared with, where that is a file of its own.
public enum SourceVersion: String, CaseIterable, Sendable {
  /// The one that the page names.
  case pin
  /// What lies beside the page: whoever put it there says that pages were translated from that.
  case given
  /// That of the time when the page was changed last.
  case commit
  /// The latest.
  case today

  /// Whether it is what the page was translated from. Of another version nobody knows whether a block is
  /// missing or is new.
  public var isKnown: Bool { self == .pin || self == .given }
}
