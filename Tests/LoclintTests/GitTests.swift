import Foundation
import LintCore
import TestSupport
import Testing

@testable import LintWorkspace
@testable import loclint

@Suite struct GitTests {
  @Test(
    arguments: [
      ("https://example.org/a/b.git", "https://example.org/a/b"),
      ("https://user:secret@example.org/a/b", "https://example.org/a/b"),
      ("https://example.org:8443/a/b/", "https://example.org:8443/a/b"),
      ("http://example.org/a/b", "http://example.org/a/b"),
      ("git@example.org:a/b.git", "https://example.org/a/b"),
      ("example.org:a/b", "https://example.org/a/b"),
      ("ssh://git@example.org:22/a/b.git", "https://example.org/a/b"),
      ("git://example.org/a/b", "https://example.org/a/b"),
      // Sites that have another host for SSH.
      ("git@ssh.dev.azure.com:v3/org/a%20b/c", "https://dev.azure.com/org/a%20b/_git/c"),
      ("org@vs-ssh.visualstudio.com:v3/org/a/b", "https://dev.azure.com/org/a/_git/b"),
      ("ssh://git@ssh.github.com:443/a/b.git", "https://github.com/a/b"),
      ("ssh://git@altssh.gitlab.com:443/a/b/c.git", "https://gitlab.com/a/b/c"),
      ("ssh://git@altssh.bitbucket.org:443/a/b.git", "https://bitbucket.org/a/b"),
      ("/srv/git/a.git", nil), ("../a", nil), ("./a:b", nil), ("file:///srv/a", nil), ("", nil),
      ("https://example.org", nil), ("https://example.org/a b", nil),
      ("https://example.org/a?token=x", nil), ("https://user@/a", nil),
    ] as [(String, String?)])
  func webAddress(_ remote: String, _ address: String?) {
    #expect(Git.webAddress(of: remote) == address)
  }

  @Test func rootIsTheNearestFolderWithGit() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("outer/.git")
    try folder.makeFolder("outer/a/b")
    try folder.write("outer/a/linked/.git", "gitdir: elsewhere\n")
    try folder.makeFolder("outer/a/linked/c")
    #expect(Repository(around: folder.path("outer/a/b"))?.root == folder.path("outer"))
    #expect(
      Repository(around: folder.path("outer/a/linked/c"))?.root == folder.path("outer/a/linked"))
    #expect(Repository(around: folder.path("missing")) == nil)
  }

  @Test func noAnswerWithoutARepository() throws {
    let folder = try TemporaryFolder()
    #expect(Git(root: folder.path).repository == nil)
    #expect(Git(root: folder.path("missing")).repository == nil)
  }

  @Test(.enabled(if: Executable.find("git") != nil))
  func answers() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "a\n")
    for words in [
      "init -q -b trunk", "add a.md",
      "-c user.name=A -c user.email=a@example.org -c commit.gpgsign=false commit -q -m first",
      "remote add origin https://user:secret@example.org/a/b.git",
    ] {
      let git = try Executable.run(
        ["-C", folder.path] + words.split(separator: " ").map(String.init),
        as: try #require(Executable.find("git")), in: folder.path)
      #expect(git.status == 0, "\(git.error)")
    }
    let repository = try #require(Git(root: folder.path).repository)
    #expect(repository.url == "https://example.org/a/b")
    #expect(repository.branch == "trunk")
    #expect(repository.revision.utf8.count == 40)
  }
}
