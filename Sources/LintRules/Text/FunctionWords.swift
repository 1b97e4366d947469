import BuiltInRules
internal import CScan
import LintCore
import LintText

/// The words that a sentence of a language can't do without: `Rules/languages/<language>.yml`.
struct FunctionWords: Sendable {
  /// An open hash table of the `lowercasedNumber` of each word of up to eight bytes, a power of two long
  /// and at most half full; longer words are left out. A slot without a word has 0, which is no word's.
  private let numbers: [UInt64]

  let isEmpty: Bool

  /// The words of a language; none when there is no table for it.
  init(language: String) {
    let table = BuiltInRules.languages.first { $0.tag == language }
    let list = table?.functionWords ?? ""
    let bytes = list.utf8Span.span
    var capacity = 2
    while capacity < (table?.wordCount ?? 0) * 2 { capacity *= 2 }
    var numbers = [UInt64](repeating: 0, count: capacity)
    var (number, length) = (UInt64(0), 0)
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] != 0x20 {
        number = number << 8 | UInt64(bytes[index])
        length += 1
      } else {
        if 1...8 ~= length { numbers[Self.slot(of: number, in: numbers)] = number }
        (number, length) = (0, 0)
      }
    }
    self.numbers = numbers
    isEmpty = !numbers.contains { $0 != 0 }
  }

  /// Whether a word is one of them, in any letter case.
  func contains(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let number = bytes.extracting(word).lowercasedNumber, number != 0 else { return false }
    return numbers[Self.slot(of: number, in: numbers)] == number
  }

  /// The slot that has a number, or where it would be.
  private static func slot(of number: UInt64, in numbers: [UInt64]) -> Int {
    var slot = scan_slot(number, numbers.count - 1)
    while numbers[slot] != 0, numbers[slot] != number { slot = (slot + 1) & (numbers.count - 1) }
    return slot
  }
}
