/// The files of this folder, which the build writes into the program.
///
/// Left out of the packs of typography, for authorities differ or people who translate do so with intent: straight
/// quotation marks in Dutch, Turkish and Portuguese; the space before a percent sign in Polish and
/// Portuguese; one `…` for two in Chinese, half-width parentheses, and spaces between Chinese characters, of which half part
/// items of a list. Korean 이, 가, 도 and 만 after a space are words of their own as often as particles.
public enum BuiltInRules {
  /// What a file holds, by its path below `Rules/`.
  public static func contents(of path: String) -> String? {
    files.first { $0.path == path }?.contents
  }
}
