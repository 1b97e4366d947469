import LintWorkspace

extension Subcommand {
  static let hook = Subcommand(
    "hook", "Have git check pages before a push", usage: "loclint hook install|remove",
    [
      "Writes a script that git runs before each push: loclint then looks at the pages that differ from "
        + "what the other side has, as they are committed, and an error keeps the push back. It is for whoever has no "
        + "pre-commit and no other such tool; a hook that somebody else wrote is left as it is. "
        + "`git push --no-verify` pushes without, `loclint hook remove` takes the script away."
    ],
    operands: .words(HookCommand.Action.allCases.map(\.rawValue)),
    exits: [
      ("0", "The hook is there, or gone."),
      (
        "2",
        "Wrong use, no repository of git, a hook that is not loclint's, or a file that can't be written."
      ),
    ],
    examples: [("loclint hook install", "Check before each push from here.")]
  ) { (call) throws(UsageError) in
    try HookCommand(call.operands, streams: call.streams, temporaries: call.temporaries).run()
  }
}

/// `loclint hook`: installs the script that checks before a push, or takes it away.
struct HookCommand {
  enum Action: String, CaseIterable {
    case install, remove
  }

  private let action: Action
  private let streams: Streams
  private let temporaries: TemporaryFiles

  init(_ operands: [String], streams: Streams, temporaries: TemporaryFiles) throws(UsageError) {
    let names = Action.allCases.map(\.rawValue)
    guard let name = operands.first, operands.count == 1 else {
      throw UsageError("'hook' wants to be told what to do: \(names.joined(separator: " or "))")
    }
    guard let action = Action(rawValue: name) else {
      throw UsageError(unknown: "action of 'hook'", name, among: names)
    }
    self.action = action
    self.streams = streams
    self.temporaries = temporaries
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let hook: PushHook
    do throws(FileError) {
      hook = try PushHook()
    } catch {
      throw UsageError("hook: \(error)", isInHelp: false)
    }
    do throws(FileError) {
      switch action {
      case .install:
        try hook.install(temporaries)
        return streams.print(
          "\(hook.path) is written: git has loclint look at changed pages before each push. "
            + "`git push --no-verify` pushes without, `loclint hook remove` takes it away.\n")
      case .remove:
        guard hook.state != .nothing else { return streams.print("\(hook.path): there is none.\n") }
        try hook.remove()
        return streams.print("\(hook.path) is gone.\n")
      }
    } catch {
      let hint =
        hook.state == .others
        ? ", and was left as it is; to have it check pages, add this to it: "
          + "loclint --changed-since=@{upstream}" : ""
      throw UsageError("\(hook.path): \(error)\(hint)", isInHelp: false)
    }
  }
}
