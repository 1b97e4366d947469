import LintCore
import Testing

@testable import LintReporters

@Test(arguments: [
  ("plain # text", "plain # text"), ("a\tb\r\nc", #"a\tb\r\nc"#),
  ("##[x] ##vso[y]", #"#\u{23}[x] #\u{23}vso[y]"#),
  ("## [x]", "## [x]"), ("\u{1B}[1m\u{9B}", #"\u{1B}[1m\u{9B}"#),
  ("\u{202E}\u{2066}", #"\u{202E}\u{2066}"#),
  ("##VSO[x ##group[y", ##"#\u{23}VSO[x #\u{23}group[y"##), ("\u{E000}", #"\u{E000}"#),
  ("\u{E0101}\u{2028}\u{FFFE}", #"\u{E0101}\u{2028}\u{FFFE}"#), ("\u{600}12", "\u{600}12"),
  ("می‌خواهم 👩‍👧 é", "می‌خواهم 👩‍👧 é"), ("a\u{AD}b\u{200B}", #"a\u{AD}b\u{200B}"#), ("", ""),
])
func `What can't be seen is shown by its number`(text: String, visible: String) {
  #expect(text.visible == visible)
}

@Test(arguments: [
  ("12345", "12345"), ("123456", "1234…"), ("éé👩‍👧éé", "éé👩‍👧éé"), ("éé👩‍👧ééé", "éé👩‍👧é…"),
  ("1234\n5", "1234…"),
])
func `A long text is cut between characters`(text: String, cut: String) {
  #expect(text.visible(longest: 5) == cut)
}

@Test(arguments: [
  ("a/b.md", "a/b.md"), ("::error::a.md", "./::error::a.md"), ("-x.md", "./-x.md"),
  ("#a.md", "./#a.md"), (" ::x", "./ ::x"), ("\u{3000}::x", "./\u{3000}::x"), ("", ""),
])
func `A path can't begin a line as a command`(path: String, shown: String) {
  #expect(path.pathForLogs == shown)
}

@Test func `JSON is written on one line or on many`() {
  func write(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout)
    json.object { json in
      json.member("a", "\"\\/\n\u{1}\u{7F}\u{9B}\u{202E}\u{E0001}è𝄞 ##[x] ##")
      json.strings("b", ["x", "y"])
      json.object("c") { _ in }
      json.array("d") { json in
        json.object { $0.member("e", -1) }
        json.object { $0.member("f", true) }
      }
    }
    json.endLine()
    var output = Output()
    json.drain(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }
  let string = #""\"\\/\n\u0001\u007f\u009b\u202e\udb40\udc01è𝄞 #\u0023[x] ##""#
  #expect(
    write(.compact) == #"{"a":\#(string),"b":["x","y"],"c":{},"d":[{"e":-1},{"f":true}]}"# + "\n")
  #expect(
    write(.indented) == """
      {
        "a": \(string),
        "b": [
          "x",
          "y"
        ],
        "c": {},
        "d": [
          {
            "e": -1
          },
          {
            "f": true
          }
        ]
      }

      """)
}

@Test(arguments: [
  (
    "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709"
  ),
  (
    "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "a9993e364706816aba3e25717850c26c9cd0d89d"
  ),
])
func `Digests are those of the standard`(text: String, sha256: String, sha1: String) {
  let bytes = Array(text.utf8)
  #expect(Digest.sha256(bytes.span) == sha256)
  #expect(Digest.sha1(bytes.span) == sha1)
}

@Test func `The short cuts for common letters say what Unicode's tables say`() {
  for value in 0x80...0xFFFF as ClosedRange<UInt32> {
    guard let scalar = Unicode.Scalar(value), scalar.isCommonLetter else { continue }
    let category = scalar.properties.generalCategory
    #expect(
      ![.control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator]
        .contains(category), "U+\(String(value, radix: 16))")
  }
}
