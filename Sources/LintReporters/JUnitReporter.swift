public import LintCore
import LintText

/// JUnit XML: a test suite for each file, a test case for each finding.
///
/// Two schemas are in use, Jenkins' `junit-10.xsd` and Windy Road's `JUnit.xsd`, which Azure
/// Pipelines names; this is valid under both. So a test case has no `file` and no `line`: the place
/// stands in its text.
///
/// The extended form has `file` and `line` as attributes that neither schema knows and that GitLab,
/// CircleCI and actions for GitHub read. It has no counts for all suites together: they would
/// come first, and are known last.
public struct JUnitReporter: Reporter {
  public var needs: PlacementNeeds { .none }

  private let isExtended: Bool
  private let xml = XMLWriter()
  /// How many suites there are so far.
  private var suites = 0

  public init(isExtended: Bool = false) {
    self.isExtended = isExtended
  }

  public mutating func begin(_ run: Run, to output: inout Output) {
    if isExtended {
      xml.start("testsuites", ["name": Product.name])
    } else {
      xml.start("testsuites")
    }
  }

  public mutating func add(_ file: FileReport, in run: Run, to output: inout Output) {
    switch file.outcome {
    case .unreadable(let reason):
      writeSuite(file.repositoryPath, in: run, [Self.unreadable(file, reason.visible)])
    case .bilingual, .plain:
      writeSuite(file.repositoryPath, in: run, Self.cases(of: file, in: run), of: file)
    }
    xml.drain(to: &output)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    if summary.failsAsEmpty(in: run) {
      let sentence = "the run fails, for \(SummarySentence.empty)"
      let outcome = Case.Outcome.error(
        type: "no-segments", message: sentence, text: "\(Product.name): error: \(sentence)")
      writeSuite(
        Product.name, in: run, [Case(name: "no segments", outcome: outcome)], isFile: false)
    } else if suites == 0 {
      // Jenkins fails a build whose report has no test case.
      writeSuite(
        Product.name, in: run, [Case(name: "no files", outcome: .skipped("no files"))],
        isFile: false)
    }
    xml.endDocument()
    xml.drain(to: &output)
  }

  // MARK: What a suite holds

  fileprivate struct Case {
    let name: String
    var line: Int?
    let outcome: Outcome

    enum Outcome {
      /// With what people are to read all the same.
      case passed(String)
      case failed(type: String, message: String, text: String)
      case error(type: String, message: String, text: String)
      case skipped(String)
    }
  }

  private static func unreadable(_ file: FileReport, _ reason: String) -> Case {
    let id = UnreadableFile.id
    return Case(
      name: id,
      outcome: .error(
        type: id, message: reason,
        text: "\(file.repositoryPath.pathForLogs): error: \(reason) [\(id)]"))
  }

  /// At least one, so that a file that has been mended shows as passed.
  private static func cases(of file: FileReport, in run: Run) -> [Case] {
    guard !file.findings.isEmpty || !file.failures.isEmpty || !file.unlisted.isEmpty else {
      let new = file.countOfKeptBack > 0 ? "new " : ""
      return [Case(name: "no \(new)findings", outcome: .passed(""))]
    }
    var names = UniqueNames()
    let failures = file.failures.map { failure in
      let id = run.rules[failure.rule].info.id
      let reason = failure.sentence(in: run).visible
      return Case(
        name: names.unique("gave up: \(id)"),
        outcome: .error(
          // Not the rule's name, which may be a team's: GitLab takes "file" or "integer" for a type of
          // data.
          type: "gave-up", message: reason,
          text: "\(file.repositoryPath.pathForLogs): error: \(reason) [\(id)]"))
    }
    let findings = file.findings.map { finding in
      let rule = run.rules[finding.rule].info
      let message = finding.sentence
      let text = text(of: finding, rule, in: file, run)
      // No line number: a test that moves is still the same test.
      let name = name(of: rule, file.locale(of: finding), finding.segment?.number ?? "")
      return Case(
        name: names.unique(name), line: finding.start.line,
        outcome: outcome(finding.severity, message, text, in: run))
    }
    let more = file.more.map { more in
      let rule = run.rules[more.rule].info
      let text = "\(more.line(path: file.repositoryPath, rule: rule))\(help(on: rule, in: run))"
      return Case(
        name: names.unique(name(of: rule, file.locale, "and more")), line: more.start.line,
        outcome: outcome(more.severity, more.sentenceAlone, text, in: run))
    }
    return failures + findings + more
  }

  private static func name(of rule: RuleInfo, _ locale: String, _ part: String) -> String {
    [rule.id, locale.visible(longest: String.longestArgument), part]
      .filter { !$0.isEmpty }.joined(separator: " ").asToken
  }

  private static func outcome(
    _ severity: Severity, _ message: String, _ text: String, in run: Run
  ) -> Case.Outcome {
    run.fails(severity)
      ? .failed(type: severity.rawValue, message: message, text: text) : .passed(text)
  }

  /// A line about where to read of a rule, in front of which stands a break; empty where nobody has said.
  private static func help(on rule: RuleInfo, in run: Run) -> String {
    run.rulePages?.address(of: rule.id).map { "\nHelp: \($0)" } ?? ""
  }

  /// All there is to say, for GitLab shows nothing else of a failure.
  ///
  /// Each line begins with words of ours, so that none can begin with a command to a build agent.
  private static func text(
    of finding: PlacedFinding, _ rule: RuleInfo, in file: FileReport, _ run: Run
  ) -> String {
    var lines = [
      finding.line(path: file.repositoryPath, rule: rule),
      "Text: \(finding.excerpt.markedText)",
    ]
    if let segment = finding.segment, segment.source != finding.excerpt.text {
      lines.append("Source: \(segment.source.visible)")
    }
    if let fix = finding.fix, let remedy = finding.remedy {
      lines.append("Fix (\(remedy)): \(fix.fix.description.visible)")
      lines += fix.changes.prefix(1).map { "Mended: \($0.after.markedText)" }
    }
    return lines.joined(separator: "\n") + help(on: rule, in: run)
  }

  // MARK: Writing

  /// - Parameters:
  ///   - report: What came of the file; `nil` where nothing did.
  ///   - isFile: Whether the suite is about a file rather than the whole run.
  private mutating func writeSuite(
    _ path: String, in run: Run, _ cases: [Case], of report: FileReport? = nil,
    isFile: Bool = true
  ) {
    let name = path.pathForLogs.asToken
    // Jenkins takes what stands before the last dot for a package; others show the path as it is.
    let className =
      isExtended ? name : "\(Product.name)." + String(name.map { $0 == "." ? "_" : $0 })
    xml.start(
      "testsuite",
      [
        "id": "\(suites)", "package": Product.name, "name": name,
        "timestamp": Timestamp(seconds: run.started).withoutZone, "hostname": "localhost",
        "tests": "\(cases.count)", "failures": "\(cases.count(where: \.hasFailed))",
        "errors": "\(cases.count(where: \.isError))",
        "skipped": "\(cases.count(where: \.isSkipped))", "time": "0.000",
      ])
    let file = isExtended && isFile ? path.visible : nil
    if let file { xml.attribute("file", file) }
    xml.start("properties")
    xml.element("property", ["name": "loclint.version", "value": run.version])
    for standing in Standing.allCases.reversed() {
      let count = report?.count(of: standing) ?? 0
      if count > 0 {
        xml.element("property", ["name": "loclint.\(standing)", "value": String(count)])
      }
    }
    xml.end()
    for item in cases { write(item, className, file) }
    xml.element("system-out", text: cases.compactMap(\.output).joined(separator: "\n"))
    xml.element("system-err")
    xml.end()
    suites += 1
  }

  private func write(_ item: Case, _ className: String, _ file: String?) {
    xml.start("testcase", ["name": item.name, "classname": className, "time": "0.000"])
    if let file {
      xml.attribute("file", file)
      if let line = item.line { xml.attribute("line", String(line)) }
    }
    switch item.outcome {
    case .passed: break
    case .failed(let type, let message, let text):
      xml.element("failure", ["type": type, "message": message], text: text)
    case .error(let type, let message, let text):
      xml.element("error", ["type": type, "message": message], text: text)
    case .skipped(let message):
      xml.element("skipped", ["message": message])
    }
    xml.end()
  }
}

extension JUnitReporter.Case {
  fileprivate var hasFailed: Bool { if case .failed = outcome { true } else { false } }
  fileprivate var isError: Bool { if case .error = outcome { true } else { false } }
  fileprivate var isSkipped: Bool { if case .skipped = outcome { true } else { false } }

  /// What a passed test case has to say: it goes to the suite, for a schema allows it none of its
  /// own.
  fileprivate var output: String? {
    if case .passed(let text) = outcome, !text.isEmpty { text } else { nil }
  }
}

/// Gives each name once: the second of two gets ` #2`.
private struct UniqueNames {
  private var used: Set<String> = []
  /// How often each name has been asked for.
  private var asked: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    var candidate = name
    while !used.insert(candidate).inserted {
      asked[name, default: 1] += 1
      candidate = "\(name) #\(asked[name]!)"
    }
    return candidate
  }
}

extension PlacedFinding.Excerpt {
  /// The text with `⟦…⟧` around its mark, as in the examples of rules.
  fileprivate var markedText: String {
    let lower = text.utf8.index(text.startIndex, offsetBy: marked.lowerBound)
    let upper = text.utf8.index(text.startIndex, offsetBy: marked.upperBound)
    let parts = [text[..<lower], text[lower..<upper], text[upper...]].map { String($0).visible }
    let window = "\(parts[0])⟦\(parts[1])⟧\(parts[2])"
    return (isCutBefore ? "…" : "") + window + (isCutAfter ? "…" : "")
  }
}
