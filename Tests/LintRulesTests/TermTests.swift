import LintCore
import LintText
import LintYAML
import SideBySide
import Testing

@testable import LintRules

@Suite struct TermTests {
  private func rows(_ text: String, as name: String = "terms.csv") throws -> [Glossary.Row] {
    try TermFileReader.glossary(Array(text.utf8), path: name)
  }

  private static func row(
    _ source: String, _ targets: [String], _ forbidden: [String] = [], locale: String? = nil
  ) -> Glossary.Row {
    Glossary.Row(
      locale: locale.flatMap { LocaleTag($0) }, source: source, targets: targets,
      forbidden: forbidden)
  }

  @Test(
    arguments: [
      ("source,target\nhive,arnia\n", [row("hive", ["arnia"])]),
      ("\u{FEFF}Source,Target\r\nhive,arnia\r\n\r\n", [row("hive", ["arnia"])]),
      ("source;target\nhive;arnia, casa\n", [row("hive", ["arnia, casa"])]),
      (
        "source,target,forbidden,note\n\"a, \"\"b\"\"\",x | y,z,\"two\nlines\"\nc,d",
        [row("a, \"b\"", ["x", "y"], ["z"]), row("c", ["d"])]
      ),
      ("source,forbidden\n,cliccare\n", [row("", [], ["cliccare"])]),
      (
        "en-US,it-IT,fr,it-IT forbidden\nhive,arnia,ruche,alveare\nlid,,couvercle\n",
        [
          row("hive", ["arnia"], ["alveare"], locale: "it-IT"),
          row("hive", ["ruche"], locale: "fr"), row("lid", ["couvercle"], locale: "fr"),
        ]
      ),
    ] as [(String, [Glossary.Row])])
  func `Tables are read`(_ text: String, _ rows: [Glossary.Row]) throws {
    #expect(try self.rows(text) == rows)
  }

  @Test func `Tabs part cells in TSV, commas do not`() throws {
    #expect(try rows("source\ttarget\na, b\tc\n", as: "a.TSV") == [Self.row("a, b", ["c"])])
  }

  @Test(arguments: [
    ("", "terms.csv:1: the glossary is empty"),
    ("source,traget\n", "terms.csv:1: unknown column 'traget'; did you mean 'target'?"),
    (
      "source,translation\n",
      "terms.csv:1: unknown column 'translation'; it is source, target, forbidden, note or a locale"
    ),
    ("source,target,Target\n", "terms.csv:1: two columns are called 'Target'"),
    (
      "source,note\n",
      "terms.csv:1: the header names no column 'source' and 'target', and no locales"
    ),
    ("it-IT,note\n", "terms.csv:1: the header names one locale only"),
    ("source,target\na,b,c\n", "terms.csv:2: 3 cells, but the header has 2"),
    ("source,target\n\"a\nb\",c\n,b\n", "terms.csv:4: the row has no source term"),
    ("source,target\na,\"b\n", "terms.csv:2: a quotation mark is never closed"),
    ("source,target\n\"a\"b,c\n", "terms.csv:2: text after a closing quotation mark"),
    ("source,target\n!,c\n", "terms.csv:2: the term '!' holds no letter"),
  ])
  func `A mistake in a table is told with its line`(_ text: String, _ message: String) {
    let error = #expect(throws: PlacedError.self) { try rows(text) }
    #expect(error?.description == message)
  }

  @Test func `What is no glossary is told`() {
    for (name, bytes, message) in [
      ("a.txt", Array("x".utf8), "a.txt:1: a glossary is a file that ends in .tbx, .csv or .tsv"),
      ("a.csv", Array("source,target\na,b\n".utf8) + [0xFF], "a.csv:3: is not UTF-8"),
      ("a.tbx", [], "a.tbx:1: the glossary is empty"),
    ] {
      let error = #expect(throws: PlacedError.self) {
        try TermFileReader.glossary(bytes, path: name)
      }
      #expect(error?.description == message)
    }
  }

  private static let basic = """
    <?xml version="1.0"?>
    <!DOCTYPE martif SYSTEM "http://invalid.example/TBXBasiccoreStructV02.dtd">
    <martif type="TBX-Basic" xml:lang="en-US"><text><body>
    <termEntry id="1">
      <descrip type="definition">Where <hi>bees</hi> live.</descrip>
      <langSet xml:lang="it-IT">
        <tig><term>arnia</term><termNote type="partOfSpeech">noun</termNote></tig>
        <ntig><termGrp><term>alveare</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
      </langSet>
      <langSet xml:lang="en"><tig><term>hive</term></tig><tig><term>bee <hi>hive</hi></term></tig>
      </langSet>
    </termEntry>
    </body></text></martif>
    """

  @Test func `TBX-Basic is read, and nothing is fetched`() throws {
    #expect(
      try rows(Self.basic, as: "a.tbx") == [
        Self.row("hive", ["arnia"], ["alveare"], locale: "it-IT"),
        Self.row("bee hive", ["arnia"], ["alveare"], locale: "it-IT"),
      ])
  }

  @Test func `TBX version 3 is read`() throws {
    let text = """
      <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
        xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="1">
        <langSec xml:lang="en"><termSec><term>hive</term></termSec></langSec>
        <langSec xml:lang="fr"><termSec><term>ruche</term>
          <basic:administrativeStatus>preferredTerm-admn-sts</basic:administrativeStatus></termSec>
          <termSec><term>essaim</term>
          <basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus></termSec>
        </langSec>
      </conceptEntry></body></text></tbx>
      """
    #expect(
      try rows(text, as: "a.tbx") == [Self.row("hive", ["ruche"], ["essaim"], locale: "fr")])
  }

  @Test(arguments: [
    ("<tmx/>", "a.tbx:1: <tmx> is no TBX, which begins with <martif> or <tbx>"),
    (
      "<martif>\n<a>\n</martif>",
      "a.tbx:3: is not well-formed XML: Opening and ending tag mismatch: a line 2 and martif"
    ),
    ("<martif>\n</martif>", "a.tbx:2: no terms in two locales"),
    ("<martif>\n<langSet/></martif>", "a.tbx:2: <langSet> has no xml:lang"),
    (
      "<martif>\n<langSet xml:lang=\"it_IT\"/></martif>",
      "a.tbx:2: 'it_IT' is not a well-formed BCP 47 tag"
    ),
    ("<martif>\n<term>a</term></martif>", "a.tbx:2: <term> stands outside <langSet> and <langSec>"),
    (
      "<!DOCTYPE martif [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<martif><langSet xml:lang=\"en\"><term>&e;</term></langSet></martif>",
      "a.tbx:2: entities are not read"
    ),
  ])
  func `A mistake in TBX is told with its line`(_ text: String, _ message: String) {
    let error = #expect(throws: PlacedError.self) { try rows(text, as: "a.tbx") }
    #expect(error?.description == message)
  }

  @Test func `Names are read line by line`() throws {
    let text = "# names\r\nHive Lantern \r\n\r\n  Meadow\n"
    #expect(
      try TermFileReader.names(Array(text.utf8), path: "n.txt") == ["Hive Lantern", "Meadow"])
    let error = #expect(throws: PlacedError.self) {
      try TermFileReader.names(Array("a\n--\n".utf8), path: "n.txt")
    }
    #expect(error?.description == "n.txt:2:1: '--' holds no letter")
  }

  /// Where the terms of a list are found, one after the other.
  @Test(
    arguments: [
      (["hive"], "The hive, Hives and HIVE.", ["hive", "HIVE"]),
      (["hive*"], "The hive, Hives and archive.", ["hive", "Hives"]),
      (["hive", "hive lid"], "hive lid, hive  lid, hive", ["hive lid", "hive  lid", "hive"]),
      (["API"], "API api Api APIs", ["API"]),
      (["HiveLantern"], "hivelantern HiveLantern", ["HiveLantern"]),
      (["hive"], "hive-name hive_name hive.name hive. hive's", ["hive", "hive"]),
      ([".NET", "C#", "C++"], "ASP.NET .NET C# C++ C", [".NET", "C#", "C++"]),
      (["data base"], "data\u{A0}base data-base", ["data\u{A0}base"]),
      (["été"], "Été étés", ["Été"]), (["улей*"], "УЛЕЙ ульи улейный", ["УЛЕЙ", "улейный"]),
      (["蜂箱"], "打开蜂箱盖", ["蜂箱"]), (["蜂", "蜂箱"], "蜂箱蜂", ["蜂箱", "蜂"]),
      (["รัง"], "เปิดรังผึ้ง", ["รัง"]), (["허브"], "허브를", ["허브"]),
      (["Lantern"], "灯Lantern灯", ["Lantern"]), (["x"], "", []),
      (["open* the lid*"], "opening the lids", ["opening the lids"]),
      (["İ"], "İ i", ["İ", "i"]),
    ] as [([String], String, [String])])
  func `Terms in a text`(_ terms: [String], _ text: String, _ found: [String]) {
    let bytes = Array(text.utf8)
    let matches = TermIndex(terms.map { TermForm($0)! }).matches(in: bytes.span)
    #expect(matches.map { String(decoding: bytes[$0.range], as: UTF8.self) } == found)
  }

  private func findings(
    _ rows: [Glossary.Row], _ source: String, _ target: String, locale: String = "it-IT"
  ) -> [String] {
    [WrongTerm(Glossary(rows)), ForbiddenTerm(Glossary(rows))].flatMap { (rule: any Rule) in
      let page = ExamplePage(Example("", locale: locale, .segment(source: source, target: target)))!
      return rule.marked(page.bytes, path: page.path).report.findings.map {
        "\($0.words): \($0.message.text($0.arguments))"
      }
    }
  }

  @Test func `Translations are looked for with markup inside them`() {
    let rows = [Self.row("control panel", ["pannello di controllo"])]
    #expect(findings(rows, "The control panel", "Il **pannello** di controllo").isEmpty)
    #expect(findings(rows, "The control panel", "Il [pannello](a.md) di controllo").isEmpty)
    #expect(
      findings(rows, "The control panel", "Il quadro")
        == ["Il quadro: 'control panel' is not translated as 'pannello di controllo'"])
  }

  @Test func `A concept whose languages have former codes is read`() throws {
    let text = """
      <martif type="TBX" xml:lang="no"><text><body><termEntry>
      <langSet xml:lang="nb-NO"><tig><term>kube</term></tig></langSet>
      <langSet xml:lang="it-IT"><tig><term>arnia</term></tig></langSet>
      </termEntry></body></text></martif>
      """
    let rows = try TermFileReader.glossary(Array(text.utf8), path: "a.tbx")
    #expect(rows.map(\.source) == ["kube"] && rows.map(\.targets) == [["arnia"]])
  }

  @Test func `The nearest locale's terms count`() {
    let rows = [
      Self.row("hive", ["ruche"], locale: "fr"), Self.row("hive", ["abri"], locale: "fr-CA"),
      Self.row("lid", ["couvercle"], locale: "fr"), Self.row("bee", ["ape"], locale: "it-IT"),
    ]
    #expect(findings(rows, "hive", "ruche", locale: "fr-FR").isEmpty)
    #expect(findings(rows, "hive", "ruche", locale: "fr-CA").count == 1)
    #expect(findings(rows, "lid", "toit", locale: "fr-CA").count == 1)
    #expect(findings(rows, "bee", "x", locale: "fr-CA").isEmpty)
    #expect(findings(rows, "hive", "x", locale: "de-DE").isEmpty)
  }

  @Test func `A forbidden translation is not also a wrong one`() {
    let rows = [Self.row("hive", ["arnia", "alveare mobile"], ["alveare"])]
    #expect(
      findings(rows, "A hive", "Un alveare")
        == ["alveare: 'alveare' is forbidden for 'hive'; use 'arnia, alveare mobile'"])
    #expect(findings(rows, "A hive", "Un alveare mobile").isEmpty)
    #expect(findings(rows, "A hive", "A hive").isEmpty)
  }

  /// Kinds of glossaries and pages that took minutes when each term was compared with each other, or
  /// with each word of a page.
  @Test(
    .timeLimit(.minutes(3)),
    arguments: [
      "many terms", "terms that begin alike", "terms in many spellings", "many locales",
      "many translations of a term", "many forbidden ones", "a term many times", "many stems",
      "many signs",
    ]) func `Work grows with the glossary and the page`(_ kind: String)
  {
    let count = kind == "many stems" || kind == "many signs" ? 500 : 10_000
    var rows: [Glossary.Row] = []
    var (source, target) = ("", "")
    for number in 0..<count {
      let word = "w\(String(number, radix: 36))"
      switch kind {
      case "many terms":
        rows.append(Self.row(word, ["t" + word]))
        source += word + " "
        target += "t\(word) "
      case "terms that begin alike":
        rows.append(Self.row("open \(word)", ["x"]))
        source += "open open "
      case "terms in many spellings":
        // Each has capitals of its own, so none is another.
        let letters = "abcdefghijklmnop".enumerated().map {
          number >> $0.offset & 1 == 1 ? $0.element.uppercased() : String($0.element)
        }
        rows.append(Self.row(letters.joined() + "xY", ["x"]))
        source += "abcdefghijklmnopxy "
      case "many locales":
        rows.append(Self.row("hive", [word], locale: "it-x-\(word)"))
        rows.append(Self.row(word, ["x"]))
        source += "hive \(word) "
        if number == 0 { target += "x " }
      case "many translations of a term":
        rows.append(Self.row("hive", [word]))
        source += "hive "
        target += "w \(word)x "
      case "many forbidden ones":
        rows.append(Self.row("hive", ["\(word) y"], [word]))
        rows.append(Self.row("", [], ["open \(word)"]))
        source += "hive "
        if number < 100 { target += word + " open " }
      case "a term many times":
        rows.append(Self.row("hive", ["x"], ["y"]))
        source += "hive "
        if number < 100 { target += "y " }
      case "many stems":
        rows.append(Self.row("\(word)* a* \(word)* a*", ["x"]))
        rows.append(Self.row("a* a* a* a \(word)", ["x"]))
        source += "a ab a "
      default:
        rows.append(Self.row(String(repeating: ".", count: number % 400 + 1) + word, ["x"]))
        source += ". "
      }
    }
    let glossary = Glossary(rows)
    let text = Example("", locale: "it-IT", .segment(source: source, target: target + "end"))
    for rule in [WrongTerm(glossary), ForbiddenTerm(glossary)] as [any Rule] {
      _ = rule.marked(ExamplePage(text)!.bytes)
    }
    if kind == "many terms" {
      #expect(WrongTerm(glossary).marked(ExamplePage(text)!.bytes).report.findings.isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `Names are looked for together`() {
    let words = (0..<1000).map { "Hive\(String($0, radix: 36))x" }
    let rule = TranslatedName(words)
    let text = words.joined(separator: " ")
    let page = ExamplePage(
      Example("", .segment(source: text, target: "`\(words[7])` \(words[8]) end")))!
    #expect(rule.marked(page.bytes, path: page.path).report.findings.count == words.count - 2)
  }

  @Test func `A concept's translations are shared by its terms`() throws {
    func terms(_ locale: String) -> String {
      "<langSet xml:lang=\"\(locale)\">"
        + (0..<2000).map { "<tig><term>\(locale)\($0)</term></tig>" }.joined() + "</langSet>"
    }
    let rows = try rows(
      "<martif xml:lang=\"en\"><termEntry>" + terms("en-US") + terms("it-IT")
        + "</termEntry></martif>", as: "a.tbx")
    #expect(rows.count == 2000)
    #expect(Glossary(rows).translations.count == 1)
  }

  @Test(arguments: [
    (
      "a.csv", "source,target\na,b\n" + String(repeating: "c", count: 501) + ",d\n",
      "a.csv:3: the term 'cccccccccccccccccccc…' is longer than 500 bytes"
    ),
    (
      "a.tbx",
      "<martif><termEntry>\n<langSet xml:lang=\"en\"><term>" + String(repeating: "c", count: 501)
        + "</term></langSet></termEntry></martif>",
      "a.tbx:2: the term 'cccccccccccccccccccc…' is longer than 500 bytes"
    ),
    (
      "a.csv", "source,de,fr\n" + String(repeating: "a|", count: 60_000) + ",b,c\n",
      "a.csv:2: the row has more than 100000 pairs of a source term and a locale"
    ),
    (
      "a.tbx", String(repeating: "<martif>", count: 300),
      "a.tbx:1: is not well-formed XML: Excessive depth in document: 256 use XML_PARSE_HUGE option"
    ),
    (
      "a.tbx",
      "<!DOCTYPE martif [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<martif><langSet xml:lang=\"en\"><term>&b;</term></langSet></martif>",
      "a.tbx:2: entities are not read"
    ),
    (
      "a.tbx",
      "<!DOCTYPE martif [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<martif><langSet xml:lang=\"&b;\"/></martif>",
      "a.tbx:2: 'xxxx' is not a well-formed BCP 47 tag"
    ),
  ]) func `What no glossary needs is refused`(_ name: String, _ text: String, _ message: String) {
    let error = #expect(throws: PlacedError.self) { try rows(text, as: name) }
    #expect(error?.description == message)
  }

  /// Entities that double thirty times, in an attribute.
  @Test(.timeLimit(.minutes(1))) func `Entities don't grow without end`() {
    let entities = (1...30).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
    let text =
      "<!DOCTYPE martif [<!ENTITY e0 \"0123456789\">\(entities)]>\n<martif xml:lang=\"&e30;\"/>"
    let error = #expect(throws: PlacedError.self) { try rows(text, as: "a.tbx") }
    #expect(error?.description.contains("is not well-formed XML") == true, "\(error!)")
  }

  @Test func `Words that are kept are proposed`() {
    var words = UnchangedWords()
    let body = (103..<133).map {
      "{{pair:\($0)|Open HiveLantern in hub-name, 42.|\($0 == 110 ? "Apri" : "Apri HiveLantern in") hub-name, 42.}}\n"
    }.joined()
    let page = ExamplePage(Example("", .body(body)))!
    words.add(
      SideBySideMarkdown().read(page.bytes, Page(path: page.path)))
    #expect(
      words.suggestions.map { "\($0.word) \($0.segments) \($0.kept)" } == [
        "HiveLantern 30 29", "hub-name 30 30", "in 30 29",
      ])
    words.add(words)
    #expect(words.suggestions.first?.segments == 60)
  }
}
