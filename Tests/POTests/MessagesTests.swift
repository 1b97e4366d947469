import LintText
import Testing

@testable import Messages

/// The keys of the placeholders that a text has.
private func keys(_ text: String, _ dialects: MessageDialects) -> [UInt64] {
  ArgumentScanner(text.utf8Span.span, dialects).arguments.map(\.key)
}

/// The keys of placeholders by what they begin with and their names.
private func keys(of words: [String]) -> [UInt64] {
  words.map { word in
    var key = Hash64()
    for byte in word.utf8 { key.add(byte) }
    return key.value
  }
}

/// The roles of a text, those that nothing keeps from being roles.
private func roles(_ text: String) -> [String] {
  let span = text.utf8Span.span
  return RSTRoles(span, RSTScanner(span).inlines).list.filter(\.inline.isBounded).map {
    String(decoding: $0.key, as: UTF8.self)
  }
}

@Suite struct MessagesTests {
  @Test func `Values of C have numbers, said or not`() {
    #expect(keys("%d of %s, 100%%", .c) == keys(of: ["%1", "%2"]))
    #expect(keys("%2$s: %1$-5.2lu %m", .c) == keys(of: ["%2", "%1", "%m"]))
    #expect(keys("%*d %<PRIu64>", .c) == keys(of: ["%1", "%2", "%3"]))
    #expect(keys("100% of it, 5 % d", .c) == keys(of: []))
  }

  @Test func `Values of Python have names`() {
    #expect(keys("%(name)s and %(count)03d", .python) == keys(of: ["%name", "%count"]))
    #expect(keys("{name!r:>10} {} {0} {{text}}", .pythonBraces) == keys(of: ["{name", "{0", "{0"]))
  }

  @Test func `Each dialect has its own`() {
    #expect(keys("%1 of %L2, %n", .qt) == keys(of: ["%1", "%2", "%n"]))
    #expect(keys("$name and ${other}", .shell) == keys(of: ["$name", "$other"]))
    #expect(keys("%<a>d %{b}", .ruby) == keys(of: ["%a", "%b"]))
    #expect(keys("{0} {1,number,#}", .java) == keys(of: ["{0", "{1"]))
    #expect(keys("%@ %1$ld", .objectiveC) == keys(of: ["%1", "%1"]))
    #expect(keys("%s", []) == keys(of: []))
  }

  @Test func `Where nobody says, only what means nothing else counts`() {
    #expect(
      keys("{name} %(x)s {{y}} ${z} %{w}", .unsaid) == keys(of: ["{name", "%x", "{{y", "$z", "%w"]))
    #expect(keys("50% of, %s, {a b}, {}, ``{a}``, :samp:`{b}`", .unsaid) == keys(of: ["{0"]))
  }

  @Test(arguments: [
    ("n != 1", [1, 0, 1, 1]), ("n>1", [0, 0, 1, 1]), ("0", [0, 0, 0, 0]),
    ("(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)", [2, 0, 1, 1]), ("!(n%2)", [1, 0, 1, 0]),
    ("n*2-1==3||n==0 ? 1 : 0;", [1, 0, 1, 0]),
  ])
  func `An expression says which form a number has`(_ text: String, _ forms: [Int]) {
    let expression = PluralExpression(text.utf8Span.span)
    #expect((0...3).map { expression?.form(of: $0) } == forms)
  }

  @Test(arguments: ["", "n ==", "m", "n ? 1", "(n", "n)", "n == 1 2"])
  func `What is no expression is none`(_ text: String) {
    let isNone = PluralExpression(text.utf8Span.span) == nil
    #expect(isNone)
  }

  @Test func `Parentheses are read to a depth`() {
    let deep = String(repeating: "(", count: 100_000) + "n"
    #expect(PluralExpression(deep.utf8Span.span) == nil)
    #expect(PluralExpression(String(repeating: "!", count: 100_000).utf8Span.span) == nil)
  }

  @Test func `Forms of many numbers are those of each`() {
    for row in PluralTable.cardinals + PluralTable.ordinals {
      let expression = PluralExpression(row.expression.utf8Span.span)
      let forms = expression?.forms(of: PluralNumbers.all) ?? []
      #expect(forms == PluralNumbers.all.map { expression?.form(of: $0) ?? -1 })
      #expect(
        forms.allSatisfy { row.categories.contains(PluralCategories(rawValue: 1 << UInt8($0))) })
    }
  }

  @Test(
    arguments: [
      ("ru-RU", [.one, .few, .many]), ("cs", [.one, .few, .other]),
      ("fr-FR", [.one, .other]), ("iw", [.one, .two, .other]), ("ja", [.other]),
      ("ar", [.zero, .one, .two, .few, .many, .other]), ("no", [.one, .other]),
    ] as [(String, PluralCategories)])
  func `CLDR says which categories whole numbers need`(_ tag: String, _ needed: PluralCategories) {
    #expect(LocaleTag(tag).flatMap { PluralRules($0)?.needed } == needed)
  }

  @Test func `Numbers stand for the categories that they name`() {
    let czech = LocaleTag("cs").flatMap { PluralRules($0) }
    #expect(czech?.needed(besides: [1, 0]) == [.few, .other])
    let russian = LocaleTag("ru").flatMap { PluralRules($0) }
    #expect(russian?.needed(besides: [1]) == [.few, .many])
    #expect(LocaleTag("udm").flatMap { PluralRules($0) } == nil)
    #expect(
      LocaleTag("en").flatMap { PluralRules($0, isOrdinal: true)?.needed.rawValue } == 0b101110)
  }

  @Test(
    arguments: [
      ("de", "n != 1", true), ("de", "n > 1", false), ("de", "0", false), ("fr", "n>1", true),
      ("fr", "n!=1", false), ("pl", "n==1 ? 0 : n%10>=2 && n%10<=4 && n%100/10 != 1 ? 1 : 2", true),
      ("pl", "n != 1", false),
      ("sl", "n%100==1 ? 1 : n%100==2 ? 2 : n%100==3||n%100==4 ? 3 : 0", true),
      ("ja", "0", true), ("ja", "n!=1", false), ("udm", "n!=1", nil), ("es", "n != 1", true),
      ("es", "n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2", true),
    ] as [(String, String, Bool?)])
  func `Formulas are known by what they say of numbers`(
    _ tag: String, _ formula: String, _ isKnown: Bool?
  ) {
    guard let expression = PluralExpression(formula.utf8Span.span), let locale = LocaleTag(tag)
    else {
      Issue.record("\(tag), \(formula)")
      return
    }
    #expect(KnownPluralForms.have(PluralForms(expression), locale) == isKnown)
  }

  @Test func `A formula has an end`() {
    let text = "n" + String(repeating: "+n", count: MessageLimits.formula)
    let isNone = PluralExpression(text.utf8Span.span) == nil
    #expect(isNone)
  }

  @Test func `Roles are known by what they lead to`() {
    #expect(
      roles(":func:`~a.b()` and :c:type:`void *`") == ["func`a.b", "c:type`void*"])
    #expect(roles("(:ref:`the guide <guide>`)") == ["ref`guide"])
    #expect(roles("a:func:`b` :func:`b`s") == [])
    #expect(roles(":term:`x` ``:func:`y```") == ["term`"])
  }

  @Test func `A space splits a role`() {
    let text = "Use :func: `open`."
    #expect(RSTScanner(text.utf8Span.span).split.map(\.range) == [4..<17])
  }
}
