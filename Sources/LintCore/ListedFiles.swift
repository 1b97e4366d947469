/// A tree of files of which only the paths are known.
public struct ListedFiles: FileTree {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  public init(_ paths: [String] = []) {
    for path in paths {
      var path = path.lowercased()
      files.insert(path)
      while let slash = path.lastIndex(of: "/") {
        path = String(path[..<slash])
        guard folders.insert(path).inserted else { break }
      }
    }
  }

  public func hasFile(_ path: String) -> Bool { files.contains(path.lowercased()) }
  public func hasFolder(_ path: String) -> Bool { folders.contains(path.lowercased()) }
  public func redirects(_ path: String) -> Bool { false }
}
