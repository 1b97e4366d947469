/// A rule that looks across files, at all pages alike.
public protocol CrossFileRule: Rule, CrossFileCheck {}

extension CrossFileRule {
  public func check(on kind: PageKind) -> Check? { .files(self) }
}
