import LintCore
import Synchronization

/// The names that a suppression can have besides those of a team's own rules.
final class KnownRules: Sendable {
  /// What is known of the names; worked out when the first page with a suppression is read.
  struct Names: Sendable {
    let all: Set<String>
    /// The rules of the default profile. Where one of them did not run, nobody knows whether a
    /// comment that names no rule keeps something back.
    let standard: Set<String>
    /// The rules that have other names now, by what they were called.
    let former: [String: (rule: String, until: String)]
  }

  private let infos: [RuleInfo]
  private let packs: @Sendable () -> [String]
  private let cache = Mutex<Names?>(nil)

  /// - Parameters:
  ///   - infos: All rules of the catalogue but the one about suppressions.
  ///   - packs: Reads the names of all rules of packs.
  init(_ infos: [RuleInfo], packs: @escaping @Sendable () -> [String]) {
    self.infos = infos
    self.packs = packs
  }

  /// Whether any rule has a former name.
  var hasFormerNames: Bool { infos.contains { !$0.formerNames.isEmpty } }

  /// All names.
  ///
  /// - Parameter own: The rule about suppressions.
  func names(with own: RuleInfo) -> Names {
    cache.withLock { cache in
      if let cache { return cache }
      let infos = infos + [own]
      let former = infos.flatMap { info in
        info.formerNames.names.map { ($0, (rule: info.id, until: info.formerNames.until)) }
      }
      let names = Names(
        all: Set(infos.map(\.id) + packs()),
        standard: Set(infos.filter { $0.profile == .default }.map(\.id)),
        former: Dictionary(former) { first, _ in first })
      cache = names
      return names
    }
  }
}
