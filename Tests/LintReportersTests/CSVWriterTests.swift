import LintCore
import Testing

@testable import LintReporters

@Test(arguments: [
  ("plain", "plain"), ("", ""), ("a \"b\"", "a \"\"b\"\""), ("a, b", "a, b"),
  ("=1+1", "'=1+1"), ("+1", "'+1"), ("-Command", "'-Command"), ("@SUM(A1)", "'@SUM(A1)"),
  ("  =1", "  '=1"), ("\t=1", " '=1"), ("\"=1", "\"\"'=1"), ("＝1", "'＝1"),
  // As a spreadsheet cuts it whose list separator is a semicolon.
  ("a;=1", "a;'=1"), ("a; \"-1", "a; \"\"'-1"), ("a\n=1", "a =1"), ("a\r\nb", "a b"),
  ("1 - 1 = 0", "1 - 1 = 0"), ("nul\0\u{202E}", "nul\\u{0}\\u{202E}"), ("a\u{2028}=b", "a =b"),
])
func `A cell is no formula`(text: String, cell: String) {
  var table = CSVWriter()
  var output = Output()
  table.drain(to: &output)
  table.row([text, "b"])
  var row = Output()
  table.drain(to: &row)
  #expect(String(decoding: row.bytes, as: UTF8.self) == "\"\(cell)\",\"b\"\r\n")
}
