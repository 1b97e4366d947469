import LintWorkspace

/// What the process was given to run in.
enum Terminal {
  /// How to decide whether to use colour.
  enum Color: String { case auto, always, never }

  /// Whether to write colours to a descriptor.
  static func hasColor(_ choice: Color, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      System.isTerminal(descriptor) && System.variable("NO_COLOR").isEmpty
        && System.variable("TERM") != "dumb"
    }
  }
}
