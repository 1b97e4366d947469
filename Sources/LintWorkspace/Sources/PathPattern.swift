import LintText

/// A path with names in braces, each of which stands for a part of a path.
struct PathPattern: Sendable {
  /// A clause.
  struct Mistake: Error {
    let message: String
  }

  /// What a name stands for in a path.
  struct Value {
    let name: String
    let value: String
  }

  private enum Piece: Equatable {
    case text(String)
    case name(String)
  }

  /// The pieces of each folder and of the name.
  private let parts: [[Piece]]
  /// The index of `{path}` in `parts`.
  private let rest: Int?
  let names: [String]

  private static let path = "path"
  private static let locale = "locale"

  init(_ text: String) throws(Mistake) {
    guard !text.isEmpty, !text.hasPrefix("/"), !text.utf8.contains(0) else {
      throw Mistake(message: "it is no path below the folder of the file that names it")
    }
    var parts: [[Piece]] = []
    var names: [String] = []
    for part in text.split(separator: "/") where part != "." {
      guard part != ".." else {
        throw Mistake(message: "it leads out of the folder of the file that names it")
      }
      let pieces = try Self.pieces(of: part)
      for case .name(let name) in pieces {
        guard !names.contains(name) else {
          throw Mistake(message: "'{\(name)}' stands in it twice")
        }
        if name == Self.path, pieces.count > 1 {
          throw Mistake(message: "'{path}' is all between two slashes")
        }
        names.append(name)
      }
      parts.append(pieces)
    }
    guard !names.isEmpty else {
      throw Mistake(message: "it holds no name in braces, as in content/{locale}/{path}")
    }
    self.parts = parts
    self.names = names
    rest = parts.firstIndex { $0 == [.name(Self.path)] }
  }

  private static func pieces(of part: Substring) throws(Mistake) -> [Piece] {
    var pieces: [Piece] = []
    var rest = part
    while !rest.isEmpty {
      guard rest.first == "{" else {
        let text = rest.prefix { $0 != "{" }
        pieces.append(.text(String(text)))
        rest = rest[text.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: "}") else { throw Mistake(message: "a brace is open") }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }) else {
        throw Mistake(message: "'{\(name)}' is no name of small letters")
      }
      if case .name? = pieces.last {
        throw Mistake(message: "'{\(name)}' follows another name, with nothing between them")
      }
      pieces.append(.name(String(name)))
      rest = rest[rest.index(after: end)...]
    }
    // Of more than two, nobody could tell where one ends.
    guard pieces.count <= 5,
      pieces.count(where: { if case .name = $0 { true } else { false } }) <= 2
    else { throw Mistake(message: "more than two names stand between two slashes") }
    return pieces
  }

  /// What the names stand for in a path; `nil` where it is none of these.
  func values(in path: String) -> [Value]? {
    let folders = path.split(separator: "/")
    var values: [Value] = []
    guard let rest else {
      guard folders.count == parts.count else { return nil }
      for (folder, pieces) in zip(folders, parts) {
        guard Self.match(folder, pieces[...], &values) else { return nil }
      }
      return values
    }
    let behind = parts.count - rest - 1
    guard folders.count >= parts.count else { return nil }
    for index in 0..<rest where !Self.match(folders[index], parts[index][...], &values) {
      return nil
    }
    let end = folders.count - behind
    values.append(
      Value(name: Self.path, value: folders[rest..<end].joined(separator: "/")))
    for index in 0..<behind
    where !Self.match(folders[end + index], parts[rest + 1 + index][...], &values) {
      return nil
    }
    return values
  }

  /// Whether a folder's name is made of pieces; of two names the first takes as much as it can.
  private static func match(
    _ folder: Substring, _ pieces: ArraySlice<Piece>, _ values: inout [Value]
  ) -> Bool {
    var (folder, pieces) = (folder, pieces)
    if case .text(let text)? = pieces.first {
      guard folder.utf8.starts(with: text.utf8) else { return false }
      folder = folder[folder.utf8.index(folder.startIndex, offsetBy: text.utf8.count)...]
      pieces = pieces.dropFirst()
    }
    if case .text(let text)? = pieces.last {
      guard folder.utf8.count >= text.utf8.count,
        folder.utf8.suffix(text.utf8.count).elementsEqual(text.utf8)
      else { return false }
      folder = folder[..<folder.utf8.index(folder.endIndex, offsetBy: -text.utf8.count)]
      pieces = pieces.dropLast()
    }
    guard case .name(let first)? = pieces.first else { return folder.isEmpty }
    guard pieces.count > 1, case .text(let text) = pieces[pieces.startIndex + 1],
      case .name(let last)? = pieces.last
    else { return add(first, folder, &values) }
    var rest = folder
    while let found = rest.lastIndex(of: text) {
      let (before, after) = (
        folder[..<found],
        folder[folder.utf8.index(found, offsetBy: text.utf8.count)...]
      )
      var both = values
      if add(first, before, &both), add(last, after, &both) {
        values = both
        return true
      }
      rest = folder[..<found]
      // A locale has no dot: what is before is for the first name alone.
      if last == locale { return false }
    }
    return false
  }

  private static func add(_ name: String, _ value: Substring, _ values: inout [Value]) -> Bool {
    guard !value.isEmpty else { return false }
    if name == locale {
      guard let tag = LocaleTag(fileName: String(value)), tag.isOfKnownLanguage else {
        return false
      }
    }
    values.append(Value(name: name, value: String(value)))
    return true
  }

  /// The path in which names stand for values.
  func path(with values: [Value]) -> String {
    parts.map { pieces in
      pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .name(let name): values.first { $0.name == name }?.value ?? ""
        }
      }.joined()
    }.joined(separator: "/")
  }

  /// The folders before the first name.
  var folder: String {
    parts.dropLast().prefix { pieces in
      pieces.allSatisfy { if case .text = $0 { true } else { false } }
    }
    .map { pieces in
      pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }.joined(separator: "/")
  }
}

extension Substring {
  /// Where a text comes last.
  fileprivate func lastIndex(of text: String) -> Index? {
    guard !text.isEmpty, utf8.count >= text.utf8.count else { return nil }
    var index = utf8.index(endIndex, offsetBy: -text.utf8.count)
    while true {
      if utf8[index...].starts(with: text.utf8) { return index }
      guard index > startIndex else { return nil }
      index = utf8.index(before: index)
    }
  }
}
