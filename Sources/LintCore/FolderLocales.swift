import LintText
import Synchronization

/// The locales that the folders of a path name, kept for the folder that was asked for last: files come
/// folder by folder.
final class FolderLocales: Sendable {
  private let last = Mutex<(folder: String, locales: [LocaleTag])>(("", []))

  /// The same as `LocaleTag.inFolders`, which looks at folders only.
  func locales(of path: String) -> [LocaleTag] {
    let known = last.withLock { $0 }
    if Self.isFile(path.utf8Span.span, in: known.folder.utf8Span.span) { return known.locales }
    let locales = LocaleTag.inFolders(of: path)
    if let slash = path.utf8.lastIndex(of: 0x2F) {
      let folder = String(path[...slash])
      last.withLock { $0 = (folder, locales) }
    }
    return locales
  }

  private static func isFile(_ path: Span<UInt8>, in folder: Span<UInt8>) -> Bool {
    !folder.isEmpty && folder.count <= path.count
      && path.extracting(first: folder.count).elementsEqual(folder)
      && path.firstIndex(of: 0x2F, from: folder.count) == nil
  }
}
