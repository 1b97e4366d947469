public import LintText

/// What mends a fault: some runs of bytes of the file, and what is to stand there instead.
///
/// A rule offers one only where it knows what is right; it never guesses.
public struct Fix: Hashable, Sendable {
  /// How sure the rule is.
  public enum Safety: String, Comparable, CaseIterable, Sendable {
    /// The source proves what is right.
    case safe
    /// Right nearly always, but somebody should look at it.
    case suggested

    /// The surer one is the smaller.
    public static func < (left: Safety, right: Safety) -> Bool {
      left == .safe && right == .suggested
    }
  }

  /// One range of the file and the bytes that replace it.
  public struct Edit: Hashable, Sendable {
    /// In the file as it was linted; empty where something is put in.
    public let range: ByteRange
    /// Empty where something is taken out.
    public let replacement: [UInt8]

    public init(_ range: ByteRange, _ replacement: [UInt8] = []) {
      self.range = range
      self.replacement = replacement
    }

    /// What stands in a range becomes a copy of another text.
    public static func copy(_ text: borrowing Text, over range: ByteRange) -> Edit {
      Edit(range, Array(text.bytes))
    }

    /// Whether two edits can't both be made: they share a byte or begin at the same offset.
    func conflicts(with other: Edit) -> Bool {
      range.overlaps(other.range) || range.lowerBound == other.range.lowerBound
    }
  }

  public let safety: Safety
  /// One sentence that tells what to do.
  public let description: String
  /// In file order; they do not overlap.
  public let edits: [Edit]
  /// Whether each edit mends one of several ranges that the finding stands for, and would do so
  /// without the others; else they belong together.
  public let isForEachOccurrence: Bool

  /// Edits that are all to be made.
  public init(_ safety: Safety, _ description: String, _ edits: [Edit]) {
    self.init(safety, description, edits, isForEachOccurrence: false)
  }

  /// An edit for each of the ranges that a finding stands for.
  public init(forEachOccurrence safety: Safety, _ description: String, _ edits: [Edit]) {
    self.init(safety, description, edits, isForEachOccurrence: true)
  }

  /// The same with other edits.
  func replacing(_ edits: [Edit]) -> Fix {
    Fix(safety, description, edits, isForEachOccurrence: isForEachOccurrence)
  }

  private init(_ safety: Safety, _ description: String, _ edits: [Edit], isForEachOccurrence: Bool)
  {
    self.safety = safety
    self.description = description
    // Of those that would change the same bytes the first is made: nothing that comes after checks it again.
    var kept: [Edit] = []
    kept.reserveCapacity(edits.count)
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      if let last = kept.last, edit == last || edit.range.lower < last.range.upper { continue }
      kept.append(edit)
    }
    self.edits = kept
    self.isForEachOccurrence = isForEachOccurrence
  }
}

extension RandomAccessCollection<Fix.Edit> {
  /// The bytes of a file with the edits made, which are in its order.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(
      bytes.count + reduce(0) { $0 + $1.replacement.count - $1.range.count })
    var index = 0
    for edit in self {
      result += bytes[index..<edit.range.lower]
      result += edit.replacement
      index = edit.range.upper
    }
    return result + bytes[index...]
  }
}
