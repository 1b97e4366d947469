import LintCore
import LintText

/// The terms that the pages of one locale are held to.
struct TermTable: Sendable {
  /// What may and may not stand for a source term.
  struct Term: Sendable {
    /// The number of the source term in `Glossary.sources`.
    let source: Int
    fileprivate(set) var targets: [String] = []
    /// The numbers of allowed translations, and of forbidden ones, both in rising order.
    fileprivate(set) var allowed: [Int32] = []
    fileprivate(set) var forbidden: [Int32] = []

    /// How the term is to be translated, for a message.
    var advice: String {
      var advice = ""
      for target in targets {
        if !advice.isEmpty { advice += ", " }
        // A term may have thousands of translations, and each finding has this text.
        if advice.utf8.count > TermForm.longest { return advice + "…" }
        advice += target.split { $0.isWhitespace }.joined(separator: " ")
      }
      return advice
    }
  }

  let glossary: Glossary
  /// The numbers of the locales that hold on the page, from the widest to the nearest.
  private let chain: [Int32]

  init(_ glossary: Glossary, _ chain: [Int32]) {
    self.glossary = glossary
    self.chain = chain
  }

  /// The terms of a segment's source, each once, with where it stands.
  ///
  /// - Parameter known: What was looked up before on the page; `nil` for a term without
  ///   translations in its locale.
  func terms(of segment: borrowing Segment, _ known: inout [Int: Term?]) -> [(
    term: Term, range: ByteRange
  )] {
    // A target that equals its source is for `untranslated-segment`, and mostly a name or code.
    if glossary.sources.isEmpty || segment.source == segment.target { return [] }
    var seen: Set<Int> = []
    var found: [(term: Term, range: ByteRange)] = []
    let matches = glossary.sources.matches(in: segment.source.prose) { form in
      if let term = known[form] { return term != nil }
      let term = term(form)
      known.updateValue(term, forKey: form)
      return term != nil
    }
    for match in matches where seen.insert(match.form).inserted {
      guard let term = known[match.form] ?? nil else { continue }
      found.append((term, segment.source[match.range].range))
    }
    return found
  }

  /// What the nearest locale that has the source term says of it, for each spelling of the term.
  private func term(_ form: Int) -> Term? {
    var links: [Glossary.Link] = []
    // The index in `chain` of the nearest locale, by spelling.
    var nearest: [UInt32: Int] = [:]
    eachLink(from: glossary.sourceLinks[form]) { link in
      guard let index = chain.firstIndex(of: link.locale) else { return }
      links.append(link)
      nearest[link.spelling] = max(nearest[link.spelling] ?? 0, index)
    }
    links.removeAll { chain[nearest[$0.spelling] ?? 0] != $0.locale }
    var term = Term(source: form)
    var seen: Set<Int32> = []
    for link in links where seen.insert(link.translation).inserted {
      let translation = glossary.translations[Int(link.translation)]
      term.targets += translation.targets
      term.allowed += translation.allowed
      term.forbidden += translation.forbidden
    }
    term.allowed.sort()
    term.forbidden.sort()
    return links.isEmpty ? nil : term
  }

  private func eachLink(from first: Int32, _ body: (Glossary.Link) -> Void) {
    var next = first
    while next >= 0 {
      let link = glossary.links[Int(next)]
      body(link)
      next = link.next
    }
  }

  /// The ranges of words that must not stand in any target.
  ///
  /// - Parameter known: Whether a word holds in the page's locale, for those that were looked up
  ///   before.
  func unwanted(in text: borrowing Text, _ known: inout [Int: Bool]) -> [Range<Int>] {
    if glossary.unwanted.isEmpty { return [] }
    return glossary.unwanted.matches(in: text.prose) { form in
      if let holds = known[form] { return holds }
      var holds = false
      eachLink(from: glossary.unwantedLinks[form]) { link in
        if chain.contains(link.locale) { holds = true }
      }
      known[form] = holds
      return holds
    }.map(\.range)
  }
}
