import Foundation
import LintCore
import LintWorkspace
import TestSupport
import Testing

@Suite struct FileFinderTests {
  /// The files found from some paths in a folder, relative to it, and the problems.
  private func find(_ paths: [String], in folder: TemporaryFolder) -> (
    files: [String], problems: [String]
  ) {
    var finder = FileFinder(root: folder.path) { $0.hasSuffix(".md") }
    for path in paths { finder.add(folder.path(path)) }
    finder.sort()
    let prefix = folder.path + "/"
    return (
      finder.files.map { String($0.path.dropFirst(prefix.count)) },
      finder.problems.map { "\($0.path.dropFirst(prefix.count)): \($0.reason)" }
    )
  }

  @Test func orderIsThatOfTheBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a/z.md", "a-b.md", "a.md", "B.md", "é.md", "z.txt"] {
      try folder.write(name, "")
    }
    let found = find(["."], in: folder)
    #expect(found.files == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"])
    #expect(found.problems == [])
  }

  @Test func eachFileOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.md", "")
    try folder.link("link.md", to: "a/b.md")
    #expect(find([".", "a", "a/b.md", "a/../a/b.md", "link.md"], in: folder).files == ["a/b.md"])
  }

  @Test func namesAreBytes() throws {
    let folder = try TemporaryFolder()
    // To a String these are the same.
    try folder.write("\u{E9}/a.md", "")
    try folder.write("e\u{301}/a.md", "")
    let found = find([".", "e\u{301}", "\u{E9}"], in: folder).files
    #expect(
      found.map { Array($0.utf8) } == ["e\u{301}/a.md", "\u{E9}/a.md"].map { Array($0.utf8) })
    #expect(FileFinder.relative("/\u{E9}", to: "/e\u{301}") == "/\u{E9}")
  }

  @Test func linksAreFollowedOnlyByName() throws {
    let folder = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("x.md", "")
    try folder.write("a/b.md", "")
    try folder.link("a/loop", to: "..")
    try folder.link("a/self.md", to: "self.md")
    try folder.link("a/outside", to: elsewhere.path)
    try folder.link("a/outside.md", to: elsewhere.path("x.md"))
    #expect(find(["."], in: folder).files == ["a/b.md"])
    var finder = FileFinder(root: folder.path) { $0.hasSuffix(".md") }
    finder.add(folder.path("a/outside"))
    #expect(finder.files.map(\.path) == [elsewhere.path("x.md")])
    #expect(
      find(["a/self.md"], in: folder).problems == [
        "a/self.md: too many levels of symbolic links"
      ])
  }

  @Test func aLinkIsTakenForWhatItLeadsTo() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.md", "")
    try folder.write("note.txt", "")
    try folder.link("page", to: "page.md")
    try folder.link("note.md", to: "note.txt")
    #expect(find(["page"], in: folder).files == ["page.md"])
    #expect(
      find(["note.md"], in: folder).problems == [
        "note.md: is not a kind of file that loclint reads"
      ])
  }

  @Test func foldersThatLookLikeFilesAreWalked() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.md/y.md", "")
    for name in [".git/a.md", ".hidden.md", "node_modules/b.md"] { try folder.write(name, "") }
    #expect(find(["."], in: folder).files == ["x.md/y.md"])
    #expect(find([".hidden.md"], in: folder).files == [".hidden.md"])
  }

  @Test func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "")
    try folder.makeFolder("empty")
    let found = find(["missing.md", "empty", "a.txt"], in: folder)
    #expect(found.files == [])
    #expect(
      found.problems == [
        "missing.md: no such file or directory", "empty: holds no document",
        "a.txt: is not a kind of file that loclint reads",
      ])
  }

  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a/b", "/", "a/b"), ("/ab", "/a", "/ab"), ("/a", "/a", "."),
  ])
  func relative(_ path: String, _ folder: String, _ relative: String) {
    #expect(FileFinder.relative(path, to: folder) == relative)
  }
}
