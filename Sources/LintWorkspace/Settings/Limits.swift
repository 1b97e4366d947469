/// How much of anything a run takes before it says so and goes on without the rest.
package struct Limits: Sendable {
  /// Of each rule in each file; `nil` for all.
  package var findingsPerRule: Int? = Self.standardFindings
  /// In bytes.
  package var fileSize = Self.standardFileSize

  /// Of a configuration and of a rule file, in bytes.
  package static let settingsSize = 4 << 20

  static let standardFindings = 100
  static let standardFileSize = 64 << 20
  /// The same as options write it.
  static let standardFileSizeWord = "64M"
  /// Files that are read at a time.
  static let jobs = 1024
  /// The last second of the year 9999: dates of reports have four digits for the year.
  package static let latestDate = 253_402_300_799
  /// What stands for no limit.
  static let none = "none"

  package init() {}

  /// A number of findings: digits, 1 or more.
  static func count(_ word: String) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(word), count > 0
    else { return nil }
    return count
  }
}
