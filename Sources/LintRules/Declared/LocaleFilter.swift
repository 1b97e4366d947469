import LintCore
import LintText

/// The locales that a rule looks at, by basic filtering of RFC 4647 § 3.3.1: `fr` takes `fr-FR`,
/// too.
struct LocaleFilter: Sendable {
  /// Empty means all.
  private let taken: [LocaleTag]
  private let left: [LocaleTag]

  init(_ taken: [LocaleTag] = [], except left: [LocaleTag] = []) {
    self.taken = taken
    self.left = left
  }

  /// Whether a page of a locale is looked at; one without a locale, only by a filter that takes
  /// all.
  func takes(_ locale: LocaleTag?) -> Bool {
    if taken.isEmpty, left.isEmpty { return true }
    guard let locale else { return false }
    if left.contains(where: locale.isIn) { return false }
    return taken.isEmpty || taken.contains(where: locale.isIn)
  }
}
