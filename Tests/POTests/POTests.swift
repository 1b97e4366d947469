import Foundation
import LintCore
import LintText
import LintWorkspace
import TestSupport
import Testing

@testable import PO

/// A file of texts as it is read: key, source, target and state of each segment.
struct Reading: Equatable {
  let source: String
  let target: String
  let state: SegmentState

  init(_ source: String, _ target: String, _ state: SegmentState = .translated) {
    (self.source, self.target, self.state) = (source, target, state)
  }

  static func of(_ bytes: [UInt8]) -> [Reading] {
    let document = PO().read(bytes, Page())
    return document.records.indices.map {
      let segment = document.segment($0)
      return Reading(segment.source.string, segment.target.string, document.records[$0].state)
    }
  }

  static func of(_ text: String) -> [Reading] { of(Array(text.utf8)) }
}

/// The messages about what is no PO file, each with its line and column.
private func damage(_ text: String) -> [String] { damage(Array(text.utf8)) }

private func damage(_ bytes: [UInt8], _ names: Set<String> = ["malformed-file"]) -> [String] {
  let rules = RuleLibrary.builtIn.rules.filter { names.contains($0.info.id) }
  let linter = Linter(formats: [PO()], rules: rules.map { ($0, $0.info.severity) })
  return linter.lint(bytes, of: SourceFile(path: "po/it.po"), as: PO()).findings.map {
    "\($0.start.line):\($0.start.column) \($0.message.text($0.arguments))"
  }
}

@Suite struct POTests {
  @Test func `A text is what its strings say together`() {
    let read = Reading.of(
      """
      msgid ""
      "Open "
      "the \\"lid\\".\\n"
      msgstr "Apri " "il\\tcoperchio"

      """)
    #expect(read == [Reading("Open the \"lid\".\n", "Apri il\tcoperchio")])
  }

  @Test func `What was passed over without a word is told`() {
    #expect(
      damage("msgid \"a\"\nmsgstr \"b\\q \\é\"\n\n#~ msgid \"c\"\n#~ msgstr \"\\q\"\n") == [
        "2:10 found '\\q' where 'an escape that is known, such as \\n, or two backslashes' must stand",
        "2:13 found '\\é' where 'an escape that is known, such as \\n, or two backslashes' must stand",
      ])
    let text = "msgid \"\"\nmsgstr \"Language: it\\n\"\n\nmsgid \"a\"\nmsgstr \"è\"\n"
    for isBig in [false, true] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isBig ? pair.reversed() : pair
      }
      #expect(Reading.of(bytes) == [Reading("a", "è")])
      #expect(
        damage(bytes) == [
          "1:1 found 'msgid' where 'a byte order mark: the file is UTF-16' must stand"
        ])
    }
  }

  @Test func `A charset may be split over two strings`() {
    let bytes =
      Array(
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows\"\n\"-1251\\n\"\n\n".utf8)
      + Array("msgid \"a\"\nmsgstr \"".utf8) + [0xE0] + Array("\"\n".utf8)
    #expect(Reading.of(bytes) == [Reading("a", "а")])
  }

  @Test func `Numbers in escapes are bytes and other letters are none`() {
    #expect(
      Reading.of("msgid \"a\"\nmsgstr \"\\303\\251\\x41\\u0041\\q\"\n")
        == [Reading("a", "éA\\u0041\\q")])
  }

  @Test func `Each plural form has a source of its own`() {
    let header = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
    #expect(
      Reading.of(
        header + "msgid \"lid\"\nmsgid_plural \"lids\"\nmsgstr[0] \"uno\"\nmsgstr[1] \"due\"\n")
        == [Reading("lid", "uno"), Reading("lids", "due")])
  }

  @Test func `A single form stands for the plural`() {
    #expect(
      Reading.of(
        """
        msgid ""
        msgstr "Plural-Forms: nplurals=1; plural=0;\\n"

        msgid "lid"
        msgid_plural "lids"
        msgstr[0] "盖子"

        """) == [Reading("lids", "盖子")])
  }

  @Test func `Fuzzy, empty and obsolete texts have states`() {
    let read = Reading.of(
      """
      #, fuzzy, c-format
      #| msgid "old"
      msgid "a"
      msgstr "b"

      msgid "c"
      msgstr ""

      #~ msgid "d"
      #~ msgstr ""
      #~ "e"

      """)
    #expect(
      read == [
        Reading("a", "b", .needsReview), Reading("c", "", .unfinished),
        Reading("d", "e", .obsolete),
      ])
  }

  @Test func `A template has no segments`() {
    #expect(
      Reading.of("msgid \"\"\nmsgstr \"Language: \\n\"\n\nmsgid \"a\"\nmsgstr \"\"\n").isEmpty)
  }

  @Test func `The charset of the header is what the file is in`() {
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n\n"
    #expect(
      Reading.of(Array((header + "msgid \"lid\"\nmsgstr \"").utf8) + [0xCB, 0xC9] + [0x22])
        == [Reading("lid", "ки")])
  }

  @Test func `UTF-16 is known by its byte order mark`() {
    let text = "msgid \"lid\"\nmsgstr \"è𝄞\"\n"
    var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      little += [low, high]
      big += [high, low]
    }
    #expect(Reading.of(little) == [Reading("lid", "è𝄞")])
    #expect(Reading.of(big) == [Reading("lid", "è𝄞")])
  }

  @Test func `Behind damage it goes on at the next entry`() {
    let text = """
      msgid "a"
      msgstr "b

      msgid "c"
      msgstr "d" e
      "f"
      msgid "g"
      msgstr "h"
      <
      #: hive.c
      msgid "i"
      msgstr "j"

      """
    #expect(
      Reading.of(text).map(\.source) == ["c", "g", "i"])
    #expect(
      damage(text) == [
        "2:8 found '\"b' where 'a closing quote before the end of the line' must stand",
        "5:12 found 'e' where 'a keyword, a comment or a string in quotes' must stand",
        "9:1 found '<' where 'a keyword, a comment or a string in quotes' must stand",
      ])
  }

  @Test func `Behind an empty line a new entry begins`() {
    let text = """
      msgid "a"

      #, fuzzy
      msgid "b"
      msgstr "c"

      msgid "d"
      msgstr "e"

      <<<<<<< hive

      msgid "f"
      msgid_plural "g"
      msgstr[1] "h"

      """
    #expect(
      Reading.of(text) == [Reading("b", "c", .needsReview), Reading("d", "e")])
    #expect(
      damage(text) == [
        "1:1 found 'msgid' where 'msgstr' must stand",
        "10:1 found '<<<<<<<' where 'a keyword, a comment or a string in quotes' must stand",
        "14:1 found 'msgstr[1]' where 'the next form of the plural, from msgstr[0] on' must stand",
      ])
  }

  @Test func `A charset that nobody knows is damage`() {
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-JP\\n\"\n\n"
    #expect(
      damage(
        Array((header + "msgid \"lid\"\nmsgstr \"").utf8) + [0xCB, 0xC9] + [0x22],
        ["malformed-file", "invalid-utf8"])
        == ["2:43 found 'EUC-JP' where 'a charset that is known, such as UTF-8' must stand"])
  }

  @Test(arguments: [
    "pt_BR": "pt-BR", "sr@latin": "sr-Latn", "ca@valencia": "ca", "zh_Hant_TW": "zh-Hant-TW",
    "de_DE.UTF-8": "de-DE",
  ])
  func `Locales are written with an underscore`(_ name: String, _ locale: String) {
    #expect(PO().locale(name.utf8Span.span)?.description == locale)
  }

  @Test(arguments: [
    "a/locale/sr@latin/LC_MESSAGES/hive.po": "sr-Latn", "po/pt_BR.po": "pt-BR",
    "i18n/hive-it.po": "it", "po/hive.pot": nil, "library/os.po": nil, "it.po": nil,
    "docs/locales/de/LC_MESSAGES/a/b.po": "de", "src/locale/pt_BR/hive.po": "pt-BR",
    "po/it/a/os.po": "it", "locale/hive/po/it.po": "it", "LC_MESSAGES/it.po": nil,
    "i18n/hive/os.po": nil,
  ])
  func `Paths name locales`(_ path: String, _ locale: String?) {
    #expect(PO().locales(inPath: path).first?.description == locale)
  }

  @Test func `What is decoded is encoded to the same bytes`() {
    let text = Array("a\n\t\r\u{7}\u{8}\u{B}\u{C}\\\"è".utf8)
    let file: [UInt8] = []
    let encoded = PO().encoded(text, at: ByteRange(0, 0), in: file.span)
    #expect(
      encoded.map { String(decoding: $0, as: UTF8.self) } == #"a\n\t\r\a\b\v\f\\\"è"#)
    #expect(PO().encoded([0], at: ByteRange(0, 0), in: file.span) == nil)
  }

  @Test func `A comment of an entry speaks of that entry`() {
    let rules = RuleLibrary.builtIn.rules.filter { $0.info.id == "lost-edge-space" }
    let linter = Linter(formats: [PO()], rules: rules.map { ($0, $0.info.severity) })
    let text = """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\n"

      # loclint-disable lost-edge-space: set by the program
      #: hive.c:1
      msgid "a "
      msgstr "b"

      msgid "c "
      msgstr "d"

      """
    let report = linter.lint(Array(text.utf8), of: SourceFile(path: "po/it.po"), as: PO())
    #expect(report.findings.map(\.start.line) == [10])
  }

  @Test(arguments: [
    ("po/it.po", "es", true), ("po/it.po", "it", false), ("po/pt_BR.po", "pt", false),
    ("po/pt_BR.po", "pt_PT", true), ("locale/de/LC_MESSAGES/hive.po", "de_AT", false),
    ("hive/messages.po", "es", false),
  ])
  func `The language of the header is that of the path`(
    _ path: String, _ language: String, _ isWrong: Bool
  ) {
    let rules = RuleLibrary.builtIn.rules.filter { $0.info.id == "mismatched-locale" }
    let linter = Linter(formats: [PO()], rules: rules.map { ($0, $0.info.severity) })
    let text =
      "msgid \"\"\nmsgstr \"Language: \(language)\\n\"\n\nmsgid \"Lid\"\nmsgstr \"Deckel\"\n"
    let report = linter.lint(Array(text.utf8), of: SourceFile(path: path), as: PO())
    #expect(report.findings.count == (isWrong ? 1 : 0))
  }

  @Test(
    arguments: [
      ("python-format", "%(lid)s", "lid", ["changed-placeholder"]),
      ("no-python-format", "%(lid)s", "lid", []), ("", "%(lid)s", "lid", ["changed-placeholder"]),
      ("python-format, ignore-python-format", "%(lid)s", "lid", []),
      ("ignore-all-checks", "%(lid)s ", "lid", []), ("ignore-end-space", "a ", "b", []),
      ("ignore-begin-space", " a", "b", []), ("ignore-end-newline", "a\\n", "b", []),
      ("ignore-same", "a ", "b", ["lost-edge-space"]),
      ("max-length:2", "a", "bcd", ["too-long-for-limit"]), ("max-length:3", "a", "bcd", []),
      ("max-length:2, ignore-max-length", "a", "bcd", []),
      ("ignore-xml-tags", "<p>a", "b", []), ("", "<p>a", "b", ["changed-tag"]),
      ("ignore-rst-references", ":func:`a`", "b", []), ("", ":func:`a`", "b", ["changed-role"]),
      ("ignore-duplicate", "the lid", "la la porta", []),
      ("", "the lid", "la la porta", ["doubled-word"]),
      ("icu-format, ignore-icu-message-format", "{a}", "b", []),
      ("icu-format", "{a}", "{", ["malformed-message"]),
    ] as [(String, String, String, [String])])
  func `Flags of an entry are obeyed`(
    _ flags: String, _ source: String, _ target: String, _ wanted: [String]
  ) {
    let rules = RuleLibrary.builtIn.rules.filter { rule in
      rule.info.profiles[.messages] == .default && rule.info.id != "missing-header"
    }
    let linter = Linter(formats: [PO()], rules: rules.map { ($0, $0.info.severity) })
    let entry = "msgid \"\(source)\"\nmsgstr \"\(target)\"\n"
    func found(_ text: String) -> [String] {
      linter.lint(Array(text.utf8), of: SourceFile(path: "po/it.po"), as: PO()).findings.map {
        rules[$0.rule].info.id
      }
    }
    let text = (flags.isEmpty ? "" : "#, \(flags)\n") + entry
    #expect(found(text) == wanted)
    // A flag speaks of its entry alone.
    if flags.hasPrefix("ignore-"), flags != "ignore-same" {
      #expect(!found("#, \(flags)\nmsgid \"lid\"\nmsgstr \"porta\"\n\n" + entry).isEmpty)
    }
    #expect(found("# loclint-disable: so it must be\n" + text) == [])
  }

  /// The files of a folder; of another one than the samples, `LOCLINT_PO` says which.
  private static let folder =
    ProcessInfo.processInfo.environment["LOCLINT_PO"] ?? "\(Checkout.root)/Samples.messages"

  @Test func `Texts of files are encoded to the bytes that they were decoded from`() throws {
    var (texts, others) = (0, 0)
    let names = FileManager.default.enumerator(atPath: Self.folder)?.compactMap { $0 as? String }
    for name in try #require(names) where name.hasSuffix(".po") || name.hasSuffix(".pot") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
      let file = POReader.read(bytes.span, from: bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0)
      for entry in file.entries {
        for text in [entry.context, entry.id, entry.plural].compactMap(\.self)
          + entry.targets.map({ file.targets[$0].text })
        {
          texts += 1
          let written = file.pieces[text.pieces].flatMap { bytes[$0.range] }
          var own = POTexts(file.pieces)
          // A text without escapes is its bytes.
          guard own.rangeInFile(of: text) == nil, own.range(of: text, bytes.span) != nil else {
            continue
          }
          let decoded = Array(own.decoded.bytes.dropLast())
          let encoded = try #require(POEscape.encoded(decoded))
          if encoded == written { continue }
          // Other ways to write the same: numbers, and a backslash that escapes nothing.
          others += 1
          #expect(
            Self.decoded(encoded) == decoded, "\(name): \(String(decoding: written, as: UTF8.self))"
          )
          #expect(
            written.contains(0x5C), "\(name): \(String(decoding: written, as: UTF8.self))")
        }
      }
    }
    #expect(texts > 0)
    if Self.folder.hasSuffix("Samples.messages") { #expect(others == 0) }
    print("\(texts) texts, \(others) of them written in another way than they would be")
  }

  private static func decoded(_ text: [UInt8]) -> [UInt8] {
    let bytes = Array("msgid \"".utf8) + text + Array("\"\nmsgstr \"\"\n".utf8)
    let file = POReader.read(bytes.span, from: 0)
    var own = POTexts(file.pieces)
    guard let id = file.entries.first?.id, own.range(of: id, bytes.span) != nil else { return [] }
    return own.decoded.bytes.isEmpty ? text : Array(own.decoded.bytes.dropLast())
  }
}
