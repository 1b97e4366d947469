/// What a format of messages knows of its segments, for the rules that all such formats have.
public protocol MessageDetail: AnyObject, Sendable {
  /// How many characters a translation may have; `nil` where nothing limits it.
  func limit(of segment: Int) -> Int?
}
