import LintText

/// Damage to the words of a target.
enum TextFaults {
  /// Enough to tell a sentence from a name; not loclint's own table.
  private static let functionWords: Set<String> = [
    "the", "to", "of", "is", "in", "you", "and", "for", "a", "are", "that", "can", "with", "this",
    "when", "if", "from", "by", "on", "or", "it", "be", "as", "your",
  ]
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
  /// Languages that double nearly any word by their grammar.
  private static let doublingLanguages: Set<String> = [
    "tr", "hu", "id", "ms", "he", "el", "vi", "af",
  ]
  /// Words of five letters or more that meet their like where two clauses or phrases do.
  private static let littleWords: Set<String> = [
    "werden", "haben", "einen", "einem", "einer", "eines", "wegen", "gegen", "unter", "durch",
    "zwischen", "während", "worden", "wordt", "hebben", "heeft", "kunnen", "moeten", "zonder",
    "tussen", "peuvent", "doivent", "faire", "possono", "vengono", "viene", "hanno", "pueden",
    "deben", "tiene", "puede", "podem", "devem", "данных", "данным", "данные", "данными", "данного",
    "этого", "только", "finns", "under", "efter", "måste",
  ]
  /// Endings of Korean words that are no bare nouns, which may meet their like.
  private static let koreanEndings = ["를", "을", "는", "하여", "에서", "으로", "니다", "세요", "하는"]

  static let kinds: [FaultKind] = [
    // A sentence: seven words in lower case, two of them function words, no code and no quotes.
    FaultKind("source-kept", "untranslated-segment", "text") { (victim: Victim, _) in
      guard isSentence(victim), victim.target.text != victim.source.text else { return nil }
      return .replace(victim.pair.target, with: Array(victim.bytes[victim.pair.source]))
    },
    // The same sentence in another language of the run; ten words or more in a script with spaces.
    FaultKind("sentence-of-another-locale", "wrong-language", "text") { (victim: Victim, random) in
      guard isSentence(victim), victim.target.isBare else { return nil }
      let source = Array(victim.bytes[victim.pair.source])
      let siblings = victim.corpus.siblings(of: victim.page).compactMap { page -> [UInt8]? in
        guard
          let other = page.pairs.first(where: {
            $0.number == victim.pair.number && $0.isPlain && Array(page.bytes[$0.source]) == source
          })
        else { return nil }
        let half = Half(page.bytes, other.target)
        guard half.isBare, page.hasSpaces ? half.words.count >= 10 : other.target.count >= 60,
          half.words.filter({ victim.source.text.contains($0.text) }).count * 4 < half.words.count,
          !page.findings.contains(where: { $0.range.overlaps(other.range) })
        else { return nil }
        return Array(page.bytes[other.target])
      }
      return random.pick(siblings).map { .replace(victim.pair.target, with: $0) }
    },
    // The source, ten words or more, with one word translated, so that it does not equal its source. In
    // scripts without spaces four letters are about a word. In a block quote without `[!NOTE]` and the
    // like stands what a program prints.
    FaultKind(
      "source-kept-but-one-word", "wrong-language", "text",
      companions: ["partly-untranslated", "doubled-word"]
    ) { (victim: Victim, random) in
      guard isSentence(victim), victim.source.isBare, victim.source.words.count >= 10,
        !isInQuote(victim),
        let word = random.pick(
          victim.target.words.filter {
            victim.page.hasSpaces ? $0.count >= 4 : (2...4).contains($0.count)
          }),
        let place = random.pick(
          victim.source.words.filter { $0.isLowercase && !functionWords.contains($0.text) })
      else { return nil }
      let text =
        victim.bytes.text(victim.pair.source.lowerBound..<place.range.lowerBound) + word.text
        + victim.bytes.text(place.range.upperBound..<victim.pair.source.upperBound)
      return .replace(victim.pair.target, with: text)
    },
    // Nine words of a target of words only, then the last six to eight words of its source, two
    // of them function words, without quotes or parentheses; the translation is the longer part.
    FaultKind("rest-of-source-kept", "partly-untranslated", "text") { (victim: Victim, random) in
      guard isSentence(victim), victim.source.isBare, victim.target.isBare, victim.page.hasSpaces,
        victim.target.words.count >= 18, !victim.source.text.contains("("),
        !victim.source.text.contains(where: \.isNumber)
      else { return nil }
      let words = victim.source.words
      guard words.count >= 12, victim.source.tokens.count == words.count,
        let tenth = victim.target.words.dropFirst(9).first
      else { return nil }
      let tail = words.suffix(6 + random.below(3))
      guard tail.filter({ functionWords.contains($0.text) }).count >= 2,
        tail.allSatisfy(\.isLowercase)
      else { return nil }
      return .replace(
        tenth.range.lowerBound..<victim.pair.target.upperBound,
        with: victim.bytes.text(tail.first!.range.lowerBound..<victim.pair.source.upperBound),
        at: victim.pair.target)
    },
    // A source of 120 characters or more, words only; about a tenth of the target is left.
    FaultKind("target-cut", "truncated-target", "text") { (victim: Victim, _) in
      guard isSentence(victim), victim.source.isBare, victim.target.isBare,
        victim.source.text.count >= 120, victim.source.text.hasSuffix("."),
        !victim.source.text.contains(where: \.isNumber), !victim.source.text.contains("(")
      else { return nil }
      let wanted = victim.pair.target.lowerBound + victim.pair.target.count / 10
      var cut = wanted
      if victim.page.hasSpaces {
        guard let space = victim.bytes[wanted..<victim.pair.target.upperBound].firstIndex(of: 0x20)
        else { return nil }
        cut = space
      } else {
        while victim.bytes[cut] & 0xC0 == 0x80 { cut += 1 }
      }
      return .delete(cut..<victim.pair.target.upperBound, at: victim.pair.target)
    },
    // A number by itself, above twelve, once in both halves: no year, date, time, unit or version.
    FaultKind("number-deleted", "changed-number", "text") { (victim: Victim, random) in
      // Between two asterisks it would leave them as a run.
      let numbers = sharedNumbers(victim).filter {
        !"*_`".utf8.contains(victim.bytes[$0.upperBound])
      }
      guard victim.target.words.count >= 2 else { return nil }
      return random.pick(numbers).map { .delete($0, at: victim.pair.target) }
    },
    FaultKind("digit-changed", "changed-number", "text") { (victim: Victim, random) in
      guard let number = random.pick(sharedNumbers(victim)) else { return nil }
      let place = number.lowerBound + random.below(number.count)
      let digit = (Int(victim.bytes[place] & 0x0F) + 1 + random.below(8)) % 9 + 1
      guard UInt8(digit) != victim.bytes[place] & 0x0F else { return nil }
      return .replace(place..<place + 1, with: String(digit), at: victim.pair.target)
    },
    FaultKind("digit-lost", "changed-number", "text") { (victim: Victim, random) in
      guard let number = random.pick(sharedNumbers(victim).filter({ $0.count >= 3 })) else {
        return nil
      }
      let place = number.lowerBound + 1 + random.below(number.count - 1)
      return .delete(place..<place + 1, at: victim.pair.target)
    },
    // In emphasis, with a unit or sign directly behind it, or in a version.
    FaultKind("digit-changed-in-unit", "changed-number", "text") { (victim: Victim, random) in
      guard !monthNames.contains(where: victim.source.text.contains) else { return nil }
      let numbers = unitNumbers(victim)
      guard let number = random.pick(numbers) else { return nil }
      let place = number.lowerBound + random.below(number.count)
      let digit = (Int(victim.bytes[place] & 0x0F) + 1 + random.below(8)) % 9 + 1
      guard victim.bytes[place].isDigit, UInt8(digit) != victim.bytes[place] & 0x0F else {
        return nil
      }
      return .replace(place..<place + 1, with: String(digit), at: victim.pair.target)
    },
    // A word of five letters or more in lower case, where the language doubles none and the source has
    // no word twice.
    FaultKind("word-doubled", "doubled-word", "text") { (victim: Victim, random) in
      let words = wordsToDouble(victim)
      return random.pick(words).map { .insert(" " + $0.text, at: $0.range.upperBound) }
    },
    // The same over two spaces, a no-break space or both.
    FaultKind("word-doubled-over-spaces", "doubled-word", "text") { (victim: Victim, random) in
      guard let word = random.pick(wordsToDouble(victim)),
        let gap = random.pick(["  ", "\u{A0}", " \u{A0}"])
      else { return nil }
      return .insert(gap + word.text, at: word.range.upperBound)
    },
    // The same right behind the markup that begins bold type.
    FaultKind("word-doubled-in-bold", "doubled-word", "text") { (victim: Victim, random) in
      let starts = victim.target.bold.map(\.content.lowerBound)
      let words = wordsToDouble(victim).filter { starts.contains($0.range.lowerBound) }
      return random.pick(words).map { .insert(" " + $0.text, at: $0.range.upperBound) }
    },
    // The first word of a target, which has a capital, and once more in lower case.
    FaultKind("first-word-doubled", "doubled-word", "text") { (victim: Victim, _) in
      guard mayDouble(victim), let word = victim.target.words.first, word.count >= 5,
        word.range.lowerBound == victim.pair.target.lowerBound,
        word.text.first?.isUppercase == true,
        word.text.dropFirst() == word.text.dropFirst().lowercased(),
        !victim.source.text.contains(word.text), isDoubledByFault(word, victim)
      else { return nil }
      return .insert(" " + word.text.lowercased(), at: word.range.upperBound)
    },
    // The last words of a target again and again, until it is ten times as long as both halves.
    FaultKind(
      "target-goes-on", "too-long-target", "text",
      companions: ["doubled-word", "wrong-language", "doubled-mark"]
    ) { (victim: Victim, random) in
      guard victim.target.isBare, victim.source.text.count >= 4, victim.source.text.count <= 120,
        victim.hasText, let tail = random.pick(["...", "!!!!!!", " " + victim.target.text])
      else { return nil }
      let length = (max(victim.source.text.count, victim.target.text.count) + 6) * 12
      return .insert(
        String(repeating: tail, count: length / tail.count + 1),
        at: victim.pair.target.upperBound, place: victim.pair.target)
    },
    // A question or an announcement in both halves; not in Thai, which has no such signs.
    FaultKind("question-mark-lost", "missing-end-punctuation", "text") { (victim: Victim, _) in
      endSign(victim, "?", "？", "؟").map { .delete($0, at: victim.pair.target) }
    },
    FaultKind("colon-lost", "missing-end-punctuation", "text") { (victim: Victim, _) in
      endSign(victim, ":", "：").map { .delete($0, at: victim.pair.target) }
    },
  ]

  /// Whether a segment's line begins with `>`.
  private static func isInQuote(_ victim: Victim) -> Bool {
    let start = victim.bytes.lineStart(victim.pair.range.lowerBound)
    return victim.bytes[start..<victim.pair.range.lowerBound].first { $0 != 0x20 } == 0x3E
  }

  private static func isSentence(_ victim: Victim) -> Bool {
    guard victim.hasText, victim.pair.source.count >= 40, victim.source.code.isEmpty,
      victim.source.isSimple, !victim.source.text.contains("\""),
      !victim.source.text.contains("\u{201C}"), victim.source.text.utf8.allSatisfy({ $0 < 0x80 })
    else { return false }
    let words = victim.source.words.filter(\.isLowercase)
    let function = words.filter { functionWords.contains($0.text) }
    return words.count >= 7 && function.count >= 2 && words.count - function.count >= 3
  }

  /// Whether a word of a target that stands twice would be a fault: the language doubles none, and no
  /// word of the source stands twice or in two forms.
  private static func mayDouble(_ victim: Victim) -> Bool {
    guard victim.page.hasSpaces, !doublingLanguages.contains(victim.page.language), victim.hasText
    else { return false }
    var stems: Set<String> = []
    for word in victim.source.text.lowercased().split(whereSeparator: { !$0.isLetter })
    where word.count >= 3 && !functionWords.contains(String(word)) {
      let stem = String(word.prefix(4))
      guard !stems.contains(where: { word.contains($0) || $0.contains(stem) }) else { return false }
      stems.insert(stem)
    }
    return true
  }

  private static func isDoubledByFault(_ word: Word, _ victim: Victim) -> Bool {
    switch victim.page.language {
    // A noun without article may be said twice.
    case "ar": word.text.hasPrefix("ال")
    case "ko": koreanEndings.contains { word.text.hasSuffix($0) }
    default: !littleWords.contains(word.text.lowercased())
    }
  }

  /// Words of five letters or more in lower case that would be faults if they stood twice.
  private static func wordsToDouble(_ victim: Victim) -> [Word] {
    guard mayDouble(victim) else { return [] }
    return victim.target.words.filter {
      $0.count >= 5 && $0.isLowercase && isDoubledByFault($0, victim)
    }
  }

  private static func sharedNumbers(_ victim: Victim) -> [Range<Int>] {
    let source = victim.source.text
    guard !monthNames.contains(where: source.contains) else { return [] }
    return victim.target.tokens.compactMap { token -> Range<Int>? in
      var (lower, upper) = (token.lowerBound, token.upperBound)
      if victim.bytes[lower] == 0x28 { lower += 1 }
      while upper > lower, ").,;:!?".utf8.contains(victim.bytes[upper - 1]) { upper -= 1 }
      guard (2...4).contains(upper - lower), victim.bytes[lower] != 0x30,
        victim.bytes[lower..<upper].allSatisfy(\.isDigit)
      else { return nil }
      let text = victim.bytes.text(lower..<upper)
      guard let value = Int(text), value > 12, value != 24, !(1900...2100).contains(value),
        victim.target.count(of: text) == 1, victim.source.count(of: text) == 1,
        victim.source.tokens.contains(where: {
          let token = victim.bytes.text($0)
          return token == text || token == text + "." || token == text + ","
        })
      else { return nil }
      return lower..<upper
    }
  }

  /// `64GB`, `180°`, `90%`, `57+`, `10.0.17763`: once in both halves.
  private static func unitNumbers(_ victim: Victim) -> [Range<Int>] {
    victim.target.tokens.compactMap { token -> Range<Int>? in
      let text = victim.bytes.text(token)
      let digits = text.prefix { $0.isNumber || $0 == "." }
      let unit = text.dropFirst(digits.utf8.count)
      let dots = digits.filter { $0 == "." }.count
      guard digits.utf8.allSatisfy({ $0 < 0x80 }), digits.last?.isNumber == true,
        digits.filter(\.isNumber).count >= 2, digits.first != "0", digits.first != ".",
        (dots == 0 && ["GB", "MB", "TB", "°", "%", "+", "ms", "px"].contains(String(unit)))
          || (dots >= 2 && unit.isEmpty),
        victim.target.count(of: String(digits)) == 1, victim.source.count(of: String(digits)) == 1,
        victim.source.tokens.contains(where: { victim.bytes.text($0) == text })
      else { return nil }
      return token.lowerBound..<token.lowerBound + digits.utf8.count
    }
  }

  /// The sign that a sentence of three words or more ends with, where its source does too.
  private static func endSign(_ victim: Victim, _ signs: String...) -> Range<Int>? {
    guard victim.page.language != "th", victim.source.text.hasSuffix(signs[0]),
      victim.source.words.count >= 3,
      let sign = signs.first(where: { victim.target.text.hasSuffix($0) })
    else { return nil }
    let end = victim.pair.target.upperBound
    var start = end - sign.utf8.count
    // What French puts before it goes with it.
    if victim.bytes.has("\u{A0}", at: start - 2) { start -= 2 }
    if victim.bytes.has("\u{202F}", at: start - 3) { start -= 3 }
    if victim.bytes.has(" ", at: start - 1) { start -= 1 }
    return start > victim.pair.target.lowerBound ? start..<end : nil
  }
}
