import LintCore
import LintText

/// What a source says around a literal, which tells whether it is one.
enum LiteralContext {
  /// What becomes of a literal that its target lacks.
  enum Standing {
    case literal
    /// One only where its target has something of the same shape that the source lacks.
    case ifShaped
    /// One only where it stands there with spaces in it.
    case ifParted
    /// The name of a command only where the page shows that it is one.
    case ifKnown
    /// Ordinary words, or what the reader fills in.
    case words
  }

  /// What a whole source tells of each of its literals, looked for once.
  struct Mentions {
    fileprivate var commands: Bool?
    fileprivate var dollars: Bool?
  }

  /// Inlines that are looked at for one that ends or lies around a place: so many begin before it.
  private static let mostInlines = 8

  /// - Parameter mentions: What is known of the source so far.
  static func standing(
    of literal: Literal, _ plain: Span<UInt8>, _ range: Range<Int>, _ segment: borrowing Segment,
    _ mentions: inout Mentions
  ) -> Standing {
    let source = segment.source[0..<segment.source.count]
    switch literal.kind {
    case .option: return standing(ofOption: plain, range, segment)
    case .slashOption:
      guard literal.isDoubtful else { return .literal }
      return !isUnit(plain) && isSetOff(range, source, by: Self.options) ? .literal : .words
    case .command:
      return !literal.isDoubtful || isCommand(range, source, &mentions) ? .literal : .ifKnown
    // `C:\Program Files` goes on behind the space, and has names in other languages. Mathematics has
    // backslashes, too.
    case .path:
      let isMath = plain[0] == 0x5C && plain[1] != 0x5C && hasDollars(source, &mentions)
      return isMath || source.bytes.has(" Files", at: range.upperBound)
        ? .words : FilledIn.isIn(plain, isAddress: false) ? .ifParted : .literal
    // `_some_words_` is emphasised.
    case .lowLine:
      let isEmphasised =
        range.lowerBound > 0 && source.bytes[range.lowerBound - 1] == 0x5F
        && range.upperBound < source.count && source.bytes[range.upperBound] == 0x5F
      return isEmphasised ? .words : FilledIn.isIn(plain, isAddress: false) ? .ifParted : .literal
    case .mail, .address:
      return FilledIn.isIn(plain, isAddress: true) ? .ifParted : .literal
    case .call: return FilledIn.isIn(call: plain) ? .ifParted : .literal
    case .argument, .registryKey, .identifier, .hexadecimal, .keyword, .locale:
      return .literal
    }
  }

  private static func standing(
    ofOption plain: Span<UInt8>, _ range: Range<Int>, _ segment: borrowing Segment
  ) -> Standing {
    let source = segment.source[0..<segment.source.count]
    // Two hyphens behind code or bold type are a dash.
    if range.lowerBound > 0, source.prose[range.lowerBound - 1] == UInt8.blank,
      nearest(to: range.lowerBound, segment).contains(where: {
        segment.sourceInlines[$0].range.upper == source[range].range.lower
      })
    {
      return .words
    }
    if isSetOff(range, source, by: Self.options) { return .literal }
    // `words --and more`: a dash that has no space behind it.
    let isWord = plain[1] == 0x2D && plain.firstIndex(of: 0x2D, from: 2) == nil
    return isWord && range.lowerBound > 0 ? .ifShaped : .literal
  }

  /// Whether a literal is all there is, stands between marks, or beside one of some words.
  private static func isSetOff(
    _ range: Range<Int>, _ source: borrowing Text, by words: [StaticString]
  ) -> Bool {
    if range == source.bytes.trimmedRange { return true }
    if range.lowerBound > 0, range.upperBound < source.count,
      isMark(source.bytes[range.lowerBound - 1]), isMark(source.bytes[range.upperBound])
    {
      return true
    }
    return isBehind(words, range, source) || isBefore(words, range, source)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x22 || byte == 0x27 || byte == 0x60
  }

  /// Whether somebody runs it, it is called a cmdlet, or an option stands behind it.
  ///
  /// "Run" and the like tell nothing of what another noun goes on with, which is then what is run: "run the
  /// Push-Deploy operation", and nothing of what has an article and no such noun: "run a Test-Deployment".
  static func isCommand(
    _ range: Range<Int>, _ source: borrowing Text, _ mentions: inout Mentions
  ) -> Bool {
    let next = following(range, source, &mentions)
    if next == .command || next == .option || isBehind(Self.cmdlets, range, source) { return true }
    return next == .nothing && !hasArticle(range, source)
      && (isBehind(Self.runs, range, source) || speaksOfCommands(source, &mentions))
  }

  /// What a sentence goes on with behind a name.
  private enum Following {
    /// Its end, a mark, or a word that is no noun.
    case nothing
    /// "cmdlet" and the like.
    case command
    /// `-Name`.
    case option
    /// What may be the noun of which the name is a part: "the Find-Replace tool".
    case noun
  }

  /// Whether a noun follows that a name may be a part of.
  static func isPartOfNoun(
    _ range: Range<Int>, _ source: borrowing Text, _ mentions: inout Mentions
  ) -> Bool {
    following(range, source, &mentions) == .noun
  }

  private static func following(
    _ range: Range<Int>, _ source: borrowing Text, _ mentions: inout Mentions
  ) -> Following {
    var start = range.upperBound
    var hasMark = false
    while start < source.count, isBetween(source.prose[start]) {
      let byte = source.prose[start]
      if !byte.isGap, byte != 0x22, byte != 0x27 { hasMark = true }
      start += 1
    }
    if isOption(start, behind: range, source) { return .option }
    var end = start
    while end < source.count, source.prose[end].isTextLetter { end += 1 }
    guard end > start else { return .nothing }
    let word = source.prose.extracting(start..<end)
    if Self.commandNouns.contains(where: { word.equalsIgnoringCase($0) }) {
      // Those of menus and tools have names of ordinary words, too: "the Clear-All command".
      let isSure = word.has("mdlet", at: 1) || word.has("owerShell", at: 1)
      return isSure || speaksOfCommands(source, &mentions) ? .command : .noun
    }
    return hasMark || Self.noNouns.contains { word.equalsIgnoringCase($0) } ? .nothing : .noun
  }

  private static func isOption(
    _ start: Int, behind range: Range<Int>, _ source: borrowing Text
  ) -> Bool {
    guard start > range.upperBound, start + 3 < source.count else { return false }
    let hyphen = source.bytes[start] == 0x2D ? 1 : source.bytes.has("\u{2013}", at: start) ? 3 : 0
    return hyphen > 0 && source.bytes[start + hyphen].isUppercase
  }

  /// Whether an article stands just before a name.
  private static func hasArticle(_ range: Range<Int>, _ source: borrowing Text) -> Bool {
    var end = range.lowerBound
    while end > 0, isBetween(source.prose[end - 1]) { end -= 1 }
    var start = end
    while start > 0, source.prose[start - 1].isTextLetter { start -= 1 }
    let word = source.prose.extracting(start..<end)
    return Self.articles.contains { word.equalsIgnoringCase($0) }
  }

  private static func speaksOfCommands(
    _ source: borrowing Text, _ mentions: inout Mentions
  ) -> Bool {
    if let known = mentions.commands { return known }
    let speaks = Self.places.contains {
      source.bytes.containsIgnoringCase($0.utf8Span.span)
    }
    mentions.commands = speaks
    return speaks
  }

  private static func hasDollars(_ source: borrowing Text, _ mentions: inout Mentions) -> Bool {
    if let known = mentions.dollars { return known }
    let has = source.bytes.contains("$")
    mentions.dollars = has
    return has
  }

  /// The last inlines of a source that begin before an offset of it, by their indices.
  static func nearest(to offset: Int, _ segment: borrowing Segment) -> Range<Int> {
    let place = segment.source.range.lower + offset
    let inlines = segment.sourceInlines
    var (low, high) = (0, inlines.count)
    while low < high {
      let middle = (low + high) / 2
      if inlines[middle].range.lower <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - mostInlines)..<low
  }

  /// Whether the word before, or the one before an article, is one of some.
  private static func isBehind(
    _ words: [StaticString], _ range: Range<Int>, _ source: borrowing Text
  ) -> Bool {
    var end = range.lowerBound
    for _ in 0..<2 {
      while end > 0, isBetween(source.prose[end - 1]) { end -= 1 }
      var start = end
      while start > 0, source.prose[start - 1].isTextLetter { start -= 1 }
      let word = source.prose.extracting(start..<end)
      if words.contains(where: { word.equalsIgnoringCase($0) }) { return true }
      guard Self.articles.contains(where: { word.equalsIgnoringCase($0) }) else { return false }
      end = start
    }
    return false
  }

  private static func isBefore(
    _ words: [StaticString], _ range: Range<Int>, _ source: borrowing Text
  ) -> Bool {
    var start = range.upperBound
    while start < source.count, isBetween(source.prose[start]) { start += 1 }
    var end = start
    while end < source.count, source.prose[end].isTextLetter { end += 1 }
    let word = source.prose.extracting(start..<end)
    return words.contains { word.equalsIgnoringCase($0) }
  }

  /// White space, markup and marks that set words off.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte.isGap || byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x29 || byte == 0x3A
  }

  /// Whether a slash stands for "per": `/month`.
  private static func isUnit(_ plain: Span<UInt8>) -> Bool {
    let word = plain.extracting(1..<plain.count)
    return Self.units.contains { word.equalsIgnoringCase($0) }
  }

  /// What tells that commands are typed rather than chosen from a menu.
  private static let places = [
    "powershell", "cmdlet", "console", "terminal", "prompt", "command line", "command-line",
  ]
  private static let articles: [StaticString] = ["the", "a", "an", "this"]
  private static let runs: [StaticString] = [
    "run", "runs", "running", "execute", "executes", "executing", "invoke", "invokes", "invoking",
    "type", "typing",
  ]
  private static let cmdlets: [StaticString] = ["cmdlet", "cmdlets"]
  /// What is typed to be run.
  private static let commandNouns: [StaticString] = [
    "cmdlet", "cmdlets", "command", "commands", "commandlet", "script", "scripts", "function",
    "functions", "alias", "aliases", "PowerShell",
  ]
  /// Words that begin another part of the sentence.
  private static let noNouns: [StaticString] = [
    "to", "on", "in", "into", "at", "for", "from", "with", "without", "by", "as", "of", "after",
    "before",
    "when", "while", "if", "unless", "until", "once", "twice", "again", "first", "then", "now",
    "next",
    "here", "there", "and", "or", "but", "so", "because", "since", "against", "inside", "outside",
    "under",
    "over", "through", "using", "via", "per", "during", "is", "are", "was", "were", "can", "may",
    "must",
    "will", "has", "have", "does", "returns", "fails", "which", "that", "this", "these", "it",
    "you", "we", "they",
    "the", "a", "an", "your", "not", "instead", "also", "only", "too", "manually", "locally",
    "remotely",
    "where", "whenever", "every", "each", "like", "directly", "followed", "immediately", "yourself",
  ]
  private static let options: [StaticString] = [
    "option", "options", "switch", "switches", "parameter", "parameters", "flag", "flags",
    "argument", "arguments", "qualifier", "qualifiers",
  ]
  private static let units: [StaticString] = [
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "user", "users", "seat",
    "person", "item", "device", "unit", "page", "call", "each",
  ]
}
