import LintText

/// A page that something has happened to, the same for the same number and seed.
struct DamagedPage {
  private(set) var bytes: [UInt8]
  private let pages: [[UInt8]]
  private var random: SplitMix64

  /// What happens to pages. Those with pieces damage what is made of them.
  private enum Kind: CaseIterable {
    case flipped, cut, doubled, joined, lineEnds
    case spans, frontMatter, tables, links, fences, comments, emphasis, placeholders, characters

    var pieces: [String] {
      switch self {
      case .flipped, .cut, .doubled, .joined, .lineEnds: []
      case .spans:
        [
          "<span data-ttu-id=\"", "<span data-stu-id=\"", "<span class=\"sxs-lookup\">", "</span>",
          "</span></span>", "\">", "=\"", "data-ttu-id", "data-stu-id", "sxs-lookup", "<span ",
          "&quot;", "&lt;span", "\\<", "-p1", "-1", "<Span", "< /span>",
        ]
      case .frontMatter:
        [
          "---\n", "---", ": ", ":", "\n- ", "\n  ", "ms.", "\"", "'", "#", "|\n", ">-\n", "\t",
          "title: ", "ms.contentlocale: ", "{", "[", "&a ", "*a", "...\n",
        ]
      case .tables: ["|", "| ", " |", "|---|", ":--", "||", "\\|", "\n|", "|\n"]
      case .links:
        [
          "[", "]", "](", ")", "![", "<xref:", ">", "(", "][", "]: ", "https://", ".md", "#", "\"",
          "<a name=\"x\"></a>", "[!NOTE]", "[!INCLUDE [", "%20", "~/",
        ]
      case .fences: ["```", "`", "~~~", "\n    ", "``", ":::", "::: ", "\n```\n", "<code>", "\t"]
      case .comments:
        [
          "<!--", "-->", "<!-- loclint-disable -->", "<!-- loclint-enable -->", "--", "<!",
          "<!-- loclint-disable-next-line missing-link: a -->", "loclint-",
          "<!-- loclint-disable-segment 103 -->", "<!-- loclint-disable-file spans -->",
        ]
      case .emphasis: ["*", "**", "_", "__", "***", "\\*", "~~", " *", "* "]
      case .placeholders: ["{0}", "{{", "}}", "%A%", "${", "}", "{", "%s", "<br/>", "&nbsp;", "&"]
      case .characters:
        [
          "\u{FEFF}", "\u{FFFD}", "\u{202E}", "\u{200B}", "\u{AD}", "\u{0}", "\u{1B}[", "\u{301}",
          "é", "𝄞", "<<<<<<< ", "=======\n", ">>>>>>> ", "Ã©", "\u{2028}", "\u{85}",
        ]
      }
    }
  }

  init(number: Int, seed: UInt64, of pages: [[UInt8]]) {
    self.pages = pages
    random = SplitMix64(seed: seed, series: UInt64(number))
    // The first numbers would follow one another.
    _ = random.next()
    bytes = pages[Int.random(in: pages.indices, using: &random)]
    let kinds = Kind.allCases
    // Each kind has its turn, and company.
    apply(kinds[number % kinds.count])
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      apply(kinds[Int.random(in: kinds.indices, using: &random)])
    }
  }

  private mutating func place() -> Int { Int.random(in: 0...bytes.count, using: &random) }

  /// A run of bytes, most often a short one.
  private mutating func run() -> Range<Int> {
    let start = place()
    let longest = Bool.random(using: &random) ? 40 : 4000
    return start..<min(bytes.count, start + Int.random(in: 1...longest, using: &random))
  }

  private mutating func apply(_ kind: Kind) {
    switch kind {
    case .flipped:
      for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] =
          Bool.random(using: &random)
          ? bytes[index] ^ 1 << UInt8.random(in: 0..<8, using: &random)
          : UInt8.random(in: 0...255, using: &random)
      }
    case .cut: bytes.removeSubrange(run())
    case .doubled:
      let copy = bytes[run()]
      bytes.insert(contentsOf: copy, at: place())
    case .joined:
      let other = pages[Int.random(in: pages.indices, using: &random)]
      let start = Int.random(in: 0...other.count, using: &random)
      bytes = Array(bytes[..<place()] + other[start...])
    case .lineEnds:
      let ends: [[UInt8]] = [[0x0D], [0x0D, 0x0A], [], [0x0A, 0x0A], [0x0A, 0x0D]]
      let end = ends[Int.random(in: ends.indices, using: &random)]
      let range = run()
      bytes.replaceSubrange(range, with: bytes[range].flatMap { $0 == 0x0A ? end : [$0] })
    default: damage(kind.pieces.map { Array($0.utf8) })
    }
  }

  /// Takes out, doubles, breaks or replaces pieces that stand in the page, or puts some there.
  private mutating func damage(_ pieces: [[UInt8]]) {
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let piece = pieces[Int.random(in: pieces.indices, using: &random)]
      let other = pieces[Int.random(in: pieces.indices, using: &random)]
      guard let found = next(piece, from: place()) ?? next(piece, from: 0) else {
        bytes.insert(contentsOf: piece, at: place())
        continue
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(found)
      case 1: bytes.insert(contentsOf: piece, at: found.upperBound)
      case 2: bytes.replaceSubrange(found, with: other)
      case 3: bytes.remove(at: found.lowerBound + (piece.count - 1) / 2)
      default: bytes.insert(contentsOf: other, at: found.lowerBound + piece.count / 2)
      }
    }
  }

  private func next(_ piece: [UInt8], from start: Int) -> Range<Int>? {
    guard bytes.count - start >= piece.count else { return nil }
    let first = piece[0]
    for index in start...bytes.count - piece.count
    where bytes[index] == first && bytes[index...].starts(with: piece) {
      return index..<index + piece.count
    }
    return nil
  }
}
