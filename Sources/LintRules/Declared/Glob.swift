/// A pattern for paths: `*` and `?` stop at a slash, `**` does not.
package struct Glob: Sendable {
  /// What PCRE2 refused.
  package struct Failure: Error {
    package let message: String
  }

  /// As it was written.
  package let text: String
  private let pattern: Pattern
  /// A name without a slash is looked for in every folder.
  private let isName: Bool

  package init(_ text: String) throws(Failure) {
    self.text = text
    var body = text[...]
    while body.hasSuffix("/") { body.removeLast() }
    let hasSlash = body.contains("/")
    // As in a .gitignore: what begins with a slash is no name at any depth.
    if body.hasPrefix("./") { body = body.dropFirst(2) }
    if body.hasPrefix("/") { body = body.dropFirst() }
    // All there is; of two stars alone PCRE2 makes a pattern that matches only emptiness.
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

  /// Whether it matches a path, or, for whoever has not come through them, a folder above it.
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
