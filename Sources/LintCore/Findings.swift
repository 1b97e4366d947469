public import LintText

/// What the rules have reported of one document so far; a rule calls it like a function.
///
/// What nobody will list is not kept: a page can be made to have a finding at every third byte, and
/// with all that a finding holds a megabyte of it took 1.4 GB.
public struct Findings {
  /// Those that count, in the order of the reports.
  public private(set) var list: [Finding] = []
  public private(set) var failures: [RuleFailure] = []
  /// How many more of each rule count than are in `list`, by the rule and the page.
  private(set) var unlisted: [RuleOfPage: Surplus] = [:]
  /// How many of each rule don't count, by the rule and the page, and by the raw value of the reason.
  private(set) var keptBack: [RuleOfPage: [Int]] = [:]
  /// What does not count and is to be reported as kept back.
  private(set) var withheld: [Withheld] = []
  /// What decides which findings count; `nil` lets all count.
  var filter: FindingFilter?
  /// The rule that is at work.
  var rule = 0
  /// The page that is looked at, of a file with several.
  var page = 0
  /// Its locale; empty where the file has one page.
  var locale = ""
  /// Where ranges come from; `nil` where they are ranges of the file.
  var map: AddressMap?

  /// A finding that does not count, and why.
  struct Withheld {
    var finding: Finding
    /// What the comment says that keeps it back; `nil` when none does.
    let reason: String?
    /// Why it is dismissed; `nil` where it is not.
    let dismissal: String?
    var isInBaseline: Bool
  }

  /// No list is cut to what is to be listed before it has so many findings.
  private static let least = 8192
  /// The lengths at which the two lists are cut the next time.
  private var fullCount = least
  private var fullWithheldCount = least

  public init() {}

  init(_ filter: FindingFilter, _ map: AddressMap?) {
    self.filter = filter
    self.map = map
  }

  /// Reports a text by its range.
  public mutating func callAsFunction(
    _ text: borrowing Text, _ message: Message, _ arguments: String...,
    related: Finding.Related? = nil, fix: Fix? = nil, subject: String? = nil
  ) {
    add(text.range, message, arguments, related, fix, subject)
  }

  /// Reports a range that a reader has found.
  public mutating func callAsFunction(
    _ range: ByteRange, _ message: Message, _ arguments: String...,
    related: Finding.Related? = nil, fix: Fix? = nil, subject: String? = nil
  ) {
    add(range, message, arguments, related, fix, subject)
  }

  /// Tells that the rule can't go on, which is its own fault and not the document's.
  ///
  /// - Parameter reason: A clause that follows the rule's name.
  public mutating func giveUp(at range: ByteRange, _ reason: String) {
    failures.append(
      RuleFailure(rule: rule, range: map?.place(of: range) ?? range, reason: reason))
  }

  /// Reports a range with a list of arguments, for a rule whose messages are declared in a file.
  public mutating func callAsFunction(
    _ range: ByteRange, _ message: Message, arguments: [String], related: Finding.Related? = nil,
    fix: Fix? = nil
  ) {
    add(range, message, arguments, related, fix, nil)
  }

  /// Reports what a rule has found across files.
  mutating func add(_ entry: CrossFileFindings.Entry) {
    rule = entry.rule
    filter?.isCausedByChange = entry.isCausedByChange
    add(entry.range, entry.message, entry.arguments, entry.related, nil, nil)
    filter?.isCausedByChange = false
  }

  private mutating func add(
    _ range: ByteRange, _ message: Message, _ arguments: [String], _ related: Finding.Related?,
    _ fix: Fix?, _ subject: String?
  ) {
    var finding = Finding(
      rule: rule, range: range, message: message, arguments: arguments, related: related,
      fix: fix, subject: subject)
    finding.page = page
    finding.locale = locale
    if let map { finding = map.located(finding) }
    switch filter?.judge(&finding) {
    case nil, .counts:
      list.append(finding)
      if list.count >= fullCount { cut() }
    case .keptBack(let reason, let dismissal, let isInBaseline):
      let standing: Standing =
        reason != nil ? .suppressed : dismissal != nil ? .dismissed : .known
      keptBack[
        RuleOfPage(rule: rule, page: page), default: Standing.allCases.map { _ in 0 }
      ][standing.rawValue] += 1
      guard filter?.showsWithheld == true else { return }
      withheld.append(
        Withheld(
          finding: finding, reason: reason, dismissal: dismissal, isInBaseline: isInBaseline))
      if withheld.count >= fullWithheldCount { cutWithheld() }
    case .isPassedOver: break
    }
  }

  /// Puts what counts in file order and leaves in each list what is to be listed of each rule.
  mutating func finish() {
    // They come in the order of the segments at which rules gave up.
    failures.sort { $0.rule < $1.rule }
    cut()
    cutWithheld()
    filter?.finish()
    for index in withheld.indices where withheld[index].reason != nil {
      withheld[index].isInBaseline =
        filter?.isInBaseline(&withheld[index].finding) ?? withheld[index].isInBaseline
    }
  }

  private mutating func cut() {
    // A copy of the filter takes longer than all else on a page without findings.
    guard !list.isEmpty, let filter else { return }
    list = filter.sorted(list) { FindingMark($0) }
    for (rule, more) in filter.removeSurplus(from: &list, by: { FindingMark($0) }) {
      unlisted[rule, default: Surplus()] += more
    }
    // At least as many as are kept come between two cuts, so that cutting stays linear.
    fullCount = max(Self.least, 2 * list.count)
  }

  private mutating func cutWithheld() {
    guard !withheld.isEmpty, let filter else { return }
    withheld = filter.sorted(withheld) { FindingMark($0.finding) }
    _ = filter.removeSurplus(from: &withheld) { FindingMark($0.finding) }
    fullWithheldCount = max(Self.least, 2 * withheld.count)
  }
}
