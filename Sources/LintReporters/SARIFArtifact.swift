/// Where a file is, as SARIF says it.
struct SARIFArtifact {
  let path: String

  /// The base of all URIs. It has none of its own: a report says nothing of the machine.
  static let root = "SRCROOT"

  func write(to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      // Outside the repository there is nothing that it could be relative to.
      if path.utf8.first == UInt8(ascii: "/") {
        json.member("uri", URIReference.file(path))
      } else {
        json.member("uri", URIReference.relative(path))
        json.member("uriBaseId", Self.root)
      }
    }
  }
}
