/// What is linted at once: a file, or a file and its source, as one document for each of its locales.
///
/// Findings, comments and fixes belong to the file, locales and statistics to each document.
public struct Unit: ~Copyable {
  /// The page that the whole file is looked at with.
  public let first: Document
  /// The pages of further locales.
  public let others: [OtherPage]

  public init(_ first: consuming Document, others: [OtherPage] = []) {
    self.first = first
    self.others = others
  }

  /// Whether it holds segments or what is left of some.
  var isBilingual: Bool { first.isBilingual || others.contains { $0.document.isBilingual } }
}
