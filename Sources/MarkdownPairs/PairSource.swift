/// What is kept of a source for all pages that were made of it.
final class PairSource: Sendable {
  let text: PairText

  init(_ text: PairText) {
    self.text = text
  }
}
