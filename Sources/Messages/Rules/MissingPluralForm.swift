package import LintCore
import LintText

/// A plural in a message that has no text for a category of its language.
package struct MissingPluralForm: MessageRule {
  private static let category = Message("category", "'{0}' has no form '{1}', which '{2}' needs")
  private static let other = Message("other", "'{0}' has no form 'other'")

  package let info = RuleInfo(
    id: "missing-plural-form", family: "messages",
    finds:
      "a plural in a message that lacks a category which numbers of its language have, or `other`.",
    why: """
      Without `other` programs refuse the message. Without another category they take `other` for its numbers: \
      "5 coperchio". Categories are CLDR's for whole numbers: `many` of French, which is for millions, and of Czech, which is \
      for fractions, may be left out. `=0`, `=1` and `=2` stand for `zero`, `one` and `two`, and a plural that has \
      `other` alone is taken for one that was worded so that it needs no other.
      """,
    precision: "4,366 ICU messages of 93 locales that people had looked at gave no finding.",
    severity: .error, profile: nil, profiles: [.messages: .default],
    issueType: .omission, messages: [category, other],
    fails: [
      Example(
        "Polish with the categories of English.", locale: "pl-PL", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{⟦n⟧, plural, one {# pokrywa} many {# pokryw} other {# pokrywy}}\"\n")),
      Example(
        "A keyword was translated.", locale: "de-DE", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {Opened # time} other {Opened # times}}\"\n"
            + "msgstr \"{⟦n⟧, plural, one {# Mal geöffnet} weitere {# Male geöffnet}}\"\n")),
    ],
    passes: [
      Example(
        "A number for the category.", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, =1 {un coperchio} other {# coperchi}}\"\n")),
      Example(
        "Millions, and fractions.", locale: "fr-FR", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, one {# couvercle} other {# couvercles}}\"\n")),
      Example(
        "Worded so that one form will do.", locale: "ru-RU", fileExtension: "po",
        .file(
          "msgid \"{n, plural, one {# lid} other {# lids}}\"\n"
            + "msgstr \"{n, plural, other {Крышки: #}}\"\n")),
      Example(
        "Ordinals have categories of their own.", fileExtension: "po",
        .file(
          "msgid \"{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}\"\n"
            + "msgstr \"{n, selectordinal, many {l’#°} other {il #°}}\"\n")),
    ])

  package let needs: SegmentTraits = .inlines
  private let rules: PluralRulesOfLocale

  package init() {
    self.init(PluralRulesOfLocale(nil))
  }

  private init(_ rules: PluralRulesOfLocale) {
    self.rules = rules
  }

  package func adapted(to kind: PageKind) -> Self { Self(PluralRulesOfLocale(kind.locale)) }

  package func check(
    _ segment: borrowing Segment, _ detail: any MessageDetail, _ shared: inout SharedWork,
    _ report: inout Findings
  ) {
    guard detail.dialects(of: segment.index).contains(.icu) else { return }
    let target = ICUMessage(segment.target.bytes)
    guard target.fault == nil else { return }
    var lacksOther: Bool?
    for argument in target.arguments where argument.kind.isPlural {
      let own = target.categories(of: argument, segment.target.bytes)
      let name = segment.target[argument.name]
      guard own.named.contains(.other) else {
        let isSources = lacksOther ?? !ICUMessage(segment.source.bytes).lacksOther.isEmpty
        lacksOther = isSources
        if !isSources { report(name, Self.other, name.string) }
        continue
      }
      guard own.named != .other, !own.hasOthers,
        let rules = argument.kind == .plural ? rules.cardinal : rules.ordinal
      else { continue }
      let missing = rules.needed(besides: own.numbers).subtracting(own.named)
      guard !missing.isEmpty else { continue }
      report(name, Self.category, name.string, missing.description, rules.language)
    }
  }
}

/// A language's categories of numbers that count and of those that put in order.
struct PluralRulesOfLocale: Sendable {
  let cardinal: PluralRules?
  let ordinal: PluralRules?

  init(_ locale: LocaleTag?) {
    cardinal = locale.flatMap { PluralRules($0) }
    ordinal = locale.flatMap { PluralRules($0, isOrdinal: true) }
  }
}

extension ICUMessage {
  /// The categories of a plural's branches, the exact numbers among them, and whether there are words that are none.
  func categories(of argument: Argument, _ text: Span<UInt8>)
    -> (named: PluralCategories, numbers: Set<Int>, hasOthers: Bool)
  {
    var named: PluralCategories = []
    var numbers: Set<Int> = []
    var hasOthers = false
    for branch in argument.branches.map({ branches[$0] }) {
      if branch.isExact {
        if let number = branch.number { numbers.insert(number - argument.offset) }
      } else if let category = PluralCategories(text.extracting(branch.selector)) {
        named.insert(category)
      } else {
        hasOthers = true
      }
    }
    return (named, numbers, hasOthers)
  }
}
