extension LocaleTag {
  /// The locales that the folders of a path name, outermost first: `docs/it-it/a.md`,
  /// `docs.it-it/a.md`.
  ///
  /// The last part, a file's name, is not looked at.
  public static func inFolders(of path: String) -> [LocaleTag] {
    let path = path.utf8Span.span
    var tags: [LocaleTag] = []
    // `docs.it-it` is how a repository of one locale is named.
    var start = 0
    for index in path.indices {
      if path[index] == 0x2F, let tag = folder(path.extracting(start..<index)) { tags.append(tag) }
      if path[index] == 0x2F || path[index] == 0x2E { start = index + 1 }
    }
    return tags
  }

  /// A path without the parts of its folders' names that name a locale: what a page has in common with the same
  /// page in other locales.
  ///
  /// - Parameter locale: that of the page, which a folder may name in a way that says nothing by itself: `it`.
  public static func path(_ path: String, withoutFoldersOf locale: LocaleTag?) -> [UInt8] {
    let path = path.utf8Span.span
    var rest: [UInt8] = []
    rest.reserveCapacity(path.count)
    var start = 0
    for index in path.indices where path[index] == 0x2F || path[index] == 0x2E {
      let part = path.extracting(start..<index)
      let isName =
        path[index] == 0x2F
        && (folder(part) != nil || locale.map { LocaleTag(part) == $0 } ?? false)
      if !isName { rest.append(path.extracting(start...index)) }
      start = index + 1
    }
    rest.append(path.extracting(start...))
    return rest
  }

  /// What follows the folder that names a locale in a path; all of it where none does.
  ///
  /// - Parameter locale: that of the page, as `path(_:withoutFoldersOf:)` has it.
  public static func pathInLocale(_ path: String, of locale: LocaleTag?) -> String {
    let bytes = path.utf8Span.span
    var (start, inside) = (0, 0)
    for index in bytes.indices where bytes[index] == 0x2F || bytes[index] == 0x2E {
      let part = bytes.extracting(start..<index)
      if bytes[index] == 0x2F,
        folder(part) != nil || locale.map({ LocaleTag(part) == $0 }) ?? false
      {
        inside = index + 1
      }
      start = index + 1
    }
    return String(bytes.extracting(inside...))
  }

  /// The locale that a folder's name is.
  private static func folder(_ name: Span<UInt8>) -> LocaleTag? {
    // A lone `it` or `no` is a word as often as a language, so a folder must name two subtags.
    // `mayBeTag` comes first, since it is cheaper than to read a tag from each folder's name.
    guard mayBeTag(name), let tag = LocaleTag(name) ?? LocaleTag(fileName: String(name)),
      !(tag.region + tag.script).isEmpty, tag.rest.isEmpty
    else { return nil }
    if tag.isPseudo { return tag }
    guard languages.contains(tag.language),
      tag.region.isEmpty
        || (homes[tag.language]?.contains(tag.region) ?? regions.contains(tag.region))
    else { return nil }
    return tag
  }

  private static func mayBeTag(_ name: Span<UInt8>) -> Bool {
    if name.has("b+", at: 0) { return true }
    for index in 2...3 where index < name.count && (name[index] == 0x2D || name[index] == 0x5F) {
      return true
    }
    return false
  }

  /// Whether documentation is published in its language, or it is a pseudo-locale: `api` is a tag, too.
  public var isOfKnownLanguage: Bool {
    isPseudo || Self.languages.contains(language) || Self.languages.contains(canonical.language)
  }

  /// The regions of languages whose codes are English words, for a folder's name to be taken as a
  /// locale: `it-CH` is one; `to-do`, `as-is` and `it-is` are not.
  private static let homes: [String: Set<String>] = [
    "am": ["ET"], "an": ["ES"], "as": ["IN"], "be": ["BY"], "ha": ["GH", "NE", "NG"],
    "he": ["IL"], "hi": ["IN"], "ho": [], "id": ["ID"], "io": [], "is": ["IS"],
    "it": ["CH", "IT", "SM", "VA"], "me": ["ME"], "my": ["MM"], "no": ["NO"], "or": ["IN"],
    "pa": ["IN", "PK"], "so": ["DJ", "ET", "KE", "SO"], "to": ["TO"],
  ]

  /// Languages that documentation is published in: ISO 639-1 whole, of ISO 639-2 what has a locale
  /// of its own in CLDR. It tells `it-it` from `how-to`.
  fileprivate static let languages = SubtagSet(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln \
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
    ast ceb chr dsb fil fur gsw haw hsb kab kok mni nds nso prs quc quz sah sat smn smj sma tzm yue
    """)
}

extension LocaleTag {
  /// The assigned region codes of ISO 3166-1, and the groups of UN M.49 that locales use. Without
  /// them `no-op` would pass for a locale.
  fileprivate static let regions = SubtagSet(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW 001 150 419
    """)
}
