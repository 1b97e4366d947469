/// Numbers as English text writes them.
package enum Numeral {
  /// `1,609`.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  /// `1 file`, `1,609 files`.
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `5`, `2.5`.
  package static func shortest(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `0.11`, for a number that is not negative.
  ///
  /// - Parameter digits: How many follow the point.
  static func decimal(_ number: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    guard digits > 0 else { return grouped(scaled) }
    let fraction = String(scaled % scale)
    return "\(grouped(scaled / scale))."
      + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
  }
}
