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
  /// Of each entry that says `ignore-…`, the rules that it keeps back.
  private let ignored: [Int: Set<String>]

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
    var ignored: [Int: Set<String>] = [:]
    for (index, entry) in file.entries.enumerated() where !entry.flags.ignored.isEmpty {
      for range in entry.flags.ignored {
        ignored[index, default: []].formUnion(Self.rules(for: bytes.extracting(range.range)))
      }
    }
    self.ignored = ignored
  }

  /// The rules that look for what Weblate calls by a name ("Customizing behavior using flags").
  private static func rules(for name: Span<UInt8>) -> [String] {
    let (changed, line, space) = ("changed-placeholder", "changed-line-ends", "lost-edge-space")
    if name.has("-format", at: name.count - 7) || name.elementsEqual("placeholders") {
      return [changed]
    }
    if name.elementsEqual("begin-newline") || name.elementsEqual("end-newline") { return [line] }
    if name.elementsEqual("begin-space") || name.elementsEqual("end-space") { return [space] }
    if name.elementsEqual("max-length") { return ["too-long-for-limit"] }
    if name.has("rst-", at: 0) { return ["changed-role", "broken-role"] }
    if name.elementsEqual("all-checks") {
      return [
        changed, line, space, "too-long-for-limit", "changed-role", "broken-role",
        "changed-accelerator",
      ]
    }
    return []
  }
}

extension PODetail: MessageDetail {
  // Without a copy of the entry: each is asked of each segment.
  func limit(of segment: Int) -> Int? { file.entries[places[segment].entry].flags.maxLength }

  func dialects(of segment: Int) -> MessageDialects {
    places[segment].dialects
  }

  func otherSource(of segment: Int) -> ByteRange? { places[segment].other }

  func isFormOfOneNumber(_ segment: Int) -> Bool {
    let place = places[segment]
    return place.other != nil && header?.isFormOfOneNumber(place.form) ?? (place.form == 0)
  }

  func ignores(_ rule: String, _ segment: Int) -> Bool {
    guard !ignored.isEmpty else { return false }
    return ignored[places[segment].entry]?.contains(rule) ?? false
  }
}
