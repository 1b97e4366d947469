import LintText

/// What happens to a page between two hand-backs, and makes no fault: old findings must be known
/// again after it.
public enum Rewrite {
  /// Every span prefix becomes another one, equal ones equal.
  public static func prefixes(_ page: [UInt8]) -> [UInt8] {
    var result = page
    for place in page.ranges(of: "tu-id=", in: 0..<page.count) {
      // Damaged pages have them in escaped quotes.
      let start = page[place.upperBound...].firstIndex {
        $0.isLetterOrDigit
      }
      guard let start, start + 5 < page.count, page[start + 5] == 0x2D else { continue }
      let prefix = page.text(start..<start + 5)
      guard prefix.utf8.allSatisfy({ $0.isLowercaseHex }),
        let number = UInt32(prefix, radix: 16)
      else { continue }
      let other = String(number ^ 0x5A5A5, radix: 16)
      let padded = String(repeating: "0", count: 5 - other.count) + other
      result.replaceSubrange(start..<start + 5, with: padded.utf8)
    }
    return result
  }

  /// Blank lines follow each that is there.
  public static func blankLines(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + page.count / 32)
    for line in lines(of: page) {
      result += page[line.range]
      guard line.isBlank, !line.isInFrontMatter, page[line.range].last == 0x0A else { continue }
      for _ in 0..<2 { result += page[line.range] }
    }
    return result
  }

  /// Halves in paragraphs are wrapped: line breaks in the place of spaces, where they mean the same.
  ///
  /// - Parameters:
  ///   - width: How many bytes a line holds at least.
  ///   - count: Gets the lines that are no longer one.
  public static func wrapped(_ page: [UInt8], width: Int, count: inout Int) -> [UInt8] {
    var breaks: [Int] = []
    let pairs = Page.pairs(page)
    var next = 0
    for line in lines(of: page) where !line.isInFence && !line.isInFrontMatter {
      while next < pairs.count, pairs[next].range.lowerBound < line.range.lowerBound { next += 1 }
      guard canBeWrapped(page, line.range) else { continue }
      let before = breaks.count
      while next < pairs.count, pairs[next].range.upperBound <= line.range.upperBound {
        for half in [pairs[next].target, pairs[next].source] where pairs[next].isPlain {
          breaks += Self.breaks(page, half, width)
        }
        next += 1
      }
      if breaks.count > before { count += 1 }
    }
    var result: [UInt8] = []
    var start = 0
    for place in breaks {
      result += page[start..<place]
      result.append(0x0A)
      start = place + 1
    }
    return result + page[start...]
  }

  /// The first and the last paragraph that are nothing but whole segments change places; `nil` where
  /// there are no two.
  public static func moved(_ page: [UInt8]) -> [UInt8]? {
    var paragraphs: [Range<Int>] = []
    var isAfterBlank = false
    let lines = lines(of: page)
    for (index, line) in lines.enumerated() {
      defer { isAfterBlank = line.isBlank }
      guard isAfterBlank, !line.isInFence, !line.isInFrontMatter,
        index + 1 == lines.count || lines[index + 1].isBlank
      else { continue }
      var end = line.range.upperBound
      while end > line.range.lowerBound, page[end - 1].isSpace { end -= 1 }
      let paragraph = line.range.lowerBound..<end
      let opening = page.ranges(of: "<span", in: paragraph).count
      guard page.has("<span data-ttu-id=\"", at: paragraph.lowerBound),
        page.has("</span></span>", at: end - 14),
        opening == page.ranges(of: "</span>", in: paragraph).count, opening % 3 == 0
      else { continue }
      paragraphs.append(paragraph)
    }
    guard let first = paragraphs.first, let last = paragraphs.last, first != last else {
      return nil
    }
    var result = Array(page[..<first.lowerBound])
    result += page[last]
    result += page[first.upperBound..<last.lowerBound]
    result += page[first]
    result += page[last.upperBound...]
    return result
  }
}

extension Rewrite {
  private struct Line {
    /// With its end.
    let range: Range<Int>
    let isBlank: Bool
    let isInFrontMatter: Bool
    /// Its marks count as in.
    let isInFence: Bool
  }

  private static func lines(of page: [UInt8]) -> [Line] {
    let frontMatter = Page.frontMatter(page)?.upperBound ?? 0
    var lines: [Line] = []
    var isInFence = false
    var start = 0
    while start < page.count {
      let end = min(page.lineEnd(start) + 1, page.count)
      let content = page[start..<end].drop { $0.isSpace || $0 == 0x3E }
      let isFence = content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
      lines.append(
        Line(
          range: start..<end, isBlank: page[start..<end].allSatisfy(\.isSpace),
          isInFrontMatter: start < frontMatter, isInFence: isInFence || isFence))
      if isFence { isInFence.toggle() }
      start = end
    }
    return lines
  }

  /// Whether a line is of a paragraph or item, and not of a heading, a table or a directive, which
  /// end with their line.
  private static func canBeWrapped(_ page: [UInt8], _ line: Range<Int>) -> Bool {
    let first = page[line].first { !$0.isSpace && $0 != 0x3E }
    return first != 0x23 && !page[line].contains(0x7C)
      && !["[!", ":::", "<!--"].contains { page.firstRange(of: $0, in: line) != nil }
  }

  /// The spaces of a half that can be line breaks: not in tags, destinations and titles, and only
  /// before a letter, for a sign may begin a list or a heading.
  private static func breaks(_ page: [UInt8], _ half: Range<Int>, _ width: Int) -> [Int] {
    var breaks: [Int] = []
    var lineStart = half.lowerBound
    var depth = 0
    var isInTag = false
    for place in half.dropFirst().dropLast() {
      let (before, next) = (page[place - 1], page[place + 1])
      switch page[place] {
      case 0x28 where before == 0x5D || depth > 0: depth += 1
      case 0x29 where depth > 0: depth -= 1
      case 0x3C: isInTag = true
      case 0x3E: isInTag = false
      case 0x20
      where depth == 0 && !isInTag && place - lineStart >= width && before != 0x5C
        && !before.isSpace && next.isTextLetter:
        breaks.append(place)
        lineStart = place + 1
      default: break
      }
    }
    return breaks
  }
}
