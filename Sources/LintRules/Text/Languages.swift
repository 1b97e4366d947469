import BuiltInRules
internal import CScan
import LintCore
public import LintText

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

  private static let noLetter = 0
  /// Letters of scripts that no table names.
  private static let otherLetter = 1
  /// Letters that all who write Latin do.
  private static let latinLetter = 2
  /// The tables that loclint is built with.
  public init() {
    self.init(BuiltInRules.languages, letters: BuiltInRules.letterGroups)
  }

  /// - Parameter groups: Letters that some languages have beyond those of all that write their script,
  ///   with a bit for each table.
  init(_ tables: [LanguageTable], letters groups: [(languages: UInt32, letters: String)]) {
    let count = tables.reduce(0) { $0 + $1.wordCount }
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)

    var users: [(script: Script, languages: LanguageSet)] = Script.allCases.map { ($0, []) }
    for (index, table) in tables.enumerated() {
      tags.append(table.tag)
      names.append(table.name)
      lengths.append(table.length)
      for name in table.scripts.split(separator: " ") {
        guard let entry = users.firstIndex(where: { $0.script.rawValue == name }) else { continue }
        users[entry].languages.insert(.init(index))
      }
      if !insert(table.functionWords, .init(index)) { inASCII.remove(.init(index)) }
    }
    latin = users.first { $0.script == .latin }?.languages ?? []
    fillClasses(users: users, groups)
    letters = letterClasses.map(\.scanned)
  }

  private mutating func fillClasses(
    users: [(script: Script, languages: LanguageSet)],
    _ groups: [(languages: UInt32, letters: String)]
  ) {
    letterClasses.append(LetterClass(isLatin: true, languages: .all))
    // Letters of all other alphabets, from Armenian to Hangul, are letters of no table's language.
    for (first, last) in [(0x530, 0x58F), (0x700, 0xDFF), (0xE80, 0x1DFF), (0xA000, 0xABFF)] {
      setClass(first, last, Self.otherLetter)
    }
    for (script, languages) in users {
      let kind =
        script == .latin
        ? Self.latinLetter
        : index(of: LetterClass(isUnspaced: script.isUnspaced, languages: languages))
      for (first, last) in script.letters { setClass(first, last, kind) }
    }
    for group in groups {
      // Letters of a group are of one script as a rule, and so of the class of the one before.
      var last: (script: UInt8, own: UInt8) = (0, 0)
      for letter in group.letters.unicodeScalars where letter.value < 0x10000 {
        for form in [letter.value, letter.value.uppercasedScalar] {
          let script = classes[Int(form)]
          if script == last.own, script != 0 { continue }
          if script != last.script || last.own == 0 {
            var kind = letterClasses[Int(script)]
            kind.languages = LanguageSet(rawValue: group.languages)
            last = (script, UInt8(index(of: kind)))
          }
          classes[Int(form)] = last.own
        }
      }
    }
  }

  private mutating func setClass(_ first: Int, _ last: Int, _ kind: Int) {
    unsafe classes.withUnsafeMutableBufferPointer {
      unsafe $0[first...last].update(repeating: UInt8(kind))
    }
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

  /// Adds words with spaces between them.
  ///
  /// - Returns: Whether all letters are of ASCII.
  private mutating func insert(_ words: String, _ language: LanguageSet) -> Bool {
    let bytes = words.utf8Span
    unsafe bytes.span.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { return }
      unsafe keys.withUnsafeMutableBufferPointer { keys in
        unsafe values.withUnsafeMutableBufferPointer { values in
          unsafe beginnings.withUnsafeMutableBufferPointer { beginnings in
            var table = unsafe ScanWordTable(
              keys: keys.baseAddress, languages: values.baseAddress, mask: keys.count - 1,
              longest: longest, beginnings: beginnings.baseAddress)
            unsafe scan_insert_words(start, list.count, language.rawValue, &table)
            longest = unsafe table.longest
          }
        }
      }
    }
    return bytes.isKnownASCII || !bytes.span.contains { $0 >= 0x80 }
  }

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
