import LintCore

/// A rule that looks at a file of gettext as a whole.
protocol PORule: DocumentRule {
  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings)
}

extension PORule {
  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let po = document.detail as? PODetail else { return }
    check(document, po, &report)
  }
}
