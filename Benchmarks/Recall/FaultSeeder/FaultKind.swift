import LintText

/// A way to damage a page.
public struct FaultKind: Sendable {
  public let name: String
  /// The rule that must find it.
  public let rule: String
  /// The rule's family in the catalogue.
  public let family: String
  /// Rules that are right to report the same damage; their findings at the fault's place are not
  /// counted as elsewhere.
  let companions: Set<String>
  /// Whether the page's source is another version than the latest from then on.
  let isStale: Bool
  /// Damages one place of a page; `nil` when the page has no victim.
  let seed: @Sendable (Page, Corpus, inout Random) -> Fault?

  init(
    _ name: String, _ rule: String, _ family: String, companions: Set<String> = [],
    isStale: Bool = false,
    seed: @escaping @Sendable (Page, Corpus, inout Random) -> Fault?
  ) {
    self.name = name
    self.rule = rule
    self.family = family
    self.companions = companions
    self.isStale = isStale
    self.seed = seed
  }

  /// A kind whose victim is a segment or a part of one.
  init(
    _ name: String, _ rule: String, _ family: String, companions: Set<String> = [],
    segment: @escaping @Sendable (Victim, inout Random) -> Fault?
  ) {
    self.init(name, rule, family, companions: companions) { page, corpus, random in
      for index in random.shuffled(Array(page.pairs.indices)) where page.pairs[index].isPlain {
        let victim = Victim(page: page, corpus: corpus, index: index)
        if let fault = segment(victim, &random) { return fault }
      }
      return nil
    }
  }
}

/// A segment that may be damaged.
final class Victim {
  let page: Page
  let corpus: Corpus
  /// The index of its pair.
  let index: Int
  private(set) lazy var target = Half(page.bytes, pair.target)
  private(set) lazy var source = Half(page.bytes, pair.source)

  init(page: Page, corpus: Corpus, index: Int) {
    self.page = page
    self.corpus = corpus
    self.index = index
  }

  var bytes: [UInt8] { page.bytes }
  var pair: Page.Pair { page.pairs[index] }
  var next: Page.Pair? { index + 1 < page.pairs.count ? page.pairs[index + 1] : nil }
  var previous: Page.Pair? { index > 0 ? page.pairs[index - 1] : nil }

  /// Whether both halves hold something.
  var hasText: Bool {
    bytes[pair.target].contains { !$0.isSpace }
      && bytes[pair.source].contains { !$0.isSpace }
  }
}
