import LintCore

extension Completeness {
  /// Writes its figures into an object that is open.
  func write(to json: inout JSONWriter) {
    json.object("messages") { json in
      for figure in Self.figures { json.member(named: figure.name, self[keyPath: figure.path]) }
    }
  }
}
