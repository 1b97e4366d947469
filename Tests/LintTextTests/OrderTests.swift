import LintText
import Testing

@Suite struct OrderTests {
  @Test func `Strings are ordered by their bytes`() {
    let words = ["", "a", "ab", "b", "B", "é", "e\u{301}", "я", "𝄞", "a/b", "a-b"]
    for left in words {
      for right in words {
        #expect(left.precedes(right) == left.utf8.lexicographicallyPrecedes(right.utf8))
      }
    }
  }

  @Test(arguments: [[], [4], [1, 3, 3, 7]])
  func `Half by half finds what one by one does`(_ numbers: [Int]) {
    for wanted in 0...8 {
      let first = numbers.firstIndex { $0 >= wanted } ?? numbers.count
      #expect(numbers.partitionPoint { $0 < wanted } == first)
      #expect(numbers.containsSorted(wanted) == numbers.contains(wanted))
    }
    #expect(numbers.partitionPoint { _ in true } == numbers.count)
    #expect(numbers.partitionPoint { _ in false } == 0)
  }
}
