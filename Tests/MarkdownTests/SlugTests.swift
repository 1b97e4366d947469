import Testing

@testable import Markdown

@Suite struct SlugTests {
  /// A heading's text with its slugs on Microsoft's pages, on GitHub and with Docusaurus, and with Hugo.
  static let examples: [(text: String, microsoft: String, gitHub: String, hugo: String)] = [
    ("Open the panel", "open-the-panel", "open-the-panel", "open-the-panel"),
    ("Lamps & lanterns", "lamps--lanterns", "lamps--lanterns", "lamps--lanterns"),
    (
      "Use the --green option", "use-the---green-option", "use-the---green-option",
      "use-the---green-option"
    ),
    ("Was it lit?", "was-it-lit", "was-it-lit", "was-it-lit"),
    ("lamp_group.yml", "lamp_groupyml", "lamp_groupyml", "lamp_groupyml"),
    ("Hub 3.2", "hub-32", "hub-32", "hub-32"),
    ("Empêcher", "empcher", "empêcher", "empêcher"),
    ("ÉCLAIRAGE", "clairage", "éclairage", "éclairage"),
    ("Лампы", "", "лампы", "лампы"),
    ("ランプ：設定", "", "ランプ設定", "ランプ設定"),
    // The vowel signs are marks.
    ("বাতি", "", "বাতি", "বত"),
    ("a\u{A0}b", "ab", "ab", "ab"),
    // A combining accent of its own.
    ("e\u{301}a", "ea", "e\u{301}a", "ea"),
    ("İ", "", "i\u{307}", "i"),
    ("½ lamp ²", "-lamp-", "-lamp-", "-lamp-"),
    ("Lamp 💡", "lamp-", "lamp-", "lamp-"),
    ("💡", "", "", "heading"),
    (" a ", "-a-", "-a-", "a"),
    ("a‿b", "ab", "a‿b", "ab"),
  ]

  @Test(arguments: examples)
  func `Slugs`(_ example: (text: String, microsoft: String, gitHub: String, hugo: String)) {
    func slug(_ style: SlugStyle) -> String {
      String(decoding: style.slug(of: Array(example.text.utf8).span), as: UTF8.self)
    }
    #expect(slug(.microsoft) == example.microsoft)
    #expect(slug(.gitHub) == example.gitHub)
    #expect(slug(.docusaurus) == example.gitHub)
    #expect(slug(.hugo) == example.hugo)
  }

  @Test(arguments: [
    (SlugStyle.microsoft, ["a", "a", "A"], ["a", "a", "a"]),
    (.gitHub, ["a", "a", "A", "a-1", "a-1"], ["a", "a-1", "a-2", "a-1-1", "a-1-2"]),
    (.docusaurus, ["a-1", "a", "a", "a"], ["a-1", "a", "a-2", "a-3"]),
    (.hugo, ["a-1", "a", "a", "a", "?", "!"], ["a-1", "a", "a-2", "a-3", "heading", "heading-1"]),
  ])
  func `A slug that is there already gets a number`(
    _ style: SlugStyle, _ headings: [String], _ expected: [String]
  ) {
    var counter = SlugCounter(style)
    let slugs = headings.map {
      String(decoding: counter.next(Array($0.utf8).span), as: UTF8.self)
    }
    #expect(slugs == expected)
  }

  @Test func `Hugo counts the author's anchors, too`() {
    var counter = SlugCounter(.hugo)
    counter.note(Array("a".utf8).span)
    #expect(counter.next(Array("a".utf8).span) == Array("a-1".utf8))
  }

  @Test func `Many headings with one text take no more than their time`() {
    var counter = SlugCounter(.hugo)
    for number in 0..<50_000 {
      let slug = counter.next(Array("a".utf8).span)
      if number == 49_999 { #expect(slug == Array("a-49999".utf8)) }
    }
  }

  @Test func `What is no UTF-8 is left out`() {
    #expect(SlugStyle.gitHub.slug(of: [0x61, 0xFF, 0x62].span) == Array("ab".utf8))
    #expect(SlugStyle.hugo.slug(of: [0x61, 0xFF, 0x62].span) == Array("ab".utf8))
  }
}
