import LintCore
import LintText

/// A file name whose ending was translated or cut off.
struct CutFileName: SegmentRule {
  private static let cut = Message("cut", "the file name '{0}' became '{1}'")

  let info = RuleInfo(
    id: "cut-file-name", family: "markup",
    finds: "a file name of the source that was cut or fused: `hive.jsin` for `hive.json in`.",
    why: """
      There is no such file, and the reader who looks for it finds nothing. The translation engine \
      took the name apart and translated a piece (`json` ends in the English word `on`). Restore the \
      name from the source; it belongs in code.
      """,
    severity: .warning, issueType: .inconsistentEntities, messages: [cut],
    fails: [
      Example(
        "The end of the name was translated.",
        .segment(source: "Open hives.json in the hub.", target: "Apri ⟦hives.jsin⟧ dell'hub.")),
      Example(
        "It ran into the next word.", locale: "ja-JP",
        .segment(source: "Open hives.json.", target: "⟦hives.jsを⟧開きます。")),
    ],
    passes: [
      Example(
        "The name is whole.", .segment(source: "Open hives.json.", target: "Apri hives.json.")),
      Example(
        "It became code.", .segment(source: "Open hives.json.", target: "Apri `hives.json`.")),
      Example(
        "Another file that the source names too.",
        .segment(source: "hives.json and hives.js", target: "hives.js e hives.json")),
    ])

  let needs: SegmentTraits = .sourceJoint

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    var budget = SearchBudget(segment)
    var told: Set<Range<Int>> = []
    var known: Remembered<Range<Int>?> = Remembered()
    // Most names stand in the target as they are, or not at all. To see that again for a few names
    // takes less time than to remember it.
    var quick = SearchBudget.unremembered
    var tokens = Tokens(segment.source.prose)
    while let token = tokens.nextName() {
      let name = segment.source[token]
      guard name.count <= Self.longest, let dot = Self.dot(of: name.bytes) else { continue }
      if quick > 0 {
        quick -= 1
        if segment.target.bytes.containsIgnoringCase(name.bytes)
          || Self.remains(of: name.bytes, dot, in: segment, &budget) == nil
        {
          continue
        }
      }
      let found = known.value(of: name.bytes) {
        guard budget.allows(segment.target),
          !segment.target.bytes.containsIgnoringCase(name.bytes)
        else { return nil }
        return Self.remains(of: name.bytes, dot, in: segment, &budget)
      }
      // Where the source has a name twice, the same range is found twice.
      guard let found, told.insert(found).inserted else { continue }
      report(
        segment.target[found], Self.cut, name.string, segment.target[found].string,
        related: Finding.Related(name.range))
    }
  }

  /// In bytes; file systems allow no more. A name is compared at each byte of the target, so longer
  /// ones would take the square of their length.
  private static let longest = 255

  /// Endings of the files that documentation names.
  private static let endings: [StaticString] = [
    "json", "config", "xml", "yml", "yaml", "toml", "csproj", "props", "targets", "dll", "exe",
    "nuspec", "nupkg", "sln", "cshtml", "html", "css", "txt", "log", "md", "ps1", "psm1", "psd1",
    "svc", "resx", "xaml", "xsd", "wsdl", "ini", "cmd", "bat", "csv", "zip", "sql",
  ]

  /// The index of the dot before a known ending; `nil` for what is no file name.
  static func dot(of name: Span<UInt8>) -> Int? {
    var dot = name.count - 1
    while dot > 0, name[dot] != 0x2E {
      guard name[dot].isLetterOrDigit else { return nil }
      dot -= 1
    }
    guard dot >= 2, name[dot - 1].isLetterOrDigit else { return nil }
    let ending = name.extracting(dot + 1..<name.count)
    for known in endings where ending.elementsEqual(known) {
      return dot
    }
    return nil
  }

  /// The range of a name that ends otherwise: up to its dot it is the same, then come the first two
  /// letters of its ending and something else.
  private static func remains(
    of name: Span<UInt8>, _ dot: Int, in segment: borrowing Segment,
    _ budget: inout SearchBudget
  ) -> Range<Int>? {
    let stem = name.extracting(0..<dot + 1)
    let ending = name.extracting(dot + 1..<name.count)
    let bytes = segment.target.bytes
    var start = 0
    while let found = bytes.firstRangeIgnoringCase(
      of: stem, from: start,
      where: { $0.lowerBound == 0 || !bytes[$0.lowerBound - 1].isWordByte })
    {
      let end = found.upperBound
      var stop = end
      while stop < bytes.count, bytes[stop].isWordByte { stop += 1 }
      let rest = bytes.extracting(end..<stop)
      // The whole name is not in the target, so from the third letter on the ending differs.
      if rest.count > 2, rest.extracting(0..<2).equalsIgnoringCase(ending.extracting(0..<2)),
        budget.allows(segment.source),
        !segment.source.bytes.containsIgnoringCase(bytes.extracting(found.lowerBound..<stop))
      {
        return found.lowerBound..<firstScalars(of: bytes, end + 2, stop)
      }
      start = end
    }
    return nil
  }

  /// The end of the range to show: behind the letters of ASCII and one character more, for in
  /// scripts without spaces the rest of the sentence follows.
  private static func firstScalars(of bytes: Span<UInt8>, _ start: Int, _ stop: Int) -> Int {
    var end = start
    while end < stop, bytes[end] < 0x80 { end += 1 }
    guard end < stop else { return end }
    return min(stop, end + bytes.scalar(at: end).length)
  }
}
