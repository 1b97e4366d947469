/// What a configuration says of one file.
public struct FileTreatment: Sendable {
  /// The locale that command line or configuration give it.
  public var locale: Page.Statement?
  /// Rules that do not look at it, by their index in the run.
  public var ignored: Set<Int> = []
  /// Other severities than the run's.
  public var severities: [Int: Severity] = [:]
  /// What its texts are written in, if it holds messages.
  public var messageSyntax: MessageSyntax?

  public init(locale: Page.Statement? = nil, without ignored: Set<Int> = []) {
    self.locale = locale
    self.ignored = ignored
  }
}
