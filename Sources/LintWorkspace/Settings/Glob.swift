import LintRules

/// A pattern for paths: `*` and `?` match no slash, `**` does.
package struct Glob: Sendable {
  /// A glob that is empty or that PCRE2 refuses.
  package struct Failure: Error {
    /// A clause, without a full stop.
    package let message: String
  }

  /// As it was written.
  package let text: String
  private let pattern: Pattern
  /// Whether it has no slash: then it is looked for in every folder.
  private let isName: Bool

  package init(_ text: String) throws(Failure) {
    self.text = text
    var body = text[...]
    while body.hasSuffix("/") { body.removeLast() }
    let hasSlash = body.contains("/")
    // As in a .gitignore: what begins with a slash is no name at any depth.
    if body.hasPrefix("./") { body = body.dropFirst(2) }
    if body.hasPrefix("/") { body = body.dropFirst() }
    // `**` alone takes every path, but PCRE2 makes of it a pattern that matches only the empty one.
    let isAll = body == "**"
    if isAll { body = "*" }
    isName = isAll || !hasSlash
    do throws(Pattern.Failure) {
      pattern = try Pattern(
        try Pattern.converted(glob: String(body)), isCompiledToCode: false)
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// Whether it matches a path.
  ///
  /// - Parameter orFolders: Whether a match of a folder above it counts, too; not needed by who has
  ///   asked for each folder on the way down.
  package func matches(_ path: String, orFolders: Bool = true) -> Bool {
    let bytes = Array(path.utf8)
    let matches = Matches(of: pattern)
    var start = orFolders || !isName ? 0 : (bytes.lastIndex(of: 0x2F) ?? -1) + 1
    var end = start
    while end <= bytes.count {
      if end == bytes.count || (orFolders && bytes[end] == 0x2F) {
        let part = Array(bytes[start..<end])
        if ((try? matches.next(in: part.span)) ?? nil) != nil { return true }
        if isName { start = end + 1 }
      }
      end += 1
    }
    return false
  }
}
