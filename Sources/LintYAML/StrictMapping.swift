package import LintText

/// A YAML mapping in which every key must be known and every value of its type. What is not so is
/// thrown as a `PlacedError` at the key or value.
package struct StrictMapping: Sendable {
  package let source: YAMLSource
  private let node: YAMLNode
  private let entries: [(key: String, keyNode: YAMLNode, value: YAMLNode)]
  /// The index in `entries` of each key: a file may have many, and each is asked for by name.
  private let indices: [String: Int]

  /// - Parameter what: What the mapping is, with its article.
  /// - Throws: An error when it is no mapping or has a key twice.
  package init(_ node: YAMLNode, _ what: String, in source: YAMLSource) throws(PlacedError) {
    self.node = node
    self.source = source
    guard case .mapping(let pairs) = node.value else {
      throw source.mistake("\(what) is written as keys with values", at: node.range.lowerBound)
    }
    var entries: [(key: String, keyNode: YAMLNode, value: YAMLNode)] = []
    var indices: [String: Int] = [:]
    for pair in pairs {
      guard let key = pair.key.string else {
        throw source.mistake("a key is a word", at: pair.key.range.lowerBound)
      }
      guard indices.updateValue(entries.count, forKey: key) == nil else {
        throw source.mistake("'\(key)' is said twice", at: pair.key.range.lowerBound)
      }
      entries.append((key, pair.key, pair.value))
    }
    self.entries = entries
    self.indices = indices
  }

  /// Throws an error about the first key that is none of these.
  package func allow(_ keys: [String], _ what: String) throws(PlacedError) {
    for entry in entries where !keys.contains(entry.key) {
      let meant = Spelling.closest(to: entry.key, among: keys)
      throw source.mistake(
        "\(what) has no '\(entry.key)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
        at: entry.keyNode.range.lowerBound)
    }
  }

  /// The keys, each with its value, in the order of the file.
  package var keys: [(key: String, keyNode: YAMLNode, value: YAMLNode)] { entries }

  package func node(_ key: String) -> YAMLNode? { indices[key].map { entries[$0].value } }

  /// An error about the mapping, or about the value of a key.
  package func mistake(_ message: String, at key: String? = nil) -> PlacedError {
    source.mistake(message, at: (key.flatMap { self.node($0) } ?? node).range.lowerBound)
  }

  package func lacks(_ key: String) -> PlacedError { mistake("'\(key)' is missing") }

  /// A text that is not empty; `nil` when the key is missing.
  package func string(_ key: String) throws(PlacedError) -> String? {
    guard let node = node(key) else { return nil }
    guard let string = node.string else { throw mistake("'\(key)' is a text", at: key) }
    guard !string.trimmed.isEmpty else { throw mistake("'\(key)' is empty", at: key) }
    return string
  }

  package func required(_ key: String) throws(PlacedError) -> String {
    guard let string = try string(key) else { throw lacks(key) }
    return string
  }

  /// A list of texts, or one text as a list; `nil` when the key is missing.
  package func strings(_ key: String) throws(PlacedError) -> [String]? {
    guard let node = node(key) else { return nil }
    guard let strings = node.strings ?? node.string.map({ [$0] }),
      !strings.isEmpty, !strings.contains(where: \.trimmed.isEmpty)
    else { throw mistake("'\(key)' is a text or a list of texts", at: key) }
    return strings
  }

  /// The texts of such a list, each with its node; a list may be empty, its texts may not.
  package func texts(_ key: String) throws(PlacedError) -> [(text: String, node: YAMLNode)] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.value else {
      return [(try strings(key)?.first ?? "", node)]
    }
    guard !items.isEmpty else { return [] }
    return Array(zip(try strings(key) ?? [], items).map { (text: $0, node: $1) })
  }

  /// The items of a list of any values; `nil` when the key is missing.
  package func items(_ key: String) throws(PlacedError) -> [YAMLNode]? {
    guard let node = node(key) else { return nil }
    guard case .sequence(let items) = node.value else {
      throw mistake("'\(key)' is a list", at: key)
    }
    return items
  }

  /// `true` or `false`; false when it isn't said.
  package func flag(_ key: String) throws(PlacedError) -> Bool {
    switch node(key)?.string {
    case nil where node(key) == nil: return false
    case "true", "yes": return true
    case "false", "no": return false
    default: throw mistake("'\(key)' is true or false", at: key)
    }
  }

  /// A word that is the raw value of a case; `nil` when the key is missing.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(PlacedError)
    -> Choice?
  where Choice.RawValue == String {
    guard let word = try string(key) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    throw mistake(
      "'\(key)' is not '\(word)'"
        + (Spelling.closest(to: word, among: all).map { "; did you mean '\($0)'?" }
          ?? ", but one of: \(all.joined(separator: ", "))"),
      at: key)
  }

  package func requiredChoice<Choice: RawRepresentable & CaseIterable>(_ key: String)
    throws(PlacedError)
    -> Choice where Choice.RawValue == String
  {
    guard let choice: Choice = try choice(key) else { throw lacks(key) }
    return choice
  }

  /// The tags of a list, or of one text; empty when the key is missing.
  package func locales(_ key: String) throws(PlacedError) -> [LocaleTag] {
    var tags: [LocaleTag] = []
    for word in try strings(key) ?? [] {
      guard let tag = LocaleTag(word) else {
        throw mistake("'\(word)' is not a well-formed BCP 47 tag", at: key)
      }
      tags.append(tag)
    }
    return tags
  }
}
