/// Walks over the runs of prose between gaps, which are white space and what stands for markup.
public struct Tokens: ~Escapable {
  private let prose: Span<UInt8>
  private var index = 0

  @_lifetime(copy prose)
  public init(_ prose: Span<UInt8>) {
    self.prose = prose
  }

  /// The range of the next token, without the punctuation of sentences at its ends; a token of
  /// nothing else is left out.
  public mutating func next() -> Range<Int>? {
    while true {
      while index < prose.count, prose[index].isGap { index += 1 }
      guard index < prose.count else { return nil }
      let start = index
      while index < prose.count, !prose[index].isGap { index += 1 }
      var (lower, upper) = (start, index)
      while lower < upper, Self.opens(prose[lower]) { lower += 1 }
      while upper > lower, Self.closes(prose[upper - 1]) { upper -= 1 }
      if lower < upper { return lower..<upper }
    }
  }

  /// The next token with a joint in it: the only ones that can be identifiers or file names.
  public mutating func nextName() -> Range<Int>? {
    while let joint = prose.firstJoint(from: index) {
      // A full stop at the end of a sentence joins nothing.
      if prose[joint] == 0x2E, joint + 1 == prose.count || prose[joint + 1].isGap {
        index = joint + 1
        continue
      }
      var start = joint
      while start > 0, !prose[start - 1].isGap { start -= 1 }
      index = start
      if let token = next(), joint < index { return token }
      index = max(index, joint + 1)
    }
    return nil
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F, 0x2F, 0x2D: true
    default: false
    }
  }

  private static func closes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x2D: true
    default: false
    }
  }
}
