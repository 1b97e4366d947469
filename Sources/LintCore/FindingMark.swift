import LintText

/// What decides where a finding stands in a list, and whether it stays there.
struct FindingMark {
  let range: ByteRange
  let rule: Int
  let page: Int
  /// That of its fix, if it has one.
  let safety: Fix.Safety?

  init(_ finding: borrowing Finding) {
    range = finding.range
    rule = finding.rule
    page = finding.page
    safety = finding.fix?.safety
  }
}
