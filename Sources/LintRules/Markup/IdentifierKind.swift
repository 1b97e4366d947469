import LintText

/// What a name is written with, and so what may have become of it.
enum IdentifierKind {
  /// `HiveLantern`, `3Bees`.
  case mixedCase
  /// `HAPI`.
  case capitals
  /// `Hive.Data`, `hives.json`.
  case dotted
  /// `.hive`, `*.hive`, `./hive`, `Hive::Open`, `->`.
  case signs
  /// `Set<Hive>`.
  case generic

  /// Whether it is told by signs that a compound of words may have as well.
  var isOfSigns: Bool { self == .signs || self == .generic }

  init?(_ name: Span<UInt8>) {
    guard name.count >= 2, name.count <= Names.longest else { return nil }
    if name.isArrow || name.hasLeadingSign || name.isScoped {
      self = .signs
    } else if name.isGeneric {
      self = .generic
    } else if name.count >= 4 && CutFileName.dot(of: name) != nil {
      self = .dotted
    } else if let kind = name.kindOfWord {
      self = kind
    } else {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// `->` and `=>`, also with a reference for the angle bracket.
  fileprivate var isArrow: Bool {
    guard count >= 2, self[0] == 0x2D || self[0] == 0x3D else { return false }
    let rest = extracting(1..<count)
    return rest.elementsEqual(">") || rest.elementsEqual("&gt") || rest.elementsEqual("&gt;")
  }

  /// A name behind `.`, `*.` or `./`.
  fileprivate var hasLeadingSign: Bool {
    let start = has("*.", at: 0) || has("./", at: 0) ? 2 : self[0] == 0x2E ? 1 : 0
    guard start > 0, count - start >= (start == 1 ? 3 : 2), self[start].isLetter else {
      return false
    }
    return !extracting(start..<count).contains {
      !$0.isLetterOrDigit && $0 != 0x2E && $0 != 0x2F && $0 != 0x2D
    }
  }

  /// Names joined by `::`.
  fileprivate var isScoped: Bool {
    guard self[0].isLetter, contains("::"), self[count - 1].isLetterOrDigit else { return false }
    return !contains { !$0.isLetterOrDigit && $0 != 0x3A && $0 != 0x5F }
  }

  /// A name, and another one in angle brackets.
  fileprivate var isGeneric: Bool {
    guard let parts = genericParts, self[0].isUppercase else { return false }
    return !extracting(parts.outer).contains { !$0.isLetterOrDigit && $0 != 0x2E }
      && !extracting(parts.inner).contains { !$0.isLetterOrDigit && $0 != 0x2E && $0 != 0x2C }
  }

  /// The two names of `Set<Hive>` or `Set&lt;Hive&gt;`.
  var genericParts: (outer: Range<Int>, inner: Range<Int>)? {
    var open = 0
    while open < count, self[open] != 0x3C, self[open] != 0x26 { open += 1 }
    guard open >= 2, open < count else { return nil }
    let start = self[open] == 0x3C ? open + 1 : has("&lt;", at: open) ? open + 4 : count
    var end = start
    while end < count, self[end] != 0x3E, self[end] != 0x26 { end += 1 }
    guard end > start, end < count, self[end] == 0x3E || has("&gt", at: end) else { return nil }
    return (0..<open, start..<end)
  }

  /// The kind of a name of letters, digits and dots.
  fileprivate var kindOfWord: IdentifierKind? {
    var (hasInnerCapital, hasLower, hasDigit) = (false, false, false)
    var (dots, shortParts, smallParts, part) = (0, 0, 0, 0)
    for index in indices {
      let byte = self[index]
      part += 1
      if byte.isUppercase {
        if index > 0 { hasInnerCapital = true }
      } else if byte.isLetter {
        hasLower = true
      } else if byte.isDigit {
        hasDigit = true
      } else if byte == 0x2E, index > 0, index + 1 < count, self[index + 1].isLetter,
        self[index - 1].isLetterOrDigit
      {
        dots += 1
        if part <= 2 { shortParts += 1 }
        if self[index + 1].isLowercase { smallParts += 1 }
        part = 0
      } else {
        return nil
      }
    }
    if dots > 0 {
      // `e.g`, and `end.Start` of two sentences, look like names.
      guard count >= 4, shortParts == 0,
        self[0].isUppercase ? true : smallParts == dots
      else { return nil }
      return .dotted
    }
    if !hasLower { return count >= 2 && count <= 12 && self[0].isLetter ? .capitals : nil }
    guard count >= 4 else { return nil }
    return hasInnerCapital || (hasDigit && !self[count - 1].isDigit && self[0].isDigit)
      ? .mixedCase : nil
  }
}

/// Walks over the runs of letters, digits and dots of a name.
struct NameParts: ~Escapable {
  private let name: Span<UInt8>
  private var index = 0

  @_lifetime(copy name)
  init(_ name: Span<UInt8>) {
    self.name = name
  }

  mutating func next() -> Range<Int>? {
    while index < name.count, !name[index].isLetterOrDigit { index += 1 }
    guard index < name.count else { return nil }
    let start = index
    while index < name.count, name[index].isLetterOrDigit || name[index] == 0x2E { index += 1 }
    var end = index
    while end > start, name[end - 1] == 0x2E { end -= 1 }
    return start..<end
  }
}
