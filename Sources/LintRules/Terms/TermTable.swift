import LintCore

/// The terms that pages of one locale are held to.
struct TermTable: Sendable {
  /// A source term with what may and may not stand for it.
  struct Term: Sendable {
    let source: TermForm
    var targets: [TermForm]
    var forbidden: [TermForm]
  }

  private(set) var terms: [Term] = []
  /// Words that stand for no source term in particular.
  private let unwanted: [TermForm]
  private let sources: TermIndex
  private let unwantedIndex: TermIndex

  init(_ rows: [Glossary.Row]) {
    var terms: [Term] = []
    var indices: [String: Int] = [:]
    var unwanted: [TermForm] = []
    for row in rows {
      let targets = row.targets.compactMap { TermForm($0) }
      let forbidden = row.forbidden.compactMap { TermForm($0) }
      guard let source = TermForm(row.source) else {
        unwanted += forbidden
        continue
      }
      let key = source.isCaseSensitive ? source.text : source.text.lowercased()
      if let index = indices[key] {
        terms[index].targets += targets
        terms[index].forbidden += forbidden
      } else {
        indices[key] = terms.count
        terms.append(Term(source: source, targets: targets, forbidden: forbidden))
      }
    }
    self.terms = terms
    self.unwanted = unwanted
    sources = TermIndex(terms.map(\.source))
    unwantedIndex = TermIndex(unwanted)
  }

  /// The terms of a segment's source, each once, with where it stands.
  func terms(of segment: borrowing Segment) -> [(term: Term, range: ByteRange)] {
    // What was not translated at all is another rule's, and mostly a name or code.
    if sources.isEmpty || segment.source == segment.target { return [] }
    var seen: Set<Int> = []
    var found: [(term: Term, range: ByteRange)] = []
    for match in sources.matches(in: segment.source.prose) where seen.insert(match.form).inserted {
      found.append((terms[match.form], segment.source[match.range].range))
    }
    return found
  }

  /// Words that must not stand in any target.
  func unwanted(in text: borrowing Text) -> [(form: TermForm, range: Range<Int>)] {
    if unwantedIndex.isEmpty { return [] }
    return unwantedIndex.matches(in: text.prose).map { (unwanted[$0.form], $0.range) }
  }
}

extension TermTable.Term {
  /// How the term is to be translated, for a message.
  var advice: String { targets.map(\.text).joined(separator: ", ") }

  /// Whether one of the allowed translations is there.
  func isTranslated(in text: borrowing Text) -> Bool {
    for form in targets where form.firstRange(in: text.prose, isStrict: false) != nil {
      return true
    }
    return false
  }

  /// Where translations stand that are forbidden and not part of one that is allowed.
  func forbiddenRanges(in text: borrowing Text) -> [(form: TermForm, range: Range<Int>)] {
    guard !forbidden.isEmpty else { return [] }
    var allowed: [Range<Int>] = []
    for form in targets {
      var start = 0
      while let range = form.firstRange(in: text.prose, from: start, isStrict: false) {
        allowed.append(range)
        start = range.upperBound
      }
    }
    var found: [(form: TermForm, range: Range<Int>)] = []
    for form in forbidden {
      var start = 0
      while let range = form.firstRange(in: text.prose, from: start, isStrict: true) {
        start = range.upperBound
        let isPart = allowed.contains {
          $0.count > range.count && $0.lowerBound <= range.lowerBound
            && range.upperBound <= $0.upperBound
        }
        if !isPart { found.append((form, range)) }
      }
    }
    return found
  }
}
