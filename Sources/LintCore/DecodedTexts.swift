public import LintText

/// Texts of a unit as they read when their escapes are taken out, and where each byte comes from.
///
/// A text without an escape needs no place here: its range in its file says the same.
public struct DecodedTexts: Sendable {
  /// A run of decoded bytes: what stands between two escapes, or what one escape stands for.
  struct Run: Sendable {
    /// An offset in `bytes`.
    let start: Int
    var count: Int
    /// In the localized file or the source's.
    let origin: ByteRange
    let isEscape: Bool
  }

  /// All texts, each with a byte behind it that belongs to none: where one ends no other begins.
  public private(set) var bytes: [UInt8] = []
  /// As many bytes, with code, markup and addresses blanked.
  public var prose: [UInt8] = []
  private(set) var runs: [Run] = []
  /// Where the text that is being written begins.
  private var start = 0
  /// Whether there was no room for a text: nothing is added any more.
  private var isFull = false

  public init() {}

  /// Adds bytes of the text that is being written which stand in a file as they are.
  ///
  /// - Parameter origin: where, as a range of the document; of as many bytes.
  public mutating func append(_ text: Span<UInt8>, from origin: ByteRange) {
    precondition(text.count == origin.count)
    append(text, origin, isEscape: false)
  }

  /// Adds what an escape stands for; this may be given in pieces, each with the same origin.
  ///
  /// - Parameter origin: the escape, as a range of the document.
  public mutating func append(_ text: Span<UInt8>, for origin: ByteRange) {
    append(text, origin, isEscape: true)
  }

  private mutating func append(_ text: Span<UInt8>, _ origin: ByteRange, isEscape: Bool) {
    isFull = isFull || AddressSpace.decoded + bytes.count + text.count >= AddressSpace.end
    guard !isFull else { return }
    if isEscape, let last = runs.last, last.isEscape, last.start >= start, last.origin == origin {
      runs[runs.count - 1].count += text.count
    } else {
      runs.append(Run(start: bytes.count, count: text.count, origin: origin, isEscape: isEscape))
    }
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Ends a text; of one that nothing was added to, nobody knows where it stands, so add at least a range
  /// without bytes.
  ///
  /// - Returns: its range, as one of the document; `nil` when there is no more room for decoded texts
  ///   (1 GiB), so that it can't be looked at.
  public mutating func finish() -> ByteRange? {
    guard !isFull else { return nil }
    let range = start..<bytes.count
    bytes.append(0)
    start = bytes.count
    guard AddressSpace.decoded + bytes.count < AddressSpace.end else { return nil }
    return ByteRange(
      range.lowerBound + AddressSpace.decoded, range.upperBound + AddressSpace.decoded)
  }

  /// Where a range of a text comes from; an escape that it cuts is in it as a whole. A range of a file is
  /// its own origin.
  func origin(of range: ByteRange) -> ByteRange {
    guard range.isDecoded else { return range }
    let (lower, upper) = (range.lower - AddressSpace.decoded, range.upper - AddressSpace.decoded)
    let first = run(at: lower)
    let from = first.isEscape ? first.origin.lower : first.origin.lower + lower - first.start
    // Behind the last byte of a text.
    if lower == upper, first.isEscape, lower > first.start {
      return ByteRange(first.origin.upper, first.origin.upper)
    }
    guard lower < upper else { return ByteRange(from, from) }
    let last = run(at: upper - 1)
    let end = last.isEscape ? last.origin.upper : last.origin.lower + upper - last.start
    return ByteRange(from, max(from, end))
  }

  /// Whether a range begins or ends within an escape, so that it can't be replaced by itself.
  func cutsEscape(_ range: ByteRange) -> Bool {
    let (lower, upper) = (range.lower - AddressSpace.decoded, range.upper - AddressSpace.decoded)
    return [lower, upper].contains { offset in
      let run = run(at: offset)
      return run.isEscape && offset > run.start && offset < run.start + run.count
    }
  }

  /// Whether a byte of a text stands for an escape.
  func isEscaped(_ offset: Int) -> Bool { run(at: offset - AddressSpace.decoded).isEscape }

  /// The last run that begins at or before an offset.
  private func run(at offset: Int) -> Run {
    runs[max(runs.partitionPoint { $0.start <= offset } - 1, 0)]
  }
}
