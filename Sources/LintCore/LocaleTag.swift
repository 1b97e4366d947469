/// The language, script and region of a BCP 47 tag: `it-IT`, `zh-Hant-TW`.
public struct LocaleTag: Hashable, Sendable, CustomStringConvertible {
  /// In lower case.
  public let language: String
  /// In title case; empty when the tag names none.
  public let script: String
  /// In upper case, or three digits; empty when the tag names none.
  public let region: String
  /// Variants, extensions and private use, in lower case, as they follow.
  public let rest: [String]

  /// Reads a tag that is well formed by RFC 5646 § 2.1; grandfathered tags are not taken.
  public init?(_ tag: borrowing Text) {
    if let short = LocaleTag(short: tag.bytes) {
      self = short
    } else {
      self.init(long: tag.string)
    }
  }

  /// Reads a tag that is well formed by RFC 5646 § 2.1; grandfathered tags are not taken.
  public init?(_ tag: some StringProtocol) {
    let tag = String(tag)
    if let short = LocaleTag(short: tag.utf8Span.span) {
      self = short
    } else {
      self.init(long: tag)
    }
  }

  private init?(long tag: String) {
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit) }
      ),
      language.utf8.allSatisfy(\.isLetter)
    else { return nil }
    parts.removeFirst()
    self.language = language
    // Extended language subtags, at most three.
    var extended: [String] = []
    while extended.count < 3, let part = parts.first, part.utf8.count == 3,
      part.utf8.allSatisfy(\.isLetter)
    {
      extended.append(parts.removeFirst())
    }
    if let part = parts.first, part.utf8.count == 4, part.utf8.allSatisfy(\.isLetter) {
      script = part.prefix(1).uppercased() + part.dropFirst()
      parts.removeFirst()
    } else {
      script = ""
    }
    if let part = parts.first,
      part.utf8.count == 2 && part.utf8.allSatisfy(\.isLetter)
        || part.utf8.count == 3 && part.utf8.allSatisfy(\.isDigit)
    {
      region = part.uppercased()
      parts.removeFirst()
    } else {
      region = ""
    }
    guard Self.areVariantsAndExtensions(parts) else { return nil }
    rest = extended + parts
  }

  /// Reads a tag of the commonest form, `it-IT`: every file names one a few times.
  private init?(short tag: Span<UInt8>) {
    guard tag.count == 5 else { return nil }
    var letters: InlineArray<5, UInt8> = [0, 0, 0, 0, 0]
    for index in 0..<5 {
      let byte = tag[index]
      guard index == 2 ? byte == 0x2D : byte.isLetter else { return nil }
      letters[index] = index < 2 ? byte | 0x20 : byte & 0xDF
    }
    language = String(letters.span.extracting(0..<2))
    region = String(letters.span.extracting(3..<5))
    script = ""
    rest = []
  }

  /// `*variant *extension [privateuse]`
  private static func areVariantsAndExtensions(_ parts: [String]) -> Bool {
    var index = 0
    func length(_ index: Int) -> Int { index < parts.count ? parts[index].utf8.count : 0 }
    while length(index) >= 5 || (length(index) == 4 && parts[index].utf8.first!.isDigit) {
      index += 1
    }
    while length(index) == 1 {
      let isPrivate = parts[index] == "x"
      index += 1
      let first = index
      while length(index) >= (isPrivate ? 1 : 2) { index += 1 }
      if index == first { return false }
      if isPrivate { break }
    }
    return index == parts.count
  }

  public var description: String {
    ([language, script, region].filter { !$0.isEmpty } + rest).joined(separator: "-")
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { isLetter || isDigit }
}

/// What a document's place says about its locale.
public struct LocaleExpectation: Sendable {
  /// Locales named by the path's folders, outermost first: `docs/it-it/a.md`, `docs.it-it/a.md`.
  public let inPath: [LocaleTag]
  /// The locale that the run was told its pages have.
  public let configured: LocaleTag?

  public init(inPath: [LocaleTag] = [], configured: LocaleTag? = nil) {
    self.inPath = inPath
    self.configured = configured
  }

  public init(path: String, configured: LocaleTag?) {
    self.configured = configured
    let path = path.utf8Span.span
    var inPath: [LocaleTag] = []
    // `docs.it-it` is how a repository of one locale is named.
    var start = 0
    for index in path.indices {
      if path[index] == 0x2F, let tag = Self.locale(path.extracting(start..<index)) {
        inPath.append(tag)
      }
      if path[index] == 0x2F || path[index] == 0x2E { start = index + 1 }
    }
    self.inPath = inPath
  }

  /// The locale that a folder's name is.
  private static func locale(_ name: Span<UInt8>) -> LocaleTag? {
    // A lone `it` or `no` is a word as often as a language, so a folder must name two subtags.
    // Cheaper than reading a tag out of every folder's name.
    guard name.has("-", at: 2) || name.has("-", at: 3), let tag = LocaleTag(String(name)),
      !(tag.region + tag.script).isEmpty, tag.rest.isEmpty,
      languages.contains(tag.language),
      tag.region.isEmpty
        || (homes[tag.language]?.contains(tag.region) ?? regions.contains(tag.region))
    else { return nil }
    return tag
  }

  /// Where languages are spoken whose codes are English words: `to-do`, `as-is` and `it-is` are
  /// folders, `it-CH` is a locale.
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

extension LocaleExpectation {
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

/// Subtags of up to four letters or digits, read from a list with spaces between them.
///
/// Every run begins with such lists, so they are read by bytes and kept as numbers.
private struct SubtagSet: Sendable {
  private var keys: Set<UInt32> = []

  init(_ list: String) {
    var key: UInt32 = 0
    keys.reserveCapacity(list.utf8.count / 3)
    for byte in list.utf8 {
      if byte == 0x20 {
        keys.insert(key)
        key = 0
      } else {
        key = key << 8 | UInt32(byte)
      }
    }
    keys.insert(key)
  }

  func contains(_ subtag: String) -> Bool {
    subtag.utf8.count <= 4 && keys.contains(subtag.utf8.reduce(0) { $0 << 8 | UInt32($1) })
  }
}
