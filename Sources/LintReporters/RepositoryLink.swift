import LintCore

/// Addresses of files and lines as the web site of a repository has them.
struct RepositoryLink: Sendable {
  private let site: Site
  private let url: String
  private let revision: String

  /// How sites differ; one that is not known is taken for one like GitHub.
  private enum Site: Sendable {
    case gitHub, gitLab, bitbucket, azure, forgejo
  }

  /// `nil` when there is no address that a browser could open.
  init?(_ repository: Run.Repository?) {
    guard let repository,
      ["https://", "http://"].contains(where: { repository.url.hasPrefix($0) }),
      repository.revision.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      })
    else { return nil }
    url = repository.url
    revision = repository.revision
    let host = repository.url.split(separator: "/").dropFirst().first ?? ""
    if host.contains("gitlab") {
      site = .gitLab
    } else if host.contains("bitbucket") {
      site = .bitbucket
    } else if host == "dev.azure.com" || host.hasSuffix(".visualstudio.com") {
      site = .azure
    } else if ["codeberg", "forgejo", "gitea"].contains(where: { host.contains($0) }) {
      site = .forgejo
    } else {
      site = .gitHub
    }
  }

  /// The repository at the revision that was checked.
  var tree: String {
    switch site {
    case .gitHub: "\(url)/tree/\(revision)"
    case .gitLab: "\(url)/-/tree/\(revision)"
    case .bitbucket, .forgejo: "\(url)/src/\(site == .forgejo ? "commit/" : "")\(revision)"
    case .azure: "\(url)?version=GC\(revision)"
    }
  }

  /// A file, at some of its lines; `nil` for a file outside the repository.
  ///
  /// Markdown is asked for as it is written: rendered, it has no lines.
  func address(of path: String, lines: ClosedRange<Int>? = nil) -> String? {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
    let path = URIReference.relative(path)
    let first = lines?.lowerBound ?? 1
    let last = lines?.upperBound ?? 1
    func anchor(_ prefix: String, _ separator: String) -> String {
      guard lines != nil else { return "" }
      return "#\(prefix)\(first)" + (last > first ? "\(separator)\(last)" : "")
    }
    switch site {
    case .gitHub: return "\(url)/blob/\(revision)/\(path)?plain=1\(anchor("L", "-L"))"
    case .gitLab: return "\(url)/-/blob/\(revision)/\(path)?plain=1\(anchor("L", "-"))"
    case .bitbucket: return "\(url)/src/\(revision)/\(path)\(anchor("lines-", ":"))"
    case .forgejo: return "\(url)/src/commit/\(revision)/\(path)?display=source\(anchor("L", "-L"))"
    case .azure:
      let region =
        lines == nil
        ? "" : "&line=\(first)&lineEnd=\(last + 1)&lineStartColumn=1&lineEndColumn=1"
      return "\(url)?path=/\(path.replacing("&", with: "%26"))&version=GC\(revision)\(region)"
    }
  }
}
