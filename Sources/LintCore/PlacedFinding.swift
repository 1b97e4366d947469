public import LintText

/// A finding with all that a report shows of it; the bytes that it was found in are gone.
public struct PlacedFinding: Sendable {
  /// An index into `Run.rules`.
  public let rule: Int
  public let severity: Severity
  public let message: Message
  /// What the document contributes to the message, as it is written there.
  public let arguments: [String]
  /// In the file as it was linted.
  public let range: ByteRange
  public let start: Place
  /// Just after the last character.
  public let end: Place
  /// The line or the half of a segment that it stands in, cut to a window around it.
  public let excerpt: Excerpt
  /// The segment that it stands in.
  public let segment: SegmentExcerpt?
  public let related: PlacedRelated?
  /// What mends it, where the rule knows.
  public let fix: PlacedFix?
  /// `nil` unless a reporter asked for it.
  public let context: Context?
  /// What a reporter knows the first line by; empty unless one asked for that.
  public let lineHash: String
  /// What lasts of the key of the segment that it stands in; empty outside of segments, and for a finding that
  /// stands for ranges in several.
  public let number: String
  /// Which of the findings with the same rule, segment key and words in this file, from 0.
  public let ordinal: Int
  /// Which of the file's pages it is about, by its index in `FileReport.pages`.
  public internal(set) var page = 0

  /// What it is about, or the text that is reported, with white space folded and without what changes
  /// when the file is written anew; see `fingerprint(rule:path:)`.
  public let words: String

  /// The text of the source that it stands beside, made in the same way; empty where `number` is.
  public internal(set) var sourceWords = ""

  /// Text with a part of it marked.
  public struct Excerpt: Sendable {
    public let text: String
    /// In UTF-8 bytes of `text`.
    public let marked: Range<Int>
    /// Whether something was cut off before or after.
    public let isCutBefore: Bool
    public let isCutAfter: Bool

    static let empty = Excerpt(text: "", marked: 0..<0, isCutBefore: false, isCutAfter: false)
  }

  public struct SegmentExcerpt: Sendable {
    /// `28c26-103`, as written in the target half.
    public let id: String
    /// `103` or `p103`; the prefix changes at every rewrite of the file. Empty when the ID is damaged.
    public let number: String
    /// Both halves, each cut to 1,000 bytes.
    public let source: String
    public let target: String
    /// The half that holds the whole finding; `nil` when it lies in the markup around.
    public let side: Side?
  }

  public struct PlacedRelated: Sendable {
    public let label: String
    /// The source's file that it stands in; `nil` for the file of the finding.
    public let file: RelatedFile?
    public let start: Place
    public let end: Place
    public let excerpt: Excerpt
  }

  /// A fix with the places of its edits, in the file as it was linted.
  public struct PlacedFix: Sendable {
    public let fix: Fix
    /// The places at which each edit of `fix` begins and ends, by its index.
    public let places: [(start: Place, end: Place)]

    /// The first things that it changes, for people; empty where nobody asks for texts.
    public let changes: [Change]
    /// How many other places it changes.
    public let otherChanges: Int

    public var safety: Fix.Safety { fix.safety }
  }

  /// The words around some edits of a line, each marked where they differ.
  public struct Change: Sendable {
    public let before: Excerpt
    public let after: Excerpt
  }

  /// Whole lines around a finding.
  public struct Context: Sendable {
    /// The text of the finding's range, whole.
    public let snippet: String
    /// From 1, both included.
    public let lines: ClosedRange<Int>
    /// Those lines; empty when they are too long.
    public let text: String
  }

  /// Rule, path, segment key, words, which one of equals, as a baseline has them.
  public func fingerprint(rule: RuleInfo, path: String) -> String {
    Baseline.entry(
      rule: rule.id, path: path, number: number, words: words, ordinal: ordinal)
  }

  /// The same in a report of its page alone.
  var onFirstPage: PlacedFinding {
    var finding = self
    finding.page = 0
    return finding
  }
}

extension PlacedFinding {
  /// A finding that is only counted: nobody asks where it is.
  init(counted finding: Finding, _ severity: Severity) {
    let nowhere = Place(line: 1, column: 1, byteColumn: 1, displayColumn: 1)
    self.init(
      rule: finding.rule, severity: severity, message: finding.message,
      arguments: finding.arguments, range: finding.range, start: nowhere, end: nowhere,
      excerpt: .empty, segment: nil, related: nil, fix: nil, context: nil, lineHash: "",
      number: "", ordinal: 0, page: finding.page, words: "")
  }
}
