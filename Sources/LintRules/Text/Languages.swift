import BuiltInRules
import LintCore
import LintYAML

/// What tells languages from each other: the tables of `Rules/languages`, as one.
///
/// A word or a letter that several languages have in common votes for each of them, and so for none
/// of them against another.
struct Languages: Sendable {
  /// What a letter says, by its class.
  private struct LetterClass: Equatable {
    var isLatin = false
    var isUnspaced = false
    var languages: LanguageSet = []
  }

  /// BCP 47, in the order of the tables: `it`, `zh-Hans`.
  private(set) var tags: [String] = []
  /// In English.
  private(set) var names: [String] = []
  /// Those that are written in Latin letters.
  private(set) var latin: LanguageSet = []

  /// The class of each scalar of the Basic Multilingual Plane; 0 is no letter.
  private var classes: [UInt8]
  private var letterClasses = [LetterClass(), LetterClass()]

  /// An open hash table of function words, a power of two long and at most half full.
  private var keys: [UInt64] = []
  private var values: [LanguageSet] = []

  private static let folder = "languages/"
  private static let noLetter: UInt8 = 0
  /// Letters of scripts that no table names.
  private static let otherLetter: UInt8 = 1
  private static let apostrophe: UInt32 = 0x27

  /// The tables that loclint is built with.
  init() {
    let tables = BuiltInRules.files.filter { $0.path.hasPrefix(Self.folder) }
    self.init(tables.compactMap { try? YAMLNode($0.contents) })
  }

  init(_ tables: [YAMLNode]) {
    classes = Array(repeating: Self.noLetter, count: 0x10000)
    let count = tables.reduce(0) { $0 + ($1["function-words"]?.strings?.count ?? 0) }
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: [], count: capacity)

    var users: [Script: LanguageSet] = [:]
    var lists: [UInt32: LanguageSet] = [:]
    for (index, table) in tables.enumerated() {
      tags.append(table["language"]?.string ?? "")
      names.append(table["name"]?.string ?? "")
      for name in table["scripts"]?.strings ?? [] {
        if let script = Script(rawValue: name) { users[script, default: []].insert(.init(index)) }
      }
      for scalar in (table["letters"]?.string ?? "").unicodeScalars where scalar.value > 0x20 {
        lists[scalar.value, default: []].insert(.init(index))
      }
      for word in table["function-words"]?.strings ?? [] { insert(word, .init(index)) }
    }
    latin = users[.latin] ?? []
    fillClasses(users: users, lists: lists)
  }

  private mutating func fillClasses(users: [Script: LanguageSet], lists: [UInt32: LanguageSet]) {
    // Letters of all other alphabets, from Armenian to Hangul, are letters of no table's language.
    for range in [0x530...0x58F, 0x700...0xDFF, 0xE80...0x1DFF, 0xA000...0xABFF] {
      for scalar in range { classes[scalar] = Self.otherLetter }
    }
    for script in Script.allCases {
      let isLatin = script == .latin
      let kind = index(
        of: LetterClass(
          isLatin: isLatin, isUnspaced: script.isUnspaced,
          languages: isLatin ? .all : users[script] ?? []))
      for range in script.letters {
        for scalar in range { classes[scalar] = kind }
      }
    }
    for (scalar, languages) in lists where scalar < 0x10000 {
      for form in [scalar, scalar.uppercasedScalar] {
        var kind = letterClasses[Int(classes[Int(form)])]
        kind.languages = languages
        classes[Int(form)] = index(of: kind)
      }
    }
  }

  private mutating func index(of kind: LetterClass) -> UInt8 {
    if let index = letterClasses.indices.dropFirst(2).first(where: { letterClasses[$0] == kind }) {
      return UInt8(index)
    }
    letterClasses.append(kind)
    return UInt8(letterClasses.count - 1)
  }

  /// The index of a locale's language; `nil` when there is no table for it.
  func index(of locale: LocaleTag) -> Int? {
    var tag = locale.language
    if tag == "zh" {
      let isTraditional =
        locale.script == "Hant"
        || (locale.script.isEmpty && ["TW", "HK", "MO"].contains(locale.region))
      tag += isTraditional ? "-Hant" : "-Hans"
    }
    return tags.firstIndex(of: tag)
  }

  // Words as keys

  private static func add(_ scalar: UInt32, to key: inout UInt64) {
    // FNV-1a, by scalars.
    key = (key ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  private static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func insert(_ word: String, _ language: LanguageSet) {
    var key = Self.emptyKey
    for scalar in word.unicodeScalars { Self.add(scalar.value, to: &key) }
    var slot = slot(of: key)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot].formUnion(language)
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (keys.count - 1)
  }

  private func languages(of key: UInt64) -> LanguageSet {
    var slot = slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return []
  }

  // Words of a text

  /// The next word at or after `index`, which moves behind it.
  func nextWord(_ prose: Span<UInt8>, _ index: inout Int) -> LanguageWord? {
    while index < prose.count {
      let (scalar, length) = Self.scalar(prose, index)
      let kind = classes[Int(scalar)]
      if kind != Self.noLetter { return word(prose, &index) }
      index += length
    }
    return nil
  }

  private func word(_ prose: Span<UInt8>, _ index: inout Int) -> LanguageWord {
    let start = index
    var key = Self.emptyKey
    var lettersOf = LanguageSet.all
    var isLatin = true
    var isCapitalized = false
    var hasInnerCapital = false
    var languages: LanguageSet?
    while index < prose.count {
      let (scalar, length) = Self.scalar(prose, index)
      let number = classes[Int(scalar)]
      if number == Self.noLetter {
        guard index > start, let width = Self.apostrophe(prose, index) else { break }
        var elided = key
        Self.add(Self.apostrophe, to: &elided)
        let found = self.languages(of: elided)
        if !found.isEmpty { languages = found }
        index += width
        break
      }
      let kind = letterClasses[Int(number)]
      if kind.isUnspaced {
        guard index == start else { break }
        index += length
        return LanguageWord(
          range: start..<index, functionOf: [], lettersOf: kind.languages, isLatin: false,
          isCapitalized: false, hasInnerCapital: false)
      }
      let small = scalar.lowercasedScalar
      if small != scalar {
        if index == start { isCapitalized = true } else { hasInnerCapital = true }
      }
      Self.add(small, to: &key)
      isLatin = isLatin && kind.isLatin
      lettersOf.formIntersection(kind.languages)
      index += length
    }
    return LanguageWord(
      range: start..<index, functionOf: languages ?? self.languages(of: key),
      lettersOf: lettersOf == .all ? [] : lettersOf, isLatin: isLatin, isCapitalized: isCapitalized,
      hasInnerCapital: hasInnerCapital)
  }

  /// The scalar at an index, U+0000 for what can't be a letter here, and its length in bytes.
  ///
  /// It does not look whether the bytes are well formed: a wrong guess costs one vote.
  private static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xC2 { return (0, 1) }
    if lead < 0xE0 {
      guard index + 1 < bytes.count else { return (0, 1) }
      return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    guard lead < 0xF0, index + 2 < bytes.count else { return (0, 1) }
    return (
      UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F), 3
    )
  }

  /// The width of an apostrophe at an index if a letter follows it.
  private static func apostrophe(_ prose: Span<UInt8>, _ index: Int) -> Int? {
    let width = prose[index] == 0x27 ? 1 : prose.has("\u{2019}", at: index) ? 3 : 0
    guard width > 0, index + width < prose.count else { return nil }
    let next = prose[index + width]
    return next.isLetter || next >= 0xC3 ? width : nil
  }
}

extension UInt32 {
  /// The capital of a letter that a table lists; itself when it has none of its own, as `ß` and `ı`.
  fileprivate var uppercasedScalar: UInt32 {
    let capital = Unicode.Scalar(self)?.properties.uppercaseMapping.unicodeScalars
    guard let only = capital?.first, capital?.count == 1, only.value >= 0x80 else { return self }
    return only.value
  }
}
