/// Which version of its source a page is compared with, where somebody says so.
package enum SourceChoice: String, CaseIterable, Sendable {
  /// The one that the page names; where it names none that is there, that of its last commit.
  case pin
  /// That of the page's last commit.
  case commit
  /// The latest.
  case today
  /// The latest, from which all pages were translated.
  case given
}
