import Testing

@testable import LintWorkspace

@Suite struct GitTreesTests {
  private static let tree = String(repeating: "a", count: 40)

  /// What git writes of a folder.
  private static func content(_ entries: [(mode: String, name: String)]) -> [UInt8] {
    entries.enumerated().flatMap { index, entry in
      Array("\(entry.mode) \(entry.name)\0".utf8)
        + [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 20)
    }
  }

  private static func id(_ index: Int) -> String {
    let digits = String(index, radix: 16)
    return String(repeating: digits.count == 1 ? "0" + digits : digits, count: 20)
  }

  @Test func `Entries are found in git's order, in which a folder has a slash behind its name`() {
    var trees = GitTrees()
    trees.keep(
      Self.content([
        ("100644", "a-b"), ("100755", "a.md"), ("40000", "a"), ("40000", "b.md"),
        ("120000", "link"), ("160000", "module"), ("100644", "ü.md"),
      ]), of: Self.tree)
    func entry(_ name: String, _ kind: GitTrees.Kind) -> String? {
      trees.entry(Array(name.utf8), of: Self.tree, kind)
    }
    #expect(entry("a-b", .file) == Self.id(0))
    #expect(entry("a.md", .file) == Self.id(1))
    #expect(entry("a", .folder) == Self.id(2))
    #expect(entry("ü.md", .file) == Self.id(6))
    for name in ["a", "b.md", "link", "module", "c", ""] { #expect(entry(name, .file) == nil) }
    for name in ["a.md", "module", "link", "b"] { #expect(entry(name, .folder) == nil) }
    #expect(trees.entry(Array("a".utf8), of: "none", .folder) == nil)
  }

  @Test func `Among many names each is found`() {
    var trees = GitTrees()
    let names = (0..<3000).map { "\(10000 + $0).md" }
    trees.keep(Self.content(names.map { ("100644", $0) }), of: Self.tree)
    for (index, name) in names.enumerated() {
      #expect(trees.entry(Array(name.utf8), of: Self.tree, .file) == Self.id(index % 256))
    }
  }

  @Test func `What is no folder of git's has no entries`() {
    for content in ["", "100644", "100644 a", "100644 a\0", "\0\0\0", "100644 a\0short"] {
      var trees = GitTrees()
      trees.keep(Array(content.utf8), of: Self.tree)
      #expect(trees.entry(Array("a".utf8), of: Self.tree, .file) == nil)
    }
  }
}
