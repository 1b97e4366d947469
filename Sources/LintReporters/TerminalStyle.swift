import LintCore

/// The few colours of the text report, and its links, or none.
struct TerminalStyle: Sendable {
  let isOn: Bool
  /// Whether the terminal knows OSC 8, by which text is a link.
  let hasLinks: Bool

  /// What begins bold text.
  var boldStart: String { isOn ? "\u{1B}[1m" : "" }
  /// What ends bold and coloured text.
  var end: String { isOn ? "\u{1B}[0m" : "" }

  func bold(_ text: String) -> String { sequence(boldStart, text) }

  /// What begins text in the colour of a severity.
  func start(of severity: Severity) -> String {
    guard isOn else { return "" }
    return switch severity {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .note: "\u{1B}[1;36m"
    }
  }

  /// Text in the colour of a severity.
  func severity(_ severity: Severity, _ text: String) -> String {
    sequence(start(of: severity), text)
  }

  /// What begins the marks under what explains a finding.
  var relatedStart: String { isOn ? "\u{1B}[36m" : "" }

  /// What begins a line as it is, where a fix changes it.
  var removedStart: String { isOn ? "\u{1B}[31m" : "" }

  /// The same as a fix makes it.
  var addedStart: String { isOn ? "\u{1B}[32m" : "" }

  /// Text that leads to an address, which holds neither spaces nor controls.
  func link(_ text: String, to address: String) -> String {
    hasLinks ? "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" : text
  }

  private func sequence(_ start: String, _ text: String) -> String {
    isOn && !text.isEmpty ? start + text + end : text
  }
}
