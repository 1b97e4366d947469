/// Why an input is of interest: something that must always hold did not.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Throws unless a condition holds.
  static func unless(_ condition: Bool, _ text: @autoclosure () -> String) throws(Violation) {
    guard condition else { throw Violation(text()) }
  }
}
