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
}
