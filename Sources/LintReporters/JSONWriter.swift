package import LintCore
import LintText

/// Writes JSON (RFC 8259) piece by piece, keys in the order of the calls.
///
/// It gathers what is written until `drain`. Calls must nest as JSON does; nothing checks that.
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// One line.
    case compact
    /// A line each value, indented by two spaces.
    case indented
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  /// The objects and arrays that are open.
  private var open: [Level] = []

  private struct Level {
    let end: UInt8
    var isEmpty = true
  }

  package init(_ layout: Layout) {
    self.layout = layout
  }

  /// Hands over what has been written since the last call.
  package mutating func drain(to output: inout Output) {
    output.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over the bytes that have been written since the last call, to be kept.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// How many bytes have been written since the last `drain`.
  var count: Int { bytes.count }

  /// The bytes of what a call writes, as one or more elements of the array that is open, for `append` to
  /// put there, or for nobody. Elements may be kept by the ten thousand, so they are copied without
  /// room to grow.
  func element(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = self
    writer.bytes = []
    if let last = open.indices.last { writer.open[last].isEmpty = true }
    write(&writer)
    return unsafe writer.bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Adds what `element` has made to the array that is open.
  mutating func append(element: [UInt8]) {
    if let last = open.indices.last {
      if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
      open[last].isEmpty = false
    }
    bytes.append(contentsOf: element)
  }

  /// Ends a line between two values, as JSON Lines does, or at the end of a file.
  package mutating func endLine() {
    bytes.append(0x0A)
  }

  // MARK: Objects and arrays

  /// Opens an object that outlives the call; `close` ends it.
  package mutating func openObject(_ key: StaticString? = nil) {
    begin(key)
    bytes.append(UInt8(ascii: "{"))
    open.append(Level(end: UInt8(ascii: "}")))
  }

  /// Opens an array that outlives the call; `close` ends it.
  package mutating func openArray(_ key: StaticString? = nil) {
    begin(key)
    bytes.append(UInt8(ascii: "["))
    open.append(Level(end: UInt8(ascii: "]")))
  }

  /// Ends the innermost object or array.
  package mutating func close() {
    guard let level = open.popLast() else { return }
    if !level.isEmpty { breakLine() }
    bytes.append(level.end)
  }

  package mutating func object(_ key: StaticString? = nil, _ members: (inout JSONWriter) -> Void) {
    openObject(key)
    members(&self)
    close()
  }

  package mutating func array(_ key: StaticString? = nil, _ elements: (inout JSONWriter) -> Void) {
    openArray(key)
    elements(&self)
    close()
  }

  package mutating func strings(_ key: StaticString, _ values: [String]) {
    array(key) { array in
      for value in values { array.value(value) }
    }
  }

  /// An object with a name that is not known when the program is built.
  package mutating func object(named key: String, _ members: (inout JSONWriter) -> Void) {
    begin(named: key)
    bytes.append(UInt8(ascii: "{"))
    open.append(Level(end: UInt8(ascii: "}")))
    members(&self)
    close()
  }

  // MARK: Values

  package mutating func member(_ key: StaticString, _ string: String) {
    begin(key)
    write(string)
  }

  package mutating func member(_ key: StaticString, _ number: Int) {
    begin(key)
    bytes.append(decimal: number)
  }

  package mutating func member(_ key: StaticString, _ number: Double) {
    begin(key)
    bytes.append(contentsOf: (number.isFinite ? Numeral.shortest(number) : "null").utf8)
  }

  package mutating func member(_ key: StaticString, _ truth: Bool) {
    begin(key)
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// A member with a name that is not known when the program is built.
  package mutating func member(named key: String, _ string: String) {
    begin(named: key)
    write(string)
  }

  package mutating func member(named key: String, _ number: Int) {
    begin(named: key)
    bytes.append(decimal: number)
  }

  package mutating func value(_ string: String) {
    begin(nil)
    write(string)
  }

  /// Writes what has been read.
  mutating func value(_ value: JSONValue, for key: String? = nil) {
    if let key { begin(named: key) } else { begin(nil) }
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .truth(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let string): write(string)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      open.append(Level(end: UInt8(ascii: "]")))
      for element in elements { self.value(element) }
      close()
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      open.append(Level(end: UInt8(ascii: "}")))
      for member in members { self.value(member.value, for: member.key) }
      close()
    }
  }

  // MARK: Bytes

  /// What stands before a value: a comma, a new line, the key.
  private mutating func begin(_ key: StaticString?) {
    separate()
    guard let key else { return }
    bytes.append(UInt8(ascii: "\""))
    // Names of ours hold nothing that is escaped.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  private mutating func begin(named key: String) {
    separate()
    write(key)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if open[last].isEmpty {
      open[last].isEmpty = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }

  /// Besides what RFC 8259 asks for, characters are escaped that can't be seen or change how a
  /// terminal shows the file, and the second `#` of what may be a command to a build agent: a report
  /// may end up in a log. The value stays the same.
  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    append(escaping: string.utf8Span.span)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping span: Span<UInt8>) {
    /// The offset of the first byte that needs no escape and has not been written.
    var start = 0
    var index = 0
    while true {
      index = span.firstSpecial(0x22, 0x23, 0x5C, from: index)
      // Where the text is not ASCII, most that follows is not.
      while index < span.count, span[index] >= 0x80 {
        let (value, length) = span.scalar(at: index)
        if Unicode.Scalar(value)?.isShown == false {
          append(span.extracting(start..<index))
          append(escaped: value)
          start = index + length
        }
        index += length
      }
      guard index < span.count else { break }
      let (length, escaped) = escape(span, at: index)
      if let escaped {
        append(span.extracting(start..<index))
        append(escaped)
        start = index + length
      }
      index += length
    }
    append(span.extracting(start..<span.count))
  }

  private enum Escape {
    case backslash(UInt8)
    case number(UInt32)
    /// Two number signs, of which the second is escaped.
    case secondHash
  }

  /// How many bytes of ASCII belong together at an index, and how they are escaped if they have to be.
  private func escape(_ span: Span<UInt8>, at index: Int) -> (length: Int, Escape?) {
    let byte = span[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return (1, .backslash(byte))
    case 0x0A: return (1, .backslash(UInt8(ascii: "n")))
    case 0x0D: return (1, .backslash(UInt8(ascii: "r")))
    case 0x09: return (1, .backslash(UInt8(ascii: "t")))
    case 0..<0x20, 0x7F: return (1, .number(UInt32(byte)))
    // Whether a `[` follows the word is not looked at: an escape too many changes nothing.
    case UInt8(ascii: "#")
    where span.has("##[", at: index)
      || span.has("##", at: index) && index + 2 < span.count && span[index + 2].isLetter:
      return (2, .secondHash)
    default: return (1, nil)
    }
  }

  private mutating func append(_ escape: Escape) {
    switch escape {
    case .backslash(let byte):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case .number(let value): append(escaped: value)
    case .secondHash:
      bytes.append(UInt8(ascii: "#"))
      append(escaped: UInt32(UInt8(ascii: "#")))
    }
  }

  private mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(escaped value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for unit in UTF16.encode(scalar) ?? .init() {
      let digits = String(unit, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
