import LintCore

/// The script by which git has loclint look at what is about to be pushed.
///
/// One that somebody else wrote is neither replaced nor removed.
package struct PushHook {
  /// What stands at its place.
  package enum State: Equatable, Sendable {
    case nothing, own, others
  }

  /// Where git looks for it, as seen from the working folder.
  package let path: String
  package let state: State

  private static let mark = "# Written by `loclint hook install`"
  /// A hook is a page or so; what is longer is nobody's.
  private static let longest = 1 << 16

  /// - Throws: Why git would not run it there.
  package init() throws(FileError) {
    guard let root = Repository()?.root else {
      throw FileError(reason: "there is no repository of git here")
    }
    let git = Git(root: root)
    guard let folder = git.ask("rev-parse", "--git-common-dir") else {
      throw FileError(reason: "git does not say where its hooks are")
    }
    // The first value is the user's: what loclint itself tells git, which is the last, is to run none.
    let own = git.ask("config", "--get-all", "core.hooksPath")
    guard own == nil || own == "/dev/null" else {
      throw FileError(
        reason: "git takes hooks from '\(own ?? "")', as core.hooksPath says: "
          + "add `loclint --changed-since=@{upstream}` to the one for pre-push there")
    }
    let absolute = (folder.hasPrefix("/") ? folder : root + "/" + folder) + "/hooks/pre-push"
    path = FileFinder.relative(absolute, to: FileFinder.canonical(".") ?? "/")
    state = try Self.state(of: path)
  }

  private static func state(of path: String) throws(FileError) -> State {
    guard FileFinder.exists(path) else { return .nothing }
    let text = String(decoding: try SourceFile(path: path).read(atMost: longest), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().first?.hasPrefix(mark) == true ? .own : .others
  }

  /// Writes it.
  package func install(_ temporaries: TemporaryFiles) throws(FileError) {
    guard state != .others else { throw FileError(reason: "is not loclint's") }
    try ReportFile.write(to: try WritePermission().file(path), isProgram: true, temporaries) {
      $0.write(Self.text)
    }
  }

  /// Removes it.
  package func remove() throws(FileError) {
    guard state == .own else { throw FileError(reason: "is not loclint's") }
    let destination = try WritePermission().destination(of: path)
    System.remove(destination.name, in: destination.folder.descriptor)
    destination.folder.flush()
  }

  /// What loclint looks at is what lies in the work tree, as `--changed-since` has it: what is not committed,
  /// too. Of a branch that is new to the other side, what it has beyond the main one there.
  private static let text = #"""
    #!/bin/sh
    # Written by `loclint hook install`; `loclint hook remove` takes it away.
    # It has loclint look at the pages that differ from what the other side has, before each push.
    # `git push --no-verify` pushes without.

    command -v loclint >/dev/null 2>&1 || {
      echo "pre-push: there is no loclint on the PATH, so nothing was checked" >&2
      exit 0
    }
    status=0
    while read -r _ local _ remote; do
      # Only zeros: a branch is deleted here, or is new there.
      case $local in *[!0]*) ;; *) continue ;; esac
      since=
      case $remote in *[!0]*) set -- "$1" "$remote" ;; *) set -- "$1" ;; esac
      for one in "${2-}" "refs/remotes/$1/HEAD" "refs/remotes/$1/main" "refs/remotes/$1/master"; do
        [ -n "$one" ] || continue
        git rev-parse --verify --quiet "$one^{commit}" >/dev/null && since=$one && break
      done
      loclint ${since:+"--changed-since=$since"} </dev/null || status=$?
    done
    [ "$status" -eq 0 ] || echo "pre-push: mend this, or push with --no-verify" >&2
    exit "$status"

    """#
}
