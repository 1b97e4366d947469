internal import CScan

/// Comparisons in any letter case. Only the case of ASCII letters is ignored: `é` and `É` differ.
///
/// What takes a condition is inlinable, here and in `Array.partitionPoint`, and so is what is asked of
/// each scalar: a run over 111,504 segments would else take 0.25 % more instructions.
extension Span<UInt8> {
  /// A copy in lower case: equal for two texts that differ in letter case alone.
  public var lowercased: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    for index in indices { copy.append(self[index].lowercased) }
    return copy
  }

  /// The same as one number, for up to eight bytes; `nil` for more.
  public var lowercasedNumber: UInt64? {
    guard count <= 8 else { return nil }
    var number: UInt64 = 0
    for index in indices { number = number << 8 | UInt64(self[index].lowercased) }
    return number
  }

  @inlinable public func equalsIgnoringCase(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index].lowercased != other[index].lowercased { return false }
    return true
  }

  @inlinable public func equalsIgnoringCase(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in indices {
      if unsafe self[index].lowercased != literal.utf8Start[index].lowercased { return false }
    }
    return true
  }

  /// Whether `other` stands anywhere; an empty one always does.
  @inlinable public func containsIgnoringCase(_ other: Span<UInt8>) -> Bool {
    firstRangeIgnoringCase(of: other) { _ in true } != nil
  }

  /// The first range of `other`, at or after `start`, that meets a condition.
  ///
  /// It is compared where its first and its last byte stand, in up to as many steps as the product
  /// of both lengths; of other places 64 are passed over at once.
  @inlinable public func firstRangeIgnoringCase(
    of other: Span<UInt8>, from start: Int = 0, where isWanted: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    guard !other.isEmpty else {
      return isWanted(start..<start) ? start..<start : nil
    }
    var block = start
    while block + other.count <= count {
      var places = places(of: other, from: block)
      while places != 0 {
        let place = block + places.trailingZeroBitCount
        let range = place..<place + other.count
        if isWanted(range), extracting(range).equalsIgnoringCase(other) { return range }
        places &= places - 1
      }
      block += 64
    }
    return nil
  }

  /// One bit for each of the 64 places from one on where `other` may begin, for its first and its
  /// last byte.
  @usableFromInline func places(of other: Span<UInt8>, from block: Int) -> UInt64 {
    let last = other.count - 1
    let starts = count - last - block
    return unsafe withUnsafeBufferPointer { bytes in
      let start = unsafe bytes.baseAddress! + block
      var places = unsafe scan_either_case(start, starts, other[0])
      if starts < 64 { places &= 1 << starts - 1 }
      guard places != 0, last > 0 else { return places }
      return unsafe places & scan_either_case(start + last, starts, other[last])
    }
  }

  /// Compares `wanted` with what begins at `start`, where some bytes may have been put in or left
  /// out: the index where that ended, and whether all of `wanted` was found.
  ///
  /// - Parameters:
  ///   - mayPutIn: Whether a byte may have been put in before the byte of `wanted` at an index.
  ///     Before the first byte none may.
  ///   - mayLeaveOut: Whether a byte of `wanted` may have been left out.
  @inlinable public func reach(
    of wanted: Span<UInt8>, from start: Int, mayPutIn: (_ byte: UInt8, _ index: Int) -> Bool,
    mayLeaveOut: (_ byte: UInt8) -> Bool = { _ in false }
  ) -> (end: Int, isWhole: Bool) {
    var (end, index) = (start, 0)
    while index < wanted.count {
      guard end < count else { return (end, false) }
      if self[end].lowercased == wanted[index].lowercased {
        end += 1
        index += 1
      } else if index > 0, mayPutIn(self[end], index) {
        end += 1
      } else if mayLeaveOut(wanted[index]) {
        index += 1
      } else {
        return (end, false)
      }
    }
    return (end, true)
  }
}
