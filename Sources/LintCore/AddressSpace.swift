public import LintText

/// Where the areas of a document lie in its one space of offsets.
///
/// Offsets from 0 on are those of the localized file. A source in a file of its own and texts whose
/// escapes are taken out have offsets beyond any file that is read with them, so that a range tells by
/// itself what it is a range of.
public enum AddressSpace {
  /// Where the source's file begins, and the size in bytes up to which a file may have other areas.
  public static let source = 1 << 31
  /// Where decoded texts begin; a source's file may have half as many bytes as a localized one.
  public static let decoded = 3 << 30
  /// Behind the last offset.
  static let end = Int(UInt32.max)

  /// How many bytes a file may have that has too many, or its source; `nil` where there is room for both.
  /// One byte less than the room: behind the last byte is an offset, too, and must not be the next area's.
  ///
  /// - Parameter hasEscapes: whether there are decoded texts.
  static func limit(of count: Int, from source: SourceText?, _ hasEscapes: Bool) -> Int? {
    if count >= AddressSpace.source, source != nil || hasEscapes { return AddressSpace.source - 1 }
    let room = decoded - AddressSpace.source
    guard let source, source.bytes.count >= room else { return nil }
    return room - 1
  }
}

extension ByteRange {
  /// A range of a source's file, as a range of the document.
  public var inSource: ByteRange {
    ByteRange(lower + AddressSpace.source, upper + AddressSpace.source)
  }

  /// Whether it is a range of the source's file.
  var isInSource: Bool { lower >= AddressSpace.source && lower < AddressSpace.decoded }

  /// Whether it is a range of decoded texts.
  var isDecoded: Bool { lower >= AddressSpace.decoded }

  /// A range that begins so many bytes further down.
  func moved(by distance: Int) -> ByteRange { ByteRange(lower + distance, upper + distance) }
}
