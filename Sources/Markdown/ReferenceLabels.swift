import LintText

/// The labels of a page's link reference definitions, as far as a reader of single sentences has to know
/// them: lines that begin with `[label]:`.
///
/// The blocks of a page tell more (`ReferenceTable`), and take twenty times as long to read.
struct ReferenceLabels {
  /// The bytes of a label at most: CommonMark 0.31.2 § 4.7.
  static let longest = 999

  // Hashed with a seed of this run: a page chooses the labels.
  private var labels: Set<[UInt8]> = []

  /// - Parameter bytes: Those of the whole page.
  init(_ bytes: Span<UInt8>) {
    var start = 0
    while let found = bytes.firstRange(of: "]:", from: start) {
      if let label = Self.label(bytes, before: found.lowerBound, from: start) {
        labels.insert(ReferenceTable.normalized(bytes.extracting(label)))
      }
      start = found.upperBound
    }
  }

  var isEmpty: Bool { labels.isEmpty }

  func has(_ label: Span<UInt8>) -> Bool {
    label.count <= Self.longest && labels.contains(ReferenceTable.normalized(label))
  }

  /// The label between the bracket that a line begins with and the one that closes it; `nil` for a
  /// footnote's. What was looked at for another one is not looked at again.
  private static func label(_ bytes: Span<UInt8>, before close: Int, from start: Int) -> Range<Int>?
  {
    var open = close - 1
    let lowest = max(start, close - longest - 1)
    while open >= lowest, bytes[open] != 0x5B, bytes[open] != 0x5D, bytes[open] != 0x0A {
      open -= 1
    }
    guard open >= lowest, bytes[open] == 0x5B, open + 1 < close, bytes[open + 1] != 0x5E else {
      return nil
    }
    var before = open
    while before > start, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x3E { before -= 1 }
    guard before == 0 || bytes[before - 1] == 0x0A else { return nil }
    return open + 1..<close
  }
}
