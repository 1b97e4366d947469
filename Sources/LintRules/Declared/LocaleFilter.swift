import LintCore
import LintText

/// The locales that a rule looks at: by basic filtering of RFC 4647 § 3.3.1, `fr` is also `fr-FR`.
struct LocaleFilter: Sendable {
  /// Empty means all.
  private let taken: [LocaleTag]
  private let left: [LocaleTag]

  init(_ taken: [LocaleTag] = [], except left: [LocaleTag] = []) {
    self.taken = taken
    self.left = left
  }

  /// Whether a page is of one of the locales; one that doesn't say what it is is of none.
  func takes(_ locale: LocaleTag?) -> Bool {
    if taken.isEmpty, left.isEmpty { return true }
    guard let locale else { return false }
    if left.contains(where: locale.isIn) { return false }
    return taken.isEmpty || taken.contains(where: locale.isIn)
  }
}
