import LintWorkspace

/// What the process was given to run in.
enum Terminal {
  /// How to decide whether to use colour.
  enum Color: String { case auto, always, never }

  /// Whether a build runs this, and nobody looks at its warnings.
  static var isBuild: Bool {
    let value = System.variable("CI")
    return !value.isEmpty && value != "false" && value != "0"
  }

  /// Whether to write colours to a descriptor.
  static func hasColor(_ choice: Color, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      forced(System.variable)
        ?? (System.isTerminal(descriptor) && System.variable("TERM") != "dumb")
    }
  }

  /// What the environment says of colours whatever a descriptor is; `nil` for nothing.
  ///
  /// - Parameter variable: Tells a variable; empty for one that is not set.
  static func forced(_ variable: (String) -> String) -> Bool? {
    // Who wants none has a reason that no build server knows.
    if !variable("NO_COLOR").isEmpty { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      let value = variable(name)
      // npm's programs take "0" and "false" for no, BSD's take "0" for nothing said.
      if name == "FORCE_COLOR", ["0", "false"].contains(value) { return false }
      if !value.isEmpty, value != "0" { return true }
    }
    return variable("CLICOLOR") == "0" ? false : nil
  }
}
