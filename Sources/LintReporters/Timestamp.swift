/// A moment in UTC, to the second.
struct Timestamp {
  /// Seconds since 1970.
  let seconds: Int

  /// `2026-01-02T03:04:05`: ISO 8601 without a zone, as JUnit files have it.
  var withoutZone: String {
    let day = seconds.quotientRoundedDown(by: 86_400)
    let time = seconds - day * 86_400
    let (year, month, dayOfMonth) = Self.date(ofDay: day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
      + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))"
  }

  /// The date in the Gregorian calendar of a day counted from 1 January 1970.
  ///
  /// Years begin in March here, so that the leap day is their last; 400 of them, an era, are
  /// 146,097 days.
  private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let fromMarch0 = day + 719_468
    let era = fromMarch0.quotientRoundedDown(by: 146_097)
    let ofEra = fromMarch0 - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1
    )
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int {
  fileprivate func quotientRoundedDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
