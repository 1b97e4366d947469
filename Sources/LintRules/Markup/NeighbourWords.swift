import LintCore
import LintText

/// What a language may write beside a name without a space: endings, prefixes, the rest of a compound.
struct NeighbourWords: Sendable {
  /// How many letters behind a name may be its ending: `` `Task`em ``. Where endings follow each other,
  /// as in Turkish, they have more.
  private let longestEnding: Int
  private let endings: [StaticString]
  /// Pronouns that a verb has behind it, and that are articles, too: `**Apri**lo`.
  private let clitics: [StaticString]
  /// Words that are never an ending, of languages whose words no table has or that have longer endings.
  private let ownWords: [StaticString]
  /// Words as short as a prefix or an ending, which are none where a space stands beside the same code in the source.
  private let shortWords: [StaticString]
  /// Whether a word that lost its vowel stands before an apostrophe: `n'est`.
  private let elides: Bool
  /// What joins two names, and the words of the source that it stands for.
  private let joiners: [Joiner]
  /// Whether two nouns are written as one word, as in German.
  private let isCompounding: Bool
  /// Whether a sentence ends with its verb, as in German.
  private let isVerbLast: Bool
  /// How many letters before a name may be its prefix.
  private let longestPrefix: Int
  /// What prefixes consist of, where a space before the same code in the source tells them from words.
  private let prefixLetters: StaticString?
  private let functionWords: FunctionWords
  /// Whether nothing is ever written together with a name: Hindi's postpositions are words.
  let hasNoEndings: Bool

  private static let agglutinating: [String] = [
    "az", "et", "eu", "fi", "hu", "hy", "ka", "kk", "kn", "ky", "ml", "mn", "mr", "ne", "qu", "si",
    "ta", "te", "tk", "tr", "tt", "ug", "uz",
  ]
  private static let compounding: [String] = [
    "af", "da", "de", "et", "fi", "fy", "is", "lb", "nb", "nl", "nn", "no", "sv",
  ]
  private static let verbLast: [String] = ["af", "de", "fy", "lb", "nl"]
  private static let prefixing: [String] = [
    "am", "ar", "ckb", "fa", "he", "mt", "nso", "ps", "st", "sw", "ti", "tn", "ur", "xh", "yi",
    "zu",
  ]
  /// Languages without endings but for that of the plural, one letter.
  private static let uninflected: [String] = [
    "ca", "en", "es", "fr", "gl", "id", "it", "ms", "pt", "vi",
  ]
  /// Function words that are also endings, and longer endings: articles that stand behind a noun,
  /// particles, pronouns. Such a word is one of its own only where the source has it, too.
  private static func endings(of language: String) -> [StaticString] {
    switch language {
    case "az": ["da", "də", "mi", "mı", "mu", "mü", "ki"]
    case "bg": ["та", "то", "те", "ат", "ът", "ят", "а", "я", "т", "ия"]
    case "mk": ["от", "та", "то", "те", "ов", "ва", "во", "на", "но"]
    case "ca": ["es", "os"]
    case "cs": ["ho", "mi", "mu", "ovi", "ového", "ovými"]
    case "de": ["en", "er", "ern", "es", "in"]
    case "es", "fr", "pt": ["es"]
    case "hu": ["a", "be", "e", "ott", "ta"]
    case "lt": ["iems", "iuose", "omis", "uose"]
    case "nl": ["en", "je", "er", "ten"]
    case "pl": ["ich", "im", "ku", "owie", "owych", "ze"]
    case "sk": ["ami", "ovia", "ovi", "ových"]
    case "sl": ["ama", "ih", "ima", "ovih", "ovi"]
    case "da": ["en", "et", "er", "ne", "ene", "erne"]
    case "nb": ["en", "et", "er", "ne", "ene", "a"]
    case "nn": ["en", "et", "er", "ne", "ane", "a"]
    case "sv": ["en", "et", "ar", "er", "na"]
    case "tr": ["da", "de", "ta", "te", "ki", "mi", "mı", "mu", "mü", "la", "le", "siz", "ya"]
    case "id", "ms": malay
    case "ro": ["le", "lor", "lui", "ul", "ului", "uri", "urile", "urilor", "elor", "ilor"]
    case "bs", "hr", "sr": ["ima", "ovi", "ovima"]
    default: []
    }
  }
  private static let malay: [StaticString] = [
    "an", "i", "kah", "kan", "ku", "lah", "mu", "nya", "pun", "tah",
  ]
  private static func clitics(of language: String) -> [StaticString] {
    switch language {
    case "es": ["la", "las", "le", "les", "lo", "los", "me", "nos", "se", "te"]
    case "it": ["ci", "gli", "la", "le", "li", "lo", "mi", "ne", "si", "ti", "vi"]
    default: []
    }
  }
  private static let pronouns: [StaticString] = [
    "it", "its", "them", "him", "her", "me", "us", "you", "yourself", "itself", "themselves",
  ]
  /// Not the Russian `и`, which no foreign name has behind it without a hyphen or an apostrophe.
  private static let vowels: [StaticString] = [
    "a", "e", "i", "o", "u", "y", "á", "é", "í", "ó", "ú", "ů", "ý", "ą", "ę", "ā", "ē", "ī", "ū",
    "ė", "į", "ų", "ă", "а", "е", "о", "у", "ы", "э", "ю", "я", "і", "ї", "є", "ё", "й", "ь", "α",
    "η", "ι", "ο", "υ", "ω",
  ]

  struct Joiner: Sendable {
    let word: StaticString
    let source: [StaticString]
  }

  /// And and or, and what else short endings look like; where the source has them, they are no ending.
  private static func joiners(of language: String) -> [Joiner] {
    switch language {
    case "be": and("і", "ды") + or("або")
    case "bg", "mk", "ru": and("и") + or("или")
    case "bs": and("i") + or("ili")
    case "ca": and("i") + or("o")
    case "cs": and("a", "i") + or("nebo")
    case "da", "nb", "nn": and("og") + or("eller")
    case "de":
      [
        Joiner(word: "in", source: ["at", "in", "inside", "into", "on", "to", "within"]),
        Joiner(word: "er", source: ["he", "it"]), Joiner(word: "es", source: ["it"]),
      ]
    case "es": and("y", "e") + or("o", "u") + [Joiner(word: "es", source: ["is"])]
    case "et": and("ja") + or("või")
    case "eu": and("eta") + or("edo")
    case "fi": and("ja", "sekä") + or("tai")
    case "gl", "pt": and("e") + or("ou")
    case "hr": and("i", "te") + or("ili")
    case "hu": and("és") + or("vagy") + [Joiner(word: "a", source: ["the"])]
    case "id", "ms": and("dan") + or("atau")
    case "is": and("og") + or("eða")
    case "it": and("e", "ed") + or("o")
    case "lt": and("ir") + or("arba")
    case "lv": and("un") + or("vai")
    case "nl": and("en") + or("of") + [Joiner(word: "je", source: ["you", "your"])]
    case "pl":
      and("i", "a", "oraz") + or("lub", "albo") + [
        Joiner(word: "ze", source: ["from", "with"]), Joiner(word: "im", source: ["them"]),
        Joiner(word: "ich", source: ["their", "them"]),
      ]
    case "ro": and("și", "şi") + or("sau")
    case "sk": and("a", "i") + or("alebo")
    case "sl": and("in") + or("ali")
    case "sr": and("i", "и") + or("ili", "или")
    case "sv": and("och") + or("eller")
    case "tr": and("ve") + or("veya")
    case "uk": and("і", "й", "та") + or("або")
    case "vi": and("và") + or("hoặc")
    default: []
    }
  }

  private static func ownWords(of language: String) -> [StaticString] {
    switch language {
    case "ar":
      [
        "في", "من", "على", "إلى", "أو", "ثم", "عن", "مع", "أن", "التي", "الذي", "هذا", "هذه", "إذا",
        "عند", "بعد", "قبل", "بين",
      ]
    case "da", "nb", "nn": scandinavian
    case "fa": ["در", "از", "به", "با", "برای", "یا", "که", "این", "است"]
    case "he": ["של", "את", "על", "עם", "או", "כדי", "אל", "זה", "לא", "גם", "אם", "כאשר"]
    case "hi": ["में", "को", "पर", "से", "का", "की", "के", "और", "या", "है", "हैं"]
    default: []
    }
  }
  private static let arabic: [StaticString] = [
    "حيث", "هو", "هي", "مثل", "حتى", "مرة", "كما", "دون", "لكل", "لا", "لم", "ما", "ثم", "إن",
    "كان", "يكن",
    "له", "لها", "غير", "عبر", "ضمن", "داخل", "خلال", "تم", "هنا", "الآن",
  ]
  private static func shortWords(of language: String) -> [StaticString] {
    switch language {
    case "ar": arabic
    case "de": ["in"]
    case "es": ["e", "o", "u", "y"]
    // Before verbs, with a joiner of no width behind it.
    case "fa": ["می", "نمی"]
    case "nl": ["kun", "mag", "wil", "zal", "zul"]
    default: []
    }
  }
  private static let scandinavian: [StaticString] = [
    "for", "til", "og", "eller", "på", "med", "fra", "som",
  ]

  private static func and(_ words: StaticString...) -> [Joiner] {
    words.map { Joiner(word: $0, source: ["and", "as"]) }
  }

  private static func or(_ words: StaticString...) -> [Joiner] {
    words.map { Joiner(word: $0, source: ["or"]) }
  }

  init(language: String) {
    longestEnding =
      language == "eu"
      ? 8 : Self.agglutinating.contains(language) ? 5 : Self.uninflected.contains(language) ? 1 : 3
    endings = Self.endings(of: language)
    clitics = Self.clitics(of: language)
    ownWords = Self.ownWords(of: language)
    shortWords = Self.shortWords(of: language)
    elides = ["ca", "fr", "it", "oc"].contains(language)
    joiners = Self.joiners(of: language)
    isCompounding = Self.compounding.contains(language)
    isVerbLast = Self.verbLast.contains(language)
    longestPrefix = Self.prefixing.contains(language) ? 4 : 0
    prefixLetters = language == "ar" ? "وفبكلاسأ" : language == "he" ? "ושהכלבמ" : nil
    functionWords = FunctionWords(language: language)
    hasNoEndings = language == "hi"
  }

  func isFunctionWord(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    functionWords.contains(bytes, word)
  }

  /// Whether a run of letters beside markup is a word of its own.
  ///
  /// - Parameter partner: what stands beside the source's: two words there may make a compound, and
  ///   nothing there makes no word here.
  /// - Parameter isParted: whether a space stands beside the same code in a source that is a file of its
  ///   own, or the language parts all words from names.
  func isWord(
    _ bytes: Span<UInt8>, _ word: NeighbourWord, beside partner: MarkupPartners.Partner,
    in source: Span<UInt8>, isParted: Bool
  ) -> Bool {
    let text = bytes.extracting(word.range)
    let isFunctionWord = functionWords.contains(bytes, word.range)
    if isParted {
      if hasNoEndings || word.side == .before && hasOtherLetters(text) { return true }
      if ownWords.contains(where: { text.elementsEqual($0) })
        || shortWords.contains(where: { text.elementsEqual($0) })
      {
        return true
      }
      if elides,
        bytes.has("'", at: word.range.upperBound) || bytes.has("’", at: word.range.upperBound)
      {
        return true
      }
      // The only ending of these languages is a consonant.
      if longestEnding == 1, isFunctionWord, word.count == 1, !text.elementsEqual("s") {
        return true
      }
    }
    if word.side == .before {
      return word.count > longestPrefix && (word.count > 1 || isFunctionWord)
    }
    for joiner in joiners where text.elementsEqual(joiner.word) {
      if hasWordBehind(bytes, word), partner.isFollowed(by: joiner.source, in: source) {
        return true
      }
      break
    }
    if partner.neighbour.isSpace, ownWords.contains(where: { text.elementsEqual($0) }) {
      return true
    }
    if word.isBehindMark { return word.count > 1 || isFunctionWord }
    if endings.contains(where: { text.elementsEqual($0) }) { return false }
    if word.isAtLetter, !isFunctionWord, word.count <= 5 || !word.isAtCode { return false }
    if isFunctionWord { return isFunctionWordAlone(text, word, beside: partner, in: source) }
    if word.isCapitalized { return word.count > 1 }
    if isCompounding, partner.neighbour == .spaceAndWord || isRestOfCompound(partner, source) {
      return false
    }
    return word.count > longestEnding
  }

  /// Whether a letter of a word is in no prefix.
  private func hasOtherLetters(_ word: Span<UInt8>) -> Bool {
    guard let prefixLetters else { return false }
    let letters = prefixLetters.description.unicodeScalars
    var index = 0
    while index < word.count {
      let scalar = word.scalar(at: index)
      if !letters.contains(where: { $0.value == scalar.value }) { return true }
      index += scalar.length
    }
    return false
  }

  /// Whether a space follows that no word which joins stands behind: `**File**i i`, `**Server**i,` have
  /// an ending.
  private func hasWordBehind(_ bytes: Span<UInt8>, _ word: NeighbourWord) -> Bool {
    let start = word.range.upperBound + 1
    guard start < bytes.count, bytes[start - 1].isSpace else { return false }
    let end = min(bytes.count, start + 8)
    let next = bytes.extracting(start..<end)
    return !joiners.contains { joiner in
      let length = joiner.word.utf8CodeUnitCount
      return next.has(joiner.word, at: 0) && (length == next.count || next[length].isSpace)
    }
  }

  /// Whether the last word of a sentence belongs to the markup before it. In German and Dutch it may be
  /// the verb, for which a source of two or three words has no room.
  private func isRestOfCompound(_ partner: MarkupPartners.Partner, _ source: Span<UInt8>) -> Bool {
    partner.isLast && (!isVerbLast || partner.wordsBefore(in: source) <= 2)
  }

  /// Whether a function word is none of the endings and pronouns that look like it.
  private func isFunctionWordAlone(
    _ text: Span<UInt8>, _ word: NeighbourWord, beside partner: MarkupPartners.Partner,
    in source: Span<UInt8>
  ) -> Bool {
    if clitics.contains(where: { text.elementsEqual($0) }),
      partner.isLast || partner.isFollowed(by: Self.pronouns, in: source)
    {
      return false
    }
    // A vowel is an ending, unless it parts two names.
    if longestEnding >= 3, !isCompounding, word.count == 1,
      Self.vowels.contains(where: { text.elementsEqual($0) })
    {
      return word.isBeforeName && partner.hasConjunction
    }
    return word.count > 1 || !word.isAtCode
  }
}
