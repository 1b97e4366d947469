import LintText

/// The destination of a link that leads to another file of the same site, or to a place in its own.
struct RelativeLink {
  /// From where its path is seen.
  enum Start {
    /// The folder of the page, or of its address.
    case page
    /// `~/` or `@site/`, the root of what is published together.
    case root
    /// `/`, the root of the site.
    case site
  }

  let start: Start
  /// The parts of the path, with `..` for a step up; none where the link stays in its page.
  let path: [String]
  /// What follows `#`, percent-decoded; `nil` where nothing does.
  let fragment: String?
  /// Whether the path ends with a slash.
  let isFolder: Bool

  /// Longer ones are no addresses that anybody has written.
  private static let longest = 1024

  /// `nil` for what can't be looked up in a tree of files: an address with a scheme or a host, a template of the
  /// tools.
  init?(_ destination: Span<UInt8>) {
    guard !destination.isEmpty, destination.count <= Self.longest else { return nil }
    for index in destination.indices {
      switch destination[index] {
      // < > { } $ * ` | and line ends
      case 0x3C, 0x3E, 0x7B, 0x7D, 0x24, 0x2A, 0x60, 0x7C, 0x0A, 0x0D: return nil
      // A file's name has no placeholder such as `%1`.
      case 0x25 where !Self.isEscape(destination, at: index): return nil
      default: break
      }
    }
    guard !Self.hasScheme(destination) else { return nil }
    let text = Self.withoutEntities(String(destination))
    // Backslashes separate folders on the machines of some authors; before punctuation they escape it.
    guard !text.contains("\\"), !text.hasPrefix("//") else { return nil }
    guard !text.hasPrefix("@") || text.hasPrefix("@site/") else { return nil }
    let (address, fragment) = Self.split(text, at: "#")
    let (path, _) = Self.split(address, at: "?")
    guard !path.isEmpty || fragment != nil else { return nil }
    self.fragment = fragment.map(Self.decoded)
    isFolder = path.hasSuffix("/")
    var parts = path.split(separator: "/").map { Self.decoded(String($0)) }
    // A mail address in angle brackets has no scheme. A folder of a scope, `@hive`, begins with the sign.
    guard parts.first.map({ !$0.dropFirst().contains("@") }) ?? true else { return nil }
    // What is decoded to a separator would be another path, and braces are a template's.
    guard parts.allSatisfy({ !$0.contains { "/\0{}".contains($0) } }) else { return nil }
    if path.hasPrefix("/") {
      start = .site
    } else if parts.first == "~" || parts.first == "@site" {
      start = .root
      parts.removeFirst()
    } else {
      start = .page
    }
    parts.removeAll { $0 == "." }
    // What a program puts an address in for: `ENGLISH_URL`.
    if start == .page, let only = parts.first, parts.count == 1, Self.isPlaceholder(only) {
      return nil
    }
    self.path = parts
    // `./` alone is the page's folder.
    guard !parts.isEmpty || path.isEmpty else { return nil }
  }

  private static func isPlaceholder(_ name: String) -> Bool {
    name != "README" && name.utf8.count > 2
      && name.utf8.allSatisfy { $0 == 0x5F || (0x41...0x5A).contains($0) }
  }

  /// Whether it stays in its page.
  var isInPage: Bool { path.isEmpty }

  /// The path that it leads to from a folder; `nil` where that is above all files.
  func path(from folder: [String]) -> [String]? {
    var parts = folder
    for part in path {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private static func split(_ text: String, at mark: Character) -> (String, String?) {
    guard let index = text.utf8.firstIndex(of: mark.asciiValue ?? 0) else { return (text, nil) }
    return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
  }

  private static func hasScheme(_ text: Span<UInt8>) -> Bool {
    guard text[0].isLetter else { return false }
    for index in text.indices {
      switch text[index] {
      case 0x3A: return true
      case 0x2B, 0x2D, 0x2E: continue
      case let byte where byte.isLetterOrDigit: continue
      default: return false
      }
    }
    return false
  }

  private static func isEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && digit(text[index + 1]) != nil && digit(text[index + 2]) != nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// With characters for their entities: numbers, and the names that addresses need.
  private static func withoutEntities(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.utf8.firstIndex(of: 0x26) {
      result += rest[..<mark]
      rest = rest[mark...]
      // Names of characters are short.
      guard let end = rest.utf8.prefix(12).firstIndex(of: 0x3B),
        let character = character(of: rest[rest.utf8.index(after: mark)..<end])
      else {
        result += "&"
        rest = rest[rest.utf8.index(after: mark)...]
        continue
      }
      result += character
      rest = rest[rest.utf8.index(after: end)...]
    }
    return result + rest
  }

  private static func character(of name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String($0) }
    }
  }

  /// Without percent escapes.
  private static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
