import LintText

/// What a page says of the version of its source that it was translated from.
package struct SourcePin: Hashable, Sendable {
  /// What a key names.
  package enum Kind: String, CaseIterable, Sendable {
    /// A commit of the source's repository.
    case commit
    /// The SHA-1 of the source's bytes, with the ends of its lines or the others.
    case hash
    /// The source, as git calls its content.
    case blob
  }

  package let kind: Kind
  /// Lower-case hexadecimal digits, 40 or 64, of a commit or a blob the first seven at least: nothing else of a page is ever handed to git.
  package let name: String

  /// The keys that are known, and what each names. A key with a dot may be one of a mapping, too.
  package static let keys: [String: Kind] = [
    "ms.openlocfilehash": .hash,
    "ms.sourcegitcommit": .commit,
    "source-git-commit": .commit,
    "default_lang_commit": .commit,
    "l10n.sourceCommit": .commit,
    "i18n_source_sha": .blob,
  ]

  /// The pins of a page, hashes first: they can be looked up without git.
  ///
  /// - Parameters:
  ///   - page: All of its bytes.
  ///   - keys: What each key names.
  package static func read(_ page: Span<UInt8>, _ keys: [String: Kind]) -> [SourcePin] {
    var pins: [SourcePin] = []
    var seen: Set<String> = []
    var mapping = 0..<0
    for line in FrontMatterLines(page).lines(of: page) {
      let bytes = page.extracting(line.range)
      guard let (key, value) = split(bytes) else { continue }
      let isIndented = key.lowerBound > 0
      if !isIndented { mapping = line.lower + key.lowerBound..<line.lower + key.upperBound }
      // Of few lines a name is looked up.
      guard mayBeObject(bytes.extracting(value)) else { continue }
      let name = String(bytes.extracting(key))
      let whole = isIndented ? "\(String(page.extracting(mapping))).\(name)" : name
      // Each key counts once: git is asked for each pin.
      guard let kind = keys[whole], let object = objectName(bytes.extracting(value), kind),
        seen.insert(whole).inserted
      else { continue }
      pins.append(SourcePin(kind: kind, name: object))
    }
    return pins.filter { $0.kind == .hash } + pins.filter { $0.kind != .hash }
  }

  /// The key of a line and what stands behind its colon or, in TOML, its equals sign.
  private static func split(_ line: Span<UInt8>) -> (key: Range<Int>, value: Range<Int>)? {
    var start = 0
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    var end = start
    // No key is longer.
    while end < line.count, end - start <= 100, line[end] != 0x3A, line[end] != 0x3D { end += 1 }
    guard end < line.count, line[end] == 0x3A || line[end] == 0x3D else { return nil }
    var keyEnd = end
    while keyEnd > start, line[keyEnd - 1] == 0x20 { keyEnd -= 1 }
    return (start..<keyEnd, end + 1..<line.count)
  }

  /// Whether a value begins with as many digits as an abbreviated name has.
  private static func mayBeObject(_ value: Span<UInt8>) -> Bool {
    var index = 0
    while index < value.count, isBeforeName(value[index]) { index += 1 }
    let start = index
    while index < value.count, index < start + 7, isHexadecimal(value[index]) { index += 1 }
    return index == start + 7
  }

  /// White space or a quote.
  private static func isBeforeName(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x22 || byte == 0x27
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// The digits that a value begins with, in quotes or not; what is behind them may only be a comment.
  private static func objectName(_ value: Span<UInt8>, _ kind: Kind) -> String? {
    var start = 0
    while start < value.count, isBeforeName(value[start]) { start += 1 }
    var end = start
    while end < value.count, isHexadecimal(value[end]) { end += 1 }
    let digits = end - start
    // Git takes the first digits for a name, too, and has seven at least.
    guard digits == 40 || digits == 64 || kind != .hash && (7..<40).contains(digits),
      end == value.count || isBeforeName(value[end]) || value[end] == 0x23
    else { return nil }
    return String(decoding: value.extracting(start..<end).lowercased, as: UTF8.self)
  }
}
