import LintText
import Messages

/// What `#,` says of an entry.
struct POFlags: Sendable {
  var isFuzzy = false
  /// The longest translation, in characters: `max-length:30`.
  var maxLength: Int?
  /// How values are named in it.
  private var said: MessageDialects = []
  /// Whether it says of some way that it is none: `no-c-format`.
  private var isPlain = false
  /// What Weblate's flags say of its markup; `nil` where they say nothing.
  private(set) var isMarkdown: Bool?

  /// How values are named in it.
  var dialects: MessageDialects { said.isEmpty && !isPlain ? .unsaid : said }

  /// Reads the flags of a comment.
  ///
  /// - Parameters:
  ///   - range: what follows `#,`.
  ///   - ignored: gets what `ignore-…` keeps back, each where it stands.
  mutating func add(_ range: ByteRange, _ bytes: Span<UInt8>, ignored: inout [ByteRange]) {
    var start = range.lower
    while start <= range.upper {
      let comma = bytes.extracting(start..<range.upper).firstIndex(of: 0x2C).map { start + $0 }
      let part = bytes.extracting(start..<(comma ?? range.upper)).trimmedRange
      if !part.isEmpty {
        add(
          flag: ByteRange(start + part.lowerBound, start + part.upperBound), bytes,
          ignored: &ignored)
      }
      start = (comma ?? range.upper) + 1
    }
  }

  private mutating func add(
    flag: ByteRange, _ bytes: Span<UInt8>, ignored: inout [ByteRange]
  ) {
    let text = bytes.extracting(flag.range)
    if text.elementsEqual("fuzzy") {
      isFuzzy = true
    } else if text.has("max-length:", at: 0) {
      maxLength = text.number(from: 11)
    } else if text.elementsEqual("md-text") {
      isMarkdown = true
    } else if text.elementsEqual("rst-text") {
      isMarkdown = false
    } else if text.has("ignore-", at: 0) {
      ignored.append(ByteRange(flag.lower + 7, flag.upper))
    } else if text.has("no-", at: 0), text.has("-format", at: text.count - 7) {
      isPlain = true
    } else if text.has("-format", at: text.count - 7) {
      let name = text.extracting(0..<text.count - 7)
      if let known = Self.known.first(where: { name.elementsEqual($0.name) }) {
        said.insert(known.dialects)
      }
    }
  }

  /// gettext manual, "Translators for other Languages", and what xgettext makes of its options. Of those that
  /// are not there nothing is compared: their grammar is another one.
  private static let known: [(name: StaticString, dialects: MessageDialects)] = [
    ("python", .python), ("python-brace", .pythonBraces), ("c", .c), ("javascript", .javaScript),
    ("php", .php), ("qt", .qt), ("qt-plural", .qt), ("kde", .qt), ("kde-kuit", .qt),
    ("objc", .objectiveC), ("ruby", .ruby), ("perl", .perl), ("perl-brace", .perlBraces),
    ("sh", .shell), ("icu", .icu), ("icu-message", .icu), ("java", .java),
    ("java-printf", .javaPrintf), ("csharp", .numberedBraces),
    ("c++", .numberedBraces), ("lua", .perl), ("boost", .perl), ("awk", .perl),
    ("object-pascal", .perl), ("gcc-internal", .c), ("gfc-internal", .c),
  ]
}
