import LintCore
import LintText

/// A finding on a page: what is wrong, where, and source and target side by side.
struct HTMLFinding {
  let finding: PlacedFinding
  let rule: RuleInfo
  let locale: LocaleTag?
  /// Where the finding's lines can be seen.
  let address: String?

  /// Bytes from which on a half may have been cut: a long one is cut to 1,000 bytes, or up to three
  /// less, so that no character is cut.
  private static let longestHalf = 997
  /// The longest that is shown of a span ID, in characters.
  private static let longestID = 40

  /// A text with a part of it marked.
  private struct Marked {
    let text: String
    let marked: Range<Int>?
    var isCutBefore = false
    var isCutAfter = false
  }

  var html: String {
    let severity = finding.severity.rawValue
    return """
      <li class="finding \(severity)" data-rule="\(rule.id.visibleHTML)" data-severity="\(severity)">
      <p class="what"><strong class="severity">\(severity)</strong> \(sentence)</p>
      <p class="where">\(place) · \(ruleLink)\(span)</p>
      <div class="halves">
      \(halves)\(fix)</div>
      </li>

      """
  }

  private var sentence: String {
    let template = Message(finding.message.id, finding.message.template.escapedForHTML)
    return template.text(
      finding.arguments.map {
        "<bdi>\($0.visible(longest: String.longestArgument).escapedForHTML)</bdi>"
      })
  }

  private var place: String {
    let text = "line \(finding.start.line), column \(finding.start.column)"
    return address.map { "<a href=\"\($0.escapedForHTML)\">\(text)</a>" } ?? text
  }

  /// What a file's list ends with: an item with a count, which the page's own counts add up.
  static func html(of more: MoreFindings, rule: RuleInfo) -> String {
    let severity = more.severity.rawValue
    return """
      <li class="finding \(severity) more" data-rule="\(rule.id.visibleHTML)" \
      data-severity="\(severity)" data-count="\(more.count)">
      <p class="what"><strong class="severity">\(severity)</strong> \(more.sentence)</p>
      <p class="where">\(link(to: rule)) · \(MoreFindings.remedy.escapedForHTML)</p>
      </li>

      """
  }

  private var ruleLink: String { Self.link(to: rule) }

  private static func link(to rule: RuleInfo) -> String {
    let id = rule.id.visibleHTML
    return "<a href=\"#rule-\(id)\"><code>\(id)</code></a>"
  }

  private var span: String {
    guard let id = finding.segment?.id, !id.isEmpty else { return "" }
    let shown = id.visible(longest: Self.longestID).escapedForHTML
    return " · segment <code><bdi>\(shown)</bdi></code>"
  }

  private var halves: String {
    let excerpt = Marked(
      text: finding.excerpt.text, marked: finding.excerpt.marked,
      isCutBefore: finding.excerpt.isCutBefore, isCutAfter: finding.excerpt.isCutAfter)
    let related = finding.related.map {
      Marked(
        text: $0.excerpt.text, marked: $0.excerpt.marked,
        isCutBefore: $0.excerpt.isCutBefore, isCutAfter: $0.excerpt.isCutAfter)
    }
    guard let segment = finding.segment, let side = segment.side else {
      // What lies in the markup around has no half to be shown in.
      return row("Line", excerpt) + relatedRow(related)
    }
    let here = Self.whole(excerpt, in: side == .target ? segment.target : segment.source) ?? excerpt
    let otherHalf = side == .target ? segment.source : segment.target
    let there = related.flatMap { Self.whole($0, in: otherHalf) }
    let other =
      there
      ?? Marked(
        text: otherHalf, marked: nil, isCutAfter: otherHalf.utf8.count >= Self.longestHalf)
    // The half that is shown stands in a file of its own, perhaps in an older version.
    let label = there == nil || finding.related?.file == nil ? "Source" : relatedLabel
    return row(label, side == .target ? other : here)
      + row("Target", side == .target ? here : other, isTarget: true)
      + (there == nil ? relatedRow(related) : "")
  }

  /// The half that an excerpt is from, with the same part marked; `nil` when it stands there more
  /// than once or not at all.
  private static func whole(_ excerpt: Marked, in half: String) -> Marked? {
    guard let marked = excerpt.marked, !excerpt.text.isEmpty else { return nil }
    let halfBytes = Array(half.utf8)
    let bytes = Array(excerpt.text.utf8)
    guard bytes.count <= halfBytes.count else { return nil }
    var found: Int?
    // Every offset is looked at, to know whether it stands there once.
    for start in 0...halfBytes.count - bytes.count
    where halfBytes[start] == bytes[0]
      && halfBytes[start..<start + bytes.count].elementsEqual(bytes)
    {
      guard found == nil else { return nil }
      found = start
    }
    guard let found else { return nil }
    return Marked(
      text: half, marked: found + marked.lowerBound..<found + marked.upperBound,
      isCutAfter: half.utf8.count >= longestHalf)
  }

  private func relatedRow(_ related: Marked?) -> String {
    related.map { row(relatedLabel, $0) } ?? ""
  }

  /// What the second place is, and where it stands.
  private var relatedLabel: String {
    guard let placed = finding.related else { return "" }
    let place =
      (placed.file.map { "\($0.repositoryPath)\($0.atRevision), " } ?? "")
      + "line \(placed.start.line)"
    return "\(placed.label.capitalizedAtStart), \(place)"
  }

  /// What a fix changes, in one line for each place.
  private var fix: String {
    guard let fix = finding.fix, let remedy = finding.remedy else { return "" }
    let lines = fix.changes.map { change in
      let (before, after) = (change.before, change.after)
      let (old, new) = (Array(before.text.utf8), Array(after.text.utf8))
      func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).visibleHTML
      }
      // What only puts in or takes away has nothing in the other.
      func element(_ name: String, _ bytes: ArraySlice<UInt8>) -> String {
        bytes.isEmpty ? "" : "<\(name)>\(text(bytes))</\(name)>"
      }
      let parts = [
        before.isCutBefore ? "…" : "", text(old[..<before.marked.lowerBound]),
        element("del", old[before.marked]), element("ins", new[after.marked]),
        text(new[after.marked.upperBound...]), after.isCutAfter ? "…" : "",
      ]
      return "<p class=\"half\" dir=\"auto\">\(parts.joined())</p>"
    }
    let rest =
      fix.otherChanges > 0
      ? " (and in \(Numeral.count(fix.otherChanges, "more place")))" : ""
    return """
      <div class="fix"><p class="side"><code>\(remedy)</code>: \
      \(fix.fix.description.visibleHTML)\(rest)</p>\(lines.joined())</div>

      """
  }

  /// - Parameter isTarget: Whether the text is in the locale's language; all else, lines with their
  ///   markup too, has the direction that it begins with.
  private func row(_ label: String, _ text: Marked, isTarget: Bool = false) -> String {
    let tag = isTarget ? locale : nil
    let language = tag.map { " lang=\"\($0)\" dir=\"\($0.direction.rawValue)\"" } ?? " dir=\"auto\""
    return """
      <div><p class="side">\(label.visibleHTML)</p>\
      <p class="half"\(language)>\(Self.html(of: text))</p></div>

      """
  }

  private static func html(of text: Marked) -> String {
    var html = text.isCutBefore ? "…" : ""
    if let range = text.marked {
      let bytes = Array(text.text.utf8)
      html += String(decoding: bytes[..<range.lowerBound], as: UTF8.self).visibleHTML
      let marked = String(decoding: bytes[range], as: UTF8.self)
      // An empty part is shown by a caret; white space has a frame drawn around it.
      let isBlank = marked.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      html += "<mark\(isBlank ? " class=\"blank\"" : "")>"
      html += (marked.isEmpty ? "‸" : marked.visibleHTML) + "</mark>"
      html += String(decoding: bytes[range.upperBound...], as: UTF8.self).visibleHTML
    } else {
      html += text.text.visibleHTML
    }
    return html + (text.isCutAfter ? "…" : "")
  }
}

extension String {
  /// This string as it begins a sentence.
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
