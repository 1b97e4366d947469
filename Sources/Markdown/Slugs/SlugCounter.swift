import LintText

/// The anchors of a page's headings from top to bottom: a slug that was there already gets a number.
public struct SlugCounter: Sendable {
  private let style: SlugStyle
  private var taken: Set<[UInt8]> = []
  /// The last number that each slug got.
  private var numbers: [[UInt8]: Int] = [:]

  public init(_ style: SlugStyle) {
    self.style = style
  }

  /// The anchor of the next heading: `a`, then `a-1`, `a-2`, but none that another heading has. The tools
  /// of Microsoft's pages count nothing.
  ///
  /// - Parameter text: What a reader sees of the heading.
  public mutating func next(_ text: Span<UInt8>) -> [UInt8] {
    let slug = style.slug(of: text)
    guard style != .microsoft else { return slug }
    guard !taken.insert(slug).inserted else { return slug }
    // Numbers below the last one are taken, so counting on from it finds the same as from 1.
    var number = numbers[slug] ?? 0
    var numbered = slug
    repeat {
      number += 1
      numbered = slug + Array("-\(number)".utf8)
    } while !taken.insert(numbered).inserted
    numbers[slug] = number
    return numbered
  }

  /// Notes an anchor that the author wrote. Hugo counts it; what the others do isn't known.
  public mutating func note(_ anchor: Span<UInt8>) {
    if style == .hugo { taken.insert([UInt8](anchor)) }
  }
}
