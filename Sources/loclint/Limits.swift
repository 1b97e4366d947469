import LintCore
import LintText
import LintWorkspace

/// How much of anything a run takes before it says so and goes on without the rest.
struct Limits: Sendable {
  /// Of each rule in each file; `nil` for all.
  var findingsPerRule: Int? = Self.standardFindings
  /// In bytes.
  var fileSize = Self.standardFileSize

  /// Of a configuration and of a rule file, in bytes.
  static let settingsSize = 4 << 20

  static let standardFindings = 100
  static let standardFileSize = 64 << 20
  /// What stands for no limit.
  static let none = "none"

  init() {}

  init(_ arguments: Arguments) throws(UsageError) {
    if let word = arguments.value(.maxFindings) {
      guard word == Self.none || Self.count(word) != nil else {
        throw UsageError(
          "option '--max-findings-per-rule' wants a number, 1 or more, or '\(Self.none)', not "
            + "'\(word)'")
      }
      findingsPerRule = Self.count(word)
    }
    if let word = arguments.value(.maxFileSize) {
      guard let size = ByteCount.number(word) else {
        throw UsageError(
          "option '--max-file-size' wants a number of bytes below 4G, as in 500K or 64M, not "
            + "'\(word)'")
      }
      fileSize = size
    }
  }

  /// A number of findings: digits, 1 or more.
  static func count(_ word: String) -> Int? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(word), count > 0
    else { return nil }
    return count
  }
}
