import LintCore
import LintText

/// What became of a link's destination on a page whose source is a file of its own.
///
/// People mend such pages by hand: they lead to what has moved since, to the same page in the reader's
/// language, to a section of the page under the name that it has there.
enum AddressChange {
  /// The page's owner would not mend it.
  case none
  /// It leads elsewhere on the site, or to the same site with a letter that is wrong.
  case inside
  /// It has a host, or had one: such addresses are changed for many reasons.
  case elsewhere

  /// - Parameter text: The text that the link stands in, with what it leads to.
  init(
    from right: borrowing Text, to wrong: borrowing Text, in text: borrowing Text,
    _ locale: LocaleTag?, _ file: SourceText, _ anchors: (any PageAnchors)?
  ) {
    let (source, target) = (right.bytes, wrong.bytes)
    if file.latest?.words?.hasDestination(target) == true
      || AddressLocale.nameHosts(source, target) || Self.differInLocale(source, target, locale)
    {
      self = .none
    } else if Self.hasHost(source) || Self.hasHost(target) {
      let isWrong =
        Self.isMisspelt(source, target) || AddressSlip.besideLocale(source, target, locale) != nil
      self = isWrong ? .inside : .elsewhere
    } else if target.has("#", at: 0) {
      let name = target.extracting(1..<target.count)
      self =
        anchors?.hasAnchor(name) == true && !Self.isAnother(source, target, file, anchors)
        ? .none : .inside
    } else {
      let (path, other) = (
        AddressLocale.path(of: source, locale), AddressLocale.path(of: target, locale)
      )
      let mayMove = Self.mayMove(path, other, file.version)
      if Self.areSections(path, other, mayMove: mayMove) {
        let isWrong = Self.isWrongSection(source, target, wrong, text, file, anchors, locale)
        self = isWrong ? .inside : .none
        return
      }
      let isWrong =
        Self.isWithoutEnding(source, target) || Self.isMisspelt(path, other)
        || AddressLocale.isMisspelt(target, before: source, locale)
        || !Self.isSamePage(source, target, mayMove: mayMove)
      self = isWrong ? .inside : .none
    }
  }

  /// Whether both lead to a section of the same page, and not to the same one.
  private static func areSections(
    _ source: Span<UInt8>, _ target: Span<UInt8>, mayMove: Bool
  ) -> Bool {
    let (one, other) = (section(source), section(target))
    guard one.count > 1, other.count > 1, !one.elementsEqual(other) else { return false }
    let page = source.extracting(..<(source.count - one.count))
    let own = target.extracting(..<(target.count - other.count))
    return isSamePage(page, own, mayMove: mayMove)
  }

  /// Whether a link leads to a section of another page that is not there, or to another one than its source's. A
  /// page calls its sections by their translated headings, if it names them no other way.
  private static func isWrongSection(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ wrong: borrowing Text, _ text: borrowing Text,
    _ file: SourceText, _ anchors: (any PageAnchors)?, _ locale: LocaleTag?
  ) -> Bool {
    let path = target.extracting(..<(target.count - section(target).count))
    let right = [UInt8](section(source).extracting(1...))
    let own = [UInt8](section(target).extracting(1...))
    let page = anchors?.anchors(at: path)
    let isOfSource = file.words?.hasDestination(target) == true
    if let shown = page?.shown, shown.contains(own) { return isOfSource && shown.contains(right) }
    if isOfSource || isMisspeltSection(source, target, wrong, text) { return true }
    // Where the names of the page's headings can be told, for the source's is there.
    if page?.shown?.contains(right) == true || page?.source?.contains(right) == true {
      return !own.contains(0x25)
    }
    return SectionName.isOfSource(
      section(target), section(source), wrong, in: text, locale,
      isKept: page?.translation == nil && anchors?.keepsSections == true)
  }

  /// Whether a section's name has a slip of the key, and no word that the text has, too: `#overveiw`, but not
  /// `#systeem` of a heading that was translated.
  private static func isMisspeltSection(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ wrong: borrowing Text, _ text: borrowing Text
  ) -> Bool {
    guard let slip = Slip(from: section(source), to: section(target)) else { return false }
    let (page, whole) = (target.count - section(target).count, target)
    var (first, last) = (page + slip.wrong.lowerBound, page + slip.wrong.upperBound)
    while first > page + 1, whole[first - 1] != 0x2D { first -= 1 }
    while last < whole.count, whole[last] != 0x2D { last += 1 }
    let word = whole.extracting(first..<last)
    let right = part(of: source, around: source.count - section(source).count..<source.count)
    guard word.count >= 4,
      !slip.isPlural(of: section(source), section(target), wordEnd: right.count)
    else { return false }
    let (before, behind) = SectionName.around(wrong, in: text)
    return !before.containsIgnoringCase(word) && !behind.containsIgnoringCase(word)
  }

  /// Whether a link to a part of the page leads to one that the source has, too, and leads to elsewhere, while
  /// the page has the part that the source leads to here, if it is one.
  private static func isAnother(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ file: SourceText,
    _ anchors: (any PageAnchors)?
  ) -> Bool {
    guard file.version != .today, let words = file.words,
      words.hasAnchor(target.extracting(1..<target.count)), words.hasDestination(target)
    else { return false }
    return !source.has("#", at: 0)
      || anchors?.hasAnchor(source.extracting(1..<source.count)) == true
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
      || AddressLocale.differ(page, own) || AddressLocale.nameFiles(page, own, locale)
  }

  private static func hasHost(_ address: Span<UInt8>) -> Bool {
    address.contains("://") || address.has("//", at: 0) || address.has("mailto:", at: 0)
  }

  /// Whether two addresses differ in a letter or two of one name: `/releases/`, `/relaeses/`. Short names are
  /// changed on purpose, and so are numbers, but where two of their digits changed places.
  private static func isMisspelt(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    // Both from the root of a site, or both behind a host.
    let root = source.has("/", at: 0) && target.has("/", at: 0) ? 0 : nil
    guard let host = root ?? endOfHost(source), let slip = Slip(from: source, to: target) else {
      return false
    }
    guard slip.right.lowerBound >= host else {
      return AddressSlip.isInHost(slip, of: source, target, host)
    }
    let name = part(of: source, around: slip.right)
    guard name.count >= 4 else { return false }
    // A plural leads to a page that has moved.
    return !slip.isPlural(of: source, target, wordEnd: name.upperBound)
  }

  /// Where the host of an address ends; `nil` where it has none.
  private static func endOfHost(_ address: Span<UInt8>) -> Int? {
    guard let scheme = address.firstIndex(of: 0x3A), address.has("://", at: scheme) else {
      return nil
    }
    return address.firstIndex(of: 0x2F, from: scheme + 3) ?? address.count
  }

  /// What stands between two signs that part an address, around a range.
  private static func part(of address: Span<UInt8>, around range: Range<Int>) -> Range<Int> {
    func parts(_ byte: UInt8) -> Bool {
      byte == 0x2F || byte == 0x3F || byte == 0x23 || byte == 0x26 || byte == 0x3D
    }
    var (first, last) = (range.lowerBound, range.upperBound)
    while first > 0, !parts(address[first - 1]) { first -= 1 }
    while last < address.count, !parts(address[last]) { last += 1 }
    return first..<last
  }

  /// Whether an address is its source's without the `.md` of a file beside the page.
  private static func isWithoutEnding(_ source: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    let end = source.firstIndex(of: 0x23) ?? source.count
    guard end > 3, target.count == source.count - 3, source[0] != 0x2F,
      source.has(".md", at: end - 3)
    else { return false }
    return source.extracting(..<(end - 3)).elementsEqual(target.extracting(..<(end - 3)))
      && source.extracting(end...).elementsEqual(target.extracting((end - 3)...))
  }

  /// Whether a page may have moved since the source: of the version that the page names the latest one tells where
  /// to. From the sources that all pages were made from, it may have got another folder, but none for another.
  private static func mayMove(
    _ source: Span<UInt8>, _ target: Span<UInt8>, _ version: SourceVersion
  ) -> Bool {
    switch version {
    case .pin: false
    case .given: depth(of: source) != depth(of: target)
    default: true
    }
  }

  /// How many folders deep a path leads.
  private static func depth(of address: Span<UInt8>) -> Int {
    let path = address.extracting(path(address))
    return path.indices.count { path[$0] == 0x2F }
  }

  /// Whether both name the same page, and the same section of it, in two ways: `./lid/`, `lid.md?plain`; one
  /// of them from the site's root, `/docs/lid`, and the other from the page, `../lid`; or both from the
  /// root, for pages move: `/docs/hub/lid`, `/docs/parts/lid`.
  ///
  /// - Parameter mayMove: Whether pages may have moved since: of the version that the page names the latest
  ///   source, which was asked before, tells where to.
  private static func isSamePage(
    _ source: Span<UInt8>, _ target: Span<UInt8>, mayMove: Bool
  ) -> Bool {
    // With questions to the same page, which differ.
    if let one = query(source), let other = query(target), one != other { return false }
    let (one, other) = (path(source), path(target))
    let (right, wrong) = (source.extracting(one), target.extracting(other))
    guard !right.isEmpty, !wrong.isEmpty, section(source).elementsEqual(section(target)) else {
      return false
    }
    // Its folder may lie one deeper than the source's, in that of the locale.
    if source.has("../", at: 0), target.count == source.count + 3, target.has("../", at: 0),
      target.extracting(3...).elementsEqual(source)
    {
      return true
    }
    let (isRooted, isOtherRooted) = (source.has("/", at: 0), target.has("/", at: 0))
    guard isRooted || isOtherRooted else { return right.elementsEqual(wrong) }
    guard last(right).elementsEqual(last(wrong)) else { return false }
    // A part that is lost before the same path leads nowhere.
    return isRooted != isOtherRooted
      || mayMove && !(endsWithPath(right, wrong) || endsWithPath(wrong, right))
      || right.elementsEqual(wrong)
  }

  /// What stands behind `?`; `nil` where nothing does.
  private static func query(_ address: Span<UInt8>) -> [UInt8]? {
    guard let mark = address.firstIndex(of: 0x3F) else { return nil }
    let end = address.firstIndex(of: 0x23, from: mark) ?? address.count
    return mark + 1 < end ? [UInt8](address.extracting(mark + 1..<end)) : nil
  }

  /// Whether a path ends with all of another one.
  private static func endsWithPath(_ path: Span<UInt8>, _ end: Span<UInt8>) -> Bool {
    path.count > end.count
      && path.extracting((path.count - end.count)...).elementsEqual(end)
  }

  @_lifetime(copy path)
  private static func last(_ path: Span<UInt8>) -> Span<UInt8> {
    var start = path.count
    while start > 0, path[start - 1] != 0x2F { start -= 1 }
    return path.extracting(start...)
  }

  @_lifetime(copy address)
  private static func section(_ address: Span<UInt8>) -> Span<UInt8> {
    address.extracting((address.firstIndex(of: 0x23) ?? address.count)...)
  }

  /// An address's path, without what files of pages end with and without `./`.
  private static func path(_ address: Span<UInt8>) -> Range<Int> {
    var end = 0
    while end < address.count, address[end] != 0x23, address[end] != 0x3F { end += 1 }
    while end > 0, address[end - 1] == 0x2F { end -= 1 }
    for ending in ["/_index.md", "/index.md", ".md", ".html"] as [StaticString]
    where end >= ending.utf8CodeUnitCount && address.has(ending, at: end - ending.utf8CodeUnitCount)
    {
      end -= ending.utf8CodeUnitCount
      break
    }
    var start = 0
    while start + 1 < end, address[start] == 0x2E, address[start + 1] == 0x2F { start += 2 }
    return min(start, end)..<end
  }
}
