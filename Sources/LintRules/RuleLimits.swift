/// How much work rules do at most. The values stand with the rules; here they are for `Limit`,
/// which documents them.
package enum RuleLimits {
  /// Steps of the patterns of one rule in one file.
  package static let patternSteps = Matches.allowance
  /// Bytes that one rule searches in any segment for names of its other half.
  package static let searchBytes = SearchBudget.least
  /// What a segment adds to `searchBytes` for each of its own bytes.
  package static let searchFactor = SearchBudget.factor
  /// Bytes of a term, and of a name that must stay as it is.
  package static let termLength = TermForm.longest
  /// Letters and signs that are compared with terms from one offset of a text on.
  package static let termSteps = TermIndex.mostSteps
  /// Pairs of a source term and a locale in one concept of a glossary.
  package static let termPairs = Glossary.mostPairs
  /// Misspelt names in the comments of one file for which a correction is looked for.
  package static let suggestions = UnusedSuppression.mostSuggestions
}
