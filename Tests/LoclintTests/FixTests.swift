import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

/// `--fix` and `--diff`, on files.
@Suite struct FixTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A page with a link to another page than its source's, or to the right one.
  private static func page(_ destination: String, lineEnd: String = "\n", start: String = "")
    -> String
  {
    start
      + [
        "---", "title: Guida", "ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186",
        "ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8", "ms.translationtype: HT",
        "ms.contentlocale: it-IT", "ms.lasthandoff: 04/23/2021", "ms.locfileid: \"62132296\"",
        "---", "",
        "<span data-ttu-id=\"7e0c1-103\">Vedi [guida](\(destination)).</span>"
          + "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">See [guide](guide.md)."
          + "</span></span>",
      ].joined(separator: lineEnd)
  }

  private static let faulty = page("panel.md")
  private static let mended = page("guide.md")

  private func run(_ words: String...) throws -> Executable.Outcome {
    try Executable.run(words, in: folder.path)
  }

  private func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path(name))
  }

  @Test func `A report ends with what mends itself, and the command for it`() throws {
    try folder.write("it-it/a.md", Self.faulty)
    let report = try run("--locale=it-IT", "-s", "links,markup", "--range", "it-it")
    #expect(
      report.output.hasSuffix(
        """
        Of 1 fault --fix may mend up to 1; --diff shows what would change.
        Next: loclint --select=links,markup --locale=it-IT --fix it-it

        """))
    try folder.write("list", "it-it/a.md\n")
    let listed = try run("--files-from=list")
    #expect(listed.output.hasSuffix("what would change.\n"), "a list has no command of its own")
    let fixed = try run("--fix", "it-it")
    #expect(fixed.output.contains("it-it/a.md: fixed 1 changed-link-target\n"))
    #expect(!fixed.output.contains("Next"))
  }

  @Test(arguments: [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}")])
  func `A file is mended, keeps its line ends and mode, and is not mended twice`(
    lineEnd: String, start: String
  ) throws {
    try folder.write("it-it/a.md", Self.page("panel.md", lineEnd: lineEnd, start: start))
    try setMode(0o640, of: "it-it/a.md")
    let first = try run("--fix", "it-it")
    #expect(first.status == 0 && first.error.isEmpty)
    #expect(
      first.output.contains("Fixed 1 fault in 1 file: 1 changed-link-target.\nNo faults found"))
    #expect(folder.read("it-it/a.md") == Self.page("guide.md", lineEnd: lineEnd, start: start))
    #expect(try mode("it-it/a.md") == 0o640)
    let second = try run("--fix", "it-it")
    #expect(second.status == 0 && !second.output.contains("Fixed"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("it-it")) == ["a.md"])
  }

  @Test func `What cannot be mended is still reported, and fails the run`() throws {
    try folder.write(
      "it-it/a.md", Self.faulty.replacing("Vedi", with: "Vedi `x\u{FFFD}`"))
    let outcome = try run("--fix", "-q", "it-it")
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("changed-link-target"))
    #expect(outcome.output.contains("replacement-character"))
  }

  @Test(arguments: ["pages/it-it/a.md", "pages/here", "pages/here/a.md", "pages/../pages/here/"])
  func `A page is not mended through a link, and others are`(path: String) throws {
    try folder.write("other/real.md", Self.faulty)
    try folder.write("pages/good.md", Self.faulty)
    try folder.makeFolder("pages/.git")
    try folder.makeFolder("pages/it-it")
    try folder.link("pages/it-it/a.md", to: "../../other/real.md")
    try folder.link("other/a.md", to: "real.md")
    try folder.link("pages/here", to: "../other")
    let run = try Executable.run(
      ["--fix", "-q", String(path.dropFirst("pages/".count)), "good.md"],
      in: folder.path("pages"))
    #expect(run.status == 2)
    #expect(
      run.error.hasPrefix("\(folder.path)/other/real.md: error: leads through the symbolic link '"))
    #expect(run.error.contains(path.contains("it-it") ? "'it-it/a.md'" : "'here'"))
    #expect(folder.read("other/real.md") == Self.faulty)
    #expect(folder.read("pages/good.md") == Self.mended)
  }

  @Test func `A page that is also there without a link is mended`() throws {
    try folder.write("it-it/a.md", Self.faulty)
    try folder.link("here", to: "it-it")
    #expect(try run("--fix", "here", "it-it").status == 0)
    #expect(folder.read("it-it/a.md") == Self.mended)
  }

  @Test func `A page outside of the repository is mended if its path has no link`() throws {
    try folder.write("other/a.md", Self.faulty)
    try folder.makeFolder("pages/.git")
    #expect(
      try Executable.run(["--fix", "../other"], in: folder.path("pages")).status == 0)
    #expect(folder.read("other/a.md") == Self.mended)
  }

  @Test func `A page with several hard links is left as it is`() throws {
    try folder.write("it-it/a.md", Self.faulty)
    try FileManager.default.linkItem(
      atPath: folder.path("it-it/a.md"), toPath: folder.path("twin"))
    let outcome = try run("--fix", "-q", "it-it")
    #expect(outcome.status == 2)
    #expect(
      outcome.error
        == "it-it/a.md: error: has 2 names (hard links), which would part, and was left as it is\n")
    #expect(folder.read("it-it/a.md") == Self.faulty && folder.read("twin") == Self.faulty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("it-it")) == ["a.md"])
  }

  @Test func `Extended attributes are kept`() throws {
    try folder.write("it-it/a.md", Self.faulty)
    let path = folder.path("it-it/a.md")
    guard Attributes.set("user.origin", "hive \0 lantern", of: path) else {
      print("This file system has no extended attributes; nothing is tested.")
      return
    }
    #expect(Attributes.set("user.empty", "", of: path))
    #expect(try run("--fix", "it-it").status == 0)
    #expect(folder.read("it-it/a.md") == Self.mended)
    #expect(Attributes.value("user.origin", of: path) == "hive \0 lantern")
    #expect(Attributes.value("user.empty", of: path) == "")
  }

  @Test func `An access control list is kept, and none comes from the folder`() throws {
    for name in ["a.md", "b.md"] { try folder.write("it-it/\(name)", Self.faulty) }
    let path = folder.path("it-it/a.md")
    // One more user may write, as far as a mask lets him, which takes that away.
    let list = Attributes.accessList(reader: 1234, rights: 6, mask: 4)
    let forNewFiles = Attributes.accessList(reader: 4321, rights: 7, mask: 7)
    guard Attributes.set("system.posix_acl_access", list, of: path),
      Attributes.set("system.posix_acl_default", forNewFiles, of: folder.path("it-it"))
    else {
      print("This file system has no access control lists; nothing is tested.")
      return
    }
    let modes = try ["it-it/a.md", "it-it/b.md"].map(mode)
    #expect(try run("--fix", "it-it").status == 0)
    #expect(folder.read("it-it/a.md") == Self.mended && folder.read("it-it/b.md") == Self.mended)
    #expect(Attributes.bytes("system.posix_acl_access", of: path) == list)
    #expect(Attributes.bytes("system.posix_acl_access", of: folder.path("it-it/b.md")) == nil)
    #expect(try ["it-it/a.md", "it-it/b.md"].map(mode) == modes)
  }

  @Test func `A difference is printed, nothing is written, and git makes of it what --fix does`()
    throws
  {
    try folder.write("it-it/guida è 1.md", Self.faulty)
    try folder.write("it-it/clean.md", Self.mended)
    try FileManager.default.copyItem(
      atPath: "\(Checkout.root)/Samples", toPath: folder.path("Samples"))
    for name in ["-", "\u{FEFF}"] {
      try folder.write("it-it/b\(name).md", Self.page("panel.md", lineEnd: "\r\n", start: name))
    }
    let difference = try run("--diff", "--fix=suggested", "--profile=all", "Samples", "it-it")
    #expect(difference.status == 1 && difference.error.isEmpty)
    #expect(folder.read("it-it/guida è 1.md") == Self.faulty)
    #expect(
      difference.output.contains(
        """
        +++ b/it-it/guida è 1.md\t
        @@ -8,4 +8,4 @@
         ms.locfileid: "62132296"
         ---
        """))
    // Each in a copy of its own.
    try folder.write("patch", difference.output)
    for copy in ["git", "fix"] {
      try folder.makeFolder(copy)
      for name in ["Samples", "it-it"] {
        try FileManager.default.copyItem(
          atPath: folder.path(name), toPath: folder.path("\(copy)/\(name)"))
      }
    }
    let git = try #require(Executable.find("git"))
    #expect(
      try Executable.run(
        ["apply", "--whitespace=nowarn", "../patch"], as: git, in: folder.path("git"),
        environment: ["GIT_CEILING_DIRECTORIES": folder.path]
      ).status == 0)
    _ = try Executable.run(
      ["--fix=suggested", "--profile=all", "Samples", "it-it"], in: folder.path("fix"))
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path("fix")))
    for case let path as String in paths where path.hasSuffix(".md") {
      #expect(folder.read("git/\(path)") == folder.read("fix/\(path)"), "\(path)")
    }
    #expect(folder.read("fix/it-it/guida è 1.md") == Self.mended)
    #expect(try run("--diff", "it-it/clean.md").status == 0)
  }

  @Test func `A name that git could not read is in quotes`() {
    let difference = UnifiedDifference(path: "/a\"b\\\tè\u{1}.md")
    let text = String(decoding: difference.text(Array("a".utf8), Array("b".utf8)), as: UTF8.self)
    let name = #"a\"b\\\011è\001.md""#
    #expect(
      text == """
        diff --git "a/\(name) "b/\(name)
        --- "a/\(name)
        +++ "b/\(name)
        @@ -1,1 +1,1 @@
        -a
        \\ No newline at end of file
        +b
        \\ No newline at end of file

        """)
  }

  @Test func `A file without leave to write is left as it is`() throws {
    try folder.write("it-it/a.md", Self.faulty)
    try folder.write("it-it/b.md", Self.faulty)
    try setMode(0o444, of: "it-it/a.md")
    let outcome = try run("--fix", "-q", "it-it")
    #expect(outcome.status == 2)
    #expect(
      outcome.error == "it-it/a.md: error: is write-protected, and was left as it is\n")
    #expect(outcome.output.contains("it-it/a.md:11:44: error:"))
    #expect(folder.read("it-it/a.md") == Self.faulty)
    #expect(folder.read("it-it/b.md") == Self.mended)
    let told = try run("--fix", "it-it")
    #expect(told.output.contains("\nMended 0; 1 page could not be written.\n"), "\(told)")
    #expect(told.output.contains(" --fix may mend up to 1"), "what is left is counted")
  }

  @Test func `A file that has changed since it was read is left as it is`() throws {
    try folder.write("a.md", "new")
    let replacement = FileReplacement(
      of: try WritePermission().destination(of: folder.path("a.md")), holding: Array("old".utf8),
      TemporaryFiles())
    let error = #expect(throws: FileError.self) { try replacement.write(Array("mended".utf8)) }
    #expect(error?.description == "has changed since it was read, and was left as it is")
    #expect(folder.read("a.md") == "new")
    #expect(try folder.names() == ["a.md"])
  }

  /// A page with links to other pages than its source's, in segments from 103 on.
  private static func page(with destinations: [String], after body: String = "") -> String {
    let head = mended.prefix(upTo: mended.range(of: "<span")!.lowerBound) + "\n" + body
    return head
      + destinations.enumerated().map { index, destination in
        let id = "7e0c1-\(103 + index)"
        return "<span data-ttu-id=\"\(id)\">Vedi [guida](\(destination)).</span>"
          + "<span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">See [guide](guide.md)."
          + "</span></span>\n"
      }.joined()
  }

  @Test func `What a comment keeps back is not mended`() throws {
    let comment = "<!-- loclint-disable-next-line changed-link-target: meant -->\n"
    try folder.write(
      "it-it/a.md", Self.page(with: ["panel.md", "panel.md"], after: comment))
    #expect(try run("--fix", "it-it").output.contains("Fixed 1 fault in 1 file: "))
    #expect(
      folder.read("it-it/a.md") == Self.page(with: ["panel.md", "guide.md"], after: comment))
    #expect(try run("--diff", "it-it").output == "")
  }

  @Test func `What a baseline lists is not mended, and stays in it`() throws {
    try folder.write("it-it/a.md", Self.page(with: ["panel.md", "guide.md", "guide.md"]))
    #expect(try run("--write-baseline=known.txt", "it-it").status == 0)
    let list = folder.read("known.txt")
    try folder.write("it-it/a.md", Self.page(with: ["panel.md", "panel.md", "guide.md"]))
    let fixing = try run("--fix", "--baseline=known.txt", "--prune-baseline", "it-it")
    #expect(fixing.status == 0 && fixing.error == "", "\(fixing)")
    #expect(fixing.output.contains("Fixed 1 fault in 1 file: "))
    #expect(folder.read("it-it/a.md") == Self.page(with: ["panel.md", "guide.md", "guide.md"]))
    #expect(folder.read("known.txt") == list)
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `With --changed-lines only such lines are mended`() throws {
    func git(_ words: String...) throws {
      let run = try Executable.run(
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
          + words, as: try #require(Executable.find("git")), in: folder.path)
      try #require(run.status == 0, "\(run.error)")
    }
    try folder.write("it-it/a.md", Self.page(with: ["panel.md", "guide.md", "guide.md"]))
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-q", "-m", "first")
    try folder.write("it-it/a.md", Self.page(with: ["panel.md", "guide.md", "hub.md"]))
    let words = ["--changed-since=HEAD", "--changed-lines", "it-it"]
    let difference = try Executable.run(["--diff"] + words, in: folder.path)
    #expect(
      difference.output.contains("hub.md")
        && !difference.output.contains("-<span data-ttu-id=\"7e0c1-103"))
    #expect(try Executable.run(["--fix"] + words, in: folder.path).status == 0)
    #expect(folder.read("it-it/a.md") == Self.page(with: ["panel.md", "guide.md", "guide.md"]))
  }

  /// Whether a process may mount a file system that only it sees.
  private static let canMount: Bool = {
    guard let folder = try? TemporaryFolder(), Executable.find("unshare") != nil else {
      return false
    }
    return (try? mounting("size=64k", folder, then: "true"))?.status == 0
  }()

  /// Runs a shell command in a folder that a file system in memory takes the place of.
  private static func mounting(_ options: String, _ folder: TemporaryFolder, then command: String)
    throws -> Executable.Outcome
  {
    try Executable.run(
      [
        "-rm", "sh", "-c",
        "mount -t tmpfs -o \(options) tmpfs \(folder.path) && cd \(folder.path) && \(command)",
      ], as: try #require(Executable.find("unshare")), in: "/")
  }

  @Test(.enabled(if: canMount, "no file system can be mounted here"))
  func `On a full disk nothing is lost`() throws {
    let store = try TemporaryFolder()
    try store.write("a.md", Self.faulty)
    let outcome = try Self.mounting(
      "size=16k", folder,
      then: """
        mkdir it-it && cp \(store.path)/a.md it-it/a.md
        cat /dev/zero > full 2>/dev/null
        \(Executable.loclint) --fix -q it-it; echo $?; ls -A it-it; cmp it-it/a.md \(store.path)/a.md
        """)
    #expect(outcome.error == "it-it/a.md: error: no space left on device\n")
    #expect(outcome.output.hasSuffix("[changed-link-target]\n2\na.md\n"), "\(outcome)")
  }

  @Test(.enabled(if: canMount, "no file system can be mounted here"))
  func `In a folder without leave to write nothing is lost`() throws {
    let store = try TemporaryFolder()
    try store.write("a.md", Self.faulty)
    let outcome = try Self.mounting(
      "size=64k", folder,
      then: """
        mkdir it-it && cp \(store.path)/a.md it-it/a.md && mount -o remount,ro \(folder.path)
        \(Executable.loclint) --fix -q it-it; echo $?; ls -A it-it; cmp it-it/a.md \(store.path)/a.md
        """)
    #expect(outcome.error.hasPrefix("it-it/a.md: error: "))
    #expect(outcome.output.hasSuffix("[changed-link-target]\n2\na.md\n"), "\(outcome)")
  }

  /// A page whose version was localized so many times, each in a segment on a line of its own.
  private static func versions(_ lines: [String]) -> String {
    var page = ""
    for (index, line) in lines.enumerated() {
      page += line + "\n"
      guard !line.hasPrefix("<!--") else { continue }
      page = String(page.dropLast(line.count + 1))
      page +=
        "<span data-ttu-id=\"7e0c1-\(index + 103)\">\(line)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"7e0c1-\(index + 103)\">\(line.replacing(",", with: "."))</span></span>\n\n"
    }
    return page
  }

  @Test func `What a comment keeps back stays, though the finding stands elsewhere`() throws {
    let comment = "<!-- loclint-disable-next-line localized-version: quoted -->"
    for order in [["Hub v2,5 a", comment, "Hub v2,5 b"], [comment, "Hub v2,5 a", "Hub v2,5 b"]] {
      try folder.write("it-it/a.md", Self.versions(order))
      let options = ["--quiet", "--select=localized-version,unused-suppression"]
      let before = try Executable.run(options + ["--fail-on=note", "it-it"], in: folder.path)
      #expect(before.status == 1 && !before.output.contains("unused"), "\(before)")
      let run = try Executable.run(options + ["--fix", "--fail-on=note", "it-it"], in: folder.path)
      #expect(run.status == 0 && run.output == "", "\(run)")
      let mended = folder.read("it-it/a.md") ?? ""
      let kept = order[1] == comment ? "b" : "a"
      #expect(mended.contains("v2,5 \(kept)<"))
      #expect(!mended.contains("v2,5 \(kept == "a" ? "b" : "a")<"))
    }
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func `Lines that were not touched stay, though a finding stands for them too`() throws {
    func git(_ words: String...) throws {
      let git = try #require(Executable.find("git"))
      let user = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
      #expect(try Executable.run(user + words, as: git, in: folder.path).status == 0)
    }
    try git("init", "-q")
    try folder.write("it-it/a.md", Self.versions(["Hub v2,5 a", "Hub v2,5 b", "Hub c"]))
    try git("add", "-A")
    try git("commit", "-q", "-m", "first")
    try folder.write("it-it/a.md", Self.versions(["Hub v2,5 a", "Hub v2,5 b", "Hub v2,5 c"]))
    let options = [
      "--quiet", "--select=localized-version", "--changed-since=HEAD", "--changed-lines",
      "--fail-on=note",
    ]
    // It is told where the line is new, though the file had the fault before.
    let before = try Executable.run(options, in: folder.path)
    #expect(before.output.hasPrefix("it-it/a.md:5:"), "\(before)")
    let run = try Executable.run(options + ["--fix"], in: folder.path)
    #expect(run.status == 0, "\(run)")
    #expect(
      folder.read("it-it/a.md")?.replacing("v2.5 c</span><span", with: "v2,5 c</span><span")
        == Self.versions(["Hub v2,5 a", "Hub v2,5 b", "Hub v2,5 c"]))
  }
}
