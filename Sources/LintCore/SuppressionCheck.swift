/// Looks at the comments that keep findings back.
public protocol SuppressionCheck: Sendable {
  /// Reports what is wrong with a document's suppressions.
  ///
  /// - Parameter ran: the names of the rules that took part in the run.
  func check(_ suppressions: Suppressions, ran: Set<String>, _ report: inout Findings)
}
