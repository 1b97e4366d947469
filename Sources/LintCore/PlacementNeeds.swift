/// What a reporter wants to know of findings and what takes time to work out.
public struct PlacementNeeds: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `PlacedFinding.context`.
  public static let context = PlacementNeeds(rawValue: 1)
  /// `PlacedFinding.lineHash`.
  public static let lineHash = PlacementNeeds(rawValue: 2)
}
