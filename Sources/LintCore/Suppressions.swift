public import LintText

/// What the comments of a document tell the rules to leave alone.
///
/// `loclint-disable-next-line RULE: reason` speaks of the next line that is not blank,
/// `loclint-disable RULE: reason` of all up to `loclint-enable RULE` or the end,
/// `loclint-disable-file RULE: reason` of the file,
/// `loclint-disable-segment 103 RULE: reason`, anywhere in the file, of the segments with that key, which
/// may stand between quotation marks and then hold white space.
/// Several rules are separated by commas; without any, all are meant.
public struct Suppressions: Sendable {
  /// A comment that begins with `loclint-`.
  public struct Directive: Sendable {
    public enum Action: String, CaseIterable, Sendable {
      case nextLine = "disable-next-line"
      case begin = "disable"
      case end = "enable"
      case file = "disable-file"
      case segment = "disable-segment"
    }

    /// A word with its range.
    public struct Name: Hashable, Sendable {
      public let text: String
      public let range: ByteRange
      /// The rule that is called so now, where the word is its former name; else the word.
      public let rule: String
    }

    /// The comment without its marks.
    public let range: ByteRange
    /// As it is written: `loclint-disable`.
    public let verb: Name
    /// `nil` for one that nobody knows.
    public let action: Action?
    /// The key of a segment.
    public let segment: Name?
    /// The ranges that it speaks of; none for a segment that is not there.
    public fileprivate(set) var scopes: [ByteRange]
    /// Empty when all rules are meant.
    public let rules: [Name]
    public let reason: String
    /// Whether each of `rules` has kept a finding back; one element for a comment without names.
    public fileprivate(set) var isUsed: [Bool]
    /// Whether it is the format's own word, such as a flag, which others read as well: of no use here it may be of use
    /// to them.
    public let isOfFormat: Bool
    /// Whether the format has said what it speaks of.
    fileprivate let isOfEntry: Bool
  }

  /// In file order.
  public private(set) var directives: [Directive] = []
  /// Which of them speak of an offset; made when something is found.
  private var index: SuppressionIndex?
  /// The same for findings about the comments themselves.
  private var own: SuppressionIndex?

  /// - Parameter formerNames: the present name of a rule for each former one.
  public init(_ document: borrowing Document, formerNames: [String: String] = [:]) {
    var scopes = Scopes()
    directives.reserveCapacity(document.comments.count)
    for comment in document.comments {
      directives.append(Self.directive(comment, document, formerNames, &scopes))
    }
    if !directives.isEmpty { closeBlocks() }
  }

  /// What the comments say of a rule's finding; all that keep it back have then been of use.
  ///
  /// - Parameters:
  ///   - rule: the name of the rule.
  ///   - isAboutSuppressions: Whether only comments that name the rule count: one that speaks of all
  ///     rules would hide what there is to say of itself.
  /// - Returns: The reason of the first comment that keeps it back; `nil` when none does.
  mutating func reason(
    for range: ByteRange, rule: String, isAboutSuppressions: Bool = false
  ) -> String? {
    let offset = range.lower
    if isAboutSuppressions {
      if own == nil { own = SuppressionIndex(directives, isAboutSuppressions: true) }
      return own?.directive(at: offset, rule).map { directives[$0].reason }
    }
    if index == nil { index = SuppressionIndex(directives, isAboutSuppressions: false) }
    return index?.directive(at: offset, rule).map { directives[$0].reason }
  }

  /// The same, with what has been of use so far marked in each comment.
  var settled: Suppressions {
    var settled = self
    for (directive, name) in index?.used(of: directives) ?? [] {
      settled.directives[directive].isUsed[name] = true
    }
    return settled
  }

  /// Ends each block at the comment that enables the same rules, or all.
  private mutating func closeBlocks() {
    // The next comment that enables some rules; with no rules, all.
    var ends: [Set<String>: Int] = [:]
    for index in directives.indices.reversed() {
      let names = Set(directives[index].rules.map(\.rule))
      if directives[index].action == .end { ends[names] = index }
      guard directives[index].action == .begin, !directives[index].isOfEntry,
        let end = [ends[names], ends[[]]].compactMap({ $0 }).min()
      else { continue }
      directives[index].scopes = [
        ByteRange(directives[index].range.upper, directives[end].range.lower)
      ]
      // A comment may end many blocks and name many rules: it is marked once.
      guard !directives[end].isUsed[0] else { continue }
      directives[end].isUsed = directives[end].isUsed.map { _ in true }
    }
  }
}

extension Suppressions {
  private static func directive(
    _ comment: Comment, _ document: borrowing Document, _ formerNames: [String: String],
    _ scopes: inout Scopes
  ) -> Directive {
    let text = document.text(comment.content).trimmed
    if let rules = comment.rules, let scope = comment.scope {
      let name = Directive.Name(text: text.string, range: text.range, rule: text.string)
      return Directive(
        range: text.range, verb: name, action: .begin, segment: nil, scopes: [scope],
        rules: rules.map { Directive.Name(text: $0, range: text.range, rule: $0) },
        reason: text.string, isUsed: Array(repeating: true, count: max(rules.count, 1)),
        isOfFormat: true, isOfEntry: true)
    }
    var position = 0
    let verb = word(text, &position)
    let action = Directive.Action(
      rawValue: String(Substring(verb.text.utf8.dropFirst(Comment.mark.utf8CodeUnitCount))))
    let segment = action == .segment ? key(text, &position) : nil
    var rules: [Directive.Name] = []
    while true {
      skipSeparators(text, &position)
      guard position < text.count, text.bytes[position] != 0x3A else { break }
      let name = word(text, &position, formerNames)
      if name.text.isEmpty { position += 1 } else { rules.append(name) }
    }
    let reason = position < text.count ? text[position + 1..<text.count].trimmed.string : ""
    let entry = action == .begin || action == .nextLine ? comment.scope : nil
    return Directive(
      range: text.range, verb: verb, action: action, segment: segment,
      scopes: entry.map { [$0] }
        ?? scopes.of(action, key: segment?.text, after: comment.content, document),
      rules: rules, reason: reason, isUsed: Array(repeating: false, count: max(rules.count, 1)),
      isOfFormat: false, isOfEntry: entry != nil)
  }

  /// Reads the key of a segment: what stands between quotation marks, else all up to white space or a comma
  /// but for a colon at its end.
  private static func key(_ text: borrowing Text, _ position: inout Int) -> Directive.Name {
    skipSeparators(text, &position)
    var start = position
    var end = position
    if text.bytes.has("\"", at: start),
      let close = text.bytes.firstIndex(of: 0x22, from: start + 1)
    {
      start += 1
      end = close
      position = close + 1
    } else {
      while end < text.count, !text.bytes[end].isSpace, text.bytes[end] != 0x2C { end += 1 }
      if end > start, text.bytes[end - 1] == 0x3A { end -= 1 }
      position = end
    }
    let key = text[start..<end]
    return Directive.Name(text: key.string, range: key.range, rule: key.string)
  }

  private static func skipSeparators(_ text: borrowing Text, _ position: inout Int) {
    while position < text.count, text.bytes[position].isSpace || text.bytes[position] == 0x2C {
      position += 1
    }
  }

  /// Reads a run of letters, digits, `-`, `/` and `_` after white space and commas.
  private static func word(
    _ text: borrowing Text, _ position: inout Int, _ formerNames: [String: String] = [:]
  ) -> Directive.Name {
    skipSeparators(text, &position)
    let start = position
    while position < text.count {
      let byte = text.bytes[position]
      guard byte.isLetterOrDigit || byte == 0x2D || byte == 0x2F || byte == 0x5F else {
        break
      }
      position += 1
    }
    let word = text[start..<position]
    let name = word.string
    return Directive.Name(text: name, range: word.range, rule: formerNames[name] ?? name)
  }

  /// What comments speak of, found in file order without looking twice.
  private struct Scopes {
    /// By key; read when a comment names the first.
    private var segments: [String: [ByteRange]]?
    /// Where the last search for a line began, and what it found.
    private var searched: (from: Int, found: ByteRange?)?
    /// The last look for the end of a line: a page on one line has thousands of comments there.
    private var lineEnd: (from: Int, end: Int)?

    // A scope ends behind its last line end, or one byte behind the file: a finding may be empty and
    // stand at the very end.
    mutating func of(
      _ action: Directive.Action?, key: String?, after comment: ByteRange,
      _ document: borrowing Document
    ) -> [ByteRange] {
      let end = document.bytes.count + 1
      switch action {
      case .file:
        return [ByteRange(0, end)]
      case .begin:
        // Where it ends is found when all comments are read.
        return [ByteRange(comment.upper, end)]
      case .segment:
        if segments == nil {
          var found: [String: [ByteRange]] = [:]
          for record in document.allRecords where !record.key.lasting.isEmpty {
            found[document.text(record.key.lasting).string, default: []].append(record.range)
          }
          segments = found
        }
        return key.flatMap { segments?[$0] } ?? []
      case .nextLine:
        return nextLine(document, after: comment).map { [$0] } ?? []
      case .end, nil:
        return []
      }
    }

    /// The end of the line of a comment; comments come in file order.
    private mutating func endOfLineOnce(_ bytes: Span<UInt8>, _ start: Int) -> Int {
      if let lineEnd, lineEnd.from <= start, start < lineEnd.end { return lineEnd.end }
      let end = endOfLine(bytes, start)
      lineEnd = (start, end)
      return end
    }

    private mutating func nextLine(
      _ document: borrowing Document, after comment: ByteRange
    ) -> ByteRange? {
      let bytes = document.bytes.span
      let first = endOfLineOnce(bytes, comment.upper)
      if let searched, searched.from <= first, first <= searched.found?.lower ?? .max {
        return searched.found
      }
      var start = first
      while start < bytes.count {
        let end = endOfLine(bytes, start)
        guard Suppressions.isPassedOver(ByteRange(start, min(end, bytes.count)), document) else {
          searched = (first, ByteRange(start, end))
          return ByteRange(start, end)
        }
        start = end
      }
      searched = (first, nil)
      return nil
    }
  }

  /// Just after the end of a line; one byte behind the file where there is none.
  private static func endOfLine(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end = bytes.endOfLine(from: start)
    let hasEnd = end > start && (bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D)
    return hasEnd ? end : bytes.count + 1
  }

  /// Whether a line holds comments for loclint or nothing: several may speak of one line.
  private static func isPassedOver(_ line: ByteRange, _ document: borrowing Document) -> Bool {
    let comments = document.comments
    var index = comments.partitionPoint { $0.range.lowerBound < line.lowerBound }
    var start = line.lower
    while index < comments.count, comments[index].range.upper <= line.upper {
      guard document.isBlank(start..<comments[index].range.lower) else { return false }
      start = comments[index].range.upper
      index += 1
    }
    return document.isBlank(start..<line.upper)
  }
}

extension Document {
  fileprivate func isBlank(_ range: Range<Int>) -> Bool {
    bytes.span.extracting(range).trimmedRange.isEmpty
  }
}
