import LintText
import Testing

@testable import Messages

/// What a message consists of: its arguments by name and kind, and its branches.
private func parts(_ text: String) -> [String] {
  let span = text.utf8Span.span
  let message = ICUMessage(span)
  if let fault = message.fault {
    return ["\(fault.range.lowerBound): \(fault.expected)"]
  }
  return message.arguments.map { argument in
    let branches = argument.branches.map { branch in
      let branch = message.branches[branch]
      return String(span.extracting(branch.selector)) + "{"
        + String(span.extracting(branch.content)) + "}"
    }
    return ([String(span.extracting(argument.name)), "\(argument.kind)"] + branches)
      .joined(separator: " ")
  }
}

/// Examples for each sentence of the syntax ("MessageFormat", "Patterns and Their Interpretation").
@Suite struct ICUMessageTests {
  @Test(
    arguments: [
      // message = messageText (argument messageText)*
      ("", []), ("Open the lid.", []), ("{a}", ["a none"]), ("a{b}c{d}", ["b none", "d none"]),
      // noneArg = '{' argNameOrNumber '}'
      ("{0}", ["0 none"]), ("{ lid }", ["lid none"]), ("{n_1}", ["n_1 none"]),
      ("{été}", ["été none"]),
      ("{10}", ["10 none"]), ("{0a}", ["0a none"]),
      // simpleArg = '{' argNameOrNumber ',' argType [',' argStyle] '}'
      ("{a,number}", ["a number"]), ("{a, date, short}", ["a date"]),
      ("{a ,time ,::jmm }", ["a time"]),
      ("{a, number, ::currency/EUR}", ["a number"]), ("{a, spellout}", ["a spellout"]),
      ("{a, ordinal}", ["a ordinal"]), ("{a, duration}", ["a duration"]),
      ("{a, list}", ["a other"]),
      // argStyleText: braces in pairs, quoted parts aside
      ("{a, date, y '{' M}", ["a date"]), ("{a, number, #{x}#}", ["a number"]),
      ("{a, date, 'it''s' y}", ["a date"]),
      // choiceArg, choiceStyle
      ("{n, choice, 0#none|1#one|1<{n} lids}", ["n choice 0{none} 1{one} 1{{n} lids}", "n none"]),
      ("{n,choice,-∞≤a|0.5#b}", ["n choice -∞{a} 0.5{b}"]),
      // pluralArg, pluralStyle = [offsetValue] (selector '{' message '}')+
      (
        "{n, plural, one {# lid} other {# lids}}",
        ["n plural one{# lid} other{# lids}", "n numberSign", "n numberSign"]
      ),
      ("{n,plural,offset:1 =0{no}other{all}}", ["n plural =0{no} other{all}"]),
      ("{n, PLURAL, other{}}", ["n plural other{}"]),
      ("{n, selectordinal, one{a}other{b}}", ["n selectOrdinal one{a} other{b}"]),
      // explicitValue = '=' number
      ("{n, plural, =1.5 {a} =-1 {b} other{c}}", ["n plural =1.5{a} =-1{b} other{c}"]),
      // selectArg
      ("{g, select, bee {her} other {their}}", ["g select bee{her} other{their}"]),
      // '#' counts in a plural alone, not in a select that stands in it
      (
        "{n, plural, other {{g, select, other {#}} #}}",
        ["n plural other{{g, select, other {#}} #}", "g select other{#}", "n numberSign"]
      ),
      ("# {g, select, other{#}}", ["g select other{#}"]),
      // Outside of arguments a closing brace is text.
      ("a } b {c}", ["c none"]),
      // White space of patterns: also the marks of direction.
      ("{\u{200E}a\u{200F},\u{2028}number}", ["a number"]),
    ] as [(String, [String])])
  func `A message is read as ICU reads it`(_ text: String, _ wanted: [String]) {
    #expect(parts(text) == wanted)
  }

  @Test(
    arguments: [
      // One begins quoted text only before a brace,
      ("l'alveare di {a}", ["a none"]), ("'{a}' {b}", ["b none"]), ("'}' {b}", ["b none"]),
      // two are one, in quoted text as well,
      ("l''{a}", ["a none"]), ("'{it''s}' {a}", ["a none"]),
      // what has no end is quoted up to that of the message,
      ("'{a} {b}", []),
      // before '#' in a plural,
      ("{n, plural, other {'#' #}}", ["n plural other{'#' #}", "n numberSign"]),
      ("'# {a}", ["a none"]),
      // before '|' in a choice.
      ("{n, choice, 0#a '|' b|1#c}", ["n choice 0{a '|' b} 1{c}"]),
    ] as [(String, [String])])
  func `Apostrophes quote as in ICU's default mode`(_ text: String, _ wanted: [String]) {
    #expect(parts(text) == wanted)
  }

  @Test(arguments: [
    ("{", "1: name"), ("{}", "1: name"), ("{ }", "2: name"), ("{a", "2: closingBrace"),
    ("{a b}", "3: commaOrBrace"), ("{a-b}", "2: commaOrBrace"), ("{{a}}", "1: name"),
    ("{01}", "1: name"), ("{a,}", "3: type"), ("{a, 1}", "4: type"),
    ("{a, number short}", "11: commaOrBrace"), ("{a, number, x", "13: closingBrace"),
    ("{a, date, 'x}", "10: closingQuote"), ("{n, plural}", "10: comma"),
    ("{n, plural,}", "11: selector"), ("{n, plural, one}", "15: openingBrace"),
    ("{n, plural, one {a}", "19: closingBrace"), ("{n, plural, one {a", "18: closingBrace"),
    ("{n, plural, = 1{a} other{b}}", "13: number"), ("{n, plural, {a}}", "12: selector"),
    ("{n, plural, other{a} offset:1}", "21: offset"),
    ("{n, plural, offset: other{a}}", "20: number"),
    ("{g, select, a-b {c} other {d}}", "13: openingBrace"), ("{n, choice, a#b}", "12: number"),
    ("{n, choice, 0 a|1#b}", "14: separator"), ("{n، plural}", "5: commaOrBrace"),
    ("{g, select, =1 {a} other {b}}", "12: selector"),
  ])
  func `What is no message is told by place and by what must stand there`(
    _ text: String, _ fault: String
  ) {
    #expect(parts(text) == [fault])
  }

  @Test func `Arguments are read to a depth`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "{g, select, other {", count: depth) + String(repeating: "}}", count: depth)
    }
    #expect(ICUMessage(nested(MessageLimits.depth).utf8Span.span).fault == nil)
    #expect(ICUMessage(nested(MessageLimits.depth + 1).utf8Span.span).fault != nil)
    #expect(ICUMessage(nested(100_000).utf8Span.span).fault != nil)
    #expect(ICUMessage(String(repeating: "{", count: 100_000).utf8Span.span).fault != nil)
  }

  @Test func `Only plurals and selects are told from other braces`() {
    func isComplex(_ text: String) -> Bool { ICUMessage.isComplex(text.utf8Span.span) }
    #expect(isComplex("{n, plural, other {#}}"))
    #expect(isComplex("{g, select, other {a}}"))
    #expect(!isComplex("{n}, plural"))
    #expect(!isComplex("{n, number} of a plural"))
    #expect(!isComplex("{n, plural}"))
  }
}
