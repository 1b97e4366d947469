import CGlibc
import Glibc

/// What the machine's processors have done since a moment: a figure that was taken beside other work
/// is worth little.
struct Load {
  private let began = ContinuousClock.now
  private let busy: Double
  private let own: Double

  /// Begins now.
  init() throws(Failure) {
    busy = try Self.busySeconds()
    own = Self.ownSeconds
  }

  /// The share of all processors' time that went to other processes, from 0 to 1.
  func ofOthers() throws(Failure) -> Double {
    let elapsed = (ContinuousClock.now - began) / .seconds(1)
    let others = (try Self.busySeconds() - busy) - (Self.ownSeconds - own)
    return max(0, others / elapsed / Double(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The ticks that all processors were not idle for, and other machines had (steal) of them.
  ///
  /// - Parameter statistics: What `/proc/stat` holds.
  static func busyTicks(_ statistics: some StringProtocol) -> Double? {
    let words = statistics.prefix { $0 != "\n" }.split(separator: " ")
    // user nice system idle iowait irq softirq steal; what follows is counted in the first two.
    let ticks = words.dropFirst().prefix(8).compactMap { Double(String($0)) }
    guard words.first == "cpu", ticks.count == 8 else { return nil }
    return ticks.reduce(0, +) - ticks[3] - ticks[4]
  }

  private static func busySeconds() throws(Failure) -> Double {
    let text = String(decoding: try Files.read("/proc/stat"), as: UTF8.self)
    guard let ticks = busyTicks(text) else { throw Failure("/proc/stat has another form") }
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The processor time of this process and of children that have ended.
  private static var ownSeconds: Double {
    [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].reduce(0) { sum, who in
      var usage = rusage()
      unsafe getrusage(__rusage_who_t(Int32(who)), &usage)
      return sum + usage.ru_utime.seconds + usage.ru_stime.seconds
    }
  }
}

extension timeval {
  var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
