import Foundation
import LintCore
import LintReporters
import LintRules
import LintText
import LintWorkspace
import LintYAML
import SideBySide

@testable import LintWorkspace
@testable import loclint

/// What must hold of every file that is not a page.
struct FileChecks: Sendable {
  /// A folder of one check alone, which is gone afterwards.
  private static func withFolder<Result>(_ body: (String) throws(Violation) -> Result)
    throws(Violation) -> Result
  {
    // In memory where that can be had: a fuzzer makes thousands in a second.
    let files = FileManager.default
    let memory = "/dev/shm"
    let parent = files.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    let folder = "\(parent)/loclint-\(UUID().uuidString)"
    guard
      (try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil
    else { throw Violation("\(folder) can't be made") }
    defer { try? files.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// A configuration is read or refused: in words, with status 2, by every command alike.
  func check(configuration: [UInt8]) throws(Violation) {
    try Self.withFolder { folder throws(Violation) in
      let path = "\(folder)/loclint.yml"
      _ = FileManager.default.createFile(atPath: path, contents: Data(configuration))
      let (status, output, error) = Self.run(["config", "--config=\(path)"], in: folder)
      try Violation.unless(status == 0 || status == 2, "status \(status)")
      try Violation.unless(
        (status == 2) == output.isEmpty && (status == 2) == !error.isEmpty,
        "status \(status) with \(output.count) bytes of output, \(error.count) of errors")
      try TextGrammar.check(error)
    }
  }

  /// Runs a command in this process, with a folder for what it prints.
  private static func run(
    _ words: [String], in folder: String
  ) -> (status: Int32, output: [UInt8], error: [UInt8]) {
    let handles = ["output", "error"].map { name in
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
      return FileHandle(forUpdatingAtPath: "\(folder)/\(name)")
    }
    let command = Loclint(
      formats: [SideBySideMarkdown()], library: { .builtIn },
      streams: Streams(
        output: handles[0]?.fileDescriptor ?? -1, error: handles[1]?.fileDescriptor ?? -1))
    let status = command.run(words)
    let written = handles.map { handle in
      try? handle?.seek(toOffset: 0)
      return (try? handle?.readToEnd()).map { [UInt8]($0) } ?? []
    }
    return (status, written[0], written[1])
  }

  /// A rule is read or refused at a place in its file; one that is read can look at pages.
  func check(rule bytes: [UInt8]) throws(Violation) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let rule: any Rule
    do throws(PlacedError) {
      rule = try PackRule(path: "rules/a.yml", pack: "team", text: text).rule()
    } catch {
      return try Self.check(error, of: bytes)
    }
    let format = SideBySideMarkdown()
    let linter = Linter(formats: [format], rules: [(rule, rule.info.severity)])
    for page in Seeds.few {
      let report = linter.lint(page, of: SourceFile(path: PageInput.standardPath), as: format)
      for finding in report.findings {
        try Violation.unless(
          finding.range.upper <= page.count && page.isBoundary(finding.range.lower)
            && page.isBoundary(finding.range.upper),
          "a finding at \(finding.range) of \(page.count) bytes")
      }
    }
  }

  /// Whether the place of a mistake is in the file, and what it says can be shown.
  private static func check(_ error: PlacedError, of bytes: [UInt8]) throws(Violation) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
    try Violation.unless(
      (1...lines).contains(error.line) && error.column >= 0,
      "'\(error)' is not in a file of \(lines - 2) lines")
    try TextGrammar.check(Array("loclint: \(TextReporter.safe(error.description))\n".utf8))
  }

  /// A glossary is read or refused, and one that is read can be used.
  func check(glossary bytes: [UInt8], named path: String) throws(Violation) {
    let rows: [Glossary.Row]
    do throws(PlacedError) {
      rows = try TermFileReader.glossary(bytes, path: path)
    } catch {
      return try Self.check(error, of: bytes)
    }
    var resources = RuleLibrary.builtIn.resources
    resources.glossary = Glossary(rows)
    let rules = RuleLibrary.builtIn.rules(from: resources)
      .filter { $0.info.family == "terms" }
    let format = SideBySideMarkdown()
    let linter = Linter(formats: [format], rules: rules.map { ($0, $0.info.severity) })
    // The glossary's own words stand in the page.
    var page = Seeds.pair
    for row in rows.prefix(8) {
      let half = row.source + " " + (row.targets + row.forbidden).joined(separator: " ")
      page += Array(
        """
        <span data-ttu-id="7e0c1-102">\(half)</span><span class="sxs-lookup">\
        <span data-stu-id="7e0c1-102">\(row.source)</span></span>

        """.utf8)
    }
    let report = linter.lint(page, of: SourceFile(path: PageInput.standardPath), as: format)
    for finding in report.findings {
      try Violation.unless(
        finding.range.upper <= page.count && page.isBoundary(finding.range.lower)
          && page.isBoundary(finding.range.upper),
        "a finding of \(linter.rules[finding.rule].info.id) at \(finding.range)")
    }
  }

  /// A baseline that is written reads as the same.
  func check(baseline bytes: [UInt8]) throws(Violation) {
    let baseline: Baseline
    do throws(Baseline.Mistake) {
      baseline = try Baseline(String(decoding: bytes, as: UTF8.self))
    } catch {
      let lines = bytes.count { $0 == 0x0A } + 1
      return try Violation.unless(
        (1...lines).contains(error.line), "line \(error.line) of a baseline of \(lines) lines")
    }
    for entry in baseline.entries {
      _ = Baseline.unescaped(Baseline.origin(of: entry).path)
    }
    let again = try? Baseline(baseline.text)
    try Violation.unless(
      again?.entries == baseline.entries, "a baseline is not what was written as it")
  }

  /// A list of dismissals is refused at a place in its file, or reads as what is written of it.
  func check(dismissals bytes: [UInt8]) throws(Violation) {
    let dismissals: Dismissals
    do throws(Dismissals.Mistake) {
      dismissals = try Dismissals(bytes)
    } catch {
      let lines = bytes.count { $0 == 0x0A } + 1
      try Violation.unless(
        (1...lines).contains(error.line) && (1...bytes.count + 1).contains(error.column),
        "\(error.line):\(error.column) of a list of \(lines) lines")
      return try TextGrammar.check(Array("loclint: \(TextReporter.safe(error.reason))\n".utf8))
    }
    let text = dismissals.text
    try Violation.unless(
      (try? Dismissals(Array(text.utf8)))?.text == text, "a list is not what was written as it")
    try TextGrammar.check(Array(KnownFindings.text(of: dismissals, path: "a.txt").utf8))
  }

  /// Reports merge to JSON, which merges to itself.
  func check(report bytes: [UInt8]) throws(Violation) {
    var merger = SARIFMerger()
    do {
      try merger.add(bytes)
    } catch {
      return try TextGrammar.check(Array("loclint: \(TextReporter.safe("\(error)"))\n".utf8))
    }
    try? merger.add(bytes)
    var output = Output()
    _ = merger.write(to: &output)
    try StrictJSON.check(output.bytes)
    var again = SARIFMerger()
    var second = Output()
    do {
      try again.add(output.bytes)
    } catch {
      throw Violation("what merge writes it does not read: \(error)")
    }
    _ = again.write(to: &second)
    try Violation.unless(second.bytes == output.bytes, "a merged report changes when it is merged")
  }

  /// A list names no path that is empty or goes over a separator.
  func check(list bytes: [UInt8]) throws(Violation) {
    let separator: Unicode.Scalar = bytes.contains(0) ? "\0" : "\n"
    for path in Paths.list(bytes) {
      try Violation.unless(
        !path.isEmpty && !path.unicodeScalars.contains(separator), "the path '\(path)'")
      _ = Paths.normal("/" + path)
    }
  }

  /// Lines that a patch touches are lines: from 1, in order.
  func check(patch bytes: [UInt8]) throws(Violation) {
    for (path, ranges) in Changes.touchedLines(bytes) {
      for range in ranges {
        try Violation.unless(
          range.lowerBound >= 1, "lines \(range) of '\(path)' are touched")
      }
    }
  }
}
