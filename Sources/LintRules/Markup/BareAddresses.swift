import LintCore
import LintText

/// The addresses in the running text of a source: what Markdown makes no link of.
enum BareAddresses {
  /// Those that the target has in no form, by their ranges in the source. One whose locale alone
  /// changed is there.
  static func lost(in segment: borrowing Segment) -> [Range<Int>] {
    let bytes = segment.source.bytes
    guard bytes.hasAddress else { return [] }
    var lost: [Range<Int>] = []
    var budget = SearchBudget(segment)
    var inline = 0
    var index = 0
    while let colon = bytes.firstRange(of: "://", from: index)?.lowerBound {
      index = colon + 3
      guard budget.allows(segment.sourceInlines.count - inline) else { break }
      // Most stand in the parentheses of a link.
      guard !segment.sourceInlines.hide(segment.source.range.lower + colon, &inline),
        let range = range(around: colon, in: segment.source, &index)
      else { continue }
      let address = bytes.extracting(range)
      if !budget.allows(segment.target) { break }
      // Nearly all stand as they are.
      if segment.target.bytes.firstRange(of: address, from: 0) == nil,
        !isLocalized(address, in: segment.target.bytes)
      {
        lost.append(range)
      }
    }
    return lost
  }

  /// The address around a colon, without the punctuation that ends a sentence; `nil` where the reader
  /// has to fill in a part.
  ///
  /// - Parameter next: Becomes where it was read to: no other address begins before that, even where
  ///   this is none.
  private static func range(
    around colon: Int, in source: borrowing Text, _ next: inout Int
  ) -> Range<Int>? {
    let bytes = source.bytes
    var start = colon
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    let scheme = bytes.extracting(start..<colon)
    guard scheme.equalsIgnoringCase("https") || scheme.equalsIgnoringCase("http") else {
      return nil
    }
    var end = colon + 3
    while end < bytes.count, bytes[end] < 0x80, !bytes[end].isSpace, !bytes[end].endsAddress {
      end += 1
      next = end
      if bytes[end - 1] == 0x7B || bytes[end - 1] == 0x24 { return nil }
    }
    if end < bytes.count, bytes[end] == 0x3C || bytes[end] == 0x5B || bytes[end] == 0x5C {
      return nil
    }
    while end > colon + 3, ".,:;!?&".utf8.contains(bytes[end - 1]) { end -= 1 }
    let host = bytes.extracting(colon + 3..<end)
    guard host.count >= 4, host.firstIndex(of: 0x2E) != nil, end - start <= Names.longest,
      !host.lowercased.span.contains("your")
    else { return nil }
    return start..<end
  }

  /// Whether the target has an address with another scheme, or with another locale or none in its path
  /// or host.
  private static func isLocalized(_ address: Span<UInt8>, in target: Span<UInt8>) -> Bool {
    guard let colon = address.firstIndex(of: 0x3A) else { return false }
    var hostEnd = colon + 3
    while hostEnd < address.count, address[hostEnd] != 0x2F { hostEnd += 1 }
    let hasLanguage = hostEnd - colon > 6 && address[colon + 5] == 0x2E
    // `.hive.example` of `en.hive.example`; `hive.example` in full.
    let host = address.extracting(colon + (hasLanguage ? 5 : 3)..<hostEnd)
    let path = address.extracting(address.endOfLocale(from: hostEnd)..<address.count)
    var start = 0
    var looks = 2
    while let found = target.firstRange(of: host, from: start) {
      start = found.lowerBound + 1
      guard
        target.has("://", at: found.lowerBound - 3)
          || (hasLanguage && target.has(".", at: found.lowerBound))
      else { continue }
      // The same place in another language, whose articles have names of their own.
      if hasLanguage, target.hasOtherLanguage(before: found.lowerBound) { return true }
      // Of many addresses of one site only the next ones: to compare takes as long as they are.
      looks -= 1
      if !hasLanguage, looks >= 0,
        AddressLocale.differ(
          address.extracting((colon + 3)...),
          target.extracting(found.lowerBound..<target.endOfAddress(from: found.upperBound)))
      {
        return true
      }
      let rest = target.endOfLocale(from: found.upperBound)
      for place in [found.upperBound, rest]
      where place + path.count <= target.count
        && target.extracting(place..<place + path.count).equalsIgnoringCase(path)
      {
        return true
      }
    }
    return false
  }
}

extension Span<Inline> {
  /// Whether an offset lies in code, a tag or the address of a link. Offsets must be asked for in rising
  /// order; `first` is the first inline that is not known to end before them.
  fileprivate func hide(_ offset: Int, _ first: inout Int) -> Bool {
    while first < count, self[first].range.upper <= offset { first += 1 }
    var index = first
    while index < count, self[index].range.lower <= offset {
      let inline = self[index]
      switch inline.kind {
      case .link, .image:
        if inline.content.upper <= offset, offset < inline.range.upper { return true }
      case .code, .tag, .autolink, .placeholder:
        if offset < inline.range.upper { return true }
      default: break
      }
      index += 1
    }
    return false
  }
}

extension UInt8 {
  /// Whether no address in running text goes on with it.
  fileprivate var endsAddress: Bool {
    switch self {
    case 0x22, 0x27, 0x28, 0x29, 0x2A, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x60, 0x7C: true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// Whether a language that is not English stands between the scheme and an index: `://de`.
  fileprivate func hasOtherLanguage(before end: Int) -> Bool {
    var start = end
    while start > 0, end - start <= 3, self[start - 1].isLetter { start -= 1 }
    return (2...3).contains(end - start) && has("://", at: start - 3)
      && !extracting(start..<end).equalsIgnoringCase("en")
      && !extracting(start..<end).equalsIgnoringCase("www")
  }

  /// Just after `/en-us` or `/en` where that stands at an index; else the index.
  fileprivate func endOfLocale(from start: Int) -> Int {
    guard start + 3 <= count, self[start] == 0x2F, self[start + 1].isLetter,
      self[start + 2].isLetter
    else { return start }
    var end = start + 3
    if end + 3 <= count, self[end] == 0x2D, self[end + 1].isLetter, self[end + 2].isLetter {
      end += 3
      while end < count, self[end].isLetter { end += 1 }
    }
    return end == count || self[end] == 0x2F ? end : start
  }
}

extension Span<UInt8> {
  /// Where an address ends that goes on at an index: before white space, a mark at its end, or a letter
  /// beyond ASCII.
  fileprivate func endOfAddress(from start: Int) -> Int {
    var end = start
    while end < count, self[end] > 0x20, self[end] < 0x7F, self[end] != 0x3C, self[end] != 0x29 {
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A].contains(self[end - 1]) { end -= 1 }
    return end
  }
}
