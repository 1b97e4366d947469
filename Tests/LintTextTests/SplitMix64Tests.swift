import LintText
import Testing

@Suite struct SplitMix64Tests {
  /// The values that the reference in C gives.
  @Test(
    arguments: [
      (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
      (
        1_234_567,
        [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
      ),
    ] as [(UInt64, [UInt64])])
  func `A state gives the numbers that all give for it`(_ state: UInt64, _ numbers: [UInt64]) {
    var random = SplitMix64(state: state)
    #expect(numbers.map { _ in random.next() } == numbers)
  }

  @Test func `Each series of a seed is another`() {
    func first(_ seed: UInt64, _ series: UInt64) -> UInt64 {
      var random = SplitMix64(seed: seed, series: series)
      return random.next()
    }
    #expect(first(0, 0) == 0xE220_A839_7B1D_CDAF)
    #expect(Set([first(1, 0), first(1, 1), first(2, 0), first(2, 1)]).count == 4)
  }
}
