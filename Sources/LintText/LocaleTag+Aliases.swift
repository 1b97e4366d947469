extension LocaleTag {
  /// The one tag for all that name the same locale: `he-IL` for `iw-IL`, `zh-Hans-CN` for `zh-CN` and
  /// `zh-Hans`, `sr-Latn-RS` for `sr-Latn`, `nb-NO` for `no-NO`.
  ///
  /// Codes are replaced by those that are preferred now (the IANA subtag registry's
  /// `Preferred-Value`; of CLDR 45 `languageAlias`, where the registry has none). Languages that are
  /// written in several scripts get the script and the region that CLDR's `likelySubtags` give
  /// them; all others stay as they are, for `it` is more than `it-IT`.
  public var canonical: LocaleTag {
    // Asked of every page a few times, and nearly always of a tag that stays as it is.
    guard Self.changing.contains(language) else { return self }
    var (language, script, region, rest) = (language, script, region, rest)
    // An extended language subtag of Chinese: `zh-yue` is `yue`.
    if language == "zh" || language == "cmn", let first = rest.first,
      first == "yue" || first == "cmn"
    {
      language = first
      rest.removeFirst()
    }
    switch language {
    case "cmn": language = "zh"
    case "iw": language = "he"
    case "in": language = "id"
    case "ji": language = "yi"
    case "jw": language = "jv"
    case "mo": language = "ro"
    case "no": language = "nb"
    case "tl": language = "fil"
    case "sh":
      language = "sr"
      if script.isEmpty { script = "Latn" }
    default: break
    }
    if script.isEmpty { script = Self.likelyScript(language, region) }
    if region.isEmpty { region = Self.likelyRegion(language, script) }
    return LocaleTag(language: language, script: script, region: region, rest: rest)
  }

  /// The languages whose tags `canonical` changes.
  private static let changing = SubtagSet(
    "iw in ji jw mo no tl sh cmn zh sr kk ky mn tg ku az bs ha tk uz pa sd")

  /// The one name of a locale for people, without a script that is no more than expected: `he-IL` for
  /// `iw-IL`, `zh-CN` for `zh-Hans`, `sr-Latn-RS` for `sr-Latn`.
  public var name: String {
    guard Self.changing.contains(language) else { return description }
    let own = canonical
    guard own.script == Self.likelyScript(own.language, own.region), !own.region.isEmpty else {
      return own.description
    }
    return LocaleTag(language: own.language, script: "", region: own.region, rest: own.rest)
      .description
  }

  /// Whether two tags name the same locale.
  public func isSame(as other: LocaleTag) -> Bool {
    self == other || canonical == other.canonical
  }

  /// Whether the locale is one of those that a wider or equal tag names: `fr-CA` is in `fr`,
  /// `zh-TW` in `zh-Hant`, `nb-NO` in `no` (RFC 4647 § 3.3.1, after aliases).
  public func isIn(_ range: LocaleTag) -> Bool {
    guard isPseudo == range.isPseudo else { return false }
    let (own, range) = (canonical, range.range)
    return own.language == range.language && (range.script.isEmpty || own.script == range.script)
      && (range.region.isEmpty || own.region == range.region)
      && own.rest.starts(with: range.rest)
  }

  /// The locales whose terms or settings hold for it, from the widest to itself: `zh`, `zh-Hant`,
  /// `zh-Hant-HK`.
  public var fallbacks: [LocaleTag] {
    let own = canonical
    guard !isPseudo else { return [own] }
    var chain = [LocaleTag(language: own.language, script: "", region: "", rest: [])]
    if !own.script.isEmpty {
      chain.append(LocaleTag(language: own.language, script: own.script, region: "", rest: []))
    }
    if !own.region.isEmpty {
      chain.append(
        LocaleTag(language: own.language, script: own.script, region: own.region, rest: []))
    }
    if !own.rest.isEmpty {
      chain.append(LocaleTag(language: own.language, script: "", region: "", rest: own.rest))
      chain.append(own)
    }
    return chain
  }

  /// Whether it names no people's language but a test of the program: letters with accents put on, or
  /// written from right to left (`qps-ploc`, `qps-plocm`, `en-XA`, `ar-XB`; CLDR's and Windows'
  /// pseudo-locales, and the range `qaa` to `qtz` for private use).
  public var isPseudo: Bool {
    let code = Array(language.utf8)
    let isPrivate = code.count == 3 && code[0] == 0x71 && code[1] <= 0x74
    return isPrivate || region == "XA" || region == "XB" || region == "XC"
  }

  /// The preferred code of its language in lower case: `he` for `iw-IL`; empty for pseudo-locales, whose
  /// text is in none.
  public var textLanguage: String { isPseudo ? "" : canonical.language }

  /// The tag as what it takes in when it stands in a list of locales: canonical, but what it does
  /// not name means all, so that `zh-Hant` takes Hong Kong, too.
  public var range: LocaleTag {
    let own = canonical
    guard region.isEmpty else { return own }
    let namesScript = !script.isEmpty || language == "sh"
    return LocaleTag(
      language: own.language, script: namesScript ? own.script : "", region: "", rest: rest)
  }

  private static func likelyScript(_ language: String, _ region: String) -> String {
    switch language {
    case "zh": ["TW", "HK", "MO", "MY"].contains(region) ? "Hant" : "Hans"
    case "sr": ["ME", "RO", "TR"].contains(region) ? "Latn" : "Cyrl"
    case "kk", "ky", "mn", "tg": "Cyrl"
    case "ku": region == "IQ" || region == "IR" || region == "SY" ? "Arab" : "Latn"
    case "az", "bs", "ha", "tk", "uz": "Latn"
    case "pa": region == "PK" ? "Arab" : "Guru"
    case "sd": region == "IN" ? "Deva" : "Arab"
    default: ""
    }
  }

  private static func likelyRegion(_ language: String, _ script: String) -> String {
    switch (language, script) {
    case ("zh", "Hans"): "CN"
    case ("zh", "Hant"): "TW"
    case ("sr", _): "RS"
    case ("az", "Latn"): "AZ"
    case ("bs", _): "BA"
    case ("uz", "Latn"): "UZ"
    case ("pa", "Guru"): "IN"
    case ("pa", "Arab"), ("sd", "Arab"): "PK"
    default: ""
    }
  }
}
