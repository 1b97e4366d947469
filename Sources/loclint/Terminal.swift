import LintWorkspace

/// What the process was given to run in.
enum Terminal {
  /// How to decide whether to use colour, or links.
  enum Choice: String { case auto, always, never }

  /// Whether a build runs this, and nobody looks at its warnings.
  static var isBuild: Bool {
    let value = System.variable("CI")
    return !value.isEmpty && value != "false" && value != "0"
  }

  /// Whether to write colours to a descriptor.
  static func hasColor(_ choice: Choice, on descriptor: Int32) -> Bool {
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

  /// Whether to make links of addresses on a descriptor.
  static func hasLinks(_ choice: Choice, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      forcedLinks(System.variable)
        ?? (System.isTerminal(descriptor) && knowsLinks(System.variable))
    }
  }

  /// What the environment says of links whatever a descriptor is; `nil` for nothing.
  static func forcedLinks(_ variable: (String) -> String) -> Bool? {
    let value = variable("FORCE_HYPERLINK")
    return value.isEmpty ? nil : value != "0" && value != "false"
  }

  /// Whether the terminal is known to take OSC 8; others may print it.
  static func knowsLinks(_ variable: (String) -> String) -> Bool {
    let kind = variable("TERM")
    // Inside of these the variables are those of the terminal around them, which sees none of it.
    guard kind != "dumb", !kind.hasPrefix("screen"), !kind.hasPrefix("tmux") else { return false }
    if ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"].contains(kind) {
      return true
    }
    if ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"]
      .contains(variable("TERM_PROGRAM"))
    {
      return true
    }
    // GNOME's and its kin: 0.50.0 crashed on links.
    if let version = Int(variable("VTE_VERSION")), version > 5000 { return true }
    return ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].contains { !variable($0).isEmpty }
  }
}
