public import LintCore

/// The rules of the catalogue that need lists of words.
public enum TermRules {
  /// Rules that know nothing without a glossary.
  public static let wantGlossary = ["wrong-term", "forbidden-term"]

  /// The rules of the catalogue with what they are to look for.
  ///
  /// - Parameters:
  ///   - glossary: `nil` when none was given: then the rules that need one are left out.
  ///   - names: What stays as it is on every page.
  public static func configured(_ rules: [any Rule], glossary: [Glossary.Row]?, names: [String])
    -> [any Rule]
  {
    let glossary = glossary.map(Glossary.init)
    return rules.compactMap { rule in
      switch rule {
      case is WrongTerm: glossary.map { WrongTerm($0, profile: .default) }
      case is ForbiddenTerm: glossary.map { ForbiddenTerm($0, profile: .default) }
      case is TranslatedName where !names.isEmpty: TranslatedName(names, profile: .default)
      default: rule
      }
    }
  }
}
