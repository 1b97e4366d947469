import LintCore

/// Kind `term`: reports a source term whose translation is none of those allowed, or is forbidden,
/// and words that are forbidden everywhere.
struct TermRule: Rule {
  let header: DeclaredRule
  let glossary: Glossary

  static let wrong = Message("wrong", "'{0}' is not translated as '{1}'")
  static let forbidden = Message("forbidden", "'{0}' is forbidden for '{1}'; use '{2}'")
  static let unwanted = Message("unwanted", "'{0}' is a forbidden term")

  var info: RuleInfo { header.info }

  func check(on kind: PageKind) -> Check? {
    let table = TermTable(glossary, [Glossary.everywhere])
    return header.check(on: kind) { SegmentLook(table: table) }
  }

  private struct SegmentLook: ~Copyable, DeclaredLook {
    let table: TermTable
    var terms: [Int: TermTable.Term?] = [:]
    var words: [Int: Bool] = [:]

    init(table: TermTable) {
      self.table = table
    }

    mutating func look(
      _ segment: borrowing Segment, _ report: inout Findings
    ) throws(Matches.Runaway) {
      let found = table.terms(of: segment, &terms)
      if !found.isEmpty {
        var target = TermTarget(table.glossary)
        for (term, range) in found {
          WrongTerm.check(term, at: range, in: segment, &target, TermRule.wrong, &report)
          ForbiddenTerm.check(term, at: range, in: segment, &target, TermRule.forbidden, &report)
        }
      }
      for range in table.unwanted(in: segment.target, &words) {
        report(segment.target[range], TermRule.unwanted, segment.target[range].string)
      }
    }
  }
}
