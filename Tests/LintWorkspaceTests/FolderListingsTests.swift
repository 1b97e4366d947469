import LintCore
import TestSupport
import Testing

@testable import LintWorkspace

@Suite struct FolderListingsTests {
  @Test func `Files and folders are found in any letter case`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Docs/Lid.md", "")
    let files = FolderListings(folder.path)
    #expect(files.hasFile("docs/lid.MD"))
    #expect(files.hasFolder("DOCS"))
    #expect(!files.hasFile("docs/lamp.md"))
    #expect(!files.hasFolder("docs/lid/a/b"))
  }

  @Test func `Links lead to folders of the root alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("other/secret.md", "")
    try folder.write("root/docs/lid.md", "")
    try folder.link("root/inside", to: "docs")
    try folder.link("root/outside", to: "../other")
    let files = FolderListings(folder.path("root"))
    #expect(files.hasFile("inside/lid.md"))
    #expect(!files.hasFile("outside/secret.md"))
    #expect(!files.hasFolder("outside"))
  }

  @Test(arguments: [
    (
      ".openpublishing.redirection.json",
      #"{"redirections":[{"source_path":"docs/old.md","redirect_url":"/hive/lid"}]}"#
    ),
    ("static/_redirects", "/docs/old  /docs/lid 301\n"),
    ("docs/_redirects.txt", "/it/docs/Old\t/it/docs/Lid\n"),
    ("mkdocs.yml", "plugins:\n  - redirects:\n      redirect_maps:\n        'old.md': 'lid.md'\n"),
    ("netlify.toml", "[[redirects]]\nfrom = \"/docs/old/*\"\nto = \"/docs/:splat\"\n"),
  ])
  func `Publishers' files tell where readers are sent elsewhere`(_ file: String, _ text: String)
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("docs/lid.md", "")
    try folder.write(file, text)
    let files = FolderListings(folder.path)
    #expect(files.redirects(file == "netlify.toml" ? "docs/old/a.md" : "docs/old.md"))
    #expect(!files.redirects("docs/lamp.md"))
  }

  @Test func `A site's navigation is no redirection`() throws {
    let folder = try TemporaryFolder()
    try folder.write("docs/lid.md", "")
    try folder.write("mkdocs.yml", "nav:\n  - guide/old.md\n")
    #expect(!FolderListings(folder.path).redirects("docs/old.md"))
  }

  @Test func `Redirections outside of the root are not read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("other.json", "docs/old.md")
    try folder.write("root/docs/lid.md", "")
    try folder.link("root/.openpublishing.redirection.json", to: "../other.json")
    #expect(!FolderListings(folder.path("root")).redirects("docs/old.md"))
  }
}
