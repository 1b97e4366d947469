import Glibc

/// Numbers as a table shows them.
enum Figure {
  /// Three digits, and the zeros that a number needs before or after them: `0.0421`, `5.30`,
  /// `143,000`.
  static func threeDigits(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return value == 0 ? "0" : "–" }
    // Rounding may give a number one digit more: 9.996 is 10.0.
    let first = exponent(value)
    let rounded = (value / power(first - 2)).rounded() * power(first - 2)
    let places = 2 - exponent(rounded)
    return places > 0 ? decimal(value, places: places) : grouped(Int(rounded.rounded()))
  }

  /// `6,020`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `3.05`; never an exponent.
  static func decimal(_ value: Double, places: Int) -> String {
    let scaled = String(Int((value * power(places)).rounded()))
    guard places > 0 else { return scaled }
    let zeros = String(repeating: "0", count: max(0, places + 1 - scaled.utf8.count))
    let digits = zeros + scaled
    return "\(digits.dropLast(places)).\(digits.suffix(places))"
  }

  private static func exponent(_ value: Double) -> Int {
    // A hair more, for what is computed as 999.9999999 is 1,000.
    Int(floor(log10(value * (1 + 1e-12))))
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
