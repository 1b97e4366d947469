import LintText
import Testing

@testable import Markdown

@Suite struct HeadingNamesTests {
  @Test(arguments: [
    ("# Open the panel\n", "Open the panel", []),
    ("# Open {#open}\n", "Open", ["open"]),
    ("# Open {#open} #\n", "Open", ["open"]),
    ("# Open {##open}\n", "Open", ["#open"]),
    ("# Open {/*open*/}\n", "Open", ["open"]),
    ("# Open {/* open */}\n", "Open", ["open"]),
    ("# Open {: #open}\n", "Open", ["open"]),
    ("# Open {: .big}\n", "Open", []),
    ("# Open {#open .big lang=en}\n", "Open", ["open"]),
    ("# Open {.big #open}\n", "Open", ["open"]),
    ("# Open {name}\n", "Open {name}", []),
    ("# Open {{#name}}\n", "Open {{#name}}", []),
    ("# Open }\n", "Open }", []),
    ("# {#open}\n", "", ["open"]),
    ("# <a name=\"open\"></a>Open\n", "Open", ["open"]),
    ("# <a href=\"\" id='open'></a> <a name=\"b\"/> Open\n", "Open", ["open", "b"]),
    ("# Open <a id=\"open\"></a>\n", "Open", ["open"]),
    ("# Open <a id=\"open\"></a> here\n", "Open <a id=\"open\"></a> here", ["open"]),
    ("# <a href=\"b\">Open</a>\n", "<a href=\"b\">Open</a>", []),
    ("# <a name=\"a\"></a>Open {#b}\n", "Open", ["a", "b"]),
    ("# <a name=\"a\"></a>\n", "", ["a"]),
    ("<a name=\"a\"></a>\n<a id=\"b\"></a>\n\n# Open\n", "Open", ["a", "b"]),
    ("<a name=\"a\"></a> text\n\n# Open\n", "Open", []),
    ("> <a name=\"a\"></a>\n\n# Open\n", "Open", []),
    ("Open\nthe panel {#open}\n===\n", "Open\nthe panel", ["open"]),
  ])
  func `What a heading says and what it is named`(
    _ page: String, _ text: String, _ names: [String]
  ) throws {
    let bytes = Array(page.utf8)
    let blocks = Blocks(bytes.span)
    let index = try #require(blocks.list.lastIndex { $0.kind == .heading })
    let found = HeadingNames(bytes.span, blocks, heading: index)
    func string(_ range: ByteRange) -> String {
      String(decoding: bytes[range.range], as: UTF8.self)
    }
    #expect(string(found.text) == text)
    #expect(found.names.map(string) == names)
  }
}
