import LintCore
import LintText

/// Many terms, all looked for in one pass over a text.
///
/// A hash table knows each term and each beginning of one that ends with a word or a sign: from a
/// place in a text it is asked word by word, until nothing begins so. So the work depends on the text
/// and on what stands in it, not on how many terms begin with the same word.
///
/// A class, for a copy of all the tables would be counted for each word of a page.
final class TermIndex: Sendable {
  /// A term that stands in a text.
  struct Match {
    /// Its number among the forms.
    let form: Int
    let range: Range<Int>
  }

  private let terms: TermCollector

  /// Letters and signs that are looked at from one place. Longer than a term; only terms with several
  /// `*` of which many begin alike could need more.
  static let mostSteps = 1000

  /// A bit for each hash in the table, many of which have one in common: most of what stands in a text
  /// begins no term, and that is seen here for less than the table asks.
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

  /// The same with upper bits that depend on all.
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
    // What is folded to ASCII, as the Kelvin sign, is no ASCII.
    return terms.hasOtherFirsts || value.foldedScalar < 0x80
  }

  /// The terms of a text in order; of several at one place the longest, and none inside another.
  ///
  /// - Parameters:
  ///   - other: More terms; their numbers go on from this index's.
  ///   - holds: Whether a term counts.
  func matches(
    in bytes: Span<UInt8>, and other: TermIndex? = nil, where holds: (Int) -> Bool = { _ in true }
  ) -> [Match] {
    var matches: [Match] = []
    var position = 0
    /// Where what is no word began.
    var gap = 0
    while position < bytes.count {
      let first = bytes.scalar(at: position)
      guard first.value.isWordScalar else {
        position += first.length
        continue
      }
      var best: Match?
      let lower = terms.hasSigns || other?.terms.hasSigns == true ? gap : position
      consider(bytes, lower, position, 0, &best, holds)
      if let other { other.consider(bytes, lower, position, forms.count, &best, holds) }
      if let best {
        matches.append(best)
        position = max(best.range.upperBound, position + first.length)
        gap = best.range.upperBound
      } else {
        position = Self.endOfWord(bytes, position)
        gap = position
      }
    }
    return matches
  }

  /// Where a word ends, or one letter of a script without spaces.
  private static func endOfWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let found = bytes.scalar(at: position)
      guard found.value.isWordScalar else { break }
      let isUnspaced = found.value.isUnspacedScalar
      if isUnspaced, position > start { break }
      position += found.length
      if isUnspaced { break }
    }
    return position
  }

  /// Looks for the longest term whose first word begins at `start`; signs may stand before.
  private func consider(
    _ bytes: Span<UInt8>, _ gap: Int, _ start: Int, _ offset: Int, _ best: inout Match?,
    _ holds: (Int) -> Bool
  ) {
    var lower = gap
    while lower <= start {
      let first = bytes.scalar(at: lower)
      if mayBegin(with: first.value) {
        visit(bytes, lower, isStrict: true) { form, end in
          guard end - lower >= best?.range.count ?? 1, holds(form + offset),
            isBetter(form + offset, end - lower, than: best, offset),
            let end = forms[form].end(in: bytes, at: lower, isStrict: true)
          else { return }
          best = Match(form: form + offset, range: lower..<end)
        }
      }
      lower += first.length
    }
  }

  /// Whether a match is longer, or of one length a term that comes first: those with a `*` after few
  /// letters, and then as they were given.
  private func isBetter(_ form: Int, _ count: Int, than best: Match?, _ offset: Int) -> Bool {
    guard let best, best.range.count == count else { return true }
    // Those of another index come later.
    guard best.form >= offset else { return false }
    let (one, other) = (
      forms[form - offset].stem ?? .max, forms[best.form - offset].stem ?? .max
    )
    return one != other ? one < other : form < best.form
  }

  /// All places of all terms, by their numbers, in order; those of one term don't overlap.
  func places(
    in bytes: Span<UInt8>, isStrict: Bool, and other: TermIndex? = nil
  ) -> [Int: [Range<Int>]] {
    var places: [Int: [Range<Int>]] = [:]
    var position = 0
    while position < bytes.count {
      let first = bytes.scalar(at: position)
      let start = position
      position += first.length
      func add(_ index: TermIndex, _ offset: Int) {
        guard index.mayBegin(with: first.value) else { return }
        index.visit(bytes, start, isStrict: isStrict) { form, _ in
          guard places[form + offset]?.last?.upperBound ?? 0 <= start,
            let end = index.forms[form].end(in: bytes, at: start, isStrict: isStrict)
          else { return }
          places[form + offset, default: []].append(start..<end)
        }
      }
      add(self, 0)
      if let other { add(other, forms.count) }
    }
    return places
  }

  /// Tells of each term that seems to stand at a place, and where it would end.
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

  private func go(
    _ bytes: Span<UInt8>, _ start: Int, _ from: Int, _ hashes: (Hash64, Hash64),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var position = from
    var (folded, exact) = hashes
    var letters: UInt64 = 0
    var last: UInt32?
    while position < bytes.count {
      if !isStrict, position > start, bytes[position] == UInt8.blank {
        // A term may end before markup, and another go on behind it.
        if last != nil { _ = tell(folded, exact, position, found) }
        while position < bytes.count, bytes[position] == UInt8.blank { position += 1 }
        guard position < bytes.count else { return }
      }
      var next = bytes.scalar(at: position)
      if let last, !TermCollector.isOneWord(last, next.value) {
        guard tell(folded, exact, position, found) else { return }
        letters = 0
      }
      if next.value.isSpaceScalar {
        next = (0x20, TermForm.endOfSpace(bytes, position, isStrict) - position)
      }
      steps -= 1
      guard steps > 0 else { return }
      position += next.length
      folded.add(next.value.foldedScalar)
      exact.add(next.value)
      letters += 1
      last = next.value
      if terms.stemLengths >> min(letters, 63) & 1 == 1, next.value.isWordScalar {
        goOnAfterStem(bytes, start, position, (folded, exact), isStrict, &steps, found)
      }
    }
    if last != nil { _ = tell(folded, exact, position, found) }
  }

  private func goOnAfterStem(
    _ bytes: Span<UInt8>, _ start: Int, _ position: Int, _ hashes: (Hash64, Hash64),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var (folded, exact) = hashes
    folded.add(TermForm.anyEnding)
    exact.add(TermForm.anyEnding)
    guard form(folded.value) != nil || (terms.hasExact && form(exact.value) != nil) else { return }
    let end = TermForm.endOfWord(bytes, position)
    guard tell(folded, exact, end, found) else { return }
    go(bytes, start, end, (folded, exact), isStrict, &steps, found)
  }

  /// Tells of the terms that end at a place.
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
