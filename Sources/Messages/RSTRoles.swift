import LintText

/// What a role of reStructuredText leads to.
package struct RSTRoles {
  /// A role with what it must say in each language.
  package struct Role {
    package let inline: RSTInline
    /// Its name and its target, without what only changes how it is shown.
    package let key: [UInt8]
    /// Its name alone.
    package let name: [UInt8]
    /// Where its target stands.
    package let target: Range<Int>
    /// Whether its text is for translating, so that it has no target.
    package let isProse: Bool
  }

  package private(set) var list: [Role] = []

  package init(_ text: Span<UInt8>, _ inlines: [RSTInline]) {
    for inline in inlines where inline.kind == .role {
      list.append(Self.role(text, inline))
    }
  }

  private static func role(_ text: Span<UInt8>, _ inline: RSTInline) -> Role {
    // Names are the same in any letter case (reStructuredText specification, "Interpreted Text").
    let name = text.extracting(inline.role).lowercased
    var target = inline.content
    if text[target.upperBound - 1] == 0x3E,
      let open = lastOpen(text.extracting(target)), open > 0
    {
      target = target.lowerBound + open + 1..<target.upperBound - 1
    }
    var isMarked = false
    while !target.isEmpty, text[target.lowerBound] == 0x7E || text[target.lowerBound] == 0x21 {
      target = target.lowerBound + 1..<target.upperBound
      isMarked = true
    }
    // A dot before a name only says where it is looked for first (Sphinx, "Cross-referencing Python objects").
    if target.count > 1, text[target.lowerBound] == 0x2E, text[target.lowerBound + 1].isLetter {
      target = target.lowerBound + 1..<target.upperBound
    }
    // `func` of `c:func`.
    var start = name.count
    while start > 0, name[start - 1] != 0x3A { start -= 1 }
    let last = name.span.extracting(start..<name.count)
    // An exclamation mark says that it leads nowhere: an example, which may have another name.
    let isProse =
      prose.contains { last.elementsEqual($0) }
      || (last.count > 0 && text[inline.content.lowerBound] == 0x21)
    var key = name + [0x60]
    if !isProse {
      // Behind a mark a space belongs to the name, and nothing has that name.
      if isMarked, !target.isEmpty, text[target.lowerBound].isSpace { key.append(0x20) }
      // `void*` is `void *`; what stands in several lines is one line.
      var isSpace = false
      for index in target {
        let byte = text[index]
        if byte.isSpace {
          isSpace = key.last != 0x60
        } else {
          if isSpace, byte != 0x2A { key.append(0x20) }
          isSpace = false
          key.append(byte)
        }
      }
      if key.suffix(2) == [0x28, 0x29] { key.removeLast(2) }
    }
    return Role(
      inline: inline, key: key, name: name, target: target, isProse: isProse)
  }

  private static func lastOpen(_ text: Span<UInt8>) -> Int? {
    var index = text.count - 1
    while index >= 0 {
      if text[index] == 0x3C { return index }
      index -= 1
    }
    return nil
  }

  /// Whether both are names of roles for objects of a program.
  static func areOfObjects(_ one: Role, _ other: Role) -> Bool {
    [one, other].allSatisfy { role in
      let start = role.name.lastIndex(of: 0x3A).map { $0 + 1 } ?? 0
      let name = role.name.span.extracting(start..<role.name.count)
      return objects.contains { name.elementsEqual($0) }
    }
  }

  /// Sphinx, "Domains": the roles of Python, C and C++ that lead to objects.
  private static let objects: [StaticString] = [
    "mod", "func", "meth", "class", "attr", "exc", "data", "const", "obj", "type", "member",
    "macro",
    "var", "struct", "union", "enum", "enumerator", "concept", "deco",
  ]

  /// Roles whose text is read, or is an example with words in it.
  private static let prose: [StaticString] = [
    "term", "dfn", "samp", "abbr", "guilabel", "menuselection", "file", "kbd", "command",
    "emphasis",
    "strong", "sup", "sub", "title", "index", "math", "code", "any", "abbreviation",
    "title-reference",
    "regexp", "program",
  ]
}
