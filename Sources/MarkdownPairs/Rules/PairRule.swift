import LintCore
import Markdown

/// A rule about pages whose sources are files of their own, which looks at each as a whole.
protocol PairRule: DocumentRule {
  func check(_ document: borrowing Document, _ pair: PairDetail, _ report: inout Findings)
}

extension PairRule {
  func check(_ document: borrowing Document, _ report: inout Findings) {
    guard let pair = document.markdown?.own as? PairDetail else { return }
    check(document, pair, &report)
  }
}
