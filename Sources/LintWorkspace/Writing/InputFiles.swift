/// The files that a run reads, none of which it may write over.
package struct InputFiles: Sendable {
  private var kinds: [FileIdentity: String] = [:]

  package init() {}

  /// - Parameter kind: What they are, with an article: "a page".
  package mutating func add(_ paths: [String], as kind: String) {
    for path in paths {
      guard let identity = FileIdentity(of: path) else { continue }
      kinds[identity] = kind
    }
  }

  /// What a file is to the run; `nil` when it is not read.
  func kind(of file: FileIdentity) -> String? { kinds[file] }
}
