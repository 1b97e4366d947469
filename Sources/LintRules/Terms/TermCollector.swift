import LintCore
import LintText

/// Gathers the terms of an index.
struct TermCollector: Sendable {
  /// Each once, in the order of `insert`.
  private(set) var forms: [TermForm] = []
  /// The number of the first form that has each hash; `none` for the hash of what is only the
  /// beginning of forms.
  private(set) var table: [UInt64: Int32] = [:]
  /// The numbers of other forms with the same hash, by that of the first; nearly always empty.
  private(set) var others: [Int: [Int]] = [:]
  /// A bit for each number of letters that a word has before a `*`; the last one for 63 and more.
  private(set) var stemLengths: UInt64 = 0
  /// A bit for each ASCII scalar that a form begins with.
  private(set) var firsts: (UInt64, UInt64) = (0, 0)
  private(set) var hasOtherFirsts = false
  /// Whether a form begins with what is no letter or digit.
  private(set) var hasSigns = false
  /// Whether letter case counts for a form.
  private(set) var hasExact = false

  /// No form.
  static let none: Int32 = -1

  /// Adds a form.
  ///
  /// - Returns: Its number, or that of an earlier form that matches the same words.
  @discardableResult mutating func insert(_ form: TermForm) -> Int {
    let hash = addBeginnings(of: form)
    let number = forms.count
    guard let known = table[hash].map(Int.init), known >= 0 else {
      table[hash] = Int32(number)
      forms.append(form)
      note(form)
      return number
    }
    for other in [known] + (others[known] ?? []) where forms[other].isSame(as: form) {
      return other
    }
    others[known, default: []].append(number)
    forms.append(form)
    note(form)
    return number
  }

  private mutating func note(_ form: TermForm) {
    let first = form.scalars.first!.value
    if !first.isWordScalar { hasSigns = true }
    if form.isCaseSensitive { hasExact = true }
    // A text may have the form in either letter case.
    for value in [first, first &- 0x61 < 26 ? first & ~0x20 : first] {
      if value < 64 {
        firsts.0 |= 1 << UInt64(value)
      } else if value < 128 {
        firsts.1 |= 1 << UInt64(value - 64)
      } else {
        hasOtherFirsts = true
      }
    }
  }

  /// Puts the hash of each beginning of a form into the table.
  ///
  /// - Returns: The hash of the whole form.
  private mutating func addBeginnings(of form: TermForm) -> UInt64 {
    var hash = Hash64(form.isCaseSensitive ? Self.exact : Self.folded)
    var letters: UInt64 = 0
    var last: UInt32?
    for scalar in form.scalars {
      let value = scalar.value
      if let last {
        if value == TermForm.anyEnding {
          stemLengths |= 1 << min(letters, 63)
        } else if !Self.isOneWord(last, value) {
          if table[hash.value] == nil { table[hash.value] = Self.none }
          letters = 0
        }
      }
      hash.add(value)
      letters += 1
      last = value
    }
    return hash.value
  }

  /// Seeds that keep the hashes of forms for any letter case apart from those of case-sensitive
  /// ones.
  static let folded: UInt64 = 0
  static let exact: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Whether two scalars stand in one word, which is hashed as a whole.
  static func isOneWord(_ one: UInt32, _ next: UInt32) -> Bool {
    one.isWordScalar && next.isWordScalar && !one.isUnspacedScalar
      && !next.isUnspacedScalar
  }
}
