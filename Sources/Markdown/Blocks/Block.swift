public import LintText

/// A block of a Markdown page with the bytes that it takes.
///
/// Blocks stand in the order of the file, each before those that it holds, and are told from each other
/// as CommonMark 0.31.2 § 3 to § 5 and GitHub Flavored Markdown 0.29 § 4.10 say.
public struct Block: Equatable, Sendable {
  /// What a block is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    // Containers (CommonMark 0.31.2 § 5).
    case quote
    /// A quote that begins with `[!NOTE]`; `info` is the name.
    case alert
    case bulletList
    case orderedList
    case listItem
    /// `[^label]: …` (GitHub's extension); `info` is the label.
    case footnote
    // Leaves (CommonMark 0.31.2 § 4).
    case paragraph
    /// Of `level` 1 to 6, with `#` before it or a line of `=` or `-` below.
    case heading
    case thematicBreak
    /// `info` is the info string; `content` is what stands between the fences.
    case fencedCode
    case indentedCode
    /// Of `level` 1 to 7, which are the start conditions of § 4.6.
    case html
    /// An HTML block that is a comment and nothing else; `content` is what it says.
    case comment
    /// `[label]: destination "title"` (§ 4.7); `info` is the label, `content` the destination as it is
    /// written, and what follows in `range` is the title.
    case definition
    /// GitHub Flavored Markdown 0.29 § 4.10. Its lines are the head, the delimiters and the rows.
    case table
    // Only where a dialect has them.
    /// `content` is what stands between the lines of `---` or `+++`; `level` is 1 for YAML, 2 for TOML.
    case frontMatter
    /// `:::name …`, which begins what a later `:::` ends; `info` is the name.
    case directiveStart
    case directiveEnd
    /// `:::name …:::`, on one line; `info` is the name.
    case directive
    /// A line of Hugo's shortcodes or Liquid's tags and nothing else; `info` is the name of the first.
    case template
    /// `[!INCLUDE [title](file)]`, `[!code-csharp[](file)]` or `[!VIDEO address]` alone on a line; `info`
    /// is the name.
    case inclusion
    /// The heading of a tab, `# [Title](#tab/name)`: the names are `info`.
    case tab
    /// The thematic break that ends a group of tabs.
    case tabsEnd
    /// `import` or `export` of MDX.
    case module
    /// Tags of JSX and nothing else; `info` is the name of the first.
    case jsx
    /// An expression of MDX in braces.
    case expression

    /// Whether a block of this kind holds blocks.
    public var isContainer: Bool { rawValue <= Kind.footnote.rawValue }
  }

  public internal(set) var kind: Kind
  /// A heading's level, the start condition of HTML, the kind of front matter; else 0.
  public internal(set) var level: UInt8 = 0
  /// The index of the block that holds this one, -1 for none.
  var parentIndex: Int32
  /// The whole block with its markup: from its first byte that is no indentation to the end of its
  /// last line, whose line end is left out. A container ends with the last that it holds.
  public internal(set) var range: ByteRange
  /// What the markup stands around; in a block of several lines inside a container, the marks of the
  /// container begin each of them but the first: `Blocks.lines(of:)` has them one by one.
  public internal(set) var content: ByteRange
  /// A name that the markup has: see the kinds.
  public internal(set) var info: ByteRange = .none
  /// The indices of the block's lines in `Blocks.allLines`.
  var firstLine: UInt32 = 0
  var lastLine: UInt32 = 0

  /// The index of the block that holds this one.
  public var parent: Int? { parentIndex < 0 ? nil : Int(parentIndex) }
}
