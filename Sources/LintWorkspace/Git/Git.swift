package import LintCore

/// Questions to git about a repository; there is no answer, and no complaint, when it can't be run.
///
/// Who wrote the files of a repository may have written its configuration too, which names programs.
/// None of them runs: what could start one is switched off by options that stand above any file
/// (`safeguards`, `filters`), by the options of each command, and by `GitEnvironment`.
package struct Git {
  package let root: String

  package init(root: String) {
    self.root = root
  }

  /// Where the files come from, if they come from somewhere.
  package var repository: Run.Repository? {
    guard let revision = ask("rev-parse", "--verify", "--quiet", "HEAD"),
      let remote = ask("config", "--get", "remote.origin.url"),
      let url = Self.webAddress(of: remote)
    else { return nil }
    return Run.Repository(
      url: url, revision: revision, branch: ask("symbolic-ref", "--quiet", "--short", "HEAD"))
  }

  /// The canonical paths that git is told to ignore and does not track; a folder stands for all in
  /// it.
  package var ignored: Set<String> {
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
  package static func webAddress(of remote: String) -> String? {
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
  package func ask(_ words: String...) -> String? {
    guard case .success(let output) = run(words) else { return nil }
    let line = String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    return line.isEmpty ? nil : line
  }

  /// Why git gave no answer.
  package struct Failure: Error {
    /// What it ended with; `nil` when it was not started at all.
    package let status: Int32?
    /// A clause: what the system or git says.
    package let reason: String
  }

  /// All that a git command prints that compares files of the work tree with what git has of them.
  ///
  /// Only such a command looks at content, and would put it through the filters that attributes
  /// name, which are programs. Their names are not known beforehand, and no option switches off all
  /// of them, so git is asked for the names first.
  package func compare(_ words: [String]) -> Result<[UInt8], Failure> {
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

  /// Starts a git command that is asked and answers; `nil` where it can't be started.
  func launch(_ words: [String]) -> System.Child? {
    guard let program = GitEnvironment.program else { return nil }
    return try? System.launch(
      program, ["git", "-C", root] + Self.safeguards + words, GitEnvironment(root: root).variables)
  }

  /// All that a git command prints.
  package func run(_ words: [String]) -> Result<[UInt8], Failure> {
    guard let program = GitEnvironment.program else { return .failure(Failure(FileError.missing)) }
    do throws(FileError) {
      let (status, output, complaint) = try System.run(
        program, ["git", "-C", root] + Self.safeguards + words, GitEnvironment(root: root).variables
      )
      guard status != 0 else { return .success(output) }
      let reason = String(decoding: complaint.prefix { $0 != 0x0A }, as: UTF8.self)
      return .failure(Failure(status: status, reason: reason))
    } catch {
      return .failure(Failure(error))
    }
  }
}

extension Git.Failure {
  /// - Parameter error: Why it could not be started.
  fileprivate init(_ error: FileError) {
    self.init(status: nil, reason: error.description)
  }
}
