internal import CScan
import LintText

/// One pass over a file for all the rules that look for what few files have anywhere.
enum Suspects {
  /// Those of a file with several pages that a page has to look at: those in its own segments, and for the
  /// first page those that lie in no segment.
  static func own(
    _ suspects: [Int], _ records: [SegmentRecord], of all: [SegmentRecord], isFirst: Bool
  ) -> [Int] {
    suspects.filter { offset in
      let range = ByteRange(offset, offset + 1)
      return records.index(at: range) != nil || (isFirst && all.index(at: range) == nil)
    }
  }

  /// Those of a source in a file of its own and of decoded texts, as offsets of the document.
  static func elsewhere(_ source: SourceText?, _ decoded: DecodedTexts?) -> [Int] {
    var offsets: [Int] = []
    if let source {
      // A span can't be borrowed from an object.
      let bytes = source.bytes
      offsets += find(in: bytes.span, from: source.start).map { $0 + AddressSpace.source }
    }
    if let decoded {
      offsets += find(in: decoded.bytes.span, from: 0).map { $0 + AddressSpace.decoded }
    }
    return offsets
  }

  /// Those of decoded texts that stand for escapes in targets. Three rules ask for them, so they are looked for once.
  static func escaped(_ suspects: [Int], _ records: [SegmentRecord], _ map: AddressMap) -> [Int] {
    guard !suspects.isEmpty else { return [] }
    var escaped: [Int] = []
    for record in records where record.target.isDecoded {
      var index = suspects.partitionPoint { $0 < record.target.lower }
      while index < suspects.count, suspects[index] < record.target.upper {
        if map.isEscaped(suspects[index]) { escaped.append(suspects[index]) }
        index += 1
      }
    }
    return escaped
  }

  /// The offsets, in order, at which a control, a lone carriage return, U+FFFD, a bidirectional control, an invisible or
  /// private-use character, UTF-8 read as Windows-1252, a letter beside one of another alphabet, or
  /// `<<<`, `>>>` or `:::` may begin.
  static func find(in bytes: Span<UInt8>, from start: Int) -> [Int] {
    var offsets: [Int] = []
    var block = start
    while block < bytes.count {
      var mask: UInt64 = 0
      block = unsafe bytes.withUnsafeBufferPointer {
        unsafe scan_suspects($0.baseAddress!, $0.count, block, &mask)
      }
      while mask != 0 {
        offsets.append(block + mask.trailingZeroBitCount)
        mask &= mask &- 1
      }
      block += 64
    }
    return offsets
  }
}
