/// The forms that the numbers have by which ways to count are compared: those up to 200, and a million.
package struct PluralForms {
  private var list: [UInt8]

  package init(_ expression: PluralExpression) {
    list = expression.forms(of: PluralNumbers.all).map { UInt8(clamping: $0) }
  }

  /// The highest form of the numbers up to 200.
  package var last: Int? { list.prefix(PluralNumbers.small.count).max().map(Int.init) }

  /// Their numbers by the order in which they come up, for a language's forms may stand in any.
  var groups: [UInt8] {
    // No form has a higher number: `PluralExpression.forms`.
    var order = [UInt8](repeating: .max, count: 256)
    var next: UInt8 = 0
    return list.map { form in
      if order[Int(form)] == .max {
        order[Int(form)] = next
        next += 1
      }
      return order[Int(form)]
    }
  }

  /// The same for who has no form for millions, as headers of before CLDR 38 have none.
  var withoutMillions: PluralForms {
    var forms = self
    if let last = list.last, !list.dropLast().contains(last) { forms.list[list.count - 1] = 5 }
    return forms
  }
}
