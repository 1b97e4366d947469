import CGlibc
import Glibc
import LintCore

/// Questions to git about a repository; there is no answer, and no complaint, when it can't be run.
struct Git {
  let root: String

  /// Where the files come from, if they come from somewhere.
  var repository: Run.Repository? {
    guard let revision = ask("rev-parse", "--verify", "--quiet", "HEAD"),
      let remote = ask("config", "--get", "remote.origin.url"),
      let url = Self.webAddress(of: remote)
    else { return nil }
    return Run.Repository(
      url: url, revision: revision, branch: ask("symbolic-ref", "--quiet", "--short", "HEAD"))
  }

  /// The address of a remote as a browser takes it: without a user, a password or `.git`; `nil` for
  /// a remote that is not on the web.
  static func webAddress(of remote: String) -> String? {
    var scheme = "https"
    var rest = remote[...]
    if let end = remote.firstRange(of: "://") {
      switch remote[..<end.lowerBound].lowercased() {
      case "https", "ssh", "git+ssh", "ssh+git", "git": break
      case "http": scheme = "http"
      default: return nil
      }
      rest = remote[end.upperBound...]
    } else {
      // `git@host:owner/name`; without a colon, or with a slash before it, it is a folder.
      guard let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") else { return nil }
      rest.replaceSubrange(colon...colon, with: "/")
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    var host = rest[..<slash]
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    // The port of ssh is not the web's.
    if !remote.lowercased().hasPrefix("http"), let colon = host.lastIndex(of: ":") {
      host = host[..<colon]
    }
    var path = rest[slash...]
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix(".git") { path.removeLast(4) }
    let isClean = (host + path).utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !#""<>\^`{|}?#"#.utf8.contains($0)
    }
    guard !host.isEmpty, !path.isEmpty, isClean else { return nil }
    return "\(scheme)://\(host)\(path)"
  }

  /// The first line that a git command prints; `nil` when it fails or prints nothing.
  private func ask(_ words: String...) -> String? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    if ends[1] != 1 { unsafe posix_spawn_file_actions_addclose(&actions, ends[1]) }
    var arguments = unsafe (["git", "-C", root] + words).map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(&child, "git", &actions, nil, &arguments, loclint_environ())
    close(ends[1])
    guard failure == 0 else { return nil }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(ends[0], &piece, piece.count)
      if count > 0 { output += piece[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { return nil }
    let line = String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    return line.isEmpty ? nil : line
  }
}
