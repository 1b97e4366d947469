/// A rule and one of a file's pages, by their indices.
struct RuleOfPage: Hashable, Comparable, Sendable {
  let rule: Int
  let page: Int

  static func < (left: RuleOfPage, right: RuleOfPage) -> Bool {
    (left.rule, left.page) < (right.rule, right.page)
  }
}
