import Glibc
import LintCore
import Synchronization

/// Files that are being written and don't have their names yet.
///
/// When a signal ends the run they are removed. A thread waits for the signals, so that no code has
/// to run inside a handler, where next to nothing is allowed.
final class TemporaryFiles: Sendable {
  /// One of them.
  struct File: Sendable {
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
  init(watchesSignals: Bool = false) {
    self.watchesSignals = watchesSignals
  }

  /// Makes an empty file in a folder.
  func create(in folder: OpenFolder, mode: mode_t = 0o666) throws(FileError) -> File {
    // A name that nobody foresees, and that no run in another container has too.
    let name = ".loclint-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    let result: Result<File, FileError> = state.withLock { state in
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let descriptor = unsafe openat(folder.descriptor, name, flags, mode)
      guard descriptor >= 0 else { return .failure(FileError(number: errno)) }
      let file = File(descriptor: descriptor, folder: folder, name: name)
      state.files[name] = file
      return .success(file)
    }
    return try result.get()
  }

  /// Gives a file its name, in the same folder; a file that had that name is replaced.
  ///
  /// - Returns: Why that failed, an `errno`.
  func move(_ file: File, to name: String) -> Int32? {
    state.withLock { state in
      let folder = file.folder.descriptor
      guard unsafe renameat(folder, file.name, folder, name) == 0 else { return errno }
      state.files[file.name] = nil
      return nil
    }
  }

  /// Removes a file that is not to get its name.
  func remove(_ file: File) {
    state.withLock { state in
      unsafe unlinkat(file.folder.descriptor, file.name, 0)
      state.files[file.name] = nil
    }
  }

  /// Begins to wait for signals; call it before other threads begin, for they are to leave the
  /// signals to this one.
  func prepare() {
    let isFirst = state.withLock { state in
      defer { state.isWatching = true }
      return watchesSignals && !state.isWatching
    }
    guard isFirst else { return }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU] where !Self.isIgnored(signal) {
      unsafe sigaddset(&signals, signal)
    }
    guard unsafe pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(Watch(files: self, signals: signals))
    let failure = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Watch>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard failure != 0 else {
      pthread_detach(thread)
      return
    }
    unsafe context.release()
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether the process was started to ignore a signal: `nohup` does so with SIGHUP, and shells
  /// with SIGINT for what runs in the background.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    // Compared as a number: it is no function.
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Removes all files and ends the process as the signal would have.
  fileprivate func end(by signal: Int32, of signals: sigset_t) {
    // The lock is kept to the end: nobody makes or renames a file from here on.
    state.withLock { state in
      for file in state.files.values {
        unsafe unlinkat(file.folder.descriptor, file.name, 0)
      }
      // The Swift runtime may have a handler for it that prints a backtrace.
      _ = Glibc.signal(signal, SIG_DFL)
      var signals = signals
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      raise(signal)
    }
  }
}

/// What the thread that waits for signals runs.
private final class Watch: Sendable {
  private let files: TemporaryFiles
  private let signals: sigset_t

  init(files: TemporaryFiles, signals: sigset_t) {
    self.files = files
    self.signals = signals
  }

  func run() {
    var (signals, signal) = (signals, Int32(0))
    while unsafe sigwait(&signals, &signal) != 0 {}
    files.end(by: signal, of: signals)
  }
}
