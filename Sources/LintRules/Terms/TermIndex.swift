import LintCore

/// Many terms, all looked for in one pass over a text.
///
/// A hash table knows each term and each beginning of one that ends with a word or a sign: from a
/// place in a text it is asked word by word, until nothing begins so. So the work depends on the text
/// and on what stands in it, not on how many terms begin with the same word.
struct TermIndex: Sendable {
  /// A term that stands in a text.
  struct Match {
    /// Its number among the forms.
    let form: Int
    let range: Range<Int>
  }

  /// Each once, in the order of `insert`.
  private(set) var forms: [TermForm] = []
  /// By the hash of a beginning: the first form that ends there, or `none`.
  private var table: [UInt64: Int32] = [:]
  /// Forms of the same hash, should there be any, from one to the next.
  private var others: [Int: [Int]] = [:]
  /// A bit for each number of letters before a `*`.
  private var stemLengths: UInt64 = 0
  /// A bit for each ASCII scalar that a form begins with.
  private var firsts: (UInt64, UInt64) = (0, 0)
  private var hasOtherFirsts = false
  /// Whether a form begins with a sign.
  private var hasSigns = false
  /// Whether letter case counts for a form.
  private var hasExact = false

  private static let none: Int32 = -1
  /// Letters and signs that are looked at from one place. Longer than a term; only terms with several
  /// `*` of which many begin alike could need more.
  private static let mostSteps = 1000

  init() {}

  init(_ forms: [TermForm]) {
    for form in forms { insert(form) }
  }

  var isEmpty: Bool { forms.isEmpty }

  mutating func reserve(_ count: Int) {
    forms.reserveCapacity(count)
    table.reserveCapacity(count)
  }

  /// Adds a form.
  ///
  /// - Returns: Its number, or that of a form that stands at the same places.
  @discardableResult mutating func insert(_ form: TermForm) -> Int {
    let hash = addBeginnings(of: form)
    let number = forms.count
    guard let known = table[hash].map(Int.init), known >= 0 else {
      table[hash] = Int32(number)
      forms.append(form)
      note(form)
      return number
    }
    for other in [known] + (others[known] ?? []) where forms[other].isSame(as: form) {
      return other
    }
    others[known, default: []].append(number)
    forms.append(form)
    note(form)
    return number
  }

  private mutating func note(_ form: TermForm) {
    let first = form.scalars.first!.value
    if !Letters.isWord(first) { hasSigns = true }
    if form.isCaseSensitive { hasExact = true }
    // Either letter case, for a form may stand in both.
    for value in [first, first &- 0x61 < 26 ? first & ~0x20 : first] {
      if value < 64 {
        firsts.0 |= 1 << UInt64(value)
      } else if value < 128 {
        firsts.1 |= 1 << UInt64(value - 64)
      } else {
        hasOtherFirsts = true
      }
    }
  }

  /// Makes known how a form begins.
  ///
  /// - Returns: The hash of the whole form.
  private mutating func addBeginnings(of form: TermForm) -> UInt64 {
    var hash = WordHash(form.isCaseSensitive ? Self.exact : Self.folded)
    var letters: UInt64 = 0
    var last: UInt32?
    for scalar in form.scalars {
      let value = scalar.value
      if let last {
        if value == TermForm.anyEnding {
          stemLengths |= 1 << min(letters, 63)
        } else if !Self.isOneWord(last, value) {
          if table[hash.value] == nil { table[hash.value] = Self.none }
          letters = 0
        }
      }
      hash.add(value)
      letters += 1
      last = value
    }
    return hash.value
  }

  private static let folded: UInt64 = 0
  private static let exact: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Whether two scalars stand in one word, which is hashed as a whole.
  private static func isOneWord(_ one: UInt32, _ next: UInt32) -> Bool {
    Letters.isWord(one) && Letters.isWord(next) && !Letters.isUnspaced(one)
      && !Letters.isUnspaced(next)
  }

  private func mayBegin(with value: UInt32) -> Bool {
    if value < 64 { return firsts.0 >> UInt64(value) & 1 == 1 }
    if value < 128 { return firsts.1 >> UInt64(value - 64) & 1 == 1 }
    // What is folded to ASCII, as the Kelvin sign, is no ASCII.
    return hasOtherFirsts || Letters.folded(value) < 0x80
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
      guard Letters.isWord(first.value) else {
        position += first.length
        continue
      }
      var best: Match?
      let lower = hasSigns || other?.hasSigns == true ? gap : position
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
      guard Letters.isWord(found.value) else { break }
      let isUnspaced = Letters.isUnspaced(found.value)
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
      bytes, start, start, (WordHash(Self.folded), WordHash(Self.exact)), isStrict, &steps, found)
  }

  private func go(
    _ bytes: Span<UInt8>, _ start: Int, _ from: Int, _ hashes: (WordHash, WordHash),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var position = from
    var (folded, exact) = hashes
    var letters: UInt64 = 0
    var last: UInt32?
    while position < bytes.count {
      if !isStrict, position > start, bytes[position] == Text.blank {
        // A term may end before markup, and another go on behind it.
        if last != nil { _ = tell(folded, exact, position, found) }
        while position < bytes.count, bytes[position] == Text.blank { position += 1 }
        guard position < bytes.count else { return }
      }
      var next = bytes.scalar(at: position)
      if let last, !Self.isOneWord(last, next.value) {
        guard tell(folded, exact, position, found) else { return }
        letters = 0
      }
      if next.value == 0x20 || Letters.isSpace(next.value) {
        next = (0x20, TermForm.endOfSpace(bytes, position, isStrict) - position)
      }
      steps -= 1
      guard steps > 0 else { return }
      position += next.length
      folded.add(Letters.folded(next.value))
      exact.add(next.value)
      letters += 1
      last = next.value
      if stemLengths >> min(letters, 63) & 1 == 1, Letters.isWord(next.value) {
        goOnAfterStem(bytes, start, position, (folded, exact), isStrict, &steps, found)
      }
    }
    if last != nil { _ = tell(folded, exact, position, found) }
  }

  private func goOnAfterStem(
    _ bytes: Span<UInt8>, _ start: Int, _ position: Int, _ hashes: (WordHash, WordHash),
    _ isStrict: Bool, _ steps: inout Int, _ found: (Int, Int) -> Void
  ) {
    var (folded, exact) = hashes
    folded.add(TermForm.anyEnding)
    exact.add(TermForm.anyEnding)
    guard table[folded.value] != nil || table[exact.value] != nil else { return }
    let end = TermForm.endOfWord(bytes, position)
    guard tell(folded, exact, end, found) else { return }
    go(bytes, start, end, (folded, exact), isStrict, &steps, found)
  }

  /// Tells of the terms that end at a place.
  ///
  /// - Returns: Whether others may go on from there.
  private func tell(
    _ folded: WordHash, _ exact: WordHash, _ end: Int, _ found: (Int, Int) -> Void
  ) -> Bool {
    let isKnown = tell(folded.value, end, found)
    return hasExact && tell(exact.value, end, found) || isKnown
  }

  private func tell(_ hash: UInt64, _ end: Int, _ found: (Int, Int) -> Void) -> Bool {
    guard let form = table[hash].map(Int.init) else { return false }
    if form >= 0 {
      found(form, end)
      if !others.isEmpty { others[form]?.forEach { found($0, end) } }
    }
    return true
  }
}
