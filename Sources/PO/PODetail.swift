import LintText
import Messages

/// What only this format knows of a document: its entries, its header, and which of them each segment is a form of.
final class PODetail: Sendable {
  /// A segment's entry and its form, by their indices.
  struct Place: Sendable {
    let entry: Int
    /// 0 for a text without plural.
    let form: Int
    /// The source's other form; `nil` for a text without plural.
    let other: ByteRange?
    /// How values are named.
    let dialects: MessageDialects
    /// Whether its markup is that of Markdown.
    let isMarkdown: Bool
    /// Whether both halves have the same markup of reStructuredText, and addresses.
    let keepsMarkup: Bool
  }

  let file: POFile
  /// `nil` in a file without one.
  let header: POHeader?
  /// Of each segment.
  let places: [Place]
  /// The name of each entry, as a range of the document.
  let keys: [ByteRange]
  /// Whether it is a template, which has no translations.
  let isTemplate: Bool
  let acceleratorSign: UInt8?

  init(
    _ file: POFile, _ header: POHeader?, places: [Place], keys: [ByteRange], isTemplate: Bool,
    _ bytes: Span<UInt8>
  ) {
    self.file = file
    self.header = header
    self.places = places
    self.keys = keys
    self.isTemplate = isTemplate
    let sign = header?.field("X-Accelerator-Marker", bytes)?.value ?? []
    acceleratorSign = sign.count == 1 ? sign[0] : nil
  }
}

extension PODetail: MessageDetail {
  // Without a copy of the entry: each is asked of each segment.
  func limit(of segment: Int) -> Int? { file.entries[places[segment].entry].flags.maxLength }

  func dialects(of segment: Int) -> MessageDialects {
    places[segment].dialects
  }

  func isMarkdown(_ segment: Int) -> Bool { places[segment].isMarkdown }

  func keepsMarkup(_ segment: Int) -> Bool { places[segment].keepsMarkup }

  func otherSource(of segment: Int) -> ByteRange? { places[segment].other }

  func isFormOfOneNumber(_ segment: Int) -> Bool {
    let place = places[segment]
    guard place.other != nil else { return false }
    guard let header, header.expression != nil else {
      // Nobody says what the forms are for; the last is the one for most numbers.
      return place.form == 0 || place.form + 1 < file.entries[place.entry].targets.count
    }
    return header.isFormOfOneNumber(place.form)
  }
}
