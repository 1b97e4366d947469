import LintText

/// Damage to what is typed as it is: options, commands, paths and other literals of the prose.
enum LiteralFaults {
  private static let verbs: Set<String> = [
    "Get", "Set", "New", "Add", "Remove", "Install", "Uninstall", "Update", "Enable", "Disable",
    "Import", "Export", "Start", "Stop", "Connect", "Test", "Register", "Write", "Move", "Copy",
  ]
  /// Whether a noun has a capital inside, which the nouns of ordinary compounds lack: `Request-ID`.
  private static func isNoun(_ noun: Substring) -> Bool {
    noun.utf8.allSatisfy(\.isLetter) && noun.first?.isUppercase == true
      && zip(noun.utf8, noun.utf8.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }

  static let kinds: [FaultKind] = [
    // `-Name`, `--name`: letters of its end become others.
    FaultKind("option-changed", "changed-literal", "markup") { (victim: Victim, random) in
      literal(victim, &random) { name in
        let word = name.drop { $0 == "-" }
        let hyphens = name.utf8.count - word.utf8.count
        return (hyphens == 1 && word.first?.isUppercase == true) || hyphens == 2
          ? word.utf8.count >= 3 && word.utf8.allSatisfy { $0.isLetter } : false
      }.map { name in
        // `-Forceux` might be `-Force` with an ending.
        let last = victim.bytes[name.upperBound - 1]
        return .replace(
          name.upperBound - 1..<name.upperBound, with: last == 0x65 ? "oux" : "eux",
          at: victim.pair.target)
      }
    },
    // `Get-Name`: another verb, or a word of the translation.
    FaultKind("command-verb-translated", "changed-literal", "markup") { (victim: Victim, random) in
      guard
        let name = literal(
          victim, &random,
          where: { name in
            let parts = name.split(separator: "-")
            return parts.count == 2 && verbs.contains(String(parts[0]))
              && isNoun(parts[1])
          }),
        let hyphen = victim.bytes[name].firstIndex(of: 0x2D),
        let word = foreignWord(victim, &random)
      else { return nil }
      return .replace(name.lowerBound..<hyphen, with: word, at: victim.pair.target)
    },
    FaultKind("path-folder-translated", "changed-literal", "markup") { (victim: Victim, random) in
      guard
        let name = literal(
          victim, &random,
          where: { name in
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count >= 3 && parts[0].isEmpty
              && parts.dropFirst().allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2E }
              }
          }), let word = foreignWord(victim, &random)
      else { return nil }
      let parts = victim.bytes[name].split(separator: 0x2F)
      return .replace(
        parts[0].startIndex..<parts[0].endIndex, with: word, at: victim.pair.target)
    },
    // `max_size`: a space behind its low line, as translation engines put it.
    FaultKind("space-behind-low-line", "changed-literal", "markup") { (victim: Victim, random) in
      guard let name = literal(victim, &random, where: isLowLineName),
        let line = victim.bytes[name].firstIndex(of: 0x5F)
      else { return nil }
      return .insert(" ", at: line + 1, place: victim.pair.target)
    },
    FaultKind("part-of-name-translated", "changed-literal", "markup") { (victim: Victim, random) in
      guard let name = literal(victim, &random, where: isLowLineName),
        let line = victim.bytes[name].firstIndex(of: 0x5F), let word = foreignWord(victim, &random)
      else { return nil }
      return .replace(name.lowerBound..<line, with: word, at: victim.pair.target)
    },
    FaultKind("registry-root-translated", "changed-literal", "markup") { (victim: Victim, random) in
      guard
        let name = literal(
          victim, &random, where: { $0.hasPrefix("HKEY_") && $0.utf8.count > 9 }),
        let word = foreignWord(victim, &random)
      else { return nil }
      return .replace(name.lowerBound + 5..<name.lowerBound + 9, with: word, at: victim.pair.target)
    },
    // Not the rest of a name that has come apart: `\_ \_ name()`.
    FaultKind("call-translated", "changed-literal", "markup", companions: ["doubled-word"]) {
      (victim: Victim, random) in
      guard
        let name = literal(
          victim, &random,
          where: { $0.hasSuffix("()") && $0.dropLast(2).utf8.allSatisfy { $0.isLetter } }),
        name.count > 5, !victim.bytes.has("_ ", at: name.lowerBound - 2),
        let word = foreignWord(victim, &random)
      else { return nil }
      return .replace(name.lowerBound..<name.upperBound - 2, with: word, at: victim.pair.target)
    },
    FaultKind(
      "digit-of-code-changed", "changed-literal", "markup", companions: ["changed-number"]
    ) { (victim: Victim, random) in
      literal(
        victim, &random,
        where: {
          $0.hasPrefix("0x") && $0.utf8.count > 5 && $0.dropFirst(2).allSatisfy(\.isHexDigit)
        }
      ).map { name in
        let digit = victim.bytes[name.upperBound - 1]
        return .replace(
          name.upperBound - 1..<name.upperBound, with: digit == 0x30 ? "1" : "0",
          at: victim.pair.target)
      }
    },
    // An address without markup: the end of its path is lost, or a space stands in it.
    FaultKind("space-in-bare-address", "changed-literal", "markup") { (victim: Victim, random) in
      guard let address = bareAddress(victim, &random),
        let slash = victim.bytes[address].dropFirst(9).firstIndex(of: 0x2F),
        slash + 1 < address.upperBound
      else { return nil }
      return .insert(" ", at: slash + 1, place: victim.pair.target)
    },
    FaultKind("host-translated", "changed-literal", "markup") { (victim: Victim, random) in
      guard let address = bareAddress(victim, &random),
        let colon = victim.bytes[address].firstIndex(of: 0x3A),
        let word = foreignWord(victim, &random)
      else { return nil }
      let start = colon + 3
      let stop = victim.bytes[start..<address.upperBound].firstIndex(of: 0x2E) ?? start
      // `en.` is where languages differ.
      guard stop - start > 2, victim.bytes.text(start..<stop) != "www" else { return nil }
      return .replace(start..<stop, with: word, at: victim.pair.target)
    },
  ]

  /// A token of the target's prose that stands once in both halves, by itself.
  private static func literal(
    _ victim: Victim, _ random: inout Random, where isWanted: (String) -> Bool
  ) -> Range<Int>? {
    let sources = victim.source.tokens
    return random.pick(
      victim.target.tokens.map { trimmed(victim.bytes, $0) }.filter { name in
        guard !name.isEmpty else { return false }
        let text = victim.bytes.text(name)
        // What stands in brackets the reader fills in.
        let isBracketed =
          name.lowerBound > victim.pair.target.lowerBound
          && "[{<".utf8.contains(victim.bytes[name.lowerBound - 1])
        // A quote behind a backslash is in the text of a program.
        let isEscaped = victim.bytes.has("\\\"", at: name.lowerBound - 2)
        return isWanted(text) && !isBracketed && !isEscaped && victim.target.count(of: text) == 1
          && victim.source.count(of: text) == 1
          && sources.contains { victim.bytes.text(trimmed(victim.bytes, $0)) == text }
      })
  }

  /// A word of the translation, in letters of ASCII or not, that the source has in no form.
  private static func foreignWord(_ victim: Victim, _ random: inout Random) -> String? {
    let source = victim.source.text.lowercased()
    return random.pick(
      victim.target.words.map(\.text).filter {
        $0.utf8.count >= 4 && $0.utf8.count <= 24 && !source.contains($0.lowercased())
      })
  }

  /// Words of names that the reader fills in.
  private static let readersWords: Set<String> = [
    "file", "folder", "path", "name", "user", "server", "domain", "company", "first", "last", "id",
    "resource", "group", "username", "filename", "location", "number", "value", "type", "date",
    "title", "text", "subscription", "region", "tenant", "email", "mail", "address", "account",
  ]

  private static func isLowLineName(_ name: String) -> Bool {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0.isLetterOrDigit } }
      && parts[0].utf8.count >= 2 && parts[0].utf8.allSatisfy { $0.isLetter }
      && !["your", "my", "hkey"].contains(parts[0].lowercased())
      && !parts.allSatisfy { readersWords.contains($0.lowercased()) }
  }

  /// An address in the prose of both halves, once in each.
  private static func bareAddress(_ victim: Victim, _ random: inout Random) -> Range<Int>? {
    let half = victim.target
    // A link that is not simple has its address behind `](`.
    guard half.count(of: "](") == 0, victim.source.count(of: "](") == 0, half.links.isEmpty,
      half.autolinks.isEmpty, half.code.isEmpty, half.tags.isEmpty,
      half.placeholders.isEmpty, victim.source.links.isEmpty, victim.source.code.isEmpty,
      victim.source.autolinks.isEmpty, victim.source.placeholders.isEmpty
    else { return nil }
    let starts = victim.bytes.ranges(of: "https://", in: victim.pair.target)
    return random.pick(
      starts.compactMap { start -> Range<Int>? in
        var end = start.upperBound
        while end < victim.pair.target.upperBound,
          victim.bytes[end].isLetterOrDigit || "./-_".utf8.contains(victim.bytes[end])
        {
          end += 1
        }
        while end > start.upperBound, victim.bytes[end - 1] == 0x2E { end -= 1 }
        let text = victim.bytes.text(start.lowerBound..<end)
        return text.dropFirst(8).contains(".") && !text.lowercased().contains("your")
          && (end == victim.pair.target.upperBound
            || !"[]{}<>$%\\?#&=".utf8.contains(victim.bytes[end]))
          && victim.target.count(of: text) == 1 && victim.source.count(of: text) == 1
          ? start.lowerBound..<end : nil
      })
  }

  private static func trimmed(_ bytes: [UInt8], _ token: Range<Int>) -> Range<Int> {
    var (lower, upper) = (token.lowerBound, token.upperBound)
    while lower < upper, "\"'([".utf8.contains(bytes[lower]) { lower += 1 }
    while upper > lower,
      "\"'].,;:!?".utf8.contains(bytes[upper - 1])
        || (bytes[upper - 1] == 0x29 && !(upper - lower > 1 && bytes[upper - 2] == 0x28))
    {
      upper -= 1
    }
    return lower..<upper
  }
}
