import LintText
import Testing

@Suite struct CaseTests {
  @Test(arguments: [
    ("", "", true), ("a", "A", true), ("a", "", false), ("Hub", "hUB", true), ("hub", "huc", false),
    ("xub", "hub", false), ("é", "É", false), ("É", "é", false), ("éA", "éa", true),
    ("@", "`", false), ("[", "{", false), ("Z", "z", true), ("a b", "A B", true),
  ])
  func `Equal in any letter case`(_ one: String, _ other: String, _ isEqual: Bool) {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    #expect(left.span.equalsIgnoringCase(right.span) == isEqual)
    #expect(right.span.equalsIgnoringCase(left.span) == isEqual)
    #expect((left.span.lowercased == right.span.lowercased) == isEqual)
    #expect((left.span.lowercasedNumber == right.span.lowercasedNumber) == isEqual)
  }

  @Test func `Equal to a literal in any letter case`() {
    let bytes = Array("Version".utf8)
    #expect(bytes.span.equalsIgnoringCase("vERSION") && bytes.span.equalsIgnoringCase("Version"))
    #expect(!bytes.span.equalsIgnoringCase("versions") && !bytes.span.equalsIgnoringCase("versiom"))
    let nothing: [UInt8] = []
    #expect(nothing.span.equalsIgnoringCase("") && !nothing.span.equalsIgnoringCase("v"))
    #expect(bytes.span.elementsEqual("Version") && !bytes.span.elementsEqual("version"))
    #expect(!bytes.span.elementsEqual("Versio") && !bytes.span.elementsEqual("Versions"))
    #expect(nothing.span.elementsEqual("") && !nothing.span.elementsEqual("V"))
  }

  @Test func `Eight bytes are a number, nine are none`() {
    let bytes = Array("ABCDEFGHI".utf8)
    #expect(bytes.span.extracting(0..<8).lowercasedNumber == 0x6162_6364_6566_6768)
    #expect(bytes.span.extracting(0..<1).lowercasedNumber == 0x61)
    #expect(bytes.span.lowercasedNumber == nil)
  }

  @Test(arguments: [
    ("Open hives.JSON now", "hives.json", 5), ("hub", "HUB", 0), ("a hub", "Hub", 2),
    ("a hu", "Hub", nil), ("", "a", nil), ("", "", 0), ("abc", "", 0), ("aaab", "AAB", 1),
    ("ÉA", "a", 2), ("日本", "本", 3),
  ])
  func `Found in any letter case`(_ text: String, _ wanted: String, _ place: Int?) {
    let (bytes, other) = (Array(text.utf8), Array(wanted.utf8))
    let found = bytes.span.firstRangeIgnoringCase(of: other.span) { _ in true }
    #expect(found == place.map { $0..<$0 + other.count })
    #expect(bytes.span.containsIgnoringCase(other.span) == (place != nil))
  }

  /// Places are looked for 64 at a time.
  @Test func `Found in any letter case at each place of a long text`() {
    let wanted = Array("xZ".utf8)
    for count in [2, 63, 64, 65, 66, 127, 128, 129, 200] {
      for place in 0...(count - 2) {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        text[place + 1] = UInt8(ascii: "z")
        let found = text.span.firstRangeIgnoringCase(of: wanted.span) { _ in true }
        #expect(found == place..<place + 2)
        #expect(
          text.span.firstRangeIgnoringCase(of: wanted.span, from: place + 1) { _ in true } == nil)
      }
    }
  }

  @Test func `A search goes on where a place is not wanted`() {
    let (bytes, hub) = (Array("hub Hub HUB".utf8), Array("hub".utf8))
    func place(from start: Int, _ isWanted: (Range<Int>) -> Bool) -> Int? {
      bytes.span.firstRangeIgnoringCase(of: hub.span, from: start, where: isWanted)?.lowerBound
    }
    #expect(place(from: 0) { $0.lowerBound > 0 } == 4)
    #expect(place(from: 0) { $0.upperBound == bytes.count } == 8)
    #expect(place(from: 5) { _ in true } == 8)
    #expect(place(from: 9) { _ in true } == nil && place(from: 11) { _ in true } == nil)
    #expect(place(from: 0) { _ in false } == nil)
  }

  @Test(arguments: [
    ("Hive. Open", "hive.open", 10, true), ("hive.open", "hive.open", 9, true),
    ("hive.op", "hive.open", 7, false), (" hive", "hive", 0, false), ("h  i", "hi", 4, true),
    ("hi ", "hi", 2, true), ("hix", "hio", 2, false), ("", "hi", 0, false), ("hi", "", 0, true),
    ("hi", "h~i", 2, true), ("hi", "~hi", 2, true), ("hi", "hi~", 2, false), ("h é", "hé", 4, true),
  ])
  func `Spaces put in and bytes left out`(
    _ text: String, _ wanted: String, _ end: Int, _ isWhole: Bool
  ) {
    let (bytes, other) = (Array(text.utf8), Array(wanted.utf8))
    let reach = bytes.span.reach(
      of: other.span, from: 0, mayPutIn: { byte, _ in byte == 0x20 },
      mayLeaveOut: { $0 == 0x7E })
    #expect(reach == (end, isWhole))
  }

  @Test func `What may be put in depends on the place`() {
    let (bytes, other) = (Array("a. b c".utf8), Array("a.bc".utf8))
    let reach = bytes.span.reach(of: other.span, from: 0) { byte, index in
      byte == 0x20 && other[index - 1] == 0x2E
    }
    #expect(reach == (4, false))
    let rest = bytes.span.reach(of: [0x62, 0x63].span, from: 3) { byte, _ in byte == 0x20 }
    #expect(rest == (6, true))
  }

  @Test(arguments: ["ŁÓDŹ", "ÇİÇEK", "ЁЖИК", "ΆΝΟΙΞΗ", "ĀĂĄĆĎĒĘĞĪĹŃŊŐŒŔŚŞŤŪŰŹŻŽŶ", "ҐЄІЇЎ", "ÀÖØÞ"])
  func `Capitals become small letters`(_ word: String) {
    for scalar in word.unicodeScalars {
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first!.value
      #expect(scalar.value.foldedScalar == small && scalar.value.lowercasedScalar == small)
      #expect(UInt32.cased.contains(scalar.value))
      #expect(small.foldedScalar == small && small.lowercasedScalar == small)
    }
  }

  @Test(arguments: ["aß日ı×÷ʰ0@[`{\u{7F}\u{80}"])
  func `What has no capital stays as it is`(_ text: String) {
    for value in text.unicodeScalars.map(\.value) {
      #expect(value.foldedScalar == value && value.lowercasedScalar == value)
      #expect(value.uppercasedScalar == value)
    }
  }

  @Test(arguments: [("é", "É"), ("ÿ", "Ÿ"), ("ł", "Ł"), ("ω", "Ω"), ("я", "Я"), ("ґ", "Ґ")])
  func `Small letters become capitals`(_ small: Unicode.Scalar, _ capital: Unicode.Scalar) {
    #expect(small.value.uppercasedScalar == capital.value)
  }
}
