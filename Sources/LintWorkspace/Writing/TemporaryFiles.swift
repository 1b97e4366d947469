import Synchronization

/// Files that are being written and don't have their names yet.
///
/// When a signal ends the run they are removed. A thread waits for the signals, so that no code has
/// to run inside a handler, where next to nothing is allowed.
package final class TemporaryFiles: Sendable {
  /// One of them.
  package struct File: Sendable {
    let descriptor: Int32
    fileprivate let folder: OpenFolder
    fileprivate let name: String
  }

  private struct State {
    var files: [String: File] = [:]
    var isWatching = false
  }

  private let watchesSignals: Bool
  private let state = Mutex(State())

  /// - Parameter watchesSignals: Whether the process is the run's own.
  package init(watchesSignals: Bool = false) {
    self.watchesSignals = watchesSignals
  }

  /// Makes an empty file in a folder.
  func create(in folder: OpenFolder, mode: UInt32 = 0o666) throws(FileError) -> File {
    // A name that nobody foresees, and that no run in another container has too.
    let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
    let name = ".loclint-\(System.process)-\(suffix).tmp"
    return try state.withLock { (state) throws(FileError) in
      let descriptor = try System.create(name, in: folder.descriptor, mode: mode)
      let file = File(descriptor: descriptor, folder: folder, name: name)
      state.files[name] = file
      return file
    }
  }

  /// Gives a file its name, in the same folder; a file that had that name is replaced.
  func move(_ file: File, to name: String) throws(FileError) {
    try state.withLock { (state) throws(FileError) in
      try System.rename(file.name, to: name, in: file.folder.descriptor)
      state.files[file.name] = nil
    }
  }

  /// Removes a file that is not to get its name.
  func remove(_ file: File) {
    state.withLock { state in
      System.remove(file.name, in: file.folder.descriptor)
      state.files[file.name] = nil
    }
  }

  /// Begins to wait for signals; call it before other threads begin, for they are to leave the
  /// signals to this one.
  package func prepare() {
    let isFirst = state.withLock { state in
      defer { state.isWatching = true }
      return watchesSignals && !state.isWatching
    }
    guard isFirst else { return }
    let signals = System.Signals.ending
    guard System.block(signals) else { return }
    let isWatched = System.start { self.end(by: System.wait(for: signals), of: signals) }
    if !isWatched { System.unblock(signals) }
  }

  /// Removes all files and ends the process as the signal would have.
  private func end(by signal: Int32, of signals: System.Signals) {
    // The lock is kept to the end: nobody makes or renames a file from here on.
    state.withLock { state in
      for file in state.files.values { System.remove(file.name, in: file.folder.descriptor) }
      System.end(by: signal, of: signals)
    }
  }
}
