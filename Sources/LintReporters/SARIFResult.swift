import LintCore

/// A result as it is written where nothing has to be saved, and what of it can be left out.
struct SARIFResult: Sendable {
  /// A part that is written only where results quote so much.
  struct Quotation: Sendable {
    let detail: SARIFAllowance.Detail
    let range: Range<Int>
  }

  let severity: Severity
  /// An element of the array of results.
  let bytes: [UInt8]
  /// In the order of `bytes`.
  let quotations: [Quotation]
  /// The bytes of the file that are quoted: the lines around, and what is reported with what belongs to it.
  let contextBytes: Int
  let snippetBytes: Int

  /// What is written where results quote no more than that.
  func bytes(_ detail: SARIFAllowance.Detail) -> [UInt8] {
    guard detail < .context, !quotations.isEmpty else { return bytes }
    var shorter: [UInt8] = []
    var start = 0
    for quotation in quotations where quotation.detail > detail {
      shorter += bytes[start..<quotation.range.lowerBound]
      start = quotation.range.upperBound
    }
    return shorter + bytes[start...]
  }
}
