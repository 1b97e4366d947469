package import LintCore
import LintText

/// A form of a plural in a message that no number of its language takes.
package struct UnusedPluralForm: MessageRule {
  private static let unused = Message("unused", "no number of '{1}' takes the form '{0}'")
  private static let word = Message("word", "'{0}' is no category of numbers")

  package let info = RuleInfo(
    id: "unused-plural-form", family: "messages",
    finds: "a category in a plural that its language does not have, or a word that is none.",
    why: """
      What stands there is never shown. A category that the language does not have is most often left of the source; a word \
      that is none is most often a keyword that was translated, and its text is missing where it belongs. Take it out, or \
      give it the name of a category: zero, one, two, few, many, other.
      """,
    severity: .note, profile: nil, profiles: [.messages: .default],
    issueType: .localeViolation, messages: [unused, word],
    fails: [
      Example(
        "Japanese has one form.", locale: "ja-JP", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, ⟦one⟧ {ふた#個} other {ふた#個}}\"\n")),
      Example(
        "A keyword was translated.", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, ⟦uno⟧ {# coperchio} other {# coperchi}}\"\n")),
    ],
    passes: [
      Example(
        "What an older CLDR had.", locale: "he-IL", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, one {מכסה #} two {# מכסים} many {# מכסים} other {# מכסים}}\"\n")
      ),
      Example(
        "The source has the word, too.", fileExtension: "po",
        .file(
          "msgid \"{n, plural, none {No lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, none {Nessun coperchio} other {# coperchi}}\"\n")),
    ])

  package let needs: SegmentTraits = .inlines
  private let rules: PluralRulesOfLocale
  /// Of an older CLDR.
  private let former: PluralCategories

  package init() {
    self.init(nil)
  }

  private init(_ locale: LocaleTag?) {
    rules = PluralRulesOfLocale(locale)
    switch locale?.canonical.language {
    case "he": former = .many
    case "bs", "hr", "sr": former = .many
    case "mt": former = .zero
    default: former = []
    }
  }

  package func adapted(to kind: PageKind) -> Self { Self(kind.locale) }

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard detail.dialects(of: segment.index).contains(.icu) else { return }
    let target = ICUMessage(segment.target.bytes)
    guard target.fault == nil, target.arguments.contains(where: \.kind.isPlural) else { return }
    let source = ICUMessage(segment.source.bytes)
    let known = Set(
      source.branches.map { Hash64(of: segment.source.bytes.extracting($0.selector)).value })
    // The arguments that have an `other`: all at once, for each of many branches may ask.
    var hasOther = [Bool](repeating: false, count: target.arguments.count)
    for branch in target.branches where branch.isOther { hasOther[branch.argument] = true }
    for branch in target.branches where !branch.isExact {
      let kind = target.arguments[branch.argument].kind
      guard kind.isPlural else { continue }
      let word = segment.target[branch.selector]
      guard let category = PluralCategories(word.bytes) else {
        // Of a plural without `other` the word stands for that, which `missing-plural-form` tells.
        if hasOther[branch.argument], !known.contains(Hash64(of: word.bytes).value) {
          report(word, Self.word, word.string)
        }
        continue
      }
      guard let rules = kind == .plural ? rules.cardinal : rules.ordinal,
        !rules.categories.union(former).contains(category)
      else { continue }
      report(word, Self.unused, word.string, rules.language)
    }
  }
}
