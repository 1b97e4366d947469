public import LintCore
import LintText

/// SARIF 2.1.0, Errata 01, made so that GitHub code scanning takes it and Microsoft's checker has
/// nothing to say of it.
///
/// GitHub takes 25,000 results. Which are the most severe is known at the end only, so that many are
/// kept, as the bytes that they become; what sums up the run stands after them.
public struct SARIFReporter: Reporter {
  public var needs: PlacementNeeds {
    PlacementNeeds(context: true, lineHashes: LineHasher.hashes, omissions: .changes)
  }

  private var json = JSONWriter(.indented)
  /// For each rule of the run, its index among the rules sorted by ID.
  private var ruleIndices: [Int] = []
  private var results = MostSevere<[UInt8]>(limit: SARIFNotices.mostResults)
  private var allowance: SARIFAllowance
  private var unreadable: [SARIFInvocation.Unreadable] = []
  private var unlisted: [SARIFInvocation.Unlisted] = []

  public init() {
    self.init(allowance: SARIFAllowance())
  }

  init(allowance: SARIFAllowance) {
    self.allowance = allowance
  }

  public mutating func begin(_ run: Run, to output: inout Output) {
    let order = run.rules.indices.filter { !run.rules[$0].isIdle }.sorted {
      run.rules[$0].info.id < run.rules[$1].info.id
    }
    ruleIndices = Array(repeating: 0, count: run.rules.count)
    for (sortedIndex, index) in order.enumerated() { ruleIndices[index] = sortedIndex }

    json.openObject()
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.openArray("runs")
    json.openObject()
    Self.writeTool(run, order.map { run.rules[$0] }, to: &json)
    SARIFTaxonomy.write(Set(order.map { run.rules[$0].info.issueType }), to: &json)
    Self.writeRepository(run.repository, to: &json)
    json.member("columnKind", "utf16CodeUnits")
    json.strings("newlineSequences", ["\r\n", "\r", "\n"])
    json.member("defaultEncoding", "UTF-8")
    json.member("language", "en-US")
    json.openArray("results")
    json.drain(to: &output)
  }

  /// The results of a file.
  public struct Part: Sendable {
    fileprivate var results: [SARIFResult] = []
    fileprivate var unreadable: [SARIFInvocation.Unreadable] = []
    fileprivate var unlisted: [SARIFInvocation.Unlisted] = []
  }

  public func part(of file: FileReport, in run: Run) -> Part {
    var part = Part()
    for reason in file.obstacles(in: run) {
      part.unreadable.append(.init(path: file.repositoryPath, reason: reason))
    }
    let artifact = SARIFArtifact(path: file.repositoryPath)
    for (finding, withheld) in Self.inOrder(file) {
      var quotations: [SARIFResult.Quotation] = []
      let bytes = json.element { json in
        write(finding, withheld, in: file, artifact, of: run, &quotations, to: &json)
      }
      part.results.append(
        SARIFResult(
          severity: finding.severity, bytes: bytes, quotations: quotations,
          contextBytes: finding.quotedContext?.text.utf8.count ?? 0,
          snippetBytes: finding.snippetBytes))
    }
    let more = file.unlisted.sorted { ruleIndices[$0.rule] < ruleIndices[$1.rule] }
    part.unlisted = more.map { .init(path: file.repositoryPath, rule: $0.rule, count: $0.count) }
    return part
  }

  public mutating func join(_ part: Part, in run: Run, to output: inout Output) {
    unreadable += part.unreadable
    unlisted += part.unlisted
    for result in part.results {
      guard results.takes(result.severity) else {
        results.leave()
        continue
      }
      let detail = allowance.next(context: result.contextBytes, snippets: result.snippetBytes)
      results.add(result.bytes(detail), result.severity)
    }
  }

  public mutating func end(_ summary: Summary, in run: Run, to output: inout Output) {
    for result in results.elements {
      json.append(element: result)
      json.drain(to: &output)
    }
    json.close()
    let invocation = SARIFInvocation(
      run: run, summary: summary, ruleIndices: ruleIndices, unreadable: unreadable,
      unlisted: unlisted, leftOut: results.leftOut)
    invocation.write(to: &json)
    json.close()
    json.close()
    json.close()
    json.endLine()
    json.drain(to: &output)
  }

  public var remarks: [String] {
    results.leftOut > 0 ? [SARIFNotices.remark(leftOut: results.leftOut)] : []
  }

  // MARK: The run

  private static func writeTool(
    _ run: Run, _ rules: [Run.ActiveRule], to json: inout JSONWriter
  ) {
    json.object("tool") { json in
      json.object("driver") { json in
        json.member("name", Product.name)
        json.member("fullName", Product.fullName)
        json.member("organization", Product.organization)
        json.member("version", run.version)
        json.member("semanticVersion", run.version)
        json.member("language", "en-US")
        json.array("rules") { json in
          for rule in rules { SARIFRules.write(rule, run.rulePages, to: &json) }
        }
        json.array("notifications") { SARIFRules.writeNotices(to: &$0) }
        SARIFTaxonomy.writeSupported(to: &json)
      }
    }
  }

  private static func writeRepository(_ repository: Run.Repository?, to json: inout JSONWriter) {
    if let repository {
      json.array("versionControlProvenance") { json in
        json.object { json in
          json.member("repositoryUri", repository.url)
          json.member("revisionId", repository.revision)
          if let branch = repository.branch { json.member("branch", branch) }
          json.object("mappedTo") { $0.member("uriBaseId", SARIFArtifact.root) }
        }
      }
    }
    json.object("originalUriBaseIds") { json in
      json.object(named: SARIFArtifact.root) { json in
        json.object("description") { $0.member("text", "The root of the repository.") }
      }
    }
  }

  // MARK: A result

  /// What is reported and what is withheld, in file order.
  private static func inOrder(_ file: FileReport) -> [(PlacedFinding, WithheldFinding?)] {
    let findings = file.findings.map { (finding: $0, withheld: WithheldFinding?.none) }
    guard !file.withheld.isEmpty else { return findings.map { ($0.finding, $0.withheld) } }
    // A sort is stable.
    return (findings + file.withheld.map { ($0.finding, $0) }).sorted {
      $0.finding.range < $1.finding.range
    }.map { ($0.finding, $0.withheld) }
  }

  private func write(
    _ finding: PlacedFinding, _ withheld: WithheldFinding?, in file: FileReport,
    _ artifact: SARIFArtifact, of run: Run, _ quotations: inout [SARIFResult.Quotation],
    to json: inout JSONWriter
  ) {
    let rule = run.rules[finding.rule].info
    let index = ruleIndices[finding.rule]
    json.object { json in
      json.member("ruleId", rule.id)
      json.member("ruleIndex", index)
      json.member("level", finding.severity.rawValue)
      SARIFMessage(finding.message, finding.arguments).write(to: &json)
      json.array("locations") { json in
        json.object { json in
          json.object("physicalLocation") { json in
            artifact.write(to: &json)
            Self.writeRegions(of: finding, &quotations, to: &json)
          }
          Self.writeLogicalLocation(of: finding, to: &json)
        }
      }
      Self.writeRelated(finding.related, artifact, &quotations, to: &json)
      Self.writeFix(finding.fix, artifact, to: &json)
      json.object("partialFingerprints") { json in
        if !finding.lineHash.isEmpty { json.member("primaryLocationLineHash", finding.lineHash) }
        json.member("loclint/v1", finding.digest(rule: rule, path: file.repositoryPath))
      }
      if run.showsWithheld { Self.writeState(withheld, run, to: &json) }
      Self.writeProperties(of: finding, in: file, to: &json)
    }
  }

  /// What says whether a result is kept back; SARIF wants it of all results or of none.
  private static func writeState(
    _ withheld: WithheldFinding?, _ run: Run, to json: inout JSONWriter
  ) {
    if run.hasBaseline {
      json.member("baselineState", withheld?.isInBaseline == true ? "unchanged" : "new")
    }
    json.array("suppressions") { json in
      if let reason = withheld?.reason {
        json.object { json in
          json.member("kind", "inSource")
          if !reason.isEmpty { json.member("justification", reason) }
        }
      }
      if let reason = withheld?.dismissal {
        json.object { json in
          json.member("kind", "external")
          json.member("status", "accepted")
          json.member("justification", reason)
        }
      }
    }
  }

  private static func writeRegions(
    of finding: PlacedFinding, _ quotations: inout [SARIFResult.Quotation],
    to json: inout JSONWriter
  ) {
    json.object("region") { json in
      writePlaces(finding.start, finding.end, to: &json)
      if let snippet = finding.quotedSnippet {
        quote(.snippet, &quotations, to: &json) { writeSnippet(snippet, to: &$0) }
      }
    }
    guard let context = finding.quotedContext else { return }
    quote(.context, &quotations, to: &json) { json in
      json.object("contextRegion") { json in
        json.member("startLine", context.lines.lowerBound)
        json.member("endLine", context.lines.upperBound)
        writeSnippet(context.text, to: &json)
      }
    }
  }

  /// Writes the last member of an object, which can be left out later.
  private static func quote(
    _ detail: SARIFAllowance.Detail, _ quotations: inout [SARIFResult.Quotation],
    to json: inout JSONWriter, _ write: (inout JSONWriter) -> Void
  ) {
    let start = json.count
    write(&json)
    quotations.append(SARIFResult.Quotation(detail: detail, range: start..<json.count))
  }

  private static func writePlaces(_ start: Place, _ end: Place, to json: inout JSONWriter) {
    json.member("startLine", start.line)
    json.member("startColumn", start.column)
    json.member("endLine", end.line)
    json.member("endColumn", end.column)
  }

  private static func writeSnippet(_ text: String, to json: inout JSONWriter) {
    json.object("snippet") { $0.member("text", text) }
  }

  private static func writeLogicalLocation(of finding: PlacedFinding, to json: inout JSONWriter) {
    guard let segment = finding.segment, !segment.id.isEmpty else { return }
    json.array("logicalLocations") { json in
      json.object { json in
        json.member("name", segment.number.isEmpty ? segment.id : segment.number)
        json.member("fullyQualifiedName", segment.id)
        json.member("kind", "resource")
      }
    }
  }

  private static func writeRelated(
    _ related: PlacedFinding.PlacedRelated?, _ artifact: SARIFArtifact,
    _ quotations: inout [SARIFResult.Quotation], to json: inout JSONWriter
  ) {
    guard let related else { return }
    let artifact = related.file.map { SARIFArtifact(path: $0.repositoryPath) } ?? artifact
    json.array("relatedLocations") { json in
      json.object { json in
        json.member("id", 1)
        let text = related.label + (related.file?.atRevision ?? "")
        json.object("message") { $0.member("text", text.withDoubledBraces) }
        json.object("physicalLocation") { json in
          artifact.write(to: &json)
          json.object("region") { json in
            writePlaces(related.start, related.end, to: &json)
            if let text = related.wholeText {
              quote(.snippet, &quotations, to: &json) { writeSnippet(text, to: &$0) }
            }
          }
        }
      }
    }
  }

  private static func writeFix(
    _ fix: PlacedFinding.PlacedFix?, _ artifact: SARIFArtifact, to json: inout JSONWriter
  ) {
    // JSON can't hold a replacement that is not UTF-8.
    guard let fix,
      fix.fix.edits.allSatisfy({ String(validating: $0.replacement, as: UTF8.self) != nil })
    else { return }
    json.array("fixes") { json in
      json.object { json in
        json.object("description") { $0.member("text", fix.fix.description.withDoubledBraces) }
        json.array("artifactChanges") { json in
          json.object { json in
            artifact.write(to: &json)
            json.array("replacements") { json in
              for (edit, place) in zip(fix.fix.edits, fix.places) {
                json.object { json in
                  json.object("deletedRegion") { writePlaces(place.start, place.end, to: &$0) }
                  // Empty too, for there are readers that look for it.
                  json.object("insertedContent") { json in
                    json.member("text", String(decoding: edit.replacement, as: UTF8.self))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// What programs look for, without the escapes of messages.
  private static func writeProperties(
    of finding: PlacedFinding, in file: FileReport, to json: inout JSONWriter
  ) {
    let spanID = finding.segment?.id ?? ""
    let locale = file.locale(of: finding)
    guard !(locale + spanID).isEmpty || file.source != nil else { return }
    json.object("properties") { json in
      if !locale.isEmpty { json.member("loclint/locale", locale) }
      if !spanID.isEmpty { json.member("loclint/spanId", spanID) }
      if let source = file.source {
        json.member("loclint/sourceVersion", source.version.rawValue)
        if let revision = source.file.revision { json.member("loclint/sourceRevision", revision) }
      }
    }
  }
}

extension PlacedFinding {
  /// The text of the region. A byte order mark takes bytes and no column, so that its region is
  /// empty.
  fileprivate var quotedSnippet: String? { start == end ? "" : context?.snippet }

  /// The lines around: SARIF wants a context that is more than the region. Without columns it means
  /// whole lines.
  fileprivate var quotedContext: Context? {
    context.flatMap { $0.text.isEmpty || $0.text == quotedSnippet ? nil : $0 }
  }

  /// The bytes of the file that a result repeats, without the lines around.
  fileprivate var snippetBytes: Int {
    (quotedSnippet?.utf8.count ?? 0) + (related?.wholeText?.utf8.count ?? 0)
  }
}

extension PlacedFinding.PlacedRelated {
  /// The text from `start` to `end`; `nil` when the excerpt does not hold all of it.
  fileprivate var wholeText: String? {
    let text = String(decoding: Array(excerpt.text.utf8)[excerpt.marked], as: UTF8.self)
    let isWhole = start.line == end.line && text.utf16.count == end.column - start.column
    return isWhole ? text : nil
  }
}
