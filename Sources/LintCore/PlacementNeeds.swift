/// What a reporter wants to know of findings and what takes time to work out.
public struct PlacementNeeds: Sendable {
  /// Whether it shows `PlacedFinding.context`.
  public var context: Bool
  /// Works out what each line of a file is known by, from line 1, for `PlacedFinding.lineHash`; `nil`
  /// where nobody asks for that.
  public var lineHashes: (@Sendable (Span<UInt8>) -> [String])?
  /// How many columns a scalar beyond ASCII takes, for `Place.displayColumn`; `nil` where nobody asks
  /// for that.
  public var width: (@Sendable (UInt32) -> Int)?

  public init(
    context: Bool = false, lineHashes: (@Sendable (Span<UInt8>) -> [String])? = nil,
    width: (@Sendable (UInt32) -> Int)? = nil
  ) {
    self.context = context
    self.lineHashes = lineHashes
    self.width = width
  }

  /// Nothing of it.
  public static let none = PlacementNeeds()

  /// Adds what another reporter wants.
  public mutating func formUnion(_ other: PlacementNeeds) {
    context = context || other.context
    lineHashes = lineHashes ?? other.lineHashes
    width = width ?? other.width
  }
}
