import LintCore
import MarkdownPairs
import Synchronization

/// Sources that have been read and that other pages of the run need, too.
///
/// It holds a source no longer than there are pages that need it, and no more than a number of bytes. Where
/// there is no more room, what comes is not kept: pages come in the order of their paths, one locale after the
/// other, so that what was read first is needed first again, and to throw it out would keep nothing.
package final class SourceCache: Sendable {
  /// What a source is read as.
  struct Key: Hashable {
    let path: String
    let site: Site
    let isMDX: Bool
    /// What git calls the object, of another version than the latest.
    var revision: String?
    /// Where a commit has it, when it was renamed since.
    var former: String?

    init(path: String, format: MarkdownPairs) {
      self.path = path
      site = format.site
      isMDX = format.isMDX
    }
  }

  /// The bytes of sources that are kept, as they are in their files; read, they take about eight times as
  /// much.
  static let mostBytes = 8 << 20

  private struct State {
    /// How many pages have not been read yet of those that need a source, by its path.
    var needs: [String: Int] = [:]
    var texts: [Key: SourceText] = [:]
    /// The keys of what is kept, by path.
    var keys: [String: [Key]] = [:]
    var bytes = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Notes that a page of the run will need a source.
  func expect(_ path: String) { state.withLock { $0.needs[path, default: 0] += 1 } }

  func text(for key: Key) -> SourceText? { state.withLock { $0.texts[key] } }

  /// Keeps a source, if another page needs it and there is room.
  func keep(_ text: SourceText, for key: Key) {
    state.withLock { state in
      guard state.needs[key.path, default: 0] > 1, state.texts[key] == nil,
        state.bytes + text.bytes.count <= Self.mostBytes
      else { return }
      state.texts[key] = text
      state.keys[key.path, default: []].append(key)
      state.bytes += text.bytes.count
    }
  }

  /// Notes that a page that was expected has been read.
  func release(_ path: String) {
    state.withLock { state in
      guard let needs = state.needs[path] else { return }
      guard needs <= 1 else {
        state.needs[path] = needs - 1
        return
      }
      state.needs[path] = nil
      for key in state.keys.removeValue(forKey: path) ?? [] {
        if let text = state.texts.removeValue(forKey: key) { state.bytes -= text.bytes.count }
      }
    }
  }
}
