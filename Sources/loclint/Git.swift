import CGlibc
import Glibc
import LintCore

/// Questions to git about a repository; there is no answer, and no complaint, when it can't be run.
///
/// Who wrote the files of a repository may have written its configuration too, which names programs.
/// None of them runs: what could start one is switched off by options that stand above any file
/// (`safeguards`, `filters`), by the options of each command, and by `GitEnvironment`.
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

  /// The canonical paths that git is told to ignore and does not track; a folder stands for all in
  /// it.
  var ignored: Set<String> {
    guard
      case .success(let output) = run([
        "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory",
      ])
    else { return [] }
    return Set(
      output.split(separator: 0).map { path in
        root + "/" + String(decoding: path.last == 0x2F ? path.dropLast() : path, as: UTF8.self)
      })
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
    return "\(scheme)://" + page(at: host, path)
  }

  /// Host and path of the page for a remote, where a site has another host for SSH.
  private static func page(at host: Substring, _ path: Substring) -> String {
    switch host {
    case "ssh.github.com": return "github.com\(path)"
    case "altssh.gitlab.com": return "gitlab.com\(path)"
    case "altssh.bitbucket.org": return "bitbucket.org\(path)"
    case "ssh.dev.azure.com", "vs-ssh.visualstudio.com":
      let parts = path.split(separator: "/")
      guard parts.count == 4, parts[0] == "v3" else { break }
      return "dev.azure.com/\(parts[1])/\(parts[2])/_git/\(parts[3])"
    default: break
    }
    return "\(host)\(path)"
  }

  /// The first line that a git command prints; `nil` when it fails or prints nothing.
  func ask(_ words: String...) -> String? {
    guard case .success(let output) = run(words) else { return nil }
    let line = String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    return line.isEmpty ? nil : line
  }

  /// Why git gave no answer.
  struct Failure: Error {
    /// What it ended with; `nil` when it was not started at all.
    let status: Int32?
    /// A clause: what the system or git says.
    let reason: String
  }

  /// All that a git command prints that compares files of the work tree with what git has of them.
  ///
  /// Only such a command looks at content, and would put it through the filters that attributes
  /// name, which are programs. Their names are not known beforehand, and no option switches off all
  /// of them, so git is asked for the names first.
  func compare(_ words: [String]) -> Result<[UInt8], Failure> {
    // A filter has several settings, and its name counts once. git fails with 1 when there is no
    // filter.
    var names: Set<[UInt8]> = []
    switch run(["config", "-z", "--name-only", "--get-regexp", "^filter\\."]) {
    case .failure(let failure):
      guard failure.status == 1 else { return .failure(failure) }
    case .success(let output):
      for key in output.split(separator: 0) {
        guard let dot = key.lastIndex(of: 0x2E) else { continue }
        names.insert(Array(key[..<dot]))
      }
    }
    var options: [String] = []
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      // In `-c NAME=VALUE` the name would end at an equals sign, and the filter would still run.
      guard !name.contains(0x3D), let name = String(validating: name, as: UTF8.self) else {
        return .failure(
          Failure(status: nil, reason: "a filter has a name that can't be switched off"))
      }
      for setting in ["clean=", "smudge=", "process=", "required=false"] {
        options += ["-c", "\(name).\(setting)"]
      }
    }
    return run(
      options + words.prefix(1) + Self.comparison + words.dropFirst())
  }

  /// What `git diff` must not do: run programs that compare or convert, or look into submodules,
  /// where it would start another git with their configuration.
  private static let comparison = ["--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]

  /// What stands above all configuration: no monitor of the file system (an empty name, for old
  /// versions run a program called `false`), no hooks, nothing to page with.
  private static let safeguards = [
    "--no-pager", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null",
    "-c", "core.quotePath=false",
  ]

  /// All that a git command prints.
  func run(_ words: [String]) -> Result<[UInt8], Failure> {
    guard let program = GitEnvironment.program else { return .failure(Failure(number: ENOENT)) }
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard unsafe pipe2(&out, O_CLOEXEC) == 0 else { return .failure(Failure(number: errno)) }
    guard unsafe pipe2(&err, O_CLOEXEC) == 0 else {
      let number = errno
      out.forEach { close($0) }
      return .failure(Failure(number: number))
    }
    defer {
      close(out[0])
      close(err[0])
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    let line = ["git", "-C", root] + Self.safeguards + words
    var arguments = unsafe line.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    let environment = GitEnvironment(root: root).variables
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe variables.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let failure = unsafe posix_spawn(&child, program, &actions, nil, &arguments, &variables)
    close(out[1])
    close(err[1])
    guard failure == 0 else { return .failure(Failure(number: failure)) }
    let (output, complaint) = Self.readBoth(out[0], err[0])
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status != 0 else { return .success(output) }
    let reason = String(decoding: complaint.prefix { $0 != 0x0A }, as: UTF8.self)
    // The low seven bits are the signal that ended it, if one did.
    return .failure(Failure(status: status & 0x7F == 0 ? status >> 8 : 128, reason: reason))
  }

  /// Reads two pipes to their ends, whichever has something: git would wait for ever at a full one.
  private static func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var results: [[UInt8]] = [[], []]
    var waiting = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard unsafe poll(&waiting, 2, -1) >= 0 || errno == EINTR else { break }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = unsafe read(waiting[index].fd, &piece, piece.count)
        if count > 0 {
          results[index] += piece[..<count]
        } else if count == 0 || errno != EINTR {
          waiting[index].fd = -1
        }
      }
    }
    return (results[0], results[1])
  }
}

extension Git.Failure {
  /// - Parameter number: an `errno` of starting it.
  fileprivate init(number: Int32) {
    self.init(status: nil, reason: FileError(number: number).description)
  }
}
