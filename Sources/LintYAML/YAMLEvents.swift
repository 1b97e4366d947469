internal import CYAML

/// Reads YAML as a row of events, each with its range, by libyaml.
///
/// libyaml counts Unicode scalars; what is handed out here are byte offsets.
@safe public final class YAMLEvents {
  public enum Event: Sendable {
    case scalar(isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case alias
    /// The end of the text.
    case end
  }

  /// What libyaml refused, with the byte offset that it names.
  public struct Failure: Error, Sendable {
    public let message: String
    public let offset: Int

    public init(message: String, offset: Int) {
      self.message = message
      self.offset = offset
    }
  }

  // libyaml's parser points to itself, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The scalar that was looked up last, by how many come before it, and its byte offset.
  private var scalars = 0
  private var offset = 0
  /// The event that was read last; in memory of its own, for Swift checks each access to a property
  /// of a class while it runs.
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var hasEvent = false

  /// Byte offsets of the event read last.
  public private(set) var start = 0
  public private(set) var end = 0

  /// Reads events from `bytes` as long as `body` runs.
  ///
  /// - Throws: What `body` throws.
  public static func read<Result>(
    _ bytes: Span<UInt8>, _ body: (YAMLEvents) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard !bytes.isEmpty else {
      // libyaml wants a pointer even to nothing, and reads white space as nothing too.
      return try read([0x20].span, body)
    }
    return try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
      try body(unsafe YAMLEvents(buffer))
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress!, bytes.count)
  }

  deinit {
    if hasEvent { unsafe yaml_event_delete(event) }
    unsafe event.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// Reads on to the next event; marks of streams and documents are passed over.
  ///
  /// - Throws: What libyaml refuses.
  public func next() throws(Failure) -> Event {
    while true {
      if hasEvent { unsafe yaml_event_delete(event) }
      hasEvent = false
      guard unsafe yaml_parser_parse(parser, event) == 1 else { throw failure() }
      hasEvent = true
      let (first, last) = unsafe (event.pointee.start_mark.index, event.pointee.end_mark.index)
      start = byteOffset(of: first)
      end = byteOffset(of: last)
      switch unsafe event.pointee.type {
      case YAML_SCALAR_EVENT:
        return .scalar(isPlain: unsafe event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
      case YAML_SEQUENCE_START_EVENT: return .sequenceStart
      case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
      case YAML_MAPPING_START_EVENT: return .mappingStart
      case YAML_MAPPING_END_EVENT: return .mappingEnd
      case YAML_ALIAS_EVENT: return .alias
      case YAML_STREAM_END_EVENT: return .end
      default: continue
      }
    }
  }

  /// Whether the scalar read last is written between quotes of either sort.
  public var isQuoted: Bool {
    let style = unsafe event.pointee.data.scalar.style
    return style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  /// What the scalar read last says, escapes resolved.
  public var value: String {
    unsafe String(
      decoding: UnsafeBufferPointer(
        start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length),
      as: UTF8.self)
  }

  private func byteOffset(of index: Int) -> Int {
    // An event may begin a little before the end of the last one.
    while index < scalars {
      offset -= 1
      while unsafe bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      scalars -= 1
    }
    while scalars < index, unsafe offset < bytes.count {
      offset += 1
      while unsafe offset < bytes.count, unsafe bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    return offset
  }

  private func failure() -> Failure {
    let problem = unsafe parser.pointee.problem
    let message = unsafe problem.map { unsafe String(cString: $0) } ?? "is not YAML"
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    // A key without a colon, `weight:21`, is missed when the next line has come, and the end of a text in quotes when
    // there is no more: what is wrong is where these begin.
    let hasContext = unsafe parser.pointee.context != nil
    let isAtStart =
      hasContext
      && ["could not find expected ':'", "found unexpected end of stream"].contains(message)
    let mark = unsafe isAtStart ? parser.pointee.context_mark : parser.pointee.problem_mark
    let problemOffset =
      isReader ? unsafe parser.pointee.problem_offset : byteOffset(of: mark.index)
    return Failure(message: message, offset: unsafe min(problemOffset, bytes.count))
  }
}
