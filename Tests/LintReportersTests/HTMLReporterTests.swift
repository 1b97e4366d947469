import LintCore
import LintText
import TestSupport
import Testing

@testable import LintReporters

@Suite struct HTMLReporterTests {
  private func page(
    of files: [(path: String, text: String)], _ rules: [any Rule], gate: Severity? = .error,
    repository: Run.Repository? = nil
  ) -> String {
    let linter = Linter(formats: [LineFormat()], rules: rules.map { ($0, $0.info.severity) })
    let run = Run(
      version: "1.0.0", rules: linter.rules, gate: gate, started: 0, repository: repository)
    var reporter = HTMLReporter()
    var output = Output()
    var summary = Summary(rules: rules.count)
    reporter.begin(run, to: &output)
    for (path, text) in files {
      let file = linter.lint(
        Array(text.utf8), of: SourceFile(path: path), as: LineFormat())
      summary.add(file, in: run)
      reporter.add(file, in: run, to: &output)
    }
    reporter.end(summary, in: run, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The tags of a page, without its style and script.
  private func tags(of page: String) -> Set<String> {
    var tags: Set<String> = []
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }
      tags.insert(String(name))
      if name == "style" || name == "script" {
        rest = rest[(rest.firstRange(of: "</\(name)>")?.lowerBound ?? rest.endIndex)...]
      }
    }
    return tags
  }

  /// Whatever a stranger writes, nothing of it becomes markup.
  @Test func injection() throws {
    let attacks = [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"x", "'><b>",
      "</bdi></p><h1>", "<!--", "&lt;b&gt;", "`<i>`", "javascript:x", "\u{202E}<u>",
    ]
    let rule = WordRule("bad-word", finds: "BAD", related: "GOOD", length: 7)
    let hostile = page(
      of: attacks.map {
        ("\($0)/it-it/a.md", "\($0)|BAD\($0) \($0)|\($0) GOOD\nBAD\($0)\n")
      }, [rule])
    let harmless = page(
      of: attacks.map { _ in ("x/it-it/a.md", "28c26-101|BADxxxx|x GOOD\nBADxxxx\n") }, [rule])
    #expect(tags(of: hostile).subtracting(tags(of: harmless)).isEmpty)
    // As many of each as there would be.
    for tag in ["<script", "<p", "<li", "<bdi", "<h1", "<style"] {
      #expect(
        hostile.split(separator: tag).count == harmless.split(separator: tag).count, "\(tag)")
    }
    #expect(!(try Sample.hostile.report(by: "html")).contains("</script><!--"))
  }

  @Test func nothingIsLoaded() throws {
    let page = try Sample.findings.report(by: "html")
    for attribute in ["src=", "url(", "@import", "<link", "style=\"", "onclick"] {
      #expect(!page.contains(attribute))
    }
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
  }

  /// Where the target is right to left, nothing around it is.
  @Test func directions() {
    let rule = WordRule("bad-word", finds: "BAD", related: "GOOD")
    let arabic = page(of: [("docs/ar-sa/a.md", "28c26-101|مرحبا BAD|Hello GOOD")], [rule])
    #expect(
      arabic.contains(
        "<p class=\"half\" lang=\"ar-SA\" dir=\"rtl\">مرحبا <mark>BAD</mark></p>"))
    #expect(
      arabic.contains("<p class=\"half\" dir=\"auto\">Hello <mark>GOOD</mark></p>"))
  }

  @Test(arguments: [
    ("ar-SA", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"),
    ("it-IT", "ltr"), ("ur-PK", "rtl"), ("pa-PK", "rtl"), ("ji", "rtl"), ("ku-IQ", "rtl"),
    ("ku-TR", "ltr"),
  ])
  func direction(_ tag: String, _ direction: String) throws {
    #expect(try #require(LocaleTag(tag)).direction.rawValue == direction)
  }

  /// Long halves are shown whole, with the mark where it belongs.
  @Test func longHalf() {
    let fill = String(repeating: "parole che riempiono ", count: 20)
    let rule = WordRule("bad-word", finds: "BAD")
    let long = page(of: [("it-it/a.md", "28c26-101|\(fill)BAD\(fill)|GOOD")], [rule])
    #expect(long.contains(">\(fill)<mark>BAD</mark>\(fill)</p>"))
  }

  /// The rows of a page's tables of files, each its cells as text, and what stands before them.
  private func fileRows(of page: String) -> [[String]] {
    page.split(separator: "\n").filter { $0.contains("class=\"path\"") }.map { row in
      row.split(separator: "</t").dropLast(2).map { cell in
        String(cell.replacing(#/<[^>]*>|^[hd]>/#, with: "").replacing(#/^>/#, with: ""))
      }
    }
  }

  /// The worst file comes first; its row leads to its findings.
  @Test func files() {
    let rules: [any Rule] = [
      WordRule("bad-word", finds: "BAD"), WordRule("odd-word", finds: "ODD", severity: .warning),
    ]
    let found = page(
      of: [
        ("it-it/a.md", "28c26-101|ODD|x\n28c26-102|ODD|x\n28c26-103|ODD|x"),
        ("it-it/clean.md", "28c26-101|bene|well\n28c26-102|bene|well"),
        ("it-it/plain.md", "no segment"),
        ("fr-fr/b.md", "28c26-101|BAD|x"),
      ], rules)
    #expect(
      fileRows(of: found) == [
        ["fr-fr/b.md", "1", "0", "0", "", "fr-FR", "1", "no"],
        ["it-it/a.md", "0", "3", "0", "", "it-IT", "3", "no"],
        ["it-it/clean.md", "0", "0", "0", "", "it-IT", "2", "no"],
      ])
    #expect(found.contains("<summary>1 document without findings</summary>"))
    #expect(found.contains("<a href=\"#file-2\"><bdi>fr-fr/<wbr>b.md</bdi></a>"))
    #expect(found.contains("id=\"file-2\" data-path=\"fr-fr/b.md\""))
  }

  @Test(arguments: [(true, "yes"), (false, "no")])
  func machineTranslated(_ isMachineTranslated: Bool, _ cell: String) {
    let report = FileReport(
      path: "a.md", repositoryPath: "a.md", outcome: .bilingual,
      pages: [PageReport(isMachineTranslated: isMachineTranslated)])
    let file = HTMLFile(report, locale: HTMLLocale(name: "it-IT"), [], [], number: 1)
    #expect(file.row(longest: 0, []).hasSuffix("<td class=\"word\">\(cell)</td></tr>\n"))
  }

  /// Whatever the number of files, few are seen at once, and documents without findings can't fill
  /// the page.
  @Test func manyFiles() {
    let files = (0..<1130).map { number in
      ("it-it/\(number).md", "28c26-101|\(number < 30 ? "BAD" : "bene")|x")
    }
    let found = page(of: files, [WordRule("bad-word", finds: "BAD")])
    #expect(found.contains("<summary>10 more files with findings</summary>"))
    #expect(found.contains("<summary>1,100 documents without findings</summary>"))
    #expect(found.contains("<p>and 100 more.</p>"))
    #expect(fileRows(of: found).count == 1030)
    let folded = found.firstRange(of: "<details class=\"files\">")
    let open = found[..<(folded?.lowerBound ?? found.endIndex)]
    #expect(fileRows(of: String(open)).count == 20)
  }

  /// What is not listed counts in all figures, and its item says how many it stands for.
  @Test func notListed() {
    let rules: [any Rule] = [
      WordRule("bad-word", finds: "BAD"), WordRule("mt-word", finds: "MT", severity: .note),
    ]
    let text = "28c26-101|" + String(repeating: "BAD ", count: 1500) + "MT MT|a"
    let found = ReportOfLines.text([("it-it/a.md", text)], rules, as: HTMLReporter(), most: 2)
    #expect(found.contains("<h1>loclint: 1,502 faults</h1>"))
    #expect(found.contains("<p id=\"count\" role=\"status\">1,502 findings</p>"))
    #expect(found.contains("<h2>it-IT: 1,500 errors, 2 notes</h2>"))
    #expect(fileRows(of: found) == [["it-it/a.md", "1,500", "0", "2", "", "it-IT", "1", "no"]])
    #expect(found.contains("<td class=\"count\">1,500</td>"))
    #expect(found.split(separator: "<li class=\"finding ").count == 1 + 2 + 1 + 2)
    #expect(
      found.contains(
        """
        <li class="finding error more" data-rule="bad-word" data-severity="error" data-count="1498">
        """))
  }

  /// What is counted elsewhere is counted here, unless it fails the run.
  @Test func counted() {
    let rule = WordRule("counted", finds: "MT", severity: .note, isCounted: true)
    let files = [("it-it/a.md", "28c26-101|MT|a")]
    let summed = page(of: files, [rule])
    #expect(summed.contains("<li>1 of 1 file: the word &#39;MT&#39; (<code>counted</code>)</li>"))
    #expect(!summed.contains("class=\"finding"))
    #expect(page(of: files, [rule], gate: .note).contains("class=\"finding note\""))
  }

  @Test(arguments: [
    ("https://github.com/o/r", "https://github.com/o/r/blob/0af/a%20b.md?plain=1#L3-L5"),
    ("https://gitlab.com/o/r", "https://gitlab.com/o/r/-/blob/0af/a%20b.md?plain=1#L3-5"),
    ("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/src/0af/a%20b.md#lines-3:5"),
    (
      "https://codeberg.org/o/r",
      "https://codeberg.org/o/r/src/commit/0af/a%20b.md?display=source#L3-L5"
    ),
    (
      "https://dev.azure.com/o/p/_git/r",
      "https://dev.azure.com/o/p/_git/r?path=/a%20b.md&version=GC0af&line=3&lineEnd=6"
        + "&lineStartColumn=1&lineEndColumn=1"
    ),
  ])
  func links(_ url: String, _ address: String) throws {
    let link = try #require(
      RepositoryLink(Run.Repository(url: url, revision: "0af", branch: nil)))
    #expect(link.address(of: "a b.md", lines: 3...5) == address)
    #expect(link.address(of: "/etc/a.md") == nil && link.address(of: "../a.md") == nil)
  }

  @Test(arguments: [
    ("javascript:alert(1)//", "0af"), ("https://x/y", "HEAD"), ("file:///x", "0af"),
  ])
  func noLink(_ url: String, _ revision: String) {
    #expect(
      RepositoryLink(Run.Repository(url: url, revision: revision, branch: nil)) == nil)
  }
}
