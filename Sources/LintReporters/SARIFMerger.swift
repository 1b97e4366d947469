package import LintCore

/// Why reports can't be made one.
package struct SARIFMergeError: Error, Equatable, CustomStringConvertible {
  /// A clause.
  package let description: String
}

/// Makes one SARIF report of several, as one run over all their files would have written it.
///
/// It takes loclint's own reports and no others: only of these it knows what two of them have in
/// common, and in what order everything stands.
package struct SARIFMerger: Sendable {
  /// What stands at the head of the report, and all of its run that is not joined.
  private var log: JSONValue?
  private var runs: Set<JSONValue> = []
  /// Descriptions by ID.
  private var rules: [String: JSONValue] = [:]
  private var taxa: [String: JSONValue] = [:]
  private var provenance: [JSONValue] = []
  private var results: [Result] = []
  private var seen: Set<[String]> = []
  private var overrides: [Override] = []
  private var notifications: [Notification] = []
  /// Findings that count and are not among the results.
  private var unlisted: [RuleInFile: Unlisted] = [:]
  private var leftOut = 0
  private var isSuccess = true
  private var exitCode = 0
  /// How many findings are new and how many don't count, as `SARIFInvocation` names them; none where all
  /// count.
  private var figures: [JSONValue.Member] = []

  private struct Result: Sendable {
    /// Without the escapes of its URI, for a run sorts by the path.
    let path: [UInt8]
    /// Line and column of start and end.
    let places: [Int]
    let rule: String
    let severity: Severity
    let value: JSONValue
  }

  private struct Override: Hashable, Sendable {
    let rule: String
    let level: String
  }

  private struct Notification: Hashable, Sendable {
    let path: [UInt8]
    let value: JSONValue
  }

  private struct RuleInFile: Hashable, Comparable, Sendable {
    let path: [UInt8]
    let rule: String

    static func < (left: RuleInFile, right: RuleInFile) -> Bool {
      left.path != right.path
        ? left.path.lexicographicallyPrecedes(right.path) : left.rule < right.rule
    }
  }

  private struct Unlisted: Sendable {
    let count: Int
    let value: JSONValue
  }

  private let limit: Int
  private let allowance: SARIFAllowance

  package init() {
    self.init(limit: SARIFNotices.mostResults)
  }

  /// - Parameters:
  ///   - limit: The results that the report may have.
  ///   - allowance: What they may quote.
  init(limit: Int, allowance: SARIFAllowance = SARIFAllowance()) {
    self.limit = limit
    self.allowance = allowance
  }

  /// Adds a report.
  ///
  /// - Throws: Why it can't be merged: it is no SARIF 2.1.0, or not loclint's, or of another
  ///   version.
  package mutating func add(_ bytes: [UInt8]) throws(SARIFMergeError) {
    let report: JSONValue
    do {
      report = try JSONReader.read(bytes)
    } catch {
      throw SARIFMergeError(
        description: "line \(error.line), column \(error.column): \(error.message)")
    }
    guard report["version"]?.string == "2.1.0", case .array(let runs)? = report["runs"] else {
      throw SARIFMergeError(description: "is no SARIF 2.1.0")
    }
    guard !runs.isEmpty else { throw SARIFMergeError(description: "holds no run") }
    for run in runs { try add(run, of: report) }
  }

  /// Writes the report.
  ///
  /// - Returns: What had to be left out, if anything.
  package func write(to output: inout Output) -> [String] {
    guard var log, var run = log["runs"]?.elements.first else { return [] }
    let ids = rules.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })

    var kept = MostSevere<JSONValue>(limit: limit)
    var allowance = allowance
    let states = statesOfSome
    for result in results.sorted(by: Self.precedes) {
      guard kept.takes(result.severity) else {
        kept.leave()
        continue
      }
      // Each report quotes no more than it may; together they could quote too much.
      let detail = allowance.next(
        context: result.value.contextBytes, snippets: result.value.snippetBytes)
      var value = result.value.with(index: indices[result.rule], at: "ruleIndex").quoting(detail)
      for (key, state) in states where value[key] == nil { value[key] = state }
      kept.add(value, result.severity)
    }
    let leftOut = min(leftOut, .max - kept.leftOut) + kept.leftOut

    run["tool"]?["driver"]?["rules"] = .array(ids.compactMap { rules[$0] })
    if var taxonomy = run["taxonomies"]?.elements.first {
      taxonomy["taxa"] = .array(taxa.keys.sorted(by: Self.taxonPrecedes).compactMap { taxa[$0] })
      run["taxonomies"] = .array([taxonomy])
    }
    if !provenance.isEmpty { run["versionControlProvenance"] = .array(provenance) }
    run["results"] = .array(kept.elements)
    run["invocations"] = .array([invocation(indices, leftOut: leftOut)])
    log["runs"] = .array([run])
    var json = JSONWriter(.indented)
    json.value(log)
    json.endLine()
    json.drain(to: &output)
    return leftOut > 0 ? [SARIFNotices.remark(leftOut: leftOut)] : []
  }
}

extension SARIFMerger {
  /// What says that a result is kept back, and what it is where nothing is; either all results of a
  /// run have it or none.
  private var statesOfSome: [(key: String, otherwise: JSONValue)] {
    [("baselineState", .string("new")), ("suppressions", .array([]))].filter { key, _ in
      results.contains { $0.value[key] != nil }
    }
  }
}

// MARK: - Reading

extension SARIFMerger {
  private mutating func add(_ run: JSONValue, of report: JSONValue) throws(SARIFMergeError) {
    let driver = run["tool"]?["driver"]
    guard driver?["name"]?.string == Product.name, let version = driver?["version"]?.string else {
      throw SARIFMergeError(description: "is no report of loclint's")
    }
    // A report that is given twice counts once.
    guard runs.insert(run).inserted else { return }
    if let log {
      let first = log["runs"]?.elements.first?["tool"]?["driver"]?["version"]?.string ?? ""
      guard first == version else {
        throw SARIFMergeError(
          description: "was written by loclint \(version), and what comes before it by \(first)")
      }
    } else {
      log = Self.frame(of: report, run)
    }
    for rule in driver?["rules"]?.elements ?? [] {
      if let id = rule["id"]?.string, rules[id] == nil { rules[id] = rule }
    }
    for taxon in run["taxonomies"]?.elements.first?["taxa"]?.elements ?? [] {
      if let id = taxon["id"]?.string, taxa[id] == nil { taxa[id] = taxon }
    }
    for entry in run["versionControlProvenance"]?.elements ?? []
    where !provenance.contains(entry) {
      provenance.append(entry)
    }
    for result in run["results"]?.elements ?? [] { try add(result: result) }
    for invocation in run["invocations"]?.elements ?? [] { try add(invocation: invocation) }
  }

  /// A report with one run and without what is kept elsewhere.
  private static func frame(of report: JSONValue, _ run: JSONValue) -> JSONValue {
    var run = run
    run["results"] = .array([])
    run["invocations"] = .array([])
    run["tool"]?["driver"]?["rules"] = .array([])
    var frame = report
    frame["runs"] = .array([run])
    return frame
  }

  private mutating func add(result: JSONValue) throws(SARIFMergeError) {
    guard let rule = result["ruleId"]?.string, rules[rule] != nil,
      let severity = result["level"]?.string.flatMap(Severity.init),
      let location = result["locations"]?.elements.first?["physicalLocation"],
      let uri = location["artifactLocation"]?["uri"]?.string
    else { throw SARIFMergeError(description: "has a result that is none of loclint's") }
    let places = ["startLine", "startColumn", "endLine", "endColumn"].map {
      location["region"]?[$0]?.integer ?? 0
    }
    let fingerprint = result["partialFingerprints"]?["loclint/v1"]?.string ?? ""
    guard seen.insert([fingerprint, rule, uri] + places.map(String.init)).inserted else { return }
    results.append(
      Result(
        path: Self.path(of: uri), places: places, rule: rule, severity: severity, value: result))
  }

  private mutating func add(invocation: JSONValue) throws(SARIFMergeError) {
    if invocation["executionSuccessful"]?.truth != true { isSuccess = false }
    exitCode = max(exitCode, invocation["exitCode"]?.integer ?? 0)
    if case .object(let members) = invocation["properties"] { add(figures: members) }
    for entry in invocation["ruleConfigurationOverrides"]?.elements ?? [] {
      guard let rule = entry["descriptor"]?["id"]?.string, rules[rule] != nil,
        let level = entry["configuration"]?["level"]?.string
      else { throw SARIFMergeError(description: "configures a rule that it does not describe") }
      let override = Override(rule: rule, level: level)
      if !overrides.contains(override) { overrides.append(override) }
    }
    for value in invocation["toolExecutionNotifications"]?.elements ?? [] {
      if value["descriptor"]?["id"]?.string == SARIFNotices.leftOut {
        let count = value["message"]?["arguments"]?.elements.first?.string.flatMap { Int($0) } ?? 0
        // What a report says is no reason to stop.
        let (sum, isTooLarge) = leftOut.addingReportingOverflow(max(count, 0))
        leftOut = isTooLarge ? .max : sum
        continue
      }
      let location = value["locations"]?.elements.first?["physicalLocation"]
      let path = Self.path(of: location?["artifactLocation"]?["uri"]?.string ?? "")
      if value["descriptor"]?["id"]?.string == SARIFNotices.unlisted {
        try add(unlisted: value, in: path)
        continue
      }
      let notification = Notification(path: path, value: value)
      if !notifications.contains(notification) { notifications.append(notification) }
    }
  }

  private mutating func add(figures more: [JSONValue.Member]) {
    for member in more {
      guard let count = member.value.integer, count >= 0 else { continue }
      if let index = figures.firstIndex(where: { $0.key == member.key }) {
        let (sum, isTooLarge) = (figures[index].value.integer ?? 0)
          .addingReportingOverflow(count)
        figures[index].value = .number(String(isTooLarge ? .max : sum))
      } else if figures.count < Standing.allCases.count + 1 {
        figures.append(member)
      }
    }
  }

  /// Adds the number of a rule's findings in a file that are not listed; of two runs over one file,
  /// the larger one.
  private mutating func add(
    unlisted value: JSONValue, in path: [UInt8]
  ) throws(SARIFMergeError) {
    guard let rule = value["associatedRule"]?["id"]?.string, rules[rule] != nil,
      let count = value["message"]?["arguments"]?.elements.first?.string.flatMap({ Int($0) })
    else {
      throw SARIFMergeError(description: "has a notification that is none of loclint's")
    }
    let key = RuleInFile(path: path, rule: rule)
    if let known = unlisted[key], known.count >= count { return }
    unlisted[key] = Unlisted(count: count, value: value)
  }

  /// The bytes that a URI stands for, without a scheme.
  private static func path(of uri: String) -> [UInt8] {
    let encoded = Array(uri.hasPrefix("file://") ? uri.utf8.dropFirst(7) : uri.utf8[...])
    var path: [UInt8] = []
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
        let byte = UInt8(String(decoding: encoded[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        path.append(byte)
        index += 3
      } else {
        path.append(encoded[index])
        index += 1
      }
    }
    return path
  }
}

// MARK: - Writing

extension SARIFMerger {
  private static func precedes(_ left: Result, _ right: Result) -> Bool {
    if left.path != right.path { return left.path.lexicographicallyPrecedes(right.path) }
    if left.places != right.places { return left.places.lexicographicallyPrecedes(right.places) }
    return left.rule < right.rule
  }

  /// In the order of ITS; a taxon that it does not have comes last.
  private static func taxonPrecedes(_ left: String, _ right: String) -> Bool {
    func index(of id: String) -> Int {
      IssueType.allCases.firstIndex { $0.rawValue == id } ?? IssueType.allCases.count
    }
    return (index(of: left), left) < (index(of: right), right)
  }

  /// As `SARIFInvocation` writes it.
  private func invocation(_ indices: [String: Int], leftOut: Int) -> JSONValue {
    var members = [
      JSONValue.Member(key: "executionSuccessful", value: .truth(isSuccess)),
      JSONValue.Member(key: "exitCode", value: .number(String(exitCode))),
    ]
    if !overrides.isEmpty {
      let sorted = overrides.sorted { ($0.rule, $0.level) < ($1.rule, $1.level) }
      let values = sorted.map { override in
        JSONValue.object([
          .init(key: "descriptor", value: Self.descriptor(override.rule, indices[override.rule])),
          .init(
            key: "configuration",
            value: .object([.init(key: "level", value: .string(override.level))])),
        ])
      }
      members.append(.init(key: "ruleConfigurationOverrides", value: .array(values)))
    }
    var values = notifications.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.value)
    for key in unlisted.keys.sorted() {
      guard var value = unlisted[key]?.value else { continue }
      value["associatedRule"]?["index"] = .number(String(indices[key.rule] ?? 0))
      values.append(value)
    }
    if leftOut > 0 { values.append(Self.notice(leftOut: leftOut)) }
    if !values.isEmpty {
      members.append(.init(key: "toolExecutionNotifications", value: .array(values)))
    }
    if !figures.isEmpty { members.append(.init(key: "properties", value: .object(figures))) }
    return .object(members)
  }

  private static func descriptor(_ id: String, _ index: Int?) -> JSONValue {
    .object([
      .init(key: "id", value: .string(id)), .init(key: "index", value: .number(String(index ?? 0))),
    ])
  }

  private static func notice(leftOut: Int) -> JSONValue {
    let id = SARIFNotices.leftOut
    let message = SARIFMessage(
      SARIFNotices.leftOutMessage, [String(leftOut), String(SARIFNotices.mostResults)])
    return .object([
      .init(key: "descriptor", value: descriptor(id, SARIFNotices.index(of: id))),
      .init(key: "level", value: .string(Severity.note.rawValue)),
      .init(
        key: "message",
        value: .object([
          .init(key: "text", value: .string(message.text)),
          .init(key: "id", value: .string(message.id)),
          .init(key: "arguments", value: .array(message.arguments.map { .string($0) })),
        ])),
    ])
  }
}

extension JSONValue {
  /// This object with another number in one of its members.
  fileprivate func with(index: Int?, at key: String) -> JSONValue {
    var value = self
    value[key] = .number(String(index ?? 0))
    return value
  }

  private static let locations = ["locations", "relatedLocations"]

  private var physicalLocations: [JSONValue] {
    Self.locations.flatMap { self[$0]?.elements ?? [] }.compactMap { $0["physicalLocation"] }
  }

  /// The bytes that the lines around this result have.
  fileprivate var contextBytes: Int { quotedBytes(of: "contextRegion") }

  /// The bytes that this result repeats of the file otherwise.
  fileprivate var snippetBytes: Int { quotedBytes(of: "region") }

  private func quotedBytes(of region: String) -> Int {
    physicalLocations.reduce(0) {
      $0 + ($1[region]?["snippet"]?["text"]?.string?.utf8.count ?? 0)
    }
  }

  /// This result without what it must not quote.
  fileprivate func quoting(_ detail: SARIFAllowance.Detail) -> JSONValue {
    guard detail < .context else { return self }
    var result = self
    for key in Self.locations {
      guard let locations = result[key]?.elements else { continue }
      result[key] = .array(
        locations.map { location in
          var location = location
          location["physicalLocation"]?["contextRegion"] = nil
          if detail < .snippet { location["physicalLocation"]?["region"]?["snippet"] = nil }
          return location
        })
    }
    return result
  }
}
