import LintCore

/// How a run went, as SARIF says it.
struct SARIFInvocation {
  let run: Run
  let summary: Summary
  /// For each rule of the run, its index among the rules of the report.
  let ruleIndices: [Int]
  let unreadable: [Unreadable]
  let unlisted: [Unlisted]
  /// Results that there was no room for.
  let leftOut: Int

  struct Unreadable {
    let path: String
    let reason: String
  }

  /// Findings of a rule in a file that count and are not among the results.
  struct Unlisted {
    let path: String
    /// An index into `Run.rules`.
    let rule: Int
    let count: Int
  }

  func write(to json: inout JSONWriter) {
    json.array("invocations") { json in
      json.object { json in
        // GitHub refuses a report of a run that did not succeed: what is not complete must not
        // look clean.
        json.member(
          "executionSuccessful", unreadable.isEmpty && !summary.failsAsEmpty(in: run))
        json.member("exitCode", summary.exitStatus(in: run))
        writeOverrides(to: &json)
        writeNotifications(to: &json)
        guard summary.countOfKeptBack > 0 else { return }
        // SARIF has no place of its own for what is not among the results.
        json.object("properties") { json in
          json.member("new", summary.findings.reduce(0, +))
          for standing in Standing.allCases.reversed() {
            json.member(named: "\(standing)", summary.count(of: standing))
          }
        }
      }
    }
  }

  /// The rules whose findings have another severity than their default.
  private func writeOverrides(to json: inout JSONWriter) {
    let changed = run.rules.indices
      .filter { run.rules[$0].severity != run.rules[$0].info.severity }
      .sorted { ruleIndices[$0] < ruleIndices[$1] }
    guard !changed.isEmpty else { return }
    json.array("ruleConfigurationOverrides") { json in
      for index in changed {
        json.object { json in
          writeDescriptor(run.rules[index].info.id, ruleIndices[index], to: &json)
          json.object("configuration") { $0.member("level", run.rules[index].severity.rawValue) }
        }
      }
    }
  }

  private func writeNotifications(to json: inout JSONWriter) {
    let isEmpty = summary.failsAsEmpty(in: run)
    guard !unreadable.isEmpty || !unlisted.isEmpty || leftOut > 0 || isEmpty else { return }
    json.array("toolExecutionNotifications") { json in
      if isEmpty {
        json.object { json in
          let id = SARIFNotices.empty
          writeDescriptor(id, SARIFNotices.index(of: id), to: &json)
          json.member("level", Severity.error.rawValue)
          SARIFMessage(SARIFNotices.emptyMessage, []).write(to: &json)
        }
      }
      for file in unreadable {
        json.object { json in
          let id = UnreadableFile.id
          writeDescriptor(id, SARIFNotices.index(of: id), to: &json)
          json.member("level", Severity.error.rawValue)
          // A path is worth more than the first 80 characters of it.
          SARIFMessage(UnreadableFile.message, [file.path, file.reason], longest: 1000)
            .write(to: &json)
          Self.writeLocation(file.path, to: &json)
        }
      }
      for more in unlisted { write(more, to: &json) }
      guard leftOut > 0 else { return }
      json.object { json in
        let id = SARIFNotices.leftOut
        writeDescriptor(id, SARIFNotices.index(of: id), to: &json)
        json.member("level", Severity.note.rawValue)
        SARIFMessage(
          SARIFNotices.leftOutMessage, [String(leftOut), String(SARIFNotices.mostResults)]
        ).write(to: &json)
      }
    }
  }

  private func write(_ more: Unlisted, to json: inout JSONWriter) {
    json.object { json in
      let id = SARIFNotices.unlisted
      writeDescriptor(id, SARIFNotices.index(of: id), to: &json)
      let rule = run.rules[more.rule].info.id
      writeDescriptor(rule, ruleIndices[more.rule], as: "associatedRule", to: &json)
      json.member("level", Severity.note.rawValue)
      SARIFMessage(
        SARIFNotices.unlistedMessage, [String(more.count), rule, more.path], longest: 1000
      ).write(to: &json)
      Self.writeLocation(more.path, to: &json)
    }
  }

  private static func writeLocation(_ path: String, to json: inout JSONWriter) {
    json.array("locations") { json in
      json.object { json in
        json.object("physicalLocation") { SARIFArtifact(path: path).write(to: &$0) }
      }
    }
  }

  private func writeDescriptor(
    _ id: String, _ index: Int, as key: StaticString = "descriptor", to json: inout JSONWriter
  ) {
    json.object(key) { json in
      json.member("id", id)
      json.member("index", index)
    }
  }
}
