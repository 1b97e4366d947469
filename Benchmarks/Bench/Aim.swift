/// A ratio that loclint is meant to reach beside another program, or beside itself with one worker.
struct Aim {
  enum Bound {
    case atMost(Double)
    case atLeast(Double)
  }

  /// What is divided by what.
  let title: String
  let bound: Bound
  /// Whether other programs that run meanwhile change the ratio, as they do where a clock on the wall counts
  /// and not what processors had to do.
  let wantsIdleMachine: Bool
  /// `nil` where a side of it was not measured.
  let ratio: Double?

  /// All of them, beside what was measured.
  static func all(of results: [Standing], baseline: String) -> [Aim] {
    func first(_ name: String) -> Standing? {
      // Those of others are followed by their versions.
      results.first { $0.name == name || $0.name.hasPrefix("\(name) (") }
    }
    func aim(
      _ title: String, _ bound: Bound, _ upper: String, _ lower: String,
      by time: KeyPath<Standing, Series> = \.processorSeconds
    ) -> Aim {
      let sides = [first(upper), first(lower)].compactMap { $0?[keyPath: time] }
      let ratio = sides.count == 2 ? sides[0].ratio(to: sides[1]) : nil
      return Aim(
        title: title, bound: bound, wantsIdleMachine: time == \.seconds, ratio: ratio)
    }
    return [
      aim("loclint to a bare read", .atMost(7), "loclint", baseline),
      aim("loclint to `rg -c '<span'`", .atMost(3.5), "loclint", "rg -c '<span'"),
      aim("typos to loclint", .atLeast(20), "typos", "loclint"),
      aim("rumdl to loclint", .atLeast(30), "rumdl", "loclint"),
      aim("pofilter to loclint", .atLeast(200), "pofilter", "loclint"),
      aim(
        "pofilter to loclint on the same messages", .atLeast(100), "pofilter",
        Competitor.messages),
      aim(
        "msgfmt -c, a process a file, to loclint", .atLeast(10), Competitor.msgfmt,
        Competitor.messages),
      aim(
        "msgfmt -c, one file, to loclint", .atLeast(1), Competitor.msgfmtInOne,
        Competitor.messagesInOne),
      aim(
        "one worker to two, by the clock", .atLeast(1.75), Competitor.jobs(1), Competitor.jobs(2),
        by: \.seconds),
    ]
  }

  /// `≤ 3.5`.
  var text: String {
    func number(_ value: Double) -> String {
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    return switch bound {
    case .atMost(let most): "≤ \(number(most))"
    case .atLeast(let least): "≥ \(number(least))"
    }
  }

  /// Whether it is met, in words.
  ///
  /// - Parameter others: The share of the processors' time that other processes took, from 0 to 1.
  func verdict(besides others: Double) -> String {
    guard let ratio, ratio.isFinite else { return "not measured" }
    let isMet =
      switch bound {
      case .atMost(let most): ratio <= most
      case .atLeast(let least): ratio >= least
      }
    guard wantsIdleMachine, others > Self.idle else { return isMet ? "met" : "**not met**" }
    return "\(isMet ? "met" : "**not met**"), on a busy machine"
  }

  /// Up to this share of the processors' time other processes are no work.
  private static let idle = 0.03
}
