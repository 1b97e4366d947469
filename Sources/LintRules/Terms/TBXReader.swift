internal import CLibXML2
import Glibc
import LintCore
import LintText
import LintYAML

/// Reads TBX (ISO 30042), both of TBX-Basic and of version 3, by libxml2.
///
/// Nothing is fetched and no entity is replaced, for a glossary may come from anybody.
@safe struct TBXReader {
  private let path: String
  private let reader: xmlTextReaderPtr
  private var rows: [Glossary.Row] = []
  /// The language of the source terms, as the root element says.
  private var sourceLanguage = "en"
  private var terms: [Term] = []
  /// The locales of the file, each once.
  private var locales: [LocaleTag] = []
  /// The index in `locales` of each value of `xml:lang` that was met.
  private var numbers: [String: Int] = [:]
  /// The index of the locale that terms belong to here.
  private var locale: Int?
  /// Elements that stand open; libxml2 allows 256.
  private var open: [Element] = []
  /// Whether the `<termNote>` that was opened last says what a term may be used for.
  private var noteIsStatus = false

  /// What an element is, by its local name.
  private enum Element {
    case concept, language, term, note, status, other

    init(_ name: UnsafePointer<xmlChar>?) {
      guard let name = unsafe name else {
        self = .other
        return
      }
      func isCalled(_ other: StaticString) -> Bool {
        unsafe memcmp(name, other.utf8Start, strnlen(name, other.utf8CodeUnitCount) + 1) == 0
      }
      switch unsafe name.pointee {
      case 0x61 where isCalled("administrativeStatus"): self = .status
      case 0x63 where isCalled("conceptEntry"): self = .concept
      case 0x6C where isCalled("langSet") || isCalled("langSec"): self = .language
      case 0x74 where isCalled("term"): self = .term
      case 0x74 where isCalled("termNote"): self = .note
      case 0x74 where isCalled("termEntry"): self = .concept
      default: self = .other
      }
    }
  }

  private struct Term {
    let locale: Int
    let line: Int
    var text = ""
    var status = ""

    var isForbidden: Bool { status.hasPrefix("deprecated") || status.hasPrefix("superseded") }
  }

  static func rows(_ bytes: [UInt8], path: String) throws(PlacedError) -> [Glossary.Row] {
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else {
      throw PlacedError(path: path, line: 1, column: 0, "the glossary is empty")
    }
    // libxml2 reads from these bytes until the reader is freed, so they must stay where they are.
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
        take()
      default: break
      }
    }
    guard !rows.isEmpty else { throw mistake("no terms in two locales") }
  }

  private mutating func start() throws(PlacedError) {
    let name = unsafe xmlTextReaderConstLocalName(reader)
    if open.isEmpty {
      let root = unsafe Self.string(name)
      guard root == "martif" || root == "tbx" else {
        throw mistake("<\(root)> is no TBX, which begins with <martif> or <tbx>")
      }
      if let tag = attribute("xml:lang"), !tag.isEmpty {
        sourceLanguage = LocaleTag(tag)?.canonical.language ?? ""
      }
    }
    let element = unsafe Element(name)
    switch element {
    case .concept: terms = []
    case .language: locale = try number(attribute("xml:lang"), unsafe Self.string(name))
    case .term:
      guard let locale else { throw mistake("<term> stands outside <langSet> and <langSec>") }
      terms.append(Term(locale: locale, line: line))
    case .note:
      noteIsStatus =
        ["administrativeStatus", "normativeAuthorization"].contains(attribute("type") ?? "")
    case .status, .other: break
    }
    if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { return }
    open.append(element)
  }

  private mutating func number(_ tag: String?, _ element: String) throws(PlacedError) -> Int {
    guard let tag else { throw mistake("<\(element)> has no xml:lang") }
    if let number = numbers[tag] { return number }
    guard let locale = LocaleTag(tag) else {
      throw mistake("'\(tag)' is not a well-formed BCP 47 tag")
    }
    // `it-it` and `it-IT` are one locale.
    let name = locale.description
    let number = numbers[name] ?? locales.count
    if number == locales.count { locales.append(locale) }
    numbers[name] = number
    numbers[tag] = number
    return number
  }

  private mutating func end() throws(PlacedError) {
    switch open.popLast() {
    case .concept: try finishConcept()
    case .language: locale = nil
    default: break
    }
  }

  private mutating func take() {
    guard !terms.isEmpty else { return }
    // `<hi>` and its like may stand in a term.
    if open.contains(.term) {
      terms[terms.count - 1].text += unsafe Self.string(xmlTextReaderConstValue(reader))
    } else if open.last == .status || (open.last == .note && noteIsStatus) {
      terms[terms.count - 1].status += unsafe Self.string(xmlTextReaderConstValue(reader)).trimmed
    }
  }

  /// Pairs the source terms of a concept with those of each other locale.
  private mutating func finishConcept() throws(PlacedError) {
    var sources: [String] = []
    /// Of each other locale, in the order of the file.
    var translations: [(locale: Int, targets: [String], forbidden: [String])] = []
    /// The index in `translations` of each locale.
    var indices: [Int: Int] = [:]
    for term in terms {
      let text = term.text.trimmed
      guard text.utf8.count <= TermForm.longest else {
        throw PlacedError(
          path: path, line: term.line, column: 0, TermForm.fault(of: text) ?? "")
      }
      guard TermForm(text) != nil else { continue }
      if locales[term.locale].canonical.language == sourceLanguage || sourceLanguage.isEmpty {
        if !term.isForbidden { sources.append(text) }
        continue
      }
      if indices[term.locale] == nil {
        indices[term.locale] = translations.count
        translations.append((term.locale, [], []))
      }
      guard let index = indices[term.locale] else { continue }
      if term.isForbidden {
        translations[index].forbidden.append(text)
      } else {
        translations[index].targets.append(text)
      }
    }
    guard sources.count * translations.count <= Glossary.mostPairs else {
      throw mistake("the concept " + Glossary.tooManyPairs)
    }
    for translation in translations {
      for source in sources {
        rows.append(
          Glossary.Row(
            locale: locales[translation.locale], source: source, targets: translation.targets,
            forbidden: translation.forbidden))
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

  private var line: Int { max(Int(unsafe xmlTextReaderGetParserLineNumber(reader)), 1) }

  private func mistake(_ message: String) -> PlacedError {
    PlacedError(path: path, line: line, column: 0, message)
  }

  private func failure() -> PlacedError {
    guard let error = unsafe xmlGetLastError() else { return mistake("is not XML") }
    let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "is not XML"
    return PlacedError(
      path: path, line: max(Int(unsafe error.pointee.line), 1), column: 0,
      "is not well-formed XML: \(text.trimmed)")
  }
}
