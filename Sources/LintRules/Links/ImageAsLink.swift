import LintCore
import LintText

/// An image that became a link, on a page with a source of its own.
struct ImageAsLink: SegmentRule {
  private static let linked = Message("linked", "the image '{0}' became a link")

  let info = RuleInfo(
    id: "image-as-link", family: "links",
    finds: "an image of the source that is a link to the picture's file.",
    why: """
      The reader sees words where all other languages show a picture. Put the exclamation mark back before the       bracket, with nothing between the two.
      """,
    severity: .error, profile: nil, profiles: [.pair: .default], required: .pair,
    issueType: .markup, messages: [linked],
    fails: [
      Example(
        "The exclamation mark is lost.",
        .pair(
          source: "Look at ![the lamp](lamp.png).\n",
          target: "Guarda ⟦[la spia](lamp.png)⟧.\n")),
      Example(
        "It stands apart.",
        .pair(
          source: "![The lamp](lamp.png)\n", target: "! ⟦[La spia](lamp.png)⟧\n")),
    ],
    passes: [
      Example(
        "The source has a link to it, too.",
        .pair(
          source: "![The lamp](lamp.png) in [full size](lamp.png)\n",
          target: "[La spia](lamp.png)\n")),
      Example(
        "Another picture.",
        .pair(
          source: "Look at ![the lamp](lamp.png).\n",
          target: "Guarda ![la spia](lamp-it.png).\n")),
    ])

  let needs: SegmentTraits = [.differentInlines, .targetClosingBracket]

  func check(
    _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
  ) {
    guard shared.sourceFile != nil, let (link, image) = Self.linkOfImage(segment) else { return }
    report(
      segment.target[link.range], Self.linked, segment.target[link.destination].string,
      related: Finding.Related(image.range))
  }

  /// The first link to what the source shows as an image, and links to nowhere; `nil` where there is none.
  private static func linkOfImage(_ segment: borrowing Segment) -> (link: Inline, image: Inline)? {
    guard count(of: .image, segment.sourceInlines) > count(of: .image, segment.targetInlines),
      count(of: .link, segment.targetInlines) > 0
    else { return nil }
    var images: [[UInt8]: Int] = [:]
    var others: Set<[UInt8]> = []
    for index in segment.sourceInlines.indices where segment.sourceInlines[index].isLink {
      let inline = segment.sourceInlines[index]
      let name = [UInt8](segment.source[inline.destination].bytes)
      if inline.kind == .image { images[name] = images[name] ?? index } else { others.insert(name) }
    }
    for index in segment.targetInlines.indices where segment.targetInlines[index].kind == .image {
      others.insert([UInt8](segment.target[segment.targetInlines[index].destination].bytes))
    }
    for index in segment.targetInlines.indices where segment.targetInlines[index].kind == .link {
      let link = segment.targetInlines[index]
      let name = [UInt8](segment.target[link.destination].bytes)
      guard let image = images[name], !others.contains(name) else { continue }
      return (link, segment.sourceInlines[image])
    }
    return nil
  }

  private static func count(of kind: Inline.Kind, _ inlines: borrowing Span<Inline>) -> Int {
    var count = 0
    for index in inlines.indices where inlines[index].kind == kind { count += 1 }
    return count
  }
}
