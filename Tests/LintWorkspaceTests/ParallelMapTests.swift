import LintCore
import LintWorkspace
import Synchronization
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 3, 16], [0, 1, 31, 32, 33, 1000])
  func resultsComeInOrderAndOnce(_ workers: Int, _ count: Int) {
    let seen = Mutex<[Int]>([])
    ParallelMap(workers: workers).run(Array(0..<count)) { item in
      // Early items take longer, so that later ones are done before them.
      var sum = item
      for step in 0..<(item % 16 == 0 ? 20_000 : 10) { sum = (sum &* 31) ^ step }
      return sum == .min ? -1 : item
    } consume: { result in
      seen.withLock { $0.append(result) }
    }
    #expect(seen.withLock { $0 } == Array(0..<count))
  }
}
