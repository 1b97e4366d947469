import LintText
import Testing

@Suite struct WordTests {
  /// What all bytes are, in the plainest words.
  @Test func `Bytes are of the classes that they say`() {
    for byte in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(byte)
      let isLetter = "abcdefghijklmnopqrstuvwxyz".utf8.contains(byte)
      let isCapital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8.contains(byte)
      let isDigit = "0123456789".utf8.contains(byte)
      let isSpace = " \t\n\u{B}\u{C}\r".utf8.contains(byte)
      let isOther = !scalar.isASCII
      #expect(byte.isLowercase == isLetter && byte.isUppercase == isCapital)
      #expect(byte.isLetter == (isLetter || isCapital) && byte.isDigit == isDigit)
      #expect(byte.isLowercaseHex == "0123456789abcdef".utf8.contains(byte))
      #expect(byte.lowercased == (isCapital ? byte + 0x20 : byte))
      #expect(byte.isSpace == isSpace && byte.isGap == (isSpace || byte == 0x1A))
      let isSign = ##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##.utf8.contains(byte)
      #expect(byte.isPunctuation == isSign)
      #expect(byte.isLetterOrDigit == (isLetter || isCapital || isDigit))
      #expect(byte.isTextLetter == (isLetter || isCapital || isOther))
      #expect(byte.isTextLetterOrDigit == (isLetter || isCapital || isDigit || isOther))
      #expect(byte.isWordByte == (byte.isTextLetterOrDigit || byte == 0x5F))
    }
  }

  @Test(arguments: [
    ("a", true), ("7", true), ("-", false), ("_", false), ("é", true), ("日", true),
    ("\u{A0}", false), ("«", false), ("—", false), ("…", false), ("€", true), ("\u{1A}", false),
  ])
  func `What a word is counted by`(_ text: String, _ isWord: Bool) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.hasWordByte(at: 0) == isWord)
  }

  @Test func `A cut character is looked at no further than it goes`() {
    let bytes: [UInt8] = [0xE2]
    let isWord = bytes.span.hasWordByte(at: 0)
    #expect(isWord)
  }

  @Test(arguments: [
    ("hub", "Hub", 0), ("the hub", "hub", 4), ("the hub.", "HUB", 4), ("hubs", "hub", nil),
    ("a_hub", "hub", nil), ("hub_a", "hub", nil), ("éhub", "hub", nil), ("hubé", "hub", nil),
    ("hubs hub", "hub", 5), ("a-hub-b", "hub", 2), ("a b", "b", nil), ("", "hub", nil),
    ("the hub is", "hub is", 4), ("hub", "", nil),
  ])
  func `A word stands by itself`(_ text: String, _ word: String, _ place: Int?) {
    let (bytes, wanted) = (Array(text.utf8), Array(word.utf8))
    #expect(bytes.span.firstWord(wanted.span) == place.map { $0..<$0 + wanted.count })
  }

  private func tokens(_ text: String, names: Bool) -> [String] {
    let bytes = Array(text.utf8)
    var tokens = Tokens(bytes.span)
    var found: [String] = []
    while let token = names ? tokens.nextName() : tokens.next() {
      found.append(String(bytes.span.extracting(token)))
    }
    return found
  }

  @Test(arguments: [
    ("", [], []), (" \u{1A}\n", [], []), ("a", ["a"], []), ("...", [], []),
    (" open (hives.json), then", ["open", "hives.json", "then"], ["hives.json"]),
    ("HiveLantern\u{1A}3Bees.", ["HiveLantern", "3Bees"], ["HiveLantern", "3Bees"]),
    ("end.", ["end"], []), ("a. b.", ["a", "b"], []), ("**é**", ["é"], []),
    ("x \"wwwHub\"", ["x", "wwwHub"], ["wwwHub"]),
  ])
  func `Tokens stand between gaps`(_ text: String, _ all: [String], _ names: [String]) {
    #expect(tokens(text, names: false) == all)
    #expect(tokens(text, names: true) == names)
  }

  @Test(arguments: [
    ("a", true, false, false, false), ("Z", true, false, false, false),
    ("0", true, false, false, false), ("é", true, false, false, false),
    ("\u{301}", true, false, false, false), ("٣", true, false, false, false),
    ("ก", true, true, false, false), ("한", true, true, false, false),
    ("日", true, true, false, false), ("𠮷", true, true, false, false),
    (" ", false, false, true, false), ("\t", false, false, true, false),
    ("\u{A0}", false, false, true, false), ("\u{3000}", false, true, true, false),
    ("\u{200B}", false, false, false, false), ("-", false, false, false, true),
    ("_", false, false, false, true), (".", false, false, false, true),
    ("\u{2011}", false, false, false, true), ("/", false, false, false, false),
    ("\u{FFFD}", false, false, false, false),
  ])
  func `Scalars are of the classes that they say`(
    _ scalar: Unicode.Scalar, _ isWord: Bool, _ isUnspaced: Bool, _ isSpace: Bool,
    _ isJoiner: Bool
  ) {
    let value = scalar.value
    #expect(value.isWordScalar == isWord && value.isUnspacedScalar == isUnspaced)
    #expect(value.isSpaceScalar == isSpace && value.isJoinerScalar == isJoiner)
  }
}
