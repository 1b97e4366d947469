public import LintText

/// A borrowed run of a document's bytes that knows where it lies.
///
/// Indices count UTF-8 bytes from the start of the run. A rule reports a slice of a text and never
/// adds offsets: the slice still knows its range in the file.
public struct Text: ~Escapable {
  /// What is written.
  public let bytes: Span<UInt8>
  /// The same run, of the same length and with the same indices, with code, markup and addresses
  /// blanked: each of their bytes is `UInt8.blank`.
  public let prose: Span<UInt8>
  /// Where the run lies in the file.
  public let range: ByteRange
  public let side: Side

  @_lifetime(copy bytes, copy prose)
  init(bytes: Span<UInt8>, prose: Span<UInt8>, range: ByteRange, side: Side) {
    self.bytes = bytes
    self.prose = prose
    self.range = range
    self.side = side
  }

  /// A run of a file, from the spans of the whole file, that is known to lie inside.
  @unsafe @_lifetime(copy file, copy prose)
  init(unchecked file: Span<UInt8>, _ prose: Span<UInt8>, _ range: ByteRange, _ side: Side) {
    self.init(
      bytes: unsafe file.extracting(unchecked: range.range),
      prose: unsafe prose.extracting(unchecked: range.range), range: range, side: side)
  }

  /// A run of a file, from the spans of the whole file.
  @_lifetime(copy file, copy prose)
  init(_ file: Span<UInt8>, _ prose: Span<UInt8>, _ range: ByteRange, _ side: Side) {
    // One check for both spans: they are of one length.
    precondition(
      range.lowerBound <= range.upperBound && range.upper <= min(file.count, prose.count))
    self.init(
      bytes: unsafe file.extracting(unchecked: range.range),
      prose: unsafe prose.extracting(unchecked: range.range), range: range, side: side)
  }

  /// A run of another area, from the spans of the whole of it, which begins at an offset of the document.
  @_lifetime(copy area, copy prose)
  init(
    _ area: Span<UInt8>, _ prose: Span<UInt8>, from start: Int, _ range: ByteRange, _ side: Side
  ) {
    let part = range.lower - start..<range.upper - start
    self.init(
      bytes: area.extracting(part), prose: prose.extracting(part), range: range, side: side)
  }

  public var count: Int { bytes.count }
  public var isEmpty: Bool { bytes.isEmpty }

  /// A part of this text, by indices into it.
  public subscript(part: Range<Int>) -> Text {
    @_lifetime(copy self)
    get {
      Text(
        bytes: bytes.extracting(part), prose: prose.extracting(part),
        range: ByteRange(range.lower + part.lowerBound, range.lower + part.upperBound), side: side)
    }
  }

  /// A part of this text, by its range in the file.
  public subscript(part: ByteRange) -> Text {
    @_lifetime(copy self)
    get { self[part.lower - range.lower..<part.upper - range.lower] }
  }

  /// This text without white space at its ends.
  public var trimmed: Text {
    @_lifetime(copy self)
    get { self[bytes.trimmedRange] }
  }

  /// The text for a message; bytes that are not UTF-8 become U+FFFD.
  public var string: String { String(bytes) }

  public static func == (left: borrowing Text, right: borrowing Text) -> Bool {
    left.bytes.elementsEqual(right.bytes)
  }
}
