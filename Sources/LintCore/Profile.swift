/// Which rules run when nobody says which; each holds the ones before it. The rules of a pack are in
/// none.
public enum Profile: String, Comparable, CaseIterable, Sendable {
  /// Rules of whose findings nine in ten are faults that a page's owner would mend.
  case `default`
  /// Rules that need a team to agree with them.
  case strict
  /// Every rule of the catalogue.
  case all

  public static func < (left: Profile, right: Profile) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}
