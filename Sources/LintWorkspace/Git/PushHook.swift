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

  /// What loclint looks at is what is pushed: the work tree where it is just that, and else a second one that
  /// goes afterwards. Of a branch that is new to the other side, what it has beyond the main one there.
  ///
  /// Nothing runs that the repository's configuration names: no hook, no monitor, no filter. A name of a
  /// filter may hold anything but the end of a line, so that `-c` can't say each; variables can.
  private static let text = #"""
    #!/bin/sh
    # Written by `loclint hook install`; `loclint hook remove` takes it away.
    # It has loclint look at the pages that differ from what the other side has, before each push: as they
    # are committed, whatever is checked out. `git push --no-verify` pushes without.

    command -v loclint >/dev/null 2>&1 || {
      echo "pre-push: there is no loclint on the PATH, so nothing was checked" >&2
      exit 0
    }
    name=$1
    count=${GIT_CONFIG_COUNT:-0}
    # set_key KEY VALUE: what git is configured with from here on.
    set_key() {
      eval "export GIT_CONFIG_KEY_$count=\$1 GIT_CONFIG_VALUE_$count=\$2"
      count=$((count + 1))
    }
    set_key core.hooksPath /dev/null
    set_key core.fsmonitor ""
    while IFS= read -r key; do
      case $key in
        ?*.required) set_key "$key" false ;;
        ?*) set_key "$key" "" ;;
      esac
    done <<KEYS
    $(git config --name-only --get-regexp '^filter\.')
    KEYS
    export GIT_CONFIG_COUNT="$count"

    folder=
    leave() {
      [ -z "$folder" ] || {
        git worktree remove --force "$folder/pushed" >/dev/null 2>&1
        rm -rf "$folder"
        git worktree prune
      }
      folder=
    }
    trap leave EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM

    # check COMMIT OPTION…
    check() {
      commit=$1
      shift
      if [ "$commit" = "$(git rev-parse --verify --quiet HEAD)" ] \
        && changes=$(git --no-optional-locks status --porcelain --ignore-submodules=all) \
        && [ -z "$changes" ]; then
        loclint "$@" </dev/null
        return
      fi
      folder=$(mktemp -d) \
        && git worktree add --quiet --detach "$folder/pushed" "$commit" >&2 </dev/null \
        || {
          echo "pre-push: $commit can't be laid out to be checked" >&2
          return 2
        }
      (cd "$folder/pushed" && loclint "$@") </dev/null
      result=$?
      leave
      return "$result"
    }

    status=0
    while read -r _ local _ remote; do
      # Only zeros: a branch is deleted here, or is new there. A tag may be one of something else.
      case $local in *[!0]*) ;; *) continue ;; esac
      local=$(git rev-parse --verify --quiet "$local^{commit}") || continue
      since=
      case $remote in *[!0]*) ;; *) remote= ;; esac
      for one in "$remote" "refs/remotes/$name/HEAD" "refs/remotes/$name/main" \
        "refs/remotes/$name/master"; do
        [ -n "$one" ] || continue
        git rev-parse --verify --quiet "$one^{commit}" >/dev/null && since=$one && break
      done
      check "$local" ${since:+"--changed-since=$since"} || status=$?
    done
    [ "$status" -eq 0 ] || echo "pre-push: mend and commit this, or push with --no-verify" >&2
    exit "$status"

    """#
}
