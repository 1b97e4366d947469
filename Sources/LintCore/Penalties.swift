/// What a finding costs in a score, by its severity.
///
/// MQM knows neutral (0), minor (1), major (5) and critical (25) errors. Notes are neutral here,
/// warnings minor and errors major: no rule can know that a fault does harm beyond the page, which
/// is what makes one critical.
public struct Penalties: Sendable {
  public let note: Double
  public let warning: Double
  public let error: Double

  public static let standard = Penalties(note: 0, warning: 1, error: 5)

  public init(note: Double, warning: Double, error: Double) {
    self.note = note
    self.warning = warning
    self.error = error
  }

  /// These, but for some.
  public func replacing(_ others: [Severity: Double]) -> Penalties {
    Penalties(
      note: others[.note] ?? note, warning: others[.warning] ?? warning,
      error: others[.error] ?? error)
  }

  public func of(_ severity: Severity) -> Double {
    switch severity {
    case .note: note
    case .warning: warning
    case .error: error
    }
  }
}
