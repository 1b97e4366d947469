import LintText

/// Damage to code, placeholders, emphasis, tags, names and brackets inside a target.
enum MarkupFaults {
  /// Ends of names by which a file is known, rather than a member of a program.
  private static let fileEndings: Set<String> = [
    "json", "xml", "config", "md", "cs", "csproj", "exe", "dll", "txt", "yml", "yaml", "zip", "log",
    "ini", "toml", "csv", "xlsx", "docx", "ps1", "cmd", "bat", "html", "aspx", "nuspec", "nupkg",
    "targets", "props", "sln", "edmx", "xsd", "resx", "pdf", "svg", "png", "msi", "js", "ts",
  ]
  /// Languages that write a decimal comma.
  private static let commaLanguages: Set<String> = [
    "it", "fr", "de", "es", "pt", "ru", "pl", "cs", "tr", "nl", "sv", "hu", "uk", "bg", "el",
  ]

  static let kinds: [FaultKind] = [
    // Code that stands once in both halves, among other words.
    FaultKind("code-deleted", "changed-code", "markup") { (victim: Victim, random) in
      guard let code = sharedCode(victim, &random), victim.target.words.count >= 2 else {
        return nil
      }
      return .delete(code.range, at: victim.pair.target)
    },
    FaultKind("backticks-lost", "changed-code", "markup") { (victim: Victim, random) in
      // Without them, code with markup's signs would be markup.
      guard let code = sharedCode(victim, &random), victim.target.words.count >= 2,
        victim.bytes[code.content].allSatisfy({
          $0.isLetterOrDigit || ".-/ ".utf8.contains($0)
        })
      else { return nil }
      return .replace(
        code.range, with: victim.bytes.text(code.content), at: victim.pair.target)
    },
    // A letter is lost; letter case alone would be no change.
    FaultKind("letter-lost-in-code", "changed-code", "markup") { (victim: Victim, random) in
      guard let code = sharedCode(victim, &random), code.content.count >= 4 else { return nil }
      let letters = code.content.dropFirst().filter { victim.bytes[$0].isLetter }
      return random.pick(letters).map { .delete($0..<$0 + 1, at: victim.pair.target) }
    },
    // A space behind a sign, as translation engines put it: `a.b` becomes `a. b`.
    FaultKind("space-in-code", "changed-code", "markup") { (victim: Victim, random) in
      guard let code = sharedCode(victim, &random) else { return nil }
      let signs = code.content.dropLast().filter {
        ".;:/=".utf8.contains(victim.bytes[$0]) && victim.bytes[$0 + 1].isLetter
      }
      return random.pick(signs).map { .insert(" ", at: $0 + 1, place: victim.pair.target) }
    },
    // A word of the translation in the place of a word of the code.
    FaultKind("code-translated", "changed-code", "markup") { (victim: Victim, random) in
      guard let code = sharedCode(victim, &random),
        let word = random.pick(victim.target.words.filter { $0.count >= 4 }),
        victim.bytes[code.content].allSatisfy(\.isLetter),
        victim.bytes.text(code.content).lowercased() != word.text.lowercased(),
        victim.source.code.allSatisfy({
          victim.bytes.text($0.content).lowercased() != word.text.lowercased()
        })
      else { return nil }
      return .replace(code.content, with: word.text, at: victim.pair.target)
    },
    // Two neighbours run together; the words between them move in front.
    FaultKind("code-fused", "changed-code", "markup") { (victim: Victim, _) in
      let code = victim.target.code
      for (left, right) in zip(code, code.dropFirst()) {
        let between = left.range.upperBound..<right.range.lowerBound
        guard (1...20).contains(between.count), victim.target.isProse(between),
          left.range.count > 2, victim.bytes[left.content.lowerBound - 1] == 0x60,
          left.range.count - left.content.count == 2, right.range.count - right.content.count == 2,
          victim.source.count(of: victim.bytes.text(left.range)) >= 1,
          victim.source.count(of: victim.bytes.text(right.range)) >= 1,
          left.range.lowerBound == victim.pair.target.lowerBound
            || victim.bytes[left.range.lowerBound - 1] == 0x20
        else { continue }
        let words = victim.bytes.text(between).split(separator: " ").joined(separator: " ")
        // A comma or a parenthesis would be lost.
        guard words.allSatisfy({ $0.isLetter || $0 == " " }) else { continue }
        let moved = words.isEmpty ? "" : words + " "
        // Behind a word like it, it would be a doubled one.
        let before = victim.bytes.text(victim.pair.target.lowerBound..<left.range.lowerBound)
        if !moved.isEmpty, before.hasSuffix(moved) { continue }
        return .replace(
          left.range.lowerBound..<right.range.upperBound,
          with: moved + victim.bytes.text(left.range) + victim.bytes.text(right.range),
          at: victim.pair.target)
      }
      return nil
    },
    // A placeholder that stands once in both halves.
    FaultKind("placeholder-deleted", "changed-placeholder", "markup") { (victim: Victim, random) in
      guard victim.target.words.count >= 1 else { return nil }
      return sharedPlaceholder(victim, &random).map { .delete($0, at: victim.pair.target) }
    },
    // `% NAME%`, `$ (name)`, `{ 0}`, `{ {name}}`; within double braces a space means nothing.
    FaultKind("space-in-placeholder", "changed-placeholder", "markup") { (victim: Victim, random) in
      guard let placeholder = sharedPlaceholder(victim, &random) else { return nil }
      return .insert(" ", at: placeholder.lowerBound + 1, place: victim.pair.target)
    },
    // `$x $`, `$ x$`: formulas that stand once in both halves.
    FaultKind("formula-spaced", "changed-math", "markup") { (victim: Victim, random) in
      guard let formula = sharedFormula(victim, &random) else { return nil }
      let place = random.below(2) == 0 ? formula.lowerBound + 1 : formula.upperBound - 1
      return .insert(" ", at: place, place: victim.pair.target)
    },
    FaultKind("formula-deleted", "changed-math", "markup") { (victim: Victim, random) in
      guard victim.target.words.count >= 2 else { return nil }
      return sharedFormula(victim, &random).map { .delete($0, at: victim.pair.target) }
    },
    // Not a parenthesis, which would be missed by its partner.
    FaultKind("placeholder-sign-lost", "changed-placeholder", "markup") {
      (victim: Victim, random) in
      guard let placeholder = sharedPlaceholder(victim, &random),
        victim.bytes[placeholder.upperBound - 1] != 0x29
      else { return nil }
      return .delete(placeholder.upperBound - 1..<placeholder.upperBound, at: victim.pair.target)
    },
    // A word of the translation in the place of the name.
    FaultKind("placeholder-translated", "changed-placeholder", "markup") {
      (victim: Victim, random) in
      guard let placeholder = sharedPlaceholder(victim, &random),
        let word = random.pick(
          victim.target.words.filter {
            $0.count >= 4 && !victim.source.text.lowercased().contains($0.text.lowercased())
          })
      else { return nil }
      let name = placeholder.filter { victim.bytes[$0].isLetter }
      guard let first = name.first, let last = name.last,
        !victim.bytes.text(placeholder).lowercased().contains(word.text.lowercased())
      else { return nil }
      return .replace(first..<last + 1, with: word.text, at: victim.pair.target)
    },
    // The bold is preceded by a space and its text begins with a letter.
    FaultKind("space-after-bold-opens", "broken-emphasis", "markup") { (victim: Victim, random) in
      guard let bold = sharedBold(victim, &random),
        bold.range.lowerBound == victim.pair.target.lowerBound
          || victim.bytes[bold.range.lowerBound - 1] == 0x20
      else { return nil }
      return .insert(" ", at: bold.content.lowerBound, place: victim.pair.target)
    },
    // The space behind the bold moves into it.
    FaultKind("space-before-bold-closes", "broken-emphasis", "markup") { (victim: Victim, random) in
      guard let bold = sharedBold(victim, &random),
        victim.bytes.has(" ", at: bold.range.upperBound),
        bold.range.upperBound + 1 < victim.pair.target.upperBound,
        victim.bytes[bold.range.upperBound + 1].isLetter
      else { return nil }
      return .replace(
        bold.content.upperBound..<bold.range.upperBound + 1, with: " **", at: victim.pair.target)
    },
    FaultKind("bold-marker-lost", "broken-emphasis", "markup") { (victim: Victim, random) in
      guard let bold = sharedBold(victim, &random) else { return nil }
      let start = random.below(2) == 0 ? bold.range.lowerBound : bold.content.upperBound
      return .delete(start..<start + 2, at: victim.pair.target)
    },
    // `\*\* x\*\*`: without the backslashes it is not bold either.
    FaultKind("bold-escaped-and-spaced", "escaped-emphasis", "markup") { (victim: Victim, random) in
      guard let bold = sharedBold(victim, &random) else { return nil }
      let text = victim.bytes.text(bold.content)
      return .replace(bold.range, with: "\\*\\* \(text)\\*\\*", at: victim.pair.target)
    },
    // `\*\*\*\*` is left of the markers, beside the text that was bold.
    FaultKind("bold-emptied-and-escaped", "escaped-emphasis", "markup") {
      (victim: Victim, random) in
      guard let bold = sharedBold(victim, &random) else { return nil }
      let text = victim.bytes.text(bold.content)
      return .replace(bold.range, with: "\(text) \\*\\*\\*\\*", at: victim.pair.target)
    },
    // Two bold runs become `**A\*\*\*\*B**`; the words between them move in front.
    FaultKind("bold-fused-and-escaped", "escaped-emphasis", "markup") { (victim: Victim, _) in
      let bold = victim.target.bold
      guard victim.target.isSimple, victim.source.bold.count == bold.count else { return nil }
      for (left, right) in zip(bold, bold.dropFirst()) {
        let between = left.range.upperBound..<right.range.lowerBound
        guard victim.target.isProse(between), (1...40).contains(between.count),
          left.range.lowerBound == victim.pair.target.lowerBound
            || victim.bytes[left.range.lowerBound - 1] == 0x20,
          isPlain(victim.bytes, left.content), isPlain(victim.bytes, right.content)
        else { continue }
        let words = victim.bytes.text(between).drop { $0 == " " }
        let one = victim.bytes.text(left.content)
        let two = victim.bytes.text(right.content)
        return .replace(
          left.range.lowerBound..<right.range.upperBound,
          with: "\(words)**\(one)\\*\\*\\*\\*\(two)**", at: victim.pair.target)
      }
      return nil
    },
    // The engine's own mark in the place of a word.
    FaultKind("mark-in-angle-brackets", "leaked-markup", "markup") { (victim: Victim, random) in
      guard victim.source.tags.isEmpty, let word = random.pick(plainWords(victim)) else {
        return nil
      }
      return .replace(word.range, with: "<\(random.below(9) + 1)>", at: victim.pair.target)
    },
    FaultKind("mark-in-braces", "leaked-markup", "markup") { (victim: Victim, random) in
      guard let word = random.pick(plainWords(victim)) else { return nil }
      let number = random.below(9) + 1
      return .replace(
        word.range, with: "{\(number)&gt;\(word.text)&lt;\(number)}", at: victim.pair.target)
    },
    FaultKind("mark-of-placeholder", "leaked-markup", "markup") { (victim: Victim, random) in
      guard let word = random.pick(plainWords(victim)) else { return nil }
      return .replace(
        word.range, with: "ph x=\"\(random.below(9) + 1)\" /&gt;", at: victim.pair.target)
    },
    FaultKind("space-in-entity", "leaked-markup", "markup") { (victim: Victim, random) in
      guard victim.bytes.firstRange(of: "&", in: victim.pair.target) != nil,
        let entity = random.pick(victim.target.entities)
      else { return nil }
      return .insert(" ", at: entity.lowerBound + 1, place: victim.pair.target)
    },
    // A name in prose, in both halves: `project.json in` becomes `project.jsin`.
    FaultKind("json-cut", "cut-file-name", "markup") { (victim: Victim, random) in
      let names = sharedNames(victim).filter {
        victim.bytes.text($0).hasSuffix(".json") && victim.bytes.has(" ", at: $0.upperBound)
      }
      guard let name = random.pick(names),
        let word = victim.target.words.first(where: {
          $0.range.lowerBound == name.upperBound + 1 && $0.isLowercase
        })
      else { return nil }
      return .replace(
        name.upperBound - 2..<word.range.upperBound, with: word.text, at: victim.pair.target)
    },
    FaultKind("file-name-split", "changed-identifier", "markup") { (victim: Victim, random) in
      let names = sharedNames(victim).filter { isFileName(victim.bytes.text($0)) }
      guard let name = random.pick(names),
        let dot = victim.bytes[name].lastIndex(of: 0x2E)
      else { return nil }
      return .insert(" ", at: random.below(2) == 0 ? dot : dot + 1, place: victim.pair.target)
    },
    // A mixed-case name that is neither an address nor the first word; in Turkish without an i.
    FaultKind("name-in-lower-case", "changed-identifier", "markup") { (victim: Victim, random) in
      let names = victim.target.words.filter { word in
        let inner = word.text.unicodeScalars.dropFirst()
        return word.range.lowerBound > victim.pair.target.lowerBound && word.isLatin
          && word.count >= 5 && word.text.utf8.allSatisfy { $0.isLetter }
          && inner.contains { ("A"..."Z").contains($0) }
          && inner.contains { ("a"..."z").contains($0) }
          && (victim.page.language != "tr" || !word.text.lowercased().contains("i"))
          && victim.target.count(of: word.text) == 1 && victim.source.count(of: word.text) == 1
          && victim.source.words.contains { $0.text == word.text }
      }
      return random.pick(names).map {
        .replace($0.range, with: $0.text.lowercased(), at: victim.pair.target)
      }
    },
    // `System.Data` becomes `System. Data`; a name of two parts or more that is no file's.
    FaultKind("dotted-name-split", "changed-identifier", "markup") { (victim: Victim, random) in
      let names = sharedNames(victim).filter { name in
        let text = victim.bytes.text(name)
        return !isFileName(text)
          && text.split(separator: ".").allSatisfy {
            $0.count >= 2 && $0.first?.isUppercase == true
          }
      }
      guard let name = random.pick(names), let dot = victim.bytes[name].firstIndex(of: 0x2E) else {
        return nil
      }
      return .insert(" ", at: dot + 1, place: victim.pair.target)
    },
    // A version of two numbers behind a product's name or the word `version`, in a language with a
    // decimal comma.
    FaultKind("version-with-comma", "localized-version", "markup") { (victim: Victim, random) in
      guard commaLanguages.contains(victim.page.language) else { return nil }
      let versions = victim.target.tokens.compactMap { token -> Range<Int>? in
        let number = trimmed(victim.bytes, token)
        let parts = victim.bytes.text(number).split(
          separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2,
          parts.allSatisfy({
            !$0.isEmpty && $0.utf8.count <= 2 && $0.utf8.allSatisfy(\.isDigit)
          })
        else { return nil }
        let text = victim.bytes.text(number)
        let named = victim.source.tokens.adjacent.contains { before, after in
          victim.bytes.text(trimmed(victim.bytes, after)) == text
            && isProduct(victim.bytes.text(before))
        }
        return named && victim.target.count(of: text) == 1 && victim.source.count(of: text) == 1
          ? number : nil
      }
      guard let version = random.pick(versions),
        let dot = victim.bytes[version].firstIndex(of: 0x2E)
      else { return nil }
      return .replace(dot..<dot + 1, with: ",", at: victim.pair.target)
    },
    // Bold or a link directly before a full stop or comma, as in the source.
    FaultKind("space-behind-markup", "space-at-markup", "markup") { (victim: Victim, random) in
      guard victim.page.hasSpaces, victim.target.isSimple else { return nil }
      let ends =
        (victim.target.bold.map(\.range.upperBound) + victim.target.links.map(\.range.upperBound))
        .filter {
          $0 < victim.pair.target.upperBound && ".,".utf8.contains(victim.bytes[$0])
            && ($0 + 1 == victim.pair.target.upperBound || victim.bytes[$0 + 1] == 0x20)
        }
      guard victim.source.count(of: " .") + victim.source.count(of: " ,") == 0,
        victim.source.bold.count + victim.source.links.count > 0
      else { return nil }
      return random.pick(ends).map { .insert(" ", at: $0, place: victim.pair.target) }
    },
    // A link between parentheses, or one that follows a parenthesis.
    FaultKind("space-inside-parentheses", "space-at-markup", "markup") { (victim: Victim, random) in
      guard victim.page.hasSpaces, victim.source.count(of: "( ") == 0,
        victim.source.count(of: "([") + victim.source.count(of: "(**") > 0
      else { return nil }
      let starts =
        (victim.target.bold.map(\.range.lowerBound)
        + victim.target.links.map(\.range.lowerBound)).filter {
          $0 > victim.pair.target.lowerBound && victim.bytes[$0 - 1] == 0x28
        }
      return random.pick(starts).map { .insert(" ", at: $0, place: victim.pair.target) }
    },
    // As many bold runs as in the source; not in languages that put brackets for bold.
    FaultKind("bold-lost", "lost-emphasis", "markup") { (victim: Victim, random) in
      guard victim.page.hasSpaces, victim.page.language != "ko",
        victim.target.bold.count == victim.source.bold.count,
        let bold = sharedBold(victim, &random)
      else { return nil }
      return .replace(
        bold.range, with: victim.bytes.text(bold.content), at: victim.pair.target)
    },
    // A tag that is not left out on purpose.
    FaultKind("tag-deleted", "changed-html-tag", "markup") { (victim: Victim, random) in
      guard let tag = random.pick(sharedTags(victim)) else { return nil }
      return .delete(tag, at: victim.pair.target)
    },
    // A slash is lost, or the tags of a pair change places.
    FaultKind(
      "closing-tag-opened", "changed-html-tag", "markup", companions: ["missing-space-at-markup"]
    ) { (victim: Victim, random) in
      random.pick(closingTags(victim)).map {
        .delete($0.lowerBound + 1..<$0.lowerBound + 2, at: victim.pair.target)
      }
    },
    FaultKind("address-of-tag-translated", "changed-html-tag", "markup") {
      (victim: Victim, random) in
      let values = ["href=\"", "src=\""].flatMap { name in
        victim.target.tags.compactMap { tag -> Range<Int>? in
          guard let found = victim.bytes.firstRange(of: name, in: tag.range),
            let end = victim.bytes.firstRange(
              of: "\"", in: found.upperBound..<tag.range.upperBound),
            end.lowerBound > found.upperBound + 3,
            victim.source.count(of: victim.bytes.text(tag.range)) == 1,
            victim.target.count(of: victim.bytes.text(tag.range)) == 1
          else { return nil }
          return found.upperBound..<end.lowerBound
        }
      }
      guard let value = random.pick(values),
        let word = random.pick(victim.target.words.filter { $0.count >= 4 })
      else { return nil }
      return .replace(value, with: word.text, at: victim.pair.target)
    },
    // `\<name>` without its backslash is a tag that nobody sees.
    FaultKind("backslash-before-tag-lost", "changed-html-tag", "markup") {
      (victim: Victim, random) in
      let places = victim.bytes.ranges(of: "\\<", in: victim.pair.target).filter { found in
        victim.bytes[found.upperBound].isLetter
          && Half(victim.bytes, found.lowerBound + 1..<victim.pair.target.upperBound).tags.first
            .map { tag in
              tag.range.lowerBound == found.lowerBound + 1 && isTag(victim.bytes.text(tag.range))
            } == true
          // In code a backslash is a backslash.
          && victim.target.isProse(found.upperBound..<found.upperBound + 1)
          && victim.source.count(of: "\\<") > 0
      }
      return random.pick(places).map {
        .delete($0.lowerBound..<$0.lowerBound + 1, at: victim.pair.target)
      }
    },
    // A parenthesis of the prose; both halves have theirs in pairs.
    FaultKind("parenthesis-lost", "unbalanced-bracket", "markup") { (victim: Victim, random) in
      let signs = parentheses(victim.target)
      let others = parentheses(victim.source)
      guard !signs.isEmpty, victim.target.isSimple, isBalanced(victim.bytes, signs),
        signs.count == others.count, isBalanced(victim.bytes, others),
        // Beside a link or bold it could be read as part of that.
        let sign = random.pick(
          signs.filter {
            victim.target.isProse(max($0 - 1, victim.pair.target.lowerBound)..<$0 + 1)
          })
      else { return nil }
      return .delete(sign..<sign + 1, at: victim.pair.target)
    },
  ]

  private static func sharedCode(_ victim: Victim, _ random: inout Random) -> Half.Mark? {
    guard victim.bytes.firstRange(of: "`", in: victim.pair.target) != nil,
      victim.target.isSimple
    else { return nil }
    return random.pick(
      victim.target.code.filter { code in
        let text = victim.bytes.text(code.content).lowercased()
        let isText: (Half.Mark) -> Bool = { victim.bytes.text($0.content).lowercased() == text }
        return !text.isEmpty && victim.target.code.filter(isText).count == 1
          && victim.source.code.filter(isText).count == 1
      })
  }

  private static func sharedPlaceholder(_ victim: Victim, _ random: inout Random) -> Range<Int>? {
    guard
      victim.bytes[victim.pair.target].contains(where: { $0 == 0x7B || $0 == 0x24 || $0 == 0x25 })
    else { return nil }
    return random.pick(
      victim.target.placeholders.filter { placeholder in
        let text = victim.bytes.text(placeholder)
        return victim.target.count(of: text) == 1 && victim.source.count(of: text) == 1
          && victim.source.placeholders.contains { victim.bytes.text($0) == text }
      })
  }

  /// A bold run of words; the source has bold too, and no other asterisks stand in either half.
  private static func sharedBold(_ victim: Victim, _ random: inout Random) -> Half.Mark? {
    guard victim.bytes.firstRange(of: "**", in: victim.pair.target) != nil, victim.target.isSimple,
      victim.source.isSimple, victim.source.count(of: "**") == victim.target.count(of: "**"),
      victim.target.count(of: "\\*") == 0
    else { return nil }
    return random.pick(
      victim.target.bold.filter { bold in
        isPlain(victim.bytes, bold.content)
          // In a link's text its other end would be outside.
          && !victim.target.links.contains { $0.range.overlaps(bold.range) }
      })
  }

  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let half = Half(bytes, range)
    guard half.isBare, let first = half.words.first, let last = half.words.last else {
      return false
    }
    return first.range.lowerBound == range.lowerBound && last.range.upperBound == range.upperBound
  }

  private static func plainWords(_ victim: Victim) -> [Word] {
    guard victim.page.hasSpaces else { return [] }
    return victim.target.words.filter { $0.count >= 4 && $0.isLowercase }
  }

  /// Tags of the target, outside the list of those that are dropped on purpose, that its source has
  /// too and that stand there as often.
  private static func sharedTags(_ victim: Victim) -> [Range<Int>] {
    victim.target.tags.map(\.range).filter { tag in
      let text = victim.bytes.text(tag)
      let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        .lowercased()
      return elements.contains(name) && isTag(text)
        && victim.source.count(of: text) == victim.target.count(of: text)
    }
  }

  /// Elements that nobody drops for style; other names are words to fill in.
  private static let elements: Set<String> = [
    "br", "p", "li", "ul", "ol", "td", "tr", "th", "table", "kbd", "span", "div", "img", "code",
    "hr", "u", "pre", "tbody", "thead", "dl", "dt", "dd", "var", "h1", "h2", "h3", "h4",
  ]

  /// Closing tags of the target's pairs, where both halves have one pair and no other tag.
  private static func closingTags(_ victim: Victim) -> [Range<Int>] {
    let (tags, others) = (victim.target.tags, victim.source.tags)
    guard tags.count == 2, others.count == 2 else { return [] }
    let (open, close) = (victim.bytes.text(tags[0].content), victim.bytes.text(tags[1].content))
    guard elements.union(["b", "i", "em", "strong"]).contains(open), close == "/" + open,
      victim.bytes.text(others[0].content) == open, victim.bytes.text(others[1].content) == close
    else { return [] }
    return [tags[1].range]
  }

  /// `$…$` that stands once in both halves, with a command, a power or a lone letter in it.
  private static func sharedFormula(_ victim: Victim, _ random: inout Random) -> Range<Int>? {
    let signs = victim.bytes.ranges(of: "$", in: victim.pair.target).map(\.lowerBound)
    guard signs.count >= 2, signs.count % 2 == 0,
      victim.source.count(of: "$") == signs.count, victim.target.code.isEmpty
    else { return nil }
    let formulas = stride(from: 0, to: signs.count, by: 2).map { signs[$0]..<signs[$0 + 1] + 1 }
    return random.pick(
      formulas.filter { formula in
        let inside = victim.bytes[formula].dropFirst().dropLast()
        let text = victim.bytes.text(formula)
        return
          (inside.count == 1 && inside.first!.isLetter
          || inside.contains(0x5C) || inside.contains(0x5E)) && inside.first != 0x20
          && inside.last != 0x20 && victim.source.count(of: text) == 1
          && victim.target.count(of: text) == 1
      })
  }

  /// Whether a browser takes it for a tag: a name of letters, digits and hyphens, then a space or the
  /// end. `<name_of>` and `<mail@host>` are none.
  private static func isTag(_ text: String) -> Bool {
    let rest = text.dropFirst().drop { $0 == "/" }
      .drop { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return !text.contains("\\") && [">", " ", "/"].contains(rest.first)
  }

  /// Names with dots in the prose of both halves, once in each.
  private static func sharedNames(_ victim: Victim) -> [Range<Int>] {
    victim.target.tokens.map { trimmed(victim.bytes, $0) }.filter { name in
      let text = victim.bytes.text(name)
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty }
        && text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2E || $0 == 0x2D }
        && text.utf8.first!.isLetter && parts.last!.count >= 2
        && victim.target.count(of: text) == 1 && victim.source.count(of: text) == 1
        && victim.source.tokens.contains {
          victim.bytes.text(trimmed(victim.bytes, $0)) == text
        }
    }
  }

  private static func isFileName(_ name: String) -> Bool {
    fileEndings.contains(name.split(separator: ".").last.map(String.init) ?? "")
  }

  private static func isProduct(_ word: String) -> Bool {
    let name = word.drop { $0 == "(" }
    return name.lowercased() == "version"
      || (name.utf8.count >= 2 && name.utf8.first!.isLetter && name.first!.isUppercase
        && name.utf8.allSatisfy(\.isLetter))
  }

  private static func trimmed(_ bytes: [UInt8], _ token: Range<Int>) -> Range<Int> {
    var (lower, upper) = (token.lowerBound, token.upperBound)
    while lower < upper, "\"'([".utf8.contains(bytes[lower]) { lower += 1 }
    while upper > lower, "\"')].,;:!?".utf8.contains(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Where parentheses stand in the prose.
  private static func parentheses(_ half: Half) -> [Int] {
    half.range.filter {
      (half.bytes[$0] == 0x28 || half.bytes[$0] == 0x29) && half.isProse($0..<$0 + 1)
    }
  }

  private static func isBalanced(_ bytes: [UInt8], _ signs: [Int]) -> Bool {
    var depth = 0
    for sign in signs {
      depth += bytes[sign] == 0x28 ? 1 : -1
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

extension Array {
  /// Each element with the one after it.
  fileprivate var adjacent: Zip2Sequence<[Element], ArraySlice<Element>> { zip(self, dropFirst()) }
}
