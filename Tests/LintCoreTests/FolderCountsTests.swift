import Testing

@testable import LintCore

@Suite struct FolderCountsTests {
  private static func worst(_ files: [(String, Int)], _ most: Int = 9) -> [String] {
    var counts = FolderCounts()
    for (path, count) in files { counts.add(count, in: path) }
    return counts.worst(most).map { "\($0.folder) \($0.count)" }
  }

  @Test func `Folders side by side are compared, below the one that holds all`() {
    #expect(
      Self.worst([("d/a/x/1", 2), ("d/a/x/2", 1), ("d/a/y/1", 1), ("d/b/1", 3), ("d/c/1", 9)])
        == ["d/c 9", "d/a 4", "d/b 3"])
    #expect(Self.worst([("d/a/x/1", 2), ("d/a/y/1", 3), ("d/b/1", 1)], 1) == ["d/a 5"])
    // Folders come again where files of several lists are put together.
    #expect(Self.worst([("a/1", 1), ("ab/1", 3), ("a/2", 1)]) == ["ab 3", "a 2"])
    #expect(Self.worst([("/a/b/1", 1), ("/a/c/1", 2)]) == ["/a/c 2", "/a/b 1"])
    #expect(Self.worst([("../a/1", 1), ("b/1", 2), ("1", 5)]) == ["b 2", "../a 1"])
  }

  @Test(arguments: [[], [("a", 1)], [("a/b", 1), ("a/c", 2)], [("a/b", 1), ("a/c/d", 2)]])
  func `Without two folders there is no worst`(files: [(String, Int)]) {
    #expect(Self.worst(files).isEmpty)
  }
}
