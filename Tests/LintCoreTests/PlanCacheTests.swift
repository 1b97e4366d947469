import LintText
import TestSupport
import Testing

@testable import LintCore

@Suite struct PlanCacheTests {
  /// Pages name their locales themselves, and a stranger's may name a new one each.
  @Test func keepsNoMoreThanItMay() throws {
    let cache = PlanCache([WordRule("word", finds: "WORD")])
    for number in 0..<3 * PlanCache.most {
      let locale = try #require(LocaleTag("fr-x-a\(number)"))
      let kind = PageKind(format: "", locale: locale)
      #expect(cache.plan(for: kind, without: []).rules == [0])
      #expect(cache.count <= PlanCache.most)
    }
  }

  @Test func tellsKindsApart() throws {
    let cache = PlanCache([WordRule("word", finds: "WORD")])
    let kind = PageKind(format: "", locale: LocaleTag("it-IT"))
    #expect(cache.plan(for: kind, without: []).rules == [0])
    #expect(cache.plan(for: kind, without: [0]).rules == [])
    #expect(cache.plan(for: kind, without: []).rules == [0])
    #expect(cache.count == 2)
  }
}
