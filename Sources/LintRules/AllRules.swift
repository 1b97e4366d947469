import LintCore

/// The catalogue: every rule that is written in Swift, by family.
///
/// Three signs are no rules of their own, for too few of their findings would be faults: a gap in
/// the numbers of span IDs (nearly all are natural), a target that equals its source (one in a
/// hundred is a fault), an anchor that stands twice (natural).
enum AllRules {
  /// The rules, made from what a run has. `UnusedSuppression` is not among them, for it has to know
  /// all others: `RuleLibrary` adds it.
  static func rules(from resources: RuleResources) -> [any Rule] {
    let languages = resources.languages
    return [
      // spans
      UnpairedSpan(), UnclosedSpan(), EscapedSpanMarkup(), MalformedSpanID(), MismatchedSpanID(),
      DuplicateSpanID(), MisorderedSpanID(), ForeignSpanPrefix(), MissingSegment(), EmptyTarget(),
      EmptySource(),
      // metadata
      MissingFrontMatter(), InvalidFrontMatter(), LeakedFrontMatter(), MissingMetadata(),
      MalformedMetadata(resources.settings(of: "malformed-metadata")), MismatchedLocale(),
      MachineTranslated(),
      // links
      ChangedLinkTarget(), MissingLink(), ExtraLink(), BrokenLinkSyntax(), EmptyLinkText(),
      ChangedHeadingAnchor(resources.settings(of: "changed-heading-anchor")), BrokenDirective(),
      LocalizedURL(),
      // markup
      ChangedCode(), ChangedPlaceholder(), BrokenEmphasis(), EscapedEmphasis(), LeakedMarkup(),
      CutFileName(), ChangedIdentifier(), LocalizedVersion(), SpaceAtMarkup(), LostEmphasis(),
      ChangedHTMLTag(), UnbalancedBracket(),
      // text
      UntranslatedSegment(languages), WrongLanguage(languages), PartlyUntranslated(languages),
      TruncatedTarget(languages), ChangedNumber(), DoubledWord(), MissingEndPunctuation(),
      // terms
      WrongTerm(resources.glossary), ForbiddenTerm(resources.glossary),
      TranslatedName(resources.names),
      // characters
      InvalidUTF8(), ReplacementCharacter(), ControlCharacter(), MisdecodedText(),
      BidiControl(), InvisibleCharacter(), MixedScriptWord(), MergeConflict(),
    ]
  }
}
