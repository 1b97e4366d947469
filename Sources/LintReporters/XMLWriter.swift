import CLibXML2
import LintCore
import LintText
import Synchronization

/// Writes an XML document through libxml2, which escapes and indents; nothing here does.
///
/// Characters that XML 1.0 forbids become U+FFFD, for they are not allowed even escaped.
final class XMLWriter: Sendable {
  /// Nobody ever waits for the lock. A reporter must be `Sendable`, for it passes from thread to
  /// thread, and a pointer of libxml2 is not.
  private let writer: Mutex<Writer>
  /// How many bytes come first that are not the part's but belong to what stands around it.
  private let around: Int

  /// Owns what libxml2 allocates.
  @safe
  private struct Writer: ~Copyable {
    let writer: xmlTextWriterPtr
    let buffer: xmlBufferPtr
    /// Whether elements have been put in that another writer has made.
    var hasElements = false

    init() {
      guard let buffer = unsafe xmlBufferCreate(),
        let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
      else { preconditionFailure("out of memory") }
      unsafe self.buffer = buffer
      unsafe self.writer = writer
      unsafe xmlTextWriterSetIndent(writer, 1)
      unsafe xmlTextWriterSetIndentString(writer, "  ")
    }

    deinit {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
    }
  }

  /// Begins a document in UTF-8.
  init() {
    writer = Mutex(Writer())
    around = 0
    startDocument()
  }

  /// Begins elements that stand in another one, whose writer hands them over.
  init(inside name: String) {
    writer = Mutex(Writer())
    around = Self.declaration.utf8.count + "<\(name)>\n".utf8.count
    // Without it all but ASCII would be escaped in attributes.
    startDocument()
    start(name)
  }

  /// What libxml2 begins a document with.
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

  private func startDocument() {
    writer.withLock { unsafe _ = xmlTextWriterStartDocument($0.writer, nil, "UTF-8", nil) }
  }

  /// Opens an element; `end` closes it. A body of its own closes itself.
  func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    writer.withLock { writer in
      unsafe xmlTextWriterStartElement(writer.writer, name)
      for (name, value) in attributes {
        unsafe xmlTextWriterWriteAttribute(writer.writer, name, value.utf8Span.span.legalInXML)
      }
    }
  }

  /// Adds an attribute to the element that was opened last, before anything is put into it.
  func attribute(_ name: String, _ value: String) {
    writer.withLock { writer in
      unsafe _ = xmlTextWriterWriteAttribute(
        writer.writer, name, value.utf8Span.span.legalInXML)
    }
  }

  /// Closes the element that was opened last.
  func end() {
    writer.withLock { unsafe _ = xmlTextWriterEndElement($0.writer) }
  }

  /// Writes an element that holds text or nothing.
  func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = ""
  ) {
    start(name, attributes)
    if !text.isEmpty { self.text(text.utf8Span.span) }
    end()
  }

  /// Puts text into the element that was opened last.
  func text(_ text: Span<UInt8>) {
    let text = text.legalInXML
    writer.withLock { unsafe _ = xmlTextWriterWriteString($0.writer, text) }
  }

  /// Hands over what has been written, and behind it elements that a writer of its own has made.
  func drain(to output: inout Output, then elements: Span<UInt8>) {
    writer.withLock { writer in
      // libxml2 ends the start tag before it; the line's end is its own where it writes an element itself.
      if !writer.hasElements { unsafe xmlTextWriterWriteRaw(writer.writer, "\n") }
      writer.hasElements = true
    }
    drain(to: &output)
    output.write(elements)
  }

  /// Closes whatever is open and ends the document.
  func endDocument() {
    writer.withLock { unsafe _ = xmlTextWriterEndDocument($0.writer) }
  }

  /// Hands over what has been written since the last call.
  func drain(to output: inout Output) {
    output.write(take().span)
  }

  /// Hands over what has been written since the last call, to be kept; a part, whole and once.
  func take() -> [UInt8] {
    writer.withLock { writer in
      unsafe xmlTextWriterFlush(writer.writer)
      let content = unsafe UnsafeBufferPointer(
        start: xmlBufferContent(writer.buffer), count: Int(xmlBufferLength(writer.buffer)))
      let bytes = unsafe Array(content.dropFirst(around))
      unsafe xmlBufferEmpty(writer.buffer)
      return bytes
    }
  }
}

extension Span<UInt8> {
  /// This UTF-8 with U+FFFD for each character that is none of XML 1.0's, § 2.2 `Char`, as libxml2 takes
  /// it: a NUL, which XML has not, comes behind it.
  fileprivate var legalInXML: [UInt8] {
    var legal: [UInt8] = []
    legal.reserveCapacity(count + 1)
    /// The offset of the first byte that has not been taken over.
    var start = 0
    for index in indices {
      let length = lengthOfIllegal(at: index)
      guard length > 0 else { continue }
      legal.append(extracting(start..<index))
      legal.append(contentsOf: "\u{FFFD}".utf8)
      start = index + length
    }
    legal.append(extracting(start...))
    legal.append(0)
    return legal
  }

  /// How many bytes there a character has that XML forbids; 0 where there is none.
  private func lengthOfIllegal(at index: Int) -> Int {
    switch self[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20: 1
    // U+FFFE and U+FFFF.
    case 0xEF where has("\u{FFFE}", at: index) || has("\u{FFFF}", at: index): 3
    default: 0
    }
  }
}
