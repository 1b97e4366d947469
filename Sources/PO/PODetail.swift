import LintText
import Messages

/// What only this format knows of a document: its entries, its header, and which of them each segment is a form of.
final class PODetail: Sendable {
  /// A segment's entry and its form, by their indices.
  struct Place: Sendable {
    let entry: Int
    /// 0 for a text without plural.
    let form: Int
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

  init(
    _ file: POFile, _ header: POHeader?, places: [Place], keys: [ByteRange], isTemplate: Bool
  ) {
    self.file = file
    self.header = header
    self.places = places
    self.keys = keys
    self.isTemplate = isTemplate
  }

  /// The entry that a segment belongs to.
  func entry(of segment: Int) -> POEntry { file.entries[places[segment].entry] }
}

extension PODetail: MessageDetail {
  func limit(of segment: Int) -> Int? { entry(of: segment).flags.maxLength }
}
