import CLibXML2
import LintCore
import LintReporters
import Testing

@Test(arguments: Sample.all)
func `A JUnit file is well-formed and its counts are right`(sample: Sample) throws {
  let root = try #require(XMLElement(parsing: try sample.report(by: "junit")))
  #expect(root.name == "testsuites" && root.attributes.isEmpty && !root.children.isEmpty)
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

@Test func `White space in an attribute and what XML forbids survive or are replaced`() throws {
  let sample = Sample(
    name: "", files: [.init("a.tsv", unreadable: "tab\t, line\r\nend, escape \u{1B}, \u{FFFF}")])
  let report = try sample.report(by: "junit")
  let root = try #require(XMLElement(parsing: report))
  let error = root.children[0].children[1].children[0]
  #expect(error.attributes["message"] == #"tab\t, line\r\nend, escape \u{1B}, \u{FFFF}"#)
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

/// An element as libxml2 reads it.
private struct XMLElement {
  let name: String
  let attributes: [String: String]
  let children: [XMLElement]

  init?(parsing text: String) {
    let document = unsafe text.withCString { unsafe xmlReadMemory($0, Int32(strlen($0)), nil, nil, 0) }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
    unsafe self.init(root)
  }

  private init(_ node: xmlNodePtr) {
    name = unsafe String(cString: node.pointee.name)
    var attributes: [String: String] = [:]
    var property = unsafe node.pointee.properties
    while let current = unsafe property {
      let value = unsafe current.pointee.children.flatMap { unsafe $0.pointee.content }
      unsafe attributes[String(cString: current.pointee.name)] =
        value.map { unsafe String(cString: $0) } ?? ""
      unsafe property = current.pointee.next
    }
    self.attributes = attributes
    var children: [XMLElement] = []
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      if unsafe current.pointee.type == XML_ELEMENT_NODE { unsafe children.append(XMLElement(current)) }
      unsafe child = current.pointee.next
    }
    self.children = children
  }
}
