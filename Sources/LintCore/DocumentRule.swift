/// A rule that looks at all documents alike, each as a whole.
public protocol DocumentRule: Rule, DocumentCheck {}

extension DocumentRule {
  public func check(on kind: PageKind) -> Check? { .document(self) }
}
