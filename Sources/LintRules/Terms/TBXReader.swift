internal import CLibXML2
import Glibc
import LintCore

/// Reads TBX (ISO 30042), both of TBX-Basic and of version 3, by libxml2.
///
/// Nothing is fetched and no entity is replaced: a glossary is text from outside.
@safe struct TBXReader {
  private let path: String
  private let reader: xmlTextReaderPtr
  private var rows: [Glossary.Row] = []
  /// The locale of the source terms, as the root element says.
  private var sourceLocale = "en"
  private var terms: [Term] = []
  private var locale: LocaleTag?
  /// Elements that stand open, by their local names.
  private var open: [String] = []
  private var noteIsStatus = false

  private struct Term {
    let locale: LocaleTag
    var text = ""
    var status = ""

    var isForbidden: Bool { status.hasPrefix("deprecated") || status.hasPrefix("superseded") }
  }

  static func rows(_ bytes: [UInt8], path: String) throws(PlacedError) -> [Glossary.Row] {
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      throw PlacedError(path: path, line: 1, column: 0, "the glossary is empty")
    }
    // libxml2 keeps the address as long as it reads.
    return try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(PlacedError) -> [Glossary.Row] in
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue
      guard
        let reader = unsafe xmlReaderForMemory(
          UnsafeRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self),
          Int32(buffer.count), nil, nil,
          Int32(options))
      else { throw PlacedError(path: path, line: 1, column: 0, "can't be read") }
      defer { unsafe xmlFreeTextReader(reader) }
      var tbx = unsafe TBXReader(path: path, reader: reader)
      try tbx.read()
      return tbx.rows
    }
  }

  private init(path: String, reader: xmlTextReaderPtr) {
    self.path = path
    unsafe self.reader = unsafe reader
  }

  private mutating func read() throws(PlacedError) {
    while true {
      let status = unsafe xmlTextReaderRead(reader)
      if status == 0 { break }
      guard status == 1 else { throw failure() }
      switch unsafe UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue: try start()
      case XML_READER_TYPE_END_ELEMENT.rawValue: try end()
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw mistake("entities are not read")
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        take(unsafe Self.string(xmlTextReaderConstValue(reader)))
      default: break
      }
    }
    guard !rows.isEmpty else { throw mistake("no terms in two locales") }
  }

  private mutating func start() throws(PlacedError) {
    let name = unsafe Self.string(xmlTextReaderConstLocalName(reader))
    if open.isEmpty {
      guard name == "martif" || name == "tbx" else {
        throw mistake("<\(name)> is no TBX, which begins with <martif> or <tbx>")
      }
      if let tag = attribute("xml:lang"), !tag.isEmpty { sourceLocale = tag }
    }
    switch name {
    case "termEntry", "conceptEntry": terms = []
    case "langSet", "langSec":
      guard let tag = attribute("xml:lang") else { throw mistake("<\(name)> has no xml:lang") }
      locale = LocaleTag(tag)
      guard locale != nil else { throw mistake("'\(tag)' is not a well-formed BCP 47 tag") }
    case "term":
      guard let locale else { throw mistake("<term> stands outside <langSet> and <langSec>") }
      terms.append(Term(locale: locale))
    case "termNote":
      noteIsStatus =
        ["administrativeStatus", "normativeAuthorization"].contains(attribute("type") ?? "")
    default: break
    }
    if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { return }
    open.append(name)
  }

  private mutating func end() throws(PlacedError) {
    switch open.popLast() {
    case "termEntry", "conceptEntry": finishConcept()
    case "langSet", "langSec": locale = nil
    default: break
    }
  }

  private mutating func take(_ text: String) {
    guard !terms.isEmpty else { return }
    // `<hi>` and its like may stand in a term.
    if open.contains("term") {
      terms[terms.count - 1].text += text
    } else if open.last == "administrativeStatus" || (open.last == "termNote" && noteIsStatus) {
      terms[terms.count - 1].status += text.trimmed
    }
  }

  /// Pairs the source terms of a concept with those of each other locale.
  private mutating func finishConcept() {
    let filter = LocaleTag(sourceLocale).map { LocaleTag($0.language).map { [$0] } ?? [] } ?? []
    func isSource(_ term: Term) -> Bool {
      let name = Array(term.locale.description.utf8)
      return LocaleFilter(filter).takes(name.span)
    }
    let usable = terms.filter { TermForm($0.text) != nil }
    let sources = usable.filter { isSource($0) && !$0.isForbidden }
    var locales: [LocaleTag] = []
    for term in usable where !isSource(term) && !locales.contains(term.locale) {
      locales.append(term.locale)
    }
    for locale in locales {
      let others = usable.filter { $0.locale == locale }
      for source in sources {
        rows.append(
          Glossary.Row(
            locale: locale, source: source.text.trimmed,
            targets: others.filter { !$0.isForbidden }.map(\.text.trimmed),
            forbidden: others.filter(\.isForbidden).map(\.text.trimmed)))
      }
    }
    terms = []
  }

  private func attribute(_ name: String) -> String? {
    guard let value = unsafe xmlTextReaderGetAttribute(reader, name) else { return nil }
    defer { unsafe free(value) }
    return unsafe Self.string(value)
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }

  private func mistake(_ message: String) -> PlacedError {
    PlacedError(
      path: path, line: max(Int(unsafe xmlTextReaderGetParserLineNumber(reader)), 1), column: 0,
      message)
  }

  private func failure() -> PlacedError {
    guard let error = unsafe xmlGetLastError() else { return mistake("is not XML") }
    let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "is not XML"
    return PlacedError(
      path: path, line: max(Int(unsafe error.pointee.line), 1), column: 0,
      "is not well-formed XML: \(text.trimmed)")
  }
}
