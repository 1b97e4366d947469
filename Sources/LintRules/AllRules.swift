import LintCore

/// The catalogue: every rule, by family.
///
/// Left out, with the reason: numbers that skip without more (nearly all skips are natural), targets
/// equal to sources without more (one in a hundred is a fault), doubled anchors (natural).
enum AllRules {
  /// All but the one about suppressions, which has to know all others.
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
