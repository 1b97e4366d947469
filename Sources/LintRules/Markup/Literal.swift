import LintText

/// What is typed as it is in every language, told by its shape alone.
struct Literal {
  enum Kind {
    /// `-Option`, `--option`.
    case option
    /// `/Option`.
    case slashOption
    /// `Get-Item`.
    case command
    /// `https://…`.
    case address
    /// `%1`.
    case argument
    /// `HKEY_…`.
    case registryKey
    case identifier
    /// `/etc/hosts`, `\\server\share`, `C:\hive`.
    case path
    /// `Open()`, `hive.open()`.
    case call
    /// `max_size`.
    case lowLine
    /// `0x80070005`.
    case hexadecimal
    case mail
    /// `.SYNOPSIS`.
    case keyword
    /// `en-US`.
    case locale
  }

  let kind: Kind
  /// Indices into the name that it stands in.
  let range: Range<Int>
  /// Whether ordinary words may have its shape, too: `/month`, `Start-Menu`. What stands around tells.
  let isDoubtful: Bool

  /// The literal in a name, escapes and the punctuation around it left out; `nil` for what has none of
  /// the shapes.
  ///
  /// - Parameters:
  ///   - isBracketed: Whether it stands in brackets, as what the reader has to fill in.
  ///   - isAlone: Whether the source says nothing else.
  init?(in name: Span<UInt8>, isBracketed: Bool, isAlone: Bool) {
    guard name.count >= 2 else { return nil }
    let all = 0..<name.count
    switch name[0] {
    case 0x2D:
      guard let end = name.endOfOption else { return nil }
      self.init(kind: .option, range: 0..<end)
    case 0x2F:
      if name.isUnixPath {
        self.init(kind: .path, range: all)
      } else if let end = name.endOfSlashOption {
        self.init(kind: .slashOption, range: 0..<end, isDoubtful: end == name.count)
      } else {
        return nil
      }
    case 0x5C:
      guard name.isWindowsPath(from: name[1] == 0x5C ? 2 : 1), !isBracketed, name.hasTwoFolders
      else { return nil }
      self.init(kind: .path, range: all)
    case 0x7E:
      guard name[1] == 0x2F, name.count > 3, name.hasUnixPath(from: 1, fewest: 1) else {
        return nil
      }
      self.init(kind: .path, range: all)
    case 0x25:
      guard name.count == 2, name[1].isDigit else { return nil }
      self.init(kind: .argument, range: all)
    case 0x2E:
      // `.ZIP` is the ending of a file, which languages name without its full stop.
      guard name.count >= 5,
        !name.extracting(1..<name.count).contains(where: { !$0.isUppercase })
      else { return nil }
      self.init(kind: .keyword, range: all)
    default:
      // Most names are letters, digits and full stops, which hardly any literal is.
      if !name.contains(where: { !$0.isLetterOrDigit && $0 != 0x2E }) {
        guard name.isHexadecimal || name.isSite else { return nil }
        self.init(kind: name.isHexadecimal ? .hexadecimal : .address, range: all)
        return
      }
      if let command = CommandName(name) {
        self.init(kind: .command, range: all, isDoubtful: !command.isCertain)
        return
      }
      guard let kind = Self.kind(of: name, isBracketed, isAlone) else { return nil }
      self.init(kind: kind, range: all)
    }
  }

  private init(kind: Kind, range: Range<Int>, isDoubtful: Bool = false) {
    self.kind = kind
    self.range = range
    self.isDoubtful = isDoubtful
  }

  private static func kind(
    of name: Span<UInt8>, _ isBracketed: Bool, _ isAlone: Bool
  ) -> Kind? {
    if name.isRegistryKey { return .registryKey }
    if name[0].isLetter, name.has(":\\", at: 1) {
      return name.isWindowsPath(from: 3) ? .path : nil
    }
    if name.isIdentifier { return .identifier }
    if name.isHexadecimal { return .hexadecimal }
    if name.isCall { return .call }
    if name.isMail { return .mail }
    if name.isSite { return .address }
    if isAlone, name.isLocale { return .locale }
    return !isBracketed && name.hasLowLine ? .lowLine : nil
  }
}

extension Span<UInt8> {
  /// Just after `-Option` or `--option`.
  fileprivate var endOfOption: Int? {
    let start = self[1] == 0x2D ? 2 : 1
    guard start < count, self[start].isLetter else { return nil }
    var end = start
    while end < count, self[end].isLetterOrDigit || self[end] == 0x2D || self[end] == 0x5F {
      end += 1
    }
    guard end - start >= 2, self[end - 1] != 0x2D, self[end - 1] != 0x5F else { return nil }
    // Words are joined by a hyphen that lost what was before it: `32- and -bit`.
    return start == 2 || self[start].isUppercase ? end : nil
  }

  fileprivate var endOfSlashOption: Int? {
    var end = 1
    while end < count, self[end].isLetterOrDigit { end += 1 }
    guard end >= 3, self[1].isLetter, end == count || self[end] == 0x3A || self[end] == 0x3D else {
      return nil
    }
    let word = extracting(1..<end)
    return word.equalsIgnoringCase("or") || word.equalsIgnoringCase("and") ? nil : end
  }

  /// `/etc/hosts`: two names or more behind slashes.
  fileprivate var isUnixPath: Bool { hasUnixPath(from: 0, fewest: 2) }

  /// Whether names behind slashes alone follow, so many at least.
  fileprivate func hasUnixPath(from start: Int, fewest: Int) -> Bool {
    var parts = 0
    var index = start
    while index < count {
      guard self[index] == 0x2F else { return false }
      var end = index + 1
      while end < count,
        self[end].isLetterOrDigit || self[end] == 0x2E || self[end] == 0x2D || self[end] == 0x5F
      {
        end += 1
      }
      if end == index + 1 { return end == count && parts >= fewest }
      parts += 1
      index = end
    }
    return parts >= fewest
  }

  /// Whether names and backslashes alone follow, one backslash at least, or a name behind a drive.
  fileprivate func isWindowsPath(from start: Int) -> Bool {
    guard start < count, self[start].isLetterOrDigit else { return false }
    var separators = 0
    var index = start
    while index < count {
      let byte = self[index]
      if byte == 0x5C {
        separators += 1
      } else if !byte.isLetterOrDigit, byte != 0x2E, byte != 0x2D, byte != 0x5F, byte != 0x24 {
        return false
      }
      index += 1
    }
    return separators >= 1 || start == 3
  }

  fileprivate var isRegistryKey: Bool {
    for root in ["HKEY_", "HKLM\\", "HKCU\\", "HKCR\\", "HKLM:\\", "HKCU:\\"] as [StaticString]
    where has(root, at: 0) && count > root.utf8CodeUnitCount {
      return true
    }
    return false
  }

  /// 8, 4, 4, 4 and 12 hexadecimal digits.
  fileprivate var isIdentifier: Bool {
    guard count == 36 else { return false }
    for index in indices {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? self[index] == 0x2D : self[index].isHexDigit else { return false }
    }
    return true
  }

  fileprivate var isHexadecimal: Bool {
    guard count >= 4, self[0] == 0x30, self[1] | 0x20 == 0x78 else { return false }
    return !extracting(2..<count).contains { !$0.isHexDigit }
  }

  /// `Open()` or `hive.open()`.
  fileprivate var isCall: Bool {
    guard count >= 4, has("()", at: count - 2), self[0].isLetter else { return false }
    var index = 0
    while index < count - 2 {
      guard
        self[index].isLetterOrDigit || self[index] == 0x5F
          || (self[index] == 0x2E && self[index + 1].isLetter)
      else { return false }
      index += 1
    }
    return true
  }

  fileprivate var isMail: Bool {
    guard let at = firstIndex(of: 0x40), at > 0 else { return false }
    var (dot, index) = (0, 0)
    while index < count {
      if self[index] == 0x2E, index > at + 1, index + 1 < count { dot = index }
      guard
        index == at || self[index].isLetterOrDigit || self[index] == 0x2E
          || self[index] == 0x2D || (self[index] == 0x5F && index < at)
      else { return false }
      index += 1
    }
    return dot > 0
  }

  /// `en-US`, `zh-TW`.
  fileprivate var isLocale: Bool {
    count == 5 && self[0].isLowercase && self[1].isLowercase && self[2] == 0x2D
      && self[3].isUppercase && self[4].isUppercase
  }

  /// Names of letters and digits joined by `_`; not `YOUR_HIVE`, which the reader fills in.
  fileprivate var hasLowLine: Bool {
    var (hasLowLine, hasLetter) = (false, false)
    for index in indices {
      let byte = self[index]
      if byte == 0x5F {
        guard index > 0, index + 1 < count else { return false }
        hasLowLine = true
      } else if byte.isLetter {
        hasLetter = true
      } else if !byte.isDigit, byte != 0x2E || index == 0 {
        return false
      }
    }
    guard hasLowLine, hasLetter else { return false }
    return !(count > 5 && extracting(0..<5).equalsIgnoringCase("your_"))
      && !(count > 3 && extracting(0..<3).equalsIgnoringCase("my_"))
  }

  /// Whether a backslash is doubled, as before a server, or two names stand behind backslashes: `\\rho\\` is
  /// Greek to LaTeX.
  fileprivate var hasTwoFolders: Bool {
    guard self[1] != 0x5C, let next = firstIndex(of: 0x5C, from: 1) else { return true }
    return next + 1 < count
  }

  /// `www.hive.example` and what follows it.
  fileprivate var isSite: Bool {
    guard count > 8, has("www.", at: 0), let dot = firstIndex(of: 0x2E, from: 4), dot > 5,
      dot + 2 < count, self[dot + 1].isLetter
    else { return false }
    return !contains { !$0.isLetterOrDigit && !".-_/~%#?&=".utf8.contains($0) }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}
