import LintText

/// A slip of the key in an address where it is told from a change that was meant: in a host, or beside the name
/// of a locale that was rightly changed.
enum AddressSlip {
  /// Whether two addresses differ in a letter or two of one name, and else in the names of locales alone:
  /// `/en/docs/access-control`, `/sv/docs/access-cotrol`.
  ///
  /// - Returns: Where the name stands in the source's, and where in the target's; `nil` where more differs, or
  ///   no locale does.
  static func besideLocale(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ own: LocaleTag?
  ) -> (right: Range<Int>, wrong: Range<Int>)? {
    guard let own, mayDiffer(source, target, own) else { return nil }
    let (parts, others) = (Self.parts(source), Self.parts(target))
    guard abs(parts.count - others.count) <= 1, parts.count <= mostParts else { return nil }
    var found: (right: Range<Int>, wrong: Range<Int>)?
    var hasLocale = false
    var (index, other) = (0, 0)
    while index < parts.count, other < others.count {
      let (right, wrong) = (source.extracting(parts[index]), target.extracting(others[other]))
      if right.elementsEqual(wrong) {
        (index, other) = (index + 1, other + 1)
      } else if isLocale(right, of: nil), isLocale(wrong, of: own) {
        hasLocale = true
        (index, other) = (index + 1, other + 1)
      } else if isLocale(wrong, of: own), others.count - other > parts.count - index {
        hasLocale = true
        other += 1
      } else if isLocale(right, of: nil), parts.count - index > others.count - other {
        hasLocale = true
        index += 1
      } else if found == nil, let slip = Slip(from: right, to: wrong), right.count >= 4,
        !slip.isPlural(of: right, wrong, wordEnd: right.count)
      {
        found = (parts[index], others[other])
        (index, other) = (index + 1, other + 1)
      } else {
        return nil
      }
    }
    return hasLocale && index == parts.count && other == others.count ? found : nil
  }

  /// Whether the first part that differs is the name of a locale or has a slip: of nearly all addresses neither, and no
  /// list of their parts is made.
  private static func mayDiffer(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ own: LocaleTag
  ) -> Bool {
    var start = source.difference(from: target).own.lowerBound
    while start > 0, !isJoint(source[start - 1]) { start -= 1 }
    let (right, wrong) = (part(source, from: start), part(target, from: start))
    return isLocale(right, of: nil) || isLocale(wrong, of: own)
      || right.count >= 4 && Slip(from: right, to: wrong) != nil
  }

  @_lifetime(copy address)
  private static func part(_ address: Span<UInt8>, from start: Int) -> Span<UInt8> {
    var end = start
    while end < address.count, !isJoint(address[end]) { end += 1 }
    return address.extracting(start..<end)
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    AddressLocale.isJoint(byte) || byte == 0x23
  }

  /// Whether a slip stands in a name of a host that is long enough to be one's own, and not in the last one, by
  /// which hosts differ on purpose: `.com`, `.co`.
  static func isInHost(
    _ slip: Slip, of source: Span<UInt8>, _ target: Span<UInt8>, _ end: Int
  ) -> Bool {
    guard slip.right.upperBound < end, let colon = source.firstIndex(of: 0x3A),
      slip.right.lowerBound >= colon + 3
    else { return false }
    var (first, last) = (slip.right.lowerBound, slip.right.upperBound)
    while source[first - 1] != 0x2E, source[first - 1] != 0x2F { first -= 1 }
    while last < end, source[last] != 0x2E { last += 1 }
    return last < end && last - first >= 5
      && !slip.isPlural(of: source, target, wordEnd: last)
  }

  /// Addresses of more parts are not compared part by part.
  private static let mostParts = 64

  /// A locale's name; with one given, of its language.
  private static func isLocale(_ part: Span<UInt8>, of own: LocaleTag?) -> Bool {
    guard AddressLocale.isKnown(part) else { return false }
    guard let own else { return true }
    return LocaleTag(part)?.canonical.language == own.canonical.language
  }

  private static func parts(_ address: Span<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in address.indices where isJoint(address[index]) {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<address.count)
    return parts
  }
}
