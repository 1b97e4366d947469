import CLibXML2
import LintCore
import Synchronization

/// Writes an XML document through libxml2, which escapes and indents; nothing here does.
///
/// Characters that XML 1.0 forbids become U+FFFD, for they are not allowed even escaped.
final class XMLWriter: Sendable {
  /// Nobody ever waits for the lock. A reporter must be `Sendable`, for it passes from thread to
  /// thread, and a pointer of libxml2 is not.
  private let writer: Mutex<Writer>

  /// Owns what libxml2 allocates.
  @safe
  private struct Writer: ~Copyable {
    let writer: xmlTextWriterPtr
    let buffer: xmlBufferPtr

    init() {
      guard let buffer = unsafe xmlBufferCreate(),
        let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
      else { preconditionFailure("out of memory") }
      unsafe self.buffer = buffer
      unsafe self.writer = writer
    }

    deinit {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
    }
  }

  /// Begins a document in UTF-8.
  init() {
    writer = Mutex(Writer())
    writer.withLock { writer in
      unsafe xmlTextWriterSetIndent(writer.writer, 1)
      unsafe xmlTextWriterSetIndentString(writer.writer, "  ")
      unsafe xmlTextWriterStartDocument(writer.writer, nil, "UTF-8", nil)
    }
  }

  /// Opens an element; `end` closes it. A body of its own closes itself.
  func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    writer.withLock { writer in
      unsafe xmlTextWriterStartElement(writer.writer, name)
      for (name, value) in attributes {
        unsafe xmlTextWriterWriteAttribute(writer.writer, name, value.legalInXML)
      }
    }
  }

  /// Adds an attribute to the element that was opened last, before anything is put into it.
  func attribute(_ name: String, _ value: String) {
    writer.withLock { writer in
      unsafe _ = xmlTextWriterWriteAttribute(writer.writer, name, value.legalInXML)
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
    if !text.isEmpty {
      writer.withLock { unsafe _ = xmlTextWriterWriteString($0.writer, text.legalInXML) }
    }
    end()
  }

  /// Closes whatever is open and ends the document.
  func endDocument() {
    writer.withLock { unsafe _ = xmlTextWriterEndDocument($0.writer) }
  }

  /// Hands over what has been written since the last call.
  func drain(to output: inout Output) {
    let bytes = writer.withLock { writer in
      unsafe xmlTextWriterFlush(writer.writer)
      let content = unsafe UnsafeBufferPointer(
        start: xmlBufferContent(writer.buffer), count: Int(xmlBufferLength(writer.buffer)))
      let bytes = unsafe Array(content)
      unsafe xmlBufferEmpty(writer.buffer)
      return bytes
    }
    output.write(bytes.span)
  }
}

extension String {
  /// This string with U+FFFD for each character that is none of XML 1.0's, § 2.2 `Char`.
  fileprivate var legalInXML: String {
    guard unicodeScalars.contains(where: { !$0.isLegalInXML }) else { return self }
    var legal = ""
    for scalar in unicodeScalars {
      legal.unicodeScalars.append(scalar.isLegalInXML ? scalar : "\u{FFFD}")
    }
    return legal
  }
}

extension Unicode.Scalar {
  fileprivate var isLegalInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
