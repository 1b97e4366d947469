import LintCore
import LintText

/// Many terms, all looked for in one pass over a text.
///
/// A hash table holds each term and each beginning of one that ends with a word or a sign. From an
/// offset in a text on, it is asked after each word whether a term begins so, until none does. So
/// the work depends on the text and on the terms in it, not on how many terms begin with the same
/// word.
///
/// It is a class: to pass a struct on would count references to each of its tables, for each word
/// of a page.
final class TermIndex: Sendable {
  /// A term that stands in a text.
  struct Match {
    /// Its number among the forms.
    let form: Int
    let range: Range<Int>
  }

  private let terms: TermCollector

  /// Letters and signs that are looked at from one offset on. It is more than a term has; only
  /// terms with several `*` of which many begin alike could need more.
  static let mostSteps = 1000

  /// Sixteen bits or more for each hash in the table, of which the one that its upper bits name is
  /// set. Most words of a text begin no term: their bit is not set, and to see that is cheaper than
  /// to ask the table.
  private let known: [UInt64]
  private let shift: UInt64

  init(_ terms: TermCollector) {
    self.terms = terms
    var bits = 6
    while 1 << bits < 16 * terms.table.count { bits += 1 }
    shift = UInt64(64 - bits)
    var known = [UInt64](repeating: 0, count: 1 << (bits - 6))
    for hash in terms.table.keys {
      let bit = Self.scattered(hash) >> shift
      known[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    self.known = known
  }

  /// A hash whose upper bits depend on all bits of another.
  private static func scattered(_ hash: UInt64) -> UInt64 {
    (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The first form that ends with a hash; `TermCollector.none` when forms only go on from there, and
  /// `nil` when none does.
  private func form(_ hash: UInt64) -> Int? {
    let bit = Self.scattered(hash) >> shift
    guard known[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return nil }
    return terms.table[hash].map(Int.init)
  }

  convenience init(_ forms: [TermForm]) {
    var terms = TermCollector()
    for form in forms { terms.insert(form) }
    self.init(terms)
  }

  var forms: [TermForm] { terms.forms }
  var isEmpty: Bool { terms.forms.isEmpty }

  private func mayBegin(with value: UInt32) -> Bool {
    if value < 64 { return terms.firsts.0 >> UInt64(value) & 1 == 1 }
    if value < 128 { return terms.firsts.1 >> UInt64(value - 64) & 1 == 1 }
    // The Kelvin sign and its like are not ASCII, but their small letters are.
    return terms.hasOtherFirsts || value.foldedScalar < 0x80
  }

  /// The terms of a text in order; of several with the same first word the longest, and none inside
  /// another.
  ///
  /// - Parameters:
  ///   - other: More terms, whose numbers are counted on from the last of this index.
  ///   - holds: Whether a term counts.
  func matches(
    in bytes: Span<UInt8>, and other: TermIndex? = nil, where holds: (Int) -> Bool = { _ in true }
  ) -> [Match] {
    var matches: [Match] = []
    var offset = 0
    // Where the signs before the next word begin.
    var gap = 0
    while offset < bytes.count {
      let first = bytes.scalar(at: offset)
      guard first.value.isWordScalar else {
        offset += first.length
        continue
      }
      var best: Match?
      let lower = terms.hasSigns || other?.terms.hasSigns == true ? gap : offset
      consider(bytes, lower, offset, 0, &best, holds)
      if let other { other.consider(bytes, lower, offset, forms.count, &best, holds) }
      if let best {
        matches.append(best)
        offset = max(best.range.upperBound, offset + first.length)
        gap = best.range.upperBound
      } else {
        offset = Self.endOfWord(bytes, offset)
        gap = offset
      }
    }
    return matches
  }

  /// Where a word ends, or one letter of a script without spaces.
  private static func endOfWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let found = bytes.scalar(at: offset)
      guard found.value.isWordScalar else { break }
      let isUnspaced = found.value.isUnspacedScalar
      if isUnspaced, offset > start { break }
      offset += found.length
      if isUnspaced { break }
    }
    return offset
  }

  /// Looks for the longest term whose first word begins at `start`, with signs before it from `gap`
  /// on.
  ///
  /// - Parameter base: What is added to the numbers of this index.
  private func consider(
    _ bytes: Span<UInt8>, _ gap: Int, _ start: Int, _ base: Int, _ best: inout Match?,
    _ holds: (Int) -> Bool
  ) {
    var lower = gap
    while lower <= start {
      let first = bytes.scalar(at: lower)
      if mayBegin(with: first.value) {
        visit(bytes, lower, isStrict: true) { form, end in
          guard end - lower >= best?.range.count ?? 1, holds(form + base),
            isBetter(form + base, end - lower, than: best, base),
            let end = forms[form].end(in: bytes, at: lower, isStrict: true)
          else { return }
          best = Match(form: form + base, range: lower..<end)
        }
      }
      lower += first.length
    }
  }

  /// Whether a match is longer than the best so far; of the same length, whether its term
  /// comes first: one without a `*`, then that with more letters before it, for it says more of the
  /// text; then that which was inserted first.
  private func isBetter(_ form: Int, _ count: Int, than best: Match?, _ base: Int) -> Bool {
    guard let best, best.range.count == count else { return true }
    // Those of another index come later.
    guard best.form >= base else { return false }
    let (one, other) = (
      forms[form - base].stem ?? .max, forms[best.form - base].stem ?? .max
    )
    return one != other ? one > other : form < best.form
  }

  /// The ranges of all terms, by their numbers, in order; those of one term don't overlap.
  ///
  /// - Parameter other: More terms, whose numbers are counted on from the last of this index.
  func ranges(
    in bytes: Span<UInt8>, isStrict: Bool, and other: TermIndex? = nil
  ) -> [Int: [Range<Int>]] {
    var ranges: [Int: [Range<Int>]] = [:]
    var offset = 0
    while offset < bytes.count {
      let first = bytes.scalar(at: offset)
      let start = offset
      offset += first.length
      func add(_ index: TermIndex, _ base: Int) {
        guard index.mayBegin(with: first.value) else { return }
        index.visit(bytes, start, isStrict: isStrict) { form, _ in
          guard ranges[form + base]?.last?.upperBound ?? 0 <= start,
            let end = index.forms[form].end(in: bytes, at: start, isStrict: isStrict)
          else { return }
          ranges[form + base, default: []].append(start..<end)
        }
      }
      add(self, 0)
      if let other { add(other, forms.count) }
    }
    return ranges
  }

  /// Calls `found` with the number of each term whose hash says that it stands at `start`, and with
  /// the offset where it would end.
  private func visit(
    _ bytes: Span<UInt8>, _ start: Int, isStrict: Bool, _ found: (Int, Int) -> Void
  ) {
    guard
      TermForm.isBoundary(bytes, at: start, beside: bytes.scalar(at: start).value, isStrict)
    else { return }
    var steps = Self.mostSteps
    go(
      bytes, start, start, (Hash64(TermCollector.folded), Hash64(TermCollector.exact)),
      isStrict, &steps, found)
  }

  /// Goes on with such a search at `from`, where the hashes of what is before are known.
  private func go(
    _ bytes: Span<UInt8>, _ start: Int, _ from: Int, _ hashes: (Hash64, Hash64),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var offset = from
    var (folded, exact) = hashes
    var letters: UInt64 = 0
    var last: UInt32?
    while offset < bytes.count {
      if !isStrict, offset > start, bytes[offset] == UInt8.blank {
        // A term may end before markup, and another go on behind it.
        if last != nil { _ = tell(folded, exact, offset, found) }
        while offset < bytes.count, bytes[offset] == UInt8.blank { offset += 1 }
        guard offset < bytes.count else { return }
      }
      var next = bytes.scalar(at: offset)
      if let last, !TermCollector.isOneWord(last, next.value) {
        guard tell(folded, exact, offset, found) else { return }
        letters = 0
      }
      if next.value.isSpaceScalar {
        next = (0x20, TermForm.endOfSpace(bytes, offset, isStrict) - offset)
      }
      steps -= 1
      guard steps > 0 else { return }
      offset += next.length
      folded.add(next.value.foldedScalar)
      exact.add(next.value)
      letters += 1
      last = next.value
      if terms.stemLengths >> min(letters, 63) & 1 == 1, next.value.isWordScalar {
        goOnAfterStem(bytes, start, offset, (folded, exact), isStrict, &steps, found)
      }
    }
    if last != nil { _ = tell(folded, exact, offset, found) }
  }

  /// Takes the rest of the word at `offset` for what a `*` stands for, and goes on behind it.
  private func goOnAfterStem(
    _ bytes: Span<UInt8>, _ start: Int, _ offset: Int, _ hashes: (Hash64, Hash64),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var (folded, exact) = hashes
    folded.add(TermForm.anyEnding)
    exact.add(TermForm.anyEnding)
    guard form(folded.value) != nil || (terms.hasExact && form(exact.value) != nil) else { return }
    let end = TermForm.endOfWord(bytes, offset)
    guard tell(folded, exact, end, found) else { return }
    go(bytes, start, end, (folded, exact), isStrict, &steps, found)
  }

  /// Calls `found` with the terms that end at `end`.
  ///
  /// - Returns: Whether others may go on from there.
  private func tell(
    _ folded: Hash64, _ exact: Hash64, _ end: Int, _ found: (Int, Int) -> Void
  ) -> Bool {
    let isKnown = tell(folded.value, end, found)
    return terms.hasExact && tell(exact.value, end, found) || isKnown
  }

  private func tell(_ hash: UInt64, _ end: Int, _ found: (Int, Int) -> Void) -> Bool {
    guard let form = form(hash) else { return false }
    if form >= 0 {
      found(form, end)
      if !terms.others.isEmpty { terms.others[form]?.forEach { found($0, end) } }
    }
    return true
  }
}
