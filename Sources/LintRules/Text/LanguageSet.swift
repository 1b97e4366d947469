/// Some of the languages that there are tables for, one bit each.
struct LanguageSet: OptionSet, Sendable {
  let rawValue: UInt32

  static let all = LanguageSet(rawValue: .max)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The language at an index of `Languages.names`.
  init(_ index: Int) {
    rawValue = 1 << UInt32(index)
  }

  func contains(_ index: Int) -> Bool {
    rawValue & 1 << UInt32(index) != 0
  }
}
