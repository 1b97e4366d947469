import LintCore
import LintReporters
import LintText
import MarkdownPairs

extension SourceText {
  /// What a source that is at hand is to a page, where no git tells more: what the page names by a hash, or
  /// not; without a hash, what it was translated from.
  func version(to pins: [SourcePin]) -> SourceVersion {
    guard pins.contains(where: { $0.kind == .hash }) else { return .given }
    return pins.name(bytes) ? .pin : .today
  }
}

extension [SourcePin] {
  /// Whether one of the hashes is that of bytes, with the ends of their lines or the others.
  func name(_ bytes: [UInt8]) -> Bool {
    let hashes = filter { $0.kind == .hash }.map(\.name)
    guard !hashes.isEmpty else { return false }
    func isNamed(_ bytes: [UInt8]) -> Bool { hashes.contains(Digest.sha1(bytes.span)) }
    if isNamed(bytes) { return true }
    return bytes.withOtherLineEnds.contains(where: isNamed)
  }
}

extension [UInt8] {
  /// The same with LF at the ends of all lines, and with CR LF; without what is the same as these bytes.
  fileprivate var withOtherLineEnds: [[UInt8]] {
    var bare: [UInt8] = []
    var full: [UInt8] = []
    bare.reserveCapacity(count)
    full.reserveCapacity(count + count / 16)
    let bytes = span
    // Each line is copied as a whole: a page may have many versions, and each is read so.
    var line = 0
    while let end = bytes.firstIndex(of: 0x0A, from: line) {
      let hasReturn = end > line && bytes[end - 1] == 0x0D
      bare += self[line..<(hasReturn ? end - 1 : end)]
      bare.append(0x0A)
      full += self[line..<end]
      if !hasReturn { full.append(0x0D) }
      full.append(0x0A)
      line = end + 1
    }
    bare += self[line...]
    full += self[line...]
    return [bare, full].filter { $0.count != count }
  }
}
