/// A value of a YAML file, with the range where it stands.
public struct YAMLNode: Sendable {
  public enum Value: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the file; a key may come twice.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// How many lists and mappings may stand in each other.
  public static let deepest = 100

  public let value: Value
  /// Byte offsets into the text.
  public let range: Range<Int>

  /// Reads a text with one document; a text without any is an empty scalar.
  ///
  /// - Throws: What libyaml refuses; an alias, a second document, and more levels than `deepest`.
  public init(_ text: String) throws(YAMLEvents.Failure) {
    let bytes = Array(text.utf8)
    self = try YAMLEvents.read(bytes.span) { (events) throws(YAMLEvents.Failure) in
      let first = try events.next()
      if case .end = first { return YAMLNode(.scalar(""), 0..<0) }
      let node = try Self.node(first, events, depth: 0)
      // libyaml reads on only when it is asked to: what follows would be lost, faults and all.
      guard case .end = try events.next() else {
        throw YAMLEvents.Failure(message: "a second document", offset: events.start)
      }
      return node
    }
  }

  private init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }

  private static func node(
    _ event: YAMLEvents.Event, _ events: YAMLEvents, depth: Int
  ) throws(YAMLEvents.Failure) -> YAMLNode {
    let start = events.start
    guard depth < deepest else {
      throw YAMLEvents.Failure(message: "is nested too deeply", offset: start)
    }
    switch event {
    case .scalar:
      return YAMLNode(.scalar(events.value), start..<events.end)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let event = try events.next()
        if case .sequenceEnd = event { break }
        items.append(try node(event, events, depth: depth + 1))
      }
      return YAMLNode(.sequence(items), start..<events.end)
    case .mappingStart:
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      while true {
        let event = try events.next()
        if case .mappingEnd = event { break }
        let key = try node(event, events, depth: depth + 1)
        entries.append((key, try node(try events.next(), events, depth: depth + 1)))
      }
      return YAMLNode(.mapping(entries), start..<events.end)
    case .alias:
      throw YAMLEvents.Failure(message: "aliases are not read", offset: start)
    case .end, .sequenceEnd, .mappingEnd:
      return YAMLNode(.scalar(""), start..<start)
    }
  }

  /// The value of a key, the first where it comes twice; `nil` when there is none or this is no
  /// mapping.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key.string == key }?.value
  }

  /// `nil` when this is no scalar.
  public var string: String? {
    if case .scalar(let string) = value { string } else { nil }
  }

  /// The scalars of a sequence; `nil` when this is something else.
  public var strings: [String]? {
    guard case .sequence(let items) = value else { return nil }
    let strings = items.compactMap(\.string)
    return strings.count == items.count ? strings : nil
  }
}
