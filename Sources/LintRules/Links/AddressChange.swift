import LintCore
import LintText

/// What became of a link's destination on a page whose source is a file of its own.
///
/// People mend such pages by hand: they lead to what has moved since, to the same page in the reader's
/// language, to a section of the page under the name that it has there.
enum AddressChange {
  /// The page's owner would not mend it.
  case none
  /// It leads elsewhere on the site.
  case inside
  /// It has a host, or had one: such addresses are changed for many reasons.
  case elsewhere

  init(
    from source: Span<UInt8>, to target: Span<UInt8>, _ locale: LocaleTag?, _ file: SourceText,
    _ anchors: (any PageAnchors)?
  ) {
    if file.latest?.words?.hasDestination(target) == true
      || Self.differInLocale(source, target, locale)
    {
      self = .none
    } else if Self.hasHost(source) || Self.hasHost(target) {
      self = .elsewhere
    } else if target.has("#", at: 0) {
      let name = target.extracting(1..<target.count)
      self = anchors?.hasAnchor(name) == true ? .none : .inside
    } else {
      self = Self.isSamePage(source, target) ? .none : .inside
    }
  }

  private static func differInLocale(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ locale: LocaleTag?
  ) -> Bool {
    // The same section of it.
    let fragment = source.firstIndex(of: 0x23) ?? source.count
    let other = target.firstIndex(of: 0x23) ?? target.count
    guard source.extracting(fragment...).elementsEqual(target.extracting(other...)) else {
      return false
    }
    let (page, own) = (source.extracting(..<fragment), target.extracting(..<other))
    return AddressLocale.isOnlyChange(from: page, to: own, locale)
      || AddressLocale.differ(page, own)
  }

  private static func hasHost(_ address: Span<UInt8>) -> Bool {
    address.contains("://") || address.has("//", at: 0) || address.has("mailto:", at: 0)
  }

  /// Whether both name the same page, and the same section of it, in two ways: `./lid/`, `/docs/lid`,
  /// `../lid.md?plain`.
  private static func isSamePage(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    let (one, other) = (name(source), name(target))
    return !one.isEmpty && source.extracting(one).elementsEqual(target.extracting(other))
      && section(source).elementsEqual(section(target))
  }

  @_lifetime(copy address)
  private static func section(_ address: Span<UInt8>) -> Span<UInt8> {
    address.extracting((address.firstIndex(of: 0x23) ?? address.count)...)
  }

  /// The last part of an address's path, without what files of pages end with.
  private static func name(_ address: Span<UInt8>) -> Range<Int> {
    var end = 0
    while end < address.count, address[end] != 0x23, address[end] != 0x3F { end += 1 }
    while end > 0, address[end - 1] == 0x2F { end -= 1 }
    for ending in ["/_index.md", "/index.md", ".md", ".html"] as [StaticString]
    where end >= ending.utf8CodeUnitCount && address.has(ending, at: end - ending.utf8CodeUnitCount)
    {
      end -= ending.utf8CodeUnitCount
      break
    }
    var start = end
    while start > 0, address[start - 1] != 0x2F { start -= 1 }
    return start..<end
  }
}
