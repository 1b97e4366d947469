/// The kinds of localization quality issue of ITS 2.0, § 8.16 and appendix C,
/// `locQualityIssueType`.
public enum IssueType: String, CaseIterable, Sendable {
  case terminology, mistranslation, omission, untranslated, addition, duplication, inconsistency
  case grammar, legal, register
  case localeSpecificContent = "locale-specific-content"
  case localeViolation = "locale-violation"
  case style, characters, misspelling, typographical, formatting
  case inconsistentEntities = "inconsistent-entities"
  case numbers, markup
  case patternProblem = "pattern-problem"
  case whitespace, internationalization, length
  case nonConformance = "non-conformance"
  case uncategorized, other
}
