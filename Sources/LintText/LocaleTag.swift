/// The language, script and region of a BCP 47 tag: `it-IT`, `zh-Hant-TW`.
public struct LocaleTag: Hashable, Sendable, CustomStringConvertible {
  /// In lower case.
  public let language: String
  /// In title case; empty when the tag names none.
  public let script: String
  /// In upper case, or three digits; empty when the tag names none.
  public let region: String
  /// Extended language subtags, variants, extensions and private use, in lower case and in the
  /// order of the tag.
  public let rest: [String]

  public static let english = LocaleTag(language: "en", script: "", region: "", rest: [])

  init(language: String, script: String, region: String, rest: [String]) {
    self.language = language
    self.script = script
    self.region = region
    self.rest = rest
  }

  /// Reads a tag that is well formed by RFC 5646 § 2.1; grandfathered tags are not taken.
  ///
  /// - Parameter tag: UTF-8.
  public init?(_ tag: Span<UInt8>) {
    if let short = LocaleTag(short: tag) {
      self = short
    } else {
      self.init(long: String(tag))
    }
  }

  /// Reads a tag that is well formed by RFC 5646 § 2.1; grandfathered tags are not taken.
  public init?(_ tag: some StringProtocol) {
    let tag = String(tag)
    self.init(tag.utf8Span.span)
  }

  /// Reads what names a locale in names of files and folders, where other notations are as common:
  /// `it-IT`, `pt_BR`, `zh_Hant_TW`, Android's `b+sr+Latn` and `pt-rBR`.
  public init?(fileName name: String) {
    var name = name[...]
    if name.hasPrefix("b+") { name = name.dropFirst(2) }
    var parts = name.split(omittingEmptySubsequences: false) { "-_+".contains($0) }
    if parts.count == 2, parts[1].utf8.count == 3, parts[1].first == "r",
      parts[1].dropFirst().utf8.allSatisfy(\.isUppercase)
    {
      parts[1] = parts[1].dropFirst()
    }
    self.init(parts.joined(separator: "-"))
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

  /// Reads a tag of the commonest form, `it-IT`, without a string for each part: every file names
  /// such a few times.
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

  /// Whether the rest of a tag is `*("-" variant) *("-" extension) ["-" privateuse]`.
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
    if script.isEmpty, rest.isEmpty { return region.isEmpty ? language : language + "-" + region }
    return ([language, script, region].filter { !$0.isEmpty } + rest).joined(separator: "-")
  }
}
