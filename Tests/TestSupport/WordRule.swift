public import LintCore
import LintText

/// A rule for tests: reports each place of a word in a file.
public struct WordRule: DocumentRule {
  public let info: RuleInfo
  private let word: StaticString
  private let related: StaticString?
  private let label: String
  private let length: Int?

  /// - Parameters:
  ///   - related: A word whose first place explains the finding.
  ///   - length: How many bytes to report, when it is not the word.
  public init(
    _ id: String, family: String = "words", finds word: StaticString, severity: Severity = .error,
    profile: Profile = .default, isCounted: Bool = false, related: StaticString? = nil,
    label: String = "source", length: Int? = nil,
    formerNames: RuleInfo.FormerNames = RuleInfo.FormerNames()
  ) {
    info = RuleInfo(
      id: id, family: family, finds: "the word '\(word)'",
      why: "A reader stumbles over '\(word)'. Take it out, or ask the author what it was to say.",
      severity: severity, profile: profile, formerNames: formerNames, issueType: .other,
      countedAs: isCounted ? "hold the word" : nil,
      messages: [Self.message],
      fails: [
        Example("in a segment", .segment(source: "One word", target: "Una ⟦parola⟧ 漢字⟦⟧")),
        Example("in a file", .file("first\n⟦second\nthi⟧rd\n")),
        Example("not UTF-8", .bytes([0x61, 0xFF, 0x62], reported: [1..<2])),
      ],
      passes: [Example("elsewhere", locale: "ru-RU", .body("слово\n"))])
    self.word = word
    self.related = related
    self.label = label
    self.length = length
  }

  private static let message = Message("word", "'{0}' must not be here")

  public func check(_ document: borrowing Document, _ report: inout Findings) {
    let bytes = document.bytes.span
    let explanation = related.flatMap { bytes.firstRange(of: $0) }.map {
      Finding.Related(ByteRange($0.lowerBound, $0.upperBound), label)
    }
    var start = 0
    while let found = bytes.firstRange(of: word, from: start) {
      let range = ByteRange(found.lowerBound, found.lowerBound + (length ?? found.count))
      report(range, Self.message, document.text(range).string, related: explanation)
      start = found.upperBound
    }
  }
}
