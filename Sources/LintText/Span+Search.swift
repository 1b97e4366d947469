internal import CScan

extension Span {
  /// Whether an element meets a condition.
  @inlinable public func contains(where isWanted: (Element) -> Bool) -> Bool {
    first(where: isWanted) != nil
  }

  /// Whether all elements are wanted; so are none.
  @inlinable public func allSatisfy(_ isWanted: (Element) -> Bool) -> Bool {
    !contains { !isWanted($0) }
  }

  /// The first element that meets a condition.
  @inlinable public func first(where isWanted: (Element) -> Bool) -> Element? {
    var index = 0
    while index < count {
      let element = self[index]
      if isWanted(element) { return element }
      index += 1
    }
    return nil
  }

  /// How many elements meet a condition.
  @inlinable public func count(where isWanted: (Element) -> Bool) -> Int {
    var found = 0
    var index = 0
    while index < count {
      if isWanted(self[index]) { found += 1 }
      index += 1
    }
    return found
  }
}

extension Span<UInt8> {
  /// Whether the bytes are well-formed UTF-8 (the Unicode Standard 15, § 3.9, table 3-7).
  public var isUTF8: Bool {
    unsafe withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return true }
      return unsafe scan_is_utf8(start, bytes.count) != 0
    }
  }

  /// How many UTF-16 code units the bytes are; `nil` when they are not well-formed UTF-8.
  public var utf16Count: Int? {
    guard isUTF8 else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe scan_utf16_units(start, bytes.count)
    }
  }

  /// The index of the first byte at or after `start` that is one of four, none of which may be 0.
  public func firstIndex(
    ofAny one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8, from start: Int = 0
  ) -> Int? {
    guard start < count else { return nil }
    let found = unsafe withUnsafeBufferPointer {
      unsafe scan_find_any($0.baseAddress! + start, $0.count - start, one, two, three, four)
    }
    return start + found < count ? start + found : nil
  }

  /// The index of the first quotation mark, backslash or line end at or after `start`; which marks stand before it is
  /// added to `marks`.
  public func endOfString(from start: Int, _ marks: inout StringMarks) -> Int? {
    guard start < count else { return nil }
    let found = unsafe withUnsafeBufferPointer {
      unsafe scan_string($0.baseAddress! + start, $0.count - start, &marks.rawValue)
    }
    return start + found < count ? start + found : nil
  }

  /// How many runs between gaps (`UInt8.isGap`) hold a letter or digit.
  public var tokenCount: Int {
    unsafe withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe scan_tokens(start, bytes.count)
    }
  }

  /// The index of the first byte of a range that may end the address of a link, or the end of the range:
  /// a control character, a space, `(`, `)` or `\`.
  public func endOfAddress(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    let part = extracting(range)
    return unsafe range.lowerBound
      + part.withUnsafeBufferPointer { unsafe scan_find_end_of_address($0.baseAddress!, $0.count) }
  }

  /// The index of the first byte at or after `start` that is no printable character of ASCII or is one of
  /// three, or `count`.
  public func firstSpecial(
    _ one: UInt8, _ two: UInt8, _ three: UInt8, from start: Int = 0
  ) -> Int {
    guard start < count else { return count }
    return unsafe withUnsafeBufferPointer {
      unsafe start + scan_special($0.baseAddress! + start, $0.count - start, one, two, three)
    }
  }

  /// The index of the first byte at or after `start` that lies in a range of ASCII; 64 bytes are
  /// looked at in one step.
  public func firstIndex(in range: ClosedRange<UInt8>, from start: Int = 0) -> Int? {
    var block = start
    while block < count {
      let mask = unsafe withUnsafeBufferPointer {
        unsafe scan_range(
          $0.baseAddress! + block, $0.count - block, range.lowerBound, range.upperBound)
      }
      if mask != 0 {
        // Behind the end there are zeros.
        let found = block + mask.trailingZeroBitCount
        return found < count ? found : nil
      }
      block += 64
    }
    return nil
  }

  /// Whether two runs of bytes on both sides of white space begin alike, the case of the first letter
  /// aside, with punctuation and blanks before the first left out. A word that is doubled does;
  /// `true` is no proof.
  public var mayHaveDoubledWord: Bool {
    guard !isEmpty else { return false }
    return unsafe withUnsafeBufferPointer {
      unsafe scan_may_double($0.baseAddress!, $0.count, UInt8.blank) != 0
    }
  }

  /// How many scalars are neither white space nor `UInt8.blank`.
  public var countOfLetters: Int {
    guard !isEmpty else { return 0 }
    return unsafe withUnsafeBufferPointer {
      unsafe scan_letters($0.baseAddress!, $0.count, UInt8.blank)
    }
  }

  /// The first range of `other`, which has a byte or more, at or after `start`.
  public func firstRange(of other: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard !other.isEmpty, start + other.count <= count else { return nil }
    if other.count == 1 { return firstIndex(of: other[0], from: start).map { $0..<$0 + 1 } }
    let found = unsafe withUnsafeBufferPointer { bytes in
      unsafe other.withUnsafeBufferPointer { wanted in
        unsafe scan_find(
          bytes.baseAddress! + start, bytes.count - start, wanted.baseAddress!, wanted.count)
      }
    }
    return start + found < count ? start + found..<start + found + other.count : nil
  }

  /// Whether `://` stands anywhere: most texts with other markup have no colon at all, which takes less to see.
  public var hasAddress: Bool {
    guard let colon = firstIndex(of: 0x3A) else { return false }
    return firstRange(of: "://", from: colon) != nil
  }

  /// Whether two marks of Chinese or Japanese punctuation may stand side by side; `true` is no proof.
  public var mayHavePairOfMarks: Bool {
    guard !isEmpty else { return false }
    return unsafe withUnsafeBufferPointer {
      unsafe scan_may_pair_marks($0.baseAddress!, $0.count) != 0
    }
  }

  /// A bit for each of the 64 bytes from `block` on that is a joint, as `firstJoint` has it, or a mark that
  /// only names have which are typed as they are.
  public func marks(from block: Int) -> UInt64 {
    unsafe withUnsafeBufferPointer { unsafe scan_names($0.baseAddress!, $0.count, block) }
  }

  /// A bit for each of the 64 bytes from an index on that is a bracket or parenthesis, or that one of full width
  /// may begin with.
  public func brackets(from block: Int) -> UInt64 {
    unsafe withUnsafeBufferPointer {
      unsafe scan_brackets($0.baseAddress! + block, $0.count - block)
    }
  }

  /// The first index at or after `start` where the parts of a name join: of a capital or a dot
  /// right after a letter or digit, or of a letter right after a digit.
  public func firstJoint(from start: Int = 0) -> Int? {
    var block = start
    while block < count {
      let before = block > 0 ? self[block - 1] : 0
      let mask = unsafe withUnsafeBufferPointer {
        unsafe scan_joints($0.baseAddress! + block, $0.count - block, before)
      }
      if mask != 0 { return block + mask.trailingZeroBitCount }
      block += 64
    }
    return nil
  }
}
