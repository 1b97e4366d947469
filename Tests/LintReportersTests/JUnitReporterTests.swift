import LintCore
import Testing

@testable import LintReporters

@Test(arguments: Sample.all, ["junit", "junit-extended"])
func `A JUnit file is well-formed and its counts are right`(
  sample: Sample, reporter: String
) throws {
  let root = try #require(XMLElement(parsing: try sample.report(by: reporter)))
  #expect(root.name == "testsuites" && !root.children.isEmpty)
  #expect(root.attributes.isEmpty == (reporter == "junit"))
  for (index, suite) in root.children.enumerated() {
    let cases = suite.children.filter { $0.name == "testcase" }
    func count(_ name: String) -> String {
      String(cases.count { $0.children.map(\.name) == [name] })
    }
    #expect(suite.attributes["id"] == String(index))
    #expect(suite.attributes["tests"] == String(cases.count) && !cases.isEmpty)
    #expect(suite.attributes["failures"] == count("failure"))
    #expect(suite.attributes["errors"] == count("error"))
    #expect(suite.attributes["skipped"] == count("skipped"))
    #expect(Set(cases.map { $0.attributes["name"] }).count == cases.count)
  }
}

@Test func `White space in an attribute survives and what XML forbids is replaced`() throws {
  let xml = XMLWriter()
  xml.start("a", ["b": "tab\tline\nreturn\r è𝄞 <&\"'>"])
  xml.element("c", text: "]]>\r\0\u{1F}\u{7F}\u{FFFE}\u{E000}")
  xml.endDocument()
  var output = Output()
  xml.drain(to: &output)
  #expect(
    String(decoding: output.bytes, as: UTF8.self) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <a b="tab&#9;line&#10;return&#13; è𝄞 &lt;&amp;&quot;'&gt;">
        <c>]]&gt;&#13;\u{FFFD}\u{FFFD}\u{7F}\u{FFFD}\u{E000}</c>
      </a>

      """)
}

@Test(arguments: [
  (0, "1970-01-01T00:00:00"), (951_782_400, "2000-02-29T00:00:00"), (-1, "1969-12-31T23:59:59"),
  (1_767_323_045, "2026-01-02T03:04:05"), (4_107_542_399, "2100-02-28T23:59:59"),
])
func `A suite begins at a time in UTC`(seconds: Int, time: String) throws {
  var reporter = JUnitReporter()
  var output = Output()
  let run = Run(version: "1", rules: [], gate: nil, started: seconds)
  reporter.begin(run, to: &output)
  reporter.end(Summary(rules: 0), in: run, to: &output)
  let root = try #require(XMLElement(parsing: String(decoding: output.bytes, as: UTF8.self)))
  #expect(root.children[0].attributes["timestamp"] == time)
}
