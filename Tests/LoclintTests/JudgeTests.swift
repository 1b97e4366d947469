import Foundation
import LintCore
import LintReporters
import LintRules
import LintText
import LintWorkspace
import SideBySide
import TestSupport
import Testing

@testable import loclint

/// Pages that are read by several runs and judged together.
@Suite struct JudgeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (locale, topic) in [("it-IT", "article"), ("fr-FR", "article"), ("es-ES", "concept")] {
      let example = Example(
        "", locale: locale,
        .file(
          "---\ntitle: a\nms.topic: \(topic)\n{{keys}}\n---\n{{pair:102|Open 3.|Apri 4.}}\n\n"
            + "{{pair:103|See [it](#lid).|Vedi [qui](#lid).}}\n"))
      for name in ["a", "b"] {
        try folder.write("docs/\(locale.lowercased())/\(name).md", ExamplePage(example)!.bytes)
      }
    }
  }

  private static let locales = ["it-it", "fr-fr", "es-es"]
  private static let options = ["--profile=strict", "--select=+dead-anchor"]

  private func run(_ words: [String]) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path, environment: ["SOURCE_DATE_EPOCH": "0"])
  }

  private func writeFacts() throws {
    for locale in Self.locales {
      let run = try run(Self.options + ["--facts-out=\(locale).facts", "docs/\(locale)"])
      #expect(run.status == 0 && run.output == "" && run.error == "", "\(run)")
    }
  }

  private static let files = locales.map { "\($0).facts" }

  @Test(arguments: ["text", "jsonl", "sarif", "junit"])
  func `Reports are those of one run`(_ format: String) throws {
    try writeFacts()
    let options = Self.options + ["--format=\(format)"]
    let whole = try run(["--across"] + options + ["docs"])
    let judged = try run(["judge"] + options + Self.files)
    #expect(whole.output.contains("inconsistent-metadata"))
    #expect(whole.output == judged.output && whole.status == judged.status)
    #expect(judged.error == "", "\(judged.error)")
    // In any order, and what stands in two files counts once.
    let again = try run(["judge"] + options + Self.files.reversed() + [Self.files[0]])
    #expect(again.output == judged.output)
  }

  @Test func `A report goes to a file, too`() throws {
    try writeFacts()
    let judged = try run(["judge"] + Self.options + ["--output=sarif=all.sarif"] + Self.files)
    #expect(judged.error == "", "\(judged.error)")
    #expect(folder.read("all.sarif")?.contains("inconsistent-metadata") == true)
  }

  @Test func `Runs with other locales or sources are refused`() throws {
    for option in ["--locale=it-IT", "--source=docs/it-it"] {
      let facts = try run(Self.options + [option, "--facts-out=other.facts", "docs/fr-fr"])
      #expect(facts.status == 0, "\(facts.error)")
      let judged = try run(["judge"] + Self.options + ["other.facts"])
      #expect(judged.status == 2 && judged.output == "")
      #expect(
        judged.error.contains("other.facts: was written by a run with other "),
        "\(judged.error)")
      #expect(try run(["judge"] + Self.options + [option, "other.facts"]).status != 2)
    }
  }

  @Test func `Pages of MDX are judged with the others`() throws {
    try folder.write("en/a.mdx", "# Lid\n\nOpen it.\n")
    try folder.write("it/a.mdx", "# Coperchio\n\nAprilo.\n")
    try folder.write("it/b.mdx", "# Altro\n")
    let run = try run(["--across", "--source=en", "it"])
    #expect(run.status == 0 && run.error == "", "\(run.output)\(run.error)")
  }

  @Test func `A baseline and comments count as in one run`() throws {
    try writeFacts()
    let written = try run(["--across"] + Self.options + ["--write-baseline=known.txt", "docs"])
    #expect(written.status == 0)
    let judged = try run(["judge"] + Self.options + ["--baseline=known.txt"] + Self.files)
    let whole = try run(["--across"] + Self.options + ["--baseline=known.txt", "docs"])
    #expect(judged.output == whole.output && judged.status == 0, "\(judged.output)")
  }

  @Test func `What is no file of this run is refused, by its path`() throws {
    try writeFacts()
    func refusal(_ words: String...) throws -> String {
      let run = try run(["judge"] + words)
      #expect(run.status == 2 && run.output == "")
      return run.error
    }
    #expect(try refusal().contains("which files of facts?"))
    #expect(
      try refusal("it-it.facts").contains("it-it.facts: was written by a run with other rules: "))
    try folder.write("none.facts", "no facts\n")
    #expect(try refusal("none.facts").contains("none.facts: is no file of facts"))
    #expect(try refusal("gone.facts").contains("gone.facts: no such file"))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path("it-it.facts"))))
    bytes[20] += 1
    try folder.write("other.facts", bytes)
    #expect(try refusal("other.facts").contains("other.facts: was written by version "))
    bytes[20] -= 1
    bytes[bytes.count / 2] ^= 1
    try folder.write("damaged.facts", bytes)
    #expect(try refusal("damaged.facts").contains("damaged.facts: is damaged"))
  }

  @Test func `A page that has changed since is told of`() throws {
    try writeFacts()
    try folder.write("docs/it-it/a.md", "Changed.\n")
    try FileManager.default.removeItem(atPath: folder.path("docs/it-it/b.md"))
    let run = try run(["judge"] + Self.options + Self.files)
    #expect(run.status == 2)
    #expect(
      run.error.contains("docs/it-it/a.md: error: changed while it was checked"), "\(run.error)")
    #expect(run.error.contains("docs/it-it/b.md: error: no such file"), "\(run.error)")
  }

  @Test(arguments: [
    "../a.md", "/etc/a.md", "docs/../../a.md", "docs//a.md", "a.txt", "", "link/a.md",
  ])
  func `A file leads to pages of its repository alone`(_ path: String) throws {
    let other = try TemporaryFolder()
    try other.write("a.md", "A secret.\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: other.path)
    try folder.write(
      "a.facts",
      FactFile.bytes(
        FactStore(), of: [path], given: [], version: Product.version, rules: [], settings: []))
    let run = try run(["judge", "a.facts"])
    #expect(run.status == 2 && run.output == "")
    #expect(run.error.contains("a.facts: names "), "\(run.error)")
  }

  @Test(arguments: ["--fix", "--format=sarif", "--changed-since=HEAD", "--output=sarif=a.sarif"])
  func `A run that writes facts does nothing else`(_ option: String) throws {
    let run = try run(["--facts-out=a.facts", option, "docs"])
    #expect(run.status == 2 && run.error.contains("exclude each other"), "\(run.error)")
  }

  // MARK: Files that were made to do harm

  /// A file with a sum that is right, whatever else it says.
  private static func sealed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sealed = FactBytes()
    for byte in bytes { sealed.append(byte) }
    sealed.append(Hash64(of: bytes.span).value)
    return sealed.bytes
  }

  @Test func `No bytes make it stop`() throws {
    var resources = RuleLibrary.builtIn.resources
    resources.looksAcross = true
    let rules = RuleLibrary.builtIn.rules(from: resources).filter { $0 is any CrossFileCheck }
    #expect(rules.count >= 6)
    let ids = rules.map(\.info.id)
    let linter = Linter(formats: AllFormats.all, rules: rules.map { ($0, $0.info.severity) })
    let files = Self.locales.flatMap { locale in
      ["a", "b"].map { SourceFile(path: "docs/\(locale)/\($0).md") }
    }
    let pages = try files.map { Array(try #require(folder.read($0.path)).utf8) }
    var store = FactStore()
    for (file, bytes) in zip(files, pages) {
      store.add(
        linter.facts(
          of: bytes, of: file, as: SideBySideMarkdown(), among: ListedFiles(files.map(\.path))))
    }
    let whole = FactFile.bytes(
      store, of: files.map(\.path), given: [], version: "1", rules: ids, settings: [])
    func judge(_ bytes: [UInt8]) -> Bool {
      guard let file = try? FactFile(bytes, version: "1"),
        let facts = try? file.facts(ids, settings: [], { rules[$0] as? any CrossFileCheck })
      else { return false }
      let order = file.paths.indices.map { (part: 0, file: $0) }
      let joined = FactStore.joined([facts], order)
      let findings = CrossFileFindings(
        joined, of: Array(files.prefix(order.count)), needs: .none
      ) { file in files.firstIndex(of: file).map { pages[$0] } }
      let judged = linter.judged(findings)
      for (file, bytes) in zip(files, pages) {
        _ = judged.lint(bytes, of: file, as: SideBySideMarkdown())
      }
      return true
    }
    #expect(judge(whole))
    let body = whole.dropLast(8)
    for length in stride(from: 0, to: body.count, by: 7) {
      #expect(!judge(Array(whole.prefix(length))))
      #expect(!judge(Self.sealed(body.prefix(length))))
    }
    var random = SplitMix64(state: 1)
    var read = 0
    for _ in 0..<1500 {
      var bytes = Array(body)
      for _ in 0...Int(random.next() % 4) {
        let place = Int(random.next() % UInt64(bytes.count))
        bytes[place] = random.next() % 3 == 0 ? 0xFF : UInt8(truncatingIfNeeded: random.next())
      }
      if judge(Self.sealed(bytes[...])) { read += 1 }
    }
    #expect(read > 300)
  }
}
