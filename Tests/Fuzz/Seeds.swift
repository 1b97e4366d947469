import Foundation
import LintCore
import LintReporters
import LintRules
import LintWorkspace
import SideBySide

/// What fuzzing begins with: the samples, and the examples of all rules.
enum Seeds {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The files of a folder, in the order of their names.
  static func files(_ path: String) -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { (name, [UInt8]($0)) }
    }
  }

  /// The names of the folders in a folder.
  static func folders(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
  }

  /// The pages below a folder, in the order of their paths.
  static func pages(below folder: URL) -> [[UInt8]] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).sorted().filter { $0.hasSuffix(".md") }.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) }
    }
  }

  static var samples: URL { folder.appending(path: "../../Samples").standardizedFileURL }

  @Sendable static func pages() -> [[UInt8]] {
    pages(below: samples).filter { $0.count < 16_000 } + examples
  }

  /// Each sample of a pair with its source, for each site, and the pieces of the dictionary of blocks beside
  /// each other.
  @Sendable static func pairs() -> [[UInt8]] {
    let content = folder.appending(path: "../../Samples.pairs/content").standardizedFileURL
    let sources = pages(below: content.appending(path: "en"))
    let samples = ["it", "fr"].flatMap { zip(pages(below: content.appending(path: $0)), sources) }
    let pieces = words(of: "blocks")
    let all = samples.map { ($0, $1) } + zip(pieces, pieces.dropFirst()).map { ($0, $1) }
    return all.enumerated().map { index, pair in
      [UInt8(truncatingIfNeeded: index &* 37)] + pair.0 + [0] + pair.1
    }
  }

  /// The samples, and each piece of the dictionary for itself and twice.
  @Sendable static func blocks() -> [[UInt8]] {
    pages(below: samples).filter { $0.count < 16_000 }
      + words(of: "blocks").flatMap { [$0, $0 + $0, Array("a\n> - ".utf8) + $0] }
  }

  /// The examples of all rules for messages.
  @Sendable static func messages() -> [[UInt8]] {
    RuleLibrary.builtIn.rules.flatMap { $0.info.fails + $0.info.passes }
      .filter { $0.fileExtension == "po" }.compactMap { ExamplePage($0)?.bytes }
  }

  /// The words of a dictionary.
  private static func words(of target: String) -> [[UInt8]] {
    let lines = files("Dictionaries").first { $0.name == "\(target).dict" }?.bytes.split(
      separator: 0x0A)
    return (lines ?? []).compactMap { line in
      guard line.first == 0x22, line.count > 2 else { return nil }
      let text = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
      return Array(
        text.replacing("\\x0A", with: "\n").replacing("\\x09", with: "\t")
          .replacing("\\\"", with: "\"").utf8)
    }
  }

  /// Pages for reporters: with what strangers write in their paths, spans and halves.
  @Sendable static func hostile() -> [[UInt8]] {
    let texts = [
      "::error::a", "##[error]a", "##vso[task.setvariable variable=a]b", "\u{1B}[31mred\u{9B}0m",
      "]]>", "</script><!--", "a\u{202E}b\u{2066}c", "\u{1}\u{7F}", "{0} {{1}} }{", "[x](1) ](1)",
      "\u{2028}::add-mask::x", "\u{FFFE}\u{FEFF}", "ends in \\", "\"quoted\" & 'quoted'", "a | b",
      "`a", "``", "a\r\n::error::b", "<img src=x onerror=a>", "@someone #1",
    ]
    return texts.map { text in
      Array(
        """
        \(text)/it-it/a.md\0\(text) \(text)
        <span data-ttu-id="\(text)">[\(text)](b.md) `\(text)`</span><span class="sxs-lookup">\
        <span data-stu-id="7e0c1-103">[\(text)](a.md) v1.2</span></span>
        """.utf8)
    } + pages()
  }

  private static var examples: [[UInt8]] {
    RuleLibrary.builtIn.rules.flatMap { $0.info.fails + $0.info.passes }.compactMap {
      ExamplePage($0)?.bytes
    }
  }

  /// Pages that are linted beside another.
  static let few = Array(examples.prefix(12))

  static let pair = Array(
    """
    <span data-ttu-id="7e0c1-101">Apri il pannello.</span><span class="sxs-lookup">\
    <span data-stu-id="7e0c1-101">Open the panel.</span></span>

    """.utf8)

  @Sendable static func frontMatter() -> [[UInt8]] {
    pages().compactMap { page in
      guard page.starts(with: "---\n".utf8), let end = page.firstRange(of: Array("\n---".utf8))
      else { return nil }
      return Array(page[4..<max(4, end.lowerBound)])
    }
  }

  /// Examples with a comment before them.
  @Sendable static func suppressions() -> [[UInt8]] {
    let rules = RuleLibrary.builtIn.rules.filter { !$0.info.fails.isEmpty }
    return rules.enumerated().compactMap { index, rule in
      guard let example = rule.info.fails.first, let page = ExamplePage(example)?.bytes else {
        return nil
      }
      let comment =
        switch index % 4 {
        case 0: "<!-- loclint-disable-next-line \(rule.info.id): of the seed -->\n"
        case 1: "<!-- loclint-disable -->\n"
        case 2: "<!-- loclint-disable-file \(rule.info.id), missing-link -->\n"
        default: "<!-- loclint-disable-segment 103 \(rule.info.id): so -->\n"
        }
      let start = page.firstRange(of: Array("<span".utf8))?.lowerBound ?? page.count
      return page[..<start] + Array(comment.utf8) + page[start...]
        + Array("<!-- loclint-enable -->\n".utf8)
    }
  }

  @Sendable static func rules() -> [[UInt8]] {
    let folder = folder.appending(path: "../../Rules")
    return ["core", "typography"].flatMap { name -> [[UInt8]] in
      let below = folder.appending(path: name)
      let names = FileManager.default.enumerator(atPath: below.path)?.compactMap { $0 as? String }
      return (names ?? []).sorted().filter { $0.hasSuffix(".yml") }.compactMap { file in
        (try? Data(contentsOf: below.appending(path: file))).map { [UInt8]($0) }
      }
    }
  }

  /// Reports in SARIF, of few rules so that they are small.
  @Sendable static func reports() -> [[UInt8]] {
    let rules = RuleLibrary.builtIn.rules.filter {
      ["links", "characters"].contains($0.info.family)
    }
    let format = SideBySideMarkdown()
    let linter = Linter(
      formats: [format], rules: rules.prefix(4).map { ($0, $0.info.severity) },
      needs: SARIFReporter().needs)
    let run = Run(version: "1.0.0", rules: linter.rules, gate: .warning, started: 0)
    return few.map { page in
      var (reporter, output, summary) = (SARIFReporter(), Output(), Summary(rules: rules.count))
      let report = linter.lint(page, of: SourceFile(path: PageInput.standardPath), as: format)
      reporter.begin(run, to: &output)
      reporter.add(report, in: run, to: &output)
      summary.add(report, in: run)
      reporter.end(summary, in: run, to: &output)
      return output.bytes
    }
  }
}
