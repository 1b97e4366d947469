import LintCore
import LintText

/// An entry that is there twice.
struct DuplicateKey: PORule {
  private static let twice = Message("twice", "the entry '{0}' is there twice")

  let info = RuleInfo(
    id: "duplicate-key", family: "messages",
    finds: "two entries with the same `msgid` and `msgctxt`.",
    why: """
      `msgfmt` refuses the file, and of other programs one uses the first entry and one the last. Keep one of \
      them.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .duplication, messages: [twice],
    fails: [
      Example(
        "Twice.", fileExtension: "po",
        .file(
          "msgid \"Lid\"\nmsgstr \"Coperchio\"\n\n⟦msgid \"Lid\"⟧\nmsgstr \"Tappo\"\n"))
    ],
    passes: [
      Example(
        "In another context, domain, or gone.", fileExtension: "po",
        .file(
          """
          msgid "Lid"
          msgstr "Coperchio"

          msgctxt "menu"
          msgid "Lid"
          msgstr "Tappo"

          #~ msgid "Lid"
          #~ msgstr "Cofano"

          domain "hive"

          msgid "Lid"
          msgstr "Coperchio"

          """))
    ])

  func check(_ document: borrowing Document, _ po: PODetail, _ report: inout Findings) {
    let numbers = po.file.entries.indices.map { Self.number(of: $0, document, po) }
    let repeated = Self.maybeRepeated(numbers)
    guard !repeated.isEmpty else { return }
    var firsts: [UInt64: Int] = [:]
    for index in repeated {
      let entry = po.file.entries[index]
      guard let id = entry.id else { continue }
      let key = document.text(po.keys[index])
      guard let first = firsts[numbers[index]], let other = po.file.entries[first].id,
        document.text(po.keys[first]) == key
      else {
        firsts[numbers[index]] = index
        continue
      }
      report(
        ByteRange(entry.context?.keyword.lower ?? id.keyword.lower, id.end(po.file.pieces)),
        // Without the context, which stands before it.
        Self.twice, entry.isHeader ? "" : String(key.string.split(separator: "\u{4}").last ?? ""),
        related: Finding.Related(other.keyword, "first"))
    }
  }

  /// A number that entries with the same name share; 0 for one that needs no name of its own.
  private static func number(
    of index: Int, _ document: borrowing Document, _ po: PODetail
  ) -> UInt64 {
    let entry = po.file.entries[index]
    guard !entry.isObsolete, entry.id != nil else { return 0 }
    var number = Hash64(of: document.text(po.keys[index]).bytes)
    number.add(UInt8(entry.context == nil ? 0 : 1))
    if !entry.domain.isEmpty {
      for byte in document.bytes[entry.domain.range] { number.add(byte) }
    }
    return number.value
  }

  /// The entries whose numbers may be another one's too, in order; those that may not are nearly all.
  ///
  /// A table of bits tells it, for sixteen bits an entry let one of thirty through, and a dictionary of all takes six
  /// times as long.
  private static func maybeRepeated(_ numbers: [UInt64]) -> [Int] {
    var size = 64
    while size < numbers.count * 16 { size *= 2 }
    var once = [UInt64](repeating: 0, count: size / 64)
    var twice = once
    func place(_ number: UInt64) -> (word: Int, bit: UInt64) {
      let place = Int(truncatingIfNeeded: number) & (size - 1)
      return (place / 64, 1 << UInt64(place % 64))
    }
    var isRepeated = false
    for number in numbers where number != 0 {
      let (word, bit) = place(number)
      if once[word] & bit != 0 {
        twice[word] |= bit
        isRepeated = true
      }
      once[word] |= bit
    }
    guard isRepeated else { return [] }
    return numbers.indices.filter { index in
      let (word, bit) = place(numbers[index])
      return numbers[index] != 0 && twice[word] & bit != 0
    }
  }
}

extension POText {
  /// Behind its last quote.
  fileprivate func end(_ pieces: [ByteRange]) -> Int {
    self.pieces.isEmpty ? keyword.upper : pieces[self.pieces.upperBound - 1].upper + 1
  }
}
