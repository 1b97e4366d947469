import LintCore

/// The few colours of the text report, or none.
struct TerminalStyle: Sendable {
  let isOn: Bool

  func bold(_ text: String) -> String { sequence("1", text) }

  /// Text in the colour of a severity.
  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: sequence("1;31", text)
    case .warning: sequence("1;33", text)
    case .note: sequence("1;36", text)
    }
  }

  /// The marks under what explains a finding.
  func related(_ text: String) -> String { sequence("36", text) }

  private func sequence(_ codes: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }
}
