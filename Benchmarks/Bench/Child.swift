import CGlibc
import Glibc

/// A program that is started, waited for and measured from outside.
struct Child {
  /// What one run took.
  struct Outcome {
    /// From before its start until it was gone.
    let seconds: Double
    /// What its threads took of the processors, in the system, too.
    let processorSeconds: Double
    /// `ru_maxrss`, in bytes.
    let peakMemory: Int
  }

  /// The program's path first.
  let words: [String]
  /// The statuses that it may end with; 1 often means that something was found.
  var statuses: Set<Int32> = [0]
  var output = "/dev/null"
  /// Where complaints go, to be shown when it fails.
  let complaints: String

  /// - Throws: When it can't be started or ends otherwise than it may.
  func run() throws(Failure) -> Outcome {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, creating, 0o644)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, complaints, creating, 0o644)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    // To empty what another one has written takes milliseconds, which are not this one's.
    if output != "/dev/null" { unsafe unlink(output) }
    var child: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let began = ContinuousClock.now
    let number = unsafe posix_spawn(
      &child, words[0], &actions, nil, &arguments, loclint_environ())
    guard number == 0 else {
      throw Failure("\(words[0]) can't be started: \(unsafe String(cString: strerror(number)))")
    }
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure("\(words[0]) is lost") }
    }
    let ended = ContinuousClock.now
    // What the macros of <sys/wait.h> do, which Swift does not see.
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    guard signal == 0, statuses.contains(code) else {
      let end = signal == 0 ? "exited with \(code)" : "was killed by signal \(signal)"
      throw Failure("'\(words.joined(separator: " "))' \(end)\(lastComplaints)")
    }
    return Outcome(
      seconds: (ended - began) / .seconds(1),
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMemory: usage.ru_maxrss * 1024)
  }

  private var lastComplaints: String {
    var lines: [String] = []
    try? Files.eachLine(of: complaints) { line in
      lines.append(line)
      if lines.count > 5 { lines.removeFirst() }
    }
    return lines.map { "\n  \($0)" }.joined()
  }
}
