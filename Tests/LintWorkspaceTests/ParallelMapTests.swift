import Glibc
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

  /// What is done waits for the first item, and so must not grow without limit.
  @Test func `Workers do not run far ahead of an item that takes long`() {
    let begun = Atomic(0)
    let ahead = Atomic(0)
    let last = Atomic(-1)
    ParallelMap(workers: 4).run(Array(0..<5000)) { item in
      begun.add(1, ordering: .relaxed)
      guard item == 0 else { return item }
      // Until nobody else does anything.
      var count = -1
      while count != begun.load(ordering: .relaxed) {
        count = begun.load(ordering: .relaxed)
        usleep(50_000)
      }
      ahead.store(count, ordering: .relaxed)
      return item
    } consume: { result in
      if result == last.load(ordering: .relaxed) + 1 { last.store(result, ordering: .relaxed) }
    }
    #expect(ahead.load(ordering: .relaxed) <= 256 + 4 * 16)
    #expect(last.load(ordering: .relaxed) == 4999)
  }

  /// Both workers may come to the end of the window at once, and each has to be woken.
  @Test func `Workers that wait go on when there is room`() {
    for _ in 0..<100 {
      let begun = Atomic(0)
      let sum = Atomic(0)
      ParallelMap(workers: 2).run(Array(0..<4000)) { item in
        begun.add(1, ordering: .relaxed)
        guard item == 0 else { return item }
        for _ in 0..<100 where begun.load(ordering: .relaxed) < 1000 { usleep(100) }
        return item
      } consume: {
        sum.add($0, ordering: .relaxed)
      }
      #expect(sum.load(ordering: .relaxed) == 4000 * 3999 / 2)
    }
  }
}
