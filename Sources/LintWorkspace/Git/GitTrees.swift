import LintText

/// Folders of commits as git keeps them, by their names: those that pages have in common are read once.
struct GitTrees {
  enum Kind {
    case file, folder
  }

  /// Of what is kept, in bytes; more is begun anew.
  private static let most = 4 << 20
  /// Of commits whose folder is known.
  private static let mostRoots = 10_000

  private var roots: [String: String] = [:]
  private var trees: [String: [UInt8]] = [:]
  private var bytes = 0

  /// The folder of a commit, where it is known and held.
  func root(of commit: String) -> String? { roots[commit] }

  func holds(_ tree: String) -> Bool { trees[tree] != nil }

  mutating func keep(root tree: String, of commit: String) {
    if roots.count >= Self.mostRoots { roots = [:] }
    roots[commit] = tree
  }

  mutating func keep(_ content: [UInt8], of tree: String) {
    if bytes + content.count > Self.most { (trees, bytes) = ([:], 0) }
    trees[tree] = content
    bytes += content.count
  }

  /// What git calls an entry of a folder; `nil` where it has none of that name and kind.
  ///
  /// A folder is a list of entries: the mode in octal digits, a space, the name, a zero byte, and the name of
  /// the object in as many bytes as half the digits of the folder's own.
  func entry(_ name: [UInt8], of tree: String, _ kind: Kind) -> String? {
    guard let content = trees[tree] else { return nil }
    let (bytes, name, length) = (content.span, name.span, tree.utf8.count / 2)
    var start = 0
    while let space = bytes.firstIndex(of: 0x20, from: start),
      let end = bytes.firstIndex(of: 0, from: space), end + length < bytes.count
    {
      if end - space - 1 == name.count,
        bytes.extracting(space + 1..<end).elementsEqual(name)
      {
        let mode = bytes.extracting(start..<space)
        let isKind =
          switch kind {
          // A link is none: what it names is elsewhere.
          case .file: mode.elementsEqual("100644") || mode.elementsEqual("100755")
          case .folder: mode.elementsEqual("40000")
          }
        return isKind ? Self.digits(bytes.extracting(end + 1...end + length)) : nil
      }
      start = end + length + 1
    }
    return nil
  }

  private static func digits(_ bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for index in bytes.indices {
      for digit in [bytes[index] >> 4, bytes[index] & 0x0F] {
        text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
