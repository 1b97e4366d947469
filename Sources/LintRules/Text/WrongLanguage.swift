import LintCore
import LintText

/// A sentence, or a page, in a language that is not the page's.
struct WrongLanguage: Rule {
  private static let segment = Message("segment", "in '{0}', not in '{1}': '{2}'")
  private static let page = Message("page", "the page is in '{0}', but its locale is '{1}'")

  private let languages: Languages

  init(_ languages: Languages) {
    self.languages = languages
  }

  let info = RuleInfo(
    id: "wrong-language", family: "text",
    finds: "a target, or a page, in another language than its locale's.",
    why: """
      The reader meets a sentence that they can't read: left in the source language and edited a \
      little, or taken from another locale's page. Translate it. When the whole page is in another \
      language, look for where it was mixed up; one finding tells of it, at the page's locale. \
      Words that every sentence of a language has (articles, prepositions) and the letters that it \
      is written in are counted against those of the page's language; names, commands and code \
      don't count, nor do titles in links, quotes and italics that are kept from the source. A \
      target that equals its source is for `untranslated-segment`.
      """,
    precision: """
      Of 21 findings on real pages, all that there were in 238,566 segments, 18 were true; 3 are titles \
      that may be left.
      """,
    severity: .warning, profiles: [.messages: .all], issueType: .untranslated,
    messages: [segment, page],
    fails: [
      Example(
        "A sentence of the source that was edited, not translated.",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "⟦The lamp blinks three times when the hub is ready.⟧")),
      Example(
        "A sentence from another locale's page.",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "⟦La lámpara parpadea dos veces cuando el concentrador está listo.⟧")),
      Example(
        "Letters of another language.", locale: "ru-RU",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "⟦Η λυχνία αναβοσβήνει δύο φορές όταν ο κόμβος είναι έτοιμος.⟧")),
      Example(
        "A sentence without any letter of the page's language.", locale: "ja-JP",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "⟦The lamp blinks two times as soon as the hub is ready.⟧")),
      Example(
        "A sentence of which one word was translated.", locale: "ja-JP",
        .segment(
          source: "The lamp of the hub blinks twice when the lid is open and the bees are in it.",
          target:
            "⟦The ランプ of the hub blinks twice when the lid is open and the bees are in it.⟧")),
      Example(
        "A whole page.",
        .file(
          """
          ---
          title: Panel
          ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
          ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
          ms.translationtype: HT
          ms.contentlocale: ⟦it-IT⟧
          ms.lasthandoff: 04/23/2021
          ms.locfileid: "62132296"
          ---
          {{pair:101|The lamp blinks when the hub is ready.|La lámpara parpadea cuando el \
          concentrador está listo.}}

          {{pair:102|Open the panel to see the hives.|Abra el panel para ver las colmenas.}}

          {{pair:103|There are more sensors in the lid.|Hay más sensores en la tapa.}}

          {{pair:104|Close the lid before the rain.|Cierre la tapa antes de la lluvia y no la \
          abra.}}

          """)),
    ],
    passes: [
      Example(
        "A name that holds small words.",
        .segment(
          source: "Hive Lantern for the Beekeepers of the North",
          target: "Hive Lantern for the Beekeepers of the North, Italia")),
      Example(
        "The title of a page that exists only in the source's language.",
        .segment(
          source:
            "See [What is new in the hub and how to use it](https://hivelantern.example/new).",
          target:
            "Vedi [What is new in the hub and how to use it](https://hivelantern.example/new)."
        )),
      Example(
        "A message of the program, in quotes.",
        .segment(
          source: "The panel says \"The hub is not ready to be used\".",
          target: "Il pannello dice \"The hub is not ready to be used\".")),
      Example(
        "A command.",
        .segment(
          source: "`hive open the lid and the box`", target: "`hive open the lid and a box`")),
      Example(
        "A sentence of the source's own that is in another language.",
        .segment(
          source: "In Spanish: La lámpara está en la tapa.",
          target: "In spagnolo: La lámpara está en la tapa.")),
      Example(
        "The signature of a function.", locale: "ja-JP",
        .segment(
          source: "open(lid: string, from: any, with: number)",
          target: "open (lid: string, from: any, with: number)")),
      Example(
        "Names of types between bars.", locale: "ru-RU",
        .segment(
          source: "of: lid | to: hive | with: any", target: "of : lid | to : hive | with : any")),
      Example(
        "A list of names.", locale: "ja-JP",
        .segment(
          source: "Panel settings, hive notes and lid alarms",
          target: "Panel settings, hive notes、lid alarms")),
      Example(
        "What a program prints, in a block quote.", locale: "ja-JP",
        .file(
          """
          ---
          title: Panel
          {{keys}}
          ms.contentlocale: ja-JP
          ---
          > {{pair:101|The lid of the hive is not 'open' yet.|The lid of the hive is not ‘open’ yet.}}

          """)),
      Example(
        "A source that is not in its own language.", locale: "ru-RU",
        .segment(
          source: "Hive Lantern n’accorde aucune autre garantie pour ses couvercles.",
          target: "Hive Lantern n'accorde aucune autre garantie pour ses couvercles.")),
      Example(
        "Letters by themselves, which are words of another language.", locale: "ko-KR",
        .segment(
          source: "Open *Lids/Hives/East.lid.cs*.",
          target: "*뚜껑/벌집/동쪽* l i d. c s. v o z. k s u. o z a.")),
      Example(
        "A language that there is no table for.", locale: "cy-GB",
        .segment(
          source: "The lamp blinks twice when the hub is ready.",
          target: "The lamp blinks three times when the hub is ready.")),
    ])

  func check(on kind: PageKind) -> Check? {
    guard let language = languages.index(of: kind.locale) else { return nil }
    let source = languages.index(of: kind.sourceLocale)
    return .sum(.always) { _ in Votes(languages, language: language, source: source) }
  }

  /// The votes of the segments of one page.
  private final class Votes: PageSum {
    private let languages: Languages
    private let language: Int
    private let source: Int?
    /// Segments in another language.
    private var found: [(segment: Int, language: Int)] = []
    /// How many segments have words enough to tell a language by.
    private var told = 0

    init(_ languages: Languages, language: Int, source: Int?) {
      self.languages = languages
      self.language = language
      self.source = source
    }

    func check(
      _ segment: borrowing Segment, _ shared: inout SharedWork, _ report: inout Findings
    ) {
      let votes = LanguageVotes(segment.target.prose, language: language, languages)
      if votes.own + votes.others >= 2 { told += 1 }
      guard votes.isSuspect,
        !segment.source.trimmed.isEqual(butForSpaceTo: segment.target.trimmed),
        let foreign = shared.foreignLanguage(
          segment, language: language, source: source, languages)
      else { return }
      found.append((segment.index, foreign))
    }

    func finish(_ document: borrowing Document, _ report: inout Findings) {
      guard !found.isEmpty else { return }
      let pageLanguage = dominant
      if let pageLanguage, let stated = document.statedLocale {
        let value = document.text(stated)
        let statement = document.page.statement
        report(
          value, WrongLanguage.page, languages.names[pageLanguage],
          statement?.origin == .page ? value.string : statement?.locale.description ?? "")
        found.removeAll { $0.language == pageLanguage }
      }
      var quotes = SampleQuotes()
      for (index, foreign) in found {
        let place = document.place(of: document.records[index].range).lower
        // What a program prints in its own language.
        guard foreign != source || !quotes.hold(place, document.bytes.span) else { continue }
        let target = document.segment(index).target.trimmed
        report(
          target, WrongLanguage.segment, languages.names[foreign], languages.names[language],
          target.string)
      }
    }

    /// The language that most of the page's sentences are in instead of its own.
    private var dominant: Int? {
      var counts = Array(repeating: 0, count: languages.tags.count)
      for entry in found { counts[entry.language] += 1 }
      // On a page with fewer than three, each sentence has a finding of its own.
      return counts.indices.first { counts[$0] >= 3 && counts[$0] * 2 > told }
    }
  }
}
