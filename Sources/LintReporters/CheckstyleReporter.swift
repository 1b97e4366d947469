public import LintCore
import LintText

/// The XML of Checkstyle, which nearly every build server and review bot reads.
///
/// It has no ends of findings; columns count UTF-16 code units, as Checkstyle's own do. Files
/// without findings are left out.
public struct CheckstyleReporter: Reporter {
  public var needs: PlacementNeeds { PlacementNeeds(omissions: [.identity, .texts]) }

  private let xml = XMLWriter()

  public init() {}

  public mutating func begin(_ run: Run, to output: inout Output) {
    xml.start("checkstyle", ["version": "10.0"])
  }

  /// The element of a file; empty where it has none.
  public struct Part: Sendable {
    let element: [UInt8]
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    let obstacles = file.obstacles(in: run)
    guard !obstacles.isEmpty || !file.findings.isEmpty else { return Part(element: []) }
    let xml = XMLWriter(inside: "checkstyle")
    xml.start("file", ["name": file.repositoryPath.visible])
    for reason in obstacles {
      xml.element(
        "error",
        [
          "line": "1", "severity": "error", "message": reason.visible,
          "source": "\(Product.name).\(UnreadableFile.id)",
        ])
    }
    for finding in file.findings {
      xml.element(
        "error",
        [
          "line": String(finding.start.line), "column": String(finding.start.column),
          "severity": Self.word(for: finding.severity), "message": finding.sentenceWithAddition,
          "source": "\(Product.name).\(run.rules[finding.rule].info.id)",
        ])
    }
    for more in file.more {
      xml.element(
        "error",
        [
          "line": String(more.start.line), "column": String(more.start.column),
          "severity": Self.word(for: more.severity), "message": more.sentenceAlone,
          "source": "\(Product.name).\(run.rules[more.rule].info.id)",
        ])
    }
    xml.end()
    return Part(element: xml.take())
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    guard !part.element.isEmpty else { return }
    xml.drain(to: &output, then: part.element.span)
  }

  private static func word(for severity: Severity) -> String {
    severity == .note ? "info" : severity.rawValue
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    xml.endDocument()
    xml.drain(to: &output)
  }
}
