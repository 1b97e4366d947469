import LintText

/// The areas of a document besides its file: the source's file and decoded texts. Most documents have
/// none.
struct Areas: Sendable {
  // Empty where there are none.
  private let sourceBytes: [UInt8]
  private let sourceProse: [UInt8]
  private let decodedBytes: [UInt8]
  private let decodedProse: [UInt8]

  /// It traps where the prose of an area has another length than its bytes.
  init(_ source: SourceText?, _ decoded: DecodedTexts?) {
    sourceBytes = source?.bytes ?? []
    sourceProse = source?.prose ?? []
    decodedBytes = decoded?.bytes ?? []
    decodedProse = decoded?.prose ?? []
    precondition(decodedProse.count == decodedBytes.count)
  }

  /// Whether a range lies in one of them.
  func contain(_ range: ByteRange) -> Bool {
    guard range.lowerBound <= range.upperBound else { return false }
    if range.isDecoded { return range.upper - AddressSpace.decoded <= decodedBytes.count }
    return range.isInSource && range.upper - AddressSpace.source <= sourceBytes.count
  }

  /// The character at an offset, and how many bytes it has; it traps where that lies in none of them.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    offset >= AddressSpace.decoded
      ? decodedBytes.span.scalar(at: offset - AddressSpace.decoded)
      : sourceBytes.span.scalar(at: offset - AddressSpace.source)
  }

  /// The text of a range; it traps where that lies in none of them.
  @_lifetime(borrow self)
  func text(_ range: ByteRange, _ side: Side) -> Text {
    range.isDecoded
      ? Text(decodedBytes.span, decodedProse.span, from: AddressSpace.decoded, range, side)
      : Text(sourceBytes.span, sourceProse.span, from: AddressSpace.source, range, side)
  }
}
