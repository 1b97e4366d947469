import LintCore
import LintText

/// A file name whose ending was translated or cut off.
struct CutFileName: Rule {
  private static let cut = Message("cut", "the file name '{0}' became '{1}'")

  let info = RuleInfo(
    id: "cut-file-name", family: "markup",
    finds:
      "a file name of the source that was cut, fused or translated: `hive.jsin` for `hive.json in`.",
    why: """
      There is no such file, and the reader who looks for it finds nothing. The translation engine \
      took the name apart and translated a piece (`json` ends in the English word `on`). Restore the \
      name from the source; it belongs in code. `--fix` puts back a first letter.
      """,
    precision: "Of 32 findings on real pages, all that there were, 32 were true.",
    severity: .warning, issueType: .inconsistentEntities, fixable: .safe, messages: [cut],
    fails: [
      Example(
        "The end of the name was translated.",
        .segment(source: "Open hives.json in the hub.", target: "Apri ⟦hives.jsin⟧ dell'hub.")),
      Example(
        "The ending is a word.",
        .segment(source: "Open hives.config.", target: "Apri ⟦hives.configurazione⟧.")),
      Example(
        "The name was translated.",
        .segment(source: "Run hives.exe first.", target: "Prima esegui ⟦alveari.exe⟧.")),
      Example(
        "It ran into the next word.", locale: "ja-JP",
        .segment(source: "Open hives.json.", target: "⟦hives.jsを⟧開きます。")),
      Example(
        "Behind letters of a script without spaces.", locale: "ja-JP",
        .segment(source: "Open hives.json, then it.", target: "次に⟦hives.jsを⟧開きます。")),
      Example(
        "The name, in a script without spaces.", locale: "zh-CN",
        .segment(source: "Open hive.json now.", target: "请打开 ⟦蜂箱.json⟧")),
      Example(
        "The name in Katakana, behind other letters.", locale: "ja-JP",
        .segment(source: "Open hive.json now.", target: "今すぐ⟦ハイブ.json⟧を開きます。")),
      Example(
        "The ending became a word of two letters.", locale: "zh-CN",
        .segment(source: "Edit the hives.config file.", target: "编辑 ⟦hives.配置⟧ 文件。")),
      Example(
        "It ran into a word with an accent.",
        .segment(source: "The hives.json file is empty.", target: "Il file ⟦hives.jsonè⟧ vuoto.")),
      Example(
        "From here.",
        .segment(source: "Open ./hives.json in it.", target: "Apri ./⟦hives.jsin⟧ lì.")),
      Example(
        "The first letter is lost.",
        .segment(source: "Open hives.json in it.", target: "Apri ⟦ives.json⟧ lì.")),
      Example(
        "The address of a link is not read.",
        .segment(
          source: "[hives.json](hives.json) is there.", target: "[⟦hives.jsin⟧](hives.json) è lì.")),
    ],
    passes: [
      Example(
        "The name is whole.", .segment(source: "Open hives.json.", target: "Apri hives.json.")),
      Example(
        "It became code.", .segment(source: "Open hives.json.", target: "Apri `hives.json`.")),
      Example(
        "Documents have names in each language.",
        .segment(source: "Save it as hives.docx.", target: "Salvalo come alveari.docx.")),
      Example(
        "The reader has another name.",
        .segment(source: "Run filename.exe.", target: "Esegui nomefile.exe.")),
      Example(
        "An application of whoever reads.",
        .segment(source: "Run myapp.exe.", target: "Esegui miaapp.exe.")),
      Example(
        "A sentence begins behind the full stop.",
        .segment(source: "Open hives.json now.", target: "Apri ora hives.È vuoto.")),
      Example(
        "Another file that the source names too.",
        .segment(source: "hives.json and hives.js", target: "hives.js e hives.json")),
    ])

  func check(on kind: PageKind) -> Check? {
    .segments([.sourceJoint, .sourceMark], FileNames(endings: Endings(language: kind.language)))
  }

  private struct FileNames: SegmentCheck {
    let endings: Endings

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      CutFileName.check(segment, &shared, endings, &report)
    }
  }

  private static func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ endings: Endings,
    _ report: inout Findings
  ) {
    let lost = shared.lostNames(segment)
    if lost.isEmpty { return }
    var budget = SearchBudget(segment)
    var told: Set<Range<Int>> = []
    var known: Remembered<Change?> = Remembered()
    for range in lost {
      let name = segment.source[Self.fileName(in: segment.source.prose, range)]
      guard name.count <= Self.longest, let dot = Self.dot(of: name.prose) else { continue }
      let found = known.value(of: name.bytes) {
        guard budget.allows(segment.target), !Self.isRead(name.bytes, in: segment, endings, &budget)
        else {
          return nil
        }
        return Self.remains(of: name.bytes, dot, in: segment, &budget)
          ?? Self.beheaded(name.bytes, in: segment, &budget)
          ?? Self.renamed(name.bytes, dot, in: segment, &budget)
      }
      // Where the source has a name twice, the same range is found twice.
      guard let found, told.insert(found.range).inserted else { continue }
      let wrong = segment.target[found.range]
      report(
        wrong, Self.cut, name.string, wrong.string, related: Finding.Related(name.range),
        fix: found.isWhole
          ? Fix(.safe, "Write the name as the source does.", [.copy(name, over: wrong.range)]) : nil
      )
    }
  }

  /// What a name became.
  private struct Change {
    let range: Range<Int>
    /// Whether it is the name and nothing else, so that the name may take its place.
    let isWhole: Bool
  }

  /// The last part of a path.
  private static func fileName(in prose: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound, prose[start - 1] != 0x2F, prose[start - 1] != 0x5C {
      start -= 1
    }
    while start < range.upperBound, !prose[start].isLetterOrDigit { start += 1 }
    return start..<range.upperBound
  }

  /// Whether a name stands in prose or code of the target, in any letter case, and at most an ending of
  /// the language goes on with it.
  private static func isRead(
    _ name: Span<UInt8>, in segment: borrowing Segment, _ endings: Endings,
    _ budget: inout SearchBudget
  ) -> Bool {
    let prose = segment.target.prose
    let found = prose.firstRangeIgnoringCase(of: name) { range in
      range.upperBound == prose.count
        || !(prose[range.upperBound].isLetter
          || (!endings.areThere && prose.isAccented(range.upperBound)))
        || endings.has(in: prose, at: range.upperBound)
    }
    if found != nil { return true }
    guard segment.target.bytes.containsIgnoringCase(name) else { return false }
    var index = 0
    while index < segment.targetInlines.count, budget.allows(0) {
      let inline = segment.targetInlines[index]
      if inline.kind == .code || inline.kind == .tag || inline.kind == .placeholder
        || inline.kind == .autolink,
        segment.target[inline.range].bytes.containsIgnoringCase(name)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// The range of a name that has lost its first letter.
  private static func beheaded(
    _ name: Span<UInt8>, in segment: borrowing Segment, _ budget: inout SearchBudget
  ) -> Change? {
    let rest = name.extracting(1..<name.count)
    guard rest.count >= 6, budget.allows(segment.source),
      let found = segment.target.prose.rangeOfName(rest),
      segment.source.prose.rangeOfName(rest) == nil
    else { return nil }
    return Change(range: found, isWhole: true)
  }

  /// The range of the only name with the same ending, which the source lacks; none of a document's.
  private static func renamed(
    _ name: Span<UInt8>, _ dot: Int, in segment: borrowing Segment, _ budget: inout SearchBudget
  ) -> Change? {
    let ending = name.extracting(dot..<name.count)
    let kind = ending.extracting(1..<ending.count)
    guard !documents.contains(where: { kind.elementsEqual($0) }),
      !FilledIn.isIn(file: name.extracting(0..<dot)), budget.allows(segment.source),
      segment.source.prose.onlyName(endingWith: ending) != nil, budget.allows(segment.target),
      let found = segment.target.prose.onlyName(endingWith: ending), budget.allows(segment.source),
      !segment.source.bytes.containsIgnoringCase(segment.target.bytes.extracting(found))
    else { return nil }
    return Change(range: found, isWhole: false)
  }

  /// In bytes; file systems allow no more. A name is compared at each byte of the target, so longer
  /// ones would take the square of their length.
  private static let longest = 255

  /// Endings of the files that documentation names.
  private static let endings: [StaticString] = [
    "json", "config", "xml", "yml", "yaml", "toml", "csproj", "props", "targets", "dll", "exe",
    "nuspec", "nupkg", "sln", "cshtml", "html", "xml", "css", "txt", "log", "md", "ps1", "psm1",
    "psd1",
    "svc", "resx", "xaml", "xsd", "wsdl", "ini", "cmd", "bat", "csv", "zip", "sql", "msc", "reg",
    "sys", "inf", "vbs", "pdb", "aspx", "asmx", "vbproj", "fsproj", "docx", "xlsx", "pptx", "pdf",
    "properties", "conf", "cfg", "msi", "jar",
  ]

  /// Those of documents, which people name in their own language.
  private static let documents: [StaticString] = [
    "html", "xml", "css", "txt", "log", "md", "csv", "zip", "sql", "docx", "xlsx", "pptx", "pdf",
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
  /// letters of its ending and something else, or another word.
  private static func remains(
    of name: Span<UInt8>, _ dot: Int, in segment: borrowing Segment,
    _ budget: inout SearchBudget
  ) -> Change? {
    let stem = name.extracting(0..<dot + 1)
    let ending = name.extracting(dot + 1..<name.count)
    let bytes = segment.target.prose
    var start = 0
    while let found = bytes.firstRangeIgnoringCase(
      of: stem, from: start, where: { bytes.mayBegin(at: $0.lowerBound) })
    {
      let end = found.upperBound
      var stop = end
      while stop < bytes.count, bytes[stop].isWordByte { stop += 1 }
      let rest = bytes.extracting(end..<stop)
      // The whole name is not in the target, so from the third letter on the ending differs.
      let isCut =
        rest.count > 2 && rest.extracting(0..<2).equalsIgnoringCase(ending.extracting(0..<2))
      // Another name may begin so, and have more parts.
      let hasMore = stop + 1 < bytes.count && bytes[stop] == 0x2E && bytes[stop + 1].isLetter
      if isCut || (!hasMore && bytes.hasOtherEnding(at: end)),
        budget.allows(segment.source),
        segment.source.bytes.firstWord(bytes.extracting(found.lowerBound..<stop)) == nil
      {
        return Change(
          range: found
            .lowerBound..<(isCut
            ? firstScalars(of: bytes, end + 2, stop) : bytes.endOfWord(from: end, stop)),
          isWhole: false)
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

extension Span<UInt8> {
  /// Whether a name may begin at an index: not behind a letter of Latin, a digit, `_`, or what joins the
  /// parts of a name.
  fileprivate func mayBegin(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = self[index - 1]
    if before >= 0x80 {
      return !scalar(before: index).value.isLatin
    }
    return !before.isWordByte
  }

  /// Whether a word in small letters begins at an index, or one of a script without capitals, as no
  /// sentence does without a space.
  fileprivate func hasOtherEnding(at index: Int) -> Bool {
    guard index < count else { return false }
    if self[index] < 0x80 {
      return self[index].isLowercase && index + 1 < count && self[index + 1].isTextLetter
    }
    let scalar = Unicode.Scalar(self.scalar(at: index).value)
    return scalar.map { $0.properties.isAlphabetic && !$0.properties.isUppercase } ?? false
  }

  /// The only name of letters, digits, `-` and `_` with an ending, between gaps or marks; `nil` where several have
  /// it, or letters of a script without spaces stand in it.
  fileprivate func onlyName(endingWith ending: Span<UInt8>) -> Range<Int>? {
    var only: Range<Int>?
    var from = 0
    while let found = firstRangeIgnoringCase(of: ending, from: from, where: { _ in true }) {
      from = found.upperBound
      let start = startOfName(before: found.lowerBound)
      guard found.lowerBound - start >= 2,
        found.upperBound == count || !self[found.upperBound].isWordByte
          || isUnspaced(found.upperBound)
      else { continue }
      if only != nil { return nil }
      let isPath = start > 0 && (self[start - 1] == 0x2F || self[start - 1] == 0x5C)
      if isPath || (start > 0 && self[start - 1] == 0x2E) { return nil }
      only = start..<found.upperBound
    }
    return only
  }

  /// Where a name begins that ends at an index: of a script without spaces letters of one kind, and those of Latin
  /// before them, belong to it.
  private func startOfName(before end: Int) -> Int {
    var start = end
    while start > 0, self[start - 1] >= 0x80 {
      let next = scalar(before: start)
      guard let script = UnspacedScript(next.value),
        start == end || script == UnspacedScript(scalar(at: start).value)
      else { break }
      start -= next.length
    }
    let isUnspaced = start < end
    while start > 0, self[start - 1].isWordByte || self[start - 1] == 0x2D {
      if isUnspaced, self[start - 1] >= 0x80 { break }
      start -= 1
      // What stands before is the sentence.
      if !isUnspaced, self[start] >= 0xE0, self.isUnspaced(start) { return end }
    }
    return start
  }

  /// Where a word ends that begins at an index: of a script without spaces so far as it has letters of one kind.
  fileprivate func endOfWord(from start: Int, _ stop: Int) -> Int {
    guard start < stop, let script = UnspacedScript(scalar(at: start).value) else {
      var end = start
      while end < stop, self[end] < 0x80 { end += 1 }
      return end < stop ? Swift.min(stop, end + scalar(at: end).length) : end
    }
    var end = start
    while end < stop, UnspacedScript(scalar(at: end).value) == script {
      end += scalar(at: end).length
    }
    return Swift.min(stop, end)
  }

  /// The first range of a name that nothing goes on with, in any letter case.
  fileprivate func rangeOfName(_ name: Span<UInt8>) -> Range<Int>? {
    firstRangeIgnoringCase(of: name) { range in
      mayBegin(at: range.lowerBound)
        && !(range.lowerBound > 0
          && (self[range.lowerBound - 1] == 0x2D || self[range.lowerBound - 1] == 0x2E))
        && (range.upperBound == count
          || !(self[range.upperBound].isLetterOrDigit || self[range.upperBound] == 0x5F))
    }
  }
}

/// Letters of scripts without spaces, a word of which has those of one kind.
private enum UnspacedScript {
  case han, katakana, hangul

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3400...0x9FFF, 0x3005: self = .han
    case 0x30A1...0x30FF: self = .katakana
    case 0xAC00...0xD7A3: self = .hangul
    default: return nil
    }
  }
}

extension UInt32 {
  /// A letter of Latin beyond ASCII.
  fileprivate var isLatin: Bool { self >= 0xC0 && self <= 0x24F }
}
