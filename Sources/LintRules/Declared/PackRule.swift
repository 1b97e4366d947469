import BuiltInRules
public import LintCore
public import LintYAML

/// A declared rule that is known by the path of its file, and read only when it is asked for.
public struct PackRule: Sendable {
  /// The name of the rule: that of its file, without the ending.
  public let id: String
  /// The folder: `typography/fr`.
  public let pack: String
  /// The file's path as messages show it.
  public let path: String
  private let text: String
  private let home: RuleFile.Home

  private init(path: String, below: String, text: String, home: RuleFile.Home, pack: String) {
    self.path = below + path
    self.text = text
    self.home = home
    self.pack = pack
    id = RuleFile.id(of: path)
  }

  /// The rules of all packs that are built in, in the order of their paths.
  public static var builtIn: [PackRule] {
    BuiltInRules.files.compactMap { file in
      let parts = file.path.split(separator: "/").dropLast()
      // Both folders hold lists of words, not rules.
      guard let first = parts.first, first != "languages", first != "tables" else {
        return nil
      }
      return PackRule(
        path: file.path, below: "Rules/", text: file.contents, home: .pack,
        pack: parts.joined(separator: "/"))
    }
  }

  /// A rule file of a team's own; it is not read yet.
  ///
  /// - Parameters:
  ///   - path: As messages show it.
  ///   - pack: What its rule is grouped under.
  ///   - text: The contents of the file.
  public init(path: String, pack: String, text: String) {
    self.init(path: path, below: "", text: text, home: .team, pack: pack)
  }

  /// Reads the rule.
  ///
  /// - Throws: The first mistake in the file.
  public func rule() throws(PlacedError) -> any Rule {
    try RuleFile.rule(text, path: path, family: pack, home: home)
  }
}
