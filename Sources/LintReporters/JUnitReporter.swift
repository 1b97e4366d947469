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
  public var needs: PlacementNeeds { PlacementNeeds(omissions: .identity) }

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

  /// The suite of a file, without its number.
  public struct Part: Sendable {
    let suite: [UInt8]
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    switch file.outcome {
    case .unreadable(let reason):
      suite(file.repositoryPath, in: run, [Self.unreadable(file, reason.visible)])
    case .bilingual, .plain:
      suite(file.repositoryPath, in: run, Self.cases(of: file, in: run), of: file)
    }
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    write(part, to: &output)
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    if summary.failsAsEmpty(in: run) {
      let sentence = "the run fails, for \(SummarySentence.empty)"
      let outcome = Case.Outcome.error(
        type: "no-segments", message: sentence,
        text: Array("\(Product.name): error: \(sentence)".utf8))
      write(
        suite(Product.name, in: run, [Case(name: "no segments", outcome: outcome)], isFile: false),
        to: &output)
    } else if suites == 0 {
      // Jenkins fails a build whose report has no test case.
      write(
        suite(
          Product.name, in: run, [Case(name: "no files", outcome: .skipped("no files"))],
          isFile: false), to: &output)
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
      /// With what people are to read all the same: it goes to the suite, for a schema allows a test case
      /// that has passed none of its own.
      case passed([UInt8])
      case failed(type: String, message: String, text: [UInt8])
      case error(type: String, message: String, text: [UInt8])
      case skipped(String)
    }
  }

  private static func unreadable(_ file: FileReport, _ reason: String) -> Case {
    let id = UnreadableFile.id
    return Case(
      name: id,
      outcome: .error(
        type: id, message: reason,
        text: line(file, reason, id)))
  }

  private static func line(_ file: FileReport, _ reason: String, _ id: String) -> [UInt8] {
    Array("\(file.repositoryPath.pathForLogs): error: \(reason) [\(id)]".utf8)
  }

  /// At least one, so that a file that has been mended shows as passed.
  private static func cases(of file: FileReport, in run: Run) -> [Case] {
    guard !file.findings.isEmpty || !file.failures.isEmpty || !file.unlisted.isEmpty else {
      let new = file.countOfKeptBack > 0 ? "new " : ""
      return [Case(name: "no \(new)findings", outcome: .passed([]))]
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
          type: "gave-up", message: reason, text: line(file, reason, id)))
    }
    let path = file.repositoryPath.pathForLogs
    let findings = file.findings.map { finding in
      let rule = run.rules[finding.rule].info
      let message = finding.sentence
      // No line number: a test that moves is still the same test.
      let name = name(of: rule, file.locale(of: finding), finding.segment?.number ?? "")
      return Case(
        name: names.unique(name), line: finding.start.line,
        outcome: outcome(
          finding.severity, message, text(of: finding, message, rule, path, run), in: run))
    }
    let more = file.more.map { more in
      let rule = run.rules[more.rule].info
      let text = "\(more.line(path: file.repositoryPath, rule: rule))\(help(on: rule, in: run))"
      return Case(
        name: names.unique(name(of: rule, file.locale, "and more")), line: more.start.line,
        outcome: outcome(more.severity, more.sentenceAlone, Array(text.utf8), in: run))
    }
    return failures + findings + more
  }

  private static func name(of rule: RuleInfo, _ locale: String, _ part: String) -> String {
    var name = rule.id
    let locale = locale.visible(longest: String.longestArgument)
    if !locale.isEmpty { name += " \(locale)" }
    if !part.isEmpty { name += " \(part)" }
    return name.asToken
  }

  private static func outcome(
    _ severity: Severity, _ message: String, _ text: [UInt8], in run: Run
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
  ///
  /// - Parameters:
  ///   - sentence: The finding's.
  ///   - path: As it begins a line.
  private static func text(
    of finding: PlacedFinding, _ sentence: String, _ rule: RuleInfo, _ path: String, _ run: Run
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.append(line: finding, sentence, path: path, rule: rule)
    text.append(contentsOf: "\nText: ".utf8)
    text.append(marked: finding.excerpt)
    if let segment = finding.segment, segment.source != finding.excerpt.text {
      text.append(contentsOf: "\nSource: ".utf8)
      text.append(visibly: segment.source)
    }
    if let fix = finding.fix, let remedy = finding.remedy {
      text.append(contentsOf: "\nFix (\(remedy)): ".utf8)
      text.append(visibly: fix.fix.description)
      if let change = fix.changes.first {
        text.append(contentsOf: "\nMended: ".utf8)
        text.append(marked: change.after)
      }
    }
    text.append(contentsOf: help(on: rule, in: run).utf8)
    return text
  }

  // MARK: Writing

  /// How a suite begins; its number, which is known last, follows.
  private static let head = "  <testsuite"

  private mutating func write(_ part: Part, to output: inout Output) {
    xml.drain(to: &output, then: Array("\(Self.head) id=\"\(suites)\"".utf8).span)
    output.write(part.suite.span.extracting(Self.head.utf8.count...))
    suites += 1
  }

  /// - Parameters:
  ///   - report: What came of the file; `nil` where nothing did.
  ///   - isFile: Whether the suite is about a file rather than the whole run.
  private func suite(
    _ path: String, in run: Run, _ cases: [Case], of report: FileReport? = nil,
    isFile: Bool = true
  ) -> Part {
    let xml = XMLWriter(inside: "testsuites")
    let name = path.pathForLogs.asToken
    // Jenkins takes what stands before the last dot for a package; others show the path as it is.
    let className = isExtended ? name : "\(Product.name).\(name.withoutDots)"
    xml.start(
      "testsuite",
      [
        "package": Product.name, "name": name,
        "timestamp": Timestamp(seconds: run.started).withoutZone, "hostname": "localhost",
        "tests": "\(cases.count)", "failures": "\(cases.count(where: \.hasFailed))",
        "errors": "\(cases.count(where: \.isError))",
        "skipped": "\(cases.count(where: \.isSkipped))", "time": "0.000",
      ])
    let file = isExtended && isFile ? path.visible : nil
    if let file { xml.attribute("file", file) }
    xml.start("properties")
    xml.element("property", ["name": "loclint.version", "value": run.version])
    if let compared = report?.source {
      let place = compared.file.repositoryPath.visible + compared.file.atRevision
      xml.element("property", ["name": "loclint.source", "value": place])
      xml.element(
        "property", ["name": "loclint.sourceVersion", "value": compared.version.rawValue])
    }
    for standing in Standing.allCases.reversed() {
      let count = report?.count(of: standing) ?? 0
      if count > 0 {
        xml.element("property", ["name": "loclint.\(standing)", "value": String(count)])
      }
    }
    xml.end()
    for item in cases { Self.write(item, className, file, to: xml) }
    xml.start("system-out")
    var hasOutput = false
    for case .passed(let text) in cases.map(\.outcome) where !text.isEmpty {
      if hasOutput { xml.text([0x0A].span) }
      xml.text(text.span)
      hasOutput = true
    }
    xml.end()
    xml.element("system-err")
    xml.end()
    return Part(suite: xml.take())
  }

  private static func write(
    _ item: Case, _ className: String, _ file: String?, to xml: XMLWriter
  ) {
    xml.start("testcase", ["name": item.name, "classname": className, "time": "0.000"])
    if let file {
      xml.attribute("file", file)
      if let line = item.line { xml.attribute("line", String(line)) }
    }
    switch item.outcome {
    case .passed: break
    case .failed(let type, let message, let text):
      xml.start("failure", ["type": type, "message": message])
      xml.text(text.span)
      xml.end()
    case .error(let type, let message, let text):
      xml.start("error", ["type": type, "message": message])
      xml.text(text.span)
      xml.end()
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

extension [UInt8] {
  /// Puts an excerpt behind these bytes with `⟦…⟧` around its mark, as in the examples of rules.
  fileprivate mutating func append(marked excerpt: PlacedFinding.Excerpt) {
    let text = excerpt.text.utf8Span.span
    let (lower, upper) = (excerpt.marked.lowerBound, excerpt.marked.upperBound)
    if excerpt.isCutBefore { append(contentsOf: "…".utf8) }
    append(visibly: text.extracting(..<lower))
    append(contentsOf: "⟦".utf8)
    append(visibly: text.extracting(lower..<upper))
    append(contentsOf: "⟧".utf8)
    append(visibly: text.extracting(upper...))
    if excerpt.isCutAfter { append(contentsOf: "…".utf8) }
  }
}

extension String {
  /// This string with an underscore for each full stop.
  fileprivate var withoutDots: String {
    // A full stop with what combines with it is none.
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return String(map { $0 == "." ? "_" : $0 }) }
    return String(decoding: utf8.map { $0 == 0x2E ? 0x5F : $0 }, as: UTF8.self)
  }
}
