/// Damage to the front matter.
enum MetadataFaults {
  private static let keys = [
    "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale",
    "ms.lasthandoff", "ms.locfileid",
  ]

  static let kinds: [FaultKind] =
    [
      // A page whose first number shows that its title and description had the ones before.
      FaultKind("front-matter-deleted", "missing-front-matter", "metadata") { page, _, _ in
        guard let block = page.frontMatter, let first = page.pairs.first, first.isPlain,
          first.number ?? 0 > 101
        else { return nil }
        return .delete(block, at: first.range)
      },
      FaultKind("front-matter-never-closed", "missing-front-matter", "metadata") { page, _, _ in
        guard let block = page.frontMatter, page.entries.count >= 2 else { return nil }
        let close = page.bytes.lineStart(block.upperBound - 1)
        return .delete(close..<block.upperBound, at: 0..<3)
      },
      // A plain value is given a colon, as translators type it.
      FaultKind("colon-in-value", "invalid-front-matter", "metadata") { page, _, _ in
        guard let entry = title(page), !"'\"[{|>".utf8.contains(page.bytes[entry.value.lowerBound]),
          let space = page.bytes[entry.value].lastIndex(of: 0x20),
          page.bytes.firstRange(of: ":", in: entry.value) == nil
        else { return nil }
        return .insert(":", at: space)
      },
      // What is missed is seen only where the parser stops: anywhere from there on in the block.
      FaultKind("quote-lost", "invalid-front-matter", "metadata") { page, _, _ in
        guard let block = page.frontMatter, let entry = title(page), entry.value.count > 3,
          let quote = page.bytes[entry.value].last, quote == 0x27 || quote == 0x22,
          page.bytes[entry.value.lowerBound] == quote
        else { return nil }
        return .delete(
          entry.value.upperBound - 1..<entry.value.upperBound,
          at: entry.line.lowerBound..<block.upperBound)
      },
      FaultKind("key-given-twice", "invalid-front-matter", "metadata") { page, _, random in
        guard let entry = random.pick(localization(page)) else { return nil }
        return .insert(page.bytes.text(entry.line), at: entry.line.upperBound)
      },
      // The page's own keys are put into pairs, which take the numbers before the first, as when the
      // source's block was not recognised. Values of several words are left out but for the title:
      // their sources are not known.
      FaultKind("translated-as-text", "leaked-front-matter", "metadata") { page, _, _ in
        guard let block = page.frontMatter, let first = page.pairs.first, first.isPlain,
          let title = title(page), let number = first.number, (102...105).contains(number)
        else { return nil }
        let prefix = page.bytes.text(first.targetID).prefix(6)
        let others = page.entries.filter {
          !keys.contains($0.key) && $0.key != title.key && !$0.value.isEmpty
            && !page.bytes[$0.value].contains(0x20)
        }.map { "\($0.key): \(page.bytes.text($0.value))" }
        guard others.count >= number - 101 else { return nil }
        var text = "---\n"
        for id in 101..<number {
          // The title with all keys that the later pairs do not need.
          let taken = id == 101 ? others.count - (number - 102) : others.count - (number - 1 - id)
          let start = id == 101 ? 0 : taken - 1
          let rest = others[start..<taken].joined(separator: " ")
          var target = rest
          var source = rest
          if id == 101 {
            target = "\(title.key): \(page.bytes.text(title.value)) \(rest)"
            source = "title: \(page.bytes.text(first.source)) \(rest)"
          }
          text +=
            "\(id == 101 ? "" : "- ")<span data-ttu-id=\"\(prefix)\(id)\">\(target)</span>"
            + "<span class=\"sxs-lookup\"><span data-stu-id=\"\(prefix)\(id)\">\(source)</span></span>\n"
        }
        return .replace(block, with: text + "---\n")
      },
    ]
    + keys.map { key in
      FaultKind("no-" + key, "missing-metadata", "metadata") { page, _, _ in
        page.entry(key).map { .delete($0.line, at: 0..<3) }
      }
    } + [
      FaultKind("hash-too-short", "malformed-metadata", "metadata") { page, _, random in
        guard let entry = page.entry(keys[random.below(2)]), entry.value.count == 40 else {
          return nil
        }
        return .delete(
          entry.value.upperBound - 1 - random.below(3)..<entry.value.upperBound, at: entry.line)
      },
      FaultKind("hash-with-wrong-letter", "malformed-metadata", "metadata") { page, _, random in
        guard let entry = page.entry(keys[random.below(2)]), entry.value.count == 40 else {
          return nil
        }
        let place = entry.value.lowerBound + random.below(40)
        return .replace(place..<place + 1, with: "x", at: entry.line)
      },
      // As written in most of the locales: the day first. A day above 12, so that it is no month.
      FaultKind("day-before-month", "malformed-metadata", "metadata") { page, _, _ in
        guard let entry = page.entry(keys[4]) else { return nil }
        let parts = page.bytes.text(entry.value).split(separator: "/")
        guard parts.count == 3, let day = Int(parts[1]), day > 12 else { return nil }
        return .replace(entry.value, with: "\(parts[1])/\(parts[0])/\(parts[2])")
      },
      FaultKind("locale-with-underscore", "malformed-metadata", "metadata") { page, _, _ in
        guard let entry = page.entry(keys[3]),
          let hyphen = page.bytes.firstRange(of: "-", in: entry.value)
        else { return nil }
        return .replace(hyphen, with: "_")
      },
      FaultKind("unknown-translation-type", "malformed-metadata", "metadata") { page, _, _ in
        guard let entry = page.entry(keys[2]), entry.value.count == 2 else { return nil }
        return .insert("T", at: entry.value.upperBound, place: entry.line)
      },
      FaultKind("letter-in-file-id", "malformed-metadata", "metadata") { page, _, random in
        guard let entry = page.entry(keys[5]), entry.value.count > 4 else { return nil }
        let place = entry.value.lowerBound + 2
        return .replace(place..<place + 1, with: random.below(2) == 0 ? "O" : "l", at: entry.line)
      },
      FaultKind("value-emptied", "malformed-metadata", "metadata") { page, _, random in
        guard let entry = random.pick(localization(page)), entry.value.count > 0 else { return nil }
        return .delete(entry.value, at: entry.line)
      },
      // Another locale of the run, in a folder that is named for the page's own.
      FaultKind("locale-of-another-page", "mismatched-locale", "metadata") { page, corpus, random in
        guard let entry = page.entry(keys[3]), page.family.contains("*"),
          let other = random.pick(
            corpus.locales.filter { !$0.hasPrefix(page.language) && $0.hasPrefix("en") == false })
        else { return nil }
        return .replace(entry.value, with: other, at: entry.line)
      },
      // A page that people translated.
      FaultKind("marked-as-machine-translated", "machine-translated", "metadata") { page, _, _ in
        guard let entry = page.entry(keys[2]), page.bytes.text(entry.value) == "HT" else {
          return nil
        }
        return .replace(entry.value, with: "MT")
      },
    ]

  private static func title(_ page: Page) -> Page.Entry? {
    let entry = page.entry("title") ?? page.entry("description")
    return entry.flatMap { $0.value.isEmpty ? nil : $0 }
  }

  private static func localization(_ page: Page) -> [Page.Entry] {
    page.entries.filter { keys.contains($0.key) }
  }
}
