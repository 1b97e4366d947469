import CGlibc
import Glibc

/// Every call to the operating system: a thin wrapper each, that retries what a signal interrupts and
/// throws what the system says. Whoever calls keeps the reasons.
///
/// No other file imports the C library, so that what a run can do to a machine is seen here. What is
/// public is what programs that use the library need; all else is for the rooms of loclint.
public enum System {}

// MARK: - Time, environment, process

extension System {
  /// Seconds on a clock that never goes back. `ContinuousClock` would bring all of Swift's concurrency
  /// into the program, 0.5 MB that each run has to load.
  @Sendable public static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds since 1970.
  package static var date: Int { time(nil) }

  /// An environment variable; empty when it is not set.
  package static func variable(_ name: String) -> String {
    unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
  }

  /// All environment variables, `NAME=value`.
  package static var variables: [String] {
    var variables: [String] = []
    var next = unsafe loclint_environ()
    while let entry = unsafe next?.pointee {
      unsafe variables.append(String(cString: entry))
      unsafe next = unsafe next?.advanced(by: 1)
    }
    return variables
  }

  /// How many processors this process may use.
  public static var processors: Int {
    var set = cpu_set_t()
    guard unsafe sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else { return 1 }
    let count = unsafe withUnsafeBytes(of: &set) { bytes in
      unsafe bytes.reduce(0) { $0 + $1.nonzeroBitCount }
    }
    return max(count, 1)
  }

  static var process: Int32 { getpid() }

  /// The user whose rights count.
  static var user: UInt32 { geteuid() }

  /// Ends the process.
  package static func end(with status: Int32) -> Never { exit(status) }

  /// What an error number means, as the system says it.
  static func message(of number: Int32) -> String { unsafe String(cString: strerror(number)) }
}

// MARK: - Paths

extension System {
  /// A path without links, `.` and `..`.
  static func canonical(_ path: String) throws(FileError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw FileError(number: errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// What a path leads to.
  static func status(of path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileError(number: errno) }
    return FileStatus(status)
  }

  /// What has a path, a link itself and not what it leads to.
  static func status(ofLink path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw FileError(number: errno) }
    return FileStatus(status)
  }

  /// What has a name in an open folder, a link itself; `nil` when nothing has.
  static func status(of name: String, in folder: Int32) throws(FileError) -> FileStatus? {
    var status = stat()
    if unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    guard errno == ENOENT else { throw FileError(number: errno) }
    return nil
  }

  static func status(of descriptor: Int32) throws(FileError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(number: errno) }
    return FileStatus(status)
  }

  /// Whether an open file is an ordinary one.
  package static func isFile(_ descriptor: Int32) -> Bool {
    (try? status(of: descriptor))?.kind == .file
  }

  /// Whether a path leads to anything.
  static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether anything has a path, even a link that leads nowhere.
  static func isNamed(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether a path leads to something that may be run.
  static func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// Whether the user may write to what has a name in an open folder.
  static func isWritable(_ name: String, in folder: Int32) -> Bool {
    unsafe faccessat(folder, name, W_OK, AT_EACCESS) == 0
  }

  /// The bytes of where a link in an open folder leads.
  static func target(ofLink name: String, in folder: Int32) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe readlinkat(folder, name, buffer.baseAddress!, buffer.count)
    }
    guard count >= 0 else { throw FileError(number: errno) }
    return Array(bytes[..<count])
  }

  /// A name in a folder.
  struct Entry {
    /// With U+FFFD for what is not UTF-8; then it opens nothing.
    let name: String
    let isUTF8: Bool
    /// `nil` where the file system doesn't say.
    let kind: FileStatus.Kind?
  }

  /// Hands over what a folder holds, in no order, until `body` says that it is enough.
  static func eachEntry(of folder: String, _ body: (Entry) -> Bool) throws(FileError) {
    guard let stream = unsafe opendir(folder) else { throw FileError(number: errno) }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let kind: FileStatus.Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case DT_DIR: .folder
        case DT_REG: .file
        case DT_LNK: .link
        case DT_UNKNOWN: nil
        default: .other
        }
      let (name, isUTF8) = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          unsafe String(validatingCString: name).map { ($0, true) }
            ?? (String(cString: name), false)
        }
      }
      guard body(Entry(name: name, isUTF8: isUTF8, kind: kind)) else { return }
    }
  }
}

// MARK: - Opening

extension System {
  /// Opens a file to read it; whatever it is, this doesn't wait.
  static func open(_ path: String) throws(FileError) -> Int32 {
    try checked(
      unsafe path.withCString { unsafe Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) })
  }

  /// Opens a file in an open folder to read it; a link is refused.
  static func open(_ name: String, in folder: Int32) throws(FileError) -> Int32 {
    try checked(unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  }

  /// Opens a pipe or device in an open folder to write to it; a link is refused.
  static func openToWrite(_ name: String, in folder: Int32) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    let descriptor = try checked(unsafe openat(folder, name, flags))
    let state = fcntl(descriptor, F_GETFL)
    if state >= 0 { _ = fcntl(descriptor, F_SETFL, state & ~O_NONBLOCK) }
    return descriptor
  }

  /// Makes a file in an open folder; one that is there is an error.
  static func create(_ name: String, in folder: Int32, mode: UInt32) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return try checked(unsafe openat(folder, name, flags, mode))
  }

  /// Opens a folder in an open one, or by an absolute path, for the calls with a folder; a link is
  /// refused. It is opened as a path only (`O_PATH`), for a folder that may be passed through need not
  /// be readable.
  static func openFolder(_ name: String, in folder: Int32 = AT_FDCWD) throws(FileError) -> Int32 {
    let flags = loclint_o_path | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    return try checked(unsafe openat(folder, name, flags))
  }

  /// Another descriptor of the same open file, above the standard streams.
  static func duplicate(_ descriptor: Int32) throws(FileError) -> Int32 {
    try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 3))
  }

  static func close(_ descriptor: Int32) throws(FileError) {
    guard Glibc.close(descriptor) == 0 else { throw FileError(number: errno) }
  }

  /// Closes what was read, or what is thrown away.
  static func abandon(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  private static func checked(_ descriptor: Int32) throws(FileError) -> Int32 {
    guard descriptor >= 0 else { throw FileError(number: errno) }
    return descriptor
  }
}

// MARK: - Reading and writing

extension System {
  /// Reads what is there.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
    throws(FileError) -> Int
  {
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileError(number: errno) }
    }
  }

  /// The same into the bytes of an array.
  package static func read(_ descriptor: Int32, into bytes: inout [UInt8]) throws(FileError) -> Int
  {
    var span = bytes.mutableSpan
    return try unsafe span.withUnsafeMutableBytes { (buffer) throws(FileError) in
      try unsafe read(descriptor, into: buffer)
    }
  }

  /// Reads from an offset on.
  static func read(_ descriptor: Int32, from offset: Int, into bytes: inout [UInt8])
    throws(FileError) -> Int
  {
    while true {
      let count = unsafe pread(descriptor, &bytes, bytes.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileError(number: errno) }
    }
  }

  /// Writes all bytes.
  ///
  /// - Returns: The number of what went wrong; `nil` when all is written.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) -> Int32? {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = unsafe Glibc.write(
          descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count >= 0 {
          written += count
        } else if errno == EAGAIN {
          // Another process that shares the pipe has made it non-blocking; this waits for room in it.
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          unsafe poll(&ready, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  /// Makes what was written last through a power failure.
  static func synchronize(_ descriptor: Int32) throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(number: errno) }
  }

  /// The same for the names in an open folder, where that can be done.
  static func synchronizeNames(in folder: Int32) {
    let readable = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard readable >= 0 else { return }
    _ = fsync(readable)
    _ = Glibc.close(readable)
  }
}

// MARK: - Names, owners, attributes

extension System {
  /// Gives a file another name in the same open folder; a file that had that name is replaced.
  static func rename(_ name: String, to other: String, in folder: Int32) throws(FileError) {
    guard unsafe renameat(folder, name, folder, other) == 0 else { throw FileError(number: errno) }
  }

  /// Removes a file, if it is there.
  static func remove(_ name: String, in folder: Int32) { _ = unsafe unlinkat(folder, name, 0) }

  static func setOwner(of descriptor: Int32, to user: UInt32, _ group: UInt32) throws(FileError) {
    guard fchown(descriptor, user, group) == 0 else { throw FileError(number: errno) }
  }

  static func setPermissions(of descriptor: Int32, to permissions: UInt32) throws(FileError) {
    guard fchmod(descriptor, permissions) == 0 else { throw FileError(number: errno) }
  }

  /// The names of an open file's extended attributes, each with a NUL byte behind it; `nil` where there
  /// are none.
  static func attributeNames(of descriptor: Int32) throws(FileError) -> [UInt8]? {
    try unsafe attribute { buffer, size in
      unsafe flistxattr(descriptor, buffer?.assumingMemoryBound(to: CChar.self), size)
    }
  }

  /// The value of an attribute; `nil` when somebody has removed it.
  static func attribute(_ name: String, of descriptor: Int32) throws(FileError) -> [UInt8]? {
    try unsafe attribute { buffer, size in unsafe fgetxattr(descriptor, name, buffer, size) }
  }

  static func setAttribute(_ name: String, of descriptor: Int32, to value: [UInt8])
    throws(FileError)
  {
    guard unsafe fsetxattr(descriptor, name, value, value.count, 0) == 0 else {
      throw FileError(number: errno)
    }
  }

  static func removeAttribute(_ name: String, of descriptor: Int32) throws(FileError) {
    guard unsafe fremovexattr(descriptor, name) == 0 else { throw FileError(number: errno) }
  }

  /// Asks for a size, then for as many bytes; somebody may change them in between.
  private static func attribute(_ call: (UnsafeMutableRawPointer?, Int) -> Int) throws(FileError)
    -> [UInt8]?
  {
    while true {
      let size = call(nil, 0)
      if size < 0 {
        // A file system without attributes has none to lose.
        guard errno == ENODATA || errno == ENOTSUP else { throw FileError(number: errno) }
        return nil
      }
      guard size > 0 else { return [] }
      var bytes = [UInt8](repeating: 0, count: size)
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe call($0.baseAddress, $0.count) }
      if count >= 0 { return Array(bytes[..<count]) }
      guard errno == ERANGE else { throw FileError(number: errno) }
    }
  }
}

// MARK: - Other programs

extension System {
  /// Runs a program to its end, with nothing on its standard input.
  ///
  /// - Parameter arguments: The name that it is called by, then what it is told.
  /// - Returns: All that it printed, and what it ended with: more than 255 where a signal ended it.
  /// - Throws: Why it could not be started.
  static func run(_ program: String, _ arguments: [String], _ environment: [String])
    throws(FileError) -> (status: Int32, output: [UInt8], complaint: [UInt8])
  {
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard unsafe pipe2(&out, O_CLOEXEC) == 0 else { throw FileError(number: errno) }
    guard unsafe pipe2(&err, O_CLOEXEC) == 0 else {
      let number = errno
      out.forEach(abandon)
      throw FileError(number: number)
    }
    defer {
      abandon(out[0])
      abandon(err[0])
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    var child: pid_t = 0
    let failure = unsafe spawn(program, arguments, environment, &actions, as: &child)
    abandon(out[1])
    abandon(err[1])
    guard failure == 0 else { throw FileError(number: failure) }
    let (output, complaint) = readBoth(out[0], err[0])
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The low seven bits are the signal that ended it, if one did.
    return (status & 0x7F == 0 ? status >> 8 : 256 + status & 0x7F, output, complaint)
  }

  /// Starts a program.
  ///
  /// - Returns: The number of what kept it from starting; 0 for nothing.
  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String],
    _ actions: inout posix_spawn_file_actions_t, as child: inout pid_t
  ) -> Int32 {
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe variables.forEach { unsafe free($0) } }
    return unsafe posix_spawn(&child, program, &actions, nil, &words, &variables)
  }

  /// A program that runs beside this one.
  struct Child: Sendable {
    fileprivate let process: pid_t
    /// What it reads.
    fileprivate let input: Int32
    /// What it writes.
    let output: Int32
  }

  /// Starts a program that is written to and read from; what it complains of is lost.
  static func launch(_ program: String, _ arguments: [String], _ environment: [String])
    throws(FileError) -> Child
  {
    // A socket, for to write to one whose other end is gone need not raise a signal.
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard
      unsafe socketpair(
        AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &input) == 0
    else { throw FileError(number: errno) }
    guard unsafe pipe2(&output, O_CLOEXEC) == 0 else {
      let number = errno
      input.forEach(abandon)
      throw FileError(number: number)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input[1], 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    let failure = unsafe spawn(program, arguments, environment, &actions, as: &child)
    abandon(input[1])
    abandon(output[1])
    guard failure == 0 else {
      abandon(input[0])
      abandon(output[0])
      throw FileError(number: failure)
    }
    return Child(process: child, input: input[0], output: output[0])
  }

  /// Writes to a program.
  static func send(_ bytes: [UInt8], to child: Child) throws(FileError) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Glibc.send(child.input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(number: errno) }
      sent += count
    }
  }

  /// Ends a program that is asked nothing more.
  static func end(_ child: Child) {
    abandon(child.input)
    abandon(child.output)
    kill(child.process, SIGTERM)
    var status: Int32 = 0
    while unsafe waitpid(child.process, &status, 0) < 0, errno == EINTR {}
  }

  /// Reads two pipes to their ends, whichever has something: a program would wait for ever at a full
  /// one.
  private static func readBoth(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var results: [[UInt8]] = [[], []]
    var waiting = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard unsafe poll(&waiting, 2, -1) >= 0 || errno == EINTR else { break }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        if let count = try? read(waiting[index].fd, into: &piece), count > 0 {
          results[index] += piece[..<count]
        } else {
          waiting[index].fd = -1
        }
      }
    }
    return (results[0], results[1])
  }
}

// MARK: - Signals

extension System {
  /// Signals that end a process.
  struct Signals: Sendable {
    fileprivate var set: sigset_t

    /// Those that ask a process to end, but for those that it was started to ignore: `nohup` does so with
    /// SIGHUP, and shells with SIGINT for what runs in the background.
    static var ending: Signals {
      var set = sigset_t()
      unsafe sigemptyset(&set)
      for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU] where !isIgnored(signal) {
        unsafe sigaddset(&set, signal)
      }
      return Signals(set: set)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
      var action = sigaction()
      guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
      // Compared as a number: it is no function.
      return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
  }

  /// Keeps signals from this thread and those that it starts.
  ///
  /// - Returns: Whether it could be done.
  static func block(_ signals: Signals) -> Bool {
    var signals = signals
    return unsafe pthread_sigmask(SIG_BLOCK, &signals.set, nil) == 0
  }

  static func unblock(_ signals: Signals) {
    var signals = signals
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals.set, nil)
  }

  /// Waits for one of some signals, which must be blocked.
  static func wait(for signals: Signals) -> Int32 {
    var (signals, signal) = (signals, Int32(0))
    while unsafe sigwait(&signals.set, &signal) != 0 {}
    return signal
  }

  /// Ends the process as a signal would have that is waited for.
  static func end(by signal: Int32, of signals: Signals) {
    // The Swift runtime may have a handler for it that prints a backtrace.
    _ = Glibc.signal(signal, SIG_DFL)
    unblock(signals)
    raise(signal)
  }

  /// Lets a pipe whose reader has gone away, and a file that grows beyond what is allowed
  /// (`ulimit -f`), be writes that fail and not the end of the process.
  package static func ignoreFailingWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// What a thread runs.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs something on a thread of its own, which nobody waits for.
  ///
  /// - Returns: Whether it could be started.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(Work(body))
    let failure = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, context.toOpaque())
    guard failure != 0 else {
      pthread_detach(thread)
      return true
    }
    unsafe context.release()
    return false
  }
}

// MARK: - Standard streams and terminals

extension System {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of a terminal; `nil` when it is none or doesn't say.
  package static func columns(ofTerminal descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Makes sure that files opened later don't become the standard streams.
  package static func occupyStandardStreams() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe Glibc.open("/dev/null", O_RDWR)
    }
  }
}

// MARK: - What the system's numbers mean

extension FileStatus {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      default: .other
      }
    identity = FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    size = Int(status.st_size)
    permissions = status.st_mode & 0o7777
    user = status.st_uid
    group = status.st_gid
    links = Int(status.st_nlink)
  }
}

extension FileError {
  /// Whether a call is not allowed, or not possible on this file system.
  var isRefused: Bool { [EPERM, EACCES, ENOTSUP].contains(number) }
  /// Whether nobody reads a pipe that is to be written.
  var isWithoutReader: Bool { number == ENXIO }
  /// Whether the reader of a pipe has gone away, having seen enough.
  package var isBrokenPipe: Bool { number == EPIPE }

  static let missing = FileError(number: ENOENT)
  static let tooManyLinks = FileError(number: ELOOP)
}
