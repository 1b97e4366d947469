import LintText

/// What a file holds, by its grammar (gettext manual, "The Format of PO Files").
struct POFile: Sendable {
  /// In file order, those that are damaged and still have two halves among them.
  var entries: [POEntry] = []
  /// The strings of all texts, without their quotes.
  var pieces: [ByteRange] = []
  /// In file order.
  var damage: [PODamage] = []
  /// Comments of translators that are meant for loclint, with the entries that they belong to.
  var comments: [(range: ByteRange, content: ByteRange, entry: Int)] = []

  /// The entry that holds the header, by its index.
  var header: Int? { entries.firstIndex(where: \.isHeader) }
}
