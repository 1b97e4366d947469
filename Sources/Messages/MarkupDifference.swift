import LintCore
import LintText

/// How literals, substitutions, footnotes and addresses of links in a target differ from those of its source.
///
/// Only what is never right: names of substitutions and footnotes are the page's, literals and addresses may be others
/// in another language, but not the same with spaces or another dash in them.
struct MarkupDifference {
  /// What was changed into what.
  private(set) var changed: [(source: Range<Int>, target: Range<Int>)] = []
  /// Of the source, what the target has not.
  private(set) var missing: [Range<Int>] = []

  init(_ source: Span<UInt8>, _ target: Span<UInt8>) {
    let sources = RSTScanner(source).inlines
    guard sources.contains(where: { Self.isCompared($0.kind) }) else { return }
    let targets = RSTScanner(target).inlines
    for kind in [RSTInline.Kind.substitution, .footnote] {
      compareNames(
        sources.filter { $0.kind == kind && $0.isBounded }, targets.filter { $0.kind == kind },
        source, target)
    }
    compareSqueezed(
      sources.filter { $0.kind == .literal }.map(\.content),
      targets.filter { $0.kind == .literal }.map(\.content), source, target, isAddress: false)
    compareSqueezed(
      sources.compactMap { Self.address(source, $0) },
      targets.compactMap { Self.address(target, $0) }, source, target, isAddress: true)
  }

  private static func isCompared(_ kind: RSTInline.Kind) -> Bool {
    switch kind {
    case .literal, .substitution, .footnote, .link: true
    case .role, .plain: false
    }
  }

  private mutating func compareNames(
    _ sources: [RSTInline], _ targets: [RSTInline], _ source: Span<UInt8>, _ target: Span<UInt8>
  ) {
    guard !sources.isEmpty else { return }
    let keys = sources.map { Hash64(of: source.extracting($0.content)).value }
    let targetKeys = targets.map { Hash64(of: target.extracting($0.content)).value }
    let (known, kept) = (Set(keys), Set(targetKeys))
    var extra = targets.indices.filter { !known.contains(targetKeys[$0]) }.makeIterator()
    var seen: Set<UInt64> = []
    for index in sources.indices
    where !kept.contains(keys[index]) && seen.insert(keys[index]).inserted {
      if let wrong = extra.next() {
        changed.append((sources[index].range, targets[wrong].range))
      } else {
        missing.append(sources[index].range)
      }
    }
  }

  private mutating func compareSqueezed(
    _ sources: [Range<Int>], _ targets: [Range<Int>], _ source: Span<UInt8>,
    _ target: Span<UInt8>, isAddress: Bool
  ) {
    guard !sources.isEmpty, !targets.isEmpty else { return }
    func key(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
      Self.key(text.extracting(range), isAddress: isAddress)
    }
    func plain(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
      Self.plainKey(text.extracting(range))
    }
    let known = Set(sources.map { plain(source, $0) })
    let kept = Set(targets.map { plain(target, $0) })
    var bySqueezed: [UInt64: Range<Int>] = [:]
    for range in sources.reversed() where !kept.contains(plain(source, range)) {
      bySqueezed[key(source, range)] = range
    }
    guard !bySqueezed.isEmpty else { return }
    for range in targets where !known.contains(plain(target, range)) {
      guard let right = bySqueezed.removeValue(forKey: key(target, range)) else { continue }
      changed.append((right, range))
    }
  }

  /// The address of a link with words.
  private static func address(_ text: Span<UInt8>, _ inline: RSTInline) -> Range<Int>? {
    let content = inline.content
    guard inline.kind == .link, text[content.upperBound - 1] == 0x3E else { return nil }
    var open = content.upperBound - 1
    while open > content.lowerBound, text[open] != 0x3C { open -= 1 }
    guard text[open] == 0x3C else { return nil }
    let address = text.extracting(open + 1..<content.upperBound - 1)
    return address.contains("://") ? open + 1..<content.upperBound - 1 : nil
  }

  /// The same for texts that differ in spaces alone, of addresses also in dashes and letter case.
  private static func key(_ text: Span<UInt8>, isAddress: Bool) -> UInt64 {
    var key = Hash64()
    for index in text.indices where !text[index].isSpace {
      if isAddress, text[index] == 0x5F {
        key.add(UInt8(0x2D))
      } else {
        key.add(isAddress ? text[index].lowercased : text[index])
      }
    }
    return key.value
  }

  /// The same for texts that differ only in how much space is between words: lines are broken anywhere.
  private static func plainKey(_ text: Span<UInt8>) -> UInt64 {
    var key = Hash64()
    var isSpace = false
    for index in text.indices {
      if text[index].isSpace {
        isSpace = true
      } else {
        if isSpace { key.add(UInt8(0x20)) }
        isSpace = false
        key.add(text[index])
      }
    }
    return key.value
  }
}
