import LintCore
import LintText
import TestSupport
import Testing

@testable import Markdown

@Suite struct TOMLFrontMatterTests {
  @Test(arguments: [
    ReaderCase("none", "text\n", "none"),
    ReaderCase("never closed", "+++\na = 1\n", "none"),
    ReaderCase("empty", "+++\n+++\n", ""),
    ReaderCase(
      "values",
      "+++\ntitle = \"Lamp \\\"A\\\" # 1\"\npath='a\\'\nweight = 10 # heavy\ndate = 2024-05-01\n+++\n",
      "title = «Lamp \\\"A\\\" # 1»\npath = «a\\»\nweight = «10»\ndate = «2024-05-01»"
    ),
    ReaderCase(
      "values of several lines",
      "+++\na = [\n  \"]\", # ]\n  { b = 1 }\n]\nc = \"\"\"\nd = 2\n\"\"\"\ne = 3\n+++\n",
      "a = «[\n  \"]\", # ]\n  { b = 1 }\n]»\nc = «\nd = 2\n»\ne = «3»"
    ),
    ReaderCase(
      "keys", "+++\n# a = 1\n\"b c\" = 1\nd.e = 2\n\nno key\nf =\n[g]\nh = 3\n+++\n",
      "\"b c\" = «1»\nd.e = «2»\nf = «»"),
    ReaderCase(
      "what is never closed", "+++\na = \"b\nc = [\nd = 1\n+++\n", "c = «[\nd = 1\n»"),
    ReaderCase("CR LF", "+++\r\na = 1\r\nb = \"c\"\r\n+++\r\n", "a = «1»\nb = «c»"),
  ])
  func `Keys and values`(_ test: ReaderCase) {
    let bytes = Array(test.text.utf8)
    func string(_ range: ByteRange) -> String {
      String(decoding: bytes[range.range], as: UTF8.self)
    }
    let found = TOMLFrontMatter.read(bytes.span, from: 0)?.entries.map {
      "\(string($0.name)) = «\(string($0.value))»"
    }
    #expect((found?.joined(separator: "\n") ?? "none") == test.expected)
  }
}
