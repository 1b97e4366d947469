import LintCore
internal import Markdown

/// A rule about the markup of side-by-side pages, which looks at each as a whole.
protocol SpanRule: DocumentRule {
  func check(
    _ document: borrowing Document, _ detail: SideBySideDetail, _ report: inout Findings)
}

extension SpanRule {
  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let detail = document.markdown?.own as? SideBySideDetail else { return }
    check(document, detail, &report)
  }
}
