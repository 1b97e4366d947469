/// Where a file is, as SARIF says it.
struct SARIFArtifact {
  private let uri: String
  private let isInRepository: Bool

  /// The base of all URIs. It has none of its own: a report says nothing of the machine.
  static let root = "SRCROOT"

  init(path: String) {
    // Outside the repository there is nothing that it could be relative to.
    isInRepository = path.utf8.first != UInt8(ascii: "/")
    uri = isInRepository ? URIReference.relative(path) : URIReference.file(path)
  }

  func write(to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      json.member("uri", uri)
      if isInRepository { json.member("uriBaseId", Self.root) }
    }
  }
}
