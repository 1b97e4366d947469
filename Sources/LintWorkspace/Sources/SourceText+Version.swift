import LintCore
import LintReporters
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
    let (bare, full) = (bytes.withoutReturns, bytes.withReturns)
    return bare.count != bytes.count && isNamed(bare) || full.count != bytes.count && isNamed(full)
  }
}

extension [UInt8] {
  /// The same with LF at the ends of lines that have CR LF.
  fileprivate var withoutReturns: [UInt8] {
    indices.filter { index in
      self[index] != 0x0D || index + 1 == count || self[index + 1] != 0x0A
    }.map { self[$0] }
  }

  /// The same with CR LF at the ends of lines that have LF.
  fileprivate var withReturns: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + count / 16)
    for (index, byte) in enumerated() {
      if byte == 0x0A, index == 0 || self[index - 1] != 0x0D { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}
