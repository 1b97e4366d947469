import Foundation
import LintCore
import Testing

@testable import LintReporters

/// What the tests look at of a SARIF file, as Foundation reads it.
private struct Log: Decodable {
  let runs: [Run]

  struct Run: Decodable {
    let tool: Tool
    let results: [Result]
    let invocations: [Invocation]
  }

  struct Tool: Decodable {
    let driver: Driver
  }

  struct Driver: Decodable {
    let rules: [Descriptor]
    let notifications: [Descriptor]
  }

  struct Descriptor: Decodable {
    let id: String
    let name: String
    let messageStrings: [String: Text]
  }

  struct Text: Decodable {
    let text: String
  }

  struct Message: Decodable {
    let text: String
    let id: String
    let arguments: [String]
  }

  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let message: Message
    let partialFingerprints: [String: String]
  }

  struct Invocation: Decodable {
    let executionSuccessful: Bool
    let exitCode: Int
    let toolExecutionNotifications: [Notification]?
  }

  struct Notification: Decodable {
    let descriptor: Reference
    let message: Message
  }

  struct Reference: Decodable {
    let index: Int
  }

  init(_ sample: Sample) throws {
    self = try JSONDecoder().decode(Log.self, from: Data(try sample.report(by: "sarif").utf8))
  }
}

@Test(arguments: Sample.all)
func `A message is its template with the arguments in place`(sample: Sample) throws {
  let run = try #require(try Log(sample).runs.first)
  let driver = run.tool.driver
  let notifications = run.invocations.flatMap { $0.toolExecutionNotifications ?? [] }
  let messages =
    run.results.map { ($0.message, driver.rules[$0.ruleIndex]) }
    + notifications.map { ($0.message, driver.notifications[$0.descriptor.index]) }
  for (message, descriptor) in messages {
    var text = try #require(descriptor.messageStrings[message.id]).text
    #expect(text.hasSuffix("."))
    // An argument may look like a placeholder, so the last is put in first, from its place on.
    for (index, argument) in message.arguments.enumerated().reversed() {
      let doubled = argument.replacing("{", with: "{{").replacing("}", with: "}}")
      let range = try #require(text.range(of: "'{\(index)}'"))
      text.replaceSubrange(range, with: "'\(doubled)'")
    }
    #expect(message.text == text)
    #expect(!message.text.contains("]("))
    #expect(message.arguments.allSatisfy { $0.unicodeScalars.count <= 16 * 80 + 1 })
  }
}

@Test(arguments: Sample.all)
func `A result points at its rule and is known by fingerprints of its own`(sample: Sample) throws {
  let run = try #require(try Log(sample).runs.first)
  let rules = run.tool.driver.rules
  #expect(rules.map(\.id) == rules.map(\.id).sorted())
  #expect(rules.allSatisfy { $0.id.lowercased() != $0.name.lowercased() })
  #expect(run.results.allSatisfy { rules[$0.ruleIndex].id == $0.ruleId })
  let fingerprints = run.results.map { $0.partialFingerprints["loclint/v1"] ?? "" }
  #expect(Set(fingerprints).count == run.results.count)
  #expect(fingerprints.allSatisfy { $0.utf8.count == 32 })
  #expect(run.results.allSatisfy { $0.partialFingerprints["primaryLocationLineHash"] != nil })
}

@Test func `A run that left files unread has not succeeded`() throws {
  let outcomes = try [Sample.findings, .incomplete, .clean].map { sample in
    let invocation = try #require(try Log(sample).runs.first?.invocations.first)
    return "\(invocation.executionSuccessful) \(invocation.exitCode)"
  }
  #expect(outcomes == ["true 1", "false 2", "true 0"])
}

@Test(arguments: [
  ("changed-link-target", "ChangedLinkTarget"), ("mojibake", "MojibakeFault"),
  ("missing-a-word", "MissingaWord"), ("no-2-words", "No2Words"), ("bad-utf8", "BadUtf8"),
])
func `A rule's name is its ID in Pascal case, and another word`(id: String, name: String) {
  #expect(SARIFRules.name(for: id) == name)
}

@Test(arguments: [
  ("docs/it-it/a.md", "docs/it-it/a.md"), ("./a b.md", "a%20b.md"), ("a:b/c.md", "a%3Ab/c.md"),
  ("è/#1?x=[2]%.md", "%C3%A8/%231%3Fx=%5B2%5D%25.md"), ("a\\b\u{1}.md", "a%5Cb%01.md"),
])
func `A path becomes a relative reference`(path: String, reference: String) {
  #expect(URIReference.relative(path) == reference)
}
