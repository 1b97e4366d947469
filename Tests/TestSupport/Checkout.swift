import Foundation

/// The repository that the tests were built from.
public enum Checkout {
  public static let root =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A file as it is in the working tree.
  public static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
  }

  /// The rooms: folders of `Sources` with Swift in them, but for those of tools, which have a hyphen.
  public static func rooms() throws -> [String] {
    let folder = URL(filePath: "\(root)/Sources")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      let files = FileManager.default.enumerator(atPath: folder.appending(path: name).path)
      return !name.contains("-")
        && files?.contains { ($0 as? String)?.hasSuffix(".swift") == true } == true
    }.sorted()
  }

  public static func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }
}
