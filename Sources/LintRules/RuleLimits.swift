/// How much work rules do at most, for whoever documents it.
package enum RuleLimits {
  /// Steps of the patterns of one rule in one file.
  package static let patternSteps = Matches.allowance
  /// Bytes that one rule searches in one segment, besides `searchFactor` times those of the segment.
  package static let searchBytes = SearchBudget.least
  package static let searchFactor = SearchBudget.factor
  /// Bytes of a term, and of a name that must stay as it is.
  package static let termLength = TermForm.longest
  /// Letters and signs that are compared with terms from one place of a text.
  package static let termSteps = TermIndex.mostSteps
  /// Pairs of a source term and a locale in one concept of a glossary.
  package static let termPairs = Glossary.mostPairs
  /// Misspelt names in the comments of one file that a name is offered for.
  package static let suggestions = UnusedSuppression.mostSuggestions
}
