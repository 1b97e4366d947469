import LintReporters
import LintText

/// Folders of commits as git keeps them, by their names: those that pages have in common are read once.
struct GitTrees {
  enum Kind {
    case file, folder
  }

  /// A folder: a list of entries in the order of their names. Each is the mode in octal digits, a space, the name,
  /// a zero byte, and the name of the object in as many bytes as half the digits of the folder's own.
  private struct Tree {
    let content: [UInt8]
    /// Where each entry begins: a page is looked up among thousands beside it without reading these.
    let starts: [UInt32]
    let idLength: Int

    init(_ content: [UInt8], idLength: Int) {
      self.content = content
      self.idLength = idLength
      let bytes = content.span
      var starts: [UInt32] = []
      var start = 0
      while let end = bytes.firstIndex(of: 0, from: start), end + idLength < bytes.count {
        starts.append(UInt32(start))
        start = end + idLength + 1
      }
      self.starts = starts
    }
  }

  /// Of what is kept, in bytes; what comes when there is more is begun anew.
  private static let most = 4 << 20
  /// Of commits whose folder is known.
  private static let mostRoots = 10_000

  private var roots: [String: String] = [:]
  private var trees: [String: Tree] = [:]
  private var bytes = 0

  /// The folder of a commit, where it is known.
  func root(of commit: String) -> String? { roots[commit] }

  func holds(_ tree: String) -> Bool { trees[tree] != nil }

  mutating func keep(root tree: String, of commit: String) {
    if roots.count >= Self.mostRoots { roots = [:] }
    roots[commit] = tree
  }

  mutating func keep(_ content: [UInt8], of tree: String) {
    // One that is larger by itself is kept until the next comes: all pages in it need it.
    if bytes > Self.most { (trees, bytes) = ([:], 0) }
    trees[tree] = Tree(content, idLength: tree.utf8.count / 2)
    bytes += content.count
  }

  /// What git calls an entry of a folder; `nil` where it has none of that name and kind.
  func entry(_ name: [UInt8], of tree: String, _ kind: Kind) -> String? {
    guard let tree = trees[tree] else { return nil }
    let wanted = name + (kind == .folder ? [0x2F] : [])
    let index = tree.starts.partitionPoint {
      Self.name(in: tree, at: $0).lexicographicallyPrecedes(wanted)
    }
    guard index < tree.starts.count, Self.name(in: tree, at: tree.starts[index]) == wanted else {
      return nil
    }
    let bytes = tree.content.span
    let start = Int(tree.starts[index])
    // A link is no file: what it names is elsewhere.
    guard kind == .folder || bytes.has("100644 ", at: start) || bytes.has("100755 ", at: start),
      let end = bytes.firstIndex(of: 0, from: start)
    else { return nil }
    return Digest.hexadecimal(tree.content[(end + 1)...(end + tree.idLength)])
  }

  /// What git orders entries by: a folder as if a slash stood behind its name.
  private static func name(in tree: Tree, at start: UInt32) -> [UInt8] {
    let bytes = tree.content.span
    guard let space = bytes.firstIndex(of: 0x20, from: Int(start)),
      let end = bytes.firstIndex(of: 0, from: space)
    else { return [] }
    let isFolder = bytes.has("40000 ", at: Int(start))
    return [UInt8](bytes.extracting(space + 1..<end)) + (isFolder ? [0x2F] : [])
  }
}
