import LintText

/// A sentence of a finding, with `'{0}'`, `'{1}'`… where the words concerned go.
///
/// It begins in lower case and ends without a full stop; what stands in quotes is always an
/// argument, so that a report can show the same sentence in another language.
public struct Message: Hashable, Sendable {
  /// A name that is unique among the rule's messages.
  public let id: String
  public let template: String

  public init(_ id: String, _ template: String) {
    self.id = id
    self.template = template
  }

  /// The sentence with `{0}`, `{1}`… replaced by the arguments; a number without one is left out.
  public func text(_ arguments: [String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(arguments.reduce(template.utf8.count) { $0 + $1.utf8.count })
    append(arguments, to: &bytes)
    return String(bytes.span)
  }

  /// Puts the same behind some bytes, as UTF-8.
  public func append(_ arguments: [String], to bytes: inout [UInt8]) {
    let template = template.utf8Span.span
    var index = 0
    while let open = template.firstIndex(of: 0x7B, from: index),
      let close = template.firstIndex(of: 0x7D, from: open)
    {
      bytes.append(template.extracting(index..<open))
      if let number = Self.number(template.extracting(open + 1..<close)), number < arguments.count {
        bytes.append(contentsOf: arguments[number].utf8)
      }
      index = close + 1
    }
    bytes.append(template.extracting(index...))
  }

  /// A number in digits, as many as an integer has room for.
  private static func number(_ digits: Span<UInt8>) -> Int? {
    guard (1...18).contains(digits.count) else { return nil }
    var number = 0
    for index in digits.indices {
      guard digits[index].isDigit else { return nil }
      number = 10 * number + Int(digits[index] - 0x30)
    }
    return number
  }
}
