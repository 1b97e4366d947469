public import LintCore

/// The catalogue: every rule, by family.
///
/// Left out, with the reason: numbers that skip without more (nearly all skips are natural), targets
/// equal to sources without more (one in a hundred is a fault), doubled anchors (natural).
public enum AllRules {
  public static let rules: [any Rule] = [
    // spans
    UnpairedSpan(), UnclosedSpan(), EscapedSpanMarkup(), MalformedSpanID(), MismatchedSpanID(),
    DuplicateSpanID(), MisorderedSpanID(), ForeignSpanPrefix(), MissingSegment(), EmptyTarget(),
    EmptySource(),
    // metadata
    MissingFrontMatter(), InvalidFrontMatter(), LeakedFrontMatter(), MissingMetadata(),
    MalformedMetadata(), MismatchedLocale(), MachineTranslated(),
    // links
    ChangedLinkTarget(), MissingLink(), ExtraLink(), BrokenLinkSyntax(), EmptyLinkText(),
    ChangedHeadingAnchor(), BrokenDirective(), LocalizedURL(),
    // markup
    ChangedCode(), ChangedPlaceholder(), BrokenEmphasis(), EscapedEmphasis(), LeakedMarkup(),
    CutFileName(), ChangedIdentifier(), LocalizedVersion(), SpaceAtMarkup(), LostEmphasis(),
    ChangedHTMLTag(), UnbalancedBracket(),
    // text
    UntranslatedSegment(languages), WrongLanguage(languages), PartlyUntranslated(languages),
    TruncatedTarget(languages), ChangedNumber(), DoubledWord(), MissingEndPunctuation(),
    // terms
    WrongTerm(), ForbiddenTerm(), TranslatedName(),
    // characters
    InvalidUTF8(), ReplacementCharacter(), ControlCharacter(), MisdecodedText(),
    BidiControl(), InvisibleCharacter(), MixedScriptWord(), MergeConflict(),
    // suppressions
    UnusedSuppression(),
  ]

  static let languages = Languages()
}
