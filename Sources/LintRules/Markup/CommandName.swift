import LintText

/// `Get-Item`: an approved verb of PowerShell, a hyphen and a noun.
struct CommandName {
  /// Where the noun begins.
  let noun: Int
  /// Whether the noun has a capital inside, which no ordinary compound has: `Get-HiveLid`, not
  /// `Start-Menu` or `Request-ID`.
  let isCertain: Bool

  init?(_ name: Span<UInt8>) {
    guard name[0].isUppercase, let hyphen = name.firstIndex(of: 0x2D), hyphen >= 3,
      hyphen + 3 <= name.count, name[hyphen + 1].isUppercase
    else { return nil }
    let noun = name.extracting(hyphen + 1..<name.count)
    guard !noun.contains(where: { !$0.isLetterOrDigit }),
      Self.verbs.contains(where: { name.extracting(0..<hyphen).elementsEqual($0) }),
      !Self.compoundEnds.contains(where: { noun.equalsIgnoringCase($0) })
    else { return nil }
    self.noun = hyphen + 1
    isCertain = Self.hasInnerCapital(noun)
  }

  private static func hasInnerCapital(_ noun: Span<UInt8>) -> Bool {
    var smallLetters = 0
    for index in noun.indices {
      if noun[index].isLowercase { smallLetters += 1 }
      if index > 0, noun[index].isUppercase, noun[index - 1].isLowercase { return true }
    }
    // `SPOSite`, not `IDs`.
    return smallLetters >= 2 && noun.count > 2 && noun[1].isUppercase
  }

  private static let verbs: [StaticString] = [
    "Add", "Approve", "Assert", "Backup", "Block", "Build", "Checkpoint", "Clear", "Close",
    "Compare", "Complete", "Compress", "Confirm", "Connect", "Convert", "ConvertFrom",
    "ConvertTo",
    "Copy", "Debug", "Deny", "Deploy", "Disable", "Disconnect", "Dismount", "Edit", "Enable",
    "Enter", "Exit", "Expand", "Export", "Find", "Format", "Get", "Grant", "Group", "Hide",
    "Import", "Initialize", "Install", "Invoke", "Join", "Limit", "Lock", "Measure", "Merge",
    "Mount", "Move", "New", "Open", "Optimize", "Out", "Ping", "Pop", "Protect", "Publish",
    "Push",
    "Read", "Receive", "Redo", "Register", "Remove", "Rename", "Repair", "Request", "Reset",
    "Resize", "Resolve", "Restart", "Restore", "Resume", "Revoke", "Save", "Search", "Select",
    "Send", "Set", "Show", "Skip", "Split", "Start", "Step", "Stop", "Submit", "Suspend",
    "Switch",
    "Sync", "Test", "Trace", "Unblock", "Undo", "Uninstall", "Unlock", "Unprotect", "Unpublish",
    "Unregister", "Update", "Use", "Wait", "Watch", "Write",
  ]

  /// What follows such a verb in a compound of ordinary words: `Add-In`, `Read-Only`, `Open-Source`.
  private static let compoundEnds: [StaticString] = [
    "In", "Ins", "On", "Ons", "Up", "Ups", "Out", "Outs", "Off", "Down", "Over", "By", "To", "Of",
    "Only", "Based", "Driven", "Write", "Back", "Source", "Case", "Cases", "Side", "Level",
    "Time",
    "Through", "As", "Ahead", "Step", "Pong", "Point", "Enabled", "Specific", "Related", "Oriented",
    "Free", "Ready", "Reply", "Response", "Subscribe", "Forward",
  ]
}
