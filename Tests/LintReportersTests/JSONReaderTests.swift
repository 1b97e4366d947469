import LintCore
import Testing

@testable import LintReporters

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.read(Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), (" true\r\n", .truth(true)), ("false", .truth(false)), ("0", .number("0")),
      ("-0.50e+07", .number("-0.50e+07")),
      ("123456789012345678901", .number("123456789012345678901")),
      ("1E5", .number("1E5")), (#""""#, .string("")), ("[]", .array([])), ("{}", .object([])),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u0041\u00e9\uD834\uDD1e""#, .string("Aé𝄞")),
      ("\"é𝄞\u{7F}\u{2028}\"", .string("é𝄞\u{7F}\u{2028}")),
      ("[1,\t[ ] ,{}]", .array([.number("1"), .array([]), .object([])])),
      (
        #"{"b":1,"a":[null]}"#,
        .object([.init(key: "b", value: .number("1")), .init(key: "a", value: .array([.null]))])
      ),
    ] as [(String, JSONValue)])
  func values(_ text: String, _ value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("", 1, 1, "a value is missing"), ("  \n ", 2, 2, "a value is missing"),
    ("nul", 1, 1, "a value can't begin like this"), ("'a'", 1, 1, "a value can't begin like this"),
    ("NaN", 1, 1, "a value can't begin like this"), ("+1", 1, 1, "a value can't begin like this"),
    (".5", 1, 1, "a value can't begin like this"), ("01", 1, 2, "a number can't begin with 0"),
    ("-", 1, 2, "a digit is missing"), ("1.", 1, 3, "a digit is missing"),
    ("1e", 1, 3, "a digit is missing"), ("1 2", 1, 3, "something follows the end of the value"),
    ("[1,]", 1, 4, "a value can't begin like this"), ("[1 2]", 1, 4, "a comma or ']' is missing"),
    ("[1", 1, 3, "a comma or ']' is missing"), ("[", 1, 2, "a value is missing"),
    ("{1:2}", 1, 2, "a key in quotation marks is missing"),
    (#"{"a" 1}"#, 1, 6, "a colon is missing"), (#"{"a":}"#, 1, 6, "a value can't begin like this"),
    (#"{"a":1,}"#, 1, 8, "a key in quotation marks is missing"),
    (#"{"a":1"#, 1, 7, "a comma or '}' is missing"),
    ("{\"é\":1,\n \"\\u00e9\":2}", 2, 2, "a key stands here twice"),
    (#""a"#, 1, 1, "a string is never closed"),
    ("\"a\nb\"", 1, 3, "a control character stands in a string"),
    (#""\x""#, 1, 2, "an escape is none of JSON's"),
    (#""\u12g4""#, 1, 2, "an escape wants four hexadecimal digits"),
    (#""\ud800""#, 1, 2, "half of a surrogate pair is missing"),
    (#""\ud800\u0041""#, 1, 2, "half of a surrogate pair is missing"),
    (#""\udc00""#, 1, 2, "half of a surrogate pair is missing"),
    ("// a\n1", 1, 1, "a value can't begin like this"),
    ("\u{FEFF}1", 1, 1, "a byte order mark stands before the text"),
  ])
  func malformed(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    #expect(throws: JSONError(message: message, line: line, column: column)) { try read(text) }
  }

  @Test func invalidBytes() {
    #expect(throws: JSONError(message: "a string is not UTF-8", line: 1, column: 2)) {
      try JSONReader.read([0x22, 0x61, 0xFF, 0x22])
    }
  }

  @Test func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try read(nested(200))
    // Siblings are not depth.
    _ = try read("[" + String(repeating: "[],{},[1],", count: 300) + "1]")
    #expect(
      throws: JSONError(
        message: "arrays and objects are nested too deep", line: 1, column: 201)
    ) { try read(nested(201)) }
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test(arguments: Sample.all)
  func whatIsReadIsWrittenAgain(_ sample: Sample) throws {
    let report = try sample.report(by: "sarif")
    var json = JSONWriter(.indented)
    json.value(try read(report))
    json.endLine()
    var output = Output()
    json.drain(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == report)
  }
}
