package import LintCore

/// The rules that hold for every format, by family.
///
/// Of `ChangedLiteral`, `ChangedIdentifier` and `TransliteratedName` the first that finds a fault tells it, so they
/// stand in this order. A target that equals its source is no rule of its own: one in a hundred is a fault. Nor is
/// a translation that stands for several sources, for 7 of 45 were faults; nor a fault that a segment has in three
/// locales or more, as one of the source: of 60 whose messages were read none looked so, for machines make the same
/// mistakes in all of them.
package enum GeneralRules {
  /// The rules, made from what a run has. `UnusedSuppression` is not among them, for it has to know
  /// all others.
  package static func rules(from resources: RuleResources) -> [any Rule] {
    let languages = resources.languages
    return [
      // spans
      EmptyTarget(), EmptySource(),
      // metadata
      MismatchedLocale(),
      // links
      ChangedLinkTarget(), ChangedExternalLink(), MissingLink(), ExtraLink(), BrokenLinkSyntax(),
      ImageAsLink(),
      EmptyLinkText(),
      ChangedReferenceLink(), LocalizedURL(),
      // markup
      ChangedCode(), FusedCode(), UnclosedCode(), ChangedPlaceholder(), ChangedMath(),
      BrokenEmphasis(),
      EscapedEmphasis(),
      LeakedMarkup(),
      CutFileName(), ChangedLiteral(), ChangedIdentifier(), TransliteratedName(),
      LocalizedVersion(), SpaceAtMarkup(),
      MissingSpaceAtMarkup(),
      LostEmphasis(),
      ChangedHTMLTag(), ChangedTag(), UnbalancedBracket(),
      // text
      UntranslatedSegment(languages), WrongLanguage(languages), PartlyUntranslated(languages),
      TruncatedTarget(languages), TooLongTarget(languages), ChangedNumber(), DoubledWord(),
      DoubledMark(),
      MissingEndPunctuation(), InconsistentTranslation(),
      // terms
      WrongTerm(resources.glossary), ForbiddenTerm(resources.glossary),
      TranslatedName(resources.names),
      // characters
      InvalidUTF8(), ReplacementCharacter(), ControlCharacter(), MisdecodedText(),
      BidiControl(), InvisibleCharacter(), MixedScriptWord(), MergeConflict(),
    ]
  }

  /// The rule about comments for loclint, which has to know the names that they may have.
  ///
  /// - Parameters:
  ///   - infos: all other rules of the catalogue.
  ///   - packs: reads the names of all rules of packs.
  package static func ruleAboutSuppressions(
    _ infos: [RuleInfo], packs: @escaping @Sendable () -> [String], from resources: RuleResources
  ) -> any Rule {
    UnusedSuppression(KnownRules(infos, packs: packs), requiresReason: resources.requiresReason)
  }
}
