import LintCore
import LintText

/// What became of the anchors of a page's headings whose source is a file of its own.
struct PairedHeadingAnchors {
  private let headings: [PairedHeading]
  /// From this similarity on, an anchor is a damaged one and not an author's own.
  private let threshold: Double
  /// How many headings of the page have a name.
  private var counts: [[UInt8]: Int] = [:]

  init(_ headings: [PairedHeading], _ threshold: Double) {
    self.headings = headings
    self.threshold = threshold
  }

  mutating func check(_ document: borrowing Document, _ report: inout Findings) {
    for heading in headings {
      for name in heading.target.names {
        counts[[UInt8](document.text(name).bytes), default: 0] += 1
      }
    }
    // Headings without a name whose source has none either, and how many others have one.
    var bare: [PairedHeading] = []
    var kept: [PairedHeading] = []
    for heading in headings where document.records[heading.record].isCertain {
      if !heading.source.names.isEmpty {
        checkName(heading, document, &report)
      } else if Self.isMade(document.text(heading.source.text.inSource).bytes) {
        continue
      } else if heading.target.names.isEmpty {
        if checkDamaged(heading, document, &report) { continue }
        if heading.name != heading.sourceName { bare.append(heading) }
      } else if checkSlug(heading, document, &report) {
        kept.append(heading)
      }
    }
    reportBare(bare, kept, document, &report)
  }

  /// Whether nobody knows what a site makes of a heading: it has a shortcode, or is a tab.
  private static func isMade(_ heading: Span<UInt8>) -> Bool {
    heading.contains("{{") || heading.contains("](#tab/")
  }

  /// Checks a heading whose source has a name.
  private func checkName(
    _ heading: PairedHeading, _ document: borrowing Document, _ report: inout Findings
  ) {
    let names = heading.source.names.map { document.text($0.inSource).string }
    if heading.target.names.contains(where: { names.contains(document.text($0).string) }) { return }
    guard let right = heading.source.names.last else { return }
    let (name, latest) = (document.text(right.inSource), document.source?.latest?.words)
    guard let wrong = heading.target.names.first else {
      if checkDamaged(heading, document, &report) { return }
      // The heading's own slug may be the same; and the latest source may have given the name up.
      if heading.name == [UInt8](name.bytes) || latest?.hasAnchor(name.bytes) == false { return }
      report(
        heading.marks, ChangedHeadingAnchor.missing, name.string,
        related: Finding.Related(right.inSource),
        fix: Self.form(document, around: right.inSource).flatMap {
          Self.fix(putting: $0, behind: heading.target.text)
        })
      return
    }
    let written = document.text(wrong).bytes
    if latest?.hasAnchor(written) == true { return }
    // That of another heading, which the page has once: the headings were taken for each other's.
    if document.source?.words?.hasAnchor(written) == true, counts[[UInt8](written)] ?? 0 < 2 {
      return
    }
    // The tools' own name for the source's heading, which has another one besides.
    let own = Heading.slugs(document, heading.record..<heading.record + 1, .source)
    if own.contains(HeadingSlug(bytes: [UInt8](written))) { return }
    self.report(heading, wrong, [UInt8](name.bytes), right.inSource, document, &report)
  }

  /// Reports a mark for a name that is none, `{#lid` or `{# lid}`, which readers see as it stands; returns whether
  /// there is one.
  private func checkDamaged(
    _ heading: PairedHeading, _ document: borrowing Document, _ report: inout Findings
  ) -> Bool {
    let text = document.text(heading.target.text)
    guard let open = text.bytes.firstRange(of: "{#", from: 0)?.lowerBound,
      !document.text(heading.source.text.inSource).bytes.contains("{#")
    else { return false }
    var (start, end) = (open + 2, text.bytes.count)
    if text.bytes[end - 1] == 0x7D { end -= 1 }
    while start < end, text.bytes[start] == 0x20 { start += 1 }
    guard start < end, Self.isName(text.bytes.extracting(start..<end)) else { return false }
    let range = ByteRange(text.range.lower + open, text.range.upper)
    let own = heading.source.names.last
    let right =
      own.map { document.text($0.inSource).string }
      ?? String(decoding: heading.sourceName, as: UTF8.self)
    // A name that the source writes is copied; what the site makes of its heading only where the page has it.
    let isRight = text.bytes.extracting(start..<end).elementsEqual(right.utf8Span.span)
    let mark =
      own.map { Self.form(document, around: $0.inSource) }
      ?? (isRight ? Array("{#\(right)}".utf8) : nil)
    report(
      range, ChangedHeadingAnchor.changed, document.text(range).string, right,
      related: own.map { Finding.Related($0.inSource) },
      fix: mark.map {
        Fix(.safe, "Restore the anchor of the source heading.", [Fix.Edit(range, $0)])
      })
    return true
  }

  /// Whether names have such characters: no marks of markup, which would be cut off with it.
  private static func isName(_ text: Span<UInt8>) -> Bool {
    text.indices.allSatisfy {
      text[$0].isLetterOrDigit || text[$0] == 0x2D || text[$0] == 0x5F || text[$0] >= 0x80
    }
  }

  /// Checks a heading whose source has no name, so that its slug is one; returns whether the page has it.
  private func checkSlug(
    _ heading: PairedHeading, _ document: borrowing Document, _ report: inout Findings
  ) -> Bool {
    // Nearly all are the source's slug, letter by letter.
    if heading.target.names.contains(where: {
      document.text($0).bytes.elementsEqual(heading.sourceName.span)
    }) {
      return true
    }
    let range = heading.record..<heading.record + 1
    let slugs =
      [HeadingSlug(bytes: heading.sourceName)] + Heading.slugs(document, range, .source)
    let latest = document.source?.latest?.words
    for name in heading.target.names {
      let written = HeadingSlug(bytes: [UInt8](document.text(name).bytes))
      let isKept = slugs.contains { slug in
        slug.withoutRepeatedHyphens == written.withoutRepeatedHyphens
          || slug.withoutRepeatedHyphens == written.withoutNumber?.withoutRepeatedHyphens
          || slug.withoutNumber?.withoutRepeatedHyphens == written.withoutRepeatedHyphens
          || !written.letters.isEmpty && slug.letters == written.letters
            && !Self.lacksHyphen(written, slug, of: heading, document)
            && !Self.hasUnderscores(written, slug)
      }
      if isKept || latest?.hasAnchor(document.text(name).bytes) == true { return true }
    }
    guard let wrong = heading.target.names.first else { return false }
    let written = HeadingSlug(bytes: [UInt8](document.text(wrong).bytes))
    // That of another heading, which the page has once: the two are no pair.
    if document.source?.words?.hasAnchor(written.bytes.span) == true, counts[written.bytes] ?? 0 < 2
    {
      return false
    }
    let isOfTarget =
      Heading.slugs(document, range, .target).contains(written) || heading.name == written.bytes
      || Self.isOwnSlug(heading, written, document)
    let isNear = (threshold..<1).contains(slugs.map { $0.similarity(to: written) }.max() ?? 0)
    let isPossible = Self.isPossible(written.bytes)
    guard isOfTarget || isNear || !isPossible else { return false }
    self.report(heading, wrong, heading.sourceName, nil, document, &report)
    return false
  }

  /// Whether a name has underscores where the slug has hyphens, to which links of the source lead.
  private static func hasUnderscores(_ written: HeadingSlug, _ slug: HeadingSlug) -> Bool {
    written.bytes.contains(0x5F) && !slug.bytes.contains(0x5F)
      && written.bytes.map { $0 == 0x5F ? 0x2D : $0 } == slug.bytes
  }

  /// Whether a name is a slug that lost the hyphen between two words of the source: `jumpright-in` of `Jump right in`.
  /// Signs between words are written in many ways.
  private static func lacksHyphen(
    _ written: HeadingSlug, _ slug: HeadingSlug, of heading: PairedHeading,
    _ document: borrowing Document
  ) -> Bool {
    let right = slug.withoutRepeatedHyphens
    guard right.count == written.bytes.count + 1 else { return false }
    let lost = zip(right, written.bytes).prefix { $0 == $1 }.count
    guard right[lost] == 0x2D, right[(lost + 1)...].elementsEqual(written.bytes[lost...]) else {
      return false
    }
    let start = right[..<lost].lastIndex(of: 0x2D).map { $0 + 1 } ?? 0
    let first = right[start..<lost]
    let second = right[(lost + 1)...].prefix { $0 != 0x2D }
    let text = document.text(heading.source.text.inSource).bytes
    let (words, whole) = (first + [0x20] + second, text.lowercased)
    return !first.isEmpty && !second.isEmpty && whole.span.contains(words.span)
  }

  /// Whether a name is what a site makes of the translation.
  private static func isOwnSlug(
    _ heading: PairedHeading, _ written: HeadingSlug, _ document: borrowing Document
  ) -> Bool {
    let text = document.text(heading.target.text).bytes
    return [SlugStyle.gitHub, .hugo].contains { $0.slug(of: text) == written.bytes }
  }

  private static func isPossible(_ name: [UInt8]) -> Bool {
    !name.contains { $0 <= 0x20 || $0 == 0x23 || $0 == 0x25 }
  }

  private func report(
    _ heading: PairedHeading, _ wrong: ByteRange, _ right: [UInt8], _ source: ByteRange?,
    _ document: borrowing Document, _ report: inout Findings
  ) {
    let written = HeadingSlug(bytes: [UInt8](document.text(wrong).bytes))
    let likeness = HeadingSlug(bytes: right).similarity(to: written)
    let message =
      !Self.isPossible(written.bytes)
      ? ChangedHeadingAnchor.impossible
      : (threshold..<1).contains(likeness)
        ? ChangedHeadingAnchor.changed : ChangedHeadingAnchor.translated
    report(
      wrong, message, document.text(wrong).string, String(decoding: right, as: UTF8.self),
      related: source.map { Finding.Related($0) },
      fix: heading.target.names.count == 1 && !right.isEmpty
        ? Fix(.safe, "Restore the anchor of the source heading.", [Fix.Edit(wrong, right)]) : nil)
  }

  /// Reports headings without a name where most others have the source's.
  private func reportBare(
    _ bare: [PairedHeading], _ kept: [PairedHeading], _ document: borrowing Document,
    _ report: inout Findings
  ) {
    guard !bare.isEmpty, kept.count >= 3 * bare.count || bare.count == 1 && !kept.isEmpty else {
      return
    }
    // The tools that write names leave out a page's title.
    let hasTitle = kept.contains { $0.level == 1 }
    for heading in bare where !heading.sourceName.isEmpty && (heading.level > 1 || hasTitle) {
      let name = String(decoding: heading.sourceName, as: UTF8.self)
      let isInBraces = kept.first?.target.names.first.map {
        document.text(ByteRange($0.lower - 2, $0.lower)).bytes.has("{#", at: 0)
      }
      report(
        heading.marks, ChangedHeadingAnchor.missing, name,
        fix: isInBraces == true
          ? Self.fix(putting: Array("{#\(name)}".utf8), behind: heading.target.text) : nil)
    }
  }

  /// A name with its braces, as the source has it; `nil` where it stands in a tag or beside attributes.
  private static func form(_ document: borrowing Document, around name: ByteRange) -> [UInt8]? {
    guard let source = document.source?.bytes else { return nil }
    let (lower, upper) = (name.lower - AddressSpace.source, name.upper - AddressSpace.source)
    if source.span.has("{#", at: lower - 2), source.span.has("}", at: upper) {
      return Array(source[lower - 2...upper])
    }
    if source.span.has("{/*", at: lower - 3), source.span.has("*/}", at: upper) {
      return Array(source[lower - 3..<upper + 3])
    }
    return nil
  }

  private static func fix(putting name: [UInt8], behind text: ByteRange) -> Fix? {
    Fix(
      .safe, "Put in the anchor of the source heading.",
      [Fix.Edit(ByteRange(text.upper, text.upper), [0x20] + name)])
  }
}
