import LintCore
import LintText

/// Damage to pages whose sources are files of their own.
enum PairFaults {
  static let kinds: [FaultKind] = links + code + structure + metadata

  /// A kind whose victim is a line or a part of one.
  private static func kind(
    _ name: String, _ rule: String, _ family: String, companions: Set<String> = [],
    line: @escaping @Sendable (Page, PairLines, Int, inout Random) -> Fault?
  ) -> FaultKind {
    FaultKind("pair-\(name)", rule, family, companions: companions) {
      (page: Page, _, random: inout Random) in
      let lines = PairLines(page)
      for index in random.shuffled(Array(lines.list.indices)) {
        if let fault = line(page, lines, index, &random) { return fault }
      }
      return nil
    }
  }

  /// A link of a line: its words and its destination, both without brackets.
  private struct Link {
    let range: Range<Int>
    let words: Range<Int>
    let destination: Range<Int>
    let isImage: Bool
  }

  /// The only link of a line, outside code, which the source has once, too.
  private static func link(_ page: Page, _ lines: PairLines, _ index: Int) -> Link? {
    let (bytes, line) = (page.bytes, lines.list[index])
    let joins = bytes.ranges(of: "](", in: line.range)
    guard !line.isCode, joins.count == 1, let join = joins.first,
      bytes.firstRange(of: "`", in: line.range) == nil,
      bytes.firstRange(of: "<!--", in: line.range) == nil,
      let open = bytes[line.range.lowerBound..<join.lowerBound].lastIndex(of: 0x5B),
      bytes.ranges(of: "[", in: line.range).count == 1,
      let close = bytes.firstRange(of: ")", in: join.upperBound..<line.range.upperBound)
    else { return nil }
    let destination = join.upperBound..<close.lowerBound
    guard destination.count > 3, open + 1 < join.lowerBound,
      bytes[destination].allSatisfy({ !$0.isSpace && $0 != 0x28 && $0 != 0x3C }),
      let source = page.source?.bytes,
      source.ranges(of: "](\(bytes.text(destination)))", in: 0..<source.count).count == 1,
      bytes.ranges(of: "](\(bytes.text(destination)))", in: 0..<bytes.count).count == 1
    else { return nil }
    let isImage = open > 0 && bytes[open - 1] == 0x21
    return Link(
      range: (isImage ? open - 1 : open)..<close.upperBound, words: open + 1..<join.lowerBound,
      destination: destination, isImage: isImage)
  }

  private static let links: [FaultKind] = [
    kind("link-changed", "changed-link-target", "links") { page, lines, index, _ in
      guard let link = link(page, lines, index) else { return nil }
      let text = page.bytes.text(link.destination)
      guard !text.contains("://"), !text.hasPrefix("#"), !text.hasPrefix("mailto:") else {
        return nil
      }
      let path = text.prefix { $0 != "#" && $0 != "?" }
      let name = path.split(separator: "/").last ?? ""
      guard name.count > 2 else { return nil }
      return .replace(
        link.destination,
        with: String(text[..<name.startIndex]) + "weekly-" + text[name.startIndex...],
        at: lines.list[index].range)
    },
    kind("external-link-changed", "changed-external-link", "links") { page, lines, index, _ in
      guard let link = link(page, lines, index),
        page.bytes.firstRange(of: "://", in: link.destination) != nil
      else { return nil }
      return .insert("-weekly", at: link.destination.upperBound, place: lines.list[index].range)
    },
    kind("link-lost", "missing-link", "links") { page, lines, index, _ in
      guard let link = link(page, lines, index), !link.isImage else { return nil }
      return .replace(
        link.range, with: page.bytes.text(link.words), at: lines.block(index))
    },
    kind("image-lost", "missing-link", "links", companions: ["missing-block"]) {
      page, lines, index, _ in
      guard let link = link(page, lines, index), link.isImage,
        page.bytes[lines.list[index].range].count > link.range.count + 10
      else { return nil }
      return .delete(link.range, at: lines.block(index))
    },
    kind("image-as-link", "image-as-link", "links") { page, lines, index, _ in
      guard let link = link(page, lines, index), link.isImage,
        let source = page.source?.bytes,
        source.firstRange(of: page.bytes.text(link.destination), in: 0..<source.count) != nil
      else { return nil }
      return .delete(
        link.range.lowerBound..<link.range.lowerBound + 1, at: lines.list[index].range)
    },
    kind(
      "anchor-translated", "changed-heading-anchor", "links"
    ) { page, lines, index, _ in
      guard let (name, _) = name(page, lines, index) else { return nil }
      return .replace(name, with: "capitolo-sul-coperchio", at: lines.list[index].range)
    },
    kind("anchor-lost", "changed-heading-anchor", "links") { page, lines, index, _ in
      guard let (name, whole) = name(page, lines, index),
        // Without it, the heading has the same name from its words.
        !lines.text(index).lowercased().replacing(" ", with: "-")
          .hasPrefix("\(lines.text(index).prefix { $0 == "#" })-\(page.bytes.text(name))")
      else { return nil }
      return .delete(whole, at: lines.list[index].range)
    },
  ]

  /// The name in braces of a heading whose source has it, too, and the whole with its braces.
  private static func name(_ page: Page, _ lines: PairLines, _ index: Int) -> (
    Range<Int>, Range<Int>
  )? {
    let line = lines.list[index]
    guard !line.isCode, page.bytes.has("#", at: line.range.lowerBound),
      let open = page.bytes.firstRange(of: " {#", in: line.range),
      let close = page.bytes.firstRange(of: "}", in: open.upperBound..<line.range.upperBound),
      let source = page.source?.bytes,
      case let text = page.bytes.text(open.lowerBound..<close.upperBound),
      !text.dropFirst().contains(" "),
      source.firstRange(of: text, in: 0..<source.count) != nil
    else { return nil }
    return (open.upperBound..<close.lowerBound, open.lowerBound..<close.upperBound)
  }

  private static let code: [FaultKind] = [
    kind("code-fused", "fused-code", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      let marks = page.bytes.ranges(of: "`", in: line.range)
      guard !line.isCode, !line.isFence, marks.count == 4,
        marks[1].lowerBound - marks[0].upperBound > 1,
        marks[3].lowerBound - marks[2].upperBound > 1,
        (2...30).contains(marks[2].lowerBound - marks[1].upperBound),
        page.bytes[marks[1].upperBound..<marks[2].lowerBound].allSatisfy({
          !"|[]()".utf8.contains($0)
        })
      else { return nil }
      return .delete(marks[1].upperBound..<marks[2].lowerBound, at: lines.block(index))
    },
    kind("backtick-lost", "unclosed-code", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      let marks = page.bytes.ranges(of: "`", in: line.range)
      guard !line.isCode, !line.isFence, marks.count == 2,
        marks[1].lowerBound - marks[0].upperBound > 1,
        !page.bytes[line.range].contains(UInt8(ascii: "\\"))
      else { return nil }
      return .delete(marks[1], at: lines.block(index))
    },
    kind("line-end-lost", "changed-code-line", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      guard line.isCode, let last = page.bytes[line.range].last, "\\,;{(".utf8.contains(last),
        page.bytes[line.range].count > 3, let source = page.source?.bytes,
        source.firstRange(of: lines.text(index) + "\n", in: 0..<source.count) != nil
      else { return nil }
      return .delete(line.range.upperBound - 1..<line.range.upperBound, at: line.range)
    },
    kind("code-changed", "changed-code-block", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      guard line.isCode, line.range.count > 3, let source = page.source?.bytes,
        page.bytes[line.range].allSatisfy({ !"\"'`#/-".utf8.contains($0) }),
        source.firstRange(of: lines.text(index) + "\n", in: 0..<source.count) != nil
      else { return nil }
      return .insert("il_coperchio ", at: line.range.lowerBound, place: line.range)
    },
    kind("placeholder-spaced", "changed-placeholder", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      guard !line.isCode, page.bytes.firstRange(of: "`", in: line.range) == nil,
        let source = page.source?.bytes
      else { return nil }
      for open in page.bytes.ranges(of: "%", in: line.range)
      where open.upperBound < line.range.upperBound && page.bytes[open.upperBound].isLetter {
        guard
          let close = page.bytes.firstRange(of: "%", in: open.upperBound..<line.range.upperBound),
          page.bytes[open.upperBound..<close.lowerBound].allSatisfy({ $0.isLetterOrDigit }),
          close.lowerBound - open.upperBound > 2,
          source.firstRange(
            of: page.bytes.text(open.lowerBound..<close.upperBound), in: 0..<source.count) != nil
        else { continue }
        return .insert(" ", at: open.upperBound, place: lines.block(index))
      }
      return nil
    },
    kind("placeholder-broken", "changed-placeholder", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      let marks = page.bytes.ranges(of: "`", in: line.range)
      guard !line.isCode, !line.isFence, marks.count == 2, let source = page.source?.bytes,
        let open = page.bytes.firstRange(of: "<", in: marks[0].upperBound..<marks[1].lowerBound),
        open.upperBound < marks[1].lowerBound, page.bytes[open.upperBound].isLetter,
        let close = page.bytes.firstRange(of: ">", in: open.upperBound..<marks[1].lowerBound),
        page.bytes[open.upperBound..<close.lowerBound].allSatisfy({
          $0.isLetterOrDigit || $0 == 0x5F || $0 == 0x2D
        }),
        source.firstRange(
          of: page.bytes.text(marks[0].lowerBound..<marks[1].upperBound), in: 0..<source.count)
          != nil
      else { return nil }
      return .delete(close, at: line.range)
    },
    kind("label-spaced", "changed-label", "markup") { page, lines, index, _ in
      let line = lines.list[index]
      guard !line.isCode, let source = page.source?.bytes,
        let open = page.bytes.firstRange(of: "[!UICONTROL ", in: line.range),
        source.firstRange(of: "[!UICONTROL ", in: 0..<source.count) != nil
      else { return nil }
      return .insert(" ", at: open.lowerBound + 2, place: line.range)
    },
    kind("shortcode-spaced", "changed-shortcode", "markup") { page, lines, index, _ in
      let line = lines.list[index].range
      guard
        let open = page.bytes.firstRange(of: "{{<", in: line)
          ?? page.bytes.firstRange(of: "{{%", in: line),
        !page.bytes.has("/*", at: open.upperBound)
      else { return nil }
      return .insert(" ", at: open.lowerBound + 2, place: line)
    },
    kind("shortcode-delimiter-lost", "changed-shortcode", "markup") { page, lines, index, _ in
      let line = lines.list[index].range
      guard
        let open = page.bytes.firstRange(of: "{{<", in: line)
          ?? page.bytes.firstRange(of: "{{%", in: line),
        let close = page.bytes.firstRange(of: "}}", in: open.upperBound..<line.upperBound),
        !page.bytes.has("*/", at: close.lowerBound - 3)
      else { return nil }
      return .delete(close.lowerBound - 1..<close.lowerBound, at: line)
    },
    kind("shortcode-translated", "changed-shortcode", "markup") { page, lines, index, _ in
      let line = lines.list[index].range
      guard
        let open = page.bytes.firstRange(of: "{{< ", in: line)
          ?? page.bytes.firstRange(of: "{{% ", in: line),
        page.bytes[open.upperBound].isLetter,
        case let name = page.bytes.text(open.upperBound..<line.upperBound).prefix(while: {
          $0 != " "
        }), let source = page.source?.bytes,
        source.firstRange(of: "{{< \(name) ", in: 0..<source.count) != nil
          || source.firstRange(of: "{{% \(name) ", in: 0..<source.count) != nil
      else { return nil }
      return .insert("il-", at: open.upperBound, place: line)
    },
  ]

  private static let structure: [FaultKind] = [
    kind(
      "heading-level", "changed-heading-level", "structure"
    ) { page, lines, index, _ in
      let line = lines.list[index]
      guard !line.isCode, page.bytes.has("## ", at: line.range.lowerBound),
        lines.list.indices.count(where: {
          !lines.list[$0].isCode && lines.text($0).hasPrefix("#")
        }) >= 3
      else { return nil }
      return .insert("#", at: line.range.lowerBound, place: line.range)
    },
    kind(
      "heading-marks-lost", "changed-heading-level", "structure",
      companions: ["changed-heading-anchor"]
    ) { page, lines, index, _ in
      let line = lines.list[index]
      guard !line.isCode, page.bytes.has("## ", at: line.range.lowerBound),
        lines.isBlank(index + 1), lines.isBlank(index - 1)
      else { return nil }
      return .delete(
        line.range.lowerBound + 2..<line.range.lowerBound + 3, at: line.range)
    },
    kind("paragraph-dropped", "missing-block", "structure") { page, lines, index, _ in
      guard lines.isPlain(index), lines.isBlank(index - 1) else { return nil }
      var last = index
      while lines.isPlain(last + 1) { last += 1 }
      let range = lines.list[index].range.lowerBound..<lines.list[last].range.upperBound
      guard lines.isBlank(last + 1), last + 1 < lines.list.count, range.count > 40,
        let place = lines.lineBefore(index)
      else { return nil }
      return .delete(range.lowerBound..<lines.list[last + 1].range.upperBound + 1, at: place)
    },
    kind("item-dropped", "missing-block", "structure") { page, lines, index, _ in
      let line = lines.list[index]
      guard !line.isCode, isItem(lines, index), isItem(lines, index - 1),
        isItem(lines, index + 1) || lines.isBlank(index + 1), index + 1 < lines.list.count
      else { return nil }
      return .delete(
        line.range.lowerBound..<line.range.upperBound + 1, at: lines.list[index - 1].range)
    },
    kind("paragraph-added", "extra-block", "structure") { page, lines, index, _ in
      guard lines.isPlain(index), lines.isBlank(index - 1), index > 0 else { return nil }
      let start = lines.list[index].range.lowerBound
      return .insert(
        "Il coperchio verde dell'alveare si apre solo quando la spia lampeggia due volte.\n\n",
        at: start, place: start..<start)
    },
  ]

  private static func isItem(_ lines: PairLines, _ index: Int) -> Bool {
    guard lines.list.indices.contains(index) else { return false }
    let text = lines.text(index)
    return (text.hasPrefix("- ") || text.hasPrefix("* ")) && text.count > 4
  }

  private static let metadata: [FaultKind] = [
    FaultKind("pair-key-capitalized", "changed-front-matter", "metadata") {
      (page: Page, _, random: inout Random) in
      let keys = ["title", "description", "weight", "linkTitle"]
      guard let entry = random.pick(page.entries.filter { keys.contains($0.key) }),
        let source = page.source?.bytes,
        source.firstRange(of: "\n\(entry.key):", in: 0..<min(source.count, 3000)) != nil
      else { return nil }
      let start = entry.line.lowerBound
      return .replace(
        start..<start + 1, with: entry.key.prefix(1).uppercased(), at: entry.line)
    },
    // Nobody knows what a page was mended to that says `# patched`, but who has the latest source.
    FaultKind("pair-value-changed", "changed-front-matter", "metadata") {
      (page: Page, _, random: inout Random) in
      guard page.bytes.firstRange(of: "# patched", in: 0..<min(page.bytes.count, 3000)) == nil,
        let entry = random.pick(
          page.entries.filter { $0.key == "weight" || $0.key == "ms.topic" || $0.key == "exl-id" }),
        entry.value.count > 1, let source = page.source?.bytes,
        source.firstRange(
          of: "\n\(entry.key): \(page.bytes.text(entry.value))\n", in: 0..<min(source.count, 3000))
          != nil
      else { return nil }
      return .delete(entry.value.upperBound - 1..<entry.value.upperBound, at: entry.line)
    },
    FaultKind(
      "pair-front-matter-never-closed", "changed-front-matter", "metadata"
    ) { (page: Page, _, _: inout Random) in
      guard let block = page.frontMatter, page.entries.count >= 2,
        // Else a line of a table or a break would close it.
        page.bytes.firstRange(of: "\n---", in: block.upperBound - 1..<page.bytes.count) == nil
      else { return nil }
      let close = page.bytes.lineStart(block.upperBound - 1)
      return .delete(close..<block.upperBound, at: 0..<3)
    },
    // The page names a version that is the latest no more.
    FaultKind("pair-pin-stale", "stale-translation", "metadata", isStale: true) { page, _, _ in
      let keys = [
        "ms.openlocfilehash", "ms.sourcegitcommit", "source-git-commit", "default_lang_commit",
      ]
      guard let entry = page.entries.first(where: { keys.contains($0.key) }),
        entry.value.count >= 8
      else { return nil }
      let first = entry.value.lowerBound
      return .replace(
        first..<first + 1, with: page.bytes[first] == 0x30 ? "1" : "0", at: entry.line)
    },
  ]
}
