import LintCore
import LintText
import Synchronization

/// What is kept of a source for all pages that were made of it.
final class PairSource: SourceWords {
  let text: PairText
  private let bytes: [UInt8]
  /// Made when a rule asks for the first time.
  private let words = Mutex<Words?>(nil)

  init(_ text: PairText, _ bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
  }

  private struct Words {
    var destinations: Set<[UInt8]> = []
    var names: Set<[UInt8]> = []
    var numbers: Set<[UInt8]> = []
  }

  func hasDestination(_ destination: Span<UInt8>) -> Bool {
    let word = [UInt8](destination)
    return withWords { $0.destinations.contains(word) }
  }

  func hasAnchor(_ name: Span<UInt8>) -> Bool {
    let word = [UInt8](name)
    return withWords { $0.names.contains(word) }
  }

  func hasNumber(_ digits: Span<UInt8>) -> Bool {
    let word = [UInt8](digits)
    return withWords { $0.numbers.contains(word) }
  }

  private func withWords(_ body: (Words) -> Bool) -> Bool {
    words.withLock { words in
      let known = words ?? Self.words(of: text, bytes)
      words = known
      return body(known)
    }
  }

  private static func words(of text: PairText, _ bytes: [UInt8]) -> Words {
    var words = Words()
    let bytes = bytes.span
    for inline in text.inlines where [.link, .image, .autolink].contains(inline.kind) {
      words.destinations.insert([UInt8](bytes.extracting(inline.destination.range)))
    }
    words.names = Set(text.names)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      words.numbers.insert([UInt8](bytes.extracting(start..<index)))
    }
    return words
  }
}
