import LintText

/// What a file holds, by its grammar (gettext manual, "The Format of PO Files").
struct POFile: Sendable {
  /// In file order, those that are damaged and still have two halves among them.
  var entries: [POEntry] = []
  /// The translations of all entries.
  var targets: [POEntry.Target] = []
  /// What `ignore-…` keeps back, each where it stands, with the entries that they belong to.
  var ignored: [(flag: ByteRange, entry: Int)] = []
  /// The strings of all texts, without their quotes.
  var pieces: [ByteRange] = []
  /// In file order.
  var damage: [PODamage] = []
  /// Comments of translators that are meant for loclint, with the entries that they belong to.
  var comments: [(range: ByteRange, content: ByteRange, entry: Int)] = []

  /// The entry that holds the header, by its index.
  var header: Int? { entries.firstIndex(where: \.isHeader) }

  /// Whether a translation of an entry holds something.
  func isBegun(_ entry: POEntry) -> Bool {
    entry.targets.contains { !targets[$0].text.isEmpty }
  }

  /// Whether each translation of an entry holds something.
  func isTranslated(_ entry: POEntry) -> Bool {
    !entry.targets.isEmpty && entry.targets.allSatisfy { !targets[$0].text.isEmpty }
  }
}
