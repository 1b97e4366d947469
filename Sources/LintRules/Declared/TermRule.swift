import LintCore

/// Kind `term`: a source term whose translation is none of those allowed, or one that is forbidden.
struct TermRule: Rule {
  let header: DeclaredRule
  let table: TermTable

  static let wrong = Message("wrong", "'{0}' is not translated as '{1}'")
  static let forbidden = Message("forbidden", "'{0}' is forbidden for '{1}'; use '{2}'")
  static let unwanted = Message("unwanted", "'{0}' is a forbidden term")

  var info: RuleInfo { header.info }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    header.check(document, &report) { (segment, report) throws(Matches.Runaway) in
      for (term, range) in table.terms(of: segment) {
        WrongTerm.check(term, at: range, in: segment, Self.wrong, &report)
        ForbiddenTerm.check(term, at: range, in: segment, Self.forbidden, &report)
      }
      for (_, range) in table.unwanted(in: segment.target) {
        report(segment.target[range], Self.unwanted, segment.target[range].string)
      }
    }
  }
}
