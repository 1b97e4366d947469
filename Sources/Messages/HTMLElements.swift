import LintText

/// The elements of HTML: other names in angle brackets are mostly words to fill in.
package enum HTMLElements {
  /// Whether a name is that of an element, in any letter case.
  package static func isElement(_ name: Span<UInt8>) -> Bool {
    for element in elements where name.equalsIgnoringCase(element) { return true }
    return false
  }

  /// Whether an element has no closing tag.
  package static func isVoid(_ name: Span<UInt8>) -> Bool {
    for element in voidElements where name.equalsIgnoringCase(element) { return true }
    return false
  }

  /// The tag that begins at an angle bracket: of a known element, with attributes that look like ones, and closed
  /// before another one begins.
  ///
  /// - Returns: `nil` where there is none.
  package static func tag(_ text: Span<UInt8>, at start: Int) -> Range<Int>? {
    var index = start + 1
    if text.has("/", at: index) { index += 1 }
    let first = index
    while index < text.count, text[index].isLetterOrDigit { index += 1 }
    // No name is longer.
    guard index > first, index - first <= 10, index < text.count,
      text[index].isSpace || text[index] == 0x3E || text[index] == 0x2F,
      isElement(text.extracting(first..<index)),
      let close = text.firstIndex(ofAny: 0x3C, 0x3E, 0x3C, 0x3E, from: index), text[close] == 0x3E
    else { return nil }
    return start..<close + 1
  }

  /// HTML Living Standard § 13.1.2.
  private static let voidElements: [StaticString] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Those of the HTML Living Standard § 4 that have a place in text, and those that it calls obsolete
  /// (§ 16.2) and pages still have.
  private static let elements: [StaticString] =
    voidElements + [
      "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big",
      "blockquote", "button", "caption", "center", "cite", "code", "colgroup", "data", "dd", "del",
      "details", "dfn", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font",
      "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "iframe", "ins", "kbd",
      "label", "legend", "li", "main", "map", "mark", "nav", "object", "ol", "optgroup", "option",
      "p", "picture", "pre", "q", "ruby", "rp", "rt", "s", "samp", "section", "select", "small",
      "span", "strike", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td",
      "textarea", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video",
    ]
}
