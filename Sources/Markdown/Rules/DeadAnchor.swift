import LintCore
import LintText

/// A link to a part of a page that the page does not have in its locale.
struct DeadAnchor: CrossFileRule {
  private static let here = Message("here", "this page has no anchor '{0}'")
  private static let there = Message("there", "the page that this leads to has no anchor '{0}'")

  let info = RuleInfo(
    id: "dead-anchor", family: "links",
    finds: "a link to an anchor that its page does not have in this locale.",
    why: """
      The link leads to the top of the page, and readers look for what they were promised. The heading has \
      lost its anchor, or the page has another one since it was brought up to date: name one that is there. \
      Anchors are compared by their letters and digits alone, and those are right that any site would make of a \
      heading. Nothing is said of pages that show other files or are made by templates.
      """,
    precision: """
      Of 125 findings on 4,900 side-by-side pages, five pairs of trees and four whole ones all messages were read \
      and 40 pages searched, and nothing on these has the anchor; 24 are dead in the source, too. Of 20 among them \
      nothing is said any more: their page holds a snippet, which might have had the headings.
      """,
    severity: .warning, profile: nil, profiles: [.across: .strict], required: .across,
    issueType: .markup, messages: [here, there],
    fails: [
      Example(
        "In the page itself.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            ## <a name="the-lid"></a>{{pair:102|The lid|Il coperchio}}

            {{pair:103|See [the lid](#the-lid), [the lamp](#the-lamp).|Vedere [il coperchio](#the-lid), [la spia](⟦#the-lamp⟧).}}

            """)
        ])),
      Example(
        "In another page.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            # {{pair:102|Panel|Pannello}}

            {{pair:103|See [it](lid.md#the-lock).|Vedere [qui](⟦lid.md#the-lock⟧).}}

            """),
          Example.File(
            "it-IT", named: "lid",
            """
            ---
            title: Coperchio
            {{keys}}
            ---
            # <a name="lid"></a>{{pair:102|Lid|Coperchio}}

            ## {{pair:103|The lock|La serratura}}

            """),
        ])),
    ],
    passes: [
      Example(
        "Names that authors or sites give.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            # <a name="panel"></a>{{pair:102|Panel|Pannello}}

            ## {{pair:103|The lid {#lid}|Il coperchio {#lid} }}

            {{pair:104|[a](#lid), [b](#il-coperchio), [c](#PANEL)|[a](#lid), [b](#il-coperchio-1), [c](page.md#PANEL), [d](#)}}

            """)
        ])),
      Example(
        "A page that shows another one may have any.",
        .files([
          Example.File(
            "it-IT",
            """
            ---
            title: Pannello
            {{keys}}
            ---
            # {{pair:102|Panel|Pannello}}

            {{pair:103|See [it](#lamp).|Vedere [qui](#lamp).}}

            [!INCLUDE [lamp](lamp.md)]

            """)
        ])),
    ])

  func facts(of document: borrowing Document, at place: PagePlace) -> FactBytes? {
    guard let markdown = document.markdown, document.isFirst else { return nil }
    let page = markdown.linkedPage(document, at: place)
    let names = PageNames(document, page.blocks, path: place.path)
    let own = LinkedPath.key(place.path)
    var facts = FactBytes(capacity: 16 + 4 * names.names.count)
    facts.append(own)
    facts.append(UInt8(names.isOpen ? 1 : 0))
    facts.append(UInt32(names.names.count))
    for name in names.names.sorted() { facts.append(name) }
    for link in page.links {
      guard let fragment = link.link.fragment, Self.isName(fragment),
        let name = PageNames.hash(fragment.utf8Span.span)
      else { continue }
      let key: UInt64
      if link.link.isInPage {
        // What is shown in other pages belongs to these.
        if names.isOpen || names.names.contains(name) || Self.isPart(place.path) { continue }
        key = own
      } else if case .page(let path, _) = link.path {
        key = LinkedPath.key(path)
      } else {
        continue
      }
      facts.append(key)
      facts.append(name)
      facts.append(PageNames.hash(Self.withoutNumber(fragment).utf8Span.span) ?? name)
      facts.append(document.place(of: link.range))
      facts.append(fragment.utf8Span.span)
    }
    return facts
  }

  /// Whether a fragment names a part of a page, and is not something that a program or a publisher reads.
  private static func isName(_ fragment: String) -> Bool {
    if fragment.isEmpty || fragment.lowercased() == "top" { return false }
    if fragment.hasPrefix("_"), fragment.dropFirst().allSatisfy(\.isNumber) { return false }
    if fragment.hasPrefix("L"), fragment.dropFirst().allSatisfy(\.isNumber) { return false }
    // Footnotes get theirs from the site: `fn1`, `fnref:2`, `user-content-fn-1`.
    if fragment.hasPrefix("user-content-") { return false }
    if fragment.hasPrefix("fn"), fragment.last?.isNumber == true { return false }
    if fragment.hasPrefix("fn-") || fragment.hasPrefix("fnref") { return false }
    // Of the site's own furniture: MkDocs' `__toc`.
    if fragment.hasPrefix("__") { return false }
    return !fragment.contains { "/=:!~?&".contains($0) }
  }

  /// Without the number that tells a heading from an earlier one with the same text.
  private static func withoutNumber(_ fragment: String) -> String {
    let digits = fragment.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let rest = fragment.dropLast(digits)
    // Python-Markdown writes `_1`.
    guard digits > 0, rest.hasSuffix("-") || rest.hasSuffix("_") else { return fragment }
    return String(rest.dropLast())
  }

  /// Whether a page is shown in others alone.
  private static func isPart(_ path: String) -> Bool {
    path.lowercased().split(separator: "/").dropLast().contains {
      $0 == "includes" || $0 == "_includes" || $0 == "include" || $0 == "partials"
        || $0 == "snippets" || $0 == "_partials"
    }
  }

  /// What is kept of a page that links lead to.
  private struct Target {
    let isOpen: Bool
    /// How many names it has.
    let count: Int
    /// The names, in order, and what follows.
    let names: FactReader

    /// Reads what stands before the links of a page.
    init(_ facts: inout FactReader) {
      isOpen = facts.byte() != 0
      count = min(Int(facts.number32()), facts.count / 4)
      names = facts
      facts.skip(4 * count)
    }

    func has(_ name: UInt32) -> Bool {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        let value = names.number32(at: middle)
        if value == name { return true }
        if value < name { low = middle + 1 } else { high = middle }
      }
      return false
    }
  }

  /// Nothing is kept of the links: of millions of them their facts are all that there is room for.
  func judge(_ pages: [PageFacts]) -> [Verdict] {
    var indices: [UInt64: Int32] = [:]
    indices.reserveCapacity(pages.count)
    for (index, page) in pages.enumerated() {
      var facts = page.facts
      let own = facts.number64()
      // Of two pages with one address nobody knows which is shown.
      indices[own] = indices[own] == nil ? Int32(truncatingIfNeeded: index) : -1
    }
    var verdicts: [Verdict] = []
    for page in pages {
      var facts = page.facts
      let own = facts.number64()
      _ = Target(&facts)
      while !facts.isAtEnd {
        let key = facts.number64()
        let (name, base) = (facts.number32(), facts.number32())
        let range = facts.range()
        var text = facts
        facts.skipText()
        guard let index = indices[key], index >= 0 else { continue }
        var other = pages[Int(index)].facts
        _ = other.number64()
        let target = Target(&other)
        guard !target.isOpen, !target.has(name), !target.has(base) else { continue }
        let isInPage = key == own
        verdicts.append(
          Verdict(
            page.page, range, isInPage ? Self.here : Self.there, text.text(),
            causes: isInPage ? [] : [pages[Int(index)].page.file]))
      }
    }
    return verdicts.sorted { ($0.page, $0.range) < ($1.page, $1.range) }
  }
}
