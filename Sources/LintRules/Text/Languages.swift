import BuiltInRules
internal import CScan
import LintCore
public import LintText
import LintYAML

/// What tells languages from each other: the tables of `Rules/languages`, as one.
///
/// A word or a letter that several languages have in common votes for each of them, and so for none
/// of them against another.
public struct Languages: Sendable {
  /// The languages as BCP 47 tags, in the order of the tables: `it`, `zh-Hans`.
  private(set) var tags: [String] = []
  /// Their names in English.
  private(set) var names: [String] = []
  /// Letters of a translation for each hundred of its source; `nil` where it was not measured.
  private(set) var lengths: [Int?] = []
  /// Those that are written in Latin letters.
  private(set) var latin: LanguageSet = []

  /// The class of each scalar of the Basic Multilingual Plane, 0 for what is no letter.
  private var classes = [UInt8](repeating: 0, count: 0x10000)
  /// The small letter of each scalar up to the last that is a capital; beyond, all are their own.
  private let smallLetters = (0...UInt16(UInt32.cased.upperBound)).map {
    UInt16(truncatingIfNeeded: UInt32($0).lowercasedScalar)
  }
  private var letterClasses = [LetterClass(), LetterClass(isOther: true)]
  /// What each class tells, as `CScan` reads it.
  private var letters: [UInt64] = []

  /// Those whose function words are of ASCII letters alone.
  private var inASCII = LanguageSet.all

  /// An open hash table of function words, a power of two long and at most half full.
  private var keys: [UInt64] = []
  private var values: [UInt32] = []
  /// How many letters the longest of them has that are of ASCII letters alone.
  private var longest = 0
  /// Those that have such a word, by its first letter and of 16 each by its length.
  private var beginnings = [UInt32](repeating: 0, count: 26 * 16)

  private static let folder = "languages/"

  /// The tables that loclint is built with, read once a run.
  static let tables: [YAMLNode] = BuiltInRules.files.compactMap { file in
    file.path.hasPrefix(folder) ? try? YAMLNode(file.contents) : nil
  }

  private static let noLetter = 0
  /// Letters of scripts that no table names.
  private static let otherLetter = 1
  /// Letters that all who write Latin do.
  private static let latinLetter = 2
  /// The tables that loclint is built with.
  public init() {
    self.init(Self.tables)
  }

  init(_ tables: [YAMLNode]) {
    let words = tables.map { $0["function-words"]?.string ?? "" }
    let count = words.reduce(0) { $0 + $1.utf8Span.span.count { $0 == 0x20 } + 1 }
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)

    var users: [Script: LanguageSet] = [:]
    var lists: [UInt32: LanguageSet] = [:]
    lists.reserveCapacity(1024)
    for (index, table) in tables.enumerated() {
      tags.append(table["language"]?.string ?? "")
      names.append(table["name"]?.string ?? "")
      lengths.append(table["length"]?.string.flatMap { Int($0) })
      for name in table["scripts"]?.strings ?? [] {
        if let script = Script(rawValue: name) { users[script, default: []].insert(.init(index)) }
      }
      for scalar in (table["letters"]?.string ?? "").unicodeScalars where scalar.value > 0x20 {
        lists[scalar.value, default: []].insert(.init(index))
      }
      let words = words[index].utf8Span.span
      if words.contains(where: { $0 >= 0x80 }) { inASCII.remove(.init(index)) }
      insert(words, .init(index))
    }
    latin = users[.latin] ?? []
    fillClasses(users: users, lists: lists)
    letters = letterClasses.map(\.scanned)
  }

  private mutating func fillClasses(users: [Script: LanguageSet], lists: [UInt32: LanguageSet]) {
    letterClasses.append(LetterClass(isLatin: true, languages: .all))
    // Letters of all other alphabets, from Armenian to Hangul, are letters of no table's language.
    for range in [0x530...0x58F, 0x700...0xDFF, 0xE80...0x1DFF, 0xA000...0xABFF] {
      for scalar in range { setClass(of: scalar, Self.otherLetter) }
    }
    for script in Script.allCases {
      let kind =
        script == .latin
        ? Self.latinLetter
        : index(of: LetterClass(isUnspaced: script.isUnspaced, languages: users[script] ?? []))
      for range in script.letters {
        for scalar in range { setClass(of: scalar, kind) }
      }
    }
    for (scalar, languages) in lists where scalar < 0x10000 {
      for form in [scalar, scalar.uppercasedScalar] {
        var kind = letterClasses[Int(classes[Int(form)])]
        kind.languages = languages
        setClass(of: Int(form), index(of: kind))
      }
    }
  }

  private mutating func setClass(of scalar: Int, _ kind: Int) {
    classes[scalar] = UInt8(kind)
  }

  private mutating func index(of kind: LetterClass) -> Int {
    if let index = letterClasses.firstIndex(of: kind) { return index }
    letterClasses.append(kind)
    return letterClasses.count - 1
  }

  /// Whether there is a table of the words of a locale's language.
  public func knowsWords(of locale: LocaleTag) -> Bool { index(of: locale) != nil }

  /// The index of a locale's language; `nil` when there is no table for it.
  func index(of locale: LocaleTag?) -> Int? {
    guard let locale, !locale.isPseudo else { return nil }
    let own = locale.canonical
    if let index = tags.firstIndex(of: own.language) { return index }
    return own.script.isEmpty ? nil : tags.firstIndex(of: "\(own.language)-\(own.script)")
  }

  // Function words, by their keys

  /// Adds words with spaces between them; by bytes, since every run begins with it.
  private mutating func insert(_ words: Span<UInt8>, _ language: LanguageSet) {
    var index = 0
    while index < words.count {
      let end = words.firstIndex(of: 0x20, from: index) ?? words.count
      if index < end {
        let word = words.extracting(index..<end)
        insert(LanguageWord.key(of: word), language)
        if word.count < 16, !word.contains(where: { !$0.isLetter }) {
          longest = max(longest, word.count)
          beginnings[Int(word[0].lowercased - 0x61) * 16 + word.count] |= language.rawValue
        }
      }
      index = end + 1
    }
  }

  private mutating func insert(_ key: UInt64, _ language: LanguageSet) {
    var slot = slot(of: key)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] |= language.rawValue
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int { scan_slot(key, keys.count - 1) }

  // Words of a text

  /// Whether a text has some function words of one language that are not another's too.
  func hasFunctionWords(
    of language: Int, notOf other: Int, atLeast least: Int, in prose: Span<UInt8>
  ) -> Bool {
    let areASCII: Int32 = inASCII.contains(language) ? 1 : 0
    let (language, other) = (LanguageSet(language).rawValue, LanguageSet(other).rawValue)
    let found = unsafe scan(
      prose, { unsafe scan_has_function_words($0, $1, language, other, least, areASCII, $2) },
      none: 0)
    return found != 0
  }

  /// The next word at or after `index`, which moves behind it.
  func nextWord(_ prose: Span<UInt8>, _ index: inout Int) -> LanguageWord? {
    var word = ScanWord()
    let start = index
    guard
      unsafe scan(prose, { unsafe scan_next_word($0, $1, start, $2, &word) }, none: 0) != 0
    else { return nil }
    index = word.end
    return LanguageWord(word)
  }

  /// What the words of a text vote for, up to the third that only one language has.
  func votes(of prose: Span<UInt8>, for language: Int) -> ScanVotes {
    let language = LanguageSet(language).rawValue
    return unsafe scan(prose, { unsafe scan_own_votes($0, $1, language, $2) }, none: ScanVotes())
  }

  /// What a function of `CScan` says of a text by these tables; `none` for a text without a byte.
  @inline(__always)
  private func scan<Result>(
    _ prose: Span<UInt8>,
    _ look: (UnsafePointer<UInt8>, Int, UnsafePointer<ScanLanguages>) -> Result, none: Result
  ) -> Result {
    unsafe prose.withUnsafeBufferPointer { prose in
      guard let start = prose.baseAddress else { return none }
      return unsafe classes.withUnsafeBufferPointer { classes in
        unsafe letters.withUnsafeBufferPointer { letters in
          unsafe smallLetters.withUnsafeBufferPointer { small in
            unsafe keys.withUnsafeBufferPointer { keys in
              unsafe values.withUnsafeBufferPointer { values in
                unsafe beginnings.withUnsafeBufferPointer { beginnings in
                  var tables = unsafe ScanLanguages(
                    classes: classes.baseAddress, letters: letters.baseAddress,
                    small: small.baseAddress, small_count: small.count, keys: keys.baseAddress,
                    languages: values.baseAddress, mask: keys.count - 1, longest: longest,
                    beginnings: beginnings.baseAddress)
                  return unsafe look(start, prose.count, &tables)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// What all letters of one class tell of the language.
private struct LetterClass: Equatable {
  var isOther = false
  var isLatin = false
  var isUnspaced = false
  var languages: LanguageSet = []

  /// The same as `CScan` reads it.
  var scanned: UInt64 {
    UInt64(languages.rawValue) | (isLatin ? UInt64(SCAN_LETTER_IS_LATIN) : 0)
      | (isUnspaced ? UInt64(SCAN_LETTER_IS_UNSPACED) : 0)
  }
}
