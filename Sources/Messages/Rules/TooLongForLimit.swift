package import LintCore
import LintText

/// A message with more characters than its format says it may have.
package struct TooLongForLimit: MessageRule {
  private static let long = Message("long", "'{0}' characters, and there is room for '{1}'")

  package let info = RuleInfo(
    id: "too-long-for-limit", family: "messages",
    finds: "a translation with more characters than the flag `max-length:` lets it have.",
    why: """
      Who wrote the program knows how much room there is: what is longer is cut off, or breaks the layout. Find \
      shorter words, or ask for more room.
      """,
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .length, messages: [long],
    fails: [
      Example(
        "Three more than there is room for.", fileExtension: "po",
        .file("#, max-length:8\nmsgid \"Open lid\"\nmsgstr \"⟦Apri coperc⟧\"\n"))
    ],
    passes: [
      Example(
        "Characters are counted, not bytes.", fileExtension: "po",
        .file("#, max-length:4\nmsgid \"Both\"\nmsgstr \"àèìò\"\n"))
    ])

  package let needs: SegmentTraits = .always

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard let limit = detail.limit(of: segment.index), segment.target.count > limit else { return }
    let count = segment.target.bytes.count { $0 & 0xC0 != 0x80 }
    if count > limit { report(segment.target, Self.long, String(count), String(limit)) }
  }
}
