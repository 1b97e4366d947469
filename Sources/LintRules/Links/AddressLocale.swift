import LintText

/// The part of an address that names a language or locale: `/de/docs`, `/de-de/docs`, `it.hub.example`.
enum AddressLocale {
  /// Whether an address is another but for the locale, which is that of the page.
  static func isOnlyChange(
    from source: Span<UInt8>, to target: Span<UInt8>, _ own: LocaleTag?
  ) -> Bool {
    change(from: source, to: target, own) != nil
  }

  /// The locale that an address names where its source names none or another one; `nil` where more
  /// differs, or where it is not the page's.
  static func change(
    from source: Span<UInt8>, to target: Span<UInt8>, _ own: LocaleTag?
  ) -> String? {
    guard let own else { return nil }
    let (start, end) = difference(source, target, isSeparator)
    let tail = target.count - end
    let wrong = bare(target.extracting(start..<end))
    let right = bare(source.extracting(start..<source.count - tail))
    // Before a dot it is the name of a host or of a file.
    let isBeforeDot = target.has(".", at: end) || target.has(".", at: end - 1)
    guard let locale = LocaleTag(wrong), locale.canonical.language == own.canonical.language,
      !isBeforeDot || target.has("//", at: start - 2)
    else { return nil }
    guard right.isEmpty || (right.count <= 8 && LocaleTag(right) != nil && isShort(right)) else {
      return nil
    }
    return String(wrong)
  }

  /// Whether two addresses differ in the name of a locale alone, wherever it stands, of a text whose language nobody
  /// asks for.
  static func isOfOther(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    if differ(source, target) { return true }
    guard let tag = tagOfFile(target) else { return false }
    return nameFiles(
      source, target, LocaleTag(target.extracting(tag.lowerBound + 1..<tag.upperBound)))
  }

  /// Whether two addresses name the file of another locale and of the page's by what stands before the ending:
  /// `panel-en.png` and `panel-nl.png`, `panel.png` and `panel_nl.png`.
  static func nameFiles(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ own: LocaleTag?
  ) -> Bool {
    guard let own, let theirs = tagOfFile(target), let dot = lastDot(target),
      let tag = LocaleTag(target.extracting(theirs.lowerBound + 1..<theirs.upperBound)),
      tag.canonical.language == own.canonical.language, let end = lastDot(source),
      source.extracting(end...).elementsEqual(target.extracting(dot...))
    else { return false }
    let name = target.extracting(..<theirs.lowerBound)
    if let tag = tagOfFile(source), source[tag.lowerBound] == target[theirs.lowerBound],
      source.extracting(..<tag.lowerBound).elementsEqual(name)
    {
      return true
    }
    return source.extracting(..<end).elementsEqual(name)
  }

  private static func lastDot(_ address: Span<UInt8>) -> Int? {
    var index = address.count
    while index > 0, address[index - 1] != 0x2F {
      index -= 1
      if address[index] == 0x2E { return index }
    }
    return nil
  }

  /// Where `-en` or `_pt-BR` stands before the ending of a file's name, with the sign before it.
  private static func tagOfFile(_ address: Span<UInt8>) -> Range<Int>? {
    guard let dot = lastDot(address) else { return nil }
    var start = dot
    // The longest that is a locale: `-pt-BR` and not `-BR`.
    var found: Range<Int>?
    while start > 0, dot - start <= 10 {
      start -= 1
      guard address[start].isLetterOrDigit || address[start] == 0x2D || address[start] == 0x5F
      else { break }
      if !address[start].isLetterOrDigit, isKnown(address.extracting(start + 1..<dot)) {
        found = start..<dot
      }
    }
    return found
  }

  /// Whether two addresses differ in the name of a language or locale alone, whatever page they stand
  /// on: `/manual/en/`, `?hl=en`, `wiki/FI:Key`, `gpl.en.html`.
  static func differ(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    let (start, end) = difference(source, target, isJoint)
    let wrong = bare(target.extracting(start..<end))
    let right = bare(source.extracting(start..<source.count - (target.count - end)))
    guard !(wrong.isEmpty && right.isEmpty) else { return false }
    return (wrong.isEmpty || isKnown(wrong)) && (right.isEmpty || isKnown(right))
  }

  /// Whether the path of an address begins with a locale, and that of its source with none or another one:
  /// `/it/docs/` for `/en-us/docs/`.
  static func namesAnother(_ target: Span<UInt8>, than source: Span<UInt8>) -> Bool {
    guard target.has("/", at: 0), !target.has("//", at: 0) else { return false }
    let own = target.extracting(1..<(target.firstIndex(of: 0x2F, from: 1) ?? target.count))
    guard isKnown(own) else { return false }
    guard source.has("/", at: 0) else { return true }
    let theirs = source.extracting(1..<(source.firstIndex(of: 0x2F, from: 1) ?? source.count))
    return !own.equalsIgnoringCase(theirs)
  }

  /// A path from the root without the locale that it begins with, which is the page's or a known one.
  @_lifetime(copy address)
  static func path(of address: Span<UInt8>, _ own: LocaleTag?) -> Span<UInt8> {
    guard let end = endOfFirst(address), let own else { return address }
    let first = address.extracting(1..<end)
    guard let tag = LocaleTag(first), isShort(first),
      tag.canonical.language == own.canonical.language || isKnown(first)
    else { return address }
    return address.extracting(end...)
  }

  /// Whether a path begins with the page's locale with a letter that is wrong, and goes on as another one or as
  /// what stands behind its locale: `/fe/docs/` for `/docs/` or `/en-US/docs/` on a page of `fr`.
  static func isMisspelt(
    _ target: Span<UInt8>, before source: Span<UInt8>, _ own: LocaleTag?
  ) -> Bool {
    guard let end = endOfFirst(target), let own, end <= 9 else { return false }
    let first = target.extracting(1..<end)
    guard isShort(first), !isKnown(first),
      target.extracting(end...).elementsEqual(path(of: source, own))
    else { return false }
    let lowercased = first.lowercased
    return [own.canonical.description, String(own.canonical.language)].contains { right in
      let right = right.lowercased().utf8.map { $0 }
      return Slip(from: right.span, to: lowercased.span) != nil
    }
  }

  /// Where the first part of a path from the root ends.
  private static func endOfFirst(_ address: Span<UInt8>) -> Int? {
    guard address.has("/", at: 0), !address.has("//", at: 0) else { return nil }
    return address.firstIndex(of: 0x2F, from: 1)
  }

  /// Whether two addresses name the hosts of two languages, whatever page: an encyclopedia calls it by another
  /// word in each.
  static func nameHosts(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    guard let one = source.firstIndex(of: 0x2F), source.has("//", at: one),
      let other = target.firstIndex(of: 0x2F), target.has("//", at: other)
    else { return false }
    let (host, theirs) = (host(source, from: one + 2), self.host(target, from: other + 2))
    guard let dot = host.firstIndex(of: 0x2E), let theirDot = theirs.firstIndex(of: 0x2E),
      host.extracting(dot...).elementsEqual(theirs.extracting(theirDot...))
    else { return false }
    return isKnown(host.extracting(..<dot)) && isKnown(theirs.extracting(..<theirDot))
  }

  @_lifetime(copy address)
  private static func host(_ address: Span<UInt8>, from start: Int) -> Span<UInt8> {
    address.extracting(start..<(address.firstIndex(of: 0x2F, from: start) ?? address.count))
  }

  /// Where the part of an address stands that is not the source's, from one separator to another one.
  private static func difference(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ parts: (UInt8) -> Bool
  ) -> (start: Int, end: Int) {
    let shorter = min(source.count, target.count)
    var start = 0
    while start < shorter, source[start] == target[start] { start += 1 }
    while start > 0, !parts(target[start - 1]) { start -= 1 }
    var tail = 0
    while tail < shorter - start,
      source[source.count - 1 - tail] == target[target.count - 1 - tail]
    {
      tail += 1
    }
    // The equal end begins behind a separator, or with one.
    while tail > 0, !parts(target[target.count - tail]), target.count - tail > start,
      !parts(target[target.count - tail - 1])
    {
      tail -= 1
    }
    return (start, target.count - tail)
  }

  static func isKnown(_ tag: Span<UInt8>) -> Bool {
    tag.count <= 10 && isShort(tag) && LocaleTag(tag)?.isOfKnownLanguage == true
  }

  /// What may stand on either side of a locale in an address.
  static func isJoint(_ byte: UInt8) -> Bool {
    isSeparator(byte) || byte == 0x3A || byte == 0x3D || byte == 0x3F || byte == 0x26
  }

  /// Whether it is a language of two or three letters, with what may follow.
  private static func isShort(_ tag: Span<UInt8>) -> Bool {
    var letters = 0
    while letters < tag.count, tag[letters].isLetter { letters += 1 }
    return letters == 2 || letters == 3
  }

  @_lifetime(copy part)
  private static func bare(_ part: Span<UInt8>) -> Span<UInt8> {
    var (lower, upper) = (0, part.count)
    while lower < upper, isJoint(part[lower]) { lower += 1 }
    while upper > lower, isJoint(part[upper - 1]) { upper -= 1 }
    return part.extracting(lower..<upper)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2E }
}
