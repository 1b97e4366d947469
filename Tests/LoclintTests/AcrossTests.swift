import Foundation
import LintCore
import LintRules
import LintText
import LintWorkspace
import SideBySide
import TestSupport
import Testing

@testable import loclint

/// What only several pages show together.
@Suite struct AcrossTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for locale in ["it-IT", "fr-FR", "es-ES"] { try write(locale) }
  }

  /// Writes a page of a locale; all are made from one version of the source.
  private func write(
    _ locale: String, topic: String = "article", comment: String = "", source: String = "Open it.",
    end: String = ""
  ) throws {
    let example = Example(
      "", locale: locale,
      .file(
        "---\ntitle: a\n\(comment)ms.topic: \(topic)\n{{keys}}\n---\n{{pair:102|\(source)|Apri qui.}}\n"
          + end))
    try folder.write("docs/\(locale.lowercased())/a.md", ExamplePage(example)!.bytes)
  }

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(["--select=inconsistent-metadata,suppressions"] + words, in: folder.path)
  }

  /// Path, line and rule of each finding.
  private func found(_ words: String...) throws -> [String] {
    try Executable.run(
      ["--quiet", "--select=inconsistent-metadata,inconsistent-source,suppressions"] + words,
      in: folder.path
    ).output.split(separator: "\n").map { line in
      let parts = line.split(separator: ":")
      return "\(parts[0]):\(parts[1]) \(line.split(separator: "[").last ?? "")"
    }
  }

  private static let metadata = "docs/es-es/a.md:3 inconsistent-metadata]"

  // MARK: What is found

  @Test func `Pages that agree have no findings`() throws {
    #expect(try found("--across", "docs") == [])
    let all = try Executable.run(["--across", "--profile=strict", "docs"], in: folder.path)
    #expect(all.status == 0)
  }

  @Test func `The page that differs from most is reported, with the place of another`() throws {
    try write("es-ES", topic: "concept", source: "Open them.")
    let run = try run("--across", "docs")
    #expect(
      run.output.contains(
        "docs/es-es/a.md:3:1: warning: 'ms.topic' has another value in '2' of '3' locales"),
      "\(run.output)")
    #expect(run.output.contains("other locale, docs/fr-fr/a.md:3:1"), "\(run.output)")
    let all = [
      "docs/es-es/a.md:3 inconsistent-metadata]", "docs/es-es/a.md:11 inconsistent-source]",
    ]
    #expect(try found("--across", "docs") == all)
    #expect(try found("--across", "--jobs=1", "docs") == all)
    // One page alone has nothing to be compared with.
    #expect(try found("--across", "docs/es-es") == [])
  }

  @Test func `Each format of reports names the other page`() throws {
    try write("es-ES", topic: "concept")
    for format in ["sarif", "jsonl", "html"] {
      let run = try run("--across", "--format=\(format)", "docs")
      #expect(run.output.contains("docs/fr-fr/a.md"), "\(format): \(run.output)")
    }
  }

  @Test func `Where no value has a majority nobody is reported`() throws {
    try write("es-ES", topic: "concept")
    try write("it-IT", topic: "guide")
    #expect(try found("--across", "docs") == [])
    // Nor of two locales.
    try FileManager.default.removeItem(atPath: folder.path("docs/it-it"))
    #expect(try found("--across", "docs") == [])
  }

  // MARK: When it is looked for

  @Test func `Nothing is compared unless it is asked for`() throws {
    try write("es-ES", topic: "concept")
    let plain = try Executable.run(["--profile=all", "docs"], in: folder.path)
    #expect(!plain.output.contains("inconsistent-"))
    let named = try Executable.run(["--select=inconsistent-metadata", "docs"], in: folder.path)
    #expect(named.status == 2)
    #expect(
      named.error.contains("rule 'inconsistent-metadata' wants a look across files: --across\n"),
      "\(named.error)")
  }

  @Test func `A configuration asks for it, for all pages`() throws {
    try write("es-ES", topic: "concept")
    try folder.write("loclint.yml", "across: true\nroot: true\n")
    try folder.write("docs/fr-fr/loclint.yml", "ignore: [links]\n")
    #expect(try found("docs") == [Self.metadata])
    // What is mended or is an editor's text is no longer what was compared.
    let mended = try Executable.run(["--fix", "docs"], in: folder.path)
    #expect(mended.status == 0 && !mended.output.contains("inconsistent-"), "\(mended)")
    let text = try Executable.run(
      ["--stdin-path=docs/es-es/a.md"], in: folder.path, input: folder.path("docs/es-es/a.md"))
    #expect(text.status == 0 && !text.output.contains("inconsistent-"), "\(text)")
    try folder.write("docs/fr-fr/loclint.yml", "across: true\n")
    #expect(try Executable.run(["docs"], in: folder.path).status == 2)
  }

  @Test(arguments: [
    ["--fix", "docs"], ["--diff", "docs"], ["--output=diff=a.patch", "docs"],
    ["--stdin-path=docs/es-es/a.md"], ["status", "docs"], ["segments", "docs"],
    ["--fix", "--select=+dead-anchor", "docs"],
  ])
  func `A run that compares nothing leaves rules out that the configuration names`(
    _ words: [String]
  ) throws {
    for lists in [
      "select: [+dead-link, +older-source]", "select: [dead-link]", "ignore: [inconsistent-source]",
      "severity:\n  dead-link: error",
    ] {
      try folder.write("loclint.yml", "across: true\n\(lists)\n")
      try folder.write("docs/fr-fr/loclint.yml", "select: [+inconsistent-translation]\n")
      let run = try Executable.run(words, in: folder.path, input: folder.path("docs/es-es/a.md"))
      #expect(run.status == 0, "\(lists): \(run.error)")
    }
    // Where nothing asks for a look across files the rule is a mistake.
    try folder.write("loclint.yml", "select: [+dead-link]\n")
    try FileManager.default.removeItem(atPath: folder.path("docs/fr-fr/loclint.yml"))
    #expect(try Executable.run(["--fix", "docs"], in: folder.path).status == 2)
  }

  @Test func `The command that is proposed works`() throws {
    func next(_ words: String...) throws -> String? {
      let run = try Executable.run(words + ["docs"], in: folder.path)
      let line = run.output.split(separator: "\n").first { $0.hasPrefix("Next: loclint ") }
      guard let line else { return nil }
      let words = line.dropFirst("Next: loclint ".count).split(separator: " ").map(String.init)
      #expect(try Executable.run(words, in: folder.path).status < 2, "\(line)")
      return String(line)
    }
    try write("es-ES", topic: "concept")
    try write("fr-FR", topic: "guide")
    for locale in ["de-DE", "pt-BR"] { try write(locale) }
    #expect(
      try next("--across", "--select=inconsistent-metadata")
        == "Next: loclint --select=inconsistent-metadata --across docs/es-es")
    let link = "\n{{pair:103|[a](lid.md)|[a](lids.md)}}\n"
    try write("es-ES", end: link)
    #expect(try next("--across", "--profile=strict") == "Next: loclint --profile=strict --fix docs")
    try write("es-ES", end: link)
    #expect(try next("--across", "--select=+older-source") == nil)
    try folder.write("loclint.yml", "across: true\n")
    #expect(
      try next("--across", "--select=+older-source")
        == "Next: loclint --select=+older-source --fix docs")
  }

  @Test func `What a run over some of the pages does not find may be there`() throws {
    let comment = "# loclint-disable-next-line inconsistent-metadata: on purpose\n"
    try write("es-ES", topic: "concept", comment: comment)
    for words in [
      ["docs/es-es"], ["docs/es-es/a.md"], ["docs/es-es", "docs/fr-fr"], ["--files-from=list"],
    ] {
      try folder.write("list", "docs/es-es/a.md\n")
      let run = try Executable.run(
        ["--quiet", "--across", "--select=inconsistent-metadata,suppressions"] + words,
        in: folder.path)
      #expect(run.output == "", "\(words): \(run.output)")
    }
    try write("es-ES", topic: "concept")
    _ = try run("--across", "--write-baseline=known.txt", "docs")
    try folder.write(
      "dismissed.txt", folder.read("dismissed.txt") ?? "")
    for words in [["docs/es-es"], ["docs/es-es", "docs/fr-fr"]] {
      let part = try Executable.run(
        ["--across", "--select=inconsistent-metadata", "--baseline=known.txt", "--prune-baseline"]
          + words, in: folder.path)
      #expect(part.error == "", "\(part.error)")
    }
    #expect(folder.read("known.txt")?.contains("inconsistent-metadata") == true)
    // What the configuration names is all.
    try write("es-ES", comment: comment)
    try folder.write("loclint.yml", "paths: [docs/es-es, docs/fr-fr, docs/it-it]\n")
    #expect(try found("--across") == ["docs/es-es/a.md:3 unused-suppression]"])
    #expect(try found("--across", "docs") == ["docs/es-es/a.md:3 unused-suppression]"])
    #expect(try found("--across", "docs/es-es", "docs/fr-fr") == [])
    #expect(try found("--across", "--exclude=docs/it-it", "docs") == [])
  }

  @Test(arguments: ["--fix", "--diff", "--stdin-path=a.md"])
  func `What changes pages excludes it`(_ option: String) throws {
    let run = try Executable.run(["--across", option], in: folder.path)
    #expect(run.status == 2 && run.error.contains("exclude each other"), "\(run.error)")
  }

  @Test func `A rule that some files leave out is not reported there`() throws {
    try write("es-ES", topic: "concept")
    try folder.write(
      "loclint.yml", "overrides:\n  - files: docs/es-es\n    ignore: [inconsistent-metadata]\n")
    #expect(try found("--across", "docs") == [])
  }

  // MARK: What keeps findings back

  @Test func `A comment keeps it back, and is told of when it is of no use`() throws {
    let comment = "# loclint-disable-next-line inconsistent-metadata: on purpose\n"
    try write("es-ES", topic: "concept", comment: comment)
    #expect(try found("--across", "docs") == [])
    try write("es-ES", comment: comment)
    #expect(try found("--across", "docs") == ["docs/es-es/a.md:3 unused-suppression]"])
    // Where nothing is compared nobody knows.
    let plain = try Executable.run(["--quiet", "--select=suppressions", "docs"], in: folder.path)
    #expect(plain.output == "")
  }

  @Test func `A baseline lists it, and a run without it lets the entry stand`() throws {
    try write("es-ES", topic: "concept")
    _ = try run("--across", "--write-baseline=known.txt", "docs")
    #expect(folder.read("known.txt")?.contains("inconsistent-metadata") == true)
    #expect(try found("--across", "--baseline=known.txt", "docs") == [])
    let plain = try Executable.run(
      ["--baseline=known.txt", "--prune-baseline", "docs"], in: folder.path)
    #expect(plain.status == 0)
    #expect(folder.read("known.txt")?.contains("inconsistent-metadata") == true)
    try write("es-ES")
    let gone = try run("--across", "--baseline=known.txt", "--prune-baseline", "docs")
    #expect(gone.error.contains("1 finding taken out"), "\(gone.error)")
  }

  @Test func `It can be dismissed`() throws {
    try write("es-ES", topic: "concept")
    try folder.write("loclint.yml", "across: true\ndismissed: dismissed.txt\n")
    let dismissal = try Executable.run(
      ["dismiss", "docs/es-es/a.md:3", "inconsistent-metadata", "--reason=on purpose"],
      in: folder.path)
    #expect(dismissal.status == 0, "\(dismissal.error)")
    #expect(try found("docs") == [])
    try write("es-ES")
    let stale = try run("docs")
    #expect(stale.error.contains("1 dismissal fits nothing any more"), "\(stale.error)")
  }

  @Test func `Listed are so many of each rule as are asked for`() throws {
    let topic = "concept\nms.date: 1\nms.prod: b"
    try write("es-ES", topic: topic)
    let run = try run("--across", "--max-findings-per-rule=2", "docs")
    #expect(run.output.contains("Found 3 faults"), "\(run.output)")
  }

  // MARK: Changes

  private func git(_ line: String) throws {
    let run = try Executable.run(
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        + line.split(separator: " ").map(String.init),
      as: try #require(Executable.find("git")), in: folder.path)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `A page that has changed is compared with all others`() throws {
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    #expect(try found("--across", "--changed-since=trunk", "docs") == [])
    try write("es-ES", topic: "concept")
    #expect(try found("--across", "--changed-since=trunk", "docs") == [Self.metadata])
    #expect(
      try found("--across", "--changed-since=trunk", "--changed-lines", "docs") == [Self.metadata])
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `What a change causes in another page is told, and nothing else of that`() throws {
    let comment = "<!-- loclint-disable-file bidi-control: nothing -->\n"
    try write("es-ES", topic: "concept", end: comment)
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    // Nothing that it follows from has changed.
    try folder.write("docs/it-it/other.md", "Other.\n")
    let words = ["--across", "--changed-since=trunk", "--changed-lines", "docs"]
    #expect(try found(words[0], words[1], words[2], words[3]) == [])
    #expect(try found(words[0], words[1], words[3]) == [])
    // Nor when another page of its group has, but in nothing that is compared.
    try write("it-IT", comment: "# A line that is new.\n")
    #expect(try found(words[0], words[1], "--select=+bidi-control", words[3]) == [])
    #expect(try found(words[0], words[1], words[2], "--select=+bidi-control", words[3]) == [])
    // What was found before is found again when its own page changes.
    try write("es-ES", topic: "concept", comment: "# A line that is new.\n", end: comment)
    #expect(
      try found(words[0], words[1], words[3]) == ["docs/es-es/a.md:4 inconsistent-metadata]"])
    #expect(try found(words[0], words[1], words[2], words[3]) == [])
    try write("es-ES", end: comment)
    try git("add -A")
    try git("commit -q -m second")
    for locale in ["it-IT", "fr-FR"] { try write(locale, topic: "concept") }
    #expect(
      try found(words[0], words[1], "--select=+bidi-control", words[3]).first == Self.metadata)
    #expect(
      try found(words[0], words[1], words[2], "--select=+bidi-control", words[3]).contains(
        Self.metadata))
    #expect(
      !(try found(words[0], words[1], "--select=+bidi-control", words[3])).contains {
        $0.contains("es-es/a.md") && $0.contains("unused-suppression")
      })
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `A link to a page that was deleted is told of`() throws {
    let links = Array(repeating: "[a](lid.md)", count: 20).joined(separator: " ")
    try folder.write("site/it/page.md", "# Pagina\n\n\(links) [b](old.md) [c](gone.md)\n")
    try folder.write("site/it/lid.md", "# Il coperchio\n")
    try folder.write("site/it/old.md", "# Vecchio\n")
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    try git("mv site/it/old.md site/it/new.md")
    let run = try Executable.run(
      [
        "--across", "--quiet", "--select=dead-link", "--locale=it-IT", "--changed-since=trunk",
        "site",
      ], in: folder.path)
    #expect(run.output.contains("'old.md' leads to nothing"), "\(run.output)\(run.error)")
    // What was dead before is none of the change's.
    #expect(!run.output.contains("gone.md"), "\(run.output)")
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `A link to a former address that a page has given up is told of`() throws {
    let links = Array(repeating: "[a](lid.md)", count: 40).joined(separator: " ")
    try folder.write(
      "site/it/page.md", "# Pagina\n\n\(links) [b](old.md) [c](gone.md) [d](sent.md)\n")
    try folder.write(
      "site/it/lid.md", "---\naliases: [/it/old/, /it/kept/]\n---\n\n# Il coperchio\n")
    try folder.write("_redirects", "/it/sent /it/lid\n")
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    try folder.write("site/it/lid.md", "---\naliases: [/it/kept/]\n---\n\n# Il coperchio\n")
    func dead() throws -> [Substring] {
      try Executable.run(
        [
          "--across", "--quiet", "--select=dead-link", "--locale=it-IT", "--changed-since=trunk",
          "site",
        ], in: folder.path
      ).output.split(separator: "\n").filter { $0.contains("[dead-link]") }
        .compactMap { $0.split(separator: "'").dropFirst().first }
    }
    #expect(try dead() == ["old.md"])
    try folder.write("_redirects", "\n")
    #expect(try dead() == ["old.md", "sent.md"])
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `Of two wordings that are as good the same one is told of before and after a change`() throws
  {
    func write(_ name: String, _ target: String, _ description: String) throws {
      try folder.write(
        "other/\(name).md",
        """
        ---
        description: \(description)
        ms.contentlocale: it-IT
        ---
        <span data-ttu-id="7e0c1-101">\(target)</span><span class="sxs-lookup"><span data-stu-id="7e0c1-101">Open the lid.</span></span>

        """)
    }
    try write("a", "Apri il coperchio.", "d")
    try write("b", "Aprire il coperchio.", "d")
    try git("init -q -b trunk")
    try git("add -A")
    try git("commit -q -m first")
    func found(_ words: String...) throws -> String {
      try Executable.run(
        ["--across", "--quiet", "--select=inconsistent-translation"] + words + ["other"],
        in: folder.path
      ).output
    }
    #expect(try found().contains("inconsistent-translation"))
    try write("a", "Apri il coperchio.", "e")
    #expect(try found("--changed-since=trunk") == "")
  }

  // MARK: Where links lead

  @Test func `Links are followed in the tree and in that of the sources`() throws {
    let links = Array(repeating: "[a](lid.md)", count: 20).joined(separator: " ")
    try folder.write(
      "site/it/page.md",
      "# Pagina\n\n\(links)\n\n[b](only.md) [c](old.md) [d](lid.md#serratura) [e](LID#il-coperchio)\n"
        + "\(links.replacingOccurrences(of: "lid.md", with: "a.png")) [g](b.png)\n")
    try folder.write("site/it/lid.md", "# Il coperchio\n\n[a](#nulla)\n")
    for (path, text) in [("page.md", "# Page\n"), ("lid.md", "# Lid\n"), ("only.md", "# Only\n")] {
      try folder.write("site/en/\(path)", text)
    }
    try folder.write("site/en/a.png", "")
    let run = try Executable.run(
      [
        "--quiet", "--across", "--select=dead-link,dead-anchor", "--source=site/en", "site/it",
      ], in: folder.path)
    let found = run.output.split(separator: "\n").filter { $0.contains(" [dead-") }
    #expect(
      found == [
        "site/it/lid.md:3:5: warning: this page has no anchor 'nulla' [dead-anchor]",
        "site/it/page.md:5:18: warning: 'old.md' leads to nothing that this locale has [dead-link]",
        "site/it/page.md:5:30: warning: the page that this leads to has no anchor 'serratura' [dead-anchor]",
        "site/it/page.md:6:225: warning: 'b.png' leads to nothing that this locale has [dead-link]",
      ], "\(run.output)\(run.error)")
    #expect(run.status == 0)
  }

  @Test func `Links from the root of a site are followed where nearly all of them lead somewhere`()
    throws
  {
    let links = Array(repeating: "[a](/docs/lid/) [b](/docs/only/)", count: 5)
      .joined(separator: " ")
    try folder.write(
      "content/it/docs/page.md",
      """
      # Pagina

      \(links)

      [c](/docs/old/) [d](/docs/lid/#serratura) [e](/api/old/) [f](/docs/new/old/)

      <a href="/docs/tag/">g</a> <img src="/img/b.png">

      """)
    try folder.write("content/it/docs/lid.md", "# Il coperchio\n")
    for name in ["page", "lid", "only"] {
      try folder.write("content/en/docs/\(name).md", "# Page\n")
    }
    try folder.write("static/img/a.png", "")
    func dead(_ paths: String...) throws -> [Substring] {
      let run = try Executable.run(
        ["--quiet", "--across", "--select=dead-link,dead-anchor", "--source=content/en"] + paths,
        in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      return run.output.split(separator: "\n").filter { $0.contains(" [dead-") }
        .map { $0.split(separator: " ").dropFirst(2).first ?? "" }
    }
    // Two of twelve lead nowhere.
    #expect(try dead("content/it") == ["the"])
    try folder.write("content/it/docs/more.md", "# Altro\n\n\(links)\n")
    #expect(try dead("content/it") == ["'/docs/old/'", "the", "'/docs/tag/'"])
  }

  @Test
  func `Links stand in Markdown, tags, definitions and shortcodes, and not in code or comments`()
    throws
  {
    let links = Array(repeating: "[a](lid.md)", count: 90).joined(separator: " ")
    try folder.write(
      "site/it/page.md",
      """
      # Pagina

      \(links)

      [a](1.md) <a class="x" href="2.md">b</a> <abbr href="no.md"> `<a href="no.md">` <!-- [a](no.md) -->

      | a |
      |---|
      | <A HREF=3.md>a</A> |

      <div>
      <a
        href='4.md'>e</a> <!-- <a href="no.md"> -->
      </div>

      <script>
      <a href="no.md">
      </script>

      `{{< ref "sub/5.md" >}}` [h]({{%  relref "../it/6.md" %}}) {{</* ref "sub/no.md" */>}} ref "sub/no.md" {{< ref "no.md" >}}

      [i]: 7.md

      """)
    try folder.write("site/it/lid.md", "# Il coperchio\n")
    try folder.write("site/it/sub/lid.md", "# Il coperchio\n\n\(links)\n")
    let run = try Executable.run(
      ["--quiet", "--across", "--select=dead-link", "--locale=it-IT", "site"], in: folder.path)
    let found = run.output.split(separator: "\n").filter { $0.contains(" [dead-") }
      .compactMap { $0.split(separator: "'").dropFirst().first }
    #expect(
      found == ["1.md", "2.md", "3.md", "4.md", "sub/5.md", "../it/6.md", "7.md"],
      "\(run.output)\(run.error)")
  }

  /// What is said of anchors and links in `site/it`, between quotes.
  private func dead(_ words: String...) throws -> [String] {
    let run = try Executable.run(
      ["--quiet", "--across", "--select=dead-link,dead-anchor"] + words, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    return run.output.split(separator: "\n").filter { $0.contains(" [dead-") }
      .compactMap { $0.split(separator: "'").dropFirst().first.map(String.init) }
  }

  @Test func `Anchors are those that any site makes`() throws {
    let names = [
      "perché-usarlo", "perche-usarlo", "perch-usarlo", "größe", "grosse", "große", "groe",
      "grøsse-no", "esempio",
      "esempio_1", "esempio-1", "react-id", "react-two", "con-rif-qui", "nota", "immagine",
      "usare-piani-oggi", "titolo", "in-nota", "in-scheda", "in-div", "con-titolo-html",
      "etichetta",
      "usestate", "йод", "иод", "ệ-viet", "e-viet", "-lancio", "lancio", "__toc", "fn-a",
    ]
    try folder.write(
      "site/it/page.md",
      """
      # Pagina

      ## Perché usarlo

      ## Größe

      ## Esempio

      ## Uno {/*react-id*/}

      ## Due {/*#react-two*/}

      ### `useState(initialState)` {/*usestate*/}

      ## Con [rif][r] qui

      ## Nota[^1]

      ## ![icona](p1.png) Immagine

      ## Usare **[!UICONTROL Piani]** oggi

      ## Titolo [!BADGE Beta]{type=Info}

      ## Йод

      ## Ệ Viet

      ## :rocket: Lancio

      !!! note

          ### In nota

      === "Scheda"

          ### In scheda

      <div markdown="1">
      ### In div
      </div>

      <h2 class="a">Con <i>titolo</i> HTML</h2>

      (etichetta)=
      Testo.

      \(names.map { "[a](#\($0))" }.joined(separator: "\n"))

      [r]: lid.md

      """)
    #expect(try dead("--locale=it-IT", "site") == ["grøsse-no"])
  }

  @Test(arguments: [
    "import Part from './_part.md'\n\n<Part />", "<Part name=\"a\" />", "{{ include(\"x.md\") }}",
    "{{ part }}", "{{part}}", "## {{ title }}", "-8<- \"part.md\"", "--8<--\npart.md\n--8<--",
    "[part](part.md ':include')", "```{include} part.md\n```", "::include{file=part.md}",
    "!include part.md", "<!--@include: ./part.md-->", "{{#include part.md}}",
    "[!INCLUDE [a](b.md)]",
  ])
  func `Of pages that show others nothing is said`(_ line: String) throws {
    try folder.write("site/it/page.md", "# Pagina\n\n\(line)\n\n[a](#nulla)\n")
    #expect(try dead("--locale=it-IT", "site") == [])
  }

  @Test(arguments: [
    "[a](#includesymbols)\n\n## Include symbols", "```c\n#include <stdio.h>\n```",
    "`#include` e `import`", "L'attributo `@include`.", "<TABLE><TR><TD>a</TD></TR></TABLE>",
    "<div>a</div>", "Un {{ nome }} nel testo.",
  ])
  func `What only looks like it exempts nothing`(_ line: String) throws {
    try folder.write("site/it/page.md", "# Pagina\n\n\(line)\n\n[a](#nulla)\n")
    #expect(try dead("--locale=it-IT", "site") == ["nulla"])
  }

  @Test func `Publishers list files of redirections, and sites make pages`() throws {
    let links = Array(repeating: "[a](lid.md)", count: 40).joined(separator: " ")
    try folder.write(
      "site/it/page.md",
      """
      # Pagina

      \(links)

      [b](old.md) [c](gone.md) [d](moved.md) [e](lid&#46;md) [f](lid&#x2e;md#il-coperchio) [g](print.html)
      [h](search.html) [i](genindex.html) [j](404.html) [k](outside.md) [l](l&amp;d.md) [m](404.md)

      """)
    try folder.write("site/it/lid.md", "# Il coperchio\n")
    try folder.write("site/it/l&d.md", "# Il coperchio\n")
    try folder.write(
      ".openpublishing.publish.config.json",
      """
      {"docsets": [{"source": "site/it/gone.md"}],
       "redirection_files": ["redirections/one.json", "none.json", "../out.json"], "x": ["gone.md"]}
      """)
    try folder.write(
      "redirections/one.json",
      #"{"redirections": [{"source_path": "site/it/old.md", "redirect_url": "/x"}]}"#)
    try folder.write(
      "astro.config.mjs",
      "export default { redirects: { '/it/moved': { status: 302, destination: '/it/lid' } } }\n")
    #expect(try dead("--locale=it-IT", "site") == ["gone.md", "outside.md", "404.md"])
  }

  @Test func `What one locale alone lacks its source may have`() throws {
    func pair(_ text: String, _ number: Int = 102) -> String {
      "<span data-ttu-id=\"7e0c1-\(number)\">\(text)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"7e0c1-\(number)\">\(text)</span></span>\n"
    }
    let links = Array(repeating: "[a](lid.md)", count: 20).joined(separator: " ")
    for locale in ["it-IT", "fr-FR"] {
      let head = "---\nms.contentlocale: \(locale)\n---\n# Hub\n\n"
      let folder = "site/\(locale.lowercased())"
      try self.folder.write(
        "\(folder)/page.md", head + pair(links) + "\n" + pair("[b](old.md)", 103))
      try self.folder.write("\(folder)/lid.md", head + pair("Lid"))
      try self.folder.write("\(folder)/includes/part.md", pair("Part"))
    }
    #expect(try dead("site") == ["old.md", "old.md"])
    let run = try Executable.run(
      ["--quiet", "--across", "--select=dead-link", "."], in: folder.path("site/it-it"))
    #expect(run.status == 0 && run.output == "", "\(run.output)\(run.error)")
  }

  @Test func `Pairs need no locale`() throws {
    let links = Array(repeating: "[a](lid.md)", count: 20).joined(separator: " ")
    for folder in ["site", "site/it"] {
      try self.folder.write("\(folder)/page.md", "# Pagina\n\n\(links) [b](old.md) [c](#nulla)\n")
      try self.folder.write("\(folder)/lid.md", "# Il coperchio\n")
    }
    try folder.write(
      "loclint.yml", "source:\n  - target: site/it/{path}\n    source: site/{path}\n")
    #expect(try dead("site/it") == ["old.md", "nulla"])
  }

  // MARK: Two readings

  private static func linter() -> Linter {
    var resources = RuleLibrary.builtIn.resources
    resources.looksAcross = true
    let rules = RuleLibrary.builtIn.rules(from: resources).filter {
      $0.info.id == "inconsistent-metadata"
    }
    return Linter(
      formats: AllFormats.all, rules: rules.map { ($0, $0.info.severity) })
  }

  @Test func `A file that changes between the two readings is told of`() throws {
    let file = SourceFile(path: "docs/it-it/a.md")
    let linter = Self.linter()
    let bytes = Array(try #require(folder.read("docs/it-it/a.md")).utf8)
    var facts = FactStore()
    facts.add(linter.facts(of: bytes, of: file, as: SideBySideMarkdown()))
    let judged = linter.judged(
      CrossFileFindings(facts, of: [file], needs: .none) { _ in bytes })
    guard case .bilingual = judged.lint(bytes, of: file, as: SideBySideMarkdown()).outcome else {
      Issue.record("the same bytes were refused")
      return
    }
    let report = judged.lint(bytes + [0x0A], of: file, as: SideBySideMarkdown())
    guard case .unreadable("changed while it was checked") = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
  }

  @Test func `Facts that were cut short are read as zeros`() {
    var facts = FactBytes()
    facts.append(UInt64(0x0102_0304_0506_0708))
    facts.append(UInt32(9))
    var reader = FactReader(facts.bytes[...])
    #expect(reader.number64() == 0x0102_0304_0506_0708 && reader.number32() == 9)
    #expect(reader.isAtEnd)
    reader = FactReader(facts.bytes[..<5])
    #expect(reader.number32() == 0x0506_0708)
    #expect(reader.range().lower == 4 && reader.byte() == 0 && reader.isAtEnd)
  }
}
