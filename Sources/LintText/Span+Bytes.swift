internal import CScan

extension Span<UInt8> {
  /// Whether `literal` stands at `index`, which may lie before the first byte or behind the last.
  @inlinable @inline(__always)
  public func has(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, length <= count - index else { return false }
    // Compares 8, 4, 2 and 1 bytes at a time. Where this is inlined the length is a constant, so
    // only the comparisons for it are left.
    return unsafe withUnsafeBytes { bytes in
      let (here, wanted) = unsafe (bytes.baseAddress! + index, UnsafeRawPointer(literal.utf8Start))
      var offset = 0
      while offset + 8 <= length {
        guard unsafe here.isSame(as: wanted, at: offset, UInt64.self) else { return false }
        offset += 8
      }
      if length & 4 != 0 {
        guard unsafe here.isSame(as: wanted, at: offset, UInt32.self) else { return false }
        offset += 4
      }
      if length & 2 != 0 {
        guard unsafe here.isSame(as: wanted, at: offset, UInt16.self) else { return false }
        offset += 2
      }
      return unsafe length & 1 == 0 || here.isSame(as: wanted, at: offset, UInt8.self)
    }
  }

  /// The index of the first `byte` at or after `start`.
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    let found = unsafe withUnsafeBufferPointer {
      unsafe scan_find_byte($0.baseAddress! + start, $0.count - start, byte)
    }
    return start + found < count ? start + found : nil
  }

  /// The range of the first `literal` at or after `start`.
  public func firstRange(of literal: StaticString, from start: Int = 0) -> Range<Int>? {
    guard start < count else { return nil }
    let length = literal.utf8CodeUnitCount
    let found = unsafe withUnsafeBufferPointer {
      unsafe scan_find($0.baseAddress! + start, $0.count - start, literal.utf8Start, length)
    }
    return start + found < count ? start + found..<start + found + length : nil
  }

  /// Whether `literal` stands anywhere.
  public func contains(_ literal: StaticString) -> Bool {
    firstRange(of: literal) != nil
  }

  /// Whether both have the same bytes.
  public func elementsEqual(_ other: Span<UInt8>) -> Bool {
    guard count == other.count, !isEmpty else { return count == other.count }
    return unsafe withUnsafeBufferPointer { left in
      unsafe other.withUnsafeBufferPointer { right in
        unsafe scan_is_equal(left.baseAddress!, right.baseAddress!, left.count) != 0
      }
    }
  }

  /// Whether the bytes are those of a literal.
  @inlinable @inline(__always)
  public func elementsEqual(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && has(literal, at: 0)
  }

  /// The indices of what is left without white space of ASCII at the ends.
  public var trimmedRange: Range<Int> {
    var lower = 0
    var upper = count
    while lower < upper, self[lower].isSpace { lower += 1 }
    while upper > lower, self[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  /// The Unicode scalar that begins at `index` and its length in bytes; a byte that begins none is
  /// U+FFFD, one byte long. Well-formed sequences are those of the Unicode Standard 15, table 3-7.
  public func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let lead = self[index]
    guard lead >= 0x80 else { return (UInt32(lead), 1) }
    func trail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> UInt32? {
      guard index + offset < count else { return nil }
      let byte = self[index + offset]
      return byte >= low && byte <= high ? UInt32(byte & 0x3F) : nil
    }
    switch lead {
    case 0xC2...0xDF:
      if let one = trail(1) { return (UInt32(lead & 0x1F) << 6 | one, 2) }
    case 0xE0...0xEF:
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      if let one = trail(1, low, high), let two = trail(2) {
        return (UInt32(lead & 0x0F) << 12 | one << 6 | two, 3)
      }
    case 0xF0...0xF4:
      let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      if let one = trail(1, low, high), let two = trail(2), let three = trail(3) {
        return (UInt32(lead & 0x07) << 18 | one << 12 | two << 6 | three, 4)
      }
    default:
      break
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends just before `index`, and its length in bytes.
  public func scalar(before index: Int) -> (value: UInt32, length: Int) {
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return start + found.length == index ? found : (0xFFFD, 1)
  }
}

extension UnsafeRawPointer {
  /// Whether the bytes at an offset from both are the same, read as a number of some size.
  @inlinable @inline(__always)
  func isSame<Word: FixedWidthInteger & BitwiseCopyable>(
    as other: UnsafeRawPointer, at offset: Int, _: Word.Type
  ) -> Bool {
    unsafe loadUnaligned(fromByteOffset: offset, as: Word.self)
      == other.loadUnaligned(fromByteOffset: offset, as: Word.self)
  }
}

extension String {
  /// Bytes as text for people; what is not UTF-8 becomes U+FFFD.
  public init(_ bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// How many bytes at `index`, where no scalar begins, are the maximal part of an ill-formed
  /// sequence: what is replaced by one U+FFFD (the Unicode Standard 15, § 3.9, U+FFFD Substitution).
  public func illFormedLength(at index: Int) -> Int {
    let lead = self[index]
    let (length, low, high): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (1, 0, 0)
      }
    var end = index + 1
    while end < index + length, end < count,
      end == index + 1 ? (low...high).contains(self[end]) : self[end] & 0xC0 == 0x80
    {
      end += 1
    }
    return end - index
  }
}

extension Span<UInt8> {
  /// Whether `other` stands anywhere; an empty one always does.
  public func contains(_ other: Span<UInt8>) -> Bool {
    guard !other.isEmpty else { return true }
    var index = 0
    while index + other.count <= count, let found = firstIndex(of: other[0], from: index) {
      guard found + other.count <= count else { return false }
      if extracting(found..<found + other.count).elementsEqual(other) { return true }
      index = found + 1
    }
    return false
  }

  /// Just after the end of a line: LF, CR LF or CR; the end of the file where there is none.
  public func endOfLine(from start: Int) -> Int {
    guard start < count else { return count }
    let found = unsafe withUnsafeBufferPointer {
      unsafe scan_line_end($0.baseAddress! + start, $0.count - start)
    }
    let end = start + found
    guard end < count else { return count }
    return self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? end + 2 : end + 1
  }
}

extension [UInt8] {
  /// A copy of a run of bytes.
  public init(_ bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Puts a copy of a run of bytes behind these.
  public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
