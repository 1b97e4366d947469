import Foundation
import LintCore
import LintReporters
import LintRules
import LintWorkspace
import TestSupport
import Testing

/// What ARCHITECTURE.md says, held against the sources.
@Suite struct ArchitectureTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let page = read("ARCHITECTURE.md")

  private static func read(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The Swift sources of a room, by their names.
  private static func sources(_ room: String) -> [(name: String, text: String)] {
    let folder = root.appending(path: "Sources/\(room)")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map {
      ("\(room)/\($0)", read("Sources/\(room)/\($0)"))
    }
  }

  private static let rooms = (try? Checkout.rooms()) ?? []

  @Test func everyRoomIsInTheTable() {
    #expect(Self.rooms.count > 8)
    for room in Self.rooms {
      #expect(
        Self.page.contains("| `\(room)` |"),
        "add `\(room)` to the table of rooms in ARCHITECTURE.md")
    }
  }

  /// What stands between backticks.
  private static var terms: [String] {
    page.split(separator: "```").enumerated().filter { $0.offset % 2 == 0 }
      .flatMap { part in
        part.element.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      }
  }

  @Test func namesAreThereInTheSources() {
    #expect(Self.terms.count > 80)
    let all = Self.rooms.flatMap { Self.sources($0) }.map(\.text).joined(separator: "\n")
    let declared = Set(
      all.matches(
        of: /(?:struct|class|enum|protocol|typealias|case|let|var|func) `?([A-Za-z]\w*)/
      ).map { String($0.1) })
    let tools = Set(
      Self.rooms
        + [
          "Rules", "Benchmarks", "Bench", "Recall", "LintBuffer", "Tests", "Fuzz", "CScan",
          "CBuild", "Packaging",
        ])
    for term in Self.terms where term.wholeMatch(of: /[A-Z]\w+(?:\.\w+(?:\([\w:]*\))?)?/) != nil {
      if tools.contains(term) || ["String", "Character", "Regex"].contains(term) { continue }
      for name in term.split(separator: ".") {
        let plain = String(name.prefix { $0 != "(" })
        // `Option.swift` is a file.
        if plain == "swift" || term == "Package.swift" { continue }
        let isFile = !Self.rooms.allSatisfy { room in
          !Self.sources(room).contains { $0.name.hasSuffix("/\(term)") }
        }
        #expect(isFile || declared.contains(plain), "'\(term)' is not in the sources")
      }
    }
  }

  @Test func pathsAreThere() {
    for term in Self.terms where term.contains("/") && term.hasPrefix("Sources/") {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appending(path: term).path()), "\(term)")
    }
    // Not what stands in code.
    let prose = Self.terms.reduce(Self.page) { $0.replacing("`\($1)`", with: "") }
    for link in prose.matches(of: /\]\(([^)]+)\)/).map({ String($0.1) }) {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appending(path: link).path()), "\(link)")
    }
  }

  /// No room imports what stands beside or above it.
  @Test(arguments: [
    ("LintText", ["CScan"]),
    ("LintCore", ["CScan", "LintText", "Synchronization"]),
  ])
  func importsPointDown(_ room: String, _ allowed: [String]) {
    for (name, text) in Self.sources(room) {
      for line in text.split(separator: "\n")
      where line.contains(/import \w+$/) && !line.hasPrefix(" ") && !line.hasPrefix("/") {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(allowed.contains(module), "\(name): \(line)")
      }
    }
  }

  /// One file calls the operating system; besides, a reporter asks the C library how wide a character
  /// is, and the reader of glossaries in XML takes memory from it.
  @Test func oneFileCallsTheSystem() {
    let callers = Self.rooms.flatMap { Self.sources($0) }.filter { source in
      source.text.contains(/import (?:C?Glibc|Foundation)\b/)
    }.map(\.name)
    #expect(
      callers == [
        "LintReporters/DisplayWidth.swift", "LintRules/Terms/TBXReader.swift",
        "LintWorkspace/System/System.swift",
      ])
  }

  /// A kind of report is added without a word in the command line.
  @Test func theCommandLineNamesNoReport() {
    for (name, text) in Self.sources("loclint") + Self.sources("LintWorkspace") {
      for format in AllReporters.all {
        #expect(!text.contains("\"\(format.name)\""), "\(name) names '\(format.name)'")
      }
    }
  }

  /// The core names no rule, and its floor no format and no reporter either.
  @Test func theCoreKnowsNoRule() {
    let rules = RuleLibrary.builtIn.rules.map(\.info.id)
    for (name, text) in Self.sources("LintCore") + Self.sources("LintText") {
      for rule in rules { #expect(!text.contains("\"\(rule)\""), "\(name) names '\(rule)'") }
    }
    for (name, text) in Self.sources("LintCore") + Self.sources("LintText") {
      for word in ["\"ms.", "data-ttu-id", "sxs-lookup", "SpanID", "GitHub", "SARIF", "<!--"] {
        #expect(!text.contains(word), "\(name) knows '\(word)'")
      }
    }
  }
}
