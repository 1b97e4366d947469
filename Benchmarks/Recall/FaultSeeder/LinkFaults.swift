import LintText

/// Damage to links, anchors and image directives.
enum LinkFaults {
  static let kinds: [FaultKind] = [
    // Another link's address; neither stands anywhere else in the segment.
    FaultKind("address-of-another-link", "changed-link-target", "links") {
      (victim: Victim, random) in
      guard let link = sharedLink(victim, &random, titles: true) else { return nil }
      let others = victim.page.pairs.filter { $0.range != victim.pair.range && $0.isPlain }
        .prefix(400).flatMap { Half(victim.bytes, $0.target).links }
        .map { victim.bytes.text($0.destination) }
        .filter { victim.source.count(of: $0) == 0 && !namesLocale($0) }
      return random.pick(others).map { .replace(link.destination, with: $0) }
    },
    FaultKind("letter-lost-in-address", "changed-link-target", "links") {
      (victim: Victim, random) in
      guard let link = sharedLink(victim, &random, titles: true), link.destination.count >= 6,
        !namesLocale(victim.bytes.text(link.destination)),
        let letter = random.pick(
          link.destination.filter { place in
            // Of two equal letters, either may be the one.
            victim.bytes[place].isLetter && place > link.destination.lowerBound
              && victim.bytes[place - 1] != victim.bytes[place]
          })
      else { return nil }
      return .delete(letter..<letter + 1)
    },
    // The last word of the address is replaced by the first word of the link's text.
    FaultKind("address-translated", "changed-link-target", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random),
        !namesLocale(victim.bytes.text(link.destination)),
        let word = Half(victim.bytes, link.text).words.first, word.count >= 3,
        let last = lastWord(victim.bytes, link.destination),
        victim.bytes.text(last).lowercased() != word.text.lowercased()
      else { return nil }
      return .replace(last, with: word.text.lowercased())
    },
    // The text stays, the link is gone.
    FaultKind("link-unlinked", "missing-link", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), !link.isImage else { return nil }
      return .replace(
        link.range, with: victim.bytes.text(link.text), at: victim.pair.target)
    },
    // Gone with its text, where more words than its own stand in the target.
    FaultKind("link-deleted", "missing-link", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), Half(victim.bytes, link.text).isBare,
        hasWords(victim, besides: link.range)
      else { return nil }
      return .delete(link.range, at: victim.pair.target)
    },
    FaultKind("autolink-deleted", "missing-link", "links") { (victim: Victim, random) in
      guard let link = random.pick(victim.target.autolinks),
        victim.target.count(of: victim.bytes.text(link)) == 1,
        victim.source.count(of: victim.bytes.text(link)) == 1, hasWords(victim, besides: link)
      else { return nil }
      return .delete(link, at: victim.pair.target)
    },
    FaultKind("link-doubled", "extra-link", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), !link.isImage,
        !namesLocale(victim.bytes.text(link.destination))
      else { return nil }
      return .insert(" " + victim.bytes.text(link.range), at: link.range.upperBound)
    },
    // Words in parentheses become the address of the word before them; no link of another segment is put
    // in, for an address that the source does not have mostly comes from a source that was richer.
    FaultKind("parenthesis-made-address", "extra-link", "links") { (victim: Victim, random) in
      guard victim.hasText, victim.target.isSimple,
        victim.bytes.firstRange(of: "(", in: victim.pair.target) != nil
      else { return nil }
      let words = victim.target.words
      let victims = words.compactMap { word -> (word: Word, inside: Range<Int>)? in
        let open = word.range.upperBound + 1
        guard victim.bytes.has(" (", at: word.range.upperBound),
          let close = victim.bytes.firstRange(of: ")", in: open..<victim.pair.target.upperBound),
          victim.target.isProse(word.range.upperBound..<close.upperBound),
          victim.bytes[open + 1..<close.lowerBound].allSatisfy({ $0.isTextLetter || $0 == 0x20 }),
          close.lowerBound > open + 3, !isInLink(word, victim.target)
        else { return nil }
        return (word, open + 1..<close.lowerBound)
      }
      guard let (word, inside) = random.pick(victims) else { return nil }
      let address = victim.bytes.text(inside).replacing(" ", with: "")
      return .replace(
        word.range.lowerBound..<inside.upperBound, with: "[\(word.text)](\(address)")
    },
    // A reference link: its label becomes a word of the target, or a space parts it from its words, or
    // the brackets go.
    FaultKind("label-translated", "changed-reference-link", "links") { (victim: Victim, random) in
      guard let link = sharedReference(victim, &random),
        let word = random.pick(victim.target.words.filter { $0.count >= 4 }),
        !isLabel(word.text, victim)
      else { return nil }
      return .replace(link.label, with: word.text, at: link.range)
    },
    FaultKind("label-parted", "changed-reference-link", "links") { (victim: Victim, random) in
      sharedReference(victim, &random).map {
        .insert(" ", at: $0.label.lowerBound - 1, place: $0.range)
      }
    },
    FaultKind("reference-unlinked", "changed-reference-link", "links") {
      (victim: Victim, random) in
      sharedReference(victim, &random).map {
        .replace($0.range, with: victim.bytes.text($0.text), at: victim.pair.target)
      }
    },
    FaultKind("reference-text-moved-out", "empty-link-text", "links") { (victim: Victim, random) in
      sharedReference(victim, &random).map {
        .replace(
          $0.range,
          with: "[][\(victim.bytes.text($0.label))] \(victim.bytes.text($0.text))")
      }
    },
    FaultKind("space-before-address", "broken-link-syntax", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random, titles: true) else { return nil }
      return .insert(" ", at: link.destination.lowerBound - 1, place: link.range)
    },
    FaultKind("opening-bracket-lost", "broken-link-syntax", "links") { (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random) else { return nil }
      let bracket = link.text.lowerBound - 1
      return .delete(bracket..<bracket + 1, at: link.range)
    },
    FaultKind("closing-bracket-lost", "broken-link-syntax", "links") { (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random) else { return nil }
      return .delete(link.text.upperBound..<link.text.upperBound + 1, at: link.range)
    },
    FaultKind("closing-bracket-escaped", "broken-link-syntax", "links") {
      (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random) else { return nil }
      return .insert("\\", at: link.text.upperBound, place: link.range)
    },
    FaultKind("opening-parenthesis-lost", "broken-link-syntax", "links") {
      (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random) else { return nil }
      let open = link.destination.lowerBound - 1
      return .delete(open..<open + 1, at: link.range)
    },
    // No other parenthesis may close the address.
    FaultKind("closing-parenthesis-lost", "broken-link-syntax", "links") {
      (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random) else { return nil }
      let close = link.range.upperBound - 1
      var next = close + 1
      while next < victim.pair.target.upperBound, victim.bytes[next].isSpace { next += 1 }
      guard !")(\"'".utf8.contains(victim.bytes[next]) else { return nil }
      return .delete(close..<close + 1, at: link.range)
    },
    FaultKind("space-in-address", "broken-link-syntax", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), link.destination.count >= 8,
        // Before a quote it would begin a title.
        let place = random.pick(Array(link.destination.dropFirst(2).dropLast(2)))
      else { return nil }
      return .insert(" ", at: place, place: link.range)
    },
    // `![alt]text(address)`: the last word of the text slips out.
    FaultKind("text-behind-bracket", "broken-link-syntax", "links") { (victim: Victim, random) in
      guard victim.target.isSimple, let link = sharedLink(victim, &random, titles: true),
        let space = victim.bytes[link.text].lastIndex(of: 0x20),
        Half(victim.bytes, link.text).isBare,
        // In parentheses it would be an address itself.
        let last = Half(victim.bytes, link.text).words.last, last.range.lowerBound == space + 1,
        last.range.upperBound == link.text.upperBound
      else { return nil }
      let tail = Array(victim.bytes[last.range])
      return .replace(
        space..<link.text.upperBound + 1, with: Array("]".utf8) + tail, at: link.range)
    },
    FaultKind("link-text-moved-out", "empty-link-text", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), !link.isImage,
        Half(victim.bytes, link.text).isBare, victim.source.count(of: "[](") == 0
      else { return nil }
      let text = victim.bytes.text(link.text)
      let address = victim.bytes.text(link.destination)
      return .replace(link.range, with: "[](\(address)) \(text)")
    },
    FaultKind("link-text-only-space", "empty-link-text", "links") { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random), !link.isImage,
        Half(victim.bytes, link.text).isBare, victim.source.count(of: "[](") == 0
      else { return nil }
      let text = victim.bytes.text(link.text)
      let address = victim.bytes.text(link.destination)
      return .replace(link.range, with: "\(text)[ ](\(address))")
    },
    // An anchor that is the slug of its source and long enough to be known as such.
    FaultKind("letter-lost-in-anchor", "changed-heading-anchor", "links") { page, _, random in
      guard let anchor = random.pick(anchors(page)), anchor.name.count >= 8 else { return nil }
      let place = anchor.name.lowerBound + 2 + random.below(anchor.name.count - 4)
      // A letter: `-` and `_` are dropped by some versions of the tools.
      guard page.bytes[place].isLetter else { return nil }
      return .delete(place..<place + 1)
    },
    // Three letters of a short one, on a page that keeps all others.
    FaultKind("short-anchor-mistyped", "changed-heading-anchor", "links") { page, _, random in
      let all = anchors(page)
      let names = page.bytes.ranges(of: "<a name=\"", in: 0..<page.bytes.count)
      guard all.count >= 3, all.count == names.count,
        let anchor = random.pick(all.filter { (6...7).contains($0.name.count) }),
        page.bytes[anchor.name].allSatisfy(\.isLetter)
      else { return nil }
      let tail = anchor.name.upperBound - 3..<anchor.name.upperBound
      let letters = page.bytes.text(tail) == "xyz" ? "zyx" : "xyz"
      return .replace(tail, with: letters, at: anchor.name)
    },
    // The target's slug, in ASCII.
    FaultKind("anchor-translated", "changed-heading-anchor", "links") { page, _, random in
      guard let anchor = random.pick(anchors(page)) else { return nil }
      let text = page.bytes.text(anchor.pair.target)
      guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      let slug = slug(text)
      guard slug.count >= 4, slug != page.bytes.text(anchor.name) else { return nil }
      return .replace(anchor.name, with: slug)
    },
    // The target's words as they are, with letters that no slug has.
    FaultKind("anchor-in-other-letters", "changed-heading-anchor", "links") { page, _, random in
      guard let anchor = random.pick(anchors(page)) else { return nil }
      let text = page.bytes.text(anchor.pair.target)
      guard text.utf8.contains(where: { $0 >= 0x80 }), Half(page.bytes, anchor.pair.target).isBare,
        !text.contains("\"")
      else { return nil }
      return .replace(
        anchor.name, with: text.lowercased().split(separator: " ").joined(separator: "-"))
    },
    // In a page with another heading that has one.
    FaultKind("anchor-deleted", "changed-heading-anchor", "links") { page, _, random in
      let all = anchors(page)
      guard all.count >= 2, hasMostlyAnchors(page), let anchor = random.pick(all) else {
        return nil
      }
      let tag = anchor.name.lowerBound - 9..<anchor.name.upperBound + 6
      return .delete(tag, at: page.bytes.lineStart(tag.lowerBound)..<tag.upperBound)
    },
    // A full stop after an image that has its line to itself.
    FaultKind("full-stop-after-directive", "broken-directive", "links") { page, _, random in
      random.pick(directives(page)).map { .insert(".", at: $0.upperBound, place: $0) }
    },
    FaultKind("directive-never-closed", "broken-directive", "links") { page, _, random in
      random.pick(directives(page)).map { .delete($0.upperBound - 3..<$0.upperBound, at: $0) }
    },
    // A change of address by its nature.
    FaultKind(
      "locale-in-address", "localized-url", "links", companions: ["changed-link-target"]
    ) { (victim: Victim, random) in
      guard let link = sharedLink(victim, &random, titles: true) else { return nil }
      let address = victim.bytes.text(link.destination)
      guard address.hasPrefix("https://"), !namesLocale(address),
        let slash = victim.bytes.firstRange(
          of: "/", in: link.destination.lowerBound + 8..<link.destination.upperBound)
      else { return nil }
      let locale = random.below(2) == 0 || victim.page.locale.isEmpty ? "en-us" : victim.page.locale
      return .insert("/" + locale, at: slash.lowerBound, place: link.range)
    },
  ]

  /// A link of the target whose address stands once in each half.
  private static func sharedLink(_ victim: Victim, _ random: inout Random, titles: Bool = false)
    -> Half.Link?
  {
    guard victim.bytes.firstRange(of: "](", in: victim.pair.target) != nil else { return nil }
    return random.pick(
      victim.target.links.filter { link in
        let address = victim.bytes.text(link.destination)
        return (titles || !link.hasTitle) && link.text.count > 0
          && victim.target.count(of: address) == 1 && victim.source.count(of: address) == 1
          && victim.source.links.contains { victim.bytes.text($0.destination) == address }
          // A picture in a link, or a link in a link's text, is two.
          && !victim.target.links.contains {
            $0.range != link.range && $0.range.overlaps(link.range)
          }
      })
  }

  /// Whether more headings have anchors than have none, so that the tools wrote them.
  private static func hasMostlyAnchors(_ page: Page) -> Bool {
    let bytes = page.bytes
    var (with, without) = (0, 0)
    for pair in page.pairs {
      let start = bytes.lineStart(pair.range.lowerBound)
      guard bytes[start] == 0x23 else { continue }
      if bytes.firstRange(of: "<a ", in: start..<pair.range.lowerBound) != nil {
        with += 1
      } else {
        without += 1
      }
    }
    return with > without + 1
  }

  /// `[text][label]` of the target, whose label stands once in each half and is defined on the page.
  private static func sharedReference(_ victim: Victim, _ random: inout Random)
    -> (range: Range<Int>, text: Range<Int>, label: Range<Int>)?
  {
    let half = victim.pair.target
    let found = victim.bytes.ranges(of: "][", in: half).compactMap {
      joint -> (range: Range<Int>, text: Range<Int>, label: Range<Int>)? in
      guard
        let end = victim.bytes.firstRange(of: "]", in: joint.upperBound..<half.upperBound),
        let open = victim.bytes[half.lowerBound..<joint.lowerBound].lastIndex(of: 0x5B)
      else { return nil }
      let (text, label) = (open + 1..<joint.lowerBound, joint.upperBound..<end.lowerBound)
      let name = victim.bytes.text(label)
      guard label.count >= 2, Half(victim.bytes, text).isBare,
        !Half(victim.bytes, text).words.isEmpty,
        open == half.lowerBound || victim.bytes[open - 1] != 0x21, isLabel(name, victim),
        victim.target.count(of: "][\(name)]") == 1, victim.target.count(of: "[\(name)]") == 1,
        victim.source.count(of: "][\(name)]") == 1,
        // Text in other brackets could be taken for the rest of a link.
        victim.target.count(of: "[") == victim.source.count(of: "[")
      else { return nil }
      return (open..<end.upperBound, text, label)
    }
    return random.pick(found)
  }

  /// Whether the page defines a label.
  private static func isLabel(_ name: String, _ victim: Victim) -> Bool {
    !victim.bytes.ranges(of: "\n[\(name)]:", in: 0..<victim.bytes.count).isEmpty
  }

  private static func isInLink(_ word: Word, _ half: Half) -> Bool {
    half.links.contains { $0.range.overlaps(word.range) }
  }

  private static func hasWords(_ victim: Victim, besides range: Range<Int>) -> Bool {
    victim.target.words.filter { !$0.range.overlaps(range) }.count >= 2
  }

  /// Whether a folder of an address looks like a locale, so that another rule has its say.
  private static func namesLocale(_ address: String) -> Bool {
    address.split(separator: "/").contains { part in
      let bytes = Array(part.utf8)
      return bytes.count == 5 && bytes[2] == 0x2D
    }
  }

  /// The last run of letters of an address that is no file ending.
  private static func lastWord(_ bytes: [UInt8], _ address: Range<Int>) -> Range<Int>? {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in address.lowerBound...address.upperBound {
      let isLetter = index < address.upperBound && bytes[index].isLetter
      if isLetter, start == nil { start = index }
      if !isLetter, let open = start {
        runs.append(open..<index)
        start = nil
      }
    }
    return runs.last {
      $0.count >= 3 && $0.lowerBound > address.lowerBound
        && bytes[$0.lowerBound - 1] != 0x2E && !bytes.has("://", at: $0.upperBound)
        && !bytes.has("xref", at: address.lowerBound)
    }
  }

  /// The names of anchors before the only pair of a heading that are slugs of its plain source.
  private static func anchors(_ page: Page) -> [(name: Range<Int>, pair: Page.Pair)] {
    page.pairs.compactMap { pair in
      let start = page.bytes.lineStart(pair.range.lowerBound)
      let end = page.bytes.lineEnd(pair.range.upperBound)
      guard page.bytes[start] == 0x23, pair.isPlain,
        let open = page.bytes.firstRange(of: "# <a name=\"", in: start..<pair.range.lowerBound),
        page.bytes.has("\"></a>", at: pair.range.lowerBound - 6),
        page.bytes.firstRange(of: "<span data-ttu", in: pair.range.upperBound..<end) == nil,
        page.bytes.firstRange(of: "<a ", in: open.upperBound..<end) == nil
      else { return nil }
      let name = open.upperBound..<pair.range.lowerBound - 6
      let source = Half(page.bytes, pair.source)
      guard source.isBare, source.text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5F }),
        page.bytes.text(name) == slug(source.text)
      else { return nil }
      return (name, pair)
    }
  }

  private static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug += "-"
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
      {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }

  /// Image directives that have their line to themselves, outside code.
  private static func directives(_ page: Page) -> [Range<Int>] {
    guard page.bytes.firstRange(of: "```", in: 0..<page.bytes.count) == nil else { return [] }
    return page.bytes.ranges(of: ":::image ", in: 0..<page.bytes.count).compactMap { found in
      var end = page.bytes.lineEnd(found.lowerBound)
      while end > found.upperBound, page.bytes[end - 1].isSpace { end -= 1 }
      let start = page.bytes.lineStart(found.lowerBound)
      guard page.bytes[start..<found.lowerBound].allSatisfy({ $0 == 0x20 }),
        page.bytes.has(":::", at: end - 3),
        page.bytes.ranges(of: ":::", in: found.upperBound..<end).count == 1,
        page.bytes.firstRange(of: "\"icon\"", in: found.upperBound..<end) == nil
      else { return nil }
      return found.lowerBound..<end
    }
  }
}
