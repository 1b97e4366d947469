import LintCore
import LintText

/// Damage to files of gettext, which are read line by line and without loclint's reader.
enum MessageFaults {
  /// An entry that is translated, has one form and is not fuzzy.
  private struct Entry {
    /// All of its lines.
    let block: Range<Int>
    /// From the quote that opens the text to the one that closes it, line ends and quotes between them included.
    let source: Range<Int>
    let target: Range<Int>
    let flags: String
  }

  private static func entries(_ bytes: [UInt8]) -> [Entry] {
    blocks(bytes).compactMap { block in
      let lines = lines(bytes, block)
      let texts = lines.map { bytes.text($0) }
      guard !texts.contains(where: { $0.hasPrefix("#~") || $0.hasPrefix("msgid_plural") }),
        let id = texts.firstIndex(where: { $0.hasPrefix("msgid \"") }),
        let target = texts.firstIndex(where: { $0.hasPrefix("msgstr \"") }), target > id,
        texts[target...].dropFirst().allSatisfy({ $0.hasPrefix("\"") && $0.hasSuffix("\"") }),
        !texts.contains(where: { $0.hasPrefix("#,") && $0.contains("fuzzy") })
      else { return nil }
      let entry = Entry(
        block: block, source: lines[id].lowerBound + 6..<lines[target - 1].upperBound,
        target: lines[target].lowerBound + 7..<lines[lines.count - 1].upperBound,
        flags: texts.first { $0.hasPrefix("#,") } ?? "")
      return hasText(bytes, entry.source) && hasText(bytes, entry.target) ? entry : nil
    }
  }

  /// The runs of lines that are not empty.
  private static func blocks(_ bytes: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var (start, line) = (0, 0)
    while line < bytes.count {
      let end = bytes.lineEnd(line)
      if end == line {
        if line > start { blocks.append(start..<line) }
        start = end + 1
      }
      line = end + 1
    }
    if start < bytes.count { blocks.append(start..<bytes.count) }
    return blocks
  }

  /// The lines of a block without their ends.
  private static func lines(_ bytes: [UInt8], _ block: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = block.lowerBound
    while start < block.upperBound {
      let end = min(bytes.lineEnd(start), block.upperBound)
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  private static func hasText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].contains { $0 != 0x22 && !$0.isSpace }
  }

  /// A kind whose victim is an entry.
  private static func kind(
    _ name: String, _ rule: String, _ family: String = "messages",
    companions: Set<String> = [],
    entry: @escaping @Sendable ([UInt8], Entry, inout Random) -> Fault?
  ) -> FaultKind {
    FaultKind("message-\(name)", rule, family, companions: companions) {
      (page: Page, _, random: inout Random) in
      for candidate in random.shuffled(entries(page.bytes)) {
        if let fault = entry(page.bytes, candidate, &random) { return fault }
      }
      return nil
    }
  }

  /// Where a placeholder stands that both halves have once, in entries with a flag.
  private static func placeholder(
    _ bytes: [UInt8], _ entry: Entry, _ open: String, _ close: String, _ flag: String
  ) -> Range<Int>? {
    guard entry.flags.contains(flag) else { return nil }
    let starts = bytes.ranges(of: open, in: entry.target)
    guard starts.count == 1, let start = starts.first,
      let end = bytes.firstRange(of: close, in: start.upperBound..<entry.target.upperBound)
    else { return nil }
    let text = bytes.text(start.lowerBound..<end.upperBound)
    guard bytes.ranges(of: open, in: entry.source).count == 1,
      bytes.ranges(of: text, in: entry.source).count == 1, !text.contains("\""),
      text.utf8.count > open.utf8.count + close.utf8.count + 1
    else { return nil }
    return start.lowerBound..<end.upperBound
  }

  /// A role that both halves have once: the whole, and its name between backticks.
  private static func role(_ bytes: [UInt8], _ entry: Entry) -> (
    whole: Range<Int>, name: Range<Int>
  )? {
    for role in [":func:`", ":class:`", ":mod:`", ":meth:`", ":exc:`", ":ref:`"] {
      let starts = bytes.ranges(of: role, in: entry.target)
      guard starts.count == 1, let start = starts.first,
        let end = bytes.firstRange(of: "`", in: start.upperBound..<entry.target.upperBound),
        case let text = bytes.text(start.lowerBound..<end.upperBound),
        !text.contains("\""), !text.contains("<"), !text.contains("!"),
        !bytes[start.lowerBound - 1].isLetter,
        end.lowerBound - start.upperBound > 3,
        bytes.ranges(of: role, in: entry.source).count == 1,
        bytes.ranges(of: text, in: entry.source).count == 1
      else { continue }
      return (start.lowerBound..<end.upperBound, start.upperBound..<end.lowerBound)
    }
    return nil
  }

  /// A link with its address that both halves have once, and no other one.
  private static func link(_ bytes: [UInt8], _ entry: Entry) -> Range<Int>? {
    let ends = bytes.ranges(of: ">`_", in: entry.target)
    guard ends.count == 1, let end = ends.first,
      bytes.ranges(of: ">`_", in: entry.source).count == 1,
      let address = bytes.ranges(of: "<https://", in: entry.target.lowerBound..<end.lowerBound)
        .last,
      let open = bytes.ranges(of: "`", in: entry.target.lowerBound..<address.lowerBound).last,
      case let text = bytes.text(address.lowerBound..<end.lowerBound), !text.contains("\""),
      bytes.ranges(of: text, in: entry.source).count == 1,
      bytes.ranges(of: text, in: entry.target).count == 1
    else { return nil }
    return open.lowerBound..<(bytes[end.upperBound] == 0x5F ? end.upperBound + 1 : end.upperBound)
  }

  static let kinds: [FaultKind] = placeholders + icu + roles + edges + files

  private static let placeholders: [FaultKind] = [
    kind("placeholder-lost", "changed-placeholder", "markup") { bytes, entry, _ in
      guard let found = placeholder(bytes, entry, "%(", ")s", "python-format") else { return nil }
      return .delete(found, at: entry.target)
    },
    kind("placeholder-translated", "changed-placeholder", "markup") { bytes, entry, _ in
      guard let found = placeholder(bytes, entry, "%(", ")s", "python-format") else { return nil }
      return .replace(found, with: "%(coperchio)s", at: entry.target)
    },
    kind("conversion-lost", "changed-placeholder", "markup") { bytes, entry, _ in
      guard let found = placeholder(bytes, entry, "%(", ")s", "python-format"),
        found.upperBound < entry.target.upperBound - 1, bytes[found.upperBound] == 0x20,
        bytes[found.upperBound + 1].isLetter
          || bytes[found.upperBound + 1] >= 0x80 || bytes[found.upperBound + 1] == 0x22
      else { return nil }
      return .delete(found.upperBound - 1..<found.upperBound, at: entry.target)
    },
    kind(
      "brace-changed", "changed-placeholder", "markup", companions: ["unbalanced-bracket"]
    ) { bytes, entry, _ in
      guard let found = placeholder(bytes, entry, "{", "}", "brace-format") else { return nil }
      return .replace(found.upperBound - 1..<found.upperBound, with: "]", at: entry.target)
    },
  ]

  /// An ICU message that both halves are: what stands in the target from a text on.
  private static func plural(_ bytes: [UInt8], _ entry: Entry, _ text: String) -> Range<Int>? {
    guard bytes.firstRange(of: ", plural,", in: entry.source) != nil,
      let plural = bytes.firstRange(of: ", plural,", in: entry.target)
    else { return nil }
    return bytes.firstRange(of: text, in: plural.upperBound..<entry.target.upperBound)
  }

  private static let icu: [FaultKind] = [
    kind(
      "icu-brace-lost", "malformed-message",
      companions: ["unbalanced-bracket", "changed-placeholder"]
    ) { bytes, entry, _ in
      guard plural(bytes, entry, "other {") != nil,
        let last = bytes.ranges(of: "}", in: entry.target).last
      else { return nil }
      return .delete(last, at: entry.target)
    },
    kind("icu-comma-changed", "malformed-message") { bytes, entry, _ in
      guard plural(bytes, entry, "other {") != nil,
        let found = bytes.firstRange(of: ", plural,", in: entry.target)
      else { return nil }
      return .replace(found.lowerBound..<found.lowerBound + 1, with: "،", at: entry.target)
    },
    kind("icu-keyword-translated", "missing-plural-form", companions: ["unused-plural-form"]) {
      bytes, entry, _ in
      guard let other = plural(bytes, entry, "other {") else { return nil }
      return .replace(
        other.lowerBound..<other.lowerBound + 5, with: "altro", at: entry.target)
    },
    kind("icu-form-lost", "missing-plural-form") { bytes, entry, _ in
      guard let one = plural(bytes, entry, "one {"),
        bytes.firstRange(of: "=1", in: entry.target) == nil,
        let close = bytes.firstRange(of: "}", in: one.upperBound..<entry.target.upperBound),
        bytes.firstRange(of: "{", in: one.upperBound..<close.lowerBound) == nil,
        // Otherwise `other` alone is left, which is taken for a choice.
        bytes.firstRange(of: "few {", in: entry.target) != nil
      else { return nil }
      return .delete(one.lowerBound..<close.upperBound, at: entry.target)
    },
    kind("icu-form-added", "unused-plural-form") { bytes, entry, _ in
      guard let other = plural(bytes, entry, "other {") else { return nil }
      return .insert("uno {#} ", at: other.lowerBound, place: entry.target)
    },
    kind("icu-name-translated", "changed-placeholder", "markup") { bytes, entry, _ in
      guard let found = bytes.firstRange(of: ", plural,", in: entry.target),
        plural(bytes, entry, "other {") != nil,
        let open = bytes.ranges(of: "{", in: entry.target.lowerBound..<found.lowerBound).last
      else { return nil }
      return .replace(open.upperBound..<found.lowerBound, with: "numero", at: entry.target)
    },
  ]

  private static let roles: [FaultKind] = [
    kind("role-split", "broken-role", companions: ["changed-role", "changed-identifier"]) {
      bytes, entry, _ in
      guard let role = role(bytes, entry) else { return nil }
      return .insert(" ", at: role.name.lowerBound - 1, place: entry.target)
    },
    kind("role-glued", "broken-role") { bytes, entry, _ in
      guard let role = role(bytes, entry), bytes[role.whole.lowerBound - 1] == 0x20,
        bytes[role.whole.lowerBound - 2].isLetter
      else { return nil }
      return .delete(role.whole.lowerBound - 1..<role.whole.lowerBound, at: entry.target)
    },
    kind("role-target-changed", "changed-role", companions: ["changed-identifier"]) {
      bytes, entry, _ in
      guard let role = role(bytes, entry) else { return nil }
      return .insert(" x", at: role.name.upperBound - 1, place: entry.target)
    },
    kind("address-split", "changed-inline-markup") { bytes, entry, _ in
      guard let link = bytes.firstRange(of: " <https://", in: entry.target),
        let end = bytes.firstRange(of: ">`_", in: link.upperBound..<entry.target.upperBound),
        case let address = bytes.text(link.lowerBound + 2..<end.lowerBound),
        !address.contains("\""), bytes.firstRange(of: address, in: entry.source) != nil
      else { return nil }
      return .insert(" ", at: end.lowerBound - 1, place: entry.target)
    },
    kind("tag-lost", "changed-tag", "markup") { bytes, entry, _ in
      guard bytes.ranges(of: "</a>", in: entry.source).count == 1,
        bytes.ranges(of: "</a>", in: entry.target).count == 1,
        bytes.ranges(of: "<a ", in: entry.target).count == 1,
        let close = bytes.firstRange(of: "</a>", in: entry.target)
      else { return nil }
      return .delete(close, at: entry.target)
    },
    kind("role-name-translated", "changed-role", companions: ["changed-identifier"]) {
      bytes, entry, _ in
      guard let role = role(bytes, entry) else { return nil }
      return .replace(
        role.whole.lowerBound + 1..<role.name.lowerBound - 2, with: "função", at: entry.target)
    },
    kind("link-lost", "changed-inline-markup", companions: ["changed-number"]) { bytes, entry, _ in
      guard let link = link(bytes, entry) else { return nil }
      return .replace(link, with: "ciò", at: entry.target)
    },
    kind("role-lost", "changed-role", companions: ["changed-identifier"]) { bytes, entry, _ in
      guard let role = role(bytes, entry) else { return nil }
      return .replace(role.whole, with: "ciò", at: entry.target)
    },
  ]

  private static let edges: [FaultKind] = [
    kind("line-end-added", "changed-line-ends") { bytes, entry, _ in
      guard bytes[entry.source.upperBound - 2] != 0x6E, bytes[entry.target.upperBound - 2] != 0x6E
      else { return nil }
      return .insert("\\n", at: entry.target.upperBound - 1, place: entry.target)
    },
    // A source with space at both ends has a template's: of 87 real translations of one 40 leave it out.
    kind("edge-space-lost", "lost-edge-space") { bytes, entry, _ in
      let end = entry.target.upperBound - 1
      guard bytes[entry.source.lowerBound + 1] != 0x20 else { return nil }
      guard bytes[end - 1] == 0x20, bytes[end - 2] != 0x20, bytes[end - 2] != 0x22,
        bytes[entry.source.upperBound - 2] == 0x20, bytes[entry.source.upperBound - 3] != 0x20
      else { return nil }
      return .delete(end - 1..<end, at: entry.target)
    },
    kind("quote-escaped-twice", "escaped-quote") { bytes, entry, _ in
      guard !bytes.text(entry.source).contains("\\"), !bytes.text(entry.target).contains("`")
      else { return nil }
      return .insert("\\\\\\\"", at: entry.target.lowerBound + 1, place: entry.target)
    },
    kind("over-limit", "too-long-for-limit") { bytes, entry, _ in
      let text = bytes.text(entry.target)
      guard entry.flags.isEmpty, !text.contains("\n"), !text.contains("\\"), text.count > 12 else {
        return nil
      }
      return .insert(
        "#, max-length:\(text.unicodeScalars.count - 4)\n",
        at: bytes.lineStart(entry.source.lowerBound), place: entry.target)
    },
  ]

  private static let files: [FaultKind] = [
    kind("quote-lost", "malformed-file") { bytes, entry, _ in
      guard bytes.lineEnd(entry.target.lowerBound) >= entry.target.upperBound else { return nil }
      let end = entry.target.upperBound - 1
      return .delete(end..<end + 1, at: entry.target)
    },
    kind("keyword-changed", "malformed-file") { bytes, entry, _ in
      let start = entry.target.lowerBound - 7
      return .replace(start..<start + 6, with: "msgtrs", at: entry.block)
    },
    kind("entry-twice", "duplicate-key") { bytes, entry, _ in
      guard bytes.firstRange(of: "#,", in: entry.block) == nil else { return nil }
      let copy = "\n" + bytes.text(entry.block)
      return .insert(
        copy, at: entry.block.upperBound,
        place: entry.block.lowerBound..<entry.block.upperBound)
    },
    FaultKind("message-form-lost", "wrong-plural-count", "messages") {
      (page: Page, _, random: inout Random) in
      let bytes = page.bytes
      for block in random.shuffled(blocks(bytes)) {
        let lines = lines(bytes, block)
        guard let last = lines.last, bytes.text(last).hasPrefix("msgstr["),
          !bytes.text(last).hasPrefix("msgstr[0]"), !bytes.text(last).hasSuffix("\"\""),
          bytes.firstRange(of: "#~", in: block) == nil, lines.count > 2,
          case let before = lines[lines.count - 2], bytes.text(before).hasPrefix("msgstr["),
          !bytes.text(before).hasSuffix(" \"\""), !bytes.text(block).contains("fuzzy")
        else { continue }
        return .delete(last.lowerBound..<last.upperBound + 1, at: block)
      }
      return nil
    },
    // Where no plural is translated, nobody asks the formula.
    FaultKind("message-formula-changed", "unknown-plural-header", "messages") {
      (page: Page, _, _) in
      guard let found = page.bytes.firstRange(of: "; plural=", in: 0..<page.bytes.count),
        case let end = page.bytes.lineEnd(found.upperBound),
        let close = page.bytes.firstRange(of: "\\n\"", in: found.upperBound..<end),
        let form = page.bytes.firstRange(
          of: "msgstr[1] \"", in: close.upperBound..<page.bytes.count),
        page.bytes[form.upperBound] != 0x22
      else { return nil }
      return .replace(
        found.upperBound..<close.lowerBound, with: "n%7==3;", at: 0..<close.upperBound)
    },
    FaultKind("message-charset-lost", "missing-header", "messages") { (page: Page, _, _) in
      guard let found = page.bytes.firstRange(of: "; charset=UTF-8", in: 0..<page.bytes.count)
      else { return nil }
      return .delete(found, at: 0..<found.upperBound)
    },
  ]
}
