import LintCore
import LintText

/// Writes XML 1.0 piece by piece: each element on a line of its own, indented, but for what holds text.
///
/// It gathers what is written until `drain` or `take`. Characters that XML 1.0 forbids become U+FFFD, for
/// they are not allowed even escaped.
struct XMLWriter: Sendable {
  private var bytes: [UInt8] = []
  /// The elements that are open.
  private var open: [String] = []
  /// How many elements stand around these.
  private let depth: Int
  /// Whether the start tag of the innermost element waits for another attribute.
  private var isInTag = false
  /// Whether the innermost element holds text, so that its end tag follows at once.
  private var holdsText = false

  /// Begins a document in UTF-8.
  init() {
    depth = 0
    bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  /// Begins a part of a document.
  ///
  /// - Parameter depth: How many elements stand around it.
  init(depth: Int) { self.depth = depth }

  /// Opens an element; `end` closes it.
  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    endTag()
    indent()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    open.append(name)
    isInTag = true
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Adds an attribute to the element that was opened last, before anything is put into it.
  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    append(escaping: value.utf8Span.span, isAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Puts text into the element that was opened last.
  mutating func text(_ text: Span<UInt8>) {
    if isInTag { bytes.append(UInt8(ascii: ">")) }
    isInTag = false
    holdsText = true
    append(escaping: text, isAttribute: false)
  }

  /// Puts elements there that another writer has made at their depth.
  mutating func elements(_ elements: Span<UInt8>) {
    endTag()
    bytes.append(elements)
  }

  /// Closes the element that was opened last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    if isInTag {
      bytes.append(contentsOf: "/>\n".utf8)
    } else {
      if !holdsText { indent() }
      bytes.append(contentsOf: "</\(name)>\n".utf8)
    }
    isInTag = false
    holdsText = false
  }

  /// Writes an element that holds text or nothing.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = ""
  ) {
    start(name, attributes)
    if !text.isEmpty { self.text(text.utf8Span.span) }
    end()
  }

  /// Closes whatever is open.
  mutating func endDocument() {
    while !open.isEmpty { end() }
  }

  /// Hands over what has been written since the last call.
  mutating func drain(to output: inout Output) {
    output.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over the bytes that have been written since the last call, to be kept.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// Ends the start tag of the element that gets others.
  private mutating func endTag() {
    if isInTag { bytes.append(contentsOf: ">\n".utf8) }
    isInTag = false
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * (depth + open.count)))
  }

  private mutating func append(escaping text: Span<UInt8>, isAttribute: Bool) {
    /// The offset of the first byte that needs no escape and has not been written.
    var start = 0
    for index in text.indices {
      let byte = text[index]
      // Most bytes are none of those below.
      if byte > 0x3E, byte < 0xEF { continue }
      guard let (escape, length) = Self.escape(text, at: index, isAttribute: isAttribute) else {
        continue
      }
      bytes.append(text.extracting(start..<index))
      bytes.append(contentsOf: escape.utf8)
      start = index + length
    }
    bytes.append(text.extracting(start...))
  }

  /// What stands for a character, and how many bytes that has; `nil` where it stands for itself.
  private static func escape(_ text: Span<UInt8>, at index: Int, isAttribute: Bool) -> (
    String, Int
  )? {
    switch text[index] {
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x0A: isAttribute ? ("&#10;", 1) : nil
    case 0x09: isAttribute ? ("&#9;", 1) : nil
    case 0..<0x20: ("\u{FFFD}", 1)
    // U+FFFE and U+FFFF.
    case 0xEF where text.has("\u{FFFE}", at: index) || text.has("\u{FFFF}", at: index):
      ("\u{FFFD}", 3)
    default: nil
    }
  }
}
