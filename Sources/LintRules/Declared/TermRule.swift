import LintCore

/// Kind `term`: a source term whose translation is none of those allowed, or one that is forbidden.
struct TermRule: Rule {
  let header: DeclaredRule
  let glossary: Glossary

  static let wrong = Message("wrong", "'{0}' is not translated as '{1}'")
  static let forbidden = Message("forbidden", "'{0}' is forbidden for '{1}'; use '{2}'")
  static let unwanted = Message("unwanted", "'{0}' is a forbidden term")

  var info: RuleInfo { header.info }

  func check(_ document: borrowing Document, _ report: inout Findings) {
    let table = TermTable(glossary, [Glossary.everywhere])
    var terms: [Int: TermTable.Term?] = [:]
    var words: [Int: Bool] = [:]
    header.check(document, &report) { (segment, report) throws(Matches.Runaway) in
      let found = table.terms(of: segment, &terms)
      if !found.isEmpty {
        var target = TermTarget(glossary)
        for (term, range) in found {
          WrongTerm.check(term, at: range, in: segment, &target, Self.wrong, &report)
          ForbiddenTerm.check(term, at: range, in: segment, &target, Self.forbidden, &report)
        }
      }
      for range in table.unwanted(in: segment.target, &words) {
        report(segment.target[range], Self.unwanted, segment.target[range].string)
      }
    }
  }
}
