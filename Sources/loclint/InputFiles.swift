import LintCore

/// What a run reads, which nothing that it writes may take the place of.
struct InputFiles: Sendable {
  private var kinds: [FileIdentity: String] = [:]

  /// - Parameter kind: What they are, with an article: "a page".
  mutating func add(_ paths: some Sequence<String>, as kind: String) {
    for path in paths {
      guard let identity = FileIdentity(of: path) else { continue }
      kinds[identity] = kind
    }
  }

  /// What a file is to the run; `nil` when it is not read.
  func kind(of file: FileIdentity) -> String? { kinds[file] }
}
