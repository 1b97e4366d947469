import LintCore
import LintText

/// A literal of a source that its target lacks.
struct LostLiteral {
  let kind: Literal.Kind
  /// Without the backslashes of escapes.
  let plain: [UInt8]
  /// The same in small letters.
  let small: [UInt8]
  /// Where it stands in the source.
  let range: Range<Int>
  let standing: LiteralContext.Standing
  /// The asterisk or quotation mark that stands directly on both sides.
  let mark: UInt8?

  init(
    _ kind: Literal.Kind, _ plain: [UInt8], _ range: Range<Int>,
    _ standing: LiteralContext.Standing, in source: borrowing Text
  ) {
    self.kind = kind
    self.plain = plain
    small = plain.span.lowercased
    self.range = range
    self.standing = standing
    let before = range.lowerBound > 0 ? source.bytes[range.lowerBound - 1] : 0
    let after = range.upperBound < source.count ? source.bytes[range.upperBound] : 0
    mark = before == after && (before == 0x2A || before == 0x22) ? before : nil
  }

  /// Whether it is a command of a verb and an ordinary noun.
  var isOrdinaryCommand: Bool {
    kind == .command && CommandName(plain.span)?.isCertain == false
  }
}

/// What became of a literal in a target.
struct LiteralFate {
  /// What it became; `nil` where more than one run comes into question, or none.
  let place: LiteralPlace?
  /// Whether a run of the target has its shape.
  let hasShape: Bool

  static let unknown = LiteralFate(place: nil, hasShape: false)
}

/// What a literal became in a target.
struct LiteralPlace {
  let range: Range<Int>
  /// Whether the literal belongs there beyond doubt.
  let isProven: Bool
  /// Whether it ends as the literal does, as `Démarrer-Lid` does for `Start-Lid`.
  let isLikeEnd: Bool
}

/// Which runs of a target each of its source's literals may have become. One has become a run only if no
/// other run and no other literal comes into question.
struct LiteralMatches {
  struct Match {
    let run: Int
    let fit: LiteralFit
  }

  /// Those that share a part with the literal, and those that have only its shape.
  private var strong: [[Match]] = []
  private var weak: [[Match]] = []
  /// How many literals each run may be.
  private var strongOf: [Int]
  private var weakOf: [Int]

  init(_ runs: Int) {
    strongOf = Array(repeating: 0, count: runs)
    weakOf = strongOf
  }

  mutating func add(_ matches: [Match], of literal: LostLiteral) {
    let alike = matches.filter(\.fit.isAlike)
    strong.append(alike)
    weak.append(alike.isEmpty ? matches : [])
    for match in alike { strongOf[match.run] += 1 }
    if alike.isEmpty {
      for match in matches { weakOf[match.run] += 1 }
    }
  }

  /// Whether something in the target has the shape of the literal that was added as number `index`.
  func hasShape(of index: Int) -> Bool { !strong[index].isEmpty || !weak[index].isEmpty }

  /// What became of the literal that was added as number `index`; indices into the text.
  func place(of index: Int, in text: Span<UInt8>) -> LiteralPlace? {
    let isStrong = !strong[index].isEmpty
    let all = isStrong ? strong[index] : weak[index].filter { strongOf[$0.run] == 0 }
    guard let first = all.first,
      !all.contains(where: {
        !text.extracting($0.fit.range).elementsEqual(text.extracting(first.fit.range))
      }),
      (isStrong ? strongOf : weakOf)[first.run] == 1, first.fit.isBounded
    else { return nil }
    return LiteralPlace(
      range: first.fit.range, isProven: first.fit.isLikely && all.count == 1,
      isLikeEnd: first.fit.isLikeEnd)
  }
}
